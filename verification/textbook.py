"""Independent references, written by hand from the textbook definitions, for checking the generated kernels.

Nothing here is derived from the theorems: that is the point. Everything is JAX in float64, for one problem without
batch axes, in the shapes that the kernels' docstrings give.
"""

from __future__ import annotations

from typing import Any

import jax
import jax.numpy as jnp

Array = Any  # a float64 jax.Array


def softmax(scores: Array, temperature: Array) -> Array:
    return jax.nn.softmax(scores / temperature)


def logsumexp(scores: Array, temperature: Array) -> Array:
    return temperature * jax.scipy.special.logsumexp(scores / temperature)


def sparsemax(scores: Array) -> Array:
    """By sorting: Martins and Astudillo, algorithm 1."""
    ordered = jnp.sort(scores)[::-1]
    thresholds = (jnp.cumsum(ordered) - 1) / jnp.arange(1, len(scores) + 1)
    return jnp.maximum(scores - thresholds[(thresholds < ordered).sum() - 1], 0)


def _above(at: Array, threshold: Array | float, power: Array) -> Array:
    """(at - threshold)_+ to a power, with a derivative of 0 off the support."""
    above = at > threshold
    return jnp.where(above, jnp.where(above, at - threshold, 1) ** power, 0)


def _entmax_from(threshold: Array | float, scores: Array, alpha: Array) -> Array:
    """The plan of a threshold, which moves with the scores so that the mass stays as it is."""
    moving, power = (alpha - 1) * scores, 1 / (alpha - 1)
    mass, slope = _above(moving, threshold, power).sum(), power * _above(moving, threshold, power - 1).sum()
    return _above(moving, threshold + (mass - jax.lax.stop_gradient(mass)) / slope, power)


def entmax(scores: Array, alpha: Array) -> Array:
    """By bisection for the threshold: Peters, Niculae and Martins, algorithm 1."""
    fixed = jax.lax.stop_gradient((alpha - 1) * scores)

    def halved(_: int, bracket: tuple[Array, Array]) -> tuple[Array, Array]:
        middle = (bracket[0] + bracket[1]) / 2
        heavy = _above(fixed, middle, 1 / (alpha - 1)).sum() > 1
        return jnp.where(heavy, middle, bracket[0]), jnp.where(heavy, bracket[1], middle)

    threshold = jax.lax.fori_loop(0, 100, halved, (fixed.max() - 1, fixed.max()))[0]
    return _entmax_from(threshold, scores, alpha)


def sparsemax_at(weights: Array) -> Array:
    """Sparsemax at scores of which the weights are the plan up to their mass; moving the weights moves the scores."""
    fixed = jax.lax.stop_gradient(weights)
    return sparsemax(jnp.where(fixed > 0, fixed / fixed.sum(), -1) + (weights - fixed))


def entmax_at(weights: Array, alpha: Array) -> Array:
    """The same for entmax, at scores of which the threshold is 0."""
    fixed = jax.lax.stop_gradient(weights)
    scores = jnp.where(fixed > 0, fixed ** (alpha - 1) / (alpha - 1), -1)
    return _entmax_from(0.0, scores + (weights - fixed), alpha)


def transport_objective(plan: Array, cost: Array, epsilon: Array) -> Array:
    entropy = -jax.scipy.special.xlogy(plan, plan).sum()
    return plan @ cost - epsilon * entropy


def attention(query: Array, key: Array, value: Array, temperature: Array) -> tuple[Array, Array]:
    scores = query @ key.T / temperature
    return jax.nn.softmax(scores, axis=-1) @ value, jax.scipy.special.logsumexp(scores, axis=-1)


def attention_weights(query: Array, key: Array, temperature: Array) -> Array:
    return jax.nn.softmax(query @ key.T / temperature, axis=-1)


def distance_weights(query: Array, key: Array, temperature: Array) -> Array:
    squares = jnp.square(query[:, None, :] - key[None, :, :]).sum(-1)
    return jax.nn.softmax(-squares / (2 * temperature), axis=-1)


def fisher_as_expectation(scores: Array, temperature: Array) -> Array:
    """E[g g^T] for the score function g of one draw, by automatic differentiation of the log-probabilities."""

    def log_probabilities(s: Array) -> Array:
        return jax.nn.log_softmax(s / temperature)

    gradients = jax.jacrev(log_probabilities)(scores)
    return jnp.einsum("r,rj,rk->jk", jnp.exp(log_probabilities(scores)), gradients, gradients)


def fisher_as_hessian(scores: Array, temperature: Array) -> Array:
    """The Hessian of the potential divided by the temperature."""
    return jax.hessian(logsumexp)(scores, temperature) / temperature


def expected_score_times(scores: Array, utility: Array, baseline: Array, temperature: Array) -> Array:
    """The policy gradient: sum_j p_j (u_j - b) grad log p_j."""
    log_probabilities, pull_back = jax.vjp(lambda s: jax.nn.log_softmax(s / temperature), scores)
    return pull_back(jnp.exp(log_probabilities) * (utility - baseline))[0]


def loss_gradient(scores: Array, utility: Array, temperature: Array) -> Array:
    """The derivative of <u, softmax(s / tau)> in the scores."""
    return jax.grad(lambda s: softmax(s, temperature) @ utility)(scores)


