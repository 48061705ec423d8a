"""The objects of the chapter: weights, potential, Fisher matrix, mean and variance, for scores s."""

from __future__ import annotations

from sympy import Expr, exp, log

from derivations.index import Delta, Index, Tensor, total
from derivations.notation import Definition, j, k, keys, l, softmax, tau

s = Tensor("s", keys)
x = Tensor("x", keys)

p = softmax("p", lambda index: s[index])
potential = Definition("phi(s)", (), tau * log(total(exp(s[j] / tau), j)))()
fisher = Definition("F", (j, k), (p[j] * Delta(j, k) - p[j] * p[k]) / tau**2)


def mean(values: Tensor) -> Expr:
    """E_p x := sum_l p_l x_l."""
    return Definition(f"E_p[{values.name}]", (), total(p[l] * values[l], l))()


def variance(values: Tensor) -> Expr:
    """Var_p x := sum_j p_j (x_j - E_p x)^2."""
    return Definition(f"Var_p({values.name})", (), total(p[j] * (values[j] - mean(values)) ** 2, j))()


def fisher_times(values: Tensor, index: Index) -> Expr:
    """(F x)_index."""
    return total(fisher[index, l] * values[l], l)
