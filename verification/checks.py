"""The checks of one kernel on one instance: what was computed, what was wanted, how far apart they may be."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from typing import Any

import jax
import ml_dtypes
import numpy as np
from numpy.typing import NDArray

from codegen.compile import Compiled
from codegen.kernels import KERNELS, Kernel
from derivations.index import Tensor
from verification.bounds import compute_dtype, error_bounds, precision_of
from verification.evaluate import Evaluation, balls
from verification.instances import Instance
from verification.references import DIFFERENTIATED, REFERENCES
from verification.searches import SEARCHED, Found, inexact, order_of, relative_scores

Array = NDArray[np.float64]
Results = tuple[Array, ...]
Function = Callable[..., Any]
BITS = 256  # more than enough for exponents of 1e7
MOST_ENTRIES = 48  # of a result that are evaluated in high precision
MOST_ROWS = 16  # of a Jacobian that is compared whole
QUICK = {"xla_backend_optimization_level": 0, "xla_cpu_use_fusion_emitters": False}
REFERENCE_SLACK = 8.0  # a float64 reference may lose this many times the float64 bound


@dataclass(frozen=True)
class Comparison:
    """A result, its reference, and the bound on the difference."""

    check: str
    output: str
    got: Array
    wanted: Array
    bound: Array
    largest: float

    @cached_property
    def error(self) -> float:
        """The largest difference in units of the bound, infinite for a wrong shape or NaN.

        What is beyond the dtype's largest number counts as that number: such a result overflows rightly.
        """
        if self.got.shape != self.wanted.shape:
            return float("inf")
        got, wanted = (np.clip(x, -self.largest, self.largest) for x in (self.got, self.wanted))
        with np.errstate(all="ignore"):
            gap = np.where(got == wanted, 0.0, np.abs(got - wanted) / self.bound)
        return float(np.max(np.where(np.isnan(gap), np.inf, gap), initial=0.0))


@dataclass(frozen=True)
class Problem:
    """A kernel's program and one instance of its arguments, with everything that its results are compared to."""

    compiled: Compiled
    dtype: np.dtype
    instance: Instance

    @property
    def name(self) -> str:
        return self.compiled.kernel.name

    @property
    def largest(self) -> float:
        return float(ml_dtypes.finfo(self.dtype).max)  # type: ignore[no-untyped-call]

    @cached_property
    def outputs(self) -> list[str]:
        return [output.name for output in self.compiled.kernel.outputs]

    @cached_property
    def wide(self) -> list[Array]:
        """The arguments in float64."""
        return [self.instance.arrays[argument.name] for argument in self.compiled.kernel.arguments]

    @cached_property
    def arguments(self) -> list[Any]:
        """The arguments as the kernel is given them: arrays of the dtype, scalars in float64."""
        tensors = [isinstance(argument.variable, Tensor) for argument in self.compiled.kernel.arguments]
        return [
            np.asarray(x, self.dtype if tensor else np.float64) for x, tensor in zip(self.wide, tensors, strict=True)
        ]

    @cached_property
    def bounds(self) -> Mapping[str, Array]:
        """The bound on the rounding error of each result."""
        return self._bounds(self.dtype)

    @cached_property
    def reference_bounds(self) -> Mapping[str, Array]:
        """The same with what a float64 reference may lose itself."""
        double = self._bounds(np.dtype(np.float64))
        return {name: bound + REFERENCE_SLACK * double[name] for name, bound in self.bounds.items()}

    def _bounds(self, dtype: np.dtype) -> Mapping[str, Array]:
        search, arrays = self.compiled.kernel.search, self.instance.arrays
        if not search:
            found = error_bounds(self.compiled.program, arrays, self.instance.sizes, dtype)
            return {name: np.broadcast_to(found[name].error, self.shape(name)) for name in self.outputs}
        given = {**arrays, **{name: x.astype(np.float64) for name, x in self.found.named().items()}}
        off = inexact(search.function, arrays, self.found, precision_of(compute_dtype(dtype)))
        found = error_bounds(self.compiled.program, given, self.instance.sizes, dtype, {"threshold": off.threshold})
        return {name: np.broadcast_to(found[name].error + off.weights, self.shape(name)) for name in self.outputs}

    @cached_property
    def found(self) -> Found:
        """What the kernel's search must find."""
        search = self.compiled.kernel.search
        if not search:
            raise ValueError(f"{self.name} searches for nothing")
        return SEARCHED[search.function](self.instance.arrays)

    def shape(self, name: str) -> tuple[int, ...]:
        """The shape of a result."""
        output = next(output for output in self.compiled.kernel.outputs if output.name == name)
        return (*self.instance.batch, *(self.instance.sizes[index.axis] for index in output.indices))

    @cached_property
    def exact(self) -> Mapping[str, tuple[NDArray[np.intp], Array]]:
        """The flat places of some entries of each result (all, if few), and their values by the theorem."""
        batches = itertools.product(*map(range, self.instance.batch))
        evaluations = {batch: self._evaluation(batch) for batch in batches}
        return {
            output.name: self._entries(output.name, output.indices, evaluations)
            for output in self.compiled.kernel.outputs
        }

    def said(self, name: str) -> tuple[NDArray[np.intp], Array]:
        """The same of one result, without the entries of empty rows about which the theorem says nothing."""
        places, wanted = self.exact[name]
        kept = ~np.isnan(wanted) if self.instance.empty else np.ones(len(places), bool)
        return places[kept], wanted[kept]

    def _entries(
        self, name: str, indices: Any, evaluations: Mapping[Any, Evaluation[Any]]
    ) -> tuple[NDArray[np.intp], Array]:
        shape, rank = self.shape(name), len(self.instance.batch)
        count = int(np.prod(shape))
        rng = np.random.default_rng(count)
        places = np.arange(count) if count <= MOST_ENTRIES else np.sort(rng.choice(count, MOST_ENTRIES, replace=False))
        values = []
        for place in places:
            where = tuple(int(n) for n in np.unravel_index(place, shape))
            at = dict(zip(indices, where[rank:], strict=True))
            values.append(float(evaluations[where[:rank]](self.compiled.expressions[name], at).mid()))
        return places, np.asarray(values)

    def _evaluation(self, batch: tuple[int, ...]) -> Evaluation[Any]:
        kernel = self.compiled.kernel
        values = {a.variable: x[batch] for a, x in zip(kernel.arguments, self.wide, strict=True)}
        values |= {a.variable: self.found.named()[a.name][batch] for a in kernel.found}
        arrays = {variable: x for variable, x in values.items() if isinstance(variable, Tensor)}
        scalars = {variable: np.asarray(x).item() for variable, x in values.items() if not isinstance(variable, Tensor)}
        return Evaluation(self.instance.sizes, arrays, scalars, balls(BITS))

    @cached_property
    def references(self) -> list[tuple[str, Results]]:
        """What each affordable hand-written reference gives in float64."""
        most = max(self.instance.sizes.values())
        rank = len(self.instance.batch)
        return [
            (reference.check, self.kept(called(quickly(reference.function, rank), self.wide)))
            for reference in REFERENCES[self.name]
            if most <= reference.most_keys
        ]

    def kept(self, results: Results) -> Results:
        """Of all results of the kernel as it is declared, those that are compared: a target may return fewer."""
        declared = next(kernel for kernels in KERNELS.values() for kernel in kernels if kernel.name == self.name)
        return tuple(x for x, output in zip(results, declared.outputs, strict=True) if output.name in self.outputs)

    @cached_property
    def primals(self) -> int:
        """How many of the arguments of a vjp kernel are its primal's; the others are cotangents."""
        names = [argument.name for argument in self.compiled.kernel.arguments]
        return sum(not name.endswith("_cotangent") for name in names)

    @cached_property
    def varied(self) -> tuple[int, ...]:
        """The places of the arguments of which the results are the cotangents."""
        names = [argument.name for argument in self.compiled.kernel.arguments]
        return tuple(names.index(output.at or output.of) for output in self.compiled.kernel.outputs)

    @cached_property
    def tangents(self) -> list[Array]:
        rng = np.random.default_rng(0)
        return [rng.normal(size=self.wide[place].shape) for place in self.varied]

    @cached_property
    def pushed(self) -> Results:
        """J t: the textbook's forward-mode derivative along random tangents."""
        return called(
            quickly(pushing(DIFFERENTIATED[self.name], self.primals, self.varied), len(self.instance.batch)),
            self.wide[: self.primals] + self.tangents,
        )


