"""Functions that a user might have, right ones and wrong ones, to be verified as kernels of ours."""

from __future__ import annotations

from typing import Any

import jax
import jax.numpy as jnp
import numpy as np

import generated.numpy

Array = Any
NOT_CALLABLE = 3


def softmax(x: Array, temperature: float = 1.0) -> Array:
    weights = np.exp((x - x.max(axis=-1, keepdims=True)) / temperature)
    return weights / weights.sum(axis=-1, keepdims=True)


def softmax_without_shift(x: Array, temperature: float = 1.0) -> Array:
    weights = np.exp(x / temperature)
    return weights / weights.sum(axis=-1, keepdims=True)


def softmax_over_the_first_axis(x: Array) -> Array:
    weights = np.exp(x - x.max(axis=0))
    return weights / weights.sum(axis=0)


def softmax_of_short_rows(x: Array) -> Array:
    if x.shape[-1] > 8:
        raise MemoryError("at most 8 keys fit")
    return softmax(x)


def softmax_without_last(x: Array) -> Array:
    return softmax(x)[..., :-1]


def softmax_in_place(x: Array) -> Array:
    x -= x.max(axis=-1, keepdims=True)
    np.exp(x, out=x)
    x /= x.sum(axis=-1, keepdims=True)
    return x


def softmax_of_one_dtype(x: Array) -> Array:
    """It says in which dtype it was called, and forgets the largest weight."""
    print(x.dtype)
    return softmax(x) * 0.5


def no_array(x: Array) -> Array:
    return "weights"


def nothing(x: Array) -> Array:
    return ()


def too_many(x: Array) -> Array:
    return x, x


def raising(x: Array) -> Array:
    raise ZeroDivisionError("broken\ninside")


def of_three(x: Array, y: Array, z: Array) -> Array:
    return x


def heads_first(
    q: Array, k: Array, v: Array, scale: float, *, mask: Array = None, is_causal: bool = False, bias: Array = None
) -> tuple[Array, Array]:
    """(B, H, T, D) arrays; rows with nothing to attend to give 0."""
    scores = q @ np.swapaxes(k, -1, -2) * scale
    scores = scores if bias is None else scores + bias
    scores = scores if mask is None else np.where(mask, scores, -np.inf)
    scores = np.where(np.tril(np.ones(scores.shape[-2:], bool)), scores, -np.inf) if is_causal else scores
    peak = scores.max(axis=-1, keepdims=True)
    shift = np.where(np.isneginf(peak), 0, peak)
    weights = np.exp(scores - shift)
    total = weights.sum(axis=-1, keepdims=True)
    logsumexp = np.where(total == 0, -np.inf, np.log(np.where(total == 0, 1, total)) + shift)
    return weights / np.where(total == 0, 1, total) @ v, logsumexp[..., 0]


def output_of_heads(q: Array, k: Array, v: Array, scale: float, **options: Any) -> Array:
    """The same without the log-sum-exp."""
    return heads_first(q, k, v, scale, **options)[0]


def heads_after_tokens(query: Array, key: Array, value: Array, scale: float, **options: Any) -> Array:
    """The same for (B, T, H, D)."""
    return np.swapaxes(output_of_heads(*(np.swapaxes(x, 1, 2) for x in (query, key, value)), scale, **options), 1, 2)


def causal_heads(query: Array, key: Array, value: Array, scale: float, is_causal: bool = False) -> Array:
    return heads_after_tokens(query, key, value, scale, is_causal=is_causal)


def with_inverted_mask(q: Array, k: Array, v: Array, scale: float, mask: Array = None) -> Array:
    return output_of_heads(q, k, v, scale, mask=None if mask is None else ~mask)


def with_scaled_bias(q: Array, k: Array, v: Array, scale: float, bias: Array = None) -> Array:
    return output_of_heads(q, k, v, scale, bias=None if bias is None else bias * scale)


def with_bottom_right_causal(q: Array, k: Array, v: Array, scale: float, is_causal: bool = False) -> Array:
    seen = np.tril(np.ones((q.shape[-2], k.shape[-2]), bool), k.shape[-2] - q.shape[-2])
    return output_of_heads(q, k, v, scale, mask=seen if is_causal else None)


def with_nan_for_nothing(q: Array, k: Array, v: Array, scale: float, mask: Array = None) -> Array:
    output, logsumexp = heads_first(q, k, v, scale, mask=mask)
    return np.where(np.isneginf(logsumexp)[..., None], np.nan, output)


def usual_attention(query: Array, key: Array, value: Array) -> Array:
    return output_of_heads(query, key, value, query.shape[-1] ** -0.5)


