"""A6, continued. Attention with a prior, and its vector-Jacobian product: log-prior, query, key, value, temperature.

The prior of key j in row i is W_ij exp(B_ij): a weight, which may be a mask, times the exponential of a bias that the
temperature does not divide. G is the cotangent of the output, H that of the log-sum-exp.
"""

from __future__ import annotations

from sympy import Expr, Integer, exp, log

from derivations.index import Index, Lambda, Partial, Tensor, total
from derivations.notation import OWN, Definition, a, c, chain, i, j, k, keys, l, queries, tau, theorem
from derivations.proof import Differentiation, Equation, Nonnegative, Positive, Rewriting, Use, Using
from derivations.transport.problem import ell as problem_ell
from derivations.transport.problem import pi, s

from .loss import B, G, H, K, Q, U, V

W = Tensor("W", queries, keys)
ell = Tensor("ell", queries)

S = Definition("S", (i, j), total(Q[i, a] * K[j, a], a))


def unnormalised(index: Index) -> Expr:
    """W_ij exp(B_ij) exp(S_ij / tau)."""
    return W[i, index] * exp(B[i, index]) * exp(S[i, index] / tau)


partition = total(unnormalised(l), l)
saved = Equation(ell[i], log(partition))
given = (Positive(tau), Nonnegative(W), Positive(partition))

direct = Definition("P^Z", (i, j), unnormalised(j) / partition)
P = Definition("P", (i, j), W[i, j] * exp(B[i, j]) * exp(S[i, j] / tau - ell[i]))
O = Definition("O", (i, c), total(P[i, j] * V[j, c], j))
delta = Definition("D", (i,), total(G[i, c] * O[i, c], c))
dB = Definition("dB", (i, j), P[i, j] * (U[i, j] - delta[i] + H[i]))

row_output = total(direct[i, j] * V[j, c], j)
row_loss = Definition("L", (i,), total(G[i, c] * row_output, c) + H[i] * log(partition))
row_normalised = Equation(total(P[i, j], j), Integer(1))
of_rows = {s: Lambda((j,), S[i, j]), pi: Lambda((j,), W[i, j] * exp(B[i, j])), problem_ell: ell[i]}
density = Definition("rho^*", (i, j), exp(S[i, j] / tau - ell[i]))

A6o = theorem(
    "A6o",
    "The output of attention with a prior",
    OWN,
    (*given, row_normalised),
    chain(
        total(W[i, j] * exp(B[i, j]) * density[i, j] * V[j, c], j),
        (total(unnormalised(j) * V[j, c], j) / partition, Using((Use("A6i", {**of_rows, k: j}, V[j, c], (j,)),))),
    ),
)

A6p = theorem(
    "A6p",
    "The log-sum-exp of attention with a prior",
    OWN,
    (*given, row_normalised),
    chain(ell[i], (log(partition), Using((Use("A6g", of_rows),)))),
)

rows = (*given, saved)
to_bias = Partial(row_loss[i], B[i, j])

A6q = theorem(
    "A6q",
    "The gradient in the log-prior",
    OWN,
    rows,
    chain(
        to_bias,
        (direct[i, j] * (U[i, j] - total(direct[i, l] * U[i, l], l) + H[i]), Differentiation()),
        (dB[i, j].body, Rewriting(Use(saved))),
    ),
    remark=r"$L_i$ is the share of row $i$ in the loss; the rows of $B$, $W$ and $Q$ meet their own share only.",
)

A6r = theorem(
    "A6r",
    "The gradient in a prior weight",
    OWN,
    rows,
    chain(
        W[i, j] * Partial(row_loss[i], W[i, j]),
        (to_bias, Differentiation()),
        (dB[i, j], Using((Use("A6q"),))),
    ),
)

A6s = theorem(
    "A6s",
    "With a prior, the gradient in the queries",
    OWN,
    rows,
    chain(
        Partial(row_loss[i], Q[i, a]),
        (total(to_bias * K[j, a], j) / tau, Differentiation()),
        (total(dB[i, j] * K[j, a], j) / tau, Using((Use("A6q", times=K[j, a] / tau, over=(j,)),))),
    ),
)

A6t = theorem(
    "A6t",
    "With a prior, the gradient in the keys",
    OWN,
    rows,
    chain(
        Partial(row_loss[i], K[j, a]),
        (to_bias * Q[i, a] / tau, Differentiation()),
        (dB[i, j] * Q[i, a] / tau, Using((Use("A6q", times=Q[i, a] / tau),))),
    ),
    chain(
        total(Partial(row_loss[i], K[j, a]), i),
        (total(dB[i, j] * Q[i, a], i) / tau, Using((Use(1, over=(i,)),))),
    ),
)

A6u = theorem(
    "A6u",
    "With a prior, the gradient in the values",
    OWN,
    rows,
    chain(
        Partial(row_loss[i], V[j, c]),
        (direct[i, j] * G[i, c], Differentiation()),
        (P[i, j] * G[i, c], Rewriting(Use(saved))),
    ),
    chain(
        total(Partial(row_loss[i], V[j, c]), i),
        (total(P[i, j] * G[i, c], i), Using((Use(1, over=(i,)),))),
    ),
)

A6v = theorem(
    "A6v",
    "With a prior, the gradient in the temperature",
    OWN,
    rows,
    chain(
        Partial(row_loss[i], tau),
        (-total(to_bias * S[i, j], j) / tau**2, Differentiation()),
        (-total(dB[i, j] * S[i, j], j) / tau**2, Using((Use("A6q", times=-S[i, j] / tau**2, over=(j,)),))),
    ),
    chain(
        total(Partial(row_loss[i], tau), i),
        (-total(dB[i, j] * S[i, j], i, j) / tau**2, Using((Use(1, over=(i,)),))),
    ),
)
