"""The closed set of nodes: axes, indices, tensors, sums, deltas, definitions, partial derivatives.

A bound index is numbered by height: `Total` names the index it binds one above every index bound inside its body.
Sums that differ only in the name of a bound index are therefore one and the same object, and no substitution for a
free index can be captured.
"""

from __future__ import annotations

import itertools
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache, reduce
from typing import Any, Self, TypeVar, cast

from sympy import Atom, Basic, Expr, S, Symbol

E = TypeVar("E", bound=Basic)
_marks = itertools.count()  # the one counter of the project: it makes fresh indices fresh


class Size(Symbol):  # type: ignore[misc]
    """The symbolic size of an axis: a positive integer, never a number."""


@dataclass(frozen=True)
class Axis:
    """A named dimension of symbolic size; `letters` are the names its bound indices are printed with."""

    name: str
    size: Size
    letters: tuple[str, ...] = field(compare=False)

    def index(self, name: str) -> Index:
        """A free index of this name, which starts with a letter, that runs over the axis."""
        if not name[:1].isalpha():
            raise ValueError(f"an index is named by a letter, not {name!r}")
        return Index(name, self)


class _Leaf(Atom):  # type: ignore[misc]
    """A name over axes, which are part of what it is."""

    __slots__ = ("axes", "identity", "name")
    name: str
    axes: tuple[Axis, ...]
    identity: tuple[object, ...]

    def __new__(cls, name: str, *axes: Axis) -> Self:
        self = cast(Self, Basic.__new__(cls))
        self.name, self.axes, self.identity = name, axes, (name, *((axis.name, axis.size) for axis in axes))
        return self

    def _hashable_content(self) -> tuple[object, ...]:
        return self.identity

    def _sympystr(self, _printer: object) -> str:
        return self.name


class Index(_Leaf):
    """A variable over one axis: free (`k`), fresh (`~7`) or bound at a height (`#2`)."""

    @property
    def axis(self) -> Axis:
        return self.axes[0]

    @property
    def height(self) -> int:
        """The height of a bound index, 0 for a free one."""
        return int(self.name[1:]) if self.name.startswith("#") else 0


class Tensor(_Leaf):
    """An independent array of reals over axes; `x[j, d]` is its element."""

    __iter__ = None  # or SymPy would take it for a list, because it has __getitem__

    def __getitem__(self, indices: Index | tuple[Index, ...]) -> Element:
        return Element(self, *(indices if isinstance(indices, tuple) else (indices,)))


class Node(Expr):  # type: ignore[misc]
    """A real-valued node."""

    is_commutative = True
    is_real = True

    def _eval_subs(self, old: Basic, new: Basic) -> Any:
        from .calculus import substitute

        return substitute(self, {old: new}) if isinstance(old, Symbol | Tensor | Index) else None


class Element(Node):
    """x_{ij}: one entry of a tensor."""

    def __new__(cls, tensor: Tensor, *indices: Index) -> Element:
        if [index.axis for index in indices] != list(tensor.axes):
            wanted, given = [axis.name for axis in tensor.axes], [f"{i.name}:{i.axis.name}" for i in indices]
            raise ValueError(f"{tensor.name} is indexed by the axes {wanted}, but was given {given}")
        return cast(Element, Expr.__new__(cls, tensor, *indices))

    def _sympystr(self, printer: Any) -> str:
        return f"{self.tensor.name}_{''.join(index.name for index in self.indices)}"

    @property
    def tensor(self) -> Tensor:
        return cast(Tensor, self.args[0])

    @property
    def indices(self) -> tuple[Index, ...]:
        return cast("tuple[Index, ...]", self.args[1:])


class Delta(Node):
    """delta_{ij}: 1 where the indices agree, 0 elsewhere; both run over the same axis."""

    def __new__(cls, one: Index, other: Index) -> Expr:
        if one.axis != other.axis:
            raise ValueError(f"delta of {one.name} over {one.axis.name} and {other.name} over {other.axis.name}")
        if one == other:
            return cast(Expr, S.One)
        return cast(Delta, Expr.__new__(cls, *sorted((one, other), key=lambda index: index.name)))


