"""A9. Tsallis regularisers: the optimality conditions, sparsemax and entmax in threshold form, and their Jacobians.

Tsallis' alpha is 1 + beta with beta > 0, and the regulariser is (sum_j p_j^(1 + beta) - 1) / (beta (1 + beta)). For
beta = 1 it gives sparsemax, for beta = 1/2 an entmax in closed form, and as beta -> 0 it becomes the entropy of A1. The
scores s are in units of the temperature. chi_j is 1 on the support and 0 off it. Where powers occur that are not whole,
a plan is p_j = chi_j x_j with x_j > 0.
"""

from __future__ import annotations

from sympy import Expr, Integer, Rational, S, Symbol, log, sqrt

from derivations.index import Delta, Partial, Tensor, total
from derivations.notation import Definition, chain, have, j, k, keys, l, lam, on_simplex, stationary, theorem
from derivations.proof import (
    Algebra,
    ByDefinition,
    Certificate,
    Differentiation,
    Equation,
    Inequality,
    Known,
    LogGap,
    Nonnegative,
    Positive,
    Rewriting,
    Solving,
    Square,
    Term,
    Use,
    Using,
)

from . import a2_optimum
from .problem import p, q, s

SPARSEMAX = "Martins and Astudillo, arXiv 1602.02068"
ENTMAX = "Peters, Niculae and Martins, arXiv 1905.05702"

beta = Symbol("beta", real=True)
mu, chi = (Tensor(name, keys) for name in ("mu", "chi"))
half = Rational(1, 2)

lagrangian = (
    total(p[j] ** (1 + beta) / (beta * (1 + beta)) - s[j] * p[j] - mu[j] * p[j], j)
    - 1 / (beta * (1 + beta))
    + lam * (total(p[j], j) - 1)
)
stationarity = stationary(lagrangian, p[k])

A9a = theorem(
    "A9a",
    "The stationary points of the problem with Tsallis' regulariser",
    ENTMAX,
    (Positive(beta), Positive(p), stationarity),
    chain(stationarity.lhs, (p[k] ** beta / beta - s[k] + lam - mu[k], Differentiation())),
    chain(
        p[k] ** beta,
        (beta * (s[k] - lam + mu[k]), Using((Use(stationarity, times=beta), Use(0, times=-beta)))),
    ),
    remark=r"$\lambda$ is the multiplier of $\sum_j p_j = 1$ and $\mu_j$, never negative, that of $p_j$ being so, with "
    r"$\mu_j p_j = 0$. Where $p_j = 0$ the same condition is taken with $0^\beta = 0$; A9d and A9j prove that "
    "it is sufficient.",
)

simplex, other_simplex = on_simplex(p), on_simplex(q)
optimal = Equation(p[j], s[j] - lam + mu[j])
slackness = Equation(mu[j] * p[j], S.Zero)
supported = Equation(chi[j] * p[j], p[j])
unsupported = Equation(chi[j] * mu[j], S.Zero)
size = total(chi[l], l)
threshold = (total(chi[l] * s[l], l) - 1) / size
sparse = Definition("p", (j,), chi[j] * (s[j] - threshold))

A9b = theorem(
    "A9b",
    "Sparsemax in threshold form",
    SPARSEMAX,
    (optimal, simplex, supported, unsupported, Positive(size)),
    chain(
        p[k],
        (
            chi[k] * (s[k] - lam),
            Using(
                (
                    Use(optimal, {j: k}, chi[k]),
                    Use(supported, {j: k}, S.NegativeOne),
                    Use(unsupported, {j: k}),
                )
            ),
        ),
    ),
    chain(
        total(chi[j] * (s[j] - lam), j),
        (S.One, Using((Use(simplex), Use(0, {k: j}, S.NegativeOne, (j,))))),
    ),
    chain(lam, (threshold, Solving(Use(1)))),
    chain(p[k], (sparse[k].body, Rewriting(Use(2), (Use(0),)))),
    remark=r"The conditions are those of A9a for $\beta = 1$. Where $p_j$ and $\mu_j$ are nonnegative they say "
    r"that $p_j = \max(s_j - \lambda, 0)$.",
)


