"""D4. The output is the weighted least-squares projection of the values onto constants.  [S]

In this sense attention is a projection: with the weights of a row held fixed, what takes a function f on the keys to
its weighted mean is linear, idempotent and self-adjoint in the inner product sum_j p_j f_j h_j of that row.

As a map of the inputs it is none: self-attention applied twice equals self-attention applied once only where all tokens
are equal. For if twice is once, then the outputs are a fixed point, so by D4e they are all equal. By D4f the weights of
all tokens are then equal, and by D4g so are the tokens.
"""

from __future__ import annotations

from sympy import Expr, S, exp, log

from derivations.geometry.softmax import p
from derivations.index import Tensor, total
from derivations.notation import (
    SANGER,
    Definition,
    a,
    c,
    chain,
    features,
    g,
    have,
    j,
    k,
    keys,
    l,
    r,
    stationary,
    tau,
    theorem,
    values,
)
from derivations.proof import (
    Algebra,
    ByDefinition,
    Certificate,
    Differentiation,
    Equation,
    Inequality,
    LogGap,
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
    remark="The weights are held fixed here. As a map of the inputs attention is not idempotent: see D4e to D4g.",
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

token = Tensor("z", keys, features)
affinity = Definition("S", (j, l), total(token[j, a] * token[l, a], a))
P = Definition("P", (j, l), exp(affinity[j, l] / tau) / total(exp(affinity[j, r] / tau), r))
normaliser = Definition("Z", (j,), total(exp(affinity[j, l] / tau), l))
attended = Definition("o", (j, a), total(P[j, l] * token[l, a], l))

D4e = theorem(
    "D4e",
    "Self-attention leaves the tokens as they are only where all are equal",
    SANGER,
    (Positive(tau),),
    have(
        Inequality(
            total(normaliser[j] * token[j, a] * (token[j, a] - attended[j, a]), j, a),
            S.Zero,
            Equation(token[j, a], token[k, a]),
        ),
        Certificate(
            (Term(exp(affinity[j, l] / tau) / 2, Square(token[j, a] - token[l, a]), (j, l, a), (Use(0, {k: l}),)),),
            forward=(Use(0, {l: k}),),
        ),
    ),
    remark="If attention leaves every token as it is, the left side is 0. So the fixed points are the equal tokens.",
)

D4f = theorem(
    "D4f",
    "Two tokens attend to the same output only if their weights are equal",
    SANGER,
    (Positive(tau),),
    have(
        Inequality(
            total((token[j, a] - token[k, a]) * (attended[j, a] - attended[k, a]), a),
            S.Zero,
            Equation(P[j, r], P[k, r]),
        ),
        Certificate(
            (
                Term(tau * P[j, r], LogGap(P[k, r] / P[j, r]), (r,), (Use(0, times=-1 / P[j, r]),)),
                Term(tau * P[k, r], LogGap(P[j, r] / P[k, r]), (r,), (Use(0, times=1 / P[k, r]),)),
            ),
            forward=(Use(0, times=-P[j, r]),),
        ),
    ),
    remark=r"The left side is $\tau$ times the divergence of each row of weights from the other, added.",
)

D4g = theorem(
    "D4g",
    "Tokens whose weights are equal are equal",
    SANGER,
    (Positive(tau),),
    chain(
        tau * (log(P[j, j]) - log(P[j, k]) - log(P[k, j]) + log(P[k, k])),
        (affinity[j, j] - affinity[j, k] - affinity[k, j] + affinity[k, k], Algebra()),
        (total((token[j, a] - token[k, a]) ** 2, a), ByDefinition(("S",))),
    ),
    remark="Where the rows of weights of two tokens are equal, the left side is 0. So self-attention applied twice "
    "equals self-attention once only where all tokens are equal: its outputs are then a fixed point, so they are equal "
    "(D4e), so are the weights of all tokens (D4f), and so are the tokens.",
)