class Total(Node):
    """sum_j body: the sum over every value of an index."""

    def __new__(cls, body: Expr, index: Index) -> Total:
        return cast(Total, total(body, index))

    @staticmethod
    def _raw(body: Expr, bound: Index) -> Total:
        return cast(Total, Expr.__new__(Total, body, bound))

    def _sympystr(self, printer: Any) -> str:
        return f"sum_{self.args[1]}({printer.doprint(self.args[0])})"

    def open(self) -> tuple[Expr, Index]:
        """The body with its bound index replaced by a fresh one, and that index."""
        body, bound = self.args
        index = fresh(bound.axis)
        return rename(body, {bound: index}), index


class Named(Node):
    """An abbreviation (name, indices, body): prints as a name with indices, means its body."""

    def _sympystr(self, printer: Any) -> str:
        return f"{self.args[0]}_{''.join(index.name for index in self.args[1])}".rstrip("_")

    @property
    def body(self) -> Expr:
        return cast(Expr, self.args[2])


class Partial(Node):
    """d expr / d variable, not yet carried out."""

    def __new__(cls, expr: Expr, variable: Expr) -> Partial:
        if not isinstance(variable, Symbol | Element) or isinstance(variable, Size):
            raise ValueError(f"a derivative is with respect to a scalar or an element of a tensor, not {variable}")
        return cast(Partial, Expr.__new__(cls, expr, variable))


class At(Node):
    """The expression as a function of `old`, at `old = new` (after any differentiation inside it)."""

    def __new__(cls, expr: Expr, old: Basic, new: Basic) -> At:
        if not isinstance(old, Symbol | Tensor) or isinstance(old, Size):
            raise ValueError(f"an expression is evaluated at a scalar or at a tensor, not at {old}")
        return cast(At, Expr.__new__(cls, expr, old, new))


class XLogX(Node):
    """x log x for x > 0, and 0 at x = 0: the entropy's term on the closed half-line."""


def fresh(axis: Axis) -> Index:
    """A free index that occurs nowhere else."""
    return Index(f"~{next(_marks)}", axis)


@lru_cache(maxsize=2**16)
def leaves(expr: Basic) -> frozenset[Basic]:
    """Every scalar, number, tensor, index and name in an expression."""
    return frozenset[Basic]().union(*map(leaves, expr.args)) if expr.args else frozenset((expr,))


@lru_cache(maxsize=2**16)
def free_indices(expr: Basic) -> frozenset[Index]:
    """The indices of an expression that no sum in it binds."""
    if isinstance(expr, Index):
        return frozenset((expr,))
    inside = frozenset[Index]().union(*(free_indices(arg) for arg in expr.args))
    return inside - {expr.args[1]} if isinstance(expr, Total) else inside


def rename(expr: E, names: Mapping[Index, Index]) -> E:
    """The expression with free indices renamed, simultaneously."""
    if isinstance(expr, Index):
        return cast(E, names.get(expr, expr))
    if names.keys().isdisjoint(free_indices(expr)):
        return expr
    if isinstance(expr, Total):
        body, bound = expr.args
        if bound in names.values():  # a loose bound index from outside must not be captured
            body, index = expr.open()
            return cast(E, Total(rename(body, names), index))
        kept = {old: new for old, new in names.items() if old != bound}
        return cast(E, Total._raw(rename(body, kept), bound))
    args = [rename(arg, names) for arg in expr.args]
    return cast(E, expr if all(a is b for a, b in zip(args, expr.args, strict=True)) else expr.func(*args))


def total(body: Expr, *indices: Index) -> Expr:
    """sum_{i,j,...} body, the first index outermost."""
    height = max((i.height for i in leaves(body) if isinstance(i, Index) and i not in indices), default=0)
    bound = [Index(f"#{height + n}", index.axis) for n, index in enumerate(reversed(indices), start=1)]
    body = rename(body, dict(zip(indices, reversed(bound), strict=True)))
    return reduce(Total._raw, bound, body)


@lru_cache(maxsize=2**16)
def opened(nest: Total) -> tuple[Expr, Index]:
    """The body, with the first of the indices ~.0, ~.1, ... that does not occur in it for the bound one.

    For when that index is bound again before anything else is met; it is the same for the same sum.
    """
    body, bound = nest.args
    names = (Index(f"~.{n}", bound.axis) for n in itertools.count())
    index = next(name for name in names if name not in leaves(body))
    return rename(body, {bound: index}), index
