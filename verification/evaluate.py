"""The value of an index expression at concrete sizes, in exact rationals or in balls with a proved radius."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from fractions import Fraction
from functools import reduce
from operator import add, itemgetter, mul
from typing import Any, Generic, NoReturn, Protocol, TypeVar

from flint import arb, ctx, fmpq
from sympy import Add, E, Expr, Mul, Pow, Rational, Symbol, exp, log

from codegen.program.rewrite import Guard, Larger, Largest
from derivations.index import (
    At,
    Axis,
    Delta,
    Element,
    Index,
    Named,
    Partial,
    Size,
    Tensor,
    Total,
    UnknownNode,
    XLogX,
    carry_out,
    free_indices,
)


class Value(Protocol):
    """What a field computes with."""

    def __add__(self, other: Any, /) -> Any: ...
    def __mul__(self, other: Any, /) -> Any: ...


N = TypeVar("N", bound=Value)
Array = Callable[..., Any] | Sequence[Any] | Any  # called with, or indexed by, one integer per axis


@dataclass(frozen=True)
class Field(Generic[N]):
    """A kind of number: its values have + and *, and the field does the rest.

    `number` takes an integer, a fraction, a SymPy rational, a float of any width (exactly), or a value of the field.
    `power` takes a constant exponent; `xlogx` is x log x, and 0 at 0; `larger` is the larger of two. `working` holds
    whatever the arithmetic needs, such as a precision.
    """

    number: Callable[[Any], N]
    power: Callable[[N, Fraction], N]
    exp: Callable[[N], N]
    log: Callable[[N], N]
    xlogx: Callable[[N], N]
    larger: Callable[[N, N], N]
    working: Callable[[], AbstractContextManager[Any]] = nullcontext


class NotRational(ValueError):
    """A value that has no exact rational form."""


class Unassigned(LookupError):
    """An expression holds a variable, an index or a size that was given no value."""


def fraction(value: Any) -> Fraction:
    """The exact value of an integer, fraction, SymPy rational or float of any width."""
    match value:
        case Fraction() | int() | float():
            return Fraction(value)
        case Rational():
            return Fraction(int(value.p), int(value.q))
    return Fraction(float(value))


def _rational_power(base: Fraction, power: Fraction) -> Fraction:
    if power.denominator != 1:
        _no_rational(f"({base})^({power})")
    return base**power.numerator


def _no_rational(what: object) -> NoReturn:
    raise NotRational(f"{what} has no exact rational value; evaluate it in balls")


RATIONAL: Field[Fraction] = Field(
    number=fraction,
    power=_rational_power,
    exp=lambda x: Fraction(1) if x == 0 else _no_rational(f"exp({x})"),
    log=lambda x: Fraction(0) if x == 1 else _no_rational(f"log({x})"),
    xlogx=lambda x: Fraction(0) if x in (0, 1) else _no_rational(f"({x}) log({x})"),
    larger=max,
)


def balls(bits: int) -> Field[Any]:
    """Balls (`flint.arb`) at a precision in bits: every result is a ball that contains the exact value.

    A value that is not known to be defined, such as the logarithm of a ball that contains 0, is a ball of infinite
    radius or not a number, which contains everything.
    """
    return Field(
        number=_ball,
        power=lambda base, power: base ** _ball(power) if power.denominator != 1 else base**power.numerator,
        exp=arb.exp,
        log=arb.log,
        xlogx=_ball_xlogx,
        larger=arb.max,
        working=lambda: ctx.workprec(bits),
    )


def _ball(value: Any) -> Any:
    if isinstance(value, arb | float | int):
        return arb(value)
    exact = fraction(value)
    return arb(fmpq(exact.numerator, exact.denominator))


def _ball_xlogx(x: Any) -> Any:
    """x log x falls on [0, 1/e], so over [0, u] with u < 1/3 it lies between u log u and 0."""
    if x.is_zero():
        return x
    if x.contains(0) and x < arb(1) / 3:
        top = x.upper()
        return (top * top.log()).union(arb(0))
    return x * x.log()


def evaluate(
    expr: Expr,
    sizes: Mapping[Axis | Size, int],
    arrays: Mapping[Tensor, Array],
    scalars: Mapping[Symbol, Any],
    indices: Mapping[Index, int] | None = None,
    field: Field[N] = RATIONAL,  # type: ignore[assignment]
) -> N:
    """The value of an expression; see `Evaluation`, which also shares work between expressions."""
    return Evaluation(sizes, arrays, scalars, field)(expr, indices or {})


class Evaluation(Generic[N]):
    """The values of index expressions for one choice of sizes, arrays and scalars.

    Each subexpression is evaluated once for each value of its free indices (counted from 0), whichever expression
    holds it. Derivatives are carried out first. Calling raises `Unassigned` for what has no value, `NotRational` for
    what the field of rationals does not have, and `derivations.index.UnknownNode` for a node outside the closed set.
    """

    def __init__(
        self,
        sizes: Mapping[Axis | Size, int],
        arrays: Mapping[Tensor, Array],
        scalars: Mapping[Symbol, Any],
        field: Field[N] = RATIONAL,  # type: ignore[assignment]
    ) -> None:
        self.field = field
        self._sizes = {key.size if isinstance(key, Axis) else key: size for key, size in sizes.items()}
        self._arrays, self._scalars = arrays, scalars
        self._compiled: dict[Expr, _Code[N]] = {}
        self._slots: dict[Index, int] = {}
        self._values: list[int] = []  # of the indices, by slot

    def __call__(self, expr: Expr, indices: Mapping[Index, int] | None = None) -> N:
        given = indices or {}
        if missing := free_indices(expr) - given.keys():
            raise Unassigned(f"{expr} needs values for the indices {sorted(index.name for index in missing)}")
        with self.field.working():
            code = self._compile(expr)
            for index, value in given.items():
                if not 0 <= value < self._size(index.axis.size):
                    raise Unassigned(f"{index.name} = {value} is outside the axis {index.axis.name}")
                self._values[self._slot(index)] = value
            return code()

    def _compile(self, expr: Expr) -> _Code[N]:
        if expr not in self._compiled:
            self._compiled[expr] = self._remembering(expr, self._bare(expr))
        return self._compiled[expr]

    def _once(self, expr: Expr) -> _Code[N]:
        """The code of what is summed: a sum is remembered, and so are the factors, so the products need not be."""
        return self._bare(expr) if isinstance(expr, Mul) else self._compile(expr)

    def _remembering(self, expr: Expr, code: _Code[N]) -> _Code[N]:
        """The same code, run once for each value of the free indices."""
        slots, values = [self._slot(index) for index in free_indices(expr)], self._values
        memo: dict[Any, N] = {}
        if not slots:
            return lambda: memo[0] if memo else memo.setdefault(0, code())
        place = itemgetter(*slots)

        def remembered() -> N:
            key = place(values)
            found = memo.get(key)
            if found is None:
                found = memo[key] = code()
            return found

        return remembered

    def _bare(self, expr: Expr) -> _Code[N]:
        field, values = self.field, self._values
        match expr:
            case Rational():
                number = field.number(expr)
                return lambda: number
            case Size():
                number = field.number(self._size(expr))
                return lambda: number
            case Symbol():
                if expr not in self._scalars:
                    raise Unassigned(f"the scalar {expr} was given no value")
                number = field.number(self._scalars[expr])
                return lambda: number
            case Element():
                return self._element(expr)
            case Delta(args=(one, other)):
                left, right, deltas = self._slot(one), self._slot(other), (field.number(0), field.number(1))
                return lambda: deltas[values[left] == values[right]]
            case Named():
                return self._compile(expr.body)
            case Guard(value=value):
                return self._compile(value)
            case Larger(args=(one, other)):
                return self._larger(self._compile(one), self._compile(other))
            case Largest(args=(Total(args=(body, bound)),)):
                return self._total(self._compile(body), bound, field.larger)
            case Partial() | At():
                return self._compile(carry_out(expr))
            case Total(args=(body, bound)):
                return self._total(self._once(body), bound, add)
            case Add() | Mul():
                parts = [self._compile(arg) for arg in expr.args]
                combine: Callable[[N, N], N] = add if isinstance(expr, Add) else mul
                if len(parts) == 2:
                    one, other = parts
                    return lambda: combine(one(), other())
                return lambda: reduce(combine, [part() for part in parts])
            case exp(args=(arg,)) | log(args=(arg,)) | XLogX(args=(arg,)):
                function = {exp: field.exp, log: field.log, XLogX: field.xlogx}[expr.func]
                inner = self._compile(arg)
                return lambda: function(inner())
            case Pow(args=(base, Rational() as power)):
                inner, exponent = self._compile(base), fraction(power)
                return lambda: field.power(inner(), exponent)
            case Pow(args=(base, power)):
                return self._compile_power(self._compile(base), self._compile(power))
        if expr is E:
            return lambda: field.exp(field.number(1))
        raise UnknownNode(expr)

    def _compile_power(self, base: _Code[N], power: _Code[N]) -> _Code[N]:
        """f^g = exp(g log f)."""
        return lambda: self.field.exp(power() * self.field.log(base()))

    def _element(self, expr: Element) -> _Code[N]:
        if expr.tensor not in self._arrays:
            raise Unassigned(f"the tensor {expr.tensor.name} was given no value")
        array, number, values = self._arrays[expr.tensor], self.field.number, self._values
        slots = [self._slot(index) for index in expr.indices]
        if callable(array):
            return lambda: number(array(*(values[slot] for slot in slots)))

        def entry() -> N:
            found = array
            for slot in slots:
                found = found[values[slot]]
            return number(found)

        return entry

    def _larger(self, one: _Code[N], other: _Code[N]) -> _Code[N]:
        return lambda: self.field.larger(one(), other())

    def _total(self, body: _Code[N], bound: Index, combine: Callable[[N, N], N]) -> _Code[N]:
        """The values of the body for every value of the index, combined."""
        size, slot, values = self._size(bound.axis.size), self._slot(bound), self._values

        def combined() -> N:
            before, results = values[slot], []
            for value in range(size):
                values[slot] = value
                results.append(body())
            values[slot] = before
            return reduce(combine, results)

        return combined

    def _size(self, size: Size) -> int:
        if size not in self._sizes:
            raise Unassigned(f"the size {size} was given no value")
        return self._sizes[size]

    def _slot(self, index: Index) -> int:
        if index not in self._slots:
            self._slots[index] = len(self._values)
            self._values.append(0)
        return self._slots[index]


_Code = Callable[[], N]
