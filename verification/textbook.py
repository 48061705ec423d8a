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
