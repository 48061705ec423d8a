"""C6. The Jacobian-vector product of attention, for tangents of query, key, value and temperature."""

from __future__ import annotations

from sympy import Symbol

from derivations.index import Partial, Tensor, total
from derivations.notation import (
    OWN,
    Definition,
    a,
    b,
    c,
    chain,
    features,
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
    values,
)
from derivations.proof import Differentiation, Positive

from .loss import K, O, P, Q, S, V, logsumexp

dQ = Tensor("Q'", queries, features)
dK = Tensor("K'", keys, features)
dV = Tensor("V'", keys, values)
dtau = Symbol("tau'", real=True)

score_tangent = Definition("S'", (i, j), total(dQ[i, a] * K[j, a] + Q[i, a] * dK[j, a], a))
exponent_tangent = Definition("T'", (i, j), score_tangent[i, j] / tau - S[i, j] * dtau / tau**2)
mean_tangent = Definition("E_P[T']", (i,), total(P[i, l] * exponent_tangent[i, l], l))

C6a = theorem(
    "C6a",
    "The Jacobian-vector product",
    OWN,
    (Positive(tau),),
    chain(
        total(Partial(O[i, c], Q[h, b]) * dQ[h, b], h, b)
        + total(Partial(O[i, c], K[r, b]) * dK[r, b], r, b)
        + total(Partial(O[i, c], V[r, g]) * dV[r, g], r, g)
        + Partial(O[i, c], tau) * dtau,
        (
            total(P[i, j] * (exponent_tangent[i, j] - mean_tangent[i]) * V[j, c], j) + total(P[i, j] * dV[j, c], j),
            Differentiation(),
        ),
    ),
    remark="The left side is the chain rule: the derivative in each argument, times its tangent.",
)

C6b = theorem(
    "C6b",
    "The Jacobian-vector product of the log-sum-exp",
    OWN,
    (Positive(tau),),
    chain(
        total(Partial(logsumexp[i], Q[h, b]) * dQ[h, b], h, b)
        + total(Partial(logsumexp[i], K[r, b]) * dK[r, b], r, b)
        + Partial(logsumexp[i], tau) * dtau,
        (mean_tangent[i], Differentiation()),
    ),
)