def quadratic(plan: Tensor) -> Expr:
    """J(p) := -<s, p> + (|p|^2 - 1) / 2, the objective for beta = 1."""
    return Definition(f"J({plan.name})", (), total(plan[j] ** 2 / 2 - s[j] * plan[j], j) - half)()


distance = total((q[j] - p[j]) ** 2, j) / 2

A9c = theorem(
    "A9c",
    "The excess over sparsemax is a squared distance and a penalty",
    SPARSEMAX,
    (optimal, slackness, simplex, other_simplex),
    chain(
        quadratic(q) - quadratic(p),
        (distance + total((p[j] - s[j]) * (q[j] - p[j]), j), ByDefinition(("J(p)", "J(q)"))),
        (
            distance + total(mu[j] * q[j], j),
            Using(
                (
                    Use(optimal, times=q[j] - p[j], over=(j,)),
                    Use(slackness, times=S.NegativeOne, over=(j,)),
                    Use(other_simplex, times=-lam),
                    Use(simplex, times=lam),
                )
            ),
        ),
    ),
)

A9d = theorem(
    "A9d",
    "The conditions are sufficient, and sparsemax is the only minimiser over the closed simplex",
    SPARSEMAX,
    (optimal, slackness, simplex, Nonnegative(p), Nonnegative(mu), other_simplex, Nonnegative(q)),
    have(
        Inequality(quadratic(q), quadratic(p), Equation(q[j], p[j])),
        Certificate(
            (
                Term(half, Square(q[j] - p[j]), (j,)),
                Term(mu[j] * q[j], Square(S.One), (j,), (Use(0, times=mu[j]), Use(slackness))),
            ),
            uses=(Use("A9c"),),
        ),
    ),
)

A9e = theorem(
    "A9e",
    "Sparsemax is the Euclidean projection of the scores onto the simplex",
    SPARSEMAX,
    (),
    chain(
        quadratic(p),
        (total((p[j] - s[j]) ** 2, j) / 2 - total(s[j] ** 2, j) / 2 - half, ByDefinition(("J(p)",))),
    ),
    remark="The objective is half the squared distance from the scores, less what does not depend on the plan.",
)

excess, above = Tensor("R", keys, keys), Tensor("kappa", keys, keys)
positive_parts = Equation(excess[l, j] - excess[j, l], s[l] - s[j])
in_support = Equation(chi[j] ** 2, chi[j])
is_above = Equation(above[l, j] ** 2, above[l, j])
only_above = Equation(above[l, j] * excess[l, j], excess[l, j])
not_below = Equation(above[l, j] * excess[j, l], S.Zero)

A9f = theorem(
    "A9f",
    "A key that is not in the support has excesses over it that sum to at least 1",
    SPARSEMAX,
    (
        optimal,
        simplex,
        supported,
        unsupported,
        in_support,
        positive_parts,
        Nonnegative(mu),
        Nonnegative(excess),
    ),
    have(
        Inequality(total(excess[l, j], l), 1 - size * p[j]),
        Certificate(
            (
                Term(chi[l] ** 2 * (mu[j] + excess[j, l]), Square(S.One), (l,)),
                Term((1 - chi[l]) ** 2 * excess[l, j], Square(S.One), (l,)),
            ),
            uses=(
                Use(simplex),
                Use(supported, {j: l}, over=(l,)),
                Use(optimal, {j: l}, -chi[l], (l,)),
                Use(optimal, times=size),
                Use(unsupported, {j: l}, S.NegativeOne, (l,)),
                Use(positive_parts, times=chi[l], over=(l,)),
                Use(in_support, {j: l}, -(mu[j] + excess[j, l] + excess[l, j]), (l,)),
            ),
        ),
    ),
    remark=r"$R_{lj} = \max(s_l - s_j, 0)$ is the excess of key $l$ over key $j$, and $\sum_l \chi_l$ the size of the "
    "support. So a key over which the excesses sum to less than 1 has a positive weight.",
)

u = Tensor("u", keys)

A9g = theorem(
    "A9g",
    "The Jacobian of sparsemax on its support",
    SPARSEMAX,
    (Positive(size),),
    chain(Partial(sparse[j], s[k]), (chi[j] * Delta(j, k) - chi[j] * chi[k] / size, Differentiation())),
    remark="The support is locally constant where no score equals the threshold; where one does, sparsemax is not "
    "differentiable (A9s).",
)

