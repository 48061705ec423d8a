"""The checks of the interface's functions on one instance."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from typing import Any

import jax
import numpy as np

from verification.bounds import Array, compute_dtype, precision_of
from verification.checks import REFERENCE_SLACK, Comparison, quick_options
from verification.interface import exact, textbook
from verification.interface.bounds import MERGING, error_bounds
from verification.interface.calls import (
    FORWARD,
    JVP,
    SMALL_BLOCKS,
    VJP,
    Function,
    Results,
    arguments,
    as_float64,
    largest,
    results,
)
from verification.interface.instances import DIFFERENTIABLE, SCALARS, Instance, make_instance

OF = {
    FORWARD: ("output", "logsumexp"),
    VJP: tuple(f"{name}_cotangent" for name in DIFFERENTIABLE),
    JVP: ("output", "logsumexp", "output_tangent", "logsumexp_tangent"),
}
OPTIONS_OF_JAX_NN = (
    *("query", "key", "value", "bias", "mask", "scale"),
    *("is_causal", "local_window_size", "query_seq_lengths", "key_value_seq_lengths"),
)
MOST_KEYS = 16  # of an instance that is evaluated in high precision
MOST_FEATURES = 64  # of all its heads together
Functions = Callable[[str, str], Function]


@dataclass(frozen=True)
class Stored:
    """An output that comes with an instance, and the bound on the difference from it."""

    output: Array
    bound: Array


@dataclass(frozen=True)
class References:
    """What the results of one instance are compared to."""

    instance: Instance
    dtype: np.dtype
    stored: Stored | None = None

    @cached_property
    def exact(self) -> Mapping[str, Array]:
        """The theorems' values, NaN where they say nothing."""
        return exact.evaluated(self.instance)

    @cached_property
    def textbook(self) -> Mapping[str, Array]:
        """The textbook's values and their derivatives by automatic differentiation."""
        return textbook.evaluated(self.instance)

    @cached_property
    def bounds(self) -> Mapping[str, Array]:
        """The bound on the rounding error of each result."""
        return error_bounds(self.instance, self.dtype)

    @cached_property
    def twice(self) -> Mapping[str, Array]:
        """The same for the difference of two results."""
        return {name: 2 * bound for name, bound in self.bounds.items()}

    @cached_property
    def reference_bounds(self) -> Mapping[str, Array]:
        """The same with what a float64 reference may lose itself."""
        double = error_bounds(self.instance, np.dtype(np.float64))
        return {name: bound + REFERENCE_SLACK * double[name] for name, bound in self.bounds.items()}


@lru_cache(maxsize=1024)
def references(dtype: np.dtype, seed: int, number: int) -> References:
    """Those of an instance of a run."""
    return References(make_instance(dtype, seed, number), dtype)


@dataclass(frozen=True)
class Problem:
    """The functions under test on one instance. `functions` gives a backend's function by name."""

    references: References
    functions: Functions

    @property
    def instance(self) -> Instance:
        return self.references.instance

    @property
    def dtype(self) -> np.dtype:
        return self.references.dtype

    @cached_property
    def arguments(self) -> Mapping[str, Any]:
        return arguments(self.instance, self.dtype)

    @cached_property
    def _kept(self) -> dict[tuple[str, str], Results]:
        return {}

    def raw(self, backend: str, name: str) -> Results:
        """What a function returns."""
        if (backend, name) not in self._kept:
            self._kept[backend, name] = self.called(backend, name)
        return self._kept[backend, name]

    def called(self, backend: str, name: str, **others: Any) -> Results:
        """What a function returns with some arguments replaced."""
        given = {**self.arguments, **self._schedule(backend), **others}
        return results(self.functions(backend, name), name, backend, given)

    def _schedule(self, backend: str) -> Mapping[str, Any]:
        """NumPy is run with two; JAX, which compiles each, with small blocks where they matter."""
        cut = self.instance.cut or len(self.instance.features) > 1
        return {"schedule": SMALL_BLOCKS} if backend == "jax" and cut else {}

    def got(self, backend: str, name: str) -> dict[str, Array]:
        return as_float64(self.instance, self.raw(backend, name))

    def compared(
        self,
        check: str,
        got: Mapping[str, Array],
        wanted: Mapping[str, Array],
        bounds: Mapping[str, Array],
        names: tuple[str, ...],
    ) -> Iterator[Comparison]:
        """A comparison for each result that this instance has; entries that are NaN in what is wanted are left out."""
        for name in names:
            if name in wanted:
                shape = np.shape(wanted[name])
                value = got.get(name, np.asarray(np.nan))
                said = np.ones(shape, np.bool_) if check != "theorem" else ~np.isnan(wanted[name])
                if value.shape == shape:
                    value, goal, bound = value[said], wanted[name][said], bounds[name][said]
                else:
                    goal, bound = wanted[name], bounds[name]
                yield Comparison(check, name, value, goal, bound, self.largest(name))

    def largest(self, name: str) -> float:
        return largest(compute_dtype(self.dtype) if name.startswith("logsumexp") else self.dtype)


