"""C3. Which baseline minimises the variance of the one-sample estimator; the mean utility only sometimes does."""

from __future__ import annotations

from sympy import Expr

from derivations.geometry.softmax import mean, p
from derivations.index import Delta, total
from derivations.notation import LITMAN, Definition, chain, have, j, k, l, tau, theorem
from derivations.proof import Algebra, Certificate, Equation, Inequality, Positive, Square, Term, Use

from .loss import b, u

spread = Definition("r", (j,), total((Delta(j, k) - p[k]) ** 2, k) / tau**2)
mean_spread = Definition("E_p[r]", (), total(p[l] * spread[l], l))()
best = Definition("b^*", (), total(p[l] * u[l] * spread[l], l) / mean_spread)()


def second_moment(baseline: Expr) -> Expr:
    """E_p |(u - b) grad log p|^2; the variance is this less |grad|^2, which no baseline changes (C2a)."""
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
    "The best baseline, and no other, minimises the variance",
    LITMAN,
    (Positive(tau), more_than_one_key),
    have(
        Inequality(second_moment(b), second_moment(best), Equation(b, best)),
        Certificate((Term(mean_spread, Square(b - best)),), uses=(Use("C3a"),)),
    ),
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
