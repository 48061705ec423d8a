"""D2. SDPA's weights are Gaussian in the distance times a prior of the key's norm; equal norms cancel it.  [S]"""

from __future__ import annotations

from sympy import Expr, Symbol, exp

from derivations.index import Index, Lambda, Partial, total
from derivations.learning.loss import G, K, Q, V
from derivations.notation import OWN, SANGER, a, c, chain, i, j, k, l, tau, theorem
from derivations.proof import Algebra, ByDefinition, Differentiation, Equation, Positive, Use, Using
from derivations.transport.a7_shift import B, x
from derivations.transport.problem import s

from .gaussian import W, bump, distance, dT, exponent, loss, norm, p, query_norm, score, v, w

common = exp(query_norm / (2 * tau))

D2a = theorem(
    "D2a",
    "Attention weights are Gaussian weights with a prior",
    SANGER,
    (Positive(tau),),
    chain(
        p[j],
        (exp(score[j] / tau) / total(exp(score[l] / tau), l), ByDefinition(("p",))),
        (common * bump(j) / total(common * bump(l), l), Algebra()),
        (bump(j) / total(bump(l), l), Algebra()),
    ),
)

rho = Symbol("rho", real=True)
equal_norms = Equation(norm[j], rho)


def gauss(index: Index) -> Expr:
    """exp(-|q - k_j|^2 / 2 tau)."""
    return exp(-distance[index] / (2 * tau))


cancelled = {s: Lambda((j,), -distance[j]), B: Lambda((j,), norm[j]), x: rho, tau: 2 * tau, k: j}

D2b = theorem(
    "D2b",
    "Keys of one norm cancel the prior",
    SANGER,
    (Positive(tau), equal_norms),
    chain(
        p[j],
        (bump(j) / total(bump(l), l), Using((Use("D2a"),))),
        (gauss(j) / total(gauss(l), l), Using((Use("A7c", cancelled),))),
    ),
)

D2c = theorem(
    "D2c",
    "The output in the surface form",
    OWN,
    (Positive(tau),),
    chain(
        total(p[j] * v[j, c], j),
        (total(w[j] * v[j, c], j), Using((Use("D2a", times=v[j, c], over=(j,)),))),
    ),
)

D2d = theorem(
    "D2d",
    "The surface form's gradient in the queries",
    OWN,
    (Positive(tau),),
    chain(
        Partial(loss, Q[i, a]),
        (total(dT[i, j] * (K[j, a] - Q[i, a]), j), Differentiation()),
        (total(dT[i, j] * K[j, a], j), Algebra()),
    ),
)

D2e = theorem(
    "D2e",
    "The surface form's gradient in the keys",
    OWN,
    (Positive(tau),),
    chain(Partial(loss, K[j, a]), (total(dT[i, j] * Q[i, a], i), Differentiation())),
)

D2f = theorem(
    "D2f",
    "The surface form's gradient in the values",
    OWN,
    (Positive(tau),),
    chain(Partial(loss, V[j, c]), (total(W[i, j] * G[i, c], i), Differentiation())),
)

D2g = theorem(
    "D2g",
    "The surface form's gradient in the temperature",
    OWN,
    (Positive(tau),),
    chain(
        Partial(loss, tau),
        (-total(dT[i, j] * exponent[i, j], i, j) / tau, Differentiation()),
    ),
)