A9h = theorem(
    "A9h",
    "The vector-Jacobian product of sparsemax",
    SPARSEMAX,
    (Positive(size),),
    chain(
        Partial(total(u[j] * sparse[j], j), s[k]),
        (total(u[j] * Partial(sparse[j], s[k]), j), Differentiation()),
        (
            total(u[j] * (chi[j] * Delta(j, k) - chi[j] * chi[k] / size), j),
            Using((Use("A9g", times=u[j], over=(j,)),)),
        ),
        (chi[k] * (u[k] - total(chi[l] * u[l], l) / size), Algebra()),
    ),
)

others = 1 - Delta(j, l)
lower_or_higher = (1 - above[l, j]) ** 2 * p[l] + above[l, j] ** 2 * (p[j] + mu[l])
both_sides = chi[j] * above[l, j] * others

A9q = theorem(
    "A9q",
    "A key in the support has excesses over it that sum to less than 1",
    SPARSEMAX,
    (
        optimal,
        simplex,
        unsupported,
        supported,
        in_support,
        positive_parts,
        is_above,
        only_above,
        not_below,
        Nonnegative(p),
        Nonnegative(mu),
    ),
    have(
        Inequality(chi[j] * (1 - total(excess[l, j], l)), p[j]),
        Certificate(
            (
                Term(chi[j] ** 2 * (1 - above[l, j]) ** 2 * others**2 * p[l], Square(S.One), (l,)),
                Term(chi[j] ** 2 * above[l, j] ** 2 * others**2 * (p[j] + mu[l]), Square(S.One), (l,)),
            ),
            uses=(
                Use(simplex, times=-chi[j]),
                Use(supported),
                Use(in_support, times=-others * lower_or_higher, over=(l,)),
                Use(is_above, times=-chi[j] * others * (p[l] + p[j] + mu[l]), over=(l,)),
                Use(only_above, times=chi[j], over=(l,)),
                Use(not_below, times=-chi[j], over=(l,)),
                Use(optimal, {j: l}, both_sides, (l,)),
                Use(optimal, times=-both_sides, over=(l,)),
                Use(positive_parts, times=-both_sides, over=(l,)),
                Use(unsupported, times=-above[l, j] * others, over=(l,)),
            ),
        ),
    ),
    remark="So the keys of positive weight are those over which the excesses sum to less than 1; the other half is "
    r"A9f. $\kappa_{lj}$ is 1 where key $l$ has the higher score and 0 elsewhere.",
)

psi = Tensor("psi", keys)
other_size = total(psi[l], l)
other_threshold = (total(psi[l] * s[l], l) - 1) / other_size
tie = Equation(psi[j] * (s[j] - threshold), chi[j] * (s[j] - threshold))

A9r = theorem(
    "A9r",
    "A key whose score equals the threshold may be counted to the support or not",
    SPARSEMAX,
    (Positive(size), Positive(other_size), tie),
    chain(
        total(psi[l] * (s[l] - threshold), l),
        (total(chi[l] * (s[l] - threshold), l), Using((Use(tie, {j: l}, over=(l,)),))),
        (S.One, Algebra()),
    ),
    chain(
        other_threshold,
        (threshold + (total(psi[l] * (s[l] - threshold), l) - 1) / other_size, Algebra()),
        (threshold, Using((Use(1, times=1 / other_size),))),
    ),
    chain(
        psi[j] * (s[j] - other_threshold),
        (psi[j] * (s[j] - threshold), Using((Use(3, times=-psi[j]),))),
        (sparse[j].body, Using((Use(tie),))),
    ),
    remark=r"$\psi$ and $\chi$ are two supports; a key that is in one of them only has the threshold for its score. "
    "Both give the same plan.",
)

A9s = theorem(
    "A9s",
    "On a support of $k$ keys the slopes of sparsemax sum to $k - 1$",
    SPARSEMAX,
    (Positive(size), in_support),
    chain(
        total(Partial(sparse[j], s[j]), j),
        (total(chi[j] - chi[j] ** 2 / size, j), Using((Use("A9g", {k: j}, over=(j,)),))),
        (size - 1, Using((Use(in_support, times=-1 / size, over=(j,)),))),
    ),
    remark="Where a score equals the threshold the support has the key on one side and does not have it on the other "
    "(A9r). The slopes from the two sides then have different sums, so sparsemax is not differentiable there.",
)

