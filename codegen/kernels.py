"""The kernels: each names the theorems it is lowered from, its arguments and its results, and nothing more."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import cast

from sympy import Basic, Expr, S, Symbol, log

from codegen.program.rewrite import Finite, Larger, OnSupport, specialised
from derivations.geometry import b8_bregman, b9_query_metric
from derivations.geometry import softmax as geometry
from derivations.index import Axis, Index, Lambda, Tensor
from derivations.learning import a6_prior_vjp, c6_jvp, c7_hvp, loss
from derivations.learning import c8_self_attention as c8
from derivations.notation import (
    Definition,
    a,
    b,
    c,
    channels,
    eps,
    features,
    heads,
    i,
    j,
    k,
    keys,
    lam,
    queries,
    tau,
    tokens,
    values,
)  # fmt: skip
from derivations.proof import Equation, Theorem
from derivations.streaming import e1_merge
from derivations.surface import d7_folding, gaussian
from derivations.transport import a9_tsallis, problem

AXES: tuple[Axis, ...] = (heads, queries, keys, tokens, channels, features, values)


@dataclass(frozen=True)
class Argument:
    """An argument of a kernel: its name, the variable it stands for, what it is. `default` is printed as it is."""

    name: str
    variable: Tensor | Symbol
    about: str
    default: str = ""


@dataclass(frozen=True)
class Search:
    """What no formula gives, but an algorithm: the template's function, its arguments, and the variables it finds.

    The algorithm is written by hand. `conditions` names the theorems that say why what it finds is right whenever the
    result satisfies the conditions of optimality, which is checked on each result.
    """

    function: str
    arguments: tuple[str, ...]
    found: tuple[Argument, ...]
    conditions: tuple[str, ...]


@dataclass(frozen=True)
class Output:
    """A result: its name, the claim of the theorem whose right side it is, its indices, what it is.

    `claim` counts the steps of the proof; -1 is the statement. `of` names the argument of which this is the cotangent.
    `at` names the argument whose shape that cotangent has, where a vjp is not given the argument itself. `put`
    specialises the theorem's variables for this result alone. `chosen` is what the kernel takes for a variable that the
    theorem leaves free; that result is the choice. `clipped` says that no entry is negative, whatever is rounded.
    `normalised` says that the entries sum to 1, whatever is rounded, and names the theorem that assumes it: they are
    divided by their sum.
    """

    name: str
    theorem: str
    indices: tuple[Index, ...]
    about: str
    claim: int = -1
    of: str = ""
    put: Mapping[Basic, Basic | Lambda] = field(default_factory=dict)
    chosen: Expr | None = None
    at: str = ""
    clipped: bool = False
    normalised: str = ""


@dataclass(frozen=True)
class Kernel:
    """A function to be printed. `put` specialises the theorems' variables, `also` by what further theorems claim.

    `hints` gives the names of abbreviations in the program, where the usual ones do not fit. `search` finds what the
    theorems take as given, in the scores `below_largest`, less the largest of each row, or less the `reference` that it
    finds.

    `vjp` names the kernel of its derivative, by which JAX differentiates it.
    """

    name: str
    about: str
    arguments: tuple[Argument, ...]
    outputs: tuple[Output, ...]
    put: Mapping[Basic, Basic | Lambda] = field(default_factory=dict)
    vjp: str = ""
    also: tuple[str, ...] = ()
    hints: Mapping[str, str] = field(default_factory=dict)
    search: Search | None = None
    below_largest: Tensor | None = None
    reference: Symbol | None = None

    @property
    def found(self) -> tuple[Argument, ...]:
        """The variables that its search finds."""
        return self.search.found if self.search else ()

    @property
    def theorems(self) -> tuple[str, ...]:
        """The ids of the theorems it is lowered from."""
        return tuple(dict.fromkeys((*(output.theorem for output in self.outputs), *self.also)))


no_bias: Mapping[Basic, Basic | Lambda] = {loss.B: Lambda((i, j), S.Zero)}
scores_of_queries = Lambda((j,), specialised(loss.S[i, j], no_bias))
rows_of_queries: Mapping[Basic, Basic | Lambda] = {
    gaussian.q: Lambda((a,), loss.Q[i, a]),
    gaussian.key: loss.K,
    gaussian.v: loss.V,
}

temperature = Argument("temperature", tau, "tau > 0, usually the square root of d", "1.0")
given_temperature = replace(temperature, default="")
scores = Argument("scores", problem.s, "the scores of one row")
query = Argument("query", loss.Q, "the queries")
key = Argument("key", loss.K, "the keys")
inputs = Argument("inputs", c8.X, "the tokens")
value = Argument("value", loss.V, "the values")
utility = Argument("utility", loss.u, "the derivative of the loss in the weights")
output_cotangent = Argument("output_cotangent", loss.G, "the derivative of the loss in the output")
logsumexp_cotangent = Argument("logsumexp_cotangent", loss.H, "the derivative of the loss in the log-sum-exp", "None")

prior = Argument("prior", a6_prior_vjp.W, "the weight >= 0 of each key for each query, such as a mask of 0 and 1")
log_prior = Argument("log_prior", loss.B, "a bias that the temperature does not divide")
of_prior_logsumexp: Mapping[Basic, Basic | Lambda] = {
    a6_prior_vjp.ell: Lambda((i,), log(a6_prior_vjp.partition)),
}

given_logsumexp_cotangent = replace(logsumexp_cotangent, default="")
query_tangent = Argument("query_tangent", c6_jvp.dQ, "the direction in the queries")
key_tangent = Argument("key_tangent", c6_jvp.dK, "the direction in the keys")
value_tangent = Argument("value_tangent", c6_jvp.dV, "the direction in the values")
temperature_tangent = Argument("temperature_tangent", c6_jvp.dtau, "the direction in the temperature", "0.0")


def layered(
    given: Mapping[Basic, Basic | Lambda], *layers: Mapping[Tensor, Definition]
) -> Mapping[Basic, Basic | Lambda]:
    """What is given, and each layer's arrays as what they are in terms of the layers before it."""
    put = dict(given)
    for layer in layers:
        put.update({x: Lambda(what.params, specialised(what[what.params], put)) for x, what in layer.items()})
    return put


