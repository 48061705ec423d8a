"""Every expression that differs from a given one by a sign, a factor, an index or a dropped term, at one place."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial

from sympy import Add, Basic, Expr, Mul, Number, Pow, Rational, S, Symbol, exp

from derivations.index import At, Delta, Element, Index, Named, Partial, Total, free_indices, rename

Mutant = tuple[str, Callable[[], Expr]]  # the kind of change, and the result, built when asked for


def mutants(expr: Expr, scope: Iterable[Index] = ()) -> list[Mutant]:
    """The mutants; `scope` are further free indices that may be put in."""
    indices = tuple(sorted({*scope, *free_indices(expr)}, key=lambda index: index.name))
    return [("sign", lambda: -expr), ("factor", lambda: 2 * expr), *_inside(expr, indices)]


def _inside(expr: Expr, scope: tuple[Index, ...]) -> Iterator[Mutant]:
    match expr:
        case Element() | Delta():
            yield from _other_indices(expr, scope)
        case Named(args=(_, indices, body)):  # another index, or another definition in this one place
            yield from _inside(body, scope)
            swaps = ((old, new) for old in indices for new in scope if new.axis == old.axis and new != old)
            yield from (("index", partial(rename, expr, {old: new})) for old, new in swaps)
        case Total(args=(body, bound)):
            yield from _rebuilt(_inside(body, (*scope, bound)), Total, (), (bound,))
        case Partial(args=(inner, variable)):
            yield from _rebuilt(_inside(inner, scope), Partial, (), (variable,))
            yield from _rebuilt(_other_indices(variable, scope), Partial, (inner,), ())
        case At(args=(inner, old, new)):
            yield from _rebuilt(_inside(inner, scope), At, (), (old, new))
        case _ if not isinstance(expr, Symbol | Number):
            yield from _here(expr)
            for n, arg in enumerate(expr.args):
                yield from _rebuilt(_inside(arg, scope), expr.func, expr.args[:n], expr.args[n + 1 :])


def _rebuilt(
    inner: Iterator[Mutant], node: Callable[..., Expr], before: tuple[Basic, ...], after: tuple[Basic, ...]
) -> Iterator[Mutant]:
    """Mutants of one argument, put back into the node."""
    for kind, build in inner:
        yield kind, lambda build=build: node(*before, build(), *after)


def _here(expr: Expr) -> Iterator[Mutant]:
    """Changes of the node itself."""
    match expr:
        case Add(args=terms):
            for n, term in enumerate(terms):
                rest = terms[:n] + terms[n + 1 :]
                yield "sign", partial(Add, *rest, -term)
                yield "factor", partial(Add, *rest, 2 * term)
                yield "dropped", partial(Add, *rest)
        case Mul(args=factors):
            yield from (("factor", partial(Mul, *factors[:n], *factors[n + 1 :])) for n in range(len(factors)))
        case Pow(args=(base, Rational() as power)):
            yield "factor", partial(Pow, base, power + 1)
        case exp(args=(arg,)):
            yield "sign", partial(exp, -arg)
            yield "factor", lambda: S.One


def _other_indices(expr: Expr, scope: tuple[Index, ...]) -> Iterator[Mutant]:
    """One index at one place replaced by another in scope."""
    for n, old in enumerate(expr.args):
        for new in scope:
            if isinstance(old, Index) and new.axis == old.axis and new != old:
                yield "index", partial(expr.func, *expr.args[:n], new, *expr.args[n + 1 :])
