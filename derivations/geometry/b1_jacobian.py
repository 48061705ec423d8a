"""B1. The softmax Jacobian."""

from __future__ import annotations

from sympy import exp

from derivations.index import Delta, Partial, total
from derivations.notation import LITMAN, chain, j, k, l, tau, theorem
from derivations.proof import Algebra, Differentiation, Positive

from .softmax import p, s

Z = total(exp(s[l] / tau), l)

B1 = theorem(
    "B1",
    "The softmax Jacobian",
    f"{LITMAN}, backward pass",
    (Positive(tau),),
    chain(
        Partial(p[j], s[k]),
        (
            exp(s[j] / tau) * Delta(j, k) / (tau * Z) - exp(s[j] / tau) * exp(s[k] / tau) / (tau * Z**2),
            Differentiation(),
        ),
        (p[j] * (Delta(j, k) - p[k]) / tau, Algebra()),
    ),
)
