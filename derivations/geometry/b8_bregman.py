"""B8. The Bregman divergence of the potential is tau times a divergence of the weights, in the other order."""

from __future__ import annotations

from sympy import exp, log

from derivations.index import Tensor, total
from derivations.notation import OWN, Definition, chain, j, keys, softmax, tau, theorem
from derivations.proof import Algebra, ByDefinition, Positive

from .softmax import p, potential, s

moved = Tensor("s'", keys)
p_moved = softmax("p'", lambda index: moved[index])
potential_moved = Definition("phi(s')", (), tau * log(total(exp(moved[j] / tau), j)))()
divergence = Definition("KL(p|p')", (), total(p[j] * log(p[j] / p_moved[j]), j))()

B8 = theorem(
    "B8",
    "The Bregman divergence of the potential",
    OWN,
    (Positive(tau),),
    chain(
        tau * divergence,
        (tau * total(p[j] * (log(p[j]) - log(p_moved[j])), j), ByDefinition(("KL(p|p')",))),
        (potential_moved - potential - total(p[j] * (moved[j] - s[j]), j), Algebra()),
    ),
)
