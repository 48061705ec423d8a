"""A7. A shift of a row of scores changes no weight and adds itself to the potential."""

from __future__ import annotations

from sympy import Symbol, exp, log

from derivations.index import total
from derivations.notation import LITMAN, chain, j, k, softmax, tau, theorem
from derivations.proof import Algebra, Positive

from .problem import s

x = Symbol("x", real=True)
shifted = softmax("p", lambda index: s[index] + x)
plain = softmax("p", lambda index: s[index])

A7a = theorem(
    "A7a",
    "Shift invariance of the weights",
    LITMAN,
    (Positive(tau),),
    chain(
        shifted[k].body,
        (plain[k].body, Algebra()),
    ),
    remark="This is what makes the stable evaluation right: $x$ may be minus the largest score of the row.",
)

A7b = theorem(
    "A7b",
    "Shift equivariance of the potential",
    LITMAN,
    (Positive(tau),),
    chain(
        tau * log(total(exp((s[j] + x) / tau), j)),
        (x + tau * log(total(exp(s[j] / tau), j)), Algebra()),
    ),
)
