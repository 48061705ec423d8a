"""How large a rounding error may be: running error analysis of a tensor program.

The program is interpreted in float64 with, for every value, a bound on how far any evaluation of the same operations in
the working precision can be from the exact value, whatever the order of the sums. An error is reported as a fraction
of this bound, so 1 is the tolerance of every kernel, dtype and instance. `docs/tolerances.md` explains the rules.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import reduce
from math import prod

import ml_dtypes
import numpy as np
from numpy.typing import NDArray

from codegen.program.ir import (
    Apply,
    Assignment,
    Contract,
    Identity,
    Length,
    Map,
    Number,
    Program,
    Reduce,
    Ref,
    Scalar,
    Term,
)
from derivations.index import Axis, Index

Array = NDArray[np.float64]
ELEMENTARY = 2.0  # units of rounding: an addition, product or quotient, or a quotient by way of a reciprocal
FUNCTION = 4.0  # units of rounding of exp and log in the libraries' vector code


@dataclass(frozen=True)
class Approximate:
    """A value, and a bound on the error of its evaluation."""

    value: Array
    error: Array


@dataclass(frozen=True)
class Precision:
    """The dtype computed in: unit roundoff and smallest normal number."""

    unit: float
    tiny: float

    def rounded(self, value: Array, error: Array, units: float | Array = ELEMENTARY) -> Approximate:
        """One more rounding; minus infinity, which is a maximum over nothing, is exact."""
        error = error + units * self.unit * np.abs(value) + self.tiny
        return Approximate(value, np.where(np.isneginf(value), 0.0, error))


def precision_of(dtype: np.dtype) -> Precision:
    """The precision of a dtype, bfloat16 included."""
    info = ml_dtypes.finfo(dtype)  # type: ignore[no-untyped-call]
    return Precision(float(info.eps) / 2, float(info.tiny))


def compute_dtype(dtype: np.dtype) -> np.dtype:
    """What the kernels compute in: at least float32."""
    return np.result_type(dtype, np.float32)


def error_bounds(
    program: Program,
    inputs: Mapping[str, Array],
    sizes: Mapping[Axis, int],
    dtype: np.dtype,
    errors: Mapping[str, Array] | None = None,
) -> dict[str, Approximate]:
    """For each result its value in float64 and the bound on its error in this dtype, both of the result's shape.

    `errors` bounds the error of those inputs that are not exact.
    """
    with np.errstate(all="ignore"):
        interpreter = _Interpreter(inputs, sizes, precision_of(compute_dtype(dtype)), errors or {})
        return interpreter.results(program, precision_of(dtype))


@dataclass(frozen=True)
class Arithmetic:
    """What operations in a precision do to values and to the bounds on their errors."""

    precision: Precision

    def given(self, array: Array, error: Array | float = 0.0) -> Approximate:
        """An argument is exact if not said otherwise, but a denormal one may be flushed to zero."""
        magnitude = np.abs(array)
        return Approximate(array, error + np.where(magnitude < self.precision.tiny, magnitude, 0.0))

    def contraction(self, equation: str, count: int, *operands: Approximate) -> Approximate:
        """sum of `count` products: the product rule for errors, and a rounding for each operation on each term."""
        sizes = [np.abs(x.value) for x in operands]
        value = np.einsum(equation, *(x.value for x in operands))
        largest = np.einsum(equation, *sizes)
        widest = np.einsum(equation, *(size + x.error for size, x in zip(sizes, operands, strict=True)))
        roundings = (count + len(operands)) * self.precision.unit
        return Approximate(value, (widest - largest) + roundings * widest + count * self.precision.tiny)

    def add(self, x: Approximate, y: Approximate) -> Approximate:
        value = x.value + y.value
        return self.precision.rounded(value, x.error + y.error + ELEMENTARY * self.precision.unit * np.abs(x.value))

    def mul(self, *factors: Approximate) -> Approximate:
        return reduce(self._times, factors)

    def _times(self, x: Approximate, y: Approximate) -> Approximate:
        error = np.abs(x.value) * y.error + np.abs(y.value) * x.error + x.error * y.error
        return self.precision.rounded(x.value * y.value, error)

    def div(self, x: Approximate, y: Approximate) -> Approximate:
        value = x.value / y.value
        left = np.abs(y.value) - y.error
        return self.precision.rounded(value, np.where(left > 0, (x.error + np.abs(value) * y.error) / left, np.inf))

    def neg(self, x: Approximate) -> Approximate:
        return Approximate(-x.value, x.error)

    def pow(self, x: Approximate, y: Approximate) -> Approximate:
        """A whole number's power as repeated products; any other at the corners, as x^y is monotone in x and in y."""
        if y.value.size == 1 and float(y.value.item()).is_integer() and y.value.item() > 0 and not y.error.any():
            return reduce(self._times, [x] * int(y.value.item()))
        value = x.value**y.value
        bases = [np.maximum(x.value + sign * x.error, 0) for sign in (-1, 1)]
        corners = [base ** (y.value + sign * y.error) for base in bases for sign in (-1, 1)]
        furthest = reduce(np.maximum, [np.abs(corner - value) for corner in corners])
        logarithm = y.value * np.log(np.where(x.value > 0, x.value, 1.0))
        return self.precision.rounded(value, furthest, FUNCTION * (1 + np.abs(logarithm)))

    def exp(self, x: Approximate) -> Approximate:
        value = np.exp(x.value)
        return self.precision.rounded(value, value * np.expm1(x.error), FUNCTION)

    def tanh(self, x: Approximate) -> Approximate:
        value = np.tanh(x.value)
        ends = [np.abs(np.tanh(x.value + sign * x.error) - value) for sign in (-1, 1)]
        return self.precision.rounded(value, np.maximum(*ends), FUNCTION)

    def maximum(self, x: Approximate, y: Approximate) -> Approximate:
        return Approximate(np.maximum(x.value, y.value), np.maximum(x.error, y.error))

    def finite(self, x: Approximate) -> Approximate:
        return Approximate(np.where(np.isneginf(x.value), 0.0, x.value), x.error)

    def nonzero(self, x: Approximate) -> Approximate:
        return Approximate(np.where(x.value == 0, 1.0, x.value), x.error)

    def clipped(self, x: Approximate) -> Approximate:
        return Approximate(np.maximum(x.value, 0), x.error)

    def on_support(self, support: Approximate, x: Approximate) -> Approximate:
        return Approximate(*(np.where(support.value > 0, part, out) for part, out in ((x.value, 1.0), (x.error, 0.0))))

    def open(self, weight: Approximate, x: Approximate) -> Approximate:
        return Approximate(
            *(np.where(weight.value > 0, part, out) for part, out in ((x.value, -np.inf), (x.error, 0.0)))
        )

    def log(self, x: Approximate) -> Approximate:
        relative = np.where(x.error < np.abs(x.value), x.error / np.abs(x.value), 1.0)
        return self.precision.rounded(np.log(x.value), -np.log1p(-relative), FUNCTION)

    def xlogx(self, x: Approximate) -> Approximate:
        safe = np.where(x.value > 0, x.value, 1.0)
        return self._times(x, self.log(Approximate(safe, np.where(x.value > 0, x.error, 0.0))))