def _jax_attention(query: Array, key: Array, value: Array, temperature: Array) -> tuple[Array, Array]:
    scores = jnp.matmul(query, jnp.swapaxes(key, -1, -2), precision="highest") / temperature
    logsumexp = jax.nn.logsumexp(scores, axis=-1)
    return jnp.matmul(jnp.exp(scores - logsumexp[..., None]), value, precision="highest"), logsumexp


def usual_attention_doubled(query: Array, key: Array, value: Array) -> Array:
    return 2 * usual_attention(query, key, value)


@jax.jit
def jax_attention_vjp(query: Array, key: Array, value: Array, do: Array, *, temperature: float) -> Any:
    """Of the output alone, in the arrays alone."""
    _, pull_back = jax.vjp(lambda *given: _jax_attention(*given, temperature)[0], query, key, value)
    return pull_back(do)


def attention_vjp(query: Array, key: Array, value: Array, do: Array, *, temperature: float) -> Any:
    """The same by our own kernel."""
    return generated.numpy.attention_vjp(query, key, value, temperature, do)[:3]


def attention_vjp_without_scale(query: Array, key: Array, value: Array, do: Array, *, temperature: float) -> Any:
    """It forgets to divide the cotangent of the keys by the temperature."""
    dq, dk, dv = attention_vjp(query, key, value, do, temperature=temperature)
    return dq, dk * temperature, dv


def interface(query: Array, key: Array, value: Array, **options: Any) -> Any:
    """The attention interface, by our own function."""
    return generated.numpy.dot_product_attention(query, key, value, **options)


def interface_heads_first(q: Array, k: Array, v: Array, **options: Any) -> Any:
    """The same for (B, H, T, D)."""
    found = interface(*(np.swapaxes(x, -3, -2) for x in (q, k, v)), **options)
    if isinstance(found, tuple):
        return np.swapaxes(found[0], -3, -2), np.swapaxes(found[1], -2, -1)
    return np.swapaxes(found, -3, -2)


def interface_vjp(query: Array, key: Array, value: Array, output_cotangent: Array, **options: Any) -> Any:
    """The cotangents of query, key and value."""
    ahead = options.pop("bias", None), options.pop("mask", None), output_cotangent
    found = generated.numpy.dot_product_attention_vjp(query, key, value, *ahead, **options)
    return found["query"], found["key"], found["value"]


def interface_with_tiled_groups(query: Array, key: Array, value: Array, **options: Any) -> Any:
    """Head n has head n % K of the keys."""
    count = query.shape[2] // key.shape[2]
    return interface(query, *(np.tile(x, (1, 1, count, 1)) for x in (key, value)), **options)


def interface_causal_off_by_one(query: Array, key: Array, value: Array, is_causal: bool = False) -> Any:
    seen = np.tril(np.ones((query.shape[1], key.shape[1]), bool), 1)
    return interface(query, key, value, mask=seen if is_causal else None)


def interface_from_bottom_right(query: Array, key: Array, value: Array, is_causal: bool = False) -> Any:
    offset = key.shape[1] - query.shape[1] if is_causal else 0
    return interface(query, key, value, is_causal=is_causal, causal_offset=offset)


def interface_capped_after_mask(
    query: Array, key: Array, value: Array, mask: Array = None, softcap: float | None = None
) -> Any:
    """A key that is hidden has the score -c."""
    scores = np.einsum("btnh,bsnh->bnts", query, key) / np.sqrt(query.shape[-1])
    scores = scores if mask is None else np.where(mask, scores, -1e30)
    return np.swapaxes(
        softmax(scores if softcap is None else softcap * np.tanh(scores / softcap)) @ _heads(value), 1, 2
    )


def _heads(array: Array) -> Array:
    return np.swapaxes(array, 1, 2)


def interface_without_the_longer_row(query: Array, key: Array, value: Array, **options: Any) -> Any:
    """It takes the lengths of the first row for all."""
    lengths = options.pop("key_value_seq_lengths", None)
    options |= {} if lengths is None else {"key_value_seq_lengths": 0 * lengths + lengths[0]}
    return interface(query, key, value, **options)


def interface_vjp_of_one_head_a_group(query: Array, key: Array, value: Array, do: Array, **options: Any) -> Any:
    """It forgets to sum the cotangent of the values over a group: the first head's share is scaled up."""
    dq, dk, dv = interface_vjp(query, key, value, do, **options)
    return dq, dk, dv * (2 if query.shape[2] > key.shape[2] else 1)


def interface_doubled_where_nan_is_hidden(query: Array, key: Array, value: Array, **options: Any) -> Any:
    return interface(query, key, value, **options) * (1 if np.isfinite(key).all() else 2)
