"""What a function of a user's is verified as: a kernel of ours, the ways of calling it, and its instances."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from codegen.compile import Compiled, compiled
from codegen.kernels import KERNELS, Kernel
from derivations.index import Axis, Tensor
from derivations.notation import features, keys, queries, values
from verification.checks import Comparison, Function, Problem, Results, called, comparisons
from verification.instances import Instance, held, make_instance
from verification.run import generated_function
from verification.target import (
    FLAGS,
    BadTarget,
    Binding,
    Call,
    Parameter,
    Record,
    Target,
    arranged,
    bound,
    described,
    restored,
    results_of,
    shown,
)

Arrays = Mapping[str, NDArray[Any]]
Values = dict[str, Any]

WITH_PRIOR = {"attention": "prior_attention", "attention_vjp": "prior_attention_vjp"}  # the same with flags
FEATURES = {
    "mask": "a boolean mask, True where a query may see a key",
    "causal": "is_causal=True, where query i sees the keys 0 to i",
    "bias": "a bias, added to the scores after the scale",
    "empty": "rows with nothing to attend to, where the output is 0 and the log-sum-exp minus infinity",
    "value_width": "values of another width than queries and keys",
    "temperatures": "a temperature, or another number, for each leading entry",
}
ROOT = "the square root of the width of the keys"
FLAG_OF = {"mask": "mask", "causal": "is_causal", "bias": "bias"}


@dataclass(frozen=True)
class Form:
    """A way of calling a kernel: the kernel of ours that judges it, and the features that are passed as flags."""

    kernel: Kernel
    flags: tuple[str, ...] = ()

    def changed(self, arrays: Arrays) -> dict[str, NDArray[np.float64]]:
        """The judge's arguments as the flags have them: a mask is a prior of 0 and 1, a bias is a log-prior."""
        if not self.flags:
            return dict(arrays)
        seen = np.where(arrays["prior"] > 0, 1.0, 0.0) if "mask" in self.flags else np.ones_like(arrays["prior"])
        earlier = np.tril(np.ones_like(seen)) if "causal" in self.flags else 1.0
        bias = arrays["log_prior"] if "bias" in self.flags else np.zeros_like(seen)
        return {**arrays, "prior": seen * earlier, "log_prior": bias}

    def given(self, arguments: Arrays) -> Values:
        """What the target is given. A mask next to a causal flag hides no later key, so that the flag must."""
        if not self.flags:
            return dict(arguments)
        later = np.triu(np.ones(arguments["prior"].shape, bool), 1) if "causal" in self.flags else False
        flags = {"mask": (arguments["prior"] > 0) | later, "causal": True, "bias": arguments["log_prior"]}
        passed = {FLAG_OF[flag]: flags[flag] for flag in self.flags}
        return {name: value for name, value in arguments.items() if name not in ("prior", "log_prior")} | passed


@dataclass(frozen=True)
class Subject:
    """What a target stands for: a kernel of ours, and every way of calling it."""

    kernel: Kernel

    @property
    def name(self) -> str:
        return self.kernel.name

    @property
    def parameters(self) -> tuple[Parameter, ...]:
        return parameters_of(self.kernel)

    @property
    def axes(self) -> set[Axis]:
        """The axes of all its arguments."""
        return {axis for parameter in self.parameters for axis in parameter.axes}

    @property
    def forms(self) -> tuple[Form, ...]:
        """First without flags, then with each of them, then with each pair, ..."""
        if self.name not in WITH_PRIOR:
            return (Form(self.kernel),)
        judge = declared(WITH_PRIOR[self.name])
        combined = [flags for count in (1, 2, 3) for flags in itertools.combinations(FLAG_OF, count)]
        return (Form(self.kernel), *(Form(judge, flags) for flags in combined))

    @property
    def optional(self) -> tuple[str, ...]:
        """The features that instances may need and a target may lack."""
        known = {argument.name for form in self.forms for argument in form.kernel.arguments}
        numbers = any(not parameter.axes for parameter in self.parameters)
        return tuple(
            name
            for name in FEATURES
            if (name in FLAG_OF and self.name in WITH_PRIOR)
            or (name == "empty" and known & {"prior", "maximum"})
            or (name == "value_width" and {features, values} <= self.axes)
            or (name == "temperatures" and numbers)
        )  # fmt: skip

    @property
    def has_layouts(self) -> bool:
        """Whether its arrays are those of the heads of an attention."""
        return {queries, keys, features} <= self.axes <= {queries, keys, features, values}


