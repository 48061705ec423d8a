"""D5. With the keys as values, attention moves the query up the log of a kernel density: a mean-shift step.  [S]"""

from __future__ import annotations

from sympy import exp, log

from derivations.index import Partial, total
from derivations.notation import SANGER, Definition, a, chain, j, tau, theorem
from derivations.proof import Algebra, Differentiation, Positive, Use, Using

from .gaussian import bump, key, p, q, query_norm, score, w

density = Definition("f(q)", (), total(bump(j), j))()

D5a = theorem(
    "D5a",
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

D5b = theorem(
    "D5b",
    "The log of the kernel density is the log-sum-exp less the query's norm",
    SANGER,
    (Positive(tau),),
    chain(log(density), (log(total(exp(score[j] / tau), j)) - query_norm / (2 * tau), Algebra())),
)

D5c = theorem(
    "D5c",
    "The score of the kernel density",
    SANGER,
    (Positive(tau),),
    chain(
        Partial(log(density), q[a]),
        ((total(w[j] * key[j, a], j) - q[a]) / tau, Using((Use("D5a", times=1 / tau),))),
        (
            (total(p[j] * key[j, a], j) - q[a]) / tau,
            Using((Use("D2a", times=-key[j, a] / tau, over=(j,)),)),
        ),
    ),
)
