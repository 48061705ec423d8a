"""F6. Grouped queries: the heads of a group share its keys and its values.

M_fu is 1 where head f is of group u and 0 elsewhere. The later theorems number a head by its group u and its place s in
it, which is the order in which each group's keys are repeated for its heads, one after the other.
"""

from __future__ import annotations

from sympy import Expr, exp, log

from derivations.index import Delta, Index, Lambda, Partial, Tensor, total
from derivations.learning import a6_prior_vjp, loss
from derivations.notation import (
    OWN,
    Definition,
    a,
    c,
    chain,
    features,
    heads,
    i,
    j,
    keys,
    l,
    make_axis,
    queries,
    theorem,
    values,
)
from derivations.proof import Algebra, ByDefinition, Differentiation, Equation, Nonnegative, Positive, Use, Using

from . import objects
from .objects import sigma

groups, places = make_axis("groups", "L", "u w"), make_axis("places", "R", "s t")
f, u, w, s = heads.index("f"), groups.index("u"), groups.index("w"), places.index("s")

M = Tensor("M", heads, groups)
K, V = Tensor("K", groups, keys, features), Tensor("V", groups, keys, values)
Q, G = Tensor("Q", heads, queries, features), Tensor("G", heads, queries, values)
dX, P = (Tensor(name, heads, queries, keys) for name in ("dx", "P"))
dK, dV = Tensor("dK", heads, keys, features), Tensor("dV", heads, keys, values)

one_group = Equation(M[f, u] * M[f, w], Delta(u, w) * M[f, u])
head_key = Definition("k", (f, j, a), total(M[f, u] * K[u, j, a], u))
head_value = Definition("v", (f, j, c), total(M[f, u] * V[u, j, c], u))
score = Definition("x", (f, i, j), sigma * total(Q[f, i, a] * head_key[f, j, a], a))
output = Definition("O", (f, i, c), total(P[f, i, j] * head_value[f, j, c], j))

F6a = theorem(
    "F6a",
    "The scores of a head are those with its group's keys",
    OWN,
    (one_group,),
    chain(
        M[f, u] * score[f, i, j],
        (
            sigma * total(Q[f, i, a] * total(M[f, u] * M[f, w] * K[w, j, a], w), a),
            Algebra(),
        ),
        (
            M[f, u] * sigma * total(Q[f, i, a] * K[u, j, a], a),
            Using((Use(one_group, times=sigma * Q[f, i, a] * K[w, j, a], over=(a, w)),)),
        ),
    ),
    remark="So keys and values need not be repeated for each head.",
)

F6b = theorem(
    "F6b",
    "The output of a head is that with its group's values",
    OWN,
    (one_group,),
    chain(
        M[f, u] * output[f, i, c],
        (
            M[f, u] * total(P[f, i, j] * V[u, j, c], j),
            Using((Use(one_group, times=P[f, i, j] * V[w, j, c], over=(j, w)),)),
        ),
    ),
)

F6c = theorem(
    "F6c",
    "The gradient in a group's keys is the sum of those in its heads' keys",
    OWN,
    (),
    chain(
        Partial(total(dK[f, j, a] * head_key[f, j, a], f, j, a), K[u, j, a]),
        (total(M[f, u] * dK[f, j, a], f), Differentiation()),
    ),
)

F6d = theorem(
    "F6d",
    "And so for its values",
    OWN,
    (),
    chain(
        Partial(total(dV[f, j, c] * head_value[f, j, c], f, j, c), V[u, j, c]),
        (total(M[f, u] * dV[f, j, c], f), Differentiation()),
    ),
)

through = total(dX[f, i, j] * score[f, i, j], f, i, j)

F6e = theorem(
    "F6e",
    "The gradient in a group's keys from that in the scores of all heads",
    OWN,
    (),
    chain(
        Partial(through, K[u, j, a]),
        (sigma * total(M[f, u] * dX[f, i, j] * Q[f, i, a], f, i), Differentiation()),
    ),
)

F6f = theorem(
    "F6f",
    "The gradient in a group's values from that in the outputs of all heads",
    OWN,
    (),
    chain(
        Partial(total(G[f, i, c] * output[f, i, c], f, i, c), V[u, j, c]),
        (total(M[f, u] * P[f, i, j] * G[f, i, c], f, i), Differentiation()),
    ),
)

