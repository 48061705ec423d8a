"""D6. The output's derivative in the query is a covariance: the local tangent of the surface.  [S]"""

from __future__ import annotations

from sympy import S

from derivations.index import Partial, Tensor, total
from derivations.notation import OWN, Definition, a, b, c, chain, features, have, j, k, l, r, tau, theorem
from derivations.proof import (
    Algebra,
    Certificate,
    Differentiation,
    Equation,
    Inequality,
    Positive,
    Square,
    Term,
    Use,
)

from .gaussian import key, p, q, v

x = Tensor("x", features)
output = Definition("o", (c,), total(p[j] * v[j, c], j))
reflected = Definition("o", (b,), total(p[j] * key[j, b], j))
mean_key = Definition("E_p[k]", (a,), total(p[l] * key[l, a], l))
covariance = Definition("Cov_p(v,k)", (c, a), total(p[j] * (v[j, c] - output[c]) * (key[j, a] - mean_key[a]), j))
along = Definition("y", (j,), total(x[a] * key[j, a], a))
mean_along = Definition("E_p[y]", (), total(p[l] * along[l], l))()

D6a = theorem(
    "D6a",
    "The output's derivative in the query is the covariance of values and keys",
    OWN,
    (Positive(tau),),
    chain(
        Partial(output[c], q[a]),
        (total(p[j] * v[j, c] * (key[j, a] - mean_key[a]), j) / tau, Differentiation()),
        (covariance[c, a] / tau, Algebra()),
    ),
)

stretch = total(x[b] * Partial(reflected[b], q[a]) * x[a], a, b)

D6b = theorem(
    "D6b",
    "With the keys as values it is a variance in every direction",
    OWN,
    (Positive(tau),),
    chain(
        stretch,
        (total(p[j] * (along[j] - mean_along) ** 2, j) / tau, Differentiation()),
    ),
)

D6c = theorem(
    "D6c",
    "So the tangent is positive semidefinite, and flat only where all keys project alike",
    OWN,
    (Positive(tau),),
    have(
        Inequality(stretch, S.Zero, Equation(along[j], along[k])),
        Certificate(
            (Term(p[j] / tau, Square(along[j] - mean_along), (j,), (Use(0, {k: r}, p[r], (r,)),)),),
            uses=(Use("D6b"),),
            forward=(Use(0), Use(0, {j: k}, S.NegativeOne)),
        ),
    ),
)
