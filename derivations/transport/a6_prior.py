"""A6. KL(p | pi) as the regulariser gives softmax(s / tau + log pi). Biases and masks of all kinds are its instances.

A plan is written as its density in the prior, p_j = pi_j rho_j, so that pi_j = 0 needs no case of its own.
"""

from __future__ import annotations

from sympy import Expr, S, Symbol, exp, log

from derivations.index import Delta, Index, Lambda, Partial, Tensor, XLogX, total
from derivations.notation import (
    OWN,
    Definition,
    chain,
    eps,
    have,
    i,
    j,
    k,
    keys,
    l,
    lam,
    make_axis,
    queries,
    stationary,
    tau,
    theorem,
)
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
    Term,
    Use,
    Using,
)

from .a2_optimum import x, y
from .problem import C, density, ell, feasible, pi, prior_divergence, prior_objective, rho, s

whole = Definition("N", (), total(pi[l], l))()
mean_score = Definition("m", (), total(pi[l] * s[l], l) / whole)()

A6a = theorem(
    "A6a",
    "A row with some prior has a positive partition function",
    OWN,
    (Positive(tau), Nonnegative(pi), Positive(total(pi[l], l))),
    have(
        Inequality(total(pi[j] * exp(s[j] / tau), j), whole * exp(mean_score / tau)),
        Certificate((Term(pi[j] * exp(mean_score / tau), LogGap(exp((s[j] - mean_score) / tau)), (j,)),)),
    ),
    remark=r"So $\sum_j \pi_j \exp(s_j / \tau) > 0$ says no more than that some $\pi_j > 0$: the row is not empty. "
    "The theorems below state it in that form.",
)

lagrangian = total(pi[j] * (C[j] * rho[j] + eps * rho[j] * log(rho[j])), j) + lam * (total(pi[j] * rho[j], j) - 1)
stationarity = stationary(lagrangian, rho[k])
gradient = C[k] + eps * (log(rho[k]) + 1) + lam


def gibbs(index: Index) -> Expr:
    """rho_k while the multiplier is still unknown."""
    return exp(-(C[index] + lam) / eps - 1)


A6b = theorem(
    "A6b",
    "The stationary point of the problem with a prior",
    OWN,
    (Positive(eps), Positive(pi), Positive(rho), stationarity, feasible(rho)),
    chain(stationarity.lhs, (pi[k] * gradient, Differentiation())),
    have(Equation(gradient, S.Zero), Using((Use(stationarity, times=1 / pi[k]), Use(0, times=-1 / pi[k])))),
    chain(rho[k], (gibbs(k), Solving(Use(1)))),
    chain(
        total(pi[j] * gibbs(j), j),
        (S.One, Using((Use(feasible(rho)), Use(2, {k: j}, -pi[j], (j,))))),
    ),
    chain(lam, (eps * log(total(pi[j] * exp(-C[j] / eps), j)) - eps, Solving(Use(3)))),
    chain(rho[k], (exp(-C[k] / eps) / total(pi[j] * exp(-C[j] / eps), j), Rewriting(Use(4), (Use(2),)))),
    remark=r"Where $\pi_k = 0$ the Lagrangian does not depend on $\rho_k$; A6e covers those keys.",
)

given = (Positive(eps), Nonnegative(pi), feasible(density))

A6c = theorem(
    "A6c",
    "The excess of the objective is a divergence",
    OWN,
    (*given, Nonnegative(rho), feasible(rho)),
    chain(
        prior_objective(rho) - prior_objective(density),
        (
            prior_objective(rho).body + eps * ell * total(pi[j] * density[j], j),
            ByDefinition(("J(rho)", "J(rho^*)", "rho^*")),
        ),
        (
            total(pi[j] * ((C[j] + eps * ell) * rho[j] + eps * XLogX(rho[j])), j),
            Using((Use(feasible(density), times=eps * ell), Use(feasible(rho), times=-eps * ell))),
        ),
        (eps * prior_divergence(rho, density), ByDefinition(("D(rho|rho^*)", "rho^*"))),
    ),
    remark=r"The hypothesis on $\ell$ says that $\ell = \log \sum_j \pi_j \exp(-C_j / \epsilon)$ (A6g); there is such "
    r"an $\ell$ exactly when the row is not empty.",
)

sigma = Tensor("sigma", keys)

A6d = theorem(
    "A6d",
    "Gibbs' inequality for densities in a prior",
    OWN,
    (Nonnegative(pi), Nonnegative(rho), Positive(sigma), feasible(rho), feasible(sigma)),
    have(
        Inequality(prior_divergence(rho, sigma), S.Zero, Equation(pi[j] * rho[j], pi[j] * sigma[j])),
        Certificate(
            (Term(pi[j], Known("A2a", {x: rho[j], y: sigma[j]}), over=(j,)),),
            uses=(Use(feasible(rho)), Use(feasible(sigma), times=S.NegativeOne)),
        ),
    ),
)

