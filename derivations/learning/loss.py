"""The objects of the chapter: a loss seen through its derivative u_j = dL/dp_j, and matrix attention."""

from __future__ import annotations

from sympy import Symbol, exp, log

from derivations.geometry.softmax import p
from derivations.index import Tensor, total
from derivations.notation import Definition, a, c, features, i, j, keys, l, queries, softmax, tau, values

u = Tensor("u", keys)
b = Symbol("b", real=True)
loss = total(u[j] * p[j], j)

Q = Tensor("Q", queries, features)
K = Tensor("K", keys, features)
V = Tensor("V", keys, values)
B = Tensor("B", queries, keys)
G = Tensor("G", queries, values)
H = Tensor("H", queries)

S = Definition("S", (i, j), total(Q[i, a] * K[j, a], a) + B[i, j])
P = softmax("P", lambda index: S[i, index], tau, (i,))
O = Definition("O", (i, c), total(P[i, j] * V[j, c], j))
U = Definition("U", (i, j), total(G[i, c] * V[j, c], c))
delta = Definition("D", (i,), total(G[i, c] * O[i, c], c))
logsumexp = Definition("ell", (i,), log(total(exp(S[i, l] / tau), l)))
output_loss = total(G[i, c] * O[i, c], i, c) + total(H[i] * logsumexp[i], i)


dS = Definition("dS", (i, j), P[i, j] * (U[i, j] - delta[i] + H[i]) / tau)
