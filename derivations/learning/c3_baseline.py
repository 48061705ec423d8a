"""C3. Which baseline minimises the variance of the one-sample estimator; the mean utility only sometimes does."""

from __future__ import annotations

from sympy import Expr, S, log

from derivations.geometry.softmax import mean, p, s, x
from derivations.index import Delta, Lambda, Partial, total
from derivations.notation import LITMAN, Definition, chain, have, j, k, l, tau, theorem
from derivations.proof import (
    Algebra,
    Certificate,
    Differentiation,
    Equation,
    Inequality,
    Known,
    Positive,
    Square,
    Term,
    Use,
    Using,
)

from .loss import b, loss, u

spread = Definition("r", (j,), total((Delta(j, k) - p[k]) ** 2, k) / tau**2)
mean_spread = Definition("E_p[r]", (), total(p[l] * spread[l], l))()
best = Definition("b^*", (), total(p[l] * u[l] * spread[l], l) / mean_spread)()


def second_moment(baseline: Expr) -> Expr:
    """E_p |(u - b) grad log p|^2; the variance is this less |grad L|^2, which no baseline changes (C3j)."""
    return total(p[j] * (u[j] - baseline) ** 2 * spread[j], j)


more_than_one_key = Positive(mean_spread)

C3a = theorem(
    "C3a",
    "The second moment of the one-sample estimator is a parabola in the baseline",
    LITMAN,
    (Positive(tau), more_than_one_key),
    chain(
        second_moment(b),
        (total(p[j] * u[j] ** 2 * spread[j], j) - 2 * b * best * mean_spread + b**2 * mean_spread, Algebra()),
        (second_moment(best) + mean_spread * (b - best) ** 2, Algebra()),
    ),
    remark=r"$r_j$ is the squared norm of $\nabla_s \log p_j$. The hypothesis says that there is more than one key.",
)

C3b = theorem(
    "C3b",
    "The best baseline, and no other, minimises the second moment",
    LITMAN,
    (Positive(tau), more_than_one_key),
    have(
        Inequality(second_moment(b), second_moment(best), Equation(b, best)),
        Certificate((Term(mean_spread, Square(b - best)),), uses=(Use("C3a"),)),
    ),
    remark="And so it alone minimises the variance (C3k).",
)

C3c = theorem(
    "C3c",
    "The mean utility is the best baseline exactly when it is uncorrelated with the score's norm",
    LITMAN,
    (Positive(tau), more_than_one_key),
    chain(
        (best - mean(u)) * mean_spread,
        (total(p[j] * (u[j] - mean(u)) * (spread[j] - mean_spread), j), Algebra()),
    ),
)

C3d = theorem(
    "C3d",
    "The best baseline is off the mean by the covariance of utility and weight",
    LITMAN,
    (Positive(tau), more_than_one_key),
    chain(
        (best - mean(u)) * mean_spread,
        (total(p[j] * (u[j] - mean(u)) * (spread[j] - mean_spread), j), Using((Use("C3c"),))),
        (-2 * total(p[j] * (u[j] - mean(u)) * p[j], j) / tau**2, Algebra()),
    ),
    remark="So the mean utility is the best baseline exactly when utility and weight are uncorrelated under $p$; it is "
    "so for every utility when all weights are equal.",
)

mean_weight = Definition("E_p[p]", (), total(p[l] ** 2, l))()
best_for_weight = Definition("b^*_p", (), total(p[l] ** 2 * spread[l], l) / mean_spread)()

C3e = theorem(
    "C3e",
    "A case in which the mean is not the best baseline: the weight as utility",
    LITMAN,
    (Positive(tau), more_than_one_key),
    have(
        Inequality(mean_weight, best_for_weight, Equation(p[j], p[k])),
        Certificate((Term(2 / mean_spread, Known("B5c", {x: Lambda((j,), p[j])})),)),
    ),
    remark="So for any weights that are not all equal there is a utility for which the mean is not the best baseline.",
)

