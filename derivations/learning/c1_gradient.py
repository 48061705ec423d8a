"""C1. The gradient of a loss in the scores is advantage times probability.  [L, backward pass]"""

from __future__ import annotations

from derivations.geometry.softmax import mean, p, s
from derivations.index import Delta, Partial, total
from derivations.notation import LITMAN, chain, j, k, tau, theorem
from derivations.proof import Algebra, Differentiation, Positive, Use, Using

from .loss import loss, u

C1 = theorem(
    "C1",
    "The gradient in the scores",
    f"{LITMAN}, backward pass",
    (Positive(tau),),
    chain(
        Partial(loss, s[k]),
        (total(u[j] * Partial(p[j], s[k]), j), Differentiation()),
        (total(u[j] * p[j] * (Delta(j, k) - p[k]), j) / tau, Using((Use("B1", times=u[j], over=(j,)),))),
        (p[k] * (u[k] - mean(u)) / tau, Algebra()),
    ),
    remark=r"$u_j = \partial L / \partial p_j$ is held fixed, so $\sum_j u_j p_j$ has the gradient of $L$ in $s$.",
)
