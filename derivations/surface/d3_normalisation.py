"""D3. Layer and RMS normalisation put the inputs near a sphere; how far the Gaussian form then is from SDPA.  [S]

With epsilon > 0 inside the root, the norms of the normalised vectors are not quite equal: they fall short of d by
d epsilon / (v + epsilon), v being the variance (or the mean square). The weights without the prior of the norm are then
off by a factor between exp(-delta) and exp(delta), where delta is that shortfall, at its largest, over 2 tau.
"""

from __future__ import annotations

from sympy import Expr, S, Symbol, exp, sqrt

from derivations.index import Index, Lambda, Tensor, total
from derivations.notation import (
    SANGER,
    Definition,
    a,
    b,
    chain,
    eps,
    features,
    have,
    j,
    keys,
    l,
    softmax,
    tau,
    theorem,
)
from derivations.proof import (
    Algebra,
    ByDefinition,
    Certificate,
    Equation,
    Inequality,
    Known,
    LogGap,
    Nonnegative,
    Positive,
    Rewriting,
    Square,
    Term,
    Use,
    Using,
)

from .gaussian import distance, key, norm, p, q

d = features.size
z = Tensor("z", keys, features)
variance = Tensor("sigma^2", keys)

mean = Definition("mean(z)", (j,), total(z[j, b], b) / d)
mean_square = Definition("m", (j,), total(z[j, b] ** 2, b) / d)
layer = Definition("y", (j, a), (z[j, a] - mean[j]) / sqrt(variance[j] + eps))
rms = Definition("y", (j, a), z[j, a] / sqrt(mean_square[j] + eps))


def squared_norm(vector: Definition) -> Expr:
    """|y_j|^2."""
    return Definition(f"|{vector.name}_{{}}|^2", (j,), total(vector[j, a] ** 2, a))[j]


is_variance = Equation(total((z[j, b] - mean[j]) ** 2, b) / d, variance[j])

D3a = theorem(
    "D3a",
    "The norm after layer normalisation",
    SANGER,
    (Positive(eps), Nonnegative(variance), is_variance),
    chain(
        squared_norm(layer),
        (total((z[j, a] - mean[j]) ** 2, a) / (variance[j] + eps), ByDefinition((f"|{layer.name}_{{}}|^2",))),
        (d * variance[j] / (variance[j] + eps), Using((Use(is_variance, times=d / (variance[j] + eps)),))),
        (d - d * eps / (variance[j] + eps), Algebra()),
    ),
    remark="That a variance is not negative follows from what it is; the root needs a sign that shows in the form. "
    "With a gain on each feature the norms differ from key to key, and the prior of D2a does not cancel.",
)

D3b = theorem(
    "D3b",
    "The norm after RMS normalisation",
    SANGER,
    (Positive(eps),),
    chain(
        squared_norm(rms),
        (total(z[j, a] ** 2, a) / (mean_square[j] + eps), ByDefinition((f"|{rms.name}_{{}}|^2",))),
        (d * mean_square[j] / (mean_square[j] + eps), ByDefinition(("m",))),
        (d - d * eps / (mean_square[j] + eps), Algebra()),
    ),
)

x, delta, floor = (Symbol(name, real=True) for name in ("x", "delta", "v_0"))
t, lack, rest = (Tensor(name, keys) for name in ("t", "g", "h"))

D3c = theorem(
    "D3c",
    "A floor under the variance, or the mean square, bounds how far the norm is below $d$",
    SANGER,
    (Positive(eps), Nonnegative(floor), Nonnegative(x)),
    have(
        Inequality(d * eps / (floor + eps), d * eps / (floor + x + eps)),
        Certificate((Term(d * eps * x / ((floor + eps) * (floor + x + eps)), Square(S.One)),)),
    ),
    remark="In D3a and D3b the variance, or the mean square, is here $v_0 + x$.",
)

D3d = theorem(
    "D3d",
    "The exponential of what is nonnegative is at least 1",
    SANGER,
    (Nonnegative(x),),
    have(Inequality(exp(x), S.One), Certificate((Term(S.One, LogGap(exp(x))), Term(x, Square(S.One))))),
)

N = Symbol("N", real=True)
bias = Tensor("b", keys)


def scaled(index: Index) -> Expr:
    """t_j / 2 tau."""
    return t[index] / (2 * tau)


plain = Definition("w", (j,), exp(scaled(j)) / total(exp(scaled(l)), l))
lowered = Definition("p", (j,), exp(scaled(j) - lack[j]) / total(exp(scaled(l) - lack[l]), l))
biased = softmax("p", lambda index: t[index] + bias[index], 2 * tau)
normalisers = total(exp(scaled(l)), l) * total(exp(scaled(l) - lack[l]), l)
at_most_delta = Equation(rest[j], delta - lack[j])


def at_least_one(exponent: Expr) -> Known:
    """exp(exponent) >= 1."""
    return Known("D3d", {x: exponent})


D3e = theorem(
    "D3e",
    "What is lacked and the rest make up the factor",
    SANGER,
    (at_most_delta,),
    chain(exp(delta - lack[j]), (exp(rest[j]), Rewriting(Use(at_most_delta)))),
)

