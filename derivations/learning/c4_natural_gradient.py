"""C4. The gradient is tau F u; the natural gradient is tau times the centred utility.  [L]"""

from __future__ import annotations

from sympy import Expr, S

from derivations.geometry.softmax import fisher, fisher_times, mean, p, s, x
from derivations.index import Index, Partial, total
from derivations.notation import LITMAN, Definition, chain, j, k, l, n, tau, theorem
from derivations.proof import Algebra, Equation, Positive, Use, Using

from .loss import loss, u

average = Definition("mean(u)", (), total(u[l], l) / n)()
gradient = Partial(loss, s[k])


def natural(index: Index) -> Expr:
    """tau (u - mean u)."""
    return tau * (u[index] - average)


C4a = theorem(
    "C4a",
    "The geometry dictates the gradient",
    f"{LITMAN}, backward pass",
    (Positive(tau),),
    chain(
        gradient,
        (p[k] * (u[k] - mean(u)) / tau, Using((Use("C1"),))),
        (tau * fisher_times(u, k), Using((Use("B5a", {x: u, j: k}, -tau),))),
    ),
)

C4b = theorem(
    "C4b",
    "The centred utility solves the natural-gradient equation",
    LITMAN,
    (Positive(tau),),
    chain(
        total(fisher[k, l] * natural(l), l),
        (tau * fisher_times(u, k) - tau * average * total(fisher[k, l], l), Algebra()),
        (tau * fisher_times(u, k), Algebra()),
        (gradient, Using((Use("C4a", times=S.NegativeOne),))),
    ),
)

solves = Equation(fisher_times(x, k), gradient)
centred = Equation(total(x[l], l), S.Zero)

C4c = theorem(
    "C4c",
    "The natural gradient is the centred utility",
    f"{LITMAN}, backward pass",
    (Positive(tau), solves, centred),
    chain(
        x[k] - mean(x),
        (tau**2 * fisher_times(x, k) / p[k], Using((Use("B5a", {j: k}, -(tau**2) / p[k]),))),
        (tau**2 * gradient / p[k], Using((Use(solves, times=tau**2 / p[k]),))),
        (tau * (u[k] - mean(u)), Using((Use("C1", times=tau**2 / p[k]),))),
    ),
    chain(
        x[k],
        (natural(k), Using((Use(2), Use(2, {k: l}, -1 / n, (l,)), Use(centred, times=1 / n)))),
    ),
    remark=r"Among the solutions of $F x = \nabla_s L$ it is the one without a component along the null space (B5c), "
    r"which is $F^{+} \nabla_s L$.",
)

C4d = theorem(
    "C4d",
    "The centred utility is centred",
    LITMAN,
    (),
    chain(total(natural(l), l), (S.Zero, Algebra())),
)