of_tangents = layered(
    {**no_bias, c7_hvp.dB: Lambda((i, j), S.Zero)},
    {
        c7_hvp.P: loss.P,
        c7_hvp.dP: c7_hvp.weight_tangent,
        c7_hvp.U: loss.U,
        c7_hvp.dU: c7_hvp.utility_tangent,
        c7_hvp.scores: loss.S,
        c7_hvp.dscores: c7_hvp.score_tangent,
    },
    {c7_hvp.cotangent: c7_hvp.dS, c7_hvp.dcotangent: c7_hvp.tangent_of_dS},
)
f, t, w, x, y = heads.index("f"), tokens.index("t"), tokens.index("w"), channels.index("x"), channels.index("y")


def claimed(theorem: Theorem, name: str, *indices: Index) -> Definition:
    """The right side of an equation as an abbreviation."""
    return Definition(name, indices, cast(Equation, theorem.statement).rhs)


of_layers = layered(
    {c8.B: Lambda((f, t, w), S.Zero)},
    {c8.Q: c8.query, c8.K: c8.key, c8.V: c8.value},
    {c8.S: c8.score},
    {c8.P: c8.weights},
    {c8.O: c8.attended, c8.dO: claimed(c8.C8b, "dO", f, t, c)},
    {c8.dP: claimed(c8.C8c, "U", f, t, w), c8.dV: claimed(c8.C8d, "dV", f, w, c)},
    {c8.dS: claimed(c8.C8e, "dS", f, t, w)},
    {c8.dQ: claimed(c8.C8f, "dQ", f, t, a), c8.dK: claimed(c8.C8g, "dK", f, w, a)},
)

maximum, sum_, accumulator = Tensor("mu_1", queries), Tensor("z_1", queries), Tensor("n_1", queries, values)
other_maximum, other_sum, other_accumulator = (
    Tensor("mu_2", queries), Tensor("z_2", queries), Tensor("n_2", queries, values)
)  # fmt: skip
larger = Larger(maximum[i], other_maximum[i])

