"""What a tensor program means, as index expressions, and the proof that it means what a theorem says."""

from __future__ import annotations

from collections.abc import Mapping
from typing import cast

from sympy import Add, Basic, Expr, Mul, Symbol, exp, log

from derivations.index import (
    Algebra,
    Delta,
    Index,
    Lambda,
    Named,
    NotDefined,
    Tensor,
    Total,
    XLogX,
    free_indices,
    order_key,
    total,
)

from .blocks import Tanh
from .ir import (
    Append,
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
from .lowering import pattern_of
from .rewrite import EXPONENT, Larger, Largest, OnSupport, abstracted, rebuilt


class Unproved(Exception):
    """A pass or a program does not mean what it should."""


def denotation(program: Program, names: Mapping[Tensor | Symbol, str]) -> dict[str, Expr]:
    """The expression that each result of the program computes."""
    meaning = _arguments(names)
    for assignment in program.assignments:
        meaning[assignment.name] = Lambda(assignment.indices, _operation(assignment, meaning))
    return {result.name: _term(result.value, meaning) for result in program.results}


def require_lowered(
    algebra: Algebra, program: Program, names: Mapping[Tensor | Symbol, str], wanted: Mapping[str, Expr], what: str
) -> None:
    """Raise `Unproved` unless the program computes what is wanted.

    Abbreviation by abbreviation: each is shown to be computed in terms of those before it, which stay closed. Where
    that does not decide, everything is written out.
    """
    meaning = _arguments(names)
    for assignment in program.assignments:
        computed = _operation(assignment, meaning)
        if assignment.means is not None and _same(algebra, computed, closed(assignment.means)):
            computed = closed_value(assignment.means)
        meaning[assignment.name] = Lambda(assignment.indices, computed)
    open_meaning: dict[str, Expr] = {}
    for result in program.results:
        if not _same(algebra, _term(result.value, meaning), closed(wanted[result.name])):
            open_meaning = open_meaning or denotation(program, names)
            require_same(algebra, open_meaning[result.name], wanted[result.name], f"{what}.{result.name}: the lowering")


def _arguments(names: Mapping[Tensor | Symbol, str]) -> dict[str, Lambda | Symbol]:
    return {
        name: Lambda(generic, variable[generic]) if isinstance(variable, Tensor) else variable
        for variable, name in names.items()
        for generic in [_generic(variable)]
    }


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
        case Append(first=first, last=last, place=place, end=end):
            own = place.indices[1]
            return total(_term(first, meaning) * place, own) + _term(last, meaning) * end
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
                case "maximum":
                    return Larger(*values)
                case "tanh":
                    return Tanh(values[0]).value
                case "finite" | "nonzero" | "open" | "clipped" | "absent":
                    return values[-1]
                case "on_support":
                    return OnSupport(*values).value
                case "log0":
                    return log(values[0])
    raise Unproved(f"no meaning for {term}")


def require_same(algebra: Algebra, got: Expr, wanted: Expr, what: str) -> None:
    """Raise `Unproved` unless the checker's algebra finds the two expressions equal, whatever each `Largest` is."""
    if _same(algebra, closed(got), closed(wanted)):
        return
    try:
        same = algebra.is_zero(abstracted(got) - abstracted(wanted))
    except NotDefined as error:
        raise Unproved(f"{what}: {error}") from None
    if not same:
        raise Unproved(f"{what} changes the meaning: {got} is not {wanted}")


def _same(algebra: Algebra, got: Expr, wanted: Expr) -> bool:
    try:
        return got == wanted or algebra.is_zero(abstracted(got) - abstracted(wanted))
    except NotDefined:
        return False


def closed(expr: Expr) -> Expr:
    """The expression with its abbreviations, but those of the passes, as elements of arbitrary tensors."""

    def change(node: Basic) -> Basic:
        if isinstance(node, Named):
            return change(node.body) if str(node.args[0]) == EXPONENT else closed_value(node.body)
        return rebuilt(node, change)

    return cast(Expr, change(expr))


def closed_value(body: Expr) -> Expr:
    """The element of an arbitrary tensor that stands for an abbreviation of this meaning."""
    pattern, indices = pattern_of(body)
    return Tensor(f"[{order_key(pattern)}]", *(index.axis for index in indices))[indices]
