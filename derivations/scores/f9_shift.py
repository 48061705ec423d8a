"""F9. Every shift gives the same result, so none is needed where a bound keeps the exponentials in range."""

from __future__ import annotations

from sympy import Rational, S, Symbol, exp, log

from derivations.index import Tensor, total
from derivations.learning.a6_prior_vjp import W, ell
from derivations.learning.loss import K, Q
from derivations.notation import OWN, Definition, a, b, chain, have, i, j, keys, l, queries, theorem
from derivations.proof import (
    Algebra,
    Certificate,
    Inequality,
    LogGap,
    Nonnegative,
    Positive,
    Square,
    Term,
    Use,
    Using,
)

from .objects import Z, omega, plain, sigma, x, zeta

mu = Tensor("mu", queries)
shifted = omega * exp(zeta - mu[i]) + total(W[i, l] * exp(Z[i, l] - mu[i]), l)
given = (*plain.given(i), Positive(shifted))

F9a = theorem(
    "F9a",
    "The weights are the same for every shift",
    OWN,
    given,
    chain(W[i, j] * exp(Z[i, j] - mu[i]) / shifted, (plain.direct[i, j], Algebra())),
    remark="It is A7a with weights and a sink. The shift may be 0, an upper bound, or the largest score of the row.",
)

F9b = theorem(
    "F9b",
    "The log-sum-exp is the same for every shift",
    OWN,
    (*given, plain.saved(i)),
    chain(
        mu[i] + log(shifted),
        (log(plain.partition(i)), Algebra()),
        (ell[i], Using((Use(plain.saved(i), times=S.NegativeOne),))),
    ),
    remark="It is A7b with weights and a sink.",
)

query_norm = Definition("|Q_{}|^2", (i,), total(Q[i, a] ** 2, a))
key_norm = Definition("|K_{}|^2", (j,), total(K[j, a] ** 2, a))

F9c = theorem(
    "F9c",
    "A score is bounded by the norms of its query and its key",
    OWN,
    (),
    have(
        Inequality(sigma**2 * query_norm[i] * key_norm[j], x[i, j] ** 2),
        Certificate(
            (
                Term(
                    sigma**2 * Rational(1, 2),
                    Square(Q[i, a] * K[j, b] - Q[i, b] * K[j, a]),
                    (a, b),
                ),
            ),
        ),
    ),
    remark=r"So $|x_{ij}| \le |\sigma| \, |Q_i| \, |K_j|$, which takes one pass over queries and keys.",
)

bound = Symbol("R", real=True)
below = Tensor("gamma", queries, keys)

F9d = theorem(
    "F9d",
    "Scores below a bound have a partition function below its exponential",
    OWN,
    (Nonnegative(W), Nonnegative(below)),
    have(
        Inequality(exp(bound) * total(W[i, l], l), total(W[i, l] * exp(bound - below[i, l]), l)),
        Certificate(
            (
                Term(W[i, l] * exp(bound - below[i, l]), LogGap(exp(below[i, l])), (l,)),
                Term(W[i, l] * exp(bound - below[i, l]) * below[i, l], Square(S.One), (l,)),
            )
        ),
    ),
    remark=r"The scores are $R - \gamma_{il}$, so none is above $R$. With $R \le 60$ the exponentials are in the "
    "range of single precision, and no shift is needed.",
)

F9e = theorem(
    "F9e",
    "Scores above a bound have a partition function above its exponential",
    OWN,
    (Nonnegative(W), Nonnegative(below)),
    have(
        Inequality(total(W[i, l] * exp(below[i, l] - bound), l), exp(-bound) * total(W[i, l], l)),
        Certificate(
            (
                Term(W[i, l] * exp(-bound), LogGap(exp(below[i, l])), (l,)),
                Term(W[i, l] * exp(-bound) * below[i, l], Square(S.One), (l,)),
            )
        ),
    ),
    remark=r"The scores are $\gamma_{il} - R$, so none is below $-R$: the partition function does not vanish either.",
)
