"""A8. The temperature: the weights' derivative, a mean score that falls at the rate of its variance, and both limits.

Each limit is a pair of bounds with an explicit rate.
"""

from __future__ import annotations

from sympy import Expr, S, Symbol, exp

from derivations.geometry.softmax import mean, p, s, variance
from derivations.index import Index, Partial, Tensor, total
from derivations.notation import OWN, chain, have, j, k, keys, l, n, r, tau, theorem
from derivations.proof import (
    Algebra,
    Certificate,
    Differentiation,
    Equation,
    Inequality,
    Known,
    LogGap,
    Nonnegative,
    Positive,
    Square,
    Term,
    Use,
    Using,
)

A8a = theorem(
    "A8a",
    "The weights' derivative in the temperature",
    OWN,
    (Positive(tau),),
    chain(Partial(p[j], tau), (-p[j] * (s[j] - mean(s)) / tau**2, Differentiation())),
)

A8b = theorem(
    "A8b",
    "The mean score falls at the rate of its variance",
    OWN,
    (Positive(tau),),
    chain(
        Partial(mean(s), tau),
        (total(s[j] * Partial(p[j], tau), j), Differentiation()),
        (-total(s[j] * p[j] * (s[j] - mean(s)), j) / tau**2, Using((Use("A8a", times=s[j], over=(j,)),))),
        (-variance(s) / tau**2, Algebra()),
    ),
)

A8c = theorem(
    "A8c",
    "It never rises, and stands still only where all scores are equal",
    OWN,
    (Positive(tau),),
    have(
        Inequality(S.Zero, Partial(mean(s), tau), Equation(s[j], s[k])),
        Certificate(
            (Term(p[j] / tau**2, Square(s[j] - mean(s)), (j,), (Use(0, {k: r}, p[r], (r,)),)),),
            uses=(Use("A8b", times=S.NegativeOne),),
            forward=(Use(0), Use(0, {j: k}, S.NegativeOne)),
        ),
    ),
)

width = Symbol("w", real=True)
slack = Tensor("D", keys, keys)
ranged = Equation(width, s[l] - s[j] + slack[j, l])


def spread(low: Index, high: Index) -> Expr:
    """(w - (s_high - s_low)) / tau, which is nonnegative."""
    return (width - s[high] + s[low]) / tau


A8d = theorem(
    "A8d",
    "As $\\tau \\to \\infty$ the weights become uniform: the bound from below",
    OWN,
    (Positive(tau), Nonnegative(slack), ranged),
    have(
        Inequality(p[j], exp(-width / tau) / n),
        Certificate(
            (
                Term(p[j] * exp(-spread(j, l)) / n, LogGap(exp(spread(j, l))), (l,)),
                Term(p[j] * exp(-spread(j, l)) * slack[j, l] / (n * tau), Square(S.One), (l,)),
            ),
            uses=(Use(ranged, times=p[j] * exp(-spread(j, l)) / (n * tau), over=(l,)),),
        ),
    ),
    have(
        Inequality(p[j], (1 - width / tau) / n),
        Certificate((Term(S.One, Known(0)), Term(1 / n, LogGap(exp(-width / tau))))),
    ),
    remark="No two scores are further apart than $w$: the hypothesis makes $w - (s_l - s_j)$ the nonnegative $D_{jl}$.",
)

A8e = theorem(
    "A8e",
    "As $\\tau \\to \\infty$ the weights become uniform: the bound from above",
    OWN,
    (Positive(tau), Nonnegative(slack), ranged),
    have(
        Inequality(exp(width / tau) / n, p[j]),
        Certificate(
            (
                Term(p[j] / n, LogGap(exp(spread(l, j))), (l,)),
                Term(p[j] * slack[l, j] / (n * tau), Square(S.One), (l,)),
            ),
            uses=(Use(ranged, {j: l, l: j}, p[j] / (n * tau), (l,)),),
        ),
    ),
    have(
        Inequality((1 + width / tau * exp(width / tau)) / n, p[j]),
        Certificate((Term(S.One, Known(0)), Term(exp(width / tau) / n, LogGap(exp(-width / tau))))),
    ),
    remark=r"So $p_j$ differs from $1/n$ by at most $(w / \tau) \exp(w / \tau) / n$, which is of the order of $1 / "
    r"\tau$.",
)

chi = Tensor("chi", keys)
beyond = Tensor("y", keys)
top, gap = (Symbol(name, real=True) for name in ("M", "g"))
indicator = Equation(chi[j] ** 2, chi[j])
gapped = Equation(top - s[j], (1 - chi[j]) * (gap + beyond[j]))
number = total(chi[l], l)
others = total((1 - chi[l]) ** 2, l)
relative = total(exp((s[l] - top) / tau), l)
decay = exp(-gap / tau)
cold = (Positive(tau), Nonnegative(beyond), Nonnegative(gap), indicator, gapped, Positive(number))