one, other = (Symbol(name, real=True) for name in "xy")


def relative(new: Expr, old: Expr) -> Expr:
    """y log (y / x) - y + x."""
    return new * log(new) - new * log(old) - new + old


A9i = theorem(
    "A9i",
    "The gap of a power is more than that of the entropy",
    ENTMAX,
    (Positive(beta), Positive(one), Positive(other)),
    have(
        Inequality(
            other ** (1 + beta) + beta * one ** (1 + beta) - (1 + beta) * one**beta * other,
            beta * one**beta * relative(other, one),
        ),
        Certificate((Term(other * one**beta, LogGap((other / one) ** beta)),)),
    ),
    remark=r"The left side is the gap $f(y) - f(x) - f'(x) (y - x)$ of $f(x) = x^{1 + \beta}$.",
)

x, y = (Tensor(name, keys) for name in "xy")
indicator, other_indicator = in_support, Equation(psi[j] ** 2, psi[j])
mass, other_mass = Equation(total(chi[j] * x[j], j), S.One), Equation(total(psi[j] * y[j], j), S.One)
power_optimal = Equation(chi[j] * x[j] ** beta, beta * (s[j] - lam + mu[j]))
scale = 1 / (beta * (1 + beta))


def tsallis(name: str, support: Tensor, entry: Tensor) -> Expr:
    """J(p) := -<s, p> + (sum_j p_j^(1 + beta) - 1) / (beta (1 + beta)) at p_j = chi_j x_j."""
    body = total(support[j] * entry[j] ** (1 + beta), j) * scale - scale - total(s[j] * support[j] * entry[j], j)
    return Definition(f"J({name})", (), body)()


both = x[j] ** beta * relative(y[j], x[j]) / (1 + beta)
only_new = y[j] ** (1 + beta) * scale
only_old = x[j] ** (1 + beta) / (1 + beta)
separation = Definition(
    "R",
    (),
    total(psi[j] * chi[j] * both + psi[j] * (1 - chi[j]) * only_new + (1 - psi[j]) * chi[j] * only_old, j),
)()
convexity = (y[j] ** (1 + beta) + beta * x[j] ** (1 + beta) - (1 + beta) * x[j] ** beta * y[j]) * scale - both

A9j = theorem(
    "A9j",
    "The conditions are sufficient: the excess over entmax is at least the separation",
    ENTMAX,
    (
        Positive(beta),
        Positive(x),
        Positive(y),
        Nonnegative(mu),
        indicator,
        other_indicator,
        mass,
        other_mass,
        power_optimal,
        unsupported,
    ),
    have(
        Inequality(tsallis("q", psi, y) - tsallis("p", chi, x), separation),
        Certificate(
            (
                Term(psi[j] ** 2 * chi[j] ** 2 * scale, Known("A9i", {one: x[j], other: y[j]}), (j,)),
                Term(mu[j] * psi[j] ** 2 * y[j], Square(S.One), (j,)),
            ),
            uses=(
                Use(indicator, times=x[j] ** (1 + beta) / beta - psi[j] ** 2 * convexity, over=(j,)),
                Use(other_indicator, times=-chi[j] * convexity - mu[j] * y[j], over=(j,)),
                Use(power_optimal, times=(psi[j] * y[j] - chi[j] * x[j]) / beta, over=(j,)),
                Use(unsupported, times=-x[j], over=(j,)),
                Use(other_mass, times=-lam),
                Use(mass, times=lam),
            ),
        ),
    ),
    remark=r"$p_j = \chi_j x_j$ satisfies the conditions and $q_j = \psi_j y_j$ is any point of the closed simplex; "
    r"$p_j^{1 + \beta}$ is written $\chi_j x_j^{1 + \beta}$.",
)