def advantages(scores: Array, utility: Array, temperature: Array) -> Array:
    return utility - softmax(scores, temperature) @ utility


def preconditioned_gradient(utility: Array, temperature: Array) -> Array:
    """pinv(F) grad at equal scores, where F is best conditioned; the natural gradient is the same at all scores."""
    scores = jnp.zeros_like(utility)
    fisher = fisher_as_hessian(scores, temperature)
    return jnp.linalg.pinv(fisher, hermitian=True) @ loss_gradient(scores, utility, temperature)


def bregman_divergence(scores: Array, moved_scores: Array, temperature: Array) -> Array:
    """The temperature times the Kullback-Leibler divergence of the weights from the moved ones."""
    logs, moved_logs = (jax.nn.log_softmax(s / temperature) for s in (scores, moved_scores))
    return temperature * jnp.exp(logs) @ (logs - moved_logs)


def query_fisher_as_expectation(query: Array, key: Array, temperature: Array) -> Array:
    """E[g g^T] for the derivative g, by automatic differentiation, of one drawn key's log-probability in the query."""

    def of_one(q: Array) -> Array:
        def log_probabilities(x: Array) -> Array:
            return jax.nn.log_softmax(key @ x / temperature)

        gradients = jax.jacrev(log_probabilities)(q)
        return jnp.einsum("r,ra,rb->ab", jnp.exp(log_probabilities(q)), gradients, gradients)

    return jax.vmap(of_one)(query)


def log_kernel_density(query: Array, key: Array, temperature: Array) -> Array:
    """log sum_j exp(-|q - k_j|^2 / 2 tau) exp(|k_j|^2 / 2 tau) for one query."""
    return jax.scipy.special.logsumexp((jnp.square(key).sum(-1) - jnp.square(query - key).sum(-1)) / (2 * temperature))


def log_kernel_densities(query: Array, key: Array, temperature: Array) -> tuple[Array, Array]:
    """The log density at each query, and its derivative by automatic differentiation."""
    return jax.vmap(jax.value_and_grad(log_kernel_density), (0, None, None))(query, key, temperature)


def mean_shift(query: Array, key: Array, temperature: Array) -> Array:
    return attention(query, key, key, temperature)[0] - query


def merge(
    maximum: Array, sum_: Array, accumulator: Array, other_maximum: Array, other_sum: Array, other_accumulator: Array
) -> tuple[Array, Array, Array]:
    """By way of each block's average and log-sum-exp; a block with nothing in it has sum 0 and counts for nothing."""

    def average(total: Array, weighted: Array) -> Array:
        return weighted / jnp.where(total > 0, total, 1)[:, None]

    logs, other_logs = maximum + jnp.log(sum_), other_maximum + jnp.log(other_sum)
    both, largest = jnp.logaddexp(logs, other_logs), jnp.maximum(maximum, other_maximum)
    nothing = jnp.isneginf(both)
    share, other_share = (jnp.where(nothing, 0, jnp.exp(one - both)) for one in (logs, other_logs))
    merged = share[:, None] * average(sum_, accumulator) + other_share[:, None] * average(other_sum, other_accumulator)
    total = jnp.where(nothing, 0, jnp.exp(both - largest))
    return largest, total, total[:, None] * merged


def prior_attention(
    query: Array, key: Array, value: Array, prior: Array, log_prior: Array, temperature: Array
) -> tuple[Array, Array]:
    """Softmax over the keys of positive prior; a row without any gives output 0 and log-sum-exp minus infinity."""
    seen = prior > 0
    logits = query @ key.T / temperature + log_prior + jnp.log(jnp.where(seen, prior, 1))
    some = (seen & ~jnp.isneginf(log_prior)).any(axis=-1)
    logits = jnp.where(some[:, None], jnp.where(seen, logits, -jnp.inf), 0)
    weights = jnp.where(some[:, None], jax.nn.softmax(logits, axis=-1), 0)
    return weights @ value, jnp.where(some, jax.scipy.special.logsumexp(logits, axis=-1), -jnp.inf)


def folded_attention(inputs: Array, score_matrix: Array, output_matrix: Array, temperature: Array) -> Array:
    """Each head by itself: the scores are a bilinear form of the inputs."""

    def head(scoring: Array, projection: Array) -> Array:
        return jax.nn.softmax(inputs @ scoring @ inputs.T / temperature, axis=-1) @ (inputs @ projection)

    return jax.vmap(head)(score_matrix, output_matrix).sum(0)


def self_attention(
    inputs: Array,
    query_matrix: Array,
    key_matrix: Array,
    value_matrix: Array,
    output_matrix: Array,
    temperature: Array,
    prior: Array,
) -> Array:
    """Each head by itself, with its four projections."""

    def head(to_query: Array, to_key: Array, to_value: Array, from_value: Array) -> Array:
        projected = inputs @ to_query, inputs @ to_key, inputs @ to_value
        return prior_attention(*projected, prior, jnp.zeros_like(prior), temperature)[0] @ from_value

    return jax.vmap(head)(query_matrix, key_matrix, value_matrix, output_matrix).sum(0)
