"""A1. The one-sided transport problem is solved by softmax(-C / eps); with C = -s, eps = tau it is SDPA.  [L]"""

from __future__ import annotations

from sympy import Expr, S, exp, log

from derivations.index import Index, Lambda, total
from derivations.notation import LITMAN, chain, eps, have, j, k, l, lam, on_simplex, stationary, tau, theorem
from derivations.proof import Differentiation, Equation, Positive, Rewriting, Solving, Use, Using

from .problem import C, lagrangian, optimum, p, s

stationarity = stationary(lagrangian(C[j], eps), p[k])
simplex = on_simplex(p)
gradient = C[k] + eps * (log(p[k]) + 1) + lam


def gibbs(index: Index) -> Expr:
    """p_k while the multiplier is still unknown."""
    return exp(-(C[index] + lam) / eps - 1)


A1a = theorem(
    "A1a",
    "The stationary point of the one-sided problem",
    f"{LITMAN}, forward pass",
    (Positive(eps), Positive(p), stationarity, simplex),
    chain(stationarity.lhs, (gradient, Differentiation())),
    have(Equation(gradient, S.Zero), Using((Use(stationarity), Use(0, times=S.NegativeOne)))),
    chain(p[k], (gibbs(k), Solving(Use(1)))),
    chain(total(gibbs(j), j), (S.One, Using((Use(simplex), Use(2, {k: j}, S.NegativeOne, (j,)))))),
    chain(lam, (eps * log(total(exp(-C[j] / eps), j)) - eps, Solving(Use(3)))),
    chain(p[k], (optimum[k].body, Rewriting(Use(4), (Use(2),)))),
    remark="The multiplier is found from the constraint, so nothing about it is assumed.",
)

attention_stationarity = stationary(lagrangian(-s[j], tau), p[k])

A1b = theorem(
    "A1b",
    "Scaled dot-product attention is the stationary point for the cost $-s$",
    f"{LITMAN}, forward pass",
    (Positive(tau), Positive(p), attention_stationarity, simplex),
    chain(
        p[k],
        (exp(s[k] / tau) / total(exp(s[l] / tau), l), Using((Use("A1a", {C: Lambda((j,), -s[j]), eps: tau}),))),
    ),
)
