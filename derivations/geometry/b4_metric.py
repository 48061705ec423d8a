"""B4. The Hessian of the potential is tau times the Fisher matrix."""

from __future__ import annotations

from derivations.index import Delta, Partial
from derivations.notation import LITMAN, chain, j, k, tau, theorem
from derivations.proof import Algebra, Positive, Use, Using

from .softmax import fisher, p, potential, s

B4 = theorem(
    "B4",
    "The Hessian of the potential is the Fisher metric",
    LITMAN,
    (Positive(tau),),
    chain(
        Partial(Partial(potential, s[j]), s[k]),
        ((p[j] * Delta(j, k) - p[j] * p[k]) / tau, Using((Use("B2b"),))),
        (tau * fisher[j, k], Algebra()),
    ),
)
