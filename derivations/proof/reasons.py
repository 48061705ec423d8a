"""The kinds of justification. Each is data; `checker` decides whether it holds."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from sympy import Basic, Expr, S

from derivations.index import Index, Lambda

from .statements import Equation


class Reason:
    """Why a claim holds."""


@dataclass(frozen=True)
class Use:
    """sum over `over` of times * (lhs - rhs) of an equation under a substitution.

    The source is a hypothesis, the id of an earlier theorem, or the number of an earlier claim of the same proof; in
    a certificate's equality case, the number of a term, or the claimed condition itself (see `Certificate`). Only a
    theorem may be used under a substitution of more than indices.
    """

    source: Equation | str | int
    put: Mapping[Basic, Basic | Lambda] = field(default_factory=dict)
    times: Expr = S.One
    over: tuple[Index, ...] = ()


@dataclass(frozen=True)
class Algebra(Reason):
    """The index algebra alone; derivatives stay closed."""


@dataclass(frozen=True)
class ByDefinition(Reason):
    """Algebra, which writes out every abbreviation; the named ones must occur in the step."""

    names: tuple[str, ...]


@dataclass(frozen=True)
class Differentiation(Reason):
    """Carrying out derivatives, then algebra."""


@dataclass(frozen=True)
class Using(Reason):
    """Adding multiples of hypotheses, earlier theorems or earlier claims, then algebra."""

    uses: tuple[Use, ...]


@dataclass(frozen=True)
class Rewriting(Reason):
    """Adding multiples of equations, then replacing a variable by what an equation says it is, everywhere."""

    by: Use
    uses: tuple[Use, ...] = ()


@dataclass(frozen=True)
class Solving(Reason):
    """unknown = solution, because it satisfies the equation and the equation is strictly monotone in the unknown."""

    equation: Use


@dataclass(frozen=True)
class Square:
    """x^2 >= 0, zero only where x = 0."""

    x: Expr


@dataclass(frozen=True)
class LogGap:
    """x - 1 - log x >= 0 for x > 0, zero only where x = 1."""

    x: Expr


@dataclass(frozen=True)
class Known:
    """An earlier inequality, of a theorem or a claim (by number): zero only where its equality case says."""

    theorem: str | int
    put: Mapping[Basic, Basic | Lambda] = field(default_factory=dict)


@dataclass(frozen=True)
class Term:
    """sum over `over` of weight * fact, with weight >= 0. `backward`: the fact's zero from the claim's condition."""

    weight: Expr
    fact: Square | LogGap | Known
    over: tuple[Index, ...] = ()
    backward: tuple[Use, ...] = (Use(0),)


@dataclass(frozen=True)
class Certificate(Reason):
    """lhs - rhs is the sum of the terms (and of multiples of equations), each of them >= 0.

    Equality case: the claimed condition follows from the zeros of the terms (`forward`, whose sources number the
    terms), and the zero of each term follows from the condition (`backward`, source 0). Where the weight is not known
    to be positive, the zero of a term is that of the fact times the weight.
    """

    terms: tuple[Term, ...]
    uses: tuple[Use, ...] = ()
    forward: tuple[Use, ...] = (Use(0),)


@dataclass(frozen=True)
class Strict(Reason):
    """lhs - rhs > 0 by its form, and the condition for equality never holds."""


@dataclass(frozen=True)
class Cases(Reason):
    """variable = 0, or variable > 0; the hypotheses say that it is nonnegative."""

    variable: Basic
    at_zero: Reason
    above: Reason


@dataclass(frozen=True)
class Between(Reason):
    """f(1) - f(0) <= b, because an earlier claim, `claim`, says that b >= df/dt, and for every t."""

    claim: int


@dataclass(frozen=True)
class RankCertificate(Reason):
    """A 1 = 0 and A G = I - w 1^T."""

    inverse: Lambda
    weight: Lambda
