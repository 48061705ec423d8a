"""Passes from expression to expression, before lowering. Each says which theorem makes it right.

They add nodes: `Largest`, the maximum over an index, and `Larger`, that of two values. The checker knows nothing of
them; there they stand for arbitrary values, which is all that shift invariance (A7) and the merge law (E1) need.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import ClassVar, cast

from sympy import Add, Basic, Expr, Mul, Pow, S, Symbol, Tuple, exp, log
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
    opened,
    order_key,
    rename,
    substitute,
    total,
)

EXPONENT = "exponent"  # the name under which a pass keeps an exponent


class Largest(Expr):  # type: ignore[misc]
    """max_j body, with j closed like the index of a sum."""

    is_commutative = True
    is_real = True

    def __new__(cls, total: Expr) -> Largest:
        return cast(Largest, Expr.__new__(cls, total))


class Larger(Expr):  # type: ignore[misc]
    """The larger of two values."""

    is_commutative = True
    is_real = True

    def __new__(cls, one: Expr, other: Expr) -> Larger:
        return cast(Larger, Expr.__new__(cls, one, other))


class Guard(Expr):  # type: ignore[misc]
    """What is computed in place of its last argument, and equals it for every row that is not empty.

    For rows with nothing to attend to, of which no theorem speaks, a guard gives the values of the convention: weights
    and outputs 0, log-sum-exp minus infinity.
    """

    is_commutative = True
    is_real = True
    function: ClassVar[str]

    def __new__(cls, *args: Expr) -> Guard:
        return cast(Guard, Expr.__new__(cls, *args))

    @property
    def value(self) -> Expr:
        """What it is equal to."""
        return cast(Expr, self.args[-1])


class Finite(Guard):
    """x, and 0 for minus infinity: a shift."""

    function = "finite"


class Nonzero(Guard):
    """x, and 1 for 0: the denominator of what is 0."""

    function = "nonzero"


class LogOrNothing(Guard):
    """log x, and minus infinity at 0."""

    function = "log0"

    @property
    def value(self) -> Expr:
        return log(self.args[0])


class Clipped(Guard):
    """x, and 0 for what rounding makes negative of an x that is not: a weight."""

    function = "clipped"


class OnSupport(Guard):
    """x on the support, and 1 off it, where the theorem takes any positive number."""

    function = "on_support"

    @property
    def value(self) -> Expr:
        support, x = cast("tuple[Expr, Expr]", self.args)
        return support * x + 1 - support


class Open(Guard):
    """x where the weight is positive, and minus infinity elsewhere: an exponent whose exponential meets the weight."""

    function = "open"


def rebuilt(expr: Basic, change: Callable[[Basic], Basic]) -> Basic:
    """The expression with `change` applied to each child, through binders; abbreviations keep their names."""
    if isinstance(expr, Largest):
        return Largest(rebuilt(expr.args[0], change))
    if isinstance(expr, Total):
        body, index = opened(expr)
        changed = cast(Expr, change(body))
        return expr if changed == body else Total(changed, index)
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
    """The body as a sum of terms, multiplied out only where a factor holds a delta on the index.

    The weights of exponentials stay together, for they are shifted together.
    """
    factors = Mul.make_args(body)
    if any(isinstance(factor, exp) for factor in factors):
        return [body]
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


def contractions_split(expr: Expr) -> Expr:
    """sum_j (f_j g_j + h_j) = sum_j f_j g_j + sum_j h_j, where the product need not be computed entry by entry."""

    def change(node: Basic) -> Basic:
        node = rebuilt(node, change)
        if not isinstance(node, Total):
            return node
        body, index = node.open()
        split = [term for term in Add.make_args(body) if _contracts(term)]
        rest = Add(*(term for term in Add.make_args(body) if term not in split))
        return Add(*(Total(term, index) for term in (*split, rest) if term != 0)) if split else node

    return cast(Expr, change(expr))


def _contracts(term: Expr) -> bool:
    """Whether no factor of the product has all of its indices."""
    return all(free_indices(factor) < free_indices(term) for factor in Mul.make_args(term))


def normalised(expr: Expr, index: Index) -> Expr:
    """A plan over its sum, which is 1; a plan of zeros stays as it is."""
    plan = Named(Str("x"), Tuple(index), expr)
    return plan / Nonzero(total(plan, index))


def below_largest(scores: Tensor, reference: Symbol | None = None) -> Callable[[Expr], Expr]:
    """The pass that puts s_k - max_j s_j for s_k, and 0 for max_j s_j: only differences of scores matter (A9).

    A `reference` takes the place of the largest score.
    """
    index = Index("j", scores.axes[0])
    largest = reference or Largest(Total(scores[index], index))
    relative = Named(Str("r"), Tuple(index), Finite(scores[index] - largest))

    def largest_taken_off(expr: Expr) -> Expr:
        return specialised(cast(Expr, expr.xreplace({largest: S.Zero})), {scores: Lambda((index,), relative)})

    return largest_taken_off


def stabilised(expr: Expr) -> Expr:
    """exp(a_k) / sum_j exp(a_j) and log sum_j exp(a_j) with a_j - max a in place of a_j (A7a, A7b).

    Likewise with a weight w_j on each exponential, where the maximum is over the keys of positive weight.
    """

    def change(node: Basic) -> Basic:
        node = rebuilt(node, change)
        if isinstance(node, Mul):
            node = _one_exponential(node)
        if isinstance(node, log) and (shifted := _shifted_sum(node.args[0])):
            return shifted.shift + shifted.log
        if isinstance(node, Mul):
            return _stable_ratio(node)
        return node

    return cast(Expr, change(expr))


def _one_exponential(product: Expr) -> Expr:
    """exp(a) exp(b) = exp(a + b)."""
    powers = [factor for factor in product.args if isinstance(factor, exp)]
    rest = [factor for factor in product.args if factor not in powers]
    return Mul(*rest, exp(Add(*(factor.args[0] for factor in powers)))) if len(powers) > 1 else product


@dataclass(frozen=True)
class _Shifted:
    """sum_j w_j exp(a_j) = exp(shift) sum_j w_j exp(a_j - shift), over the index j."""

    weight: Expr
    exponent: Expr
    index: Index

    def at(self, index: Index, exponent: Expr) -> bool:
        """Whether this is the exponent at that index."""
        return bool(rename(self.exponent, {self.index: index}) == exponent)

    def exponential(self, exponent: Expr, index: Index) -> Expr:
        """exp(a_k - shift) for another index and exponent."""
        weight = rename(self.weight, {self.index: index})
        return exp(_kept_whole(Open(weight, exponent) if weight != 1 else exponent, index) - self.shift)

    @property
    def shift(self) -> Expr:
        if self.weight == 1:
            return Largest(Total(_kept_whole(self.exponent, self.index), self.index))
        return Finite(Largest(Total(_kept_whole(Open(self.weight, self.exponent), self.index), self.index)))

    @property
    def total(self) -> Expr:
        return Total(self.weight * self.exponential(self.exponent, self.index), self.index)

    @property
    def log(self) -> Expr:
        return log(self.total) if self.weight == 1 else LogOrNothing(self.total)

    @property
    def denominator(self) -> Expr:
        return self.total if self.weight == 1 else Nonzero(self.total)


def _shifted_sum(total: Expr) -> _Shifted | None:
    if not isinstance(total, Total):
        return None
    body, index = total.open()
    body = _one_exponential(body) if isinstance(body, Mul) else body
    above = next((factor for factor in Mul.make_args(body) if isinstance(factor, exp)), None)
    if above is None or body.has(Largest):
        return None
    return _Shifted(Mul(*(factor for factor in Mul.make_args(body) if factor is not above)), above.args[0], index)


def _kept_whole(exponent: Expr, index: Index) -> Expr:
    """Under a name, so that the exponent and its maximum are computed from one value, with the shift's index last."""
    order = sorted(free_indices(exponent), key=lambda other: (other == index, str(other)))
    return Named(Str(EXPONENT), Tuple(*order), exponent)