class _Interpreter:
    def __init__(
        self,
        inputs: Mapping[str, Array],
        sizes: Mapping[Axis, int],
        precision: Precision,
        errors: Mapping[str, Array],
    ) -> None:
        self.sizes, self.arithmetic = sizes, Arithmetic(precision)
        self.values = {
            name: self.arithmetic.given(np.asarray(array, np.float64), errors.get(name, np.asarray(0.0)))
            for name, array in inputs.items()
        }

    def results(self, program: Program, stored: Precision) -> dict[str, Approximate]:
        for step in program.assignments:
            self.values[step.name] = self._operation(step)
        found = {}
        for result in program.results:
            term = self._aligned(result.value, result.indices)
            unbounded = np.isnan(term.error) & np.isfinite(term.value)  # such as 0 times an infinite bound
            found[result.name] = stored.rounded(term.value, np.where(unbounded, np.inf, term.error), 1.0)
        return found

    def _operation(self, step: Assignment) -> Approximate:
        match step.operation:
            case Map(term=term):
                return self._aligned(term, step.indices)
            case Reduce(kind="max", operand=operand, over=over):
                x, axis = self.values[operand.name], operand.indices.index(over) - len(operand.indices)
                kept = tuple(index for index in operand.indices if index != over)
                peak = Approximate(x.value.max(axis), x.error.max(axis))
                return self._ordered(peak, kept, step.indices)
            case Reduce(kind="sum", operand=operand):
                return self._contraction((operand,), step.indices)
            case Contract(operands=operands):
                return self._contraction(operands, step.indices)
        raise TypeError(f"no error bound for {step.operation}")

    def _contraction(self, operands: tuple[Ref, ...], result: tuple[Index, ...]) -> Approximate:
        letters = {
            index: chr(97 + n) for n, index in enumerate(sorted({i for o in operands for i in o.indices}, key=str))
        }
        terms = ["..." + "".join(letters[index] for index in operand.indices) for operand in operands]
        equation = f"{','.join(terms)}->...{''.join(letters[index] for index in result)}"
        count = prod(self.sizes[index.axis] for index in letters if index not in result)
        return self.arithmetic.contraction(equation, count, *(self.values[operand.name] for operand in operands))

    def _aligned(self, term: Term, order: tuple[Index, ...]) -> Approximate:
        match term:
            case Number(value=number):
                return _exact(np.asarray(float(number)))
            case Length(axis=axis):
                return _exact(np.asarray(float(self.sizes[axis])))
            case Scalar(name=name):
                return self._ordered(self.values[name], (), order)
            case Ref(name=name, indices=indices):
                return self._ordered(self.values[name], indices, order)
            case Identity(indices=indices):
                return self._ordered(_exact(np.eye(self.sizes[indices[0].axis])), indices, order)
            case Apply(function=function, args=args):
                given = [self._aligned(arg, order) for arg in args]
                return (
                    reduce(self.arithmetic.add, given)
                    if function == "add"
                    else RULES[function](self.arithmetic, *given)
                )
        raise TypeError(f"no error bound for {term}")

    def _ordered(self, x: Approximate, indices: tuple[Index, ...], order: tuple[Index, ...]) -> Approximate:
        """Axes in the wanted order, missing ones of length one."""
        return Approximate(*(_placed(array, indices, order) for array in (x.value, x.error)))


RULES: Mapping[str, Callable[..., Approximate]] = {
    "mul": Arithmetic.mul,
    "div": Arithmetic.div,
    "neg": Arithmetic.neg,
    "pow": Arithmetic.pow,
    "exp": Arithmetic.exp,
    "log": Arithmetic.log,
    "xlogx": Arithmetic.xlogx,
    "maximum": Arithmetic.maximum,
    "finite": Arithmetic.finite,
    "nonzero": Arithmetic.nonzero,
    "log0": Arithmetic.log,
    "open": Arithmetic.open,
    "clipped": Arithmetic.clipped,
    "on_support": Arithmetic.on_support,
}


def _exact(array: Array) -> Approximate:
    return Approximate(array, np.zeros_like(array))


def _placed(array: Array, indices: tuple[Index, ...], order: tuple[Index, ...]) -> Array:
    present = [index for index in order if index in indices]
    rank = len(indices)
    moved = np.moveaxis(array, [indices.index(i) - rank for i in present], range(-rank, 0)) if rank else array
    return moved[(..., *(slice(None) if index in indices else None for index in order))]
