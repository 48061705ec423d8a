"""Passes from expression to expression, before lowering. Each says which theorem makes it right.

`Largest` is the one node they add: the maximum over an index. The checker knows nothing of it; there it stands for an
arbitrary value, which is all that shift invariance (A7) needs.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import cast

from sympy import Add, Basic, Expr, Mul, Pow, Tuple, exp, log
from sympy.core.symbol import Str

from derivations.index import (
    At,
    Delta,
    Element,
    Index,
    Lambda,
    Named,
    Partial,
    Tensor,
    Total,
    carry_out,
    free_indices,
    order_key,
    rename,
    substitute,
)


class Largest(Expr):  # type: ignore[misc]
    """max_j body, with j closed like the index of a sum."""

    is_commutative = True
    is_real = True

    def __new__(cls, total: Expr) -> Largest:
        return cast(Largest, Expr.__new__(cls, total))

    def open(self) -> tuple[Expr, Index]:
        """The body with its bound index replaced by a fresh one, and that index."""
        return cast(Total, self.args[0]).open()


def rebuilt(expr: Basic, change: Callable[[Basic], Basic]) -> Basic:
    """The expression with `change` applied to each child, through binders; abbreviations keep their names."""
    if isinstance(expr, Largest):
        body, index = expr.open()
        return Largest(Total(cast(Expr, change(body)), index))
    if isinstance(expr, Total):
        body, index = expr.open()
        return Total(cast(Expr, change(body)), index)
    if isinstance(expr, Named):
        name, indices, body = expr.args
        return Named(name, cast(Tuple, change(indices)), cast(Expr, change(body)))
    return expr.func(*map(change, expr.args)) if expr.args else expr


def specialised(expr: Expr, put: Mapping[Basic, Basic | Lambda]) -> Expr:
    """The expression under a substitution; abbreviations keep their names."""

    def change(node: Basic) -> Basic:
        match node:
            case Element():
                return substitute(node, put)
            case Named() | Total() | Largest():
                return rebuilt(node, change)
        return put.get(node, node) if not node.args else rebuilt(node, change)

    return cast(Expr, change(expr))


def carried_out(expr: Expr) -> Expr:
    """Every derivative carried out (the rules of the ledger)."""

    def change(node: Basic) -> Basic:
        return change(carry_out(node)) if isinstance(node, Partial | At) else rebuilt(node, change)

    return cast(Expr, change(expr))


def deltas_contracted(expr: Expr) -> Expr:
    """sum_j delta_jk f_j = f_k, after distributing the factor that holds the delta (linearity of sums)."""

    def change(node: Basic) -> Basic:
        node = rebuilt(node, change)
        if isinstance(node, Named) and node.body.has(Delta):
            return node.body
        if isinstance(node, Total):
            body, index = node.open()
            return Add(*(_summed(term, index) for term in _distributed(body, index)))
        return node

    return cast(Expr, change(expr))


def _distributed(body: Expr, index: Index) -> list[Expr]:
    """The body as a sum of terms, multiplied out only where a factor holds a delta on the index."""
    factors = Mul.make_args(body)
    for place, factor in enumerate(factors):
        if isinstance(factor, Add) and any(index in delta.args for delta in factor.atoms(Delta)):
            rest = Mul(*factors[:place], *factors[place + 1 :])
            return [term for part in factor.args for term in _distributed(part * rest, index)]
    return [body]


def _summed(term: Expr, index: Index) -> Expr:
    factors = Mul.make_args(term)
    delta = next((factor for factor in factors if isinstance(factor, Delta) and index in factor.args), None)
    if delta is None:
        return Total(term, index)
    (other,) = set(delta.args) - {index}
    return rename(Mul(*(factor for factor in factors if factor is not delta)), {index: other})


def stabilised(expr: Expr) -> Expr:
    """exp(a_k) / sum_j exp(a_j) and log sum_j exp(a_j) with a_j - max a in place of a_j (A7a, A7b)."""

    def change(node: Basic) -> Basic:
        node = rebuilt(node, change)
        if isinstance(node, Mul):
            node = _one_exponential(node)
        if isinstance(node, log) and (shifted := _shifted_sum(node.args[0])):
            return shifted[1] + log(shifted[0])
        if isinstance(node, Mul):
            return _stable_ratio(node)
        return node

    return cast(Expr, change(expr))


def _one_exponential(product: Expr) -> Expr:
    """exp(a) exp(b) = exp(a + b)."""
    powers = [factor for factor in product.args if isinstance(factor, exp)]
    rest = [factor for factor in product.args if factor not in powers]
    return Mul(*rest, exp(Add(*(factor.args[0] for factor in powers)))) if len(powers) > 1 else product


def _shifted_sum(total: Expr) -> tuple[Expr, Expr] | None:
    """(sum_j exp(a_j - max a), max a) for sum_j exp(a_j)."""
    if not isinstance(total, Total):
        return None
    body, index = total.open()
    if not isinstance(body, exp) or body.has(Largest):
        return None
    exponent = _kept_whole(body.args[0])
    peak = Largest(Total(exponent, index))
    return Total(exp(exponent - peak), index), peak


def _kept_whole(exponent: Expr) -> Expr:
    """Under a name, so that the exponent and its maximum are computed from one value."""
    return Named(Str("exponent"), Tuple(*sorted(free_indices(exponent), key=str)), exponent)


def _stable_ratio(product: Expr) -> Expr:
    factors = list(product.args)
    for place, factor in enumerate(factors):
        shifted = _shifted_sum(factor.args[0]) if isinstance(factor, Pow) and factor.args[1] == -1 else None
        above = next((n for n, other in enumerate(factors) if isinstance(other, exp)), None)
        if shifted and above is not None:
            factors[place] = 1 / shifted[0]
            factors[above] = exp(_kept_whole(factors[above].args[0]) - shifted[1])
            return Mul(*factors)
    return product


def abstracted(expr: Expr) -> Expr:
    """Every `Largest` as an element of an arbitrary tensor over its free indices, for the checker."""

    def change(node: Basic) -> Basic:
        if isinstance(node, Largest):
            indices = tuple(sorted(free_indices(node), key=str))
            generic = {index: Index(f"g{place}", index.axis) for place, index in enumerate(indices)}
            return Tensor(f"max[{order_key(rename(node, generic))}]", *(index.axis for index in indices))[indices]
        return rebuilt(node, change)

    return cast(Expr, change(expr))
