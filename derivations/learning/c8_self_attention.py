"""C8. Self-attention with several heads: the gradients in the four weight matrices and in the input.

Tokens attend to tokens. G is the cotangent of the output Y. First layer by layer, each with the cotangent that the
layer above hands down as an array of its own: output projection, weighted values, weights, scores, projections.
Then from the loss to each weight matrix and the input in one step (C8l to C8p).
"""

from __future__ import annotations

from sympy import Expr, exp

from derivations.index import Delta, Index, Partial, Tensor, total
from derivations.notation import (
    OWN,
    Definition,
    a,
    c,
    chain,
    channels,
    features,
    heads,
    tau,
    theorem,
    tokens,
    values,
)
from derivations.proof import Differentiation, Nonnegative, Positive, Theorem, Use, Using

t, w, v, u = (tokens.index(letter) for letter in ("t", "w", "t'", "w'"))
x = channels.index("x")
f, g = (heads.index(letter) for letter in ("f", "f'"))

X = Tensor("X", tokens, channels)
W_Q = Tensor("W^Q", heads, channels, features)
W_K = Tensor("W^K", heads, channels, features)
W_V = Tensor("W^V", heads, channels, values)
W_O = Tensor("W^O", heads, values, channels)
B = Tensor("B", heads, tokens, tokens)
prior = Tensor("M", tokens, tokens)
G = Tensor("G", tokens, channels)

Q, K = (Tensor(name, heads, tokens, features) for name in "QK")
V, O = (Tensor(name, heads, tokens, values) for name in "VO")
S, P = (Tensor(name, heads, tokens, tokens) for name in "SP")
dQ, dK = (Tensor(name, heads, tokens, features) for name in ("dQ", "dK"))
dV, dO = (Tensor(name, heads, tokens, values) for name in ("dV", "dO"))
dS, dP = (Tensor(name, heads, tokens, tokens) for name in ("dS", "dP"))

query = Definition("Q", (f, t, a), total(X[t, x] * W_Q[f, x, a], x))
key = Definition("K", (f, t, a), total(X[t, x] * W_K[f, x, a], x))
value = Definition("V", (f, t, c), total(X[t, x] * W_V[f, x, c], x))
score = Definition("S", (f, t, w), total(Q[f, t, a] * K[f, w, a], a) + B[f, t, w])
attended = Definition("O", (f, t, c), total(P[f, t, w] * V[f, w, c], w))
output = Definition("Y", (t, x), total(O[f, t, c] * W_O[f, c, x], f, c))


def unnormalised(token: Index) -> Expr:
    """M_tw exp(S_ftw / tau)."""
    return prior[t, token] * exp(S[f, t, token] / tau)


partition = total(unnormalised(v), v)
weights = Definition("P", (f, t, w), unnormalised(w) / partition)
baseline = Definition("D", (f, t), total(weights[f, t, v] * dP[f, t, v], v))

output_loss = total(G[t, x] * output[t, x], t, x)
attended_loss = total(dO[f, t, c] * attended[f, t, c], f, t, c)
scores_loss = total(dS[f, t, w] * score[f, t, w], f, t, w)
query_loss = total(dQ[f, t, a] * query[f, t, a], f, t, a)
key_loss = total(dK[f, t, a] * key[f, t, a], f, t, a)
value_loss = total(dV[f, t, c] * value[f, t, c], f, t, c)

C8a = theorem(
    "C8a",
    "The gradient in the output projection",
    OWN,
    (),
    chain(Partial(output_loss, W_O[f, c, x]), (total(O[f, t, c] * G[t, x], t), Differentiation())),
)

C8b = theorem(
    "C8b",
    "The gradient in the outputs of the heads",
    OWN,
    (),
    chain(Partial(output_loss, O[f, t, c]), (total(G[t, x] * W_O[f, c, x], x), Differentiation())),
)

C8c = theorem(
    "C8c",
    "The gradient in the weights of each head: the utility",
    OWN,
    (),
    chain(Partial(attended_loss, P[f, t, w]), (total(dO[f, t, c] * V[f, w, c], c), Differentiation())),
)

C8d = theorem(
    "C8d",
    "The gradient in the values of each head",
    OWN,
    (),
    chain(Partial(attended_loss, V[f, w, c]), (total(P[f, t, w] * dO[f, t, c], t), Differentiation())),
)

score_gradient = weights[f, t, w] * (dP[f, t, w] - baseline[f, t]) / tau

C8e = theorem(
    "C8e",
    "The gradient in the scores of each head (and in a bias added to them), with a prior",
    OWN,
    (Positive(tau), Nonnegative(prior), Positive(partition)),
    chain(
        Partial(baseline[f, t], S[g, v, w]),
        (Delta(f, g) * Delta(t, v) * score_gradient, Differentiation()),
    ),
    chain(Partial(baseline[f, t], S[f, t, w]), (score_gradient, Using((Use(0, {g: f, v: t}),)))),
    remark="The prior is causal if $M_{tw}$ is 0 for $w > t$. That the partition function is positive says that token "
    "$t$ sees some token, such as itself (A6a). $D_{ft}$ is the share of row $t$ of head $f$ in the loss; it does not "
    "depend on the scores of another row.",
)