def comparisons(problem: Problem, name: str, backend: str) -> Iterator[Comparison]:
    """Every check of one function of a backend."""
    try:
        problem.raw(backend, name)
        yield from _values(problem, name, backend)
        if name == FORWARD:
            yield from _mass(problem, backend)
            yield from _spreading(problem, backend)
            yield from _drop_in(problem, backend)
            yield from _stored(problem, backend)
        if name == VJP:
            yield from _adjoint(problem, backend)
        if backend == "numpy":
            yield from _schedules(problem, name)
        else:
            there = problem.got("numpy", name)
            yield from problem.compared("backends", problem.got("jax", name), there, problem.references.twice, OF[name])
    except Exception as error:  # whatever a function raises is a finding, not the end of the run
        nothing = np.full((), np.nan)
        yield Comparison("runs", f"{type(error).__name__}: {error}", nothing, nothing, nothing, 1.0)


def _values(problem: Problem, name: str, backend: str) -> Iterator[Comparison]:
    """Against high precision in float64, and against the textbook in every dtype; and the types."""
    got, size = problem.got(backend, name), problem.instance.sizes
    if problem.dtype == np.float64 and max(size.S, size.T) <= MOST_KEYS and size.B * size.N * size.H <= MOST_FEATURES:
        yield from problem.compared("theorem", got, problem.references.exact, problem.references.bounds, OF[name])
    check = "textbook" if name == FORWARD else "autodiff"
    yield from problem.compared(check, got, problem.references.textbook, problem.references.reference_bounds, OF[name])
    for key, found in problem.raw(backend, name).items():
        wanted = _dtype(problem, key)
        right = np.dtype(found.dtype) in wanted
        yield Comparison("types", f"{key} is {found.dtype}", np.asarray(1.0 - right), np.zeros(()), np.zeros(()), 1.0)


def _dtype(problem: Problem, name: str) -> tuple[np.dtype, ...]:
    """What the dtype of a result may be; a number has none of its own."""
    wide = compute_dtype(problem.dtype)
    if name.removesuffix("_cotangent") in SCALARS:
        return (wide, np.dtype(np.float64))
    return (wide,) if name.startswith("logsumexp") else (problem.dtype,)


def _schedules(problem: Problem, name: str) -> Iterator[Comparison]:
    """Blocks of two queries and two keys give the same; so does the vjp from the saved results."""
    saved = problem.raw("numpy", FORWARD) if name == VJP else {}
    there = as_float64(problem.instance, problem.called("numpy", name, schedule=SMALL_BLOCKS, **saved))
    yield from problem.compared("schedules", there, problem.got("numpy", name), problem.references.twice, OF[name])


def _mass(problem: Problem, backend: str) -> Iterator[Comparison]:
    """The weights of a row that sees a key sum to 1, whatever its scores; those of an empty row to 0."""
    instance = problem.instance
    if "sinks" in instance.arrays:
        return
    ones = np.ones_like(instance.arrays["value"])
    value = np.where(np.isfinite(instance.given["value"]), ones, instance.given["value"])
    changed = replace(
        instance, arrays={**instance.arrays, "value": ones}, poisoned={**instance.poisoned, "value": value}
    )
    given = arguments(changed, problem.dtype)
    got = as_float64(instance, problem.called(backend, FORWARD, value=given["value"]))["output"]
    some = textbook.attending(instance)[..., None]
    wanted = np.broadcast_to(some, got.shape).astype(float)
    roundings = (MERGING * (instance.sizes.S + 1) + 8) * precision_of(compute_dtype(problem.dtype)).unit
    bound = np.full(got.shape, roundings + precision_of(problem.dtype).unit)
    yield Comparison("mass", "output for values of 1", got, wanted, bound, problem.largest("output"))