def comparisons(problem: Problem, backend: str, functions: Callable[[str, str], Function]) -> Iterator[Comparison]:
    """Every check of one backend's kernel that applies. `functions` gives a backend's kernel by name."""
    function, name = functions(backend, problem.name), problem.name
    try:
        got = called(compiled_function(backend, function), problem.arguments)
    except Exception as error:  # whatever a kernel raises is a finding, not the end of the run
        nothing = np.full((), np.nan)
        yield Comparison("runs", f"{type(error).__name__}: {error}", nothing, nothing, nothing, problem.largest)
        return
    shapes = [problem.shape(output) for output in problem.outputs]
    if [result.shape for result in got] != shapes:
        nothing = np.full((), np.nan)
        what = f"shapes {[result.shape for result in got]} and not {shapes}"
        yield Comparison("theorem", what, nothing, nothing, nothing, problem.largest)
        return
    own, wide = problem.bounds, problem.reference_bounds
    for output, result in zip(problem.outputs, got, strict=True):
        places, wanted = problem.said(output)
        yield Comparison(
            "theorem", output, result.ravel()[places], wanted, own[output].ravel()[places], problem.largest
        )
    search = problem.compiled.kernel.search
    if search and search.conditions:
        yield from _conditions(problem, search.function, got[0])
    for check, wanted_results in problem.references:
        yield from _each(check, problem, got, wanted_results, wide)
    other = "jax" if backend == "numpy" else "numpy"
    there = problem.kept(called(compiled_function(other, functions(other, name)), problem.arguments))
    yield from _each("backends", problem, got, there, {output: 2 * own[output] for output in own})
    if name in DIFFERENTIATED:
        if all(np.isfinite(result).all() for result in got):  # what overflows in float16 has no adjoint
            yield _adjoint(problem, got)
        yield from _jacobian(problem, compiled_function(backend, function))
    if backend == "jax":
        yield from _transformed(problem, function, functions, got)