A6e = theorem(
    "A6e",
    "With a prior too, the minimiser is global and its plan is unique",
    OWN,
    (*given, Nonnegative(rho), feasible(rho)),
    have(
        Inequality(prior_objective(rho), prior_objective(density), Equation(pi[j] * rho[j], pi[j] * density[j])),
        Certificate((Term(eps, Known("A6d", {sigma: Lambda((j,), density[j])})),), uses=(Use("A6c"),)),
    ),
    remark=r"Where $\pi_j = 0$ the plan $\pi_j \rho_j$ is 0 whatever the density is.",
)

A6f = theorem(
    "A6f",
    "The optimal value with a prior",
    OWN,
    given,
    chain(
        prior_objective(density),
        (-eps * ell * total(pi[j] * density[j], j), ByDefinition(("J(rho^*)", "rho^*"))),
        (-eps * ell, Using((Use(feasible(density), times=-eps * ell),))),
    ),
)

for_scores = {C: Lambda((j,), -s[j]), eps: tau}
partition = total(pi[l] * exp(s[l] / tau), l)
normalised = Equation(total(pi[j] * exp(s[j] / tau - ell), j), S.One)
row = (Positive(tau), Nonnegative(pi), Positive(partition), normalised)
plan = Definition("p", (j,), pi[j] * exp(s[j] / tau) / partition)

A6g = theorem(
    "A6g",
    "The log-sum-exp with a prior",
    OWN,
    row,
    chain(partition, (exp(ell), Using((Use(normalised, times=exp(ell)),)))),
    chain(ell, (log(partition), Solving(Use(0)))),
)

attention_density = Definition("rho^*", (j,), exp(s[j] / tau - ell))
attention_value = Definition(
    "J(rho^*)", (), total(pi[j] * (-s[j] * attention_density[j] + tau * XLogX(attention_density[j])), j)
)()

A6h = theorem(
    "A6h",
    "For the cost $-s$ the optimal value is minus the log-sum-exp, in units of the temperature",
    OWN,
    row,
    chain(
        -attention_value / tau,
        (ell, Using((Use("A6f", for_scores, -1 / tau),))),
        (log(partition), Using((Use("A6g"),))),
    ),
)

A6i = theorem(
    "A6i",
    "Attention with a prior is the softmax of $s / \\tau + \\log \\pi$",
    OWN,
    row,
    chain(
        pi[k] * attention_density[k],
        (pi[k] * exp(s[k] / tau - ell), ByDefinition(("rho^*",))),
        (plan[k].body, Rewriting(Use("A6g"))),
    ),
    remark=r"Where $\pi_k > 0$ it is $\exp(s_k / \tau + \log \pi_k)$ over its sum; where $\pi_k = 0$ it is 0. For a "
    r"row whose prior is zero everywhere (A6n) the kernels return output 0, log-sum-exp $-\infty$ and gradient "
    "0.",
)

A6j = theorem(
    "A6j",
    "A prior counts only up to a factor",
    OWN,
    (Positive(tau), Positive(partition), Positive(x * partition)),
    chain(
        x * pi[k] * exp(s[k] / tau) / total(x * pi[j] * exp(s[j] / tau), j),
        (plan[k].body, Algebra()),
    ),
    remark="So it need not sum to 1, and a prior that is the same for all keys is none: that is A1b.",
)

b = Tensor("b", keys)
biased = Definition("s^b", (j,), s[j] + tau * b[j])

A6k = theorem(
    "A6k",
    "A bias is a log-prior",
    OWN,
    (Positive(tau),),
    chain(
        exp(b[k]) * exp(s[k] / tau) / total(exp(b[j]) * exp(s[j] / tau), j),
        (exp(s[k] / tau + b[k]) / total(exp(s[j] / tau + b[j]), j), Algebra()),
        (exp(biased[k] / tau) / total(exp(biased[j] / tau), j), ByDefinition(("s^b",))),
    ),
    remark=r"A bias that is added to the scores before the division by $\tau$ is $\tau$ times the log-prior. "
    "Relative-position biases are an instance (A6x).",
)

scores, mask = (Tensor(name, queries, keys) for name in ("s", "chi"))
at, of = Tensor("x", queries), Tensor("y", keys)
slope = Symbol("beta", real=True)


def geometric(index: Index) -> Expr:
    """The mask times a prior that decays geometrically with the distance."""
    return mask[i, index] * exp(-slope * (at[i] - of[index])) * exp(scores[i, index] / tau)


