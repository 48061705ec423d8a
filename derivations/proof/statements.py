"""What a theorem may assume and claim. Free indices and variables are universally quantified in each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Self

from sympy import Basic, Expr

from derivations.index import Lambda, Mapped, substitute


@dataclass(frozen=True)
class _Sides:
    lhs: Expr
    rhs: Expr

    @property
    def residual(self) -> Expr:
        """lhs - rhs."""
        return self.lhs - self.rhs

    def put(self, mapping: Mapped) -> Self:
        """The statement under a substitution."""
        return type(self)(*(_put(part, mapping) for part in vars(self).values()))


def _put(part: Any, mapping: Mapped) -> Any:
    return part.put(mapping) if isinstance(part, _Sides) else part and substitute(part, mapping)


@dataclass(frozen=True)
class Equation(_Sides):
    """lhs = rhs."""


@dataclass(frozen=True)
class Inequality(_Sides):
    """lhs >= rhs, with equality exactly when `equality` holds (None: not claimed).

    The case of equality is for each value of the indices free in lhs or rhs, and quantifies over its other ones.
    """

    equality: Equation | None = None


@dataclass(frozen=True)
class Rank:
    """The square matrix (i, j) -> entry has this rank."""

    matrix: Lambda
    value: Expr


@dataclass(frozen=True)
class Positive:
    """The scalar, the expression, or every entry of the tensor is > 0."""

    what: Basic


@dataclass(frozen=True)
class Nonnegative:
    """The scalar, the expression, or every entry of the tensor is >= 0."""

    what: Basic


Statement = Equation | Inequality | Rank
Hypothesis = Equation | Positive | Nonnegative
