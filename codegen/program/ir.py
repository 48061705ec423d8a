"""The tensor program: a straight line of assignments, each with a name, its indices and an operation."""

from __future__ import annotations

from dataclasses import dataclass

from sympy import Expr, Symbol

from derivations.index import Axis, Element, Index, Tensor


@dataclass(frozen=True)
class Ref:
    """A use of a value (an input or an earlier assignment) under indices of the place of use."""

    name: str
    indices: tuple[Index, ...]


@dataclass(frozen=True)
class Scalar:
    """A scalar input."""

    name: str


@dataclass(frozen=True)
class Number:
    """A rational constant."""

    value: Expr


@dataclass(frozen=True)
class Length:
    """The size of an axis."""

    axis: Axis


@dataclass(frozen=True)
class Identity:
    """delta_ij: the identity matrix over an axis."""

    indices: tuple[Index, Index]


@dataclass(frozen=True)
class Apply:
    """An elementwise function of its arguments: add, mul, div, neg, pow, exp, log, tanh, xlogx, maximum, or a guard's.

    The guards are those of `rewrite`: finite, nonzero, log0, open, absent, clipped, on_support.
    """

    function: str
    args: tuple[Term, ...]


Term = Ref | Scalar | Number | Length | Identity | Apply


@dataclass(frozen=True)
class Map:
    """An elementwise expression."""

    term: Term


@dataclass(frozen=True)
class Contract:
    """The product of the operands, summed over every index that the result does not have."""

    operands: tuple[Ref, ...]


@dataclass(frozen=True)
class Reduce:
    """The sum or the maximum of an operand over one index."""

    kind: str
    operand: Ref
    over: Index


@dataclass(frozen=True)
class Append:
    """An array with a last column: sum_a first_a place_xa + last end_x."""

    first: Term
    last: Term
    place: Element
    end: Element


Operation = Map | Contract | Reduce | Append


@dataclass(frozen=True)
class Assignment:
    """name_{indices} := operation. `means` is the body of the abbreviation that it computes, if it computes one."""

    name: str
    indices: tuple[Index, ...]
    operation: Operation
    means: Expr | None = None


@dataclass(frozen=True)
class Result:
    """A value that the program returns, with the order of its indices."""

    name: str
    value: Term
    indices: tuple[Index, ...]


@dataclass(frozen=True)
class Program:
    """Inputs, assignments in order, results."""

    inputs: tuple[Tensor | Symbol, ...]
    assignments: tuple[Assignment, ...]
    results: tuple[Result, ...]


def refs(node: Operation | Term) -> tuple[Ref, ...]:
    """The values that an operation or a term uses, with repetitions."""
    match node:
        case Ref():
            return (node,)
        case Apply(args=args):
            return tuple(ref for arg in args for ref in refs(arg))
        case Map(term=term):
            return refs(term)
        case Contract(operands=operands):
            return operands
        case Reduce(operand=operand):
            return (operand,)
        case Append(first=first, last=last):
            return (*refs(first), *refs(last))
    return ()


def indices_of(term: Term) -> frozenset[Index]:
    """The indices of an elementwise term."""
    match term:
        case Ref(indices=indices) | Identity(indices=indices):
            return frozenset(indices)
        case Apply(args=args):
            return frozenset[Index]().union(*map(indices_of, args))
    return frozenset()
