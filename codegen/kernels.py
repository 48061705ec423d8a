"""The kernels: each names the theorems it is lowered from, its arguments and its results, and nothing more."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from sympy import Basic, S, Symbol

from codegen.program.rewrite import specialised
from derivations.geometry import softmax as geometry
from derivations.index import Axis, Index, Lambda, Tensor
from derivations.learning import loss
from derivations.notation import a, c, eps, features, i, j, k, keys, queries, tau, values
from derivations.surface import gaussian
from derivations.transport import problem

AXES: tuple[Axis, ...] = (queries, keys, features, values)


@dataclass(frozen=True)
class Argument:
    """An argument of a kernel: its name, the variable it stands for, what it is. `default` is printed as it is."""

    name: str
    variable: Tensor | Symbol
    about: str
    default: str = ""


@dataclass(frozen=True)
class Output:
    """A result: its name, the claim of the theorem whose right side it is, its indices, what it is.

    `claim` counts the steps of the proof; -1 is the statement. `of` names the argument of which this is the cotangent.
    """

    name: str
    theorem: str
    indices: tuple[Index, ...]
    about: str
    claim: int = -1
    of: str = ""


@dataclass(frozen=True)
class Kernel:
    """A function to be printed. `put` specialises the theorems' variables; `vjp` names the kernel of its derivative."""

    name: str
    about: str
    arguments: tuple[Argument, ...]
    outputs: tuple[Output, ...]
    put: Mapping[Basic, Basic | Lambda] = field(default_factory=dict)
    vjp: str = ""


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
value = Argument("value", loss.V, "the values")
utility = Argument("utility", loss.u, "the derivative of the loss in the weights")
output_cotangent = Argument("output_cotangent", loss.G, "the derivative of the loss in the output")
logsumexp_cotangent = Argument("logsumexp_cotangent", loss.H, "the derivative of the loss in the log-sum-exp", "None")

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
    ),
}
