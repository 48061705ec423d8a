"""B6. The Fisher matrix is at most the identity over 2 tau^2."""

from __future__ import annotations

from sympy import Rational

from derivations.index import Delta, total
from derivations.notation import LITMAN, have, j, k, tau, theorem
from derivations.proof import Certificate, Inequality, Positive, Square, Term

from .b5_quadratic_form import quadratic_form
from .softmax import p, x

half = Rational(1, 2)

B6a = theorem(
    "B6a",
    "The Fisher matrix is at most the identity over $2 \\tau^2$",
    LITMAN,
    (Positive(tau),),
    have(
        Inequality(total(x[j] ** 2, j) / (2 * tau**2), quadratic_form),
        Certificate(
            (
                Term(2 / tau**2, Square(x[j] * (half - p[j])), over=(j,)),
                Term(p[j] * p[k] / (2 * tau**2), Square((1 - Delta(j, k)) * (x[j] + x[k])), over=(j, k)),
            )
        ),
    ),
    remark=r"The factor $1 - \delta_{jk}$ is its own square: only different keys count.",
)
