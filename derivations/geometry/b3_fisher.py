"""B3. The Fisher matrix: outer product of the score, minus the expected Hessian, second-order term of KL."""

from __future__ import annotations

from sympy import Expr, S, log

from derivations.index import At, Delta, Partial, Tensor, total
from derivations.notation import LITMAN, Definition, chain, j, k, keys, r, softmax, tau, theorem
from derivations.proof import Algebra, ByDefinition, Differentiation, Positive

from .softmax import fisher, p, s

B3a = theorem(
    "B3a",
    "The Fisher matrix from the outer product of the score",
    LITMAN,
    (Positive(tau),),
    chain(
        total(p[r] * Partial(log(p[r]), s[j]) * Partial(log(p[r]), s[k]), r),
        (total(p[r] * (Delta(r, j) - p[j]) * (Delta(r, k) - p[k]), r) / tau**2, Differentiation()),
        ((p[j] * Delta(j, k) - p[j] * p[k]) / tau**2, Algebra()),
        (fisher[j, k], ByDefinition(("F",))),
    ),
)

B3b = theorem(
    "B3b",
    "The Fisher matrix from the expected Hessian",
    LITMAN,
    (Positive(tau),),
    chain(
        -total(p[r] * Partial(Partial(log(p[r]), s[j]), s[k]), r),
        (total(p[r] * p[j] * (Delta(j, k) - p[k]), r) / tau**2, Differentiation()),
        (fisher[j, k], Algebra()),
    ),
)

s_moved = Tensor("s'", keys)
p_moved = softmax("p'", lambda index: s_moved[index])


def divergence_of_move() -> Expr:
    """KL(p | p') := sum_r p_r (log p_r - log p'_r)."""
    return Definition("KL(p|p')", (), total(p[r] * (log(p[r]) - log(p_moved[r])), r))()


B3c = theorem(
    "B3c",
    "The first-order term of the divergence vanishes",
    LITMAN,
    (Positive(tau),),
    chain(
        At(Partial(divergence_of_move(), s_moved[j]), s_moved, s),
        ((p[j] * total(p[r], r) - p[j]) / tau, Differentiation()),
        (S.Zero, Algebra()),
    ),
)

B3d = theorem(
    "B3d",
    "The Fisher matrix from the second-order term of the divergence",
    LITMAN,
    (Positive(tau),),
    chain(
        At(Partial(Partial(divergence_of_move(), s_moved[j]), s_moved[k]), s_moved, s),
        (total(p[r], r) * p[j] * (Delta(j, k) - p[k]) / tau**2, Differentiation()),
        (fisher[j, k], Algebra()),
    ),
)
