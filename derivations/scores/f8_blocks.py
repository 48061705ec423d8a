"""F8. What a schedule by blocks of keys needs: a block's state, the merge, the finish with the sink, and the way back.

The state of block b in row i has the shift mu_b, the sum z_b and the accumulator n_b. The weights W_ij are part of the
terms. M_bj says which block a key belongs to.
"""

from __future__ import annotations

from sympy import Expr, S, exp, log

from derivations.geometry.softmax import s
from derivations.index import Axis, Delta, Index, Lambda, Tensor, total
from derivations.learning.a6_prior_vjp import W, ell
from derivations.learning.loss import G, K, Q, U, V
from derivations.notation import (
    OWN,
    Definition,
    a,
    c,
    chain,
    features,
    g,
    i,
    j,
    make_axis,
    queries,
    tau,
    theorem,
    values,
)
from derivations.proof import Equation, Positive, Rewriting, Solving, Use, Using
from derivations.streaming import e1_merge as e1
from derivations.streaming.e1_merge import b, blocks, member, merged, mu, mu1, mu2, shift
from derivations.streaming.e1_merge import partition as placed

from .objects import Z, dX, omega, plain, sigma, x, zeta

block_sum = Definition("z", (b, i), total(member[b, j] * W[i, j] * exp(Z[i, j] - shift[b]), j))
accumulator = Definition("n", (b, i, c), total(member[b, j] * W[i, j] * exp(Z[i, j] - shift[b]) * V[j, c], j))
whole_sum = total(W[i, j] * exp(Z[i, j] - mu), j)
whole_accumulator = total(W[i, j] * exp(Z[i, j] - mu) * V[j, c], j)
of_row = {s: Lambda((j,), Z[i, j]), tau: S.One}

F8a = theorem(
    "F8a",
    "With weights, the merged sum over any partition of the keys is the whole sum",
    OWN,
    (placed,),
    chain(
        total(block_sum[b, i] * exp(shift[b] - mu), b),
        (whole_sum, Using((Use("E1d", {**of_row, e1.v: Lambda((j, c), W[i, j])}),))),
    ),
)

F8b = theorem(
    "F8b",
    "And the merged accumulator is the whole one",
    OWN,
    (placed,),
    chain(
        total(accumulator[b, i, c] * exp(shift[b] - mu), b),
        (whole_accumulator, Using((Use("E1d", {**of_row, e1.v: Lambda((j, c), W[i, j] * V[j, c])}),))),
    ),
)

new, old = Lambda((j,), e1.other[j] * W[i, j]), Lambda((j,), e1.one[j] * W[i, j])


def of_block(belongs: Tensor, at: Expr, times: Expr = S.One) -> Expr:
    """The sum of a block's terms, at a shift."""
    return total(belongs[j] * W[i, j] * exp(Z[i, j] - at) * times, j)


F8c = theorem(
    "F8c",
    "One more block: the sum of two blocks together is the merge of their sums",
    OWN,
    (),
    chain(
        total((e1.one[j] + e1.other[j]) * W[i, j] * exp(Z[i, j] - mu), j),
        (
            merged(of_block(e1.one, mu1), mu1, of_block(e1.other, mu2), mu2, mu),
            Using((Use("E1g", {**of_row, e1.one: old, e1.other: new}),)),
        ),
    ),
)

old_value, new_value = (Lambda((j,), belongs[j] * W[i, j] * V[j, c]) for belongs in (e1.one, e1.other))

F8d = theorem(
    "F8d",
    "And so for the accumulators",
    OWN,
    (),
    chain(
        total((e1.one[j] + e1.other[j]) * W[i, j] * exp(Z[i, j] - mu) * V[j, c], j),
        (
            merged(of_block(e1.one, mu1, V[j, c]), mu1, of_block(e1.other, mu2, V[j, c]), mu2, mu),
            Using((Use("E1g", {**of_row, e1.one: old_value, e1.other: new_value}),)),
        ),
    ),
)

