"""B7. On its range the Fisher matrix is inverted by tau^2 diag(1/p), up to centring."""

from __future__ import annotations

from sympy import S

from derivations.index import Tensor, total
from derivations.notation import OWN, Definition, chain, j, k, keys, l, n, tau, theorem
from derivations.proof import Algebra, Equation, Positive, Use, Using

from .softmax import fisher, fisher_times, mean, p, x

y = Tensor("y", keys)
in_range = Equation(total(y[l], l), S.Zero)
solution = Definition("x^+", (j,), tau**2 * (y[j] / p[j] - total(y[l] / p[l], l) / n))

B7a = theorem(
    "B7a",
    "A solution on the range",
    OWN,
    (Positive(tau), in_range),
    chain(
        total(fisher[j, l] * solution[l], l),
        (y[j] - p[j] * total(y[l], l), Algebra()),
        (y[j], Using((Use(in_range, times=-p[j]),))),
    ),
)

B7b = theorem(
    "B7b",
    "It is orthogonal to the null space",
    OWN,
    (Positive(tau),),
    chain(total(solution[l], l), (S.Zero, Algebra())),
)

solves = Equation(fisher_times(x, k), y[k])
centred = Equation(total(x[l], l), S.Zero)

B7c = theorem(
    "B7c",
    "It is the only such solution, so it is the pseudo-inverse's",
    OWN,
    (Positive(tau), solves, centred),
    chain(
        x[k] - mean(x),
        (tau**2 * fisher_times(x, k) / p[k], Using((Use("B5a", {j: k}, -(tau**2) / p[k]),))),
        (tau**2 * y[k] / p[k], Using((Use(solves, times=tau**2 / p[k]),))),
    ),
    chain(x[k], (solution[k], Using((Use(1), Use(1, {k: l}, -1 / n, (l,)), Use(centred, times=1 / n))))),
)
