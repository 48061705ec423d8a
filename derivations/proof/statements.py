"""What a theorem may assume and claim. Free indices and variables are universally quantified in each."""

from __future__ import annotations

from dataclasses import dataclass

from sympy import Basic, Expr

from derivations.index import Lambda


@dataclass(frozen=True)
class Equation:
    """lhs = rhs."""

    lhs: Expr
    rhs: Expr

    @property
    def residual(self) -> Expr:
        """lhs - rhs."""
        return self.lhs - self.rhs


@dataclass(frozen=True)
class Inequality:
    """lhs >= rhs, with equality exactly when `equality` holds (None: not claimed).

    The case of equality is for each value of the indices free in lhs or rhs, and quantifies over its other ones.
    """

    lhs: Expr
    rhs: Expr
    equality: Equation | None = None

    @property
    def residual(self) -> Expr:
        """lhs - rhs."""
        return self.lhs - self.rhs


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