def height(index: Index) -> Expr:
    """(s_j - M) / tau, which is 0 on the argmax and at most -g / tau elsewhere."""
    return (s[index] - top) / tau


def depth(index: Index) -> Expr:
    """(g + y_j) / tau, how far below the argmax a key is if it is not in it."""
    return (gap + beyond[index]) / tau


A8f = theorem(
    "A8f",
    "The partition function is at least the number of maximisers",
    OWN,
    cold,
    have(
        Inequality(relative, number),
        Certificate(
            (
                Term(chi[l] ** 2, LogGap(exp(height(l))), (l,)),
                Term((1 - chi[l]) ** 2 * exp(height(l)), Square(S.One), (l,)),
            ),
            uses=(
                Use(indicator, {j: l}, 1 - 2 * exp(height(l)) + chi[l] * depth(l), (l,)),
                Use(gapped, {j: l}, -(chi[l] ** 2) / tau, (l,)),
            ),
        ),
    ),
    remark=r"$\chi_j$ is 1 where $s_j$ is the largest score $M$; elsewhere it is 0 and $s_j = M - g - y_j$, at most $M "
    "- g$.",
)

A8g = theorem(
    "A8g",
    "It is more than that only by what decays with the gap",
    OWN,
    cold,
    have(
        Inequality(number + (n - number) * decay, relative),
        Certificate(
            (
                Term(chi[l] ** 2 * exp(height(l)), LogGap(exp(-height(l))), (l,)),
                Term((1 - chi[l]) ** 2 * exp(height(l)), LogGap(exp(-gap / tau - height(l))), (l,)),
                Term((1 - chi[l]) ** 2 * exp(height(l)) * beyond[l] / tau, Square(S.One), (l,)),
            ),
            uses=(
                Use(
                    indicator,
                    {j: l},
                    (2 - (2 * chi[l] - 1) * depth(l)) * exp(height(l)) - 1 - decay,
                    (l,),
                ),
                Use(gapped, {j: l}, exp(height(l)) * (chi[l] ** 2 + (1 - chi[l]) ** 2) / tau, (l,)),
            ),
        ),
    ),
)

above = exp(height(j)) / (number * tau)

A8h = theorem(
    "A8h",
    "As $\\tau \\to 0$ the weights off the argmax vanish at the rate $\\exp(-g / \\tau)$",
    OWN,
    cold,
    have(
        Inequality((1 - chi[j]) * decay / number, (1 - chi[j]) * p[j]),
        Certificate(
            (
                Term((1 - chi[j]) ** 2 * exp(height(j)) / number, LogGap(exp(-gap / tau - height(j)))),
                Term((1 - chi[j]) ** 2 * above * beyond[j], Square(S.One)),
                Term((1 - chi[j]) ** 2 * p[j] / number, Known("A8f")),
            ),
            uses=(
                Use(indicator, times=p[j] - decay / number + (1 - chi[j]) * depth(j) * exp(height(j)) / number),
                Use(gapped, times=(1 - chi[j]) ** 2 * above),
            ),
        ),
    ),
)

A8i = theorem(
    "A8i",
    "As $\\tau \\to 0$ the weights on the argmax become equal: the bound from above",
    OWN,
    cold,
    have(
        Inequality(chi[j] / number, chi[j] * p[j]),
        Certificate(
            (
                Term(chi[j] ** 2 * exp(height(j)) / number, LogGap(exp(-height(j)))),
                Term(chi[j] ** 2 * p[j] / number, Known("A8f")),
            ),
            uses=(
                Use(indicator, times=p[j] - 1 / number - chi[j] * depth(j) * exp(height(j)) / number),
                Use(gapped, times=chi[j] ** 2 * above),
            ),
        ),
    ),
)

missing = (n - number) * decay / number

A8j = theorem(
    "A8j",
    "As $\\tau \\to 0$ the weights on the argmax become equal: the bound from below",
    OWN,
    cold,
    have(
        Inequality(chi[j] * p[j], chi[j] * (1 - missing) / number),
        Certificate(
            (
                Term(chi[j] ** 2 / relative, LogGap(exp(height(j)))),
                Term(chi[j] ** 2 / (number * relative), Known("A8g")),
                Term(chi[j] ** 2 * others * decay / (number**2 * relative), Known("A8f")),
            ),
            uses=(
                Use(indicator, times=(1 - missing) / number - p[j] + chi[j] * depth(j) / relative),
                Use(gapped, times=-(chi[j] ** 2) / (tau * relative)),
                Use(
                    indicator,
                    {j: l},
                    -(chi[j] ** 2) * decay * (relative - number) / (number**2 * relative),
                    (l,),
                ),
            ),
        ),
    ),
    remark=r"With $k = \sum_l \chi_l$ maximisers, $p_j$ is there between $1/k - (n - k) \exp(-g / \tau) / k^2$ and "
    "$1/k$.",
)
