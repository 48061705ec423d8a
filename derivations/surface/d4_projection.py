"""D4. The output is the weighted least-squares projection of the values onto constants.  [S]"""

from __future__ import annotations

from sympy import Expr, S

from derivations.geometry.softmax import p
from derivations.index import Tensor, total
from derivations.notation import SANGER, Definition, c, chain, g, have, j, k, keys, l, stationary, tau, theorem, values
from derivations.proof import (
    Algebra,
    Certificate,
    Differentiation,
    Equation,
    Inequality,
    Positive,
    Solving,
    Square,
    Term,
    Use,
    Using,
)

from .gaussian import v

y = Tensor("y", values)
output = Definition("o", (c,), total(p[j] * v[j, c], j))


def spread(point: Tensor | Definition) -> Expr:
    """sum_j p_j |y - v_j|^2."""
    return total(p[j] * total((point[g] - v[j, g]) ** 2, g), j)


stationarity = stationary(spread(y), y[c])
gradient = 2 * y[c] - 2 * total(p[j] * v[j, c], j)

D4a = theorem(
    "D4a",
    "The weighted least-squares point is the attention output",
    SANGER,
    (Positive(tau), stationarity),
    chain(stationarity.lhs, (gradient, Differentiation())),
    have(Equation(gradient, S.Zero), Using((Use(stationarity), Use(0, times=S.NegativeOne)))),
    chain(y[c], (total(p[j] * v[j, c], j), Solving(Use(1)))),
)

D4b = theorem(
    "D4b",
    "It is the only minimiser",
    SANGER,
    (Positive(tau),),
    have(
        Inequality(spread(y), spread(output), Equation(y[c], output[c])),
        Certificate((Term(S.One, Square(y[c] - output[c]), over=(c,)),)),
    ),
)

f, f_ = Tensor("f", keys), Tensor("h", keys)


def projection(of: Tensor) -> Expr:
    """(Pi f)_j = sum_l p_l f_l, the same for every j."""
    return total(p[l] * of[l], l)


D4c = theorem(
    "D4c",
    "The projection is idempotent",
    SANGER,
    (Positive(tau),),
    chain(
        total(p[k] * projection(f), k),
        (projection(f) * total(p[k], k), Algebra()),
        (projection(f), Algebra()),
    ),
)

D4d = theorem(
    "D4d",
    "The projection is self-adjoint in the weighted inner product",
    SANGER,
    (Positive(tau),),
    chain(
        total(p[j] * f[j] * projection(f_), j),
        (projection(f) * projection(f_), Algebra()),
        (total(p[j] * projection(f) * f_[j], j), Algebra()),
    ),
)