def declared(name: str) -> Kernel:
    """The kernel of a name. Raises `BadTarget`."""
    known = {kernel.name: kernel for kernels in KERNELS.values() for kernel in kernels}
    if name not in known:
        raise BadTarget(f"there is no kernel {name!r} to verify a target as; known: {', '.join(known)}")
    return known[name]


def parameters_of(kernel: Kernel) -> tuple[Parameter, ...]:
    """The kernel's arguments."""
    return tuple(
        Parameter(a.name, a.variable.axes if isinstance(a.variable, Tensor) else (), a.default)
        for a in kernel.arguments
    )


@lru_cache(maxsize=8)
def _whole_program(name: str) -> Compiled:
    return compiled(declared(name))


def program_of(name: str, results: tuple[str, ...]) -> Compiled:
    """The kernel's program, of which only these results are compared."""
    whole = _whole_program(name)
    kept = tuple(output for output in whole.kernel.outputs if output.name in results)
    return replace(whole, kernel=replace(whole.kernel, outputs=kept))


@dataclass(frozen=True)
class Trial:
    """A target, what it is verified as, and the names of the results that it returns, the kernel's first few or all."""

    target: Target
    subject: Subject
    supports: frozenset[str]
    binding: Binding
    returned: tuple[str, ...]

    @property
    def name(self) -> str:
        return self.subject.name

    @property
    def results(self) -> tuple[str, ...]:
        """Those that are compared: not the cotangent of a number that is one for all leading axes, or a scale."""
        numbers = {p.name for p in self.subject.parameters if not p.axes}
        known = set() if "temperatures" in self.supports and not self.binding.scaled else numbers
        of = {output.name: output.at or output.of for output in self.subject.kernel.outputs}
        return tuple(name for name in self.returned if of[name] not in known)

    def cases(self, dtype: np.dtype, seed: int, numbers: Iterable[int]) -> Iterator[Case]:
        """Each form on each instance that needs no feature which the target lacks."""
        for form in self.subject.forms:
            if self.supports.issuperset(form.flags):
                for number in numbers:
                    case = self.case(form, dtype, number, make_instance(form.kernel, dtype, seed, number))
                    if not case.needs - self.supports:
                        yield case

    def case(self, form: Form, dtype: np.dtype, number: int, instance: Instance) -> Case:
        """The instance as the target can be given it: one number for all leading axes, defaults of what it lacks."""
        if "value_width" in set(self.subject.optional) - self.supports:
            narrow = range(min(instance.sizes[features], instance.sizes[values]))
            instance = taken(form.kernel, taken(form.kernel, instance, features, narrow), values, narrow)
        arrays = form.changed(instance.arrays)
        for parameter in self.subject.parameters:
            arrays[parameter.name] = self._adapted(parameter, arrays[parameter.name], instance, dtype)
        changed = replace(instance, arrays=arrays)
        return Case(self, form, dtype, number, replace(changed, empty=has_empty_rows(changed)))

    def _adapted(
        self, parameter: Parameter, value: NDArray[np.float64], instance: Instance, dtype: np.dtype
    ) -> NDArray[np.float64]:
        if parameter.name not in self.binding.parameters:
            return np.full_like(value, 0 if parameter.axes else self.usual(parameter, instance))
        if parameter.axes:
            return value
        number = value if "temperatures" in self.supports else np.full_like(value, value.flat[0])
        return 1 / held(1 / number, dtype) if parameter.name == "temperature" and self.binding.scaled else number

    def usual(self, parameter: Parameter, instance: Instance) -> float:
        """A number for targets that take none: the square root of the width of the keys for a temperature, or ours."""
        root = self.usual_in_words(parameter) == ROOT
        return float(np.sqrt(instance.sizes[features])) if root else float(parameter.default or 1)

    def usual_in_words(self, parameter: Parameter) -> str:
        """The same in words."""
        has_width = features in self.subject.axes
        return ROOT if parameter.name == "temperature" and has_width else parameter.default or "1"