A9k = theorem(
    "A9k",
    "The separation vanishes at one plan only, so entmax is the only minimiser over the closed simplex",
    ENTMAX,
    (Positive(beta), Positive(x), Positive(y), indicator, other_indicator),
    have(
        Inequality(separation, S.Zero, Equation(psi[j] * y[j], chi[j] * x[j])),
        Certificate(
            (
                Term(
                    psi[j] ** 2 * chi[j] ** 2 * x[j] ** beta / (1 + beta),
                    Known("A2a", {a2_optimum.x: y[j], a2_optimum.y: x[j]}),
                    (j,),
                    (
                        Use(0, times=psi[j] * chi[j] * x[j] ** beta / (1 + beta)),
                        Use(indicator, times=psi[j] ** 2 * y[j] * x[j] ** beta / (1 + beta)),
                        Use(other_indicator, times=-(chi[j] ** 2) * x[j] ** (1 + beta) / (1 + beta)),
                    ),
                ),
                Term(
                    psi[j] ** 2 * (1 - chi[j]) ** 2 * only_new,
                    Square(S.One),
                    (j,),
                    (
                        Use(0, times=psi[j] * (1 - chi[j]) ** 2 * y[j] ** beta * scale),
                        Use(indicator, times=-psi[j] * (1 - chi[j]) * x[j] * y[j] ** beta * scale),
                    ),
                ),
                Term(
                    (1 - psi[j]) ** 2 * chi[j] ** 2 * only_old,
                    Square(S.One),
                    (j,),
                    (
                        Use(0, times=-chi[j] * (1 - psi[j]) ** 2 * x[j] ** beta / (1 + beta)),
                        Use(other_indicator, times=-chi[j] * (1 - psi[j]) * y[j] * x[j] ** beta / (1 + beta)),
                    ),
                ),
            ),
            uses=(
                Use(
                    indicator,
                    times=-(psi[j] ** 2) * (both + only_new) - (1 - psi[j]) * only_old,
                    over=(j,),
                ),
                Use(
                    other_indicator,
                    times=-chi[j] * both - (1 - chi[j]) * only_new - chi[j] ** 2 * only_old,
                    over=(j,),
                ),
            ),
            forward=(
                Use(0, times=(1 + beta) * x[j] ** -beta),
                Use(1, times=y[j] ** -beta / scale),
                Use(2, times=-(1 + beta) * x[j] ** -beta),
                Use(indicator, times=-(psi[j] ** 2) * (2 * y[j] - x[j]) + (1 - psi[j]) * x[j]),
                Use(other_indicator, times=-chi[j] * (y[j] - x[j]) - (1 - chi[j]) * y[j] + chi[j] ** 2 * x[j]),
            ),
        ),
    ),
)

z = Tensor("z", keys)
power = Equation(x[k] ** beta, z[k])

A9l = theorem(
    "A9l",
    "Entmax in threshold form",
    ENTMAX,
    (Positive(beta), Positive(x), Positive(z), indicator, power_optimal, unsupported, power),
    chain(
        chi[k] * z[k],
        (
            chi[k] * beta * (s[k] - lam),
            Using(
                (
                    Use(power, times=-chi[k]),
                    Use(indicator, {j: k}, -(x[k] ** beta)),
                    Use(power_optimal, {j: k}, chi[k]),
                    Use(unsupported, {j: k}, beta),
                )
            ),
        ),
    ),
    chain(x[k], (z[k] ** (1 / beta), Solving(Use(power)))),
    chain(chi[k] * x[k], (chi[k] * z[k] ** (1 / beta), Using((Use(1, times=chi[k]),)))),
    remark=r"On the support $z_k$ is $\beta (s_k - \lambda)$, the first line says; off it $z_k$ is any positive "
    r"number. $\lambda$ is the number for which the plan has mass 1.",
)

shift = Tensor("lambda'", keys)
change = Tensor("x'", keys, keys)
condition = chi[j] * (x[j] ** beta - beta * (s[j] - lam))
whole = total(chi[j] * x[j], j)
implicit = Equation(
    Partial(condition, s[k]) + total(Partial(condition, x[l]) * change[l, k], l) + Partial(condition, lam) * shift[k],
    S.Zero,
)
conserved = Equation(total(Partial(whole, x[l]) * change[l, k], l), S.Zero)
w = Definition("w", (j,), chi[j] * x[j] ** (1 - beta))
total_weight = total(w[l], l)
entmax_given = (Positive(beta), Positive(x), Positive(total_weight), implicit, conserved)