C3f = theorem(
    "C3f",
    "How far the mean utility lowers the variance",
    LITMAN,
    (Positive(tau), more_than_one_key),
    chain(
        second_moment(S.Zero) - second_moment(mean(u)),
        (
            mean_spread * best**2 - mean_spread * (mean(u) - best) ** 2,
            Using((Use("C3a", {b: S.Zero}), Use("C3a", {b: mean(u)}, S.NegativeOne))),
        ),
        (mean_spread * mean(u) * (2 * best - mean(u)), Algebra()),
    ),
    remark="Two variances differ as the second moments do (C3j). So it lowers the variance of the estimator "
    "without a baseline exactly when the mean lies strictly between 0 and twice the best baseline, and can raise "
    "it (C3h).",
)

C3g = theorem(
    "C3g",
    "How far the mean lowers the variance when one key alone has utility",
    LITMAN,
    (Positive(tau),),
    chain(
        total(p[j] * Delta(j, k) * spread[j], j) - total(p[j] * (Delta(j, k) - p[k]) ** 2 * spread[j], j),
        (p[k] ** 2 * (2 * spread[k] - mean_spread), Algebra()),
        (p[k] ** 2 * (1 - 4 * p[k] + 3 * total(p[l] ** 2, l)) / tau**2, Algebra()),
    ),
    remark=r"The utility is $u_j = \delta_{jk}$, whose mean is $p_k$.",
)

C3h = theorem(
    "C3h",
    "The mean can raise the variance: one key has all the utility and most of the weight",
    LITMAN,
    (Positive(tau),),
    have(
        Inequality(
            total(p[j] * (Delta(j, k) - p[k]) ** 2 * spread[j], j),
            total(p[j] * Delta(j, k) * spread[j], j) + 2 * p[k] ** 2 * (3 * p[k] - 2) * (1 - p[k]) / tau**2,
        ),
        Certificate(
            (
                Term(
                    3 * p[k] ** 2 * p[j] * p[l] / tau**2,
                    Square((1 - Delta(j, k)) * (1 - Delta(l, k)) * (1 - Delta(j, l))),
                    over=(j, l),
                ),
            ),
            uses=(Use("C3g", times=S.NegativeOne),),
        ),
    ),
    remark="With $2/3 < p_k < 1$ the mean as baseline is worse than none, for any number of keys. So the best baseline "
    "reduces the variance (C3k), and the mean does only under the condition of C3f.",
)

C3i = theorem(
    "C3i",
    "The mean utility, and no other baseline, minimises the second moment of the advantage",
    LITMAN,
    (Positive(tau),),
    have(
        Inequality(total(p[j] * (u[j] - b) ** 2, j), total(p[j] * (u[j] - mean(u)) ** 2, j), Equation(b, mean(u))),
        Certificate((Term(S.One, Square(b - mean(u))),)),
    ),
    remark="This is the sense in which the mean always reduces variance: that of the factor that multiplies the score "
    "function. The gradient itself (C2a) is an exact sum over the keys, without variance for any baseline.",
)

estimate = Partial(log(p[j]), s[k])
gradient = Partial(loss, s[k])


def variance(baseline: Expr) -> Expr:
    """E_p |(u - b) grad log p - grad L|^2."""
    return total(p[j] * ((u[j] - baseline) * estimate - gradient) ** 2, j, k)


C3j = theorem(
    "C3j",
    "The variance of the one-sample estimator is its second moment less the squared norm of the gradient",
    LITMAN,
    (Positive(tau),),
    chain(
        variance(b),
        (
            total(p[j] * ((u[j] - b) * estimate) ** 2, j, k) - total(gradient**2, k),
            Using((Use("C2a", times=-2 * gradient, over=(k,)),)),
        ),
        (second_moment(b) - total(gradient**2, k), Differentiation()),
    ),
    remark="The gradient does not depend on the baseline (C2a), and so neither does its norm.",
)

C3k = theorem(
    "C3k",
    "So the best baseline, and no other, minimises the variance",
    LITMAN,
    (Positive(tau), more_than_one_key),
    have(
        Inequality(variance(b), variance(best), Equation(b, best)),
        Certificate(
            (Term(S.One, Known("C3b")),),
            uses=(Use("C3j"), Use("C3j", {b: best}, S.NegativeOne)),
        ),
    ),
)
