"""B5. The Fisher quadratic form is a variance: nonnegative, zero exactly on constants; the rank is n - 1."""

from __future__ import annotations

from sympy import S

from derivations.index import Delta, Lambda, total
from derivations.notation import LITMAN, chain, have, j, k, l, n, r, tau, theorem
from derivations.proof import (
    Algebra,
    ByDefinition,
    Certificate,
    Equation,
    Inequality,
    Positive,
    Rank,
    RankCertificate,
    Square,
    Term,
    Use,
    Using,
)

from .softmax import fisher, fisher_times, mean, p, variance, x

quadratic_form = total(x[j] * fisher[j, k] * x[k], j, k)

B5a = theorem(
    "B5a",
    "The Fisher matrix times a vector",
    LITMAN,
    (Positive(tau),),
    chain(
        fisher_times(x, j),
        (total((p[j] * Delta(j, l) - p[j] * p[l]) / tau**2 * x[l], l), ByDefinition(("F",))),
        (p[j] * (x[j] - mean(x)) / tau**2, Algebra()),
    ),
)

B5b = theorem(
    "B5b",
    "The Fisher quadratic form is a variance",
    LITMAN,
    (Positive(tau),),
    chain(
        quadratic_form,
        (total(x[j] * p[j] * (x[j] - mean(x)), j) / tau**2, Using((Use("B5a", times=x[j], over=(j,)),))),
        (variance(x) / tau**2, Algebra()),
    ),
)

B5c = theorem(
    "B5c",
    "Positive semidefinite, with exactly the constants as null vectors",
    LITMAN,
    (Positive(tau),),
    have(
        Inequality(quadratic_form, S.Zero, Equation(x[j], x[k])),
        Certificate(
            (Term(p[j] / tau**2, Square(x[j] - mean(x)), over=(j,), backward=(Use(0, {k: r}, p[r], (r,)),)),),
            uses=(Use("B5b"),),
            forward=(Use(0), Use(0, {j: k}, S.NegativeOne)),
        ),
    ),
    remark="Each $x_j$ equals the mean, so all are equal; and if all are equal, each equals the mean.",
)

inverse = Lambda((j, k), tau**2 * Delta(j, k) / p[k])

B5d = theorem(
    "B5d",
    "The rank of the Fisher matrix",
    LITMAN,
    (Positive(tau),),
    have(Rank(Lambda((j, k), fisher[j, k]), n - 1), RankCertificate(inverse, Lambda((j,), p[j]))),
)