def taken(kernel: Kernel, instance: Instance, axis: Axis, kept: Sequence[int]) -> Instance:
    """The instance with these places of an axis only."""
    arrays = dict(instance.arrays)
    for parameter in parameters_of(kernel):
        for place, own in enumerate(parameter.axes):
            if own == axis:
                arrays[parameter.name] = np.take(arrays[parameter.name], kept, axis=place - len(parameter.axes))
    return replace(instance, sizes={**instance.sizes, axis: len(kept)}, arrays=arrays)


def has_empty_rows(instance: Instance) -> bool:
    """Whether a row has nothing to attend to: no prior, or a state of nothing."""
    prior = instance.arrays.get("prior", np.ones(1))
    closed = np.isneginf(instance.arrays.get("log_prior", np.zeros(1)))
    states = [
        np.isneginf(instance.arrays[name]).any() for name in ("maximum", "other_maximum") if name in instance.arrays
    ]
    return bool(((prior == 0) | closed).all(-1).any() or any(states))


@dataclass(frozen=True)
class Case:
    """One instance, in one form of call."""

    trial: Trial
    form: Form
    dtype: np.dtype
    number: int
    instance: Instance

    @property
    def name(self) -> str:
        """What the table calls it."""
        return ", ".join((self.trial.subject.name, *self.form.flags))

    @property
    def needs(self) -> frozenset[str]:
        """The features of the target that it needs."""
        return frozenset((*self.form.flags, *(["empty"] if self.instance.empty else [])))

    @property
    def layout(self) -> str:
        return self.trial.target.layout

    @cached_property
    def problem(self) -> Problem:
        return Problem(program_of(self.form.kernel.name, self.trial.results), self.dtype, self.instance)

    def call(self, arguments: Arrays) -> Call:
        """The judge's arguments as the target is given them."""
        axes = {p.name: p.axes for p in parameters_of(self.form.kernel)}
        made: Values = {}
        for name, value in self.form.given(arguments).items():
            if isinstance(value, np.ndarray) and (name in FLAGS or axes[name]):
                made[name] = arranged(value, axes.get(name, (queries, keys)), self.layout)
            elif isinstance(value, np.ndarray):
                common = (value == value.flat[0]).all()
                made[name] = float(value.flat[0]) if common else arranged(value.astype(self.dtype), (), self.layout)
            else:
                made[name] = value
        return self.trial.binding.call(made)

    def function(self, *arguments: Any) -> Results:
        """The target as a function of the judge's arguments, in their order and layout. Raises `BadTarget`."""
        names = [argument.name for argument in self.form.kernel.arguments]
        given = dict(zip(names, map(np.asarray, arguments), strict=True))
        return self.checked(results_of(self.trial.target, self.call(given)))

    def checked(self, results: Results) -> Results:
        """The target's results that are compared, in the judge's shapes. Raises `BadTarget` for other shapes."""
        returned = self.trial.returned
        if len(results) != len(returned):
            raise BadTarget(f"it returns {len(results)} results; {', '.join(returned)} are expected")
        kept = []
        for output in self.problem.compiled.kernel.outputs:
            result = results[returned.index(output.name)]
            shape, axes = self.problem.shape(output.name), tuple(index.axis for index in output.indices)
            expected = arranged(np.empty(shape), axes, self.layout).shape
            if result.shape != expected:
                raise BadTarget(f"it returns {output.name} of shape {result.shape}; {expected} is expected")
            kept.append(restored(result, axes, shape, self.layout))
        return tuple(kept)

    def comparisons(self) -> Iterator[Comparison]:
        """Every check that our own kernels go through, save those of JAX transformations.

        A whole Jacobian needs every cotangent.
        """
        found = comparisons(self.problem, "target", self._functions)
        absent = {p.name for p in self.trial.subject.parameters if p.axes} - set(self.trial.binding.parameters)
        return (comparison for comparison in found if not absent or comparison.check != "jacobian")

    def _functions(self, backend: str, name: str) -> Function:
        return self.function if backend == "target" else generated_function(backend, name)

    @cached_property
    def expected(self) -> Mapping[str, tuple[NDArray[np.float64], NDArray[np.float64]]]:
        """Each result and the bound on its error: by the theorem, and where that says nothing by a reference."""
        found = {}
        for output in self.problem.outputs:
            shape = self.problem.shape(output)
            wanted, bound_on = np.full(shape, np.nan).ravel(), self.problem.bounds[output].ravel().copy()
            places, known = self.problem.said(output)
            wanted[places] = known
            unsaid = np.isnan(wanted)
            if unsaid.any():
                wanted[unsaid] = self._reference[output].ravel()[unsaid]
                bound_on[unsaid] = self.problem.reference_bounds[output].ravel()[unsaid]
            found[output] = wanted.reshape(shape), bound_on.reshape(shape)
        return found

    @cached_property
    def _reference(self) -> Mapping[str, NDArray[np.float64]]:
        affordable = [results for _, results in self.problem.references]
        ours = generated_function("numpy", self.form.kernel.name)
        results = affordable[0] if affordable else self.problem.kept(called(ours, self.problem.wide))
        return dict(zip(self.problem.outputs, results, strict=True))

    def values(self) -> list[Comparison]:
        """What the target returns against what is expected; the target may raise what it likes."""
        got = self.function(*self.problem.arguments)
        return [
            Comparison("value", output, result, *self.expected[output], self.problem.largest)
            for output, result in zip(self.problem.outputs, got, strict=True)
        ]

    def run(self) -> None:
        """Call the target once. Raises what the target raises, and `BadTarget`."""
        self.function(*self.problem.arguments)

    def changed(self, instance: Instance) -> Case:
        """The same on another instance."""
        return self.trial.case(self.form, self.dtype, self.number, instance)

    def record(self) -> Record:
        """What is kept of it on disk."""
        names = (argument.name for argument in self.form.kernel.arguments)
        axes = {o.name: tuple(index.axis for index in o.indices) for o in self.problem.compiled.kernel.outputs}
        return Record(
            target=self.trial.target,
            kernel=self.trial.name,
            name=self.name,
            label=self.instance.label,
            dtype=self.dtype,
            call=self.call(dict(zip(names, self.problem.arguments, strict=True))),
            returned=self.trial.returned,
            expected={
                name: (arranged(wanted, axes[name], self.layout), arranged(allowed, axes[name], self.layout))
                for name, (wanted, allowed) in self.expected.items()
            },
            largest=dict.fromkeys(axes, self.problem.largest),
        )


