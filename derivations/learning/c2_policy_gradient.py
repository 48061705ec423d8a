"""C2. The gradient is a policy gradient, for every baseline; with the mean as baseline, its advantage form.  [L]"""

from __future__ import annotations

from sympy import S, log

from derivations.geometry.softmax import mean, p, s
from derivations.index import Delta, Partial, total
from derivations.notation import LITMAN, chain, j, k, tau, theorem
from derivations.proof import Algebra, Differentiation, Positive, Use, Using

from .loss import b, loss, u

C2a = theorem(
    "C2a",
    "The policy gradient identity, for every baseline",
    f"{LITMAN}, backward pass",
    (Positive(tau),),
    chain(
        total(p[j] * (u[j] - b) * Partial(log(p[j]), s[k]), j),
        (total(p[j] * (u[j] - b) * (Delta(j, k) - p[k]), j) / tau, Differentiation()),
        ((p[k] * (u[k] - b) - p[k] * (mean(u) - b)) / tau, Algebra()),
        (p[k] * (u[k] - mean(u)) / tau, Algebra()),
        (Partial(loss, s[k]), Using((Use("C1", times=S.NegativeOne),))),
    ),
)

C2b = theorem(
    "C2b",
    "The advantage form",
    f"{LITMAN}, backward pass",
    (Positive(tau),),
    chain(
        total(p[j] * (u[j] - mean(u)) * Partial(log(p[j]), s[k]), j),
        (Partial(loss, s[k]), Using((Use("C2a", {b: mean(u)}),))),
    ),
)

C2c = theorem(
    "C2c",
    "The advantage is the utility less its mean",
    f"{LITMAN}, backward pass",
    (Positive(tau),),
    chain(
        total((Delta(j, k) - p[j]) * u[j], j),
        (u[k] - mean(u), Algebra()),
    ),
)
