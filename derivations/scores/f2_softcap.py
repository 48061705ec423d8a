r"""F2. The softcap y = kappa tanh(x / kappa), after the scale and before bias and mask.

The hyperbolic tangent is written as theta = 1 - 2 / (exp(2 x / kappa) + 1), which F2a turns into the usual form.
"""

from __future__ import annotations

from sympy import S, exp, log

from derivations.index import Partial, total
from derivations.learning.loss import H
from derivations.notation import OWN, Definition, chain, have, i, j, l, theorem
from derivations.proof import (
    Algebra,
    ByDefinition,
    Certificate,
    Differentiation,
    Inequality,
    Positive,
    Rewriting,
    Square,
    Term,
    Use,
    Using,
)

from .objects import X, capped, dY, kappa, slope, steepness, theta, u, y

given = (Positive(kappa),)
half = X[i, j] / kappa

F2a = theorem(
    "F2a",
    "The saturation is the hyperbolic tangent",
    OWN,
    given,
    chain(
        theta[i, j],
        ((exp(half) - exp(-half)) / (exp(half) + exp(-half)), Algebra()),
    ),
    remark=r"So $y = \kappa \tanh(x / \kappa)$. Without a softcap $y = x$.",
)

F2b = theorem(
    "F2b",
    "The slope of the softcap from its value",
    OWN,
    given,
    chain(steepness[i, j].body, (1 - theta[i, j] ** 2, ByDefinition(("theta",)))),
)

F2c = theorem(
    "F2c",
    "The derivative of the softcap",
    OWN,
    given,
    chain(
        Partial(y[i, j], X[i, j]),
        (steepness[i, j].body, Differentiation()),
        (1 - theta[i, j] ** 2, Using((Use("F2b"),))),
        (1 - (y[i, j] / kappa) ** 2, ByDefinition(("y",))),
    ),
)

F2d = theorem(
    "F2d",
    "The softcap stays within its bound",
    OWN,
    given,
    have(
        Inequality(kappa**2, y[i, j] ** 2),
        Certificate((Term(kappa**2 * steepness[i, j].body, Square(S.One)),)),
    ),
    remark=r"So $-\kappa \le y_{ij} \le \kappa$ whatever the score is; both bounds are limits and no values.",
)

through = total(dY[i, j] * y[i, j], i, j)

F2e = theorem(
    "F2e",
    "The gradient in what is capped from that in the capped scores",
    OWN,
    given,
    chain(
        Partial(through, X[i, j]),
        (dY[i, j] * steepness[i, j].body, Differentiation()),
        (dY[i, j] * (1 - theta[i, j] ** 2), Using((Use("F2b", times=dY[i, j]),))),
    ),
)

in_bound = Definition("y^kappa", (i, j), theta[i, j] - X[i, j] * slope[i, j] / kappa)

F2f = theorem(
    "F2f",
    "The gradient in the bound from that in the capped scores",
    OWN,
    given,
    chain(
        Partial(through, kappa),
        (total(dY[i, j] * (theta[i, j] - X[i, j] * steepness[i, j].body / kappa), i, j), Differentiation()),
        (
            total(dY[i, j] * in_bound[i, j].body, i, j),
            Using((Use("F2b", times=-dY[i, j] * X[i, j] / kappa, over=(i, j)),)),
        ),
    ),
)

rows = (*given, *capped.rows(i))
P, dz = capped.weights, capped.gradient
mean = total(capped.direct[i, l] * u[i, l], l)
through_output = Partial(total(capped.direct[i, j] * u[i, j], j), X[i, j])
through_logsumexp = Partial(log(capped.partition(i)), X[i, j])

F2g = theorem(
    "F2g",
    "The gradient of the log-sum-exp in what is capped",
    OWN,
    rows,
    chain(
        through_logsumexp,
        (capped.direct[i, j] * steepness[i, j], Differentiation()),
        (P[i, j] * steepness[i, j], Rewriting(Use(capped.saved(i)))),
        (P[i, j] * slope[i, j], Using((Use("F2b", times=P[i, j]),))),
    ),
)

F2h = theorem(
    "F2h",
    "The gradient of the mean utility in what is capped",
    OWN,
    rows,
    chain(
        through_output,
        (capped.direct[i, j] * (u[i, j] - mean) * steepness[i, j], Differentiation()),
        (P[i, j] * (u[i, j] - capped.baseline[i]) * steepness[i, j], Rewriting(Use(capped.saved(i)))),
    ),
)

F2i = theorem(
    "F2i",
    "The gradient of the loss in what is capped",
    OWN,
    rows,
    chain(
        through_output + H[i] * through_logsumexp,
        (
            P[i, j] * (u[i, j] - capped.baseline[i]) * steepness[i, j] + H[i] * P[i, j] * slope[i, j],
            Using((Use("F2h"), Use("F2g", times=H[i]))),
        ),
        (dz[i, j] * slope[i, j], Using((Use("F2b", times=P[i, j] * (u[i, j] - capped.baseline[i])),))),
    ),
    remark="It is F2e, for the gradient of F3c. What is capped is the scaled score, so F1 gives the gradients in "
    "queries, keys and scale.",
)