def called(function: Function, arguments: list[Any]) -> Results:
    """The results of a function as a tuple of float64 arrays."""
    with np.errstate(over="ignore"):
        results = function(*arguments)
    return tuple(np.asarray(r).astype(np.float64) for r in (results if isinstance(results, tuple) else (results,)))


def compiled_function(backend: str, function: Function) -> Function:
    """JAX kernels run under `jit`, NumPy ones as they are."""
    return mapped(function, 0) if backend == "jax" else function


@lru_cache(maxsize=256)
def mapped(function: Function, rank: int) -> Function:
    """The function over this many leading axes, compiled."""
    return jax.jit(over_leading_axes(function, rank))


@lru_cache(maxsize=256)
def quickly(function: Function, rank: int) -> Function:
    """The same for a reference, which runs a few times: compiled in a fraction of the time, to slower code."""
    return jax.jit(over_leading_axes(function, rank), compiler_options=quick_options())


def over_leading_axes(function: Function, rank: int) -> Function:
    """The function under this many `vmap`."""
    for _ in range(rank):
        function = jax.vmap(function)
    return function


@lru_cache(maxsize=1)
def quick_options() -> dict[str, Any]:
    """The compiler's options for little optimisation, those that this version of it has."""
    return {name: value for name, value in QUICK.items() if _has_option(name, value)}


def _has_option(name: str, value: Any) -> bool:
    try:
        jax.jit(lambda: 0, compiler_options={name: value}).lower().compile()
    except jax.errors.JaxRuntimeError:
        return False
    return True


