"""C5. The vector-Jacobian product of attention with m queries and n keys: query, key, value, bias, temperature.

G is the cotangent of the output, H that of the log-sum-exp.
"""

from __future__ import annotations

from derivations.index import Partial, total
from derivations.notation import OWN, a, c, chain, i, j, l, tau, theorem
from derivations.proof import Algebra, ByDefinition, Differentiation, Positive, Use, Using

from .loss import B, G, H, K, P, Q, S, U, V, delta, dS, output_loss

baseline = total(P[i, l] * U[i, l], l)

C5a = theorem(
    "C5a",
    "The baseline is the cotangent times the output",
    OWN,
    (Positive(tau),),
    chain(
        baseline,
        (total(P[i, l] * total(G[i, c] * V[l, c], c), l), ByDefinition(("U",))),
        (total(G[i, c] * total(P[i, l] * V[l, c], l), c), Algebra()),
        (delta[i], ByDefinition(("D", "O"))),
    ),
)

bias_gradient = P[i, j] * (U[i, j] - baseline + H[i]) / tau

C5b = theorem(
    "C5b",
    "The gradient in the scores (and in a bias added to them)",
    OWN,
    (Positive(tau),),
    chain(
        Partial(output_loss, B[i, j]),
        (bias_gradient, Differentiation()),
        (dS[i, j].body, Using((Use("C5a", times=-P[i, j] / tau),))),
    ),
)

C5c = theorem(
    "C5c",
    "The gradient in the queries",
    OWN,
    (Positive(tau),),
    chain(
        Partial(output_loss, Q[i, a]),
        (total(bias_gradient * K[j, a], j), Differentiation()),
        (total(dS[i, j] * K[j, a], j), Using((Use("C5a", times=-total(P[i, j] * K[j, a], j) / tau),))),
    ),
)

C5d = theorem(
    "C5d",
    "The gradient in the keys",
    OWN,
    (Positive(tau),),
    chain(
        Partial(output_loss, K[j, a]),
        (total(bias_gradient * Q[i, a], i), Differentiation()),
        (total(dS[i, j] * Q[i, a], i), Using((Use("C5a", times=-P[i, j] * Q[i, a] / tau, over=(i,)),))),
    ),
)

C5e = theorem(
    "C5e",
    "The gradient in the values",
    OWN,
    (Positive(tau),),
    chain(Partial(output_loss, V[j, c]), (total(P[i, j] * G[i, c], i), Differentiation())),
)

C5f = theorem(
    "C5f",
    "The gradient in the temperature",
    OWN,
    (Positive(tau),),
    chain(
        Partial(output_loss, tau),
        (-total(bias_gradient * S[i, j], i, j) / tau, Differentiation()),
        (-total(dS[i, j] * S[i, j], i, j) / tau, Using((Use("C5a", times=P[i, j] * S[i, j] / tau**2, over=(i, j)),))),
    ),
)
