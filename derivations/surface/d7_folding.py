"""D7. Folding W_Q W_K^T and W_V W_O into one D-by-D matrix a head: the same scores and outputs, at another cost.  [S]

The costs are multiply-adds of the forward pass, counted from the expressions (see `counting`); the folded matrices are
parameters, so that the folding itself is not counted.
"""

from __future__ import annotations

from sympy import S, exp

from derivations.index import Tensor, total
from derivations.notation import (
    SANGER,
    Definition,
    a,
    c,
    chain,
    channels,
    features,
    have,
    heads,
    tau,
    theorem,
    tokens,
    values,
)
from derivations.proof import (
    Algebra,
    ByDefinition,
    Certificate,
    Equation,
    Inequality,
    Nonnegative,
    Positive,
    Rewriting,
    Square,
    Term,
    Use,
    Using,
)

from .counting import multiply_adds

f = heads.index("f")
t, w = (tokens.index(letter) for letter in "tw")
x, y = (channels.index(letter) for letter in "xy")
T, D, N, d, e = (axis.size for axis in (tokens, channels, heads, features, values))

X = Tensor("X", tokens, channels)
W_Q, W_K = (Tensor(f"W^{letter}", heads, channels, features) for letter in "QK")
W_V = Tensor("W^V", heads, channels, values)
W_O = Tensor("W^O", heads, values, channels)
A, B = (Tensor(letter, heads, channels, channels) for letter in "AB")


def softmax_over_tokens(name: str, score: Definition) -> Definition:
    """The weights of token t: name_ftw := exp(score_ftw / tau) / sum_w' exp(score_ftw' / tau)."""
    return Definition(name, (f, t, w), exp(score[f, t, w] / tau) / total(exp(score[f, t, w] / tau), w))


query = Definition("Q", (f, t, a), total(X[t, x] * W_Q[f, x, a], x))
key = Definition("K", (f, t, a), total(X[t, x] * W_K[f, x, a], x))
value = Definition("V", (f, t, c), total(X[t, x] * W_V[f, x, c], x))
score = Definition("S", (f, t, w), total(query[f, t, a] * key[f, w, a], a))
weight = softmax_over_tokens("P", score)
attended = Definition("O", (f, t, c), total(weight[f, t, w] * value[f, w, c], w))
output = Definition("Y", (t, x), total(attended[f, t, c] * W_O[f, c, x], f, c))

half = Definition("Z", (f, t, y), total(X[t, x] * A[f, x, y], x))
folded_score = Definition("S'", (f, t, w), total(half[f, t, y] * X[w, y], y))
folded_weight = Definition(
    "P'", (f, t, w), exp(folded_score[f, t, w] / tau) / total(exp(folded_score[f, t, w] / tau), w)
)
mixed = Definition("R", (f, t, x), total(folded_weight[f, t, w] * X[w, x], w))
folded_output = Definition("Y'", (t, y), total(mixed[f, t, x] * B[f, x, y], f, x))

folded_A = Equation(A[f, x, y], total(W_Q[f, x, a] * W_K[f, y, a], a))
folded_B = Equation(B[f, x, y], total(W_V[f, x, c] * W_O[f, c, y], c))

D7a = theorem(
    "D7a",
    "The scores from the folded matrix",
    SANGER,
    (folded_A,),
    chain(
        score[f, t, w],
        (total(X[t, x] * total(W_Q[f, x, a] * W_K[f, y, a], a) * X[w, y], x, y), Algebra()),
        (folded_score[f, t, w], Using((Use(folded_A, times=-X[t, x] * X[w, y], over=(x, y)),))),
    ),
)

D7b = theorem(
    "D7b",
    "So the weights are the same",
    SANGER,
    (Positive(tau), folded_A),
    chain(weight[f, t, w], (folded_weight[f, t, w], Rewriting(Use(folded_A)))),
)

D7c = theorem(
    "D7c",
    "And so are the outputs",
    SANGER,
    (Positive(tau), folded_A, folded_B),
    chain(
        output[t, y],
        (total(weight[f, t, w] * X[w, x] * total(W_V[f, x, c] * W_O[f, c, y], c), f, w, x), Algebra()),
        (
            total(weight[f, t, w] * X[w, x] * B[f, x, y], f, w, x),
            Using((Use(folded_B, times=-weight[f, t, w] * X[w, x], over=(f, w, x)),)),
        ),
        (folded_output[t, y], Using((Use("D7b", times=X[w, x] * B[f, x, y], over=(f, w, x)),))),
    ),
    remark="The gradients differ: a step of gradient descent on the folded matrices is not one on their factors.",
)

cost = Definition("C", (), multiply_adds(output[t, x]))()
folded_cost = Definition("C'", (), multiply_adds(folded_output[t, y]))()
break_even = Definition("s", (), 2 * D * (D + T) / (2 * D + T))()

D7d = theorem(
    "D7d",
    "How many multiply-adds folding adds",
    SANGER,
    (),
    chain(
        folded_cost - cost,
        (folded_cost.body - cost.body, ByDefinition(("C", "C'"))),
        (N * T * (2 * D * (D + T) - (d + e) * (2 * D + T)), Algebra()),
    ),
    remark="The costs are counted from the sums of products in $Y'$ and $Y$, one array for each abbreviation.",
)

D7e = theorem(
    "D7e",
    "Folding saves multiply-adds exactly where the head's two sizes together exceed $s$",
    SANGER,
    (),
    chain(
        folded_cost - cost,
        (N * T * (2 * D * (D + T) - (d + e) * (2 * D + T)), Using((Use("D7d"),))),
        (N * T * (2 * D + T) * (break_even - (d + e)), Algebra()),
    ),
    remark="The sign of the difference is the sign of $s - (d + e)$, for the other factors are positive.",
)

D7f = theorem(
    "D7f",
    "The break-even lies above $D$ by $D T / (2 D + T)$, which is little for short sequences",
    SANGER,
    (),
    chain(break_even, (D + D * T / (2 * D + T), Algebra())),
    remark="So with $d = e$ folding saves multiply-adds at no length where the head's size is at most half of $D$.",
)

D7g = theorem(
    "D7g",
    "Where the head's two sizes together are at most $D$, folding loses at every length",
    SANGER,
    (Nonnegative(D - d - e),),
    have(
        Inequality(folded_cost - cost, N * T**2 * D),
        Certificate((Term(N * T * (2 * D + T) * (D - d - e), Square(S.One)),), uses=(Use("D7d"),)),
    ),
    remark="This is so for two or more heads of size $D / N$.",
)

D7h = theorem(
    "D7h",
    "Where each of the head's sizes is at least $D$, folding wins at every length",
    SANGER,
    (Nonnegative(d - D), Nonnegative(e - D)),
    have(
        Inequality(cost - folded_cost, 2 * N * T * D**2),
        Certificate(
            (
                Term(N * T * (2 * D + T) * (d - D), Square(S.One)),
                Term(N * T * (2 * D + T) * (e - D), Square(S.One)),
            ),
            uses=(Use("D7d", times=S.NegativeOne),),
        ),
    ),
)

D7i = theorem(
    "D7i",
    "The break-even lies below $2 D$ by $2 D^2 / (2 D + T)$, which is little for long sequences",
    SANGER,
    (),
    chain(break_even, (2 * D - 2 * D**2 / (2 * D + T), Algebra())),
    remark="So it lies between $D$ and $2 D$ (D7f).",
)
