"""B2. The gradient of the potential is the weights, its Hessian their covariance."""

from __future__ import annotations

from derivations.index import Delta, Partial
from derivations.notation import LITMAN, chain, j, k, tau, theorem
from derivations.proof import Algebra, Differentiation, Positive, Use, Using

from .softmax import p, potential, s

B2a = theorem(
    "B2a",
    "The gradient of the potential",
    LITMAN,
    (Positive(tau),),
    chain(Partial(potential, s[k]), (p[k], Differentiation())),
)

B2b = theorem(
    "B2b",
    "The Hessian of the potential",
    LITMAN,
    (Positive(tau),),
    chain(
        Partial(Partial(potential, s[j]), s[k]),
        (Partial(p[j], s[k]), Differentiation()),
        (p[j] * (Delta(j, k) - p[k]) / tau, Using((Use("B1"),))),
        ((p[j] * Delta(j, k) - p[j] * p[k]) / tau, Algebra()),
    ),
)
