"""A7. A shift of a row of scores changes no weight and adds itself to the potential."""

from __future__ import annotations

from sympy import Symbol, exp, log

from derivations.index import Tensor, total
from derivations.notation import OWN, chain, j, k, keys, softmax, tau, theorem
from derivations.proof import Algebra, Equation, Positive, Rewriting, Use

from .problem import s

x = Symbol("x", real=True)
shifted = softmax("p", lambda index: s[index] + x)
plain = softmax("p", lambda index: s[index])

A7a = theorem(
    "A7a",
    "Shift invariance of the weights",
    OWN,
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
    OWN,
    (Positive(tau),),
    chain(
        tau * log(total(exp((s[j] + x) / tau), j)),
        (x + tau * log(total(exp(s[j] / tau), j)), Algebra()),
    ),
)

B = Tensor("b", keys)
biased = softmax("p", lambda index: s[index] + B[index])
constant = Equation(B[j], x)

A7c = theorem(
    "A7c",
    "A bias that is the same for every key cancels",
    OWN,
    (Positive(tau), constant),
    chain(
        biased[k].body,
        (shifted[k].body, Rewriting(Use(constant))),
        (plain[k].body, Algebra()),
    ),
)
