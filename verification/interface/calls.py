"""How the functions of the interface are called on an instance, and what they give by name."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Any

import jax
import ml_dtypes
import numpy as np

from codegen.pieces import FUNCTIONS
from verification.bounds import compute_dtype
from verification.checks import quick_options
from verification.interface.instances import DIFFERENTIABLE, SCALARS, Instance

FORWARD, VJP, JVP = FUNCTIONS
SMALL_BLOCKS: Mapping[str, int] = {"block_queries": 2, "block_keys": 2}
AHEAD = ("query", "key", "value", "bias", "mask")
OF_THEIR_OWN = ("query", "key", "value")  # with a batch axis, or without
TRACED = ("output", "logsumexp", "mask", "causal_offset", "query_seq_lengths", "key_value_seq_lengths")  # by JAX

Function = Callable[..., Any]
Results = Mapping[str, Any]


def arguments(instance: Instance, dtype: np.dtype) -> dict[str, Any]:
    """Everything that may be given to one of the functions, under the names of their parameters."""
    arrays = {name: _number(name, x, dtype) for name, x in instance.given.items()}
    tangents = {f"{name}_tangent": _number(name, x, dtype) for name, x in instance.tangents.items()}
    wide = {"output_cotangent": dtype, "logsumexp_cotangent": compute_dtype(dtype)}
    cotangents = {f"{name}_cotangent": x.astype(wide[f"{name}_cotangent"]) for name, x in instance.cotangents.items()}
    made = {"mask": instance.mask, **instance.options, **arrays, **tangents, **cotangents}
    if instance.unbatched:
        own = (*OF_THEIR_OWN, *(f"{name}_tangent" for name in OF_THEIR_OWN), *cotangents)
        made |= {name: made[name][0] for name in own}
    return {name: x for name, x in made.items() if x is not None}


def _number(name: str, array: Any, dtype: np.dtype) -> Any:
    return float(array) if name in SCALARS else array.astype(dtype)


def results(function: Function, name: str, backend: str, given: Mapping[str, Any]) -> Results:
    """What a function returns for these arguments, by name, in the kind of array that it returns."""
    with np.errstate(all="ignore"):
        if backend == "numpy":
            return called_as(function, name, given)
        static = {key: x for key, x in given.items() if not _traced(key)}
        traced = {key: x for key, x in given.items() if _traced(key)}
        return dict(_compiled(function, name, tuple(sorted((k, _frozen(x)) for k, x in static.items())))(traced))


def _traced(name: str) -> bool:
    return name in (*TRACED, *DIFFERENTIABLE) or name.endswith(("_tangent", "_cotangent"))


def _frozen(value: Any) -> Any:
    return tuple(sorted(value.items())) if isinstance(value, Mapping) else value


@lru_cache(maxsize=4096)
def _compiled(function: Function, name: str, static: tuple[tuple[str, Any], ...]) -> Function:
    options = {key: dict(value) if key == "schedule" else value for key, value in static}
    return jax.jit(lambda traced: called_as(function, name, {**traced, **options}), compiler_options=quick_options())


def called_as(function: Function, name: str, given: Mapping[str, Any]) -> Results:
    """The results as a dictionary: the vjp's by the names of the arguments, None left out."""
    ahead = [given.get(key) for key in AHEAD]
    ends = {FORWARD: (), VJP: ("_cotangent",), JVP: ("_tangent",)}[name]
    keywords = {
        key: x
        for key, x in given.items()
        if key not in AHEAD and (key.endswith(ends) or not key.endswith(("_cotangent", "_tangent")))
    }
    if name == FORWARD:
        return dict(zip(("output", "logsumexp"), function(*ahead, **keywords, return_logsumexp=True), strict=True))
    if name == JVP:
        named = ("output", "logsumexp", "output_tangent", "logsumexp_tangent")
        return dict(zip(named, function(*ahead, **keywords), strict=True))
    found = function(*ahead, keywords.pop("output_cotangent"), keywords.pop("logsumexp_cotangent", None), **keywords)
    return {f"{key}_cotangent": x for key, x in found.items() if x is not None}


def as_float64(instance: Instance, found: Results) -> dict[str, Any]:
    """The results in float64, with the batch axis that an instance without one does not have."""
    made = {name: np.asarray(x).astype(np.float64) for name, x in found.items()}
    if instance.unbatched:
        shared = ("bias_cotangent", "scale_cotangent", "softcap_cotangent", "sinks_cotangent")
        made = {name: x if name in shared else x[None] for name, x in made.items()}
    return made


def largest(dtype: np.dtype) -> float:
    """The largest number of a dtype."""
    return float(ml_dtypes.finfo(dtype).max)  # type: ignore[no-untyped-call]
