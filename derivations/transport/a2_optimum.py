"""A2. The stationary point is the only minimiser, over the closed simplex.  [L]"""

from __future__ import annotations

from sympy import S, Symbol, exp, log

from derivations.index import Lambda, XLogX, total
from derivations.notation import LITMAN, chain, eps, have, j, l, on_simplex, theorem
from derivations.proof import (
    Algebra,
    ByDefinition,
    Cases,
    Certificate,
    Equation,
    Inequality,
    Known,
    LogGap,
    Nonnegative,
    Positive,
    Strict,
    Term,
    Use,
    Using,
)

from .problem import C, divergence, objective, optimum, p, q

x, y = (Symbol(name, real=True) for name in "xy")

A2a = theorem(
    "A2a",
    "The entropy's gap, boundary included",
    LITMAN,
    (Nonnegative(x), Positive(y)),
    have(
        Inequality(XLogX(x) - x * log(y) - x + y, S.Zero, Equation(x, y)),
        Cases(
            x,
            at_zero=Strict(),
            above=Certificate((Term(x, LogGap(y / x), backward=(Use(0, times=-1 / x),)),), forward=(Use(0, times=-x),)),
        ),
    ),
    remark=r"For $x = 0$ the left side is $y > 0$; for $x > 0$ it is $x\,(t - 1 - \log t)$ at $t = y / x$.",
)

simplex = on_simplex(p)
log_normaliser = log(total(exp(-C[l] / eps), l))
cost = -eps * (log(optimum[j]) + log_normaliser)

A2b = theorem(
    "A2b",
    "The excess of the objective is a divergence",
    LITMAN,
    (Positive(eps), Nonnegative(p), simplex),
    chain(
        objective(p) - objective(optimum),
        (objective(p).body - objective(optimum).body, ByDefinition((f"J({p.name})", f"J({optimum.name})"))),
        (total(C[j] * p[j] + eps * XLogX(p[j]), j) + eps * log_normaliser, Algebra()),
        (
            total(cost * p[j] + eps * XLogX(p[j]), j) + eps * log_normaliser,
            Algebra(),
        ),
        (
            eps * total(XLogX(p[j]) - p[j] * log(optimum[j]), j),
            Using((Use(simplex, times=-eps * log_normaliser),)),
        ),
        (eps * divergence(p, optimum), ByDefinition((f"KL({p.name}|{optimum.name})",))),
    ),
)

reference = on_simplex(q)

A2c = theorem(
    "A2c",
    "Gibbs' inequality on the closed simplex",
    LITMAN,
    (Nonnegative(p), Positive(q), simplex, reference),
    have(
        Inequality(divergence(p, q), S.Zero, Equation(p[j], q[j])),
        Certificate(
            (Term(S.One, Known("A2a", {x: p[j], y: q[j]}), over=(j,)),),
            uses=(Use(simplex), Use(reference, times=S.NegativeOne)),
        ),
    ),
)

A2d = theorem(
    "A2d",
    "Global optimality and uniqueness",
    f"{LITMAN}, forward pass",
    (Positive(eps), Nonnegative(p), simplex),
    have(
        Inequality(objective(p), objective(optimum), Equation(p[j], optimum[j])),
        Certificate((Term(eps, Known("A2c", {q: Lambda((j,), optimum[j])})),), uses=(Use("A2b"),)),
    ),
)
