"""E2. The backward pass from the saved log-sum-exp and the output."""

from __future__ import annotations

from sympy import exp

from derivations.index import total
from derivations.learning.loss import H, P, S, U, delta, dS, logsumexp
from derivations.notation import OWN, chain, i, j, l, tau, theorem
from derivations.proof import Algebra, Positive, Use, Using

E2a = theorem(
    "E2a",
    "The weights from the saved log-sum-exp",
    OWN,
    (Positive(tau),),
    chain(P[i, j], (exp(S[i, j] / tau - logsumexp[i]), Algebra())),
)

E2b = theorem(
    "E2b",
    "The mean utility from the output",
    OWN,
    (Positive(tau),),
    chain(total(P[i, j] * U[i, j], j), (delta[i], Using((Use("C5a"),)))),
)

E2c = theorem(
    "E2c",
    "The gradient in the scores from what the forward pass saved",
    OWN,
    (Positive(tau),),
    chain(
        P[i, j] * (U[i, j] - total(P[i, l] * U[i, l], l) + H[i]) / tau,
        (dS[i, j].body, Using((Use("E2b", times=-P[i, j] / tau),))),
        (
            exp(S[i, j] / tau - logsumexp[i]) * (U[i, j] - delta[i] + H[i]) / tau,
            Using((Use("E2a", times=(U[i, j] - delta[i] + H[i]) / tau),)),
        ),
    ),
)
