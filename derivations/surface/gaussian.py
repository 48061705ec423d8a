"""The objects of the chapter: a query q, keys k_j, values v_j, and Gaussian weights with the key-norm prior.  [S]"""

from __future__ import annotations

from sympy import Expr, exp

from derivations.index import Definition, Index, Tensor, total
from derivations.learning.loss import G, K, Q, V
from derivations.notation import a, c, features, i, j, keys, l, softmax, tau, values

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


def matrix_bump(row: Index, index: Index) -> Expr:
    """The same for query `row` of a matrix of queries."""
    gap, size = total((Q[row, a] - K[index, a]) ** 2, a), total(K[index, a] ** 2, a)
    return exp(-gap / (2 * tau)) * exp(size / (2 * tau))


W = Definition("W", (i, j), matrix_bump(i, j) / total(matrix_bump(i, l), l))
output = Definition("O", (i, c), total(W[i, j] * V[j, c], j))
advantage = Definition("A", (i, j), total(G[i, c] * (V[j, c] - output[i, c]), c))
loss = total(G[i, c] * output[i, c], i, c)
