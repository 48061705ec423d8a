"""D8. Under a causal prior the surface of a step, and its output, depend on no later step.  [S]

The prior M_tw says how much token t may attend to token w, and L_tw is 0 except where w is out of the reach of t (for a
causal prior: where w is later than t). Together: L_tw M_tw = 0. The derivative of what step t computes, in what token w
brings, then vanishes wherever L_tw does not. A sliding window and a document mask are other choices of L.
"""

from __future__ import annotations

from sympy import Expr, S, exp

from derivations.index import Delta, Index, Partial, Tensor, total
from derivations.notation import (
    SANGER,
    Definition,
    a,
    c,
    chain,
    channels,
    features,
    g,
    tau,
    theorem,
    tokens,
    values,
)
from derivations.proof import Differentiation, Equation, Positive, Use, Using

t, w, u = (tokens.index(letter) for letter in ("t", "w", "t'"))
x, y, z = (channels.index(letter) for letter in ("x", "y", "x'"))

Q = Tensor("Q", tokens, features)
K = Tensor("K", tokens, features)
V = Tensor("V", tokens, values)
X = Tensor("X", tokens, channels)
A = Tensor("A", channels, channels)
prior = Tensor("M", tokens, tokens)
later = Tensor("L", tokens, tokens)
causal = Equation(later[t, w] * prior[t, w], S.Zero)


def normaliser(exponent: Definition | Tensor) -> Definition:
    """Z_t := sum_w M_tw exp(exponent_tw / tau)."""
    return Definition("Z", (t,), total(prior[t, w] * exp(exponent[t, w] / tau), w))


def weights(exponent: Definition | Tensor) -> Definition:
    """P_tw := M_tw exp(exponent_tw / tau) / Z_t."""
    return Definition("P", (t, w), prior[t, w] * exp(exponent[t, w] / tau) / normaliser(exponent)[t])


score = Definition("S", (t, w), total(Q[t, a] * K[w, a], a))
P = weights(score)
output = Definition("O", (t, c), total(P[t, w] * V[w, c], w))
attends = (Positive(tau), Positive(normaliser(score)[t]), causal)

D8a = theorem(
    "D8a",
    "A step gives no weight to a later one",
    SANGER,
    attends,
    chain(
        later[t, w] * P[t, w],
        (S.Zero, Using((Use(causal, times=exp(score[t, w] / tau) / normaliser(score)[t]),))),
    ),
    remark="That $Z_t$ is positive says that the step may attend to some token, such as itself.",
)

D8b = theorem(
    "D8b",
    "The output of a step does not depend on a later key",
    SANGER,
    attends,
    chain(
        later[t, w] * Partial(output[t, c], K[w, a]),
        (later[t, w] * P[t, w] * (V[w, c] - output[t, c]) * Q[t, a] / tau, Differentiation()),
        (S.Zero, Using((Use("D8a", times=(V[w, c] - output[t, c]) * Q[t, a] / tau),))),
    ),
)

D8c = theorem(
    "D8c",
    "Nor on a later value",
    SANGER,
    attends,
    chain(
        later[t, w] * Partial(output[t, c], V[w, g]),
        (later[t, w] * P[t, w] * Delta(c, g), Differentiation()),
        (S.Zero, Using((Use("D8a", times=Delta(c, g)),))),
    ),
)

gap = Definition("|Q_{} - K_{}|^2", (t, w), total((Q[t, a] - K[w, a]) ** 2, a))
norm = Definition("|K_{}|^2", (w,), total(K[w, a] ** 2, a))
bump = exp((norm[w] - gap[t, w]) / (2 * tau))
density = Definition("f", (t,), total(prior[t, w] * bump, w))
pull = bump * Q[t, a] / tau

D8d = theorem(
    "D8d",
    "The density whose log a step climbs does not depend on a later key",
    SANGER,
    (Positive(tau), causal),
    chain(
        later[t, w] * Partial(density[t], K[w, a]),
        (later[t, w] * prior[t, w] * pull, Differentiation()),
        (S.Zero, Using((Use(causal, times=pull),))),
    ),
    remark="As a function of $Q_t$ it is the density of D5, each key with the prior $M$ too: the step's surface.",
)

scores = Tensor("s", tokens, tokens)
any_weights = weights(scores)
scale = 1 / (tau * normaliser(scores)[t])

D8e = theorem(
    "D8e",
    "Nor does a weight of a step, whatever the scores are",
    SANGER,
    (Positive(tau), Positive(normaliser(scores)[t]), causal),
    chain(
        later[t, w] * Partial(any_weights[t, u], scores[t, w]),
        (
            later[t, w] * prior[t, w] * exp(scores[t, w] / tau) * (Delta(u, w) - any_weights[t, u]) * scale,
            Differentiation(),
        ),
        (S.Zero, Using((Use(causal, times=exp(scores[t, w] / tau) * (Delta(u, w) - any_weights[t, u]) * scale),))),
    ),
    remark="A later key enters the weights through its score alone, be it $\\langle Q_t, K_w \\rangle$ or, for "
    "Gaussian weights, $-|Q_t - K_w|^2 / 2$.",
)

linked = Definition("S", (t, w), total(X[t, x] * A[x, y] * X[w, y], x, y))
attend = weights(linked)
mixed = Definition("R", (t, x), total(attend[t, w] * X[w, x], w))
irreflexive = Equation(later[t, t], S.Zero)


def through_query(index: Index) -> Expr:
    """sum_y A_zy X_wy."""
    return total(A[z, y] * X[index, y], y)


by_key = (X[w, x] - mixed[t, x]) * total(X[t, y] * A[y, z], y) / tau + Delta(x, z)
by_query = total(attend[t, u] * (X[u, x] - mixed[t, x]) * through_query(u), u) / tau

D8f = theorem(
    "D8f",
    "In self-attention a step does not depend on a later input",
    SANGER,
    (Positive(tau), Positive(normaliser(linked)[t]), causal, irreflexive),
    chain(
        later[t, w] * attend[t, w],
        (S.Zero, Using((Use(causal, times=exp(linked[t, w] / tau) / normaliser(linked)[t]),))),
    ),
    chain(
        later[t, w] * Partial(mixed[t, x], X[w, z]),
        (later[t, w] * (attend[t, w] * by_key + Delta(t, w) * by_query), Differentiation()),
        (S.Zero, Using((Use(0, times=by_key), Use(irreflexive, times=Delta(t, w) * by_query)))),
    ),
    remark="$A$ is $W_Q W_K^T$ (D7), and what a head puts out is linear in $R_t$. No token is later than itself.",
)
