"""Passes for the functions of which a schedule by blocks is made. Each says which theorem makes it right."""

from __future__ import annotations

from typing import cast

from sympy import Add, Basic, Expr, Mul, Pow, S, exp, log

from derivations.index import Element, Tensor, Total
from derivations.scores import f8_blocks

from .rewrite import Guard, LogOrNothing, Nonzero, rebuilt

PLACING = (f8_blocks.old_feature, f8_blocks.old_value_place)  # of features and values in an axis with one more place
LAST = (f8_blocks.last_feature, f8_blocks.last_value)  # that place


class Absent(Guard):
    """x, and infinity for minus infinity: the log-sum-exp of a row in which every weight is 0."""

    function = "absent"


class Tanh(Guard):
    """The hyperbolic tangent, 1 - 2 / (exp(2 x) + 1)."""

    function = "tanh"

    @property
    def value(self) -> Expr:
        return 1 - 2 / (exp(2 * self.args[0]) + 1)


class Appended(Guard):
    """sum_a f_a I_xa + g e_x: f, and g in one more place."""

    function = "appended"

    @property
    def value(self) -> Expr:
        return Add(*self.args)


def placed(product: Expr, tensors: tuple[Tensor, ...]) -> tuple[Expr, Element | None]:
    """The other factors of a product, and its element of one of the tensors."""
    factors = Mul.make_args(product)
    found = next((f for f in factors if isinstance(f, Element) and f.tensor in tensors), None)
    return Mul(*(factor for factor in factors if factor is not found)), found


def appended(expr: Expr) -> Expr:
    """A sum over the old places and a term at the last one as one array (F8m, F8n)."""

    def change(node: Basic) -> Basic:
        node = rebuilt(node, change)
        if isinstance(node, Add) and len(node.args) == 2:
            old = next((term for term in node.args if isinstance(term, Total)), None)
            new = next((term for term in node.args if placed(term, LAST)[1]), None)
            if old and new and placed(old.open()[0], PLACING)[1]:
                return Appended(old, new)
        return node

    return cast(Expr, change(expr))


def saturated(expr: Expr) -> Expr:
    """1 - 2 / (exp(2 x) + 1) = tanh x (F2a)."""

    def change(node: Basic) -> Basic:
        node = rebuilt(node, change)
        if isinstance(node, Add) and len(node.args) == 2 and S.One in node.args:
            (power,) = (inner for inner in node.atoms(exp)) if len(node.atoms(exp)) == 1 else (None,)
            if power is not None and Tanh(power.args[0] / 2).value == node:
                return Tanh(power.args[0] / 2)
        return node

    return cast(Expr, change(expr))


def rows_may_be_empty(expr: Expr) -> Expr:
    """1 / x and log x with the convention for a row in which x is 0."""

    def change(node: Basic) -> Basic:
        node = rebuilt(node, change)
        match node:
            case log(args=(x,)):
                return LogOrNothing(x)
            case Pow(args=(x, S.NegativeOne)) if not isinstance(x, Nonzero):
                return 1 / Nonzero(x)
        return node

    return cast(Expr, change(expr))
