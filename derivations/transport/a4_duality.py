"""A4. The potential is the convex conjugate of minus the entropy on the simplex; the gap closes at softmax.  [L]"""

from __future__ import annotations

from sympy import S, log

from derivations.geometry.softmax import potential
from derivations.index import Lambda, XLogX, total
from derivations.notation import LITMAN, Definition, chain, eps, have, j, on_simplex, tau, theorem
from derivations.proof import (
    Algebra,
    Certificate,
    Equation,
    Inequality,
    Known,
    Nonnegative,
    Positive,
    Term,
    Use,
    Using,
)

from .problem import C, attention, divergence, p, q, s

simplex = on_simplex(p)
entropy = Definition("H(p)", (), -total(XLogX(p[j]), j))()
dual = total(s[j] * p[j], j) + tau * entropy

A4a = theorem(
    "A4a",
    "Fenchel and Young: the gap is a divergence",
    LITMAN,
    (Positive(tau), Nonnegative(p), simplex),
    chain(
        potential - dual,
        (
            tau * divergence(p, attention),
            Using((Use("A3d", {C: Lambda((j,), -s[j]), eps: tau}, S.NegativeOne),)),
        ),
    ),
)

A4b = theorem(
    "A4b",
    "The potential is the conjugate of minus the entropy: the maximum, attained only at softmax",
    LITMAN,
    (Positive(tau), Nonnegative(p), simplex),
    have(
        Inequality(potential, dual, Equation(p[j], attention[j])),
        Certificate((Term(tau, Known("A2c", {q: Lambda((j,), attention[j])})),), uses=(Use("A4a"),)),
    ),
    remark=r"So $\phi(s)$ is the largest value of $\langle s, p\rangle + \tau H(p)$ on the closed simplex.",
)

A4c = theorem(
    "A4c",
    "The duality gap is zero at the optimum",
    LITMAN,
    (Positive(tau),),
    chain(
        potential,
        (tau * log(total(attention[j], j)) + potential, Algebra()),
        (total(s[j] * attention[j] - tau * attention[j] * log(attention[j]), j), Algebra()),
    ),
)