@lru_cache(maxsize=16)
def pushing(function: Function, count: int, varied: tuple[int, ...]) -> Function:
    """(primals, tangents of the varied ones) -> J tangents."""

    def pushed(*args: Any) -> Any:
        def of_varied(*given: Any) -> Any:
            return function(*with_those(args[:count], varied, given))

        return jax.jvp(of_varied, tuple(args[place] for place in varied), args[count:])[1]

    return pushed


def with_those(given: Sequence[Any], places: Sequence[int], others: Sequence[Any]) -> list[Any]:
    """The list with other values in some places."""
    result = list(given)
    for place, other in zip(places, others, strict=True):
        result[place] = other
    return result


@lru_cache(maxsize=16)
def pulling_back(function: Function, count: int) -> Function:
    """(primals, cotangents) -> the results at the primals, and JAX's derivative: the cotangents of the primals."""

    def pulled(*args: Any) -> Any:
        results, pull_back = jax.vjp(function, *args[:count])
        return results, pull_back(tuple(args[count:]) if isinstance(results, tuple) else args[count])

    return jax.jit(pulled)


@lru_cache(maxsize=16)
def jacobian(function: Function, varied: tuple[int, ...]) -> Function:
    """The Jacobian in each of the varied arguments, its rows the entries of all results in turn."""

    def flat(*args: Any) -> Any:
        results = function(*args)
        return jax.numpy.concatenate([r.ravel() for r in (results if isinstance(results, tuple) else (results,))])

    return jax.jacrev(flat, argnums=varied)


def _each(
    check: str, problem: Problem, got: Results, wanted: Results, bounds: Mapping[str, Array]
) -> Iterator[Comparison]:
    for output, result, reference in zip(problem.outputs, got, wanted, strict=True):
        yield Comparison(check, output, result, reference, bounds[output], problem.largest)


def _adjoint(problem: Problem, got: Results) -> Comparison:
    """<J^T g, t> = <g, J t>, summed over everything."""
    left = sum(float((result * tangent).sum()) for result, tangent in zip(got, problem.tangents, strict=True))
    cotangents = problem.wide[problem.primals :]
    products = [pushed * cotangent for pushed, cotangent in zip(problem.pushed, cotangents, strict=True)]
    right = sum(float(product.sum()) for product in products)
    bound = sum(
        float((problem.reference_bounds[output] * np.abs(tangent)).sum())
        for output, tangent in zip(problem.outputs, problem.tangents, strict=True)
    ) + 1e-14 * sum(float(np.abs(product).sum()) for product in products)
    got_side, wanted_side, gap = np.asarray(left), np.asarray(right), np.asarray(bound)
    return Comparison("adjoint", "all", got_side, wanted_side, gap, problem.largest)


def _jacobian(problem: Problem, function: Function) -> Iterator[Comparison]:
    """J^T on each basis cotangent in turn is the Jacobian."""
    count, arrays = problem.primals, problem.instance.arrays
    names = [argument.name for argument in problem.compiled.kernel.arguments]
    cotangents = {name: arrays[name] for name in names[count:]}
    rows = sum(cotangent.size for cotangent in cotangents.values())
    if problem.instance.batch or not 2 < rows <= MOST_ROWS:
        return
    basis = np.split(np.eye(rows), np.cumsum([c.size for c in cotangents.values()])[:-1], axis=1)
    tiled = {name: np.broadcast_to(arrays[name], (rows, *arrays[name].shape)) for name in names[:count]}
    tiled |= {name: part.reshape(rows, *cotangents[name].shape) for name, part in zip(cotangents, basis, strict=True)}
    tall = Problem(problem.compiled, problem.dtype, Instance("Jacobian", problem.instance.sizes, (rows,), tiled))
    wanted = called(quickly(jacobian(DIFFERENTIATED[problem.name], problem.varied), 0), problem.wide[:count])
    each = [called(function, [argument[row] for argument in tall.arguments]) for row in range(rows)]
    got = tuple(np.stack(result) for result in zip(*each, strict=True))
    yield from _each("jacobian", tall, got, wanted, tall.reference_bounds)