F6g = theorem(
    "F6g",
    "The gradient in the queries of a head takes its group's keys",
    OWN,
    (one_group,),
    chain(
        M[f, u] * Partial(through, Q[f, i, a]),
        (M[f, u] * sigma * total(dX[f, i, j] * head_key[f, j, a], j), Differentiation()),
        (
            M[f, u] * sigma * total(dX[f, i, j] * K[u, j, a], j),
            Using((Use(one_group, times=sigma * dX[f, i, j] * K[w, j, a], over=(j, w)),)),
        ),
    ),
)

grouped_Q, grouped_G = Tensor("Q", groups, places, queries, features), Tensor("G", groups, places, queries, values)
grouped_z, grouped_dX, grouped_W, grouped_P = (
    Tensor(name, groups, places, queries, keys) for name in ("z", "dx", "W", "P")
)
grouped_ell = Tensor("ell", groups, places, queries)
logit, weight = Tensor("zeta", groups, places), Tensor("omega", groups, places)
head = {
    objects.Z: Lambda((i, j), grouped_z[u, s, i, j]),
    a6_prior_vjp.W: Lambda((i, j), grouped_W[u, s, i, j]),
    loss.V: Lambda((j, c), V[u, j, c]),
    a6_prior_vjp.ell: Lambda((i,), grouped_ell[u, s, i]),
    objects.zeta: logit[u, s],
    objects.omega: weight[u, s],
}


def term(key: Index) -> Expr:
    """W_usij exp(z_usij)."""
    return grouped_W[u, s, i, key] * exp(grouped_z[u, s, i, key])


partition = weight[u, s] * exp(logit[u, s]) + total(term(l), l)
weights = Definition("P", (u, s, i, j), grouped_W[u, s, i, j] * exp(grouped_z[u, s, i, j] - grouped_ell[u, s, i]))
saved = Equation(grouped_ell[u, s, i], log(partition))
rows = (Nonnegative(grouped_W), Nonnegative(weight), Positive(partition), saved)
grouped_score = Definition("x", (u, s, i, j), sigma * total(grouped_Q[u, s, i, a] * K[u, j, a], a))
grouped_product = Definition("S", (u, s, i, j), total(grouped_Q[u, s, i, a] * K[u, j, a], a))
grouped_through = total(grouped_dX[u, s, i, j] * grouped_score[u, s, i, j], u, s, i, j)
moved = Definition("R", (u, s, i, a), total(grouped_dX[u, s, i, j] * K[u, j, a], j))
grouped_output = Definition("O", (u, s, i, c), total(grouped_P[u, s, i, j] * V[u, j, c], j))

F6h = theorem(
    "F6h",
    "The output of the head at each place of a group",
    OWN,
    rows,
    chain(
        total(weights[u, s, i, j] * V[u, j, c], j),
        (total(term(j) * V[u, j, c], j) / partition, Using((Use("F5b", head),))),
    ),
    remark="Each head has its own scores, weights and sink; it is F5b for each.",
)

F6i = theorem(
    "F6i",
    "By groups, the gradient in the queries",
    OWN,
    (),
    chain(Partial(grouped_through, grouped_Q[u, s, i, a]), (sigma * moved[u, s, i, a], Differentiation())),
)

F6j = theorem(
    "F6j",
    "By groups, the gradient in the keys sums over the places",
    OWN,
    (),
    chain(
        Partial(grouped_through, K[u, j, a]),
        (sigma * total(grouped_dX[u, s, i, j] * grouped_Q[u, s, i, a], s, i), Differentiation()),
    ),
)

F6k = theorem(
    "F6k",
    "By groups, the gradient in the values sums over the places",
    OWN,
    (),
    chain(
        Partial(total(grouped_G[u, s, i, c] * grouped_output[u, s, i, c], u, s, i, c), V[u, j, c]),
        (total(grouped_P[u, s, i, j] * grouped_G[u, s, i, c], s, i), Differentiation()),
    ),
)

F6l = theorem(
    "F6l",
    "By groups, the gradient in the scale",
    OWN,
    (),
    chain(
        Partial(grouped_through, sigma),
        (total(grouped_dX[u, s, i, j] * grouped_product[u, s, i, j], u, s, i, j), Differentiation()),
        (total(grouped_Q[u, s, i, a] * moved[u, s, i, a], u, s, i, a), ByDefinition(("S", "R"))),
    ),
)