skipped = Tensor("N", blocks, queries)
nothing = Equation(skipped[b, i] * member[b, j] * W[i, j], S.Zero)

F8e = theorem(
    "F8e",
    "A block whose keys are all hidden from a row leaves its sum as it is",
    OWN,
    (nothing,),
    chain(
        skipped[b, i] * block_sum[b, i],
        (S.Zero, Using((Use(nothing, times=exp(Z[i, j] - shift[b]), over=(j,)),))),
    ),
    remark="$N_{bi}$ is any array that is 0 where block $b$ has a key that row $i$ sees. So such a block may be "
    "skipped; it is the identity of the merge (E1b).",
)

F8f = theorem(
    "F8f",
    "And its accumulator",
    OWN,
    (nothing,),
    chain(
        skipped[b, i] * accumulator[b, i, c],
        (S.Zero, Using((Use(nothing, times=exp(Z[i, j] - shift[b]) * V[j, c], over=(j,)),))),
    ),
)

of_shift, of_sum = Tensor("mu", queries), Tensor("z", queries)
of_accumulator = Tensor("n", queries, values)
state_sum = Equation(of_sum[i], total(W[i, j] * exp(Z[i, j] - of_shift[i]), j))
state_accumulator = Equation(of_accumulator[i, c], total(W[i, j] * exp(Z[i, j] - of_shift[i]) * V[j, c], j))
saved = Equation(exp(ell[i]), plain.partition(i))
finish = of_sum[i] + omega * exp(zeta - of_shift[i])
finished = (Positive(finish), saved, state_sum)

F8g = theorem(
    "F8g",
    "The log-sum-exp from the state of all keys, with a sink",
    OWN,
    finished,
    chain(finish, (exp(ell[i] - of_shift[i]), Using((Use(state_sum), Use(saved, times=-exp(-of_shift[i])))))),
    chain(ell[i], (of_shift[i] + log(finish), Solving(Use(0)))),
    remark=r"The sink joins as a block of its own would, with shift $\zeta$, sum $\omega$ and accumulator 0. "
    r"$e^{\ell_i}$ is the normaliser of row $i$.",
)

F8h = theorem(
    "F8h",
    "The output from the state of all keys, with a sink",
    OWN,
    (*finished, state_accumulator),
    chain(finish, (exp(ell[i] - of_shift[i]), Using((Use(state_sum), Use(saved, times=-exp(-of_shift[i])))))),
    chain(
        plain.output[i, c],
        (
            exp(of_shift[i] - ell[i]) * of_accumulator[i, c],
            Using((Use(state_accumulator, times=-exp(of_shift[i] - ell[i])),)),
        ),
        (
            of_accumulator[i, c] / finish,
            Using((Use(0, times=exp(of_shift[i] - ell[i]) * of_accumulator[i, c] / finish),)),
        ),
    ),
)

F8i = theorem(
    "F8i",
    "The weights from the saved log-sum-exp",
    OWN,
    plain.rows(i),
    chain(
        plain.direct[i, j],
        (plain.weights[i, j].body, Rewriting(Use(plain.saved(i)))),
    ),
    remark=r"It is E2a with weights and a sink. So a block of the way back needs no state but $\ell$, and $D$ from the "
    "output (F5d).",
)

F8j = theorem(
    "F8j",
    "The gradient in the queries is a sum over the blocks of keys",
    OWN,
    (placed,),
    chain(
        total(sigma * total(member[b, j] * dX[i, j] * K[j, a], j), b),
        (sigma * total(dX[i, j] * K[j, a], j), Using((Use(placed, times=sigma * dX[i, j] * K[j, a], over=(j,)),))),
    ),
    remark="$dx_{ij}$ needs the weight of its own pair only (F5f).",
)

b_ = features.index("b")
row_blocks = make_axis("row blocks", "R", "p p'")
p = row_blocks.index("p")
holds = Tensor("N", row_blocks, queries)
rows_placed = Equation(total(holds[p, i], p), S.One)

