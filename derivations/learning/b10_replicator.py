"""B10. In the weights, the natural gradient is the replicator flow and mirror descent multiplies by exponentials.

A step of mirror descent from p with step size eta is the minimiser of -eta <u, q> + KL(q | p) over the simplex. That is
the problem of A2 with the cost -eta u - log p at temperature 1.
"""

from __future__ import annotations

from sympy import Expr, S, Symbol, exp, log

from derivations.geometry.softmax import mean, p, s
from derivations.index import Lambda, Partial, Tensor, total
from derivations.notation import (
    LITMAN,
    Definition,
    chain,
    eps,
    have,
    j,
    k,
    l,
    on_simplex,
    softmax,
    tau,
    theorem,
)
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
from derivations.transport.problem import C, divergence, q
from derivations.transport.problem import p as plan

from .c4_natural_gradient import natural
from .loss import u

eta = Symbol("eta", real=True)
stepped = softmax("p'", lambda index: s[index] + tau * eta * u[index])

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
    "The step of mirror descent multiplies the weights by exponentials of the utility",
    LITMAN,
    (Positive(tau),),
    chain(
        stepped[j],
        (exp(s[j] / tau + eta * u[j]) / total(exp(s[l] / tau + eta * u[l]), l), Algebra()),
        (p[j] * exp(eta * u[j]) / total(p[l] * exp(eta * u[l]), l), Algebra()),
    ),
    remark=r"So it adds $\tau \eta u$ to the scores. That it is the step of mirror descent is B10c.",
)


def proximal(weights: Tensor | Definition) -> Expr:
    """-eta <u, q> + KL(q | p)."""
    body = divergence(weights, p) - eta * total(u[j] * weights[j], j)
    return Definition(f"J({weights.name})", (), body)()


B10c = theorem(
    "B10c",
    "And it, and no other, is the step of mirror descent: the minimiser of utility against divergence",
    LITMAN,
    (Positive(tau), Nonnegative(q), on_simplex(q)),
    have(
        Inequality(proximal(q), proximal(stepped), Equation(q[j], stepped[j])),
        Certificate(
            (Term(S.One, Known("A2d", {plan: q, C: Lambda((j,), -eta * u[j] - log(p[j])), eps: S.One})),),
        ),
    ),
    remark=r"$\eta$ is the step size, and $q$ any point of the closed simplex.",
)