A9m = theorem(
    "A9m",
    "The Jacobian of entmax on its support, by implicit differentiation",
    ENTMAX,
    entmax_given,
    chain(
        implicit.lhs,
        (chi[j] * beta * (x[j] ** (beta - 1) * change[j, k] - Delta(j, k) + shift[k]), Differentiation()),
    ),
    chain(
        chi[j] * change[j, k],
        (
            w[j] * (Delta(j, k) - shift[k]),
            Using((Use(implicit, times=x[j] ** (1 - beta) / beta), Use(0, times=-(x[j] ** (1 - beta)) / beta))),
        ),
    ),
    chain(conserved.lhs, (total(chi[l] * change[l, k], l), Differentiation())),
    chain(
        total(w[l] * (Delta(l, k) - shift[k]), l),
        (S.Zero, Using((Use(conserved), Use(2, times=S.NegativeOne), Use(1, {j: l}, S.NegativeOne, (l,))))),
    ),
    chain(shift[k], (w[k] / total_weight, Using((Use(3, times=-1 / total_weight),)))),
    chain(
        chi[j] * change[j, k],
        (w[j] * (Delta(j, k) - w[k] / total_weight), Rewriting(Use(4), (Use(1),))),
    ),
    remark=r"$x'_{lk}$ and $\lambda'_k$ are the derivatives of $x_l$ and $\lambda$ in $s_k$: the threshold form and "
    r"the mass stay as they are. $w_j = p_j^{2 - \alpha}$ on the support; for $\beta = 1$ it is $\chi_j$ (A9g). "
    "Where a score equals the threshold entmax is not differentiable in general.",
)

A9n = theorem(
    "A9n",
    "The vector-Jacobian product of entmax",
    ENTMAX,
    entmax_given,
    chain(
        total(u[j] * chi[j] * change[j, k], j),
        (total(u[j] * w[j] * (Delta(j, k) - w[k] / total_weight), j), Using((Use("A9m", times=u[j], over=(j,)),))),
        (w[k] * (u[k] - total(w[l] * u[l], l) / total_weight), Algebra()),
    ),
)

centre = Definition("m", (), total(chi[l] * s[l], l) / size)()
scatter = Definition("v", (), total(chi[l] * (s[l] - centre) ** 2, l))()
first, second = total(chi[l] * s[l], l), total(chi[l] * s[l] ** 2, l)
discriminant = 4 * size + first**2 - size * second
root = sqrt(size * (4 - scatter)) / size
below = Symbol("d", real=True)
placed = Equation(lam, centre - below)
unit_mass = Equation(total(chi[j] * ((s[j] - lam) / 2) ** 2, j), S.One)
closed = (Positive(size), Positive(below), Positive(discriminant), placed, unit_mass)

A9o = theorem(
    "A9o",
    "The threshold of entmax for $\\alpha = 3/2$",
    ENTMAX,
    closed,
    chain(
        total(chi[j] * ((s[j] - lam) / 2) ** 2, j),
        (total(chi[j] * ((s[j] - centre + below) / 2) ** 2, j), Rewriting(Use(placed))),
        ((second - first**2 / size + size * below**2) / 4, Algebra()),
    ),
    have(
        Equation(second - first**2 / size + size * below**2, Integer(4)),
        Using((Use(unit_mass, times=Integer(4)), Use(1, times=Integer(-4)))),
    ),
    chain(below, (sqrt(discriminant) / size, Solving(Use(2)))),
    chain(
        lam,
        (centre - sqrt(discriminant) / size, Using((Use(placed), Use(3, times=S.NegativeOne)))),
        (centre - root, Algebra()),
    ),
    remark=r"$d = m - \lambda$ is positive because every score of the support exceeds $\lambda$; the discriminant is "
    "$(k d)^2$ for a support of $k$ keys.",
)

A9p = theorem(
    "A9p",
    "Entmax for $\\alpha = 3/2$ in closed form",
    ENTMAX,
    closed,
    chain(
        chi[k] * ((s[k] - lam) / 2) ** 2,
        (chi[k] * ((s[k] - centre + root) / 2) ** 2, Rewriting(Use("A9o"))),
    ),
)
