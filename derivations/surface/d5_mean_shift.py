"""D5. With the keys as values, attention moves the query up the log of a kernel density: a mean-shift step.  [S]"""

from __future__ import annotations

from sympy import log

from derivations.index import Partial, total
from derivations.notation import SANGER, Definition, a, chain, j, tau, theorem
from derivations.proof import Algebra, Differentiation, Positive

from .gaussian import bump, key, q, w

density = Definition("f(q)", (), total(bump(j), j))()

D5 = theorem(
    "D5",
    "Attention over the keys themselves is a mean-shift step",
    SANGER,
    (Positive(tau),),
    chain(
        tau * Partial(log(density), q[a]),
        (total(bump(j) * (key[j, a] - q[a]), j) / density, Differentiation()),
        (total(w[j] * key[j, a], j) - q[a], Algebra()),
    ),
    remark=r"$f$ is the Gaussian kernel density of the keys, each with the prior of its norm (D2a), up to a constant.",
)
