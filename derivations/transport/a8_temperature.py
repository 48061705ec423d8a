"""A8. The temperature: the weights' derivative, and a mean score that falls at the rate of its variance."""

from __future__ import annotations

from sympy import S

from derivations.geometry.softmax import mean, p, s, variance
from derivations.index import Partial, total
from derivations.notation import LITMAN, chain, have, j, k, r, tau, theorem
from derivations.proof import (
    Algebra,
    Certificate,
    Differentiation,
    Equation,
    Inequality,
    Positive,
    Square,
    Term,
    Use,
    Using,
)

A8a = theorem(
    "A8a",
    "The weights' derivative in the temperature",
    LITMAN,
    (Positive(tau),),
    chain(Partial(p[j], tau), (-p[j] * (s[j] - mean(s)) / tau**2, Differentiation())),
)

A8b = theorem(
    "A8b",
    "The mean score falls at the rate of its variance",
    LITMAN,
    (Positive(tau),),
    chain(
        Partial(mean(s), tau),
        (total(s[j] * Partial(p[j], tau), j), Differentiation()),
        (-total(s[j] * p[j] * (s[j] - mean(s)), j) / tau**2, Using((Use("A8a", times=s[j], over=(j,)),))),
        (-variance(s) / tau**2, Algebra()),
    ),
)

A8c = theorem(
    "A8c",
    "It never rises, and stands still only where all scores are equal",
    LITMAN,
    (Positive(tau),),
    have(
        Inequality(S.Zero, Partial(mean(s), tau), Equation(s[j], s[k])),
        Certificate(
            (Term(p[j] / tau**2, Square(s[j] - mean(s)), (j,), (Use(0, {k: r}, p[r], (r,)),)),),
            uses=(Use("A8b", times=S.NegativeOne),),
            forward=(Use(0), Use(0, {j: k}, S.NegativeOne)),
        ),
    ),
)