def trial(target: Target, subject: Subject, supports: Iterable[str]) -> Trial:
    """The target with how it is called, and how many results it returns, found out by calling it.

    Raises:
        BadTarget: no kernel has this name, a feature or layout is not the kernel's, the parameters do not fit, the
            target raises, or it returns results of other shapes.
    """
    features_, known = frozenset(supports), subject.optional
    for name in sorted(features_ - set(known)):
        raise BadTarget(f"{subject.name} has no feature {name!r}; known: {', '.join(known) or 'none'}")
    if target.layout and not subject.has_layouts:
        raise BadTarget(f"{subject.name} has no layout {target.layout}: its arrays are not those of attention heads")
    flags = [flag for feature, flag in FLAG_OF.items() if feature in features_]
    binding = bound(target, subject.parameters, flags)
    outputs = tuple(output.name for output in subject.kernel.outputs)
    whole = Trial(target, subject, features_, binding, outputs)
    dtype = np.dtype(np.float32)
    case = whole.case(subject.forms[0], dtype, 0, make_instance(subject.kernel, dtype, 0, 0))
    call = case.call(dict(zip((p.name for p in subject.parameters), case.problem.arguments, strict=True)))
    try:
        count = len(results_of(target, call))
    except Exception as error:
        raise BadTarget(f"{target.name} raises {described(error)}, called with {shown(call)}") from error
    if not 0 < count <= len(outputs):
        raise BadTarget(
            f"{target.name} returns {count} results; {', '.join(outputs)} or the first of these are expected"
        )
    found = replace(whole, returned=outputs[:count])
    try:
        found.case(subject.forms[0], dtype, 0, case.instance).values()
    except BadTarget as error:
        raise BadTarget(f"{target.name}, called with {shown(call)}: {error}") from None
    return found