def _stable_ratio(product: Expr) -> Expr:
    factors = list(product.args)
    for place, factor in enumerate(factors):
        shifted = _shifted_sum(factor.args[0]) if isinstance(factor, Pow) and factor.args[1] == -1 else None
        if not shifted:
            continue
        for n, other in enumerate(factors):
            if (ratio := _numerator(other, Mul(*factors[:n], *factors[n + 1 :]), shifted)) is not None:
                factors[place] = 1 / shifted.denominator
                factors[n] = ratio
                return Mul(*factors)
    return product


def _numerator(factor: Expr, rest: Expr, shifted: _Shifted) -> Expr | None:
    """exp(a_k), or sum_k f_k exp(a_k), with the shift of the sum below; `rest` is what the factor is multiplied by."""
    if isinstance(factor, exp):
        same = [index for index in free_indices(factor) if index.axis == shifted.index.axis]
        for index in sorted(same, key=lambda index: (not shifted.at(index, factor.args[0]), str(index))):
            weight = rename(shifted.weight, {shifted.index: index})
            if {*Mul.make_args(weight)} <= {S.One, *Mul.make_args(rest)}:
                return shifted.exponential(factor.args[0], index)
    if isinstance(factor, Total):
        body, index = factor.open()
        for inner in Mul.make_args(body):
            others = Mul(*(other for other in Mul.make_args(body) if other is not inner))
            if (changed := _numerator(inner, others, shifted)) is not None:
                return Total(changed * others, index)
    return None


def abstracted(expr: Expr) -> Expr:
    """Every maximum as an element of an arbitrary tensor over its free indices, for the checker."""

    def change(node: Basic) -> Basic:
        if isinstance(node, Guard):
            return change(node.value)
        if isinstance(node, Largest | Larger):
            indices = tuple(sorted(free_indices(node), key=str))
            generic = {index: Index(f"g{place}", index.axis) for place, index in enumerate(indices)}
            return Tensor(f"max[{order_key(rename(node, generic))}]", *(index.axis for index in indices))[indices]
        return rebuilt(node, change)

    return cast(Expr, change(expr))
