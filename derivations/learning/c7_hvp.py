"""C7. The Hessian-vector product: how the vector-Jacobian product moves when query, key, value, bias, temperature do.

A prime marks a tangent. The cotangents G and H of the output and the log-sum-exp are held fixed. Each theorem after the
first treats the arrays of the line before it as independent, with tangents of their own: the chain rule, line by line.
That the lines compose to the derivative of the gradients in C5 is checked in tests/test_layers.py.
"""

from __future__ import annotations

from sympy import Expr

from derivations.index import Index, Partial, Tensor, total
from derivations.notation import (
    OWN,
    Definition,
    a,
    b,
    c,
    chain,
    g,
    h,
    i,
    j,
    keys,
    l,
    queries,
    r,
    tau,
    theorem,
)
from derivations.proof import Differentiation, Positive

from . import loss
from .c6_jvp import dK, dQ, dtau, dV
from .loss import B, G, H, K, Q, S, V

dB = Tensor("B'", queries, keys)

score_tangent = Definition("S'", (i, j), total(dQ[i, a] * K[j, a] + Q[i, a] * dK[j, a], a) + dB[i, j])
exponent_tangent = Definition("T'", (i, j), score_tangent[i, j] / tau - S[i, j] * dtau / tau**2)
mean_tangent = Definition("E_P[T']", (i,), total(loss.P[i, l] * exponent_tangent[i, l], l))
weight_tangent = Definition("P'", (i, j), loss.P[i, j] * (exponent_tangent[i, j] - mean_tangent[i]))
utility_tangent = Definition("U'", (i, j), total(G[i, c] * dV[j, c], c))

_entry: dict[str, Index] = {"queries": h, "keys": r, "features": b, "values": g}


def moved(f: Expr, *arrays: tuple[Tensor, Tensor]) -> Expr:
    """The sum over all entries x of the arrays of df/dx times the tangent of x."""
    entries = [(x, dx, tuple(_entry[axis.name] for axis in x.axes)) for x, dx in arrays]
    return sum(total(Partial(f, x[at]) * dx[at], *at) for x, dx, at in entries)


C7a = theorem(
    "C7a",
    "The tangent of the weights",
    OWN,
    (Positive(tau),),
    chain(
        moved(loss.P[i, j], (Q, dQ), (K, dK), (B, dB)) + Partial(loss.P[i, j], tau) * dtau,
        (weight_tangent[i, j].body, Differentiation()),
    ),
)

C7b = theorem(
    "C7b",
    "The tangent of the utility",
    OWN,
    (),
    chain(moved(loss.U[i, j], (V, dV)), (utility_tangent[i, j].body, Differentiation())),
)

P = Tensor("P", queries, keys)
dP = Tensor("P'", queries, keys)
U = Tensor("U", queries, keys)
dU = Tensor("U'", queries, keys)
baseline = Definition("D", (i,), total(P[i, l] * U[i, l], l))
baseline_tangent = Definition("D'", (i,), total(dP[i, l] * U[i, l] + P[i, l] * dU[i, l], l))
dS = Definition("dS", (i, j), P[i, j] * (U[i, j] - baseline[i] + H[i]) / tau)
advantage_part = dP[i, j] * (U[i, j] - baseline[i] + H[i])
tangent_of_dS = Definition(
    "dS'", (i, j), (advantage_part + P[i, j] * (dU[i, j] - baseline_tangent[i]) - dtau * dS[i, j]) / tau
)


def tangent(f: Expr, *arrays: tuple[Tensor, Tensor]) -> Expr:
    """How f moves with the weights, the utility, the temperature, and the arrays given."""
    return moved(f, (P, dP), (U, dU), *arrays) + Partial(f, tau) * dtau


C7c = theorem(
    "C7c",
    "The Hessian-vector product in the scores (and in a bias added to them)",
    OWN,
    (Positive(tau),),
    chain(tangent(dS[i, j]), (tangent_of_dS[i, j].body, Differentiation())),
    remark="$P'$ and $U'$ are the tangents of C7a and C7b, and $dS$ is the gradient of C5b. Here and in C7d to C7g "
    "they, $P$ and $U$ are arrays of their own: the composition with C7a and C7b is by the chain rule, and is no "
    "theorem. The tests have the checker accept the composed identity for every gradient and direction.",
)

C7d = theorem(
    "C7d",
    "The Hessian-vector product in the queries",
    OWN,
    (Positive(tau),),
    chain(
        tangent(total(dS[i, j] * K[j, a], j), (K, dK)),
        (total(tangent_of_dS[i, j] * K[j, a] + dS[i, j] * dK[j, a], j), Differentiation()),
    ),
    remark="What moves is the gradient of C5c.",
)

C7e = theorem(
    "C7e",
    "The Hessian-vector product in the keys",
    OWN,
    (Positive(tau),),
    chain(
        tangent(total(dS[i, j] * Q[i, a], i), (Q, dQ)),
        (total(tangent_of_dS[i, j] * Q[i, a] + dS[i, j] * dQ[i, a], i), Differentiation()),
    ),
    remark="What moves is the gradient of C5d.",
)

C7f = theorem(
    "C7f",
    "The Hessian-vector product in the values",
    OWN,
    (),
    chain(moved(total(P[i, j] * G[i, c], i), (P, dP)), (total(dP[i, j] * G[i, c], i), Differentiation())),
    remark="What moves is the gradient of C5e.",
)

scores = Tensor("S", queries, keys)
dscores = Tensor("S'", queries, keys)
cotangent = Tensor("dS", queries, keys)
dcotangent = Tensor("dS'", queries, keys)
temperature_gradient = -total(cotangent[i, j] * scores[i, j], i, j) / tau

C7g = theorem(
    "C7g",
    "The Hessian-vector product in the temperature",
    OWN,
    (Positive(tau),),
    chain(
        moved(temperature_gradient, (cotangent, dcotangent), (scores, dscores))
        + Partial(temperature_gradient, tau) * dtau,
        (
            -total(dcotangent[i, j] * scores[i, j] + cotangent[i, j] * dscores[i, j], i, j) / tau
            + dtau * total(cotangent[i, j] * scores[i, j], i, j) / tau**2,
            Differentiation(),
        ),
    ),
    remark="What moves is the gradient of C5f, with $dS$ and its tangent from C7c.",
)
