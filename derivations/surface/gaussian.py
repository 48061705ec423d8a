"""The objects of the chapter: a query q, keys k_j, values v_j, and Gaussian weights with the key-norm prior.  [S]"""

from __future__ import annotations

from sympy import Expr, exp

from derivations.index import Index, Tensor, total
from derivations.learning.loss import G, K, Q, V
from derivations.notation import Definition, a, c, features, i, j, keys, l, softmax, tau, values

q = Tensor("q", features)
key = Tensor("k", keys, features)
v = Tensor("v", keys, values)

score = Definition("s", (j,), total(q[a] * key[j, a], a))
distance = Definition("|q - k_{}|^2", (j,), total((q[a] - key[j, a]) ** 2, a))
norm = Definition("|k_{}|^2", (j,), total(key[j, a] ** 2, a))
query_norm = Definition("|q|^2", (), total(q[a] ** 2, a))()

p = softmax("p", lambda index: score[index])


def bump(index: Index) -> Expr:
    """exp(-|q - k_j|^2 / 2 tau) exp(|k_j|^2 / 2 tau): the Gaussian in the distance times the prior of the norm."""
    return exp(-distance[index] / (2 * tau)) * exp(norm[index] / (2 * tau))


w = Definition("w", (j,), bump(j) / total(bump(l), l))


gaps = Definition("|Q_{} - K_{}|^2", (i, j), total((Q[i, a] - K[j, a]) ** 2, a))
norms = Definition("|K_{}|^2", (j,), total(K[j, a] ** 2, a))
exponent = Definition("T", (i, j), norms[j] / 2 - gaps[i, j] / 2)
W = softmax("W", lambda index: exponent[i, index], tau, (i,))
output = Definition("O", (i, c), total(W[i, j] * V[j, c], j))
utility = Definition("U", (i, j), total(G[i, c] * V[j, c], c))
delta = Definition("D", (i,), total(G[i, c] * output[i, c], c))
dT = Definition("dT", (i, j), W[i, j] * (utility[i, j] - delta[i]) / tau)
loss = total(G[i, c] * output[i, c], i, c)