alpha, reference, threshold = (Symbol(name, real=True) for name in ("alpha", "reference", "threshold"))
p, chi = problem.p, a9_tsallis.chi
order = Argument("alpha", alpha, "Tsallis' alpha > 1, 2 for sparsemax", "1.5")
sparse_weights = Argument("weights", p, "the weights")
weights_cotangent = Argument("weights_cotangent", a9_tsallis.u, "the derivative of the loss in the weights")
support = Argument("support", chi, "1 on the support, 0 off it")
support_of_weights = Argument("support", chi, "1 where the weight is positive, 0 elsewhere")
where_positive = Search("where_positive", ("weights",), (support_of_weights,), ())
of_order: Mapping[Basic, Basic | Lambda] = {a9_tsallis.beta: alpha - 1}
from_threshold = layered(
    {**of_order, lam: reference + threshold},
    {a9_tsallis.z: Definition("z", (j,), OnSupport(chi[j], a9_tsallis.beta * (problem.s[j] - lam)))},
)
positive_weights = layered(of_order, {a9_tsallis.x: Definition("x", (j,), OnSupport(chi[j], p[j]))})

KERNELS: Mapping[str, tuple[Kernel, ...]] = {
    "transport": (
        Kernel(
            "softmax",
            "The optimal transport plan of one row of scores.",
            (scores, temperature),
            (Output("weights", "A1b", (k,), "the weights, which sum to 1"),),
        ),
        Kernel(
            "logsumexp",
            "The potential tau log sum_j exp(scores_j / tau), minus the optimal transport value.",
            (scores, temperature),
            (Output("potential", "A3b", (), "the potential of each row"),),
        ),
        Kernel(
            "transport_objective",
            "The entropic transport cost <cost, plan> - epsilon H(plan) of a plan on the closed simplex.",
            (
                Argument("plan", problem.p, "nonnegative weights that sum to 1"),
                Argument("cost", problem.C, "the cost of each key"),
                Argument("epsilon", eps, "the weight of the entropy, > 0", "1.0"),
            ),
            (Output("objective", "A3d", (), "the objective of each row"),),
        ),
    ),
    "sparse": (
        Kernel(
            "sparsemax",
            "The Euclidean projection of one row of scores onto the simplex.",
            (scores,),
            (Output("weights", "A9b", (k,), "the weights, which sum to 1", clipped=True),),
            vjp="sparsemax_vjp",
            hints={"r": "relative"},
            search=Search("sparsemax_search", ("scores",), (support,), ("A9c", "A9d")),
            below_largest=problem.s,
        ),
        Kernel(
            "sparsemax_vjp",
            "The vector-Jacobian product of sparsemax, from its weights. Where a score of weight 0 equals the "
            "threshold, sparsemax has no derivative and this is one of its generalised derivatives.",
            (sparse_weights, weights_cotangent),
            (Output("scores_cotangent", "A9h", (k,), "the derivative in the scores", of="scores", at="weights"),),
            search=where_positive,
        ),
        Kernel(
            "entmax",
            "The optimal transport plan of one row of scores with Tsallis' regulariser, for beta = alpha - 1 and z = "
            "beta (s - lambda) on the support. Differentiation takes alpha for constant.",
            (scores, order),
            (Output("weights", "A9l", (k,), "the weights, which sum to 1", normalised="A9j"),),
            put=from_threshold,
            vjp="entmax_vjp",
            hints={"r": "relative", "z": "power", "x": "plan"},
            search=Search(
                "entmax_search",
                ("scores", "alpha"),
                (
                    support,
                    Argument(
                        "reference", reference, "the smallest score of the support for alpha >= 2, else the largest"
                    ),
                    Argument("threshold", threshold, "the threshold less the reference"),
                ),
                ("A9j", "A9k"),
            ),
            below_largest=problem.s,
            reference=reference,
        ),
        Kernel(
            "entmax_vjp",
            "The vector-Jacobian product of entmax, from its weights. Where a score of weight 0 equals the threshold, "
            "entmax need not have a derivative.",
            (sparse_weights, replace(order, default=""), weights_cotangent),
            (Output("scores_cotangent", "A9n", (k,), "the derivative in the scores", of="scores", at="weights"),),
            put=positive_weights,
            hints={"w": "slopes", "x": "positive_weights"},
            search=where_positive,
        ),
    ),
    "attention": (
        Kernel(
            "attention",
            "Scaled dot-product attention: the weighted least-squares projection of the values, and the log-sum-exp.",
            (query, key, value, temperature),
            (
                Output("output", "D4a", (i, c), "the attended values"),
                Output("logsumexp", "A3c", (i,), "log sum_j exp(<q_i, k_j> / tau)"),
            ),
            put={geometry.s: scores_of_queries, gaussian.v: loss.V},
            vjp="attention_vjp",
        ),
        Kernel(
            "attention_jvp",
            "The Jacobian-vector product of attention.",
            (
                query,
                key,
                value,
                given_temperature,
                query_tangent,
                key_tangent,
                value_tangent,
                temperature_tangent,
            ),
            (
                Output("output_tangent", "C6a", (i, c), "the derivative of the output in the direction"),
                Output("logsumexp_tangent", "C6b", (i,), "the derivative of the log-sum-exp in the direction"),
            ),
            put=no_bias,
        ),
        Kernel(
            "attention_vjp",
            "The vector-Jacobian product of attention.",
            (query, key, value, given_temperature, output_cotangent, logsumexp_cotangent),
            (
                Output("query_cotangent", "C5c", (i, a), "the derivative of the loss in the queries", of="query"),
                Output("key_cotangent", "C5d", (j, a), "the derivative of the loss in the keys", of="key"),
                Output("value_cotangent", "C5e", (j, c), "the derivative of the loss in the values", of="value"),
                Output("temperature_cotangent", "C5f", (), "the derivative in the temperature", of="temperature"),
            ),
            put=no_bias,
        ),
        Kernel(
            "attention_hvp",
            "The Hessian-vector product of attention: how the vector-Jacobian product moves in a direction of the "
            "arguments, at fixed cotangents.",
            (
                query,
                key,
                value,
                given_temperature,
                output_cotangent,
                given_logsumexp_cotangent,
                query_tangent,
                key_tangent,
                value_tangent,
                temperature_tangent,
            ),
            (
                Output("query_product", "C7d", (i, a), "how the cotangent of the queries moves"),
                Output("key_product", "C7e", (j, a), "how the cotangent of the keys moves"),
                Output("value_product", "C7f", (j, c), "how the cotangent of the values moves"),
                Output("temperature_product", "C7g", (), "how the cotangent of the temperature moves"),
            ),
            put=of_tangents,
            also=("C7a", "C7b", "C7c"),
        ),
    ),
    "prior": (
        Kernel(
            "prior_attention",
            "Attention with a prior for each query, prior exp(log_prior), and the log-sum-exp. A query whose prior is "
            "0 everywhere gets output 0 and log-sum-exp minus infinity. Differentiation takes prior for constant.",
            (query, key, value, prior, log_prior, temperature),
            (
                Output("output", "A6o", (i, c), "the attended values"),
                Output("logsumexp", "A6p", (i,), "log sum_j prior_ij exp(log_prior_ij + <q_i, k_j> / tau)"),
            ),
            vjp="prior_attention_vjp",
        ),
        Kernel(
            "prior_attention_vjp",
            "The vector-Jacobian product of attention with a prior. A query whose prior is 0 everywhere adds 0.",
            (query, key, value, prior, log_prior, given_temperature, output_cotangent, logsumexp_cotangent),
            (
                Output("query_cotangent", "A6s", (i, a), "the derivative of the loss in the queries", of="query"),
                Output("key_cotangent", "A6t", (j, a), "the derivative of the loss in the keys", of="key"),
                Output("value_cotangent", "A6u", (j, c), "the derivative of the loss in the values", of="value"),
                Output(
                    "log_prior_cotangent", "A6q", (i, j), "the derivative of the loss in the log-prior", of="log_prior"
                ),
                Output("temperature_cotangent", "A6v", (), "the derivative in the temperature", of="temperature"),
            ),
            put=of_prior_logsumexp,
        ),
    ),
    "geometry": (
        Kernel(
            "fisher_matrix",
            "The Fisher information matrix of the weights in the scores.",
            (scores, temperature),
            (Output("fisher", "B3a", (j, k), "(diag p - p p^T) / tau^2"),),
        ),
        Kernel(
            "fisher_vector_product",
            "The Fisher matrix times a vector, without the matrix.",
            (scores, Argument("vector", geometry.x, "the vector"), temperature),
            (Output("image", "B5a", (j,), "F x"),),
        ),
        Kernel(
            "query_fisher",
            "The Fisher information matrix of the weights in each query: the covariance of the keys.",
            (query, key, temperature),
            (Output("fisher", "B9", (i, a, b), "Cov_p(k) / tau^2"),),
            put={geometry.s: scores_of_queries, b9_query_metric.key: loss.K},
        ),
        Kernel(
            "bregman_divergence",
            "The Bregman divergence of the potential: tau times the divergence of the weights from the moved ones.",
            (scores, Argument("moved_scores", b8_bregman.moved, "the scores to compare with"), temperature),
            (Output("divergence", "B8", (), "tau KL(softmax(scores / tau) | softmax(moved_scores / tau))"),),
        ),
    ),
    "learning": (
        Kernel(
            "policy_gradient",
            "The expectation over keys of (utility - baseline) times the score function: the gradient in the scores, "
            "for every baseline.",
            (scores, utility, Argument("baseline", loss.b, "any number"), temperature),
            (Output("gradient", "C2a", (k,), "the derivative of the loss in the scores", claim=0),),
        ),
        Kernel(
            "advantage",
            "How much better than the average key each key would be.",
            (scores, utility, temperature),
            (Output("advantages", "C2c", (k,), "u - E_p u"),),
        ),
        Kernel(
            "natural_gradient",
            "The Fisher pseudo-inverse times the gradient in the scores: the centred utility.",
            (utility, temperature),
            (Output("direction", "C4c", (k,), "F^+ grad"),),
        ),
    ),
    "gaussian": (
        Kernel(
            "gaussian_weights",
            "The attention weights as Gaussian weights with the prior of the key's norm.",
            (query, key, temperature),
            (Output("weights", "D2a", (i, j), "the weights, which sum to 1 over the keys"),),
            put=rows_of_queries,
        ),
        Kernel(
            "gaussian_weights_of_equal_norms",
            "The Gaussian weights without the prior: the attention weights if all keys have one norm.",
            (query, key, temperature),
            (Output("weights", "D2b", (i, j), "the weights, which sum to 1 over the keys"),),
            put=rows_of_queries,
        ),
        Kernel(
            "gaussian_attention",
            "Attention in its surface form: Gaussian weights in the distance, with the prior of the key's norm.",
            (query, key, value, temperature),
            (Output("output", "D2c", (i, c), "the attended values"),),
            put=rows_of_queries,
            vjp="gaussian_attention_vjp",
        ),
        Kernel(
            "gaussian_attention_vjp",
            "The vector-Jacobian product of attention in its surface form.",
            (query, key, value, given_temperature, output_cotangent),
            (
                Output("query_cotangent", "D2d", (i, a), "the derivative of the loss in the queries", of="query"),
                Output("key_cotangent", "D2e", (j, a), "the derivative of the loss in the keys", of="key"),
                Output("value_cotangent", "D2f", (j, c), "the derivative of the loss in the values", of="value"),
                Output("temperature_cotangent", "D2g", (), "the derivative in the temperature", of="temperature"),
            ),
        ),
        Kernel(
            "mean_shift",
            "The mean-shift step of each query, which attention over the keys themselves takes.",
            (query, key, temperature),
            (Output("shift", "D5a", (i, a), "the attended keys less the query"),),
            put=rows_of_queries,
        ),
        Kernel(
            "kernel_density",
            "The log of the Gaussian kernel density of the keys, each weighted by the prior of its norm, and its "
            "score. The density is up to a constant that does not depend on the query.",
            (query, key, temperature),
            (
                Output("log_density", "D5b", (i,), "log sum_j exp(-|q_i - k_j|^2 / 2 tau) exp(|k_j|^2 / 2 tau)"),
                Output("score", "D5c", (i, a), "the derivative of the log density in the query"),
            ),
            put=rows_of_queries,
        ),
    ),
    "streaming": (
        Kernel(
            "merge",
            "The state of two blocks of keys together. A block's state is its largest exponent, and relative to that "
            "the sum of its exponentials and the sum weighted by the values. The empty block has minus infinity, 0, 0.",
            (
                Argument("maximum", maximum, "the largest exponent of one block, or minus infinity"),
                Argument("sum", sum_, "its sum"),
                Argument("accumulator", accumulator, "its weighted sum"),
                Argument("other_maximum", other_maximum, "the largest exponent of the other block, or minus infinity"),
                Argument("other_sum", other_sum, "its sum"),
                Argument("other_accumulator", other_accumulator, "its weighted sum"),
            ),
            (
                Output("merged_maximum", "E1f", (i,), "the larger of the two", chosen=larger),
                Output(
                    "merged_sum",
                    "E1f",
                    (i,),
                    "the sum of both",
                    put={e1_merge.z1: sum_[i], e1_merge.z2: other_sum[i]},
                ),
                Output(
                    "merged_accumulator",
                    "E1f",
                    (i, c),
                    "the weighted sum of both",
                    put={e1_merge.z1: accumulator[i, c], e1_merge.z2: other_accumulator[i, c]},
                ),
            ),
            put={
                e1_merge.mu1: maximum[i],
                e1_merge.mu2: other_maximum[i],
                e1_merge.mu: Finite(larger),
            },
        ),
    ),
    "self_attention": (
        Kernel(
            "folded_attention",
            "Self-attention with several heads from folded matrices.",
            (
                inputs,
                Argument("score_matrix", d7_folding.A, "W_Q W_K^T of each head"),
                Argument("output_matrix", d7_folding.B, "W_V W_O of each head"),
                temperature,
            ),
            (Output("output", "D7c", (t, y), "the output for each token"),),
            hints={"S'": "scores", "P'": "weights"},
        ),
        Kernel(
            "self_attention_vjp",
            "The vector-Jacobian product of self-attention with several heads and a prior for all of them.",
            (
                inputs,
                Argument("query_matrix", c8.W_Q, "the projection to queries of each head"),
                Argument("key_matrix", c8.W_K, "the projection to keys of each head"),
                Argument("value_matrix", c8.W_V, "the projection to values of each head"),
                Argument("output_matrix", c8.W_O, "the projection from the values of each head"),
                given_temperature,
                Argument("prior", c8.prior, "the weight >= 0 of each token w for each token t, such as a causal mask"),
                Argument("output_cotangent", c8.G, "the derivative of the loss in the output"),
            ),
            (
                Output("inputs_cotangent", "C8k", (t, x), "the derivative of the loss in the inputs", of="inputs"),
                Output(
                    "query_matrix_cotangent",
                    "C8h",
                    (f, x, a),
                    "the derivative in the projection to queries",
                    of="query_matrix",
                ),
                Output(
                    "key_matrix_cotangent",
                    "C8i",
                    (f, x, a),
                    "the derivative in the projection to keys",
                    of="key_matrix",
                ),
                Output(
                    "value_matrix_cotangent",
                    "C8j",
                    (f, x, c),
                    "the derivative in the projection to values",
                    of="value_matrix",
                ),
                Output(
                    "output_matrix_cotangent",
                    "C8a",
                    (f, c, x),
                    "the derivative in the projection from values",
                    of="output_matrix",
                ),
            ),
            put=of_layers,
            also=("C8b", "C8c", "C8d", "C8e", "C8f", "C8g"),
        ),
    ),
}
