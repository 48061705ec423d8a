"""The one-sided problem: minimise <C, p> - eps H(p) over the simplex.  [L, forward pass]"""

from __future__ import annotations

from sympy import Expr, log

from derivations.index import Tensor, XLogX, total
from derivations.notation import Definition, eps, j, keys, lam, softmax

C = Tensor("C", keys)
s = Tensor("s", keys)
p = Tensor("p", keys)
q = Tensor("q", keys)

optimum = softmax("p^*", lambda index: -C[index], eps)
attention = softmax("p^*", lambda index: s[index])


def lagrangian(cost: Expr, temperature: Expr) -> Expr:
    """sum_j (cost_j p_j + temperature p_j log p_j) + lambda (sum_j p_j - 1), at a positive p."""
    return total(cost * p[j] + temperature * p[j] * log(p[j]), j) + lam * (total(p[j], j) - 1)


def objective(plan: Tensor | Definition, cost: Expr = C[j], temperature: Expr = eps) -> Expr:
    """J(p) := sum_j (cost_j p_j + temperature p_j log p_j), with 0 log 0 = 0."""
    return Definition(f"J({plan.name})", (), total(cost * plan[j] + temperature * XLogX(plan[j]), j))()


def divergence(plan: Tensor | Definition, reference: Tensor | Definition) -> Expr:
    """KL(p | q) := sum_j (p_j log p_j - p_j log q_j), with 0 log 0 = 0 and q > 0."""
    body = total(XLogX(plan[j]) - plan[j] * log(reference[j]), j)
    return Definition(f"KL({plan.name}|{reference.name})", (), body)()