def _spreading(problem: Problem, backend: str) -> Iterator[Comparison]:
    """NaN in one key and its value makes NaN of the rows that see it and leaves the others as they are."""
    instance = problem.instance
    if not instance.sizes.S or not instance.sizes.T:
        return
    seen = textbook.visible(instance)
    key = int(np.argmax(np.minimum(seen.any((0, 1, 2)), ~seen.all((0, 1, 2)))))
    spoiled = {}
    for name in ("key", "value"):
        array = np.array(instance.given[name])
        array[:, key] = np.nan
        spoiled[name] = array
    given = arguments(replace(instance, poisoned={**instance.poisoned, **spoiled}), problem.dtype)
    got = as_float64(instance, problem.called(backend, FORWARD, **{name: given[name] for name in spoiled}))
    sees = np.swapaxes(seen[..., key], 1, 2)
    for name in ("output", "logsumexp"):
        wanted, bound = problem.references.textbook[name][~sees], problem.references.reference_bounds[name][~sees]
        yield Comparison("spreading", name, got[name][~sees], wanted, bound, problem.largest(name))
        finite = np.isfinite(got[name][sees]).astype(float)
        yield Comparison("spreading", f"{name} of rows that see NaN", finite, 0 * finite, 0 * finite, 1.0)


def _adjoint(problem: Problem, backend: str) -> Iterator[Comparison]:
    """<J^T g, t> = <g, J t>, both sides by the kernels."""
    instance, bounds = problem.instance, problem.references.bounds
    pulled, pushed = problem.got(backend, VJP), problem.got(backend, JVP)
    left = [(pulled[f"{name}_cotangent"], t, bounds[f"{name}_cotangent"]) for name, t in instance.tangents.items()]
    right = [(pushed[f"{name}_tangent"], g, bounds[f"{name}_tangent"]) for name, g in instance.cotangents.items()]
    sums = [
        sum(float((found * with_.reshape(found.shape)).sum()) for found, with_, _ in side) for side in (left, right)
    ]
    parts = [*left, *right]
    if not all(np.isfinite(found).all() for found, _, _ in parts):  # what overflows has no adjoint
        return
    allowed = sum(float((bound * np.abs(with_)).sum()) for _, with_, bound in parts)
    allowed += 1e-14 * sum(float(np.abs(found * with_.reshape(found.shape)).sum()) for found, with_, _ in parts)
    got, wanted = (np.asarray(one) for one in sums)
    yield Comparison("adjoint", "all", got, wanted, np.asarray(allowed), problem.largest("output"))


def _is_of_jax_nn(instance: Instance, dtype: np.dtype) -> bool:
    """Whether `jax.nn.dot_product_attention` computes this: its options, values as wide as keys, float32 inside."""
    size, options = instance.sizes, instance.options
    ours = {"softcap", "sinks"} & instance.arrays.keys() or np.any(options.get("causal_offset", 0)) or instance.poisoned
    return dtype == np.float32 and not ours and size.E == size.H and min(size.T, size.S) > 0


def _drop_in(problem: Problem, backend: str) -> Iterator[Comparison]:
    """`jax.nn.dot_product_attention` gives the same in rows that see something; each may be off by the bound."""
    instance = problem.instance
    if not _is_of_jax_nn(instance, problem.dtype) or len(instance.features) > 1:
        return
    given = {name: x for name, x in problem.arguments.items() if name in OPTIONS_OF_JAX_NN}
    static = {name: given.pop(name) for name in ("is_causal", "local_window_size") if name in given}
    function = jax.jit(
        lambda traced: jax.nn.dot_product_attention(**traced, **static), compiler_options=quick_options()
    )
    theirs = as_float64(instance, {"output": function(given)})["output"]
    some = textbook.attending(instance)
    got, bound = problem.got(backend, FORWARD)["output"], 2 * problem.references.bounds["output"]
    yield Comparison("drop-in", "output", got[some], theirs[some], bound[some], problem.largest("output"))


def _stored(problem: Problem, backend: str) -> Iterator[Comparison]:
    """The output that comes with the arrays, in rows that see something."""
    stored = problem.references.stored
    if stored is None:
        return
    got, some = problem.got(backend, FORWARD)["output"], textbook.attending(problem.instance)
    yield Comparison("stored", "output", got[some], stored.output[some], stored.bound[some], problem.largest("output"))
