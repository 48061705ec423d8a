"""Substitution that cannot capture, and differentiation; they need each other."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import cast

from sympy import Add, Basic, Expr, Mul, Number, Pow, S, Symbol, exp, log

from .nodes import At, Delta, Element, Index, Named, Partial, Size, Tensor, Total, XLogX, leaves, rename


class UnknownNode(TypeError):
    """An expression holds a node outside the closed set."""

    def __init__(self, node: Basic) -> None:
        super().__init__(f"{node} is a {type(node).__name__}, which the index algebra does not know")


@dataclass(frozen=True)
class Lambda:
    """(params) -> body: what an element of a replaced tensor becomes."""

    params: tuple[Index, ...]
    body: Expr

    def __call__(self, *indices: Index) -> Expr:
        return rename(self.body, dict(zip(self.params, indices, strict=True)))


Mapped = Mapping[Basic, Basic | Lambda]


def substitute(expr: Basic, mapping: Mapped) -> Basic:
    """The expression with scalars, tensors (by a tensor or a `Lambda`) and free indices replaced, simultaneously.

    A variable inside a derivative is replaced after the derivative is carried out; an abbreviation whose meaning
    changes is written out. Raises ValueError where a size is to be replaced: a sum has it without showing it.
    """
    met = mapping.keys() & leaves(expr)
    if not met:
        return expr
    match expr:
        case Size():
            raise ValueError(f"{expr} is the size of an axis, which no substitution changes")
        case Symbol() | Index():
            return cast(Basic, mapping[expr])
        case Element():
            indices = [cast(Index, substitute(index, mapping)) for index in expr.indices]
            new = mapping.get(expr.tensor, expr.tensor)
            return new(*indices) if isinstance(new, Lambda) else Element(cast(Tensor, new), *indices)
        case Total():
            body, index = expr.open()
            return Total(cast(Expr, substitute(body, mapping)), index)
        case Named() if not all(isinstance(old, Index) for old in met):
            return substitute(expr.body, mapping)
        case Partial() | At() if not all(isinstance(old, Index) for old in met):
            return substitute(carry_out(expr), mapping)
    return expr.func(*(substitute(arg, mapping) for arg in expr.args)) if expr.args else expr


def derivative(expr: Expr, x: Expr) -> Expr:
    """d expr / d x, for x a scalar or an element x_k.

    d x_j / d x_k = delta_jk;  d sum_j f_j = sum_j d f_j with j fresh;  d(f + g) = df + dg;  d(f g) = f dg + g df;
    d f^r = r f^(r-1) df;  d f^g = f^g (dg log f + g df / f);  d exp f = exp f df;  d log f = df / f;
    d(f log f) = (1 + log f) df. Raises ValueError for a size: a sum has it without showing it.
    """
    if isinstance(x, Size):
        raise ValueError(f"{x} is the size of an axis, and nothing can be differentiated in it")
    if (x.tensor if isinstance(x, Element) else x) not in leaves(expr):
        return S.Zero
    match expr:
        case Symbol():
            return S.One
        case Element():
            return Mul(*(Delta(i, k) for i, k in zip(expr.indices, x.indices, strict=True)))
        case Total():
            body, index = expr.open()
            return Total(derivative(body, x), index)
        case Named():
            return derivative(expr.body, x)
        case Partial() | At():
            return derivative(carry_out(expr), x)
        case Add():
            return Add(*(derivative(term, x) for term in expr.args))
        case Mul():
            f = expr.args
            return Add(*(Mul(*f[:a], derivative(f[a], x), *f[a + 1 :]) for a in range(len(f))))
        case Pow(args=(base, Number() as power)):
            return power * base ** (power - 1) * derivative(base, x)
        case Pow(args=(base, power)):
            return expr * (derivative(power, x) * log(base) + power * derivative(base, x) / base)
        case exp(args=(arg,)):
            return expr * derivative(arg, x)
        case log(args=(arg,)):
            return derivative(arg, x) / arg
        case XLogX(args=(arg,)):
            return (1 + log(arg)) * derivative(arg, x)
    raise UnknownNode(expr)


def carry_out(expr: Expr) -> Expr:
    """The derivative or the evaluation that a `Partial` or an `At` stands for, carried out."""
    if isinstance(expr, Partial):
        return derivative(*expr.args)
    body, old, new = expr.args
    return cast(Expr, substitute(body, {old: new}))
