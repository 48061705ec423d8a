"""B10. In the weights, the natural gradient is the replicator flow and mirror descent multiplies by exponentials."""

from __future__ import annotations

from sympy import Symbol, exp

from derivations.geometry.softmax import mean, p, s
from derivations.index import Partial, total
from derivations.notation import LITMAN, chain, j, k, l, softmax, tau, theorem
from derivations.proof import Algebra, Positive, Use, Using

from .c4_natural_gradient import natural
from .loss import u

eta = Symbol("eta", real=True)
stepped = softmax("p'", lambda index: s[index] + eta * u[index])

B10a = theorem(
    "B10a",
    "The natural gradient moves the weights by the replicator equation",
    LITMAN,
    (Positive(tau),),
    chain(
        total(Partial(p[j], s[k]) * natural(k), k),
        (p[j] * (natural(j) - total(p[l] * natural(l), l)) / tau, Using((Use("B1", times=natural(k), over=(k,)),))),
        (p[j] * (u[j] - mean(u)), Algebra()),
    ),
)

B10b = theorem(
    "B10b",
    "A mirror-descent step multiplies the weights by exponentials of the utility",
    LITMAN,
    (Positive(tau),),
    chain(
        stepped[j],
        (p[j] * exp(eta * u[j] / tau) / total(p[l] * exp(eta * u[l] / tau), l), Algebra()),
    ),
)