F8k = theorem(
    "F8k",
    "The gradient in the keys is a sum over the blocks of queries",
    OWN,
    (rows_placed,),
    chain(
        total(sigma * total(holds[p, i] * dX[i, j] * Q[i, a], i), p),
        (
            sigma * total(dX[i, j] * Q[i, a], i),
            Using((Use(rows_placed, times=sigma * dX[i, j] * Q[i, a], over=(i,)),)),
        ),
    ),
)

F8l = theorem(
    "F8l",
    "And so is that in the values",
    OWN,
    (rows_placed,),
    chain(
        total(total(holds[p, i] * plain.weights[i, j] * G[i, c], i), p),
        (
            total(plain.weights[i, j] * G[i, c], i),
            Using((Use(rows_placed, times=plain.weights[i, j] * G[i, c], over=(i,)),)),
        ),
    ),
)


def extended(name: str, axis: Axis) -> tuple[Index, Tensor, Tensor, tuple[Equation, ...]]:
    """An index over an axis with one more place, where the others are in it, the place, and what this means."""
    longer = make_axis(f"{axis.name} and one", f"{axis.size.name}'", name)
    place, one, other = longer.index(name), *(axis.index(letter) for letter in axis.letters[:2])
    old, new = Tensor("I", longer, axis), Tensor("e", longer)
    return (
        place,
        old,
        new,
        (
            Equation(total(old[place, one] * old[place, other], place), Delta(one, other)),
            Equation(total(old[place, one] * new[place], place), S.Zero),
            Equation(total(new[place] ** 2, place), S.One),
        ),
    )


at, old_feature, last_feature, of_features = extended("x", features)
query_and_one = Definition(
    "Q^+", (i, at), total(sigma * Q[i, a] * old_feature[at, a], a) + of_shift[i] * last_feature[at]
)
key_and_one = Definition("K^+", (j, at), total(K[j, a] * old_feature[at, a], a) + last_feature[at])

F8m = theorem(
    "F8m",
    "A scaled score less a shift of its row is one product, over the features and one more",
    OWN,
    of_features,
    chain(
        total(query_and_one[i, at] * key_and_one[j, at], at),
        (
            x[i, j] + of_shift[i],
            Using(
                (
                    Use(of_features[0], times=sigma * Q[i, a] * K[j, b_], over=(a, b_)),
                    Use(of_features[1], times=(sigma * Q[i, a] + of_shift[i] * K[j, a]), over=(a,)),
                    Use(of_features[2], times=of_shift[i]),
                )
            ),
        ),
    ),
    remark=r"$[\sigma Q_i, \mu_i] \cdot [K_j, 1] = x_{ij} + \mu_i$, for $\mu_i = -\ell_i$ the exponent of the weight. "
    r"$I$ places the features in the longer axis, and $e$ is its last place.",
)

to, old_value_place, last_value, of_values = extended("y", values)
cotangent_and_one = Definition(
    "G^+", (i, to), total(G[i, c] * old_value_place[to, c], c) + of_shift[i] * last_value[to]
)
value_and_one = Definition("V^+", (j, to), total(V[j, c] * old_value_place[to, c], c) + last_value[to])

F8n = theorem(
    "F8n",
    "And so is a utility less its mean, over the values and one more",
    OWN,
    of_values,
    chain(
        total(cotangent_and_one[i, to] * value_and_one[j, to], to),
        (
            U[i, j] + of_shift[i],
            Using(
                (
                    Use(of_values[0], times=G[i, c] * V[j, g], over=(c, g)),
                    Use(of_values[1], times=(G[i, c] + of_shift[i] * V[j, c]), over=(c,)),
                    Use(of_values[2], times=of_shift[i]),
                )
            ),
        ),
    ),
    remark=r"$[G_i, \mu_i] \cdot [V_j, 1] = U_{ij} + \mu_i$, for $\mu_i = H_i - D_i$ what the weight is "
    r"multiplied by in $dz_{ij}$.",
)
