"""F7. The Jacobian-vector product with scale, softcap, bias, mask and sink. A prime marks a tangent.

Map by map, each with the tangent that the map before it hands on as an array of its own. The weights W do not move.
"""

from __future__ import annotations

from sympy import Expr, Symbol, log

from derivations.index import Partial, Tensor, total
from derivations.learning.c6_jvp import dK, dQ, dV
from derivations.learning.c7_hvp import dB
from derivations.learning.loss import B, K, Q, V
from derivations.notation import OWN, Definition, a, b, c, chain, g, h, i, j, keys, queries, r, theorem
from derivations.proof import Differentiation, Positive, Rewriting, Use, Using

from .objects import X, Y, Z, biased, kappa, plain, product, scaled, sigma, slope, steepness, theta, x, y, zeta

x_tangent, y_tangent, z_tangent = (Tensor(name, queries, keys) for name in ("x'", "y'", "z'"))
sigma_tangent, kappa_tangent, zeta_tangent = (Symbol(name, real=True) for name in ("sigma'", "kappa'", "zeta'"))

product_tangent = Definition("S'", (i, j), total(dQ[i, a] * K[j, a] + Q[i, a] * dK[j, a], a))

F7a = theorem(
    "F7a",
    "The tangent of the scaled scores",
    OWN,
    (),
    chain(
        total(Partial(x[i, j], Q[h, b]) * dQ[h, b], h, b)
        + total(Partial(x[i, j], K[r, b]) * dK[r, b], r, b)
        + Partial(x[i, j], sigma) * sigma_tangent,
        (sigma * product_tangent[i, j] + sigma_tangent * product[i, j], Differentiation()),
    ),
)

F7b = theorem(
    "F7b",
    "The tangent of the capped scores",
    OWN,
    (Positive(kappa),),
    chain(
        Partial(y[i, j], X[i, j]) * x_tangent[i, j] + Partial(y[i, j], kappa) * kappa_tangent,
        (
            steepness[i, j] * x_tangent[i, j] + (theta[i, j] - X[i, j] * steepness[i, j] / kappa) * kappa_tangent,
            Differentiation(),
        ),
        (
            slope[i, j] * x_tangent[i, j] + (theta[i, j] - X[i, j] * slope[i, j] / kappa) * kappa_tangent,
            Using((Use("F2b", times=x_tangent[i, j] - X[i, j] * kappa_tangent / kappa),)),
        ),
    ),
)

F7c = theorem(
    "F7c",
    "The tangent of the scores, with a bias",
    OWN,
    (),
    chain(
        total(Partial(biased.z[i, j], Y[h, r]) * y_tangent[h, r], h, r)
        + total(Partial(biased.z[i, j], B[h, r]) * dB[h, r], h, r),
        (y_tangent[i, j] + dB[i, j], Differentiation()),
    ),
)

rows, direct, P = plain.rows(i), plain.direct, plain.weights
logsumexp = log(plain.partition(i))
O = Definition("O^Z", (i, c), total(direct[i, j] * V[j, c], j))
ell_tangent = Definition("ell'", (i,), total(P[i, j] * z_tangent[i, j], j) + plain.sink[i] * zeta_tangent)


def along(f: Expr) -> Expr:
    """The derivative in scores and sink, along their tangents."""
    return total(Partial(f, Z[h, r]) * z_tangent[h, r], h, r) + Partial(f, zeta) * zeta_tangent


direct_tangent = total(direct[i, j] * z_tangent[i, j], j) + plain.direct_sink(i) * zeta_tangent

F7d = theorem(
    "F7d",
    "The tangent of the log-sum-exp, with a sink",
    OWN,
    rows,
    chain(
        along(logsumexp),
        (direct_tangent, Differentiation()),
        (ell_tangent[i].body, Rewriting(Use(plain.saved(i)))),
    ),
)

F7e = theorem(
    "F7e",
    "The tangent of the output, with a sink",
    OWN,
    rows,
    chain(
        along(O[i, c]) + total(Partial(O[i, c], V[r, g]) * dV[r, g], r, g),
        (
            total(direct[i, j] * z_tangent[i, j] * V[j, c], j)
            + total(direct[i, j] * dV[j, c], j)
            - direct_tangent * O[i, c],
            Differentiation(),
        ),
        (
            total(P[i, j] * z_tangent[i, j] * V[j, c], j)
            + total(P[i, j] * dV[j, c], j)
            - ell_tangent[i] * plain.output[i, c],
            Rewriting(Use(plain.saved(i))),
        ),
    ),
    remark=r"It takes the output and the tangent of the log-sum-exp (F7d), and no weight less its mean.",
)

everything = Definition("z'", (i, j), sigma * product_tangent[i, j] + sigma_tangent * product[i, j] + dB[i, j])


def moving(f: Expr) -> Expr:
    """The derivative in query, keys, scale, bias and sink, along their tangents."""
    return (
        total(Partial(f, Q[i, b]) * dQ[i, b], b)
        + total(Partial(f, K[r, b]) * dK[r, b], r, b)
        + Partial(f, sigma) * sigma_tangent
        + total(Partial(f, B[i, r]) * dB[i, r], r)
        + Partial(f, zeta) * zeta_tangent
    )


F7f = theorem(
    "F7f",
    "The Jacobian-vector product of the log-sum-exp, with scale, bias, mask and sink",
    OWN,
    scaled.rows(i),
    chain(
        moving(log(scaled.partition(i))),
        (
            total(scaled.direct[i, j] * everything[i, j], j) + scaled.direct_sink(i) * zeta_tangent,
            Differentiation(),
        ),
        (
            total(scaled.weights[i, j] * everything[i, j], j) + scaled.sink[i] * zeta_tangent,
            Rewriting(Use(scaled.saved(i))),
        ),
    ),
    remark="It is F7d, for the tangents of F7a and F7c. Row $i$ does not depend on the queries and the bias of others.",
)

of_scores = Definition("x'", (i, j), sigma * product_tangent[i, j] + sigma_tangent * product[i, j])
scaled_output = Definition("O^Z", (i, c), total(scaled.direct[i, j] * V[j, c], j))

F7g = theorem(
    "F7g",
    "The Jacobian-vector product of the output in query, keys and scale",
    OWN,
    scaled.given(i),
    chain(
        total(Partial(scaled_output[i, c], Q[i, b]) * dQ[i, b], b)
        + total(Partial(scaled_output[i, c], K[r, b]) * dK[r, b], r, b)
        + Partial(scaled_output[i, c], sigma) * sigma_tangent,
        (
            total(scaled.direct[i, j] * of_scores[i, j] * V[j, c], j)
            - total(scaled.direct[i, j] * of_scores[i, j], j) * scaled_output[i, c],
            Differentiation(),
        ),
    ),
    remark="It is F7e, for the tangent of F7a; the bias, the values and the sink add what F7e says.",
)
