"""Random sizes, arrays and scalars for expressions, and verdicts by exact evaluation."""

from __future__ import annotations

import itertools
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from random import Random
from typing import Any

from sympy import Add, Basic, Expr, Integer, Pow, Symbol, exp, log, preorder_traversal

from derivations.index import Delta, Element, Index, Named, Size, Tensor, Total, XLogX, free_indices
from verification.evaluate import RATIONAL, Evaluation, balls

BALLS = balls(256)


@dataclass(frozen=True)
class Instance:
    """A size for each axis, an array for each tensor, a value for each scalar."""

    sizes: dict[Size, int]
    arrays: dict[Tensor, Any]
    scalars: dict[Symbol, Any]

    def evaluation(self, field: Any) -> Evaluation[Any]:
        return Evaluation(self.sizes, self.arrays, self.scalars, field)


def number(rng: Random, *, positive: bool = False) -> Fraction:
    """A small rational number, never 0."""
    size = Fraction(rng.randint(1, 9), rng.randint(1, 5))
    return size if positive or rng.random() < 0.6 else -size


def array(rng: Random, shape: tuple[int, ...], *, positive: bool = False) -> Any:
    """A nested list of small rational numbers."""
    if not shape:
        return number(rng, positive=positive)
    return [array(rng, shape[1:], positive=positive) for _ in range(shape[0])]


def orders(sizes: Iterable[Size], first: int = 2) -> tuple[dict[Size, int], dict[Size, int]]:
    """A different number for each size, from the first on, twice: of any two sizes each is the larger one once."""
    names = sorted(set(sizes), key=str)
    numbers = range(first, first + len(names))
    return dict(zip(names, numbers, strict=True)), dict(zip(names, reversed(numbers), strict=True))


def instance(
    rng: Random, expressions: Iterable[Basic], size: int | Mapping[Size, int], positive: Collection[Basic] = ()
) -> Instance:
    """Random values for everything in the expressions; one size for every axis, or a size for each."""
    nodes = {node for expr in expressions for node in preorder_traversal(expr)}
    tensors = sorted((node for node in nodes if isinstance(node, Tensor)), key=str)
    indices = [node for node in nodes if isinstance(node, Index)]
    symbols = sorted((node for node in nodes if isinstance(node, Symbol) and not isinstance(node, Size)), key=str)
    axes = [axis for tensor in tensors for axis in tensor.axes] + [index.axis for index in indices]
    found = {node for node in nodes if isinstance(node, Size)} | {axis.size for axis in axes}
    sizes = {one: size if isinstance(size, int) else size[one] for one in found}
    return Instance(
        sizes,
        {t: array(rng, tuple(sizes[axis.size] for axis in t.axes), positive=t in positive) for t in tensors},
        {symbol: number(rng, positive=symbol in positive) for symbol in symbols},
    )


def is_rational(expr: Basic) -> bool:
    """Whether the expression has exact rational values: no exp, log or root."""
    return not any(
        isinstance(node, exp | log | XLogX) or (isinstance(node, Pow) and not node.exp.is_Integer)
        for node in preorder_traversal(expr)
    )


def places(sizes: dict[Size, int], *expressions: Basic) -> Iterator[dict[Index, int]]:
    """Every value of the free indices of the expressions."""
    indices = sorted(frozenset[Index]().union(*map(free_indices, expressions)), key=lambda index: index.name)
    for chosen in itertools.product(*(range(sizes[index.axis.size]) for index in indices)):
        yield dict(zip(indices, chosen, strict=True))


def values(given: Instance, *expressions: Expr) -> list[tuple[Any, ...]]:
    """The values for each value of the free indices: exact fractions where all have them, or else balls."""
    value = given.evaluation(RATIONAL if all(map(is_rational, expressions)) else BALLS)
    return [tuple(value(expr, place) for expr in expressions) for place in places(given.sizes, *expressions)]


def proved_nonzero(expr: Expr, given: Instance) -> bool:
    """Whether exact evaluation proves that the expression is not 0 for some value of its free indices."""
    try:
        found = values(given, expr)
    except ZeroDivisionError:
        return False
    return any(each != 0 if isinstance(each, Fraction) else _excludes_zero(each) for (each,) in found)


def _excludes_zero(ball: Any) -> bool:
    return bool(ball.is_finite() and not ball.contains(0))


def agree(one: Expr, other: Expr, given: Instance) -> bool:
    """Whether exact evaluation defines both expressions and cannot tell them apart."""
    return all(same(left, right) for left, right in values(given, one, other))


def same(left: Any, right: Any) -> bool:
    """Whether two fractions are equal, or two balls overlap and are small."""
    if isinstance(left, Fraction):
        return bool(left == right)
    gap = left - right
    return bool(gap.is_finite() and gap.contains(0) and gap.rad() < (1 + abs(left)) * 2.0**-100)


def concrete(expr: Basic, sizes: dict[Size, int], place: dict[Index, int], positive: Collection[Basic] = ()) -> Expr:
    """The expression written out at concrete sizes: entries become symbols, sums are added up."""
    match expr:
        case Element():
            indices = "_".join(str(place[index]) for index in expr.indices)
            return Symbol(f"{expr.tensor.name}_{indices}", real=True, positive=expr.tensor in positive or None)
        case Size():
            return Integer(sizes[expr])
        case Symbol():
            return Symbol(expr.name, real=True, positive=expr in positive or None)
        case Delta(args=(one, other)):
            return Integer(place[one] == place[other])
        case Named():
            return concrete(expr.body, sizes, place, positive)
        case XLogX(args=(arg,)):
            inner = concrete(arg, sizes, place, positive)
            return inner * log(inner)
        case Total(args=(body, index)):
            values = range(sizes[index.axis.size])
            return Add(*(concrete(body, sizes, {**place, index: value}, positive) for value in values))
    args = [concrete(arg, sizes, place, positive) for arg in expr.args]
    return expr.func(*args) if args else expr


def written_out(given: Instance, positive: Collection[Basic] = ()) -> dict[Symbol, Any]:
    """The values of the symbols of a concrete expression."""
    result = {Symbol(x.name, real=True, positive=x in positive or None): v for x, v in given.scalars.items()}
    for tensor, entries in given.arrays.items():
        for place in itertools.product(*(range(given.sizes[axis.size]) for axis in tensor.axes)):
            name = f"{tensor.name}_{'_'.join(map(str, place))}"
            value = entries
            for position in place:
                value = value[position]
            result[Symbol(name, real=True, positive=tensor in positive or None)] = value
    return result