C8f = theorem(
    "C8f",
    "The gradient in the queries of each head",
    OWN,
    (),
    chain(Partial(scores_loss, Q[f, t, a]), (total(dS[f, t, w] * K[f, w, a], w), Differentiation())),
)

C8g = theorem(
    "C8g",
    "The gradient in the keys of each head",
    OWN,
    (),
    chain(Partial(scores_loss, K[f, w, a]), (total(dS[f, t, w] * Q[f, t, a], t), Differentiation())),
)

C8h = theorem(
    "C8h",
    "The gradient in the query projection",
    OWN,
    (),
    chain(Partial(query_loss, W_Q[f, x, a]), (total(X[t, x] * dQ[f, t, a], t), Differentiation())),
)

C8i = theorem(
    "C8i",
    "The gradient in the key projection",
    OWN,
    (),
    chain(Partial(key_loss, W_K[f, x, a]), (total(X[t, x] * dK[f, t, a], t), Differentiation())),
)

C8j = theorem(
    "C8j",
    "The gradient in the value projection",
    OWN,
    (),
    chain(Partial(value_loss, W_V[f, x, c]), (total(X[t, x] * dV[f, t, c], t), Differentiation())),
)

C8k = theorem(
    "C8k",
    "The gradient in the input: the query path, the key path and the value path",
    OWN,
    (),
    chain(
        Partial(query_loss + key_loss + value_loss, X[t, x]),
        (
            total(dQ[f, t, a] * W_Q[f, x, a], f, a)
            + total(dK[f, t, a] * W_K[f, x, a], f, a)
            + total(dV[f, t, c] * W_V[f, x, c], f, c),
            Differentiation(),
        ),
    ),
    remark="A token is query, key and value at once, so its gradient adds what it receives as each.",
)

z = channels.index("y")
of_input = Definition("S", (f, t, w), total(query[f, t, a] * key[f, w, a], a) + B[f, t, w])
seen = total(prior[t, v] * exp(of_input[f, t, v] / tau), v)
attends = Definition("P", (f, t, w), prior[t, w] * exp(of_input[f, t, w] / tau) / seen)
utility = Definition("dP", (f, t, w), total(dO[f, t, c] * value[f, w, c], c))
mean_utility = Definition("D", (f, t), total(attends[f, t, v] * utility[f, t, v], v))
to_score = Definition("dS", (f, t, w), attends[f, t, w] * (utility[f, t, w] - mean_utility[f, t]) / tau)

output_share = Definition("L", (f, t), total(G[t, x] * attends[f, t, w] * value[f, w, c] * W_O[f, c, x], x, w, c))


def end_to_end(name: str, title: str, gradient: Expr, found: Expr, remark: str = "") -> Theorem:
    """The gradient of the share of row t of head f, as a function of the input and the weight matrices."""
    given = (Positive(tau), Nonnegative(prior), Positive(seen))
    return theorem(name, title, OWN, given, chain(gradient, (found, Differentiation())), remark=remark)


C8l = end_to_end(
    "C8l",
    "From the loss to the query projection in one step",
    Partial(mean_utility[f, t], W_Q[f, z, a]),
    X[t, z] * total(to_score[f, t, w] * key[f, w, a], w),
    "$D_{ft}$ is the share of row $t$ of head $f$ in the loss, here as a function of the input and the weight matrices "
    "alone; the whole gradient is the sum over the rows. $dO$ is C8b's, which depends on neither the input nor the "
    "other projections. The positive sum says that the row is not empty.",
)

C8m = end_to_end(
    "C8m",
    "From the loss to the key projection in one step",
    Partial(mean_utility[f, t], W_K[f, z, a]),
    total(X[w, z] * to_score[f, t, w], w) * query[f, t, a],
)

C8n = end_to_end(
    "C8n",
    "From the loss to the value projection in one step",
    Partial(mean_utility[f, t], W_V[f, z, c]),
    total(X[w, z] * attends[f, t, w], w) * dO[f, t, c],
)

C8o = end_to_end(
    "C8o",
    "From the loss to the output projection in one step",
    Partial(output_share[f, t], W_O[f, c, z]),
    total(attends[f, t, w] * value[f, w, c], w) * G[t, z],
)

C8p = end_to_end(
    "C8p",
    "From the loss to the input in one step, along the three paths",
    Partial(mean_utility[f, t], X[u, z]),
    Delta(t, u) * total(to_score[f, t, w] * key[f, w, a] * W_Q[f, z, a], w, a)
    + to_score[f, t, u] * total(query[f, t, a] * W_K[f, z, a], a)
    + attends[f, t, u] * total(dO[f, t, c] * W_V[f, z, c], c),
    "Through the query a token moves its own row only; through its key and its value it moves every row that attends "
    "to it. The whole gradient is the sum over the rows and the heads (C8k).",
)
