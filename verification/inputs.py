"""Instances made of a user's own arrays.

The file is an `.npz` with `query` (B, T, N, H), `key` (B, S, N, H) and `value` (B, S, N, E), all floating point.
Optional are `mask` (B, S), boolean, True where a key stands: padding keys are left out, and padding queries too if T =
S; `temperature`, a positive number, by default the square root of H; and `output` (B, T, N, E), floating point: what
attention gave where the arrays come from, to be compared with ours.
"""

from __future__ import annotations

import itertools
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from codegen.kernels import Kernel
from derivations.index import Tensor
from derivations.notation import features, keys, queries, values
from verification.instances import Instance, held


class BadInput(ValueError):
    """A file of inputs that cannot be used; the message says why and what is expected."""


def load(path: Path) -> dict[str, NDArray[Any]]:
    """The arrays of the file, checked against each other. Raises `BadInput`."""
    arrays = _stored(path)
    for name in ("query", "key", "value"):
        if name not in arrays:
            raise BadInput(f"{path} has no array named {name}; it holds {sorted(arrays)}")
        if arrays[name].ndim != 4 or arrays[name].dtype.kind != "f":
            shape, dtype = arrays[name].shape, arrays[name].dtype
            raise BadInput(f"{name} is {dtype} of shape {shape}; floating point of shape (B, T, N, H) is expected")
        if 0 in arrays[name].shape:
            raise BadInput(f"{name} of shape {arrays[name].shape} is empty; every axis must have at least one entry")
        if not np.isfinite(arrays[name]).all():
            raise BadInput(f"{name} holds NaN or infinity; finite values are expected")
    return _fitting(arrays)


def _stored(path: Path) -> dict[str, NDArray[Any]]:
    """What the file holds. Raises `BadInput` where that is no archive of plain arrays."""
    no_archive = BadInput(f"{path} is not an .npz file of plain arrays; write one with numpy.savez")
    try:
        with path.open("rb") as file:
            stored = np.load(file, allow_pickle=False)
            if not isinstance(stored, np.lib.npyio.NpzFile):
                raise no_archive
            return {name: stored[name] for name in stored.files}
    except FileNotFoundError:
        raise BadInput(f"{path} does not exist; give an .npz file with query, key and value") from None
    except (IsADirectoryError, PermissionError) as error:
        raise BadInput(f"{path} cannot be read: {error.strerror}; give an .npz file") from None
    except (OSError, EOFError, ValueError, NotImplementedError, zipfile.BadZipFile, zlib.error, AttributeError):
        raise no_archive from None


def _fitting(arrays: dict[str, NDArray[Any]]) -> dict[str, NDArray[Any]]:
    query, key, value = (arrays[name] for name in ("query", "key", "value"))
    if (query.shape[0], *query.shape[2:]) != (key.shape[0], *key.shape[2:]):
        raise BadInput(f"query of shape {query.shape} and key of shape {key.shape} differ in B, N or H")
    if key.shape[:3] != value.shape[:3]:
        raise BadInput(f"key of shape {key.shape} and value of shape {value.shape} differ in B, S or N")
    mask = arrays.setdefault("mask", np.ones(key.shape[:2], bool))
    if mask.dtype != bool or mask.shape != key.shape[:2]:
        raise BadInput(f"mask is {mask.dtype} of shape {mask.shape}; bool of shape {key.shape[:2]} is expected")
    if not mask.any(axis=1).all():
        raise BadInput(f"mask leaves row {int(np.argmin(mask.any(axis=1)))} without any key")
    temperature = arrays.setdefault("temperature", np.asarray(np.sqrt(query.shape[-1])))
    number = temperature.size == 1 and temperature.dtype.kind in "fiu"
    if not number or not 0 < temperature.item() < np.inf:
        raise BadInput(f"temperature is {temperature}; one positive number is expected")
    if "output" in arrays:
        _fits(arrays["output"], (*query.shape[:3], value.shape[3]), mask)
    return arrays


def _fits(output: NDArray[Any], shape: tuple[int, ...], mask: NDArray[Any]) -> None:
    """Raises `BadInput` unless the output is one of these queries."""
    if output.dtype.kind != "f" or output.shape != shape:
        raise BadInput(f"output is {output.dtype} of shape {output.shape}; floating point of shape {shape} is expected")
    if not np.isfinite(output[mask] if shape[1] == mask.shape[1] else output).all():
        raise BadInput("output holds NaN or infinity; finite values are expected")


def heads(arrays: dict[str, NDArray[Any]]) -> Iterator[dict[str, NDArray[np.float64]]]:
    """The query, key and value of each head of each row, without padding, as (T, H) matrices."""
    batch, length, count, _ = arrays["query"].shape
    for row, head in itertools.product(range(batch), range(count)):
        present = arrays["mask"][row]
        asked = present if length == len(present) else np.ones(length, bool)
        yield {
            "query": arrays["query"][row, asked, head].astype(np.float64),
            "key": arrays["key"][row, present, head].astype(np.float64),
            "value": arrays["value"][row, present, head].astype(np.float64),
        }


def instances_of(arrays: dict[str, NDArray[Any]], kernel: Kernel, dtype: np.dtype, seed: int) -> Iterator[Instance]:
    """The kernel's arguments for each head: what the file holds or determines, and the rest at random.

    None for kernels of other axes, such as those of whole layers, of which the file says nothing.
    """
    axes = {axis for a in kernel.arguments if isinstance(a.variable, Tensor) for axis in a.variable.axes}
    if not axes <= {queries, keys, features, values}:
        return
    temperature = np.asarray(arrays["temperature"], np.float64).reshape(())
    for number, given in enumerate(heads(arrays)):
        sizes = {
            queries: len(given["query"]),
            keys: len(given["key"]),
            features: given["query"].shape[1],
            values: given["value"].shape[1],
        }
        scores = given["query"][0] @ given["key"].T
        known = {**given, "scores": scores, "cost": -scores, "temperature": temperature, "epsilon": temperature}
        known["plan"] = known["weights"] = np.full(sizes[keys], 1 / sizes[keys])
        known["alpha"] = np.asarray(1.5)
        known["prior"] = np.ones((sizes[queries], sizes[keys]))
        known |= {name: np.ones(sizes[queries]) for name in ("sum", "other_sum")}
        rng = np.random.default_rng([seed, number])
        own = {}
        for argument in kernel.arguments:
            own_axes = argument.variable.axes if isinstance(argument.variable, Tensor) else ()
            drawn = rng.normal(size=tuple(sizes[axis] for axis in own_axes))
            own[argument.name] = held(known.get(argument.name, drawn), dtype)
        yield Instance(f"head {number}", sizes, (), own)
