"""Seeded instances of a kernel's arguments, random and adversarial."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass

import ml_dtypes
import numpy as np
from numpy.typing import NDArray

from codegen.kernels import Kernel
from derivations.index import Axis, Tensor
from derivations.notation import channels, features, heads, keys, queries, tokens, values
from verification.bounds import precision_of

Arrays = dict[str, NDArray[np.float64]]

DTYPES: Mapping[str, np.dtype] = {
    "float16": np.dtype(np.float16),
    "bfloat16": np.dtype(ml_dtypes.bfloat16),
    "float32": np.dtype(np.float32),
    "float64": np.dtype(np.float64),
}


@dataclass(frozen=True)
class Instance:
    """Arguments of a kernel, as float64 arrays that the working dtype holds exactly.

    `empty` says that some rows have nothing to attend to. No theorem says what such a row gives; a convention does.
    """

    label: str
    sizes: Mapping[Axis, int]
    batch: tuple[int, ...]
    arrays: Mapping[str, NDArray[np.float64]]
    empty: bool = False


@dataclass(frozen=True)
class Kind:
    """A way of making instances: sizes, batch axes, what is done to standard normal arrays, whether rows are empty."""

    label: str
    sizes: Mapping[Axis, int]
    batch: tuple[int, ...] = ()
    change: Callable[[Arrays, np.random.Generator, np.dtype], None] = lambda arrays, rng, dtype: None
    empty: bool = False


SMALL = {queries: 3, keys: 5, features: 4, values: 2, tokens: 4, channels: 3, heads: 2}
ONE_KEY = {queries: 2, keys: 1, features: 3, values: 2, tokens: 1, channels: 3, heads: 2}
ONE_QUERY = {queries: 1, keys: 6, features: 1, values: 1, tokens: 5, channels: 1, heads: 1}
LONG = {queries: 2, keys: 1024, features: 2, values: 2, tokens: 96, channels: 2, heads: 1}
LARGER = {queries: 24, keys: 40, features: 16, values: 12, tokens: 12, channels: 10, heads: 4}
POSITIVE = {"temperature", "epsilon"}
SCALED = ("scores", "moved_scores", "cost", "maximum", "other_maximum")
OF_THEIR_OWN_SIZE = {*POSITIVE, "plan", "weights", "alpha", "sum", "other_sum", "prior"}


def _scale_scores(scale: float) -> Callable[[Arrays, np.random.Generator, np.dtype], None]:
    def change(arrays: Arrays, rng: np.random.Generator, dtype: np.dtype) -> None:
        for name in set(SCALED) & set(arrays):
            arrays[name] *= scale
        for name in {"query", "key", "query_matrix", "key_matrix"} & set(arrays):
            arrays[name] *= scale**0.5
        if "score_matrix" in arrays:
            arrays["score_matrix"] *= scale

    return change


def _ties(arrays: Arrays, rng: np.random.Generator, dtype: np.dtype) -> None:
    for name in {*SCALED, "utility"} & set(arrays):
        arrays[name] = np.round(arrays[name])
    for name in {"key", "inputs"} & set(arrays):
        arrays[name][...] = arrays[name][..., :1, :]


def _tiny_temperature(arrays: Arrays, rng: np.random.Generator, dtype: np.dtype) -> None:
    for name in POSITIVE & set(arrays):
        arrays[name] = arrays[name] * 1e-3
    if "alpha" in arrays:
        arrays["alpha"] = 1 + (arrays["alpha"] - 1) / 16


def _equal(arrays: Arrays, rng: np.random.Generator, dtype: np.dtype) -> None:
    for name in set(SCALED) & set(arrays):
        arrays[name][...] = arrays[name][..., :1]
    if "key" in arrays:
        arrays["key"][...] = arrays["key"][..., :1, :]


def _edge(arrays: Arrays, rng: np.random.Generator, dtype: np.dtype) -> None:
    """Scores that equal the threshold: of a support of one key, and for sparsemax also of one of two."""
    if "scores" not in arrays:
        return
    gap = np.ones((2, 3, 1))
    if "alpha" in arrays:
        arrays["alpha"] = np.repeat([[1.5], [3.0]], 3, axis=1)
        gap = 1 / (arrays["alpha"][..., None] - 1)
    below = np.concatenate([0 * gap, gap, gap, 4 * gap, gap + 1], axis=-1)
    if "alpha" not in arrays:
        below[1] = [0, 0.5, 0.75, 0.75, 3]
    arrays["scores"] = np.round(arrays["scores"][..., :1]) - below


def _denormal(arrays: Arrays, rng: np.random.Generator, dtype: np.dtype) -> None:
    for name in set(arrays) - OF_THEIR_OWN_SIZE:
        arrays[name] *= precision_of(dtype).tiny / 4


def _wide_range(arrays: Arrays, rng: np.random.Generator, dtype: np.dtype) -> None:
    """Not the projections: their products with the inputs have a wide range already."""
    for name in set(arrays) - OF_THEIR_OWN_SIZE:
        if not name.endswith("_matrix"):
            arrays[name] *= 10 ** rng.uniform(-2, 2, arrays[name].shape)


def _nothing(arrays: Arrays, rng: np.random.Generator, dtype: np.dtype) -> None:
    """Row 0 of one state is empty, row 1 of the other, row 2 of both; no prior in rows 0 and 1."""
    if "prior" in arrays:
        arrays["prior"][0] = 0.0
        if "log_prior" in arrays:
            arrays["log_prior"][1] = -np.inf
    for prefix, rows in (("", [0, 2]), ("other_", [1, 2])):
        for name, empty in (("maximum", -np.inf), ("sum", 0.0), ("accumulator", 0.0)):
            if prefix + name in arrays:
                arrays[prefix + name][rows] = empty


KINDS = (
    Kind("random", SMALL),
    Kind("batched", SMALL, (2, 3)),
    Kind("one key", ONE_KEY),
    Kind("one query, one feature", ONE_QUERY),
    Kind("scores of 1e4", SMALL, change=_scale_scores(1e4)),
    Kind("ties", SMALL, change=_ties),
    Kind("tiny temperature", SMALL, change=_tiny_temperature),
    Kind("denormals", SMALL, change=_denormal),
    Kind("wide range", SMALL, change=_wide_range),
    Kind("long rows", LONG),
    Kind("larger", LARGER),
    Kind("nothing to attend to", SMALL, change=_nothing, empty=True),
    Kind("equal scores", SMALL, change=_equal),
    Kind("edge of the support", SMALL, (2, 3), change=_edge),
)


def make_instance(kernel: Kernel, dtype: np.dtype, seed: int, number: int) -> Instance:
    """Instance `number` of a run: the kinds take turns, the values depend on the seed, the number and the kernel."""
    kind = KINDS[number % len(KINDS)]
    rng = np.random.default_rng([seed, number, zlib.crc32(kernel.name.encode())])
    arrays: Arrays = {}
    for argument in kernel.arguments:
        axes = argument.variable.axes if isinstance(argument.variable, Tensor) else ()
        arrays[argument.name] = rng.normal(size=(*kind.batch, *(kind.sizes[axis] for axis in axes)))
    for name in POSITIVE & set(arrays):
        arrays[name] = np.exp(rng.uniform(-1, 1, kind.batch))
    for name in {"sum", "other_sum"} & set(arrays):
        arrays[name] = 1 + np.abs(arrays[name])
    if "prior" in arrays:
        arrays["prior"] = _prior(arrays["prior"])
    if "alpha" in arrays:
        least, most = (-2.5, 3) if "scores" in arrays else (-1, 1)  # a power of the weights overflows sooner
        arrays["alpha"] = 1 + np.exp(rng.uniform(least, most, kind.batch))
    for name in {"plan", "weights"} & set(arrays):
        arrays[name] = _plan(arrays[name])
    kind.change(arrays, rng, dtype)
    own = {name: held(array, dtype) for name, array in arrays.items()}
    return Instance(kind.label, kind.sizes, kind.batch, own, kind.empty)


def held(array: NDArray[np.float64], dtype: np.dtype) -> NDArray[np.float64]:
    """The nearest values that the dtype holds."""
    return np.asarray(np.asarray(array, np.float64).astype(dtype), np.float64)


def _plan(normal: NDArray[np.float64]) -> NDArray[np.float64]:
    """A point of the closed simplex with zeros in it."""
    positive: NDArray[np.float64] = np.maximum(normal, 0)
    positive[..., :1] += 0.1
    positive /= positive.sum(-1, keepdims=True)
    return positive


def _prior(normal: NDArray[np.float64]) -> NDArray[np.float64]:
    """Weights of which about half are 0, but the first of no row; a masked key may have the largest score."""
    positive: NDArray[np.float64] = np.maximum(normal, 0)
    positive[..., :1] += 0.1
    return positive
