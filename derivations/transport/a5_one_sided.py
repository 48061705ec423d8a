"""A5. One-sided means degenerate: one scaling solves the matrix problem, and it splits over rows.  [L]"""

from __future__ import annotations

from sympy import Expr, S, exp, log

from derivations.index import Index, Tensor, XLogX, total
from derivations.notation import LITMAN, Definition, chain, eps, have, i, j, k, keys, l, queries, stationary, theorem
from derivations.proof import (
    Algebra,
    ByDefinition,
    Certificate,
    Differentiation,
    Equation,
    Inequality,
    Known,
    Nonnegative,
    Positive,
    Rewriting,
    Solving,
    Term,
    Use,
    Using,
)

from .a2_optimum import x, y

C = Tensor("C", queries, keys)
P = Tensor("P", queries, keys)
marginal = Tensor("a", queries)
lam = Tensor("lambda", queries)

gibbs = Definition("K", (i, j), exp(-C[i, j] / eps))
scaling = Definition("u", (i,), marginal[i] / total(gibbs[i, j], j))
row_sums = Equation(total(P[i, j], j), marginal[i])


def row_objective(row: Index) -> Expr:
    """sum_j (C_ij P_ij + eps P_ij log P_ij)."""
    return total(C[row, j] * P[row, j] + eps * P[row, j] * log(P[row, j]), j)


h = queries.index("h")
lagrangian = total(row_objective(h) + lam[h] * (total(P[h, j], j) - marginal[h]), h)
stationarity = stationary(lagrangian, P[i, k])
gradient = C[i, k] + eps * (log(P[i, k]) + 1) + lam[i]


def unscaled(index: Index) -> Expr:
    """P_ik while the multipliers are still unknown."""
    return exp(-(C[i, index] + lam[i]) / eps - 1)


A5a = theorem(
    "A5a",
    "With the row constraint alone, the plan is one scaling of the Gibbs kernel",
    LITMAN,
    (Positive(eps), Positive(P), Positive(marginal), stationarity, row_sums),
    chain(stationarity.lhs, (gradient, Differentiation())),
    have(Equation(gradient, S.Zero), Using((Use(stationarity), Use(0, times=S.NegativeOne)))),
    chain(P[i, k], (unscaled(k), Solving(Use(1)))),
    chain(
        total(unscaled(j), j),
        (marginal[i], Using((Use(row_sums), Use(2, {k: j}, S.NegativeOne, (j,))))),
    ),
    chain(lam[i], (eps * log(total(gibbs[i, j], j) / marginal[i]) - eps, Solving(Use(3)))),
    chain(P[i, k], (scaling[i] * gibbs[i, k], Rewriting(Use(4), (Use(2),)))),
    remark="The Lagrangian has a derivative only where the plan is positive. That no plan with a zero is better "
    "is A5d.",
)

A5b = theorem(
    "A5b",
    "Sinkhorn stops after half an iteration: the next row scaling is 1",
    LITMAN,
    (Positive(eps), Positive(marginal)),
    chain(
        marginal[i] / total(scaling[i] * gibbs[i, j], j),
        (marginal[i] / (scaling[i] * total(gibbs[i, j], j)), Algebra()),
        (S.One, ByDefinition(("u",))),
    ),
)

A5c = theorem(
    "A5c",
    "The problem splits over rows, boundary included",
    LITMAN,
    (Nonnegative(P),),
    chain(
        total(C[h, l] * P[h, l], h, l) + eps * total(XLogX(P[h, l]), h, l),
        (total(total(C[h, j] * P[h, j] + eps * XLogX(P[h, j]), j), h), Algebra()),
    ),
)

plan = Definition("P^*", (i, j), scaling[i] * gibbs[i, j])
log_scaling = log(marginal[i]) - log(total(gibbs[i, j], j))


def objective(of: Tensor | Definition) -> Expr:
    """J(P) := sum_ij (C_ij P_ij + eps P_ij log P_ij), with 0 log 0 = 0."""
    return Definition(f"J({of.name})", (), total(C[i, j] * of[i, j] + eps * XLogX(of[i, j]), i, j))()


A5d = theorem(
    "A5d",
    "The scaled kernel is the only minimiser, boundary included",
    LITMAN,
    (Positive(eps), Nonnegative(P), Positive(marginal), row_sums),
    have(
        Inequality(objective(P), objective(plan), Equation(P[i, j], plan[i, j])),
        Certificate(
            (Term(eps, Known("A2a", {x: P[i, j], y: plan[i, j]}), over=(i, j)),),
            uses=(Use(row_sums, times=eps * log_scaling + eps, over=(i,)),),
        ),
    ),
)
