"""A10. Scores of small range leave the prior as it was; one score that exceeds all others takes all the weight."""

from __future__ import annotations

from sympy import Expr, S, Symbol, exp

from derivations.geometry.softmax import p as softmax_weights
from derivations.index import Delta, Index, Lambda, Tensor, total
from derivations.notation import OWN, Definition, have, j, keys, l, n, r, tau, theorem
from derivations.proof import Certificate, Equation, Inequality, Known, LogGap, Nonnegative, Positive, Square, Term, Use

from .problem import pi, s

partition = total(pi[l] * exp(s[l] / tau), l)
p = Definition("p", (j,), pi[j] * exp(s[j] / tau) / partition)
whole = Equation(total(pi[l], l), S.One)
given = (Positive(tau), Nonnegative(pi), Positive(partition), whole)

width = Symbol("w", real=True)
slack = Tensor("D", keys, keys)
ranged = Equation(tau * width, s[l] - s[j] + slack[j, l])


def spread(low: Index, high: Index) -> Expr:
    """w - (s_high - s_low) / tau, which is nonnegative."""
    return width - (s[high] - s[low]) / tau


A10a = theorem(
    "A10a",
    "Collapse to the prior: the bound from below",
    OWN,
    (*given, Nonnegative(slack), ranged),
    have(
        Inequality(p[j], pi[j] * exp(-width)),
        Certificate(
            (
                Term(p[j] * pi[l] * exp(-spread(j, l)), LogGap(exp(spread(j, l))), (l,)),
                Term(p[j] * pi[l] * exp(-spread(j, l)) * slack[j, l] / tau, Square(S.One), (l,)),
            ),
            uses=(
                Use(ranged, times=p[j] * pi[l] * exp(-spread(j, l)) / tau, over=(l,)),
                Use(whole, times=-p[j]),
            ),
        ),
    ),
    remark=r"$w$ is the range of the scores in units of the temperature: $D_{jl} = w \tau - (s_l - s_j)$ is "
    "nonnegative for all pairs.",
)

A10b = theorem(
    "A10b",
    "Collapse to the prior: the bound from above",
    OWN,
    (*given, Nonnegative(slack), ranged),
    have(
        Inequality(pi[j] * exp(width), p[j]),
        Certificate(
            (
                Term(p[j] * pi[l], LogGap(exp(spread(l, j))), (l,)),
                Term(p[j] * pi[l] * slack[l, j] / tau, Square(S.One), (l,)),
            ),
            uses=(
                Use(ranged, {j: l, l: j}, p[j] * pi[l] / tau, (l,)),
                Use(whole, times=p[j]),
            ),
        ),
    ),
)

margin = Tensor("M", keys)
beyond = Tensor("y", keys, keys)
other = 1 - Delta(j, l)
ahead = Equation(other * (s[j] - s[l]), other * (margin[j] * tau + beyond[j, l]))
lead = (s[j] - s[l]) / tau - margin[j]

A10c = theorem(
    "A10c",
    "The sink: a key far ahead of all others in score leaves them little",
    OWN,
    (*given, Nonnegative(beyond), ahead),
    have(
        Inequality(p[j] * (1 - pi[j]) * exp(-margin[j]), pi[j] * (1 - p[j])),
        Certificate(
            (
                Term(other**2 * pi[j] * p[l], LogGap(exp(lead)), (l,)),
                Term(other**2 * pi[j] * p[l] * beyond[j, l] / tau, Square(S.One), (l,)),
            ),
            uses=(
                Use(ahead, times=pi[j] * p[l] / tau, over=(l,)),
                Use(whole, times=-p[j] * exp(-margin[j])),
            ),
        ),
    ),
    have(
        Inequality((1 - pi[j]) * exp(-margin[j]), pi[j] * (1 - p[j])),
        Certificate(
            (
                Term(S.One, Known(0)),
                Term(other**2 * pi[l] * (1 - Delta(j, r)) ** 2 * p[r] * exp(-margin[j]), Square(S.One), (l, r)),
            ),
            uses=(Use(whole, times=-(1 - p[j]) * exp(-margin[j])),),
        ),
    ),
    remark=r"$M_j$ is the margin of key $j$ in units of the temperature: $s_j - s_l = M_j \tau + y_{jl}$ for every "
    r"other key. Where $\pi_j > 0$ the bound is $1 - p_j$ at most $\exp(-M_j) (1 - \pi_j) / \pi_j$.",
)

A10d = theorem(
    "A10d",
    "The sink without a prior: the others together have at most $(n - 1) \\exp(-M_j)$",
    OWN,
    (Positive(tau), Nonnegative(beyond), ahead),
    have(
        Inequality((n - 1) * exp(-margin[j]), 1 - softmax_weights[j]),
        Certificate((Term(n, Known("A10c", {pi: Lambda((j,), 1 / n)})),)),
    ),
)
