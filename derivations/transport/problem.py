"""The one-sided problem: minimise <C, p> - eps H(p) over the simplex.  [L, forward pass]"""

from __future__ import annotations

from sympy import Expr, S, Symbol, exp, log

from derivations.index import Tensor, XLogX, total
from derivations.notation import Definition, eps, j, keys, lam, softmax
from derivations.proof import Equation

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


pi = Tensor("pi", keys)
rho = Tensor("rho", keys)
ell = Symbol("ell", real=True)
density = Definition("rho^*", (j,), exp(-C[j] / eps - ell))


def feasible(plan: Tensor | Definition) -> Equation:
    """sum_j pi_j rho_j = 1, for the density of a plan in the prior."""
    return Equation(total(pi[j] * plan[j], j), S.One)


def prior_objective(plan: Tensor | Definition) -> Expr:
    """J(rho) := sum_j pi_j (C_j rho_j + eps rho_j log rho_j), the plan p_j = pi_j rho_j paying eps KL(p | pi)."""
    body = total(pi[j] * (C[j] * plan[j] + eps * XLogX(plan[j])), j)
    return Definition(f"J({plan.name})", (), body)()


def prior_divergence(plan: Tensor | Definition, reference: Tensor | Definition) -> Expr:
    """KL of two plans by their densities: sum_j pi_j (rho_j log rho_j - rho_j log sigma_j), sigma > 0."""
    body = total(pi[j] * (XLogX(plan[j]) - plan[j] * log(reference[j])), j)
    return Definition(f"D({plan.name}|{reference.name})", (), body)()
