"""What a tensor program means, as index expressions, and the proof that it means what a theorem says."""

from __future__ import annotations

from collections.abc import Mapping
from typing import cast

from sympy import Add, Expr, Mul, Symbol, exp, log

from derivations.index import Algebra, Delta, Index, Lambda, NotDefined, Tensor, Total, XLogX, free_indices, total

from .ir import (
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
from .rewrite import Largest, abstracted


class Unproved(Exception):
    """A pass or a program does not mean what it should."""


def denotation(program: Program, names: Mapping[Tensor | Symbol, str]) -> dict[str, Expr]:
    """The expression that each result of the program computes."""
    meaning: dict[str, Lambda | Symbol] = {
        name: Lambda(generic, variable[generic]) if isinstance(variable, Tensor) else variable
        for variable, name in names.items()
        for generic in [_generic(variable)]
    }
    for assignment in program.assignments:
        meaning[assignment.name] = Lambda(assignment.indices, _operation(assignment, meaning))
    return {result.name: _term(result.value, meaning) for result in program.results}


def _generic(variable: Tensor | Symbol) -> tuple[Index, ...]:
    axes = variable.axes if isinstance(variable, Tensor) else ()
    return tuple(Index(f"in{place}", axis) for place, axis in enumerate(axes))


def _operation(assignment: Assignment, meaning: Mapping[str, Lambda | Symbol]) -> Expr:
    match assignment.operation:
        case Map(term=term):
            return _term(term, meaning)
        case Contract(operands=operands):
            body = Mul(*(_term(operand, meaning) for operand in operands))
            return total(body, *sorted(free_indices(body) - set(assignment.indices), key=str))
        case Reduce(kind="sum", operand=operand, over=over):
            return total(_term(operand, meaning), over)
        case Reduce(kind="max", operand=operand, over=over):
            return Largest(Total(_term(operand, meaning), over))
    raise Unproved(f"no meaning for {assignment.operation}")


def _term(term: Term, meaning: Mapping[str, Lambda | Symbol]) -> Expr:
    match term:
        case Ref(name=name, indices=indices):
            return cast(Lambda, meaning[name])(*indices)
        case Scalar(name=name):
            return meaning[name]
        case Number(value=value):
            return value
        case Length(axis=axis):
            return axis.size
        case Identity(indices=(one, other)):
            return Delta(one, other)
        case Apply(function=function, args=args):
            values = [_term(arg, meaning) for arg in args]
            match function:
                case "add":
                    return Add(*values)
                case "mul":
                    return Mul(*values)
                case "div":
                    return values[0] / values[1]
                case "neg":
                    return -values[0]
                case "pow":
                    return values[0] ** values[1]
                case "exp":
                    return exp(values[0])
                case "log":
                    return log(values[0])
                case "xlogx":
                    return XLogX(values[0])
    raise Unproved(f"no meaning for {term}")


def require_same(algebra: Algebra, got: Expr, wanted: Expr, what: str) -> None:
    """Raise `Unproved` unless the checker's algebra finds the two expressions equal, whatever each `Largest` is."""
    try:
        same = algebra.is_zero(abstracted(got) - abstracted(wanted))
    except NotDefined as error:
        raise Unproved(f"{what}: {error}") from None
    if not same:
        raise Unproved(f"{what} changes the meaning: {got} is not {wanted}")
