"""A3. The optimal value is -eps log sum_j exp(-C_j / eps); for SDPA, minus the potential.  [L]"""

from __future__ import annotations

from sympy import S, exp, log

from derivations.index import Lambda, total
from derivations.notation import LITMAN, chain, eps, j, on_simplex, tau, theorem
from derivations.proof import Algebra, ByDefinition, Nonnegative, Positive, Use, Using

from .problem import C, attention, divergence, objective, optimum, p, s

value = objective(optimum)
log_normaliser = log(total(exp(-C[j] / eps), j))

A3a = theorem(
    "A3a",
    "The optimal value",
    f"{LITMAN}, forward pass",
    (Positive(eps),),
    chain(
        value,
        (total(C[j] * optimum[j] + eps * optimum[j] * log(optimum[j]), j), ByDefinition(("J(p^*)",))),
        (-eps * log_normaliser * total(optimum[j], j), Algebra()),
        (-eps * log_normaliser, Algebra()),
    ),
)

attention_value = objective(attention, -s[j], tau)

A3b = theorem(
    "A3b",
    "For the cost $-s$ the optimal value is minus the log-sum-exp potential",
    f"{LITMAN}, forward pass",
    (Positive(tau),),
    chain(
        -attention_value,
        (
            tau * log(total(exp(s[j] / tau), j)),
            Using((Use("A3a", {C: Lambda((j,), -s[j]), eps: tau}, S.NegativeOne),)),
        ),
    ),
)

A3c = theorem(
    "A3c",
    "The log-sum-exp is the optimal value in units of the temperature",
    LITMAN,
    (Positive(tau),),
    chain(
        -attention_value / tau,
        (log(total(exp(s[j] / tau), j)), Using((Use("A3b", times=1 / tau),))),
    ),
)

A3d = theorem(
    "A3d",
    "The objective is the optimal value plus a divergence",
    LITMAN,
    (Positive(eps), Nonnegative(p), on_simplex(p)),
    chain(
        -eps * log_normaliser + eps * divergence(p, optimum),
        (value + eps * divergence(p, optimum), Using((Use("A3a", times=S.NegativeOne),))),
        (objective(p), Using((Use("A2b", times=S.NegativeOne),))),
        (objective(p).body, ByDefinition(("J(p)",))),
    ),
)
