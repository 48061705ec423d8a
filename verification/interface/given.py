"""The instance of the interface made of a user's own arrays: all of the file at once, with its mask."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

from verification.bounds import precision_of
from verification.instances import held
from verification.interface.bounds import error_bounds
from verification.interface.calls import largest
from verification.interface.checks import References, Stored
from verification.interface.instances import Array, Instance, Mask, Sizes

OF_THE_FILE = ("query", "key", "value")


def references_of(arrays: Mapping[str, NDArray[Any]], dtype: np.dtype, seed: int) -> References:
    """What the results for a file's arrays, as `verification.inputs` loads them, are compared to in this dtype."""
    instance = instance_of(arrays, dtype, seed)
    if "output" not in arrays:
        return References(instance, dtype)
    output, of_file = arrays["output"].astype(np.float64), arrays["output"].dtype
    off = {name: _off(arrays[name], instance.arrays[name]) for name in OF_THE_FILE}
    bound = error_bounds(instance, dtype, off)["output"] + error_bounds(instance, of_file)["output"]
    return References(instance, dtype, Stored(output, bound))


def _off(given: NDArray[Any], taken: Array) -> Array:
    """How far an array may be from what it was before the file rounded it and the working dtype rounded it again."""
    wide = given.astype(np.float64)
    return np.asarray(precision_of(given.dtype).unit * np.abs(wide) + np.abs(wide - taken))


def instance_of(arrays: Mapping[str, NDArray[Any]], dtype: np.dtype, seed: int) -> Instance:
    """Query, key, value, mask and temperature of the file; tangents and cotangents are drawn with the seed."""
    (batch, queries, heads, features), (_, keys, _, values) = arrays["query"].shape, arrays["value"].shape
    size = Sizes(batch, queries, keys, heads, heads, features, values)
    most, rng = largest(dtype), np.random.default_rng(seed)
    taken = {name: held(np.clip(arrays[name].astype(np.float64), -most, most), dtype) for name in OF_THE_FILE}
    temperature = float(arrays["temperature"].item())
    if temperature != np.sqrt(features):
        taken["scale"] = held(np.asarray(1 / temperature), dtype)
    mask = seen(arrays)
    return Instance(
        "the file",
        frozenset() if mask is None else frozenset(["mask"]),
        size,
        taken,
        {name: held(rng.normal(size=x.shape), dtype) for name, x in taken.items()},
        {"output": held(rng.normal(size=(batch, queries, heads, values)), dtype)},
        mask=mask,
    )


def seen(arrays: Mapping[str, NDArray[Any]]) -> Mask | None:
    """(B, 1, T or 1, S): padding is not seen, and padding queries see nothing; None where nothing is padding."""
    there = arrays["mask"]
    if there.all():
        return None
    asked = there if arrays["query"].shape[1] == there.shape[1] else np.ones((len(there), 1), np.bool_)
    mask: Mask = asked[:, None, :, None] & there[:, None, None, :]
    return mask