def _transformed(
    problem: Problem, function: Function, functions: Callable[[str, str], Function], got: Results
) -> Iterator[Comparison]:
    """Under `vmap`, and as JAX's derivative of its primal, a kernel gives what it gives without."""
    if not problem.instance.batch:
        return
    twice = {output: 2 * bound for output, bound in problem.bounds.items()}
    each = called(mapped(function, len(problem.instance.batch)), problem.arguments)
    yield from _each("vmap", problem, each, got, twice)
    primals = [kernel for kernels in KERNELS.values() for kernel in kernels if kernel.vjp == problem.name]
    instead = {output.of: output.at for output in problem.compiled.kernel.outputs if output.at}
    if primals and instead:
        yield from _derivative_at_results(problem, function, functions("jax", primals[0].name), primals[0], instead)
    elif primals:
        primal = functions("jax", primals[0].name)
        _, pulled = pulling_back(primal, problem.primals)(*problem.arguments)
        cotangents = called(lambda: tuple(pulled[place] for place in problem.varied), [])
        yield from _each("derivative", problem, cotangents, got, twice)


def _derivative_at_results(
    problem: Problem, function: Function, primal: Function, declared: Kernel, instead: Mapping[str, str]
) -> Iterator[Comparison]:
    """JAX's derivative of a primal is the vjp kernel at the primal's result.

    The argument that the vjp kernel is not given may be anything, so it is what the instance has in its place.
    """
    names = [argument.name for argument in problem.compiled.kernel.arguments]
    given = dict(zip(names, problem.arguments, strict=True))
    primals = [given[instead.get(a.name, a.name)] for a in declared.arguments]
    result, every = pulling_back(primal, len(primals))(*primals, problem.arguments[-1])
    pulled = [every[n] for n, a in enumerate(declared.arguments) if a.name in instead]
    moved = {**problem.instance.arrays, **{at: np.asarray(result, np.float64) for at in instead.values()}}
    there = Problem(problem.compiled, problem.dtype, replace(problem.instance, arrays=moved))
    bounds = {output: 2 * bound for output, bound in there.bounds.items()}
    yield from _each("derivative", there, called(lambda: tuple(pulled), []), called(function, there.arguments), bounds)


def _conditions(problem: Problem, function: str, weights: Array) -> Iterator[Comparison]:
    """The conditions of optimality: p >= 0, sum p = 1, and s - p^beta / beta is lambda on the support, at most it off.

    They hold for no other plan, so that the search found the right support is checked without knowing it.
    """
    arrays, stored = problem.instance.arrays, precision_of(problem.dtype)
    unit = precision_of(compute_dtype(problem.dtype)).unit
    off = inexact(function, arrays, problem.found, precision_of(compute_dtype(problem.dtype)))
    beta, relative = order_of(arrays), relative_scores(arrays)
    plan, zero = np.maximum(weights, 0), np.zeros_like(weights)
    yield Comparison("conditions", "nonnegative", np.minimum(weights, 0), zero, zero, problem.largest)

    error = off.threshold[..., None] + 8 * unit * (1 + 1 / beta)
    held = stored.unit * plan + stored.tiny
    power, most, least = (x**beta / beta for x in (plan, plan + held, np.maximum(plan - held, 0)))
    top = np.argmax(relative, axis=-1)[..., None]
    multiplier = relative - power - np.take_along_axis(relative - power, top, -1)
    wide = most - least + np.take_along_axis(most - least, top, -1) + 4 * error
    unmet = np.where(plan > 0, multiplier, np.maximum(multiplier, 0))
    yield Comparison("conditions", "multiplier", unmet, zero, wide, problem.largest)

    ends = [np.maximum(beta * (power + sign * 2 * error), 0) ** (1 / beta) for sign in (-1, 1)]
    loose = np.where((plan > 0) | (off.weights > 0), ends[1] - ends[0] + held, 0) + off.weights
    bound = loose.sum(-1) + 8 * (plan.shape[-1] + 8) * unit
    yield Comparison("conditions", "mass", plan.sum(-1), np.ones(plan.shape[:-1]), bound, problem.largest)