D3f = theorem(
    "D3f",
    "Scores lowered by at most $\\delta$ raise no weight by more than the factor $\\exp(\\delta)$",
    SANGER,
    (Positive(tau), Nonnegative(lack), Nonnegative(rest), at_most_delta),
    have(
        Inequality(exp(delta) * plain[j], lowered[j]),
        Certificate(
            (
                Term(exp(scaled(j) + scaled(l)) / normalisers, at_least_one(rest[l]), over=(l,)),
                Term(exp(scaled(j) + scaled(l) - lack[j]) / normalisers, at_least_one(lack[j]), over=(l,)),
            ),
            uses=(Use("D3e", {j: l}, exp(scaled(j) + scaled(l)) / normalisers, (l,)),),
        ),
    ),
)

D3g = theorem(
    "D3g",
    "Nor do they lower one by more than that factor",
    SANGER,
    (Positive(tau), Nonnegative(lack), Nonnegative(rest), at_most_delta),
    have(
        Inequality(lowered[j], exp(-delta) * plain[j]),
        Certificate(
            (
                Term(exp(scaled(j) + scaled(l) - delta) / normalisers, at_least_one(rest[j]), over=(l,)),
                Term(exp(scaled(j) + scaled(l) - delta - lack[l]) / normalisers, at_least_one(lack[l]), over=(l,)),
            ),
            uses=(Use("D3e", times=exp(scaled(j) + scaled(l) - delta) / normalisers, over=(l,)),),
        ),
    ),
)

bias_lacks = Equation(bias[j], N - 2 * tau * lack[j])

D3h = theorem(
    "D3h",
    "What all keys share of a bias cancels",
    SANGER,
    (Positive(tau), bias_lacks),
    chain(biased[j].body, (lowered[j].body, Rewriting(Use(bias_lacks)))),
)

norm_lacks = Equation(norm[j], N - 2 * tau * lack[j])
given = (Positive(tau), Nonnegative(lack), Nonnegative(rest), at_most_delta, norm_lacks)
gaussian_weight = softmax("omega", lambda index: -distance[index] / 2)
in_distances = {t: Lambda((j,), -distance[j])}
with_norms = {**in_distances, bias: Lambda((j,), norm[j])}

D3i = theorem(
    "D3i",
    "The weights of keys of almost one norm are at most the Gaussian weights times $\\exp(\\delta)$",
    SANGER,
    given,
    have(
        Inequality(exp(delta) * gaussian_weight[j], p[j]),
        Certificate(
            (Term(S.One, Known("D3f", in_distances)),),
            uses=(Use("D2a", times=S.NegativeOne), Use("D3h", with_norms, S.NegativeOne)),
        ),
    ),
    remark="By D3a and D3b the keys that layer or RMS normalisation gives have $N = d$, and $\\delta$ is the bound of "
    "D3c over $2 \\tau$, with $v_0$ the least variance, or mean square. A gain on each feature, or a projection of the "
    "keys, makes the norms differ by more.",
)

D3j = theorem(
    "D3j",
    "They are at least the Gaussian weights times $\\exp(-\\delta)$",
    SANGER,
    given,
    have(
        Inequality(p[j], exp(-delta) * gaussian_weight[j]),
        Certificate(
            (Term(S.One, Known("D3g", in_distances)),),
            uses=(Use("D2a"), Use("D3h", with_norms)),
        ),
    ),
)

normalised = Lambda((j, a), rms[j, a].body)
bound = d * eps / (2 * tau * (floor + eps))
shortfall = d * eps / (2 * tau * (mean_square[j] + eps))
above_floor = Equation(rest[j], bound - shortfall)
of_normalised = {
    key: normalised,
    N: d,
    delta: bound,
    lack: Lambda((j,), shortfall),
}
rms_score = Definition("s", (j,), total(q[a] * rms[j, a], a))
rms_distance = Definition("|q - y_{}|^2", (j,), total((q[a] - rms[j, a]) ** 2, a))
attends = softmax("p", lambda index: rms_score[index])
gaussian = softmax("omega", lambda index: -rms_distance[index] / 2)
normalised_keys = (Positive(tau), Positive(eps), Nonnegative(floor), Nonnegative(rest), above_floor)

D3k = theorem(
    "D3k",
    "After normalisation the weights are at most the Gaussian weights times a factor near 1",
    SANGER,
    normalised_keys,
    have(
        Inequality(exp(bound) * gaussian[j], attends[j]),
        Certificate((Term(S.One, Known("D3i", of_normalised)),)),
    ),
    remark=r"The factor is $\exp(d \epsilon / 2 \tau (v_0 + \epsilon))$. That $h_j$ is nonnegative says that the mean "
    "square $m_j$ is at least $v_0$. For layer normalisation $z_j$ is the centred input and $m_j$ its variance.",
)

D3l = theorem(
    "D3l",
    "They are at least the Gaussian weights over that factor",
    SANGER,
    normalised_keys,
    have(
        Inequality(attends[j], exp(-bound) * gaussian[j]),
        Certificate((Term(S.One, Known("D3j", of_normalised)),)),
    ),
    remark=r"The factor is 1 where $\epsilon = 0$, and nearly so where $d \epsilon$ is small against $\tau v_0$.",
)