def recency(index: Index) -> Expr:
    """The same without the query's position."""
    return mask[i, index] * exp(scores[i, index] / tau + slope * of[index])


A6l = theorem(
    "A6l",
    "ALiBi: under a mask, a prior that is geometric in the distance is a bias of the key's position alone",
    OWN,
    (Positive(tau), Positive(total(geometric(l), l)), Positive(total(recency(l), l))),
    chain(
        geometric(k) / total(geometric(j), j),
        (recency(k) / total(recency(j), j), Algebra()),
    ),
    remark=r"$x_i$ and $y_j$ are the positions and $\beta$ is the slope. The causal mask has $\chi_{ij} = 0$ where "
    "$y_j > x_i$ and 1 elsewhere, so that no distance $x_i - y_j$ is negative.",
)

chi = Tensor("chi", keys)
indicator = Equation(chi[j] ** 2, chi[j])
open_keys = total(chi[l] * exp(s[l] / tau), l)
masked = Definition("p", (j,), chi[j] * exp(s[j] / tau) / open_keys)

A6m = theorem(
    "A6m",
    "A mask is a prior: a masked key has no effect",
    OWN,
    (Positive(tau), indicator, Positive(open_keys)),
    chain(
        (1 - chi[k]) * Partial(masked[j], s[k]),
        ((1 - chi[k]) * masked[k] * (Delta(j, k) - masked[j]) / tau, Differentiation()),
        (
            S.Zero,
            Using((Use(indicator, {j: k}, -exp(s[k] / tau) / open_keys * (Delta(j, k) - masked[j]) / tau),)),
        ),
    ),
    remark=r"$\chi_j$ is 1 for an open key and 0 for a masked one, whose weight is $\chi_j \exp(s_j / \tau) / Z = 0$.",
)

nothing = Equation(pi[j], S.Zero)

A6n = theorem(
    "A6n",
    "An empty row has no feasible plan",
    OWN,
    (nothing,),
    chain(total(pi[j] * rho[j], j), (S.Zero, Using((Use(nothing, times=rho[j], over=(j,)),)))),
    remark="Every plan has mass 0 and not 1.",
)

ahead = Tensor("h", queries, keys)
not_ahead = Equation(ahead[i, j] * mask[i, j], S.Zero)
seen = Definition("Z", (i,), total(mask[i, l] * exp(scores[i, l] / tau), l))

A6w = theorem(
    "A6w",
    "A causal mask is a prior: no weight lies ahead of the query",
    OWN,
    (Positive(tau), not_ahead, Positive(seen[i])),
    chain(
        ahead[i, j] * mask[i, j] * exp(scores[i, j] / tau) / seen[i],
        (S.Zero, Using((Use(not_ahead, times=exp(scores[i, j] / tau) / seen[i]),))),
    ),
    remark=r"$h_{ij}$ is how far key $j$ is ahead of query $i$, and 0 where it is not; a causal mask has "
    r"$\chi_{ij} = 1$ exactly where $h_{ij} = 0$. These are the weights of A6i for $\pi_j = \chi_{ij}$.",
)

offsets = make_axis("offsets", "R", "z z'")
z = offsets.index("z")
table, of_offset = Tensor("r", offsets), Tensor("chi", queries, keys, offsets)
relative = Definition("b", (i, j), total(of_offset[i, j, z] * table[z], z))
displaced = Definition("s^b", (i, j), scores[i, j] + tau * relative[i, j])

to_pair = Tensor("dB", queries, keys)

A6x = theorem(
    "A6x",
    "A relative-position bias is a log-prior",
    OWN,
    (Positive(tau),),
    chain(
        exp(relative[i, k]) * exp(scores[i, k] / tau) / total(exp(relative[i, j]) * exp(scores[i, j] / tau), j),
        (
            exp(displaced[i, k] / tau) / total(exp(displaced[i, j] / tau), j),
            Using((Use("A6k", {b: Lambda((j,), relative[i, j]), s: Lambda((j,), scores[i, j])}),)),
        ),
    ),
    remark=r"$\chi_{ijz}$ is 1 where $i - j$ is the offset $z$ and 0 elsewhere, so that $b_{ij}$ is the entry of the "
    "table $r$ for the offset of the pair, or 0 where the table has none.",
)

A6y = theorem(
    "A6y",
    "The gradient in a relative-position bias is the sum over the pairs with its offset",
    OWN,
    (),
    chain(
        Partial(total(to_pair[i, j] * relative[i, j], i, j), table[z]),
        (total(of_offset[i, j, z] * to_pair[i, j], i, j), Differentiation()),
    ),
    remark="$dB$ is the gradient in the log-prior (A6q).",
)
