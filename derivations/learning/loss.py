"""The objects of the chapter: a loss seen through its derivative u_j = dL/dp_j, and matrix attention."""

from __future__ import annotations

from sympy import Expr, Symbol

from derivations.geometry.softmax import p
from derivations.index import Definition, Index, Tensor, total
from derivations.notation import a, c, features, i, j, keys, queries, softmax, tau, values

u = Tensor("u", keys)
b = Symbol("b", real=True)
loss = total(u[j] * p[j], j)

Q = Tensor("Q", queries, features)
K = Tensor("K", keys, features)
V = Tensor("V", keys, values)
B = Tensor("B", queries, keys)
G = Tensor("G", queries, values)

S = Definition("S", (i, j), total(Q[i, a] * K[j, a], a) + B[i, j])


def attention_weights() -> Definition:
    """P_ij := softmax_j(S_ij / tau)."""
    return softmax("P", lambda index: S[i, index], tau, (i,))


P = attention_weights()
O = Definition("O", (i, c), total(P[i, j] * V[j, c], j))
U = Definition("U", (i, j), total(G[i, c] * V[j, c], c))
delta = Definition("D", (i,), total(G[i, c] * O[i, c], c))
output_loss = total(G[i, c] * O[i, c], i, c)


def score_gradient(row: Index, column: Index) -> Expr:
    """P_ij (U_ij - D_i) / tau."""
    return P[row, column] * (U[row, column] - delta[row]) / tau
