r"""F4. Masks: weights with zeros. A hidden key's key and value have no effect and gradients 0.

A boolean mask has weights 0 and 1; causal masks, sliding windows and sequence lengths are instances (F4g).
"""

from __future__ import annotations

from sympy import S, Symbol, exp

from derivations.index import Tensor, total
from derivations.learning.a6_prior_vjp import W, ell
from derivations.learning.loss import G, H, Q, U, V
from derivations.notation import OWN, Definition, a, c, chain, i, j, keys, l, queries, theorem, values
from derivations.proof import Algebra, Equation, Use, Using

from .objects import Z, plain, sigma

P, dz = plain.weights, plain.gradient
other, other_value = Tensor("z'", queries, keys), Tensor("V'", keys, values)
hidden, hidden_key = Tensor("N", queries, keys), Tensor("N", keys)

same_scores = Equation(W[i, j] * exp(other[i, j]), W[i, j] * exp(Z[i, j]))
same_values = Equation(W[i, j] * other_value[j, c], W[i, j] * V[j, c])

F4a = theorem(
    "F4a",
    "The score of a hidden key has no effect on the partition function",
    OWN,
    (same_scores,),
    chain(
        total(W[i, l] * exp(other[i, l]), l),
        (total(W[i, l] * exp(Z[i, l]), l), Using((Use(same_scores, {j: l}, over=(l,)),))),
    ),
    remark="The hypothesis says that the scores are the same where $W_{ij} > 0$. So a hidden key may be replaced by "
    "any other, and no block of keys that are all hidden need be read.",
)

F4b = theorem(
    "F4b",
    "Nor on a weight",
    OWN,
    (same_scores,),
    chain(
        W[i, j] * exp(other[i, j] - ell[i]),
        (P[i, j].body, Using((Use(same_scores, times=exp(-ell[i])),))),
    ),
    remark="$\\ell_i$ is the same too (F4a).",
)

F4c = theorem(
    "F4c",
    "Nor has its value an effect on the output",
    OWN,
    (same_scores, same_values),
    chain(
        total(W[i, j] * exp(other[i, j] - ell[i]) * other_value[j, c], j),
        (
            total(P[i, j] * other_value[j, c], j),
            Using((Use("F4b", times=other_value[j, c], over=(j,)),)),
        ),
        (
            total(P[i, j] * V[j, c], j),
            Using((Use(same_values, times=exp(Z[i, j] - ell[i]), over=(j,)),)),
        ),
    ),
)

of_pair = Equation(hidden[i, j] * W[i, j], S.Zero)
of_key = Equation(hidden_key[j] * W[i, j], S.Zero)
E = Tensor("E", queries, keys)

F4d = theorem(
    "F4d",
    "The gradient in the score of a hidden key is 0",
    OWN,
    (of_pair,),
    chain(
        hidden[i, j] * dz[i, j],
        (
            hidden[i, j] * W[i, j] * exp(Z[i, j] - ell[i]) * (U[i, j] - plain.baseline[i] + H[i]),
            Algebra(),
        ),
        (S.Zero, Using((Use(of_pair, times=exp(Z[i, j] - ell[i]) * (U[i, j] - plain.baseline[i] + H[i])),))),
    ),
    remark="$N_{ij}$ is any array that is 0 where $W_{ij}$ is not: $1 - W_{ij}$, for a mask of 0 and 1.",
)

F4e = theorem(
    "F4e",
    "The gradient in a key that is hidden from every query is 0",
    OWN,
    (of_key,),
    chain(
        hidden_key[j] * sigma * total(P[i, j] * E[i, j] * Q[i, a], i),
        (S.Zero, Using((Use(of_key, times=sigma * exp(Z[i, j] - ell[i]) * E[i, j] * Q[i, a], over=(i,)),))),
    ),
    remark="$E_{ij}$ is what $dx_{ij}$ has beside the weight: $U_{ij} - D_i + H_i$, times the slope of the softcap.",
)

F4f = theorem(
    "F4f",
    "The gradient in its value is 0",
    OWN,
    (of_key,),
    chain(
        hidden_key[j] * total(P[i, j] * G[i, c], i),
        (S.Zero, Using((Use(of_key, times=exp(Z[i, j] - ell[i]) * G[i, c], over=(i,)),))),
    ),
)

one, two = Tensor("chi", queries, keys), Tensor("chi'", queries, keys)
of_one, of_two = Equation(one[i, j] ** 2, one[i, j]), Equation(two[i, j] ** 2, two[i, j])
both = Definition("W", (i, j), one[i, j] * two[i, j])

F4g = theorem(
    "F4g",
    "The product of two masks is a mask",
    OWN,
    (of_one, of_two),
    chain(
        both[i, j] ** 2,
        (one[i, j] * two[i, j] ** 2, Using((Use(of_one, times=two[i, j] ** 2),))),
        (both[i, j], Using((Use(of_two, times=one[i, j]),))),
    ),
    remark=r"A mask has the values 0 and 1: those whose square they are. Causal attention with offset $o$ has "
    r"$\chi_{ij} = 1$ for $j \le i + o$, with positions counted from 0: $o = 0$ aligns the first query with the first "
    r"key, and $o = n - m$ the last with the last. A sliding window has $\chi_{ij} = 1$ for "
    r"$i + o - l \le j \le i + o + r$, and sequence lengths where $i$ and $j$ are below the lengths. All of them at "
    "once are their product.",
)

F4h = theorem(
    "F4h",
    "What one of two masks hides, their product hides",
    OWN,
    (of_one,),
    chain(
        (1 - one[i, j]) * both[i, j],
        (S.Zero, Using((Use(of_one, times=-two[i, j]),))),
    ),
)

t = Symbol("t", real=True)

F4i = theorem(
    "F4i",
    "A mask is a bias of minus infinity, in the limit",
    OWN,
    (),
    chain(
        total((one[i, l] + (1 - one[i, l]) * exp(-t)) * exp(Z[i, l]), l),
        (
            total(one[i, l] * exp(Z[i, l]), l) + exp(-t) * total((1 - one[i, l]) * exp(Z[i, l]), l),
            Algebra(),
        ),
    ),
    remark=r"The left side is the normaliser with a bias of $-t$ at the hidden keys. Its excess over the mask's is "
    r"$e^{-t}$ times a number that does not depend on $t$.",
)
