"""The attention interface as a textbook has it, written by hand: the whole matrix of scores, and full masks.

Nothing here is derived from the theorems, and nothing is taken from the kernels: that is the point. Which keys a query
sees, and what a row with nothing to attend to gives, are stated here a second time. Everything is in float64.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

import jax
import jax.numpy as jnp
import numpy as np

from verification.checks import quick_options
from verification.interface.instances import Instance, Mask, Sizes

Array = Any  # a float64 jax.Array, or None


def present(instance: Instance) -> Mask:
    """(B, T): the queries that are not beyond their row's length."""
    size = instance.sizes
    lengths = instance.options.get("query_seq_lengths", np.full(size.B, size.T))
    return np.arange(size.T) < np.reshape(lengths, (-1, 1)) + np.zeros((size.B, 1), int)


def visible(instance: Instance) -> Mask:
    """(B, N, T, S): which keys each query sees, all masks together and a bias of minus infinity among them."""
    size, options = instance.sizes, instance.options
    seen = np.ones((size.B, size.N, size.T, size.S), np.bool_)
    seen &= present(instance)[:, None, :, None]
    at = np.arange(size.T)[:, None] + np.reshape(options.get("causal_offset", 0), (-1, 1, 1, 1))
    key = np.arange(size.S)[None, :]
    if instance.mask is not None:
        seen &= instance.mask
    if options.get("is_causal"):
        seen &= key <= at
    if "key_value_seq_lengths" in options:
        seen &= key < np.reshape(options["key_value_seq_lengths"], (-1, 1, 1, 1))
    if "local_window_size" in options:
        window = options["local_window_size"]
        left, right = (window, window) if isinstance(window, int) else window
        seen &= (at - left <= key) & (key <= at + right)
    if "bias" in instance.arrays:
        seen &= ~np.isneginf(instance.arrays["bias"])
    return seen


def attending(instance: Instance) -> Mask:
    """(B, T, N): the queries that see a key."""
    seen: Mask = np.swapaxes(np.any(visible(instance), axis=3), 1, 2)
    return seen


def cleaned(arrays: Mapping[str, Any]) -> dict[str, Any]:
    """The same with 0 for a bias of minus infinity, which the mask hides already."""
    return {name: np.where(np.isneginf(x), 0.0, x) if name == "bias" else x for name, x in arrays.items()}


@dataclass(frozen=True)
class Setting:
    """What is not differentiated: for each head the number of its keys' head, whether there is a softcap, and masks.

    `seen` (B, N, T, S) says which keys a query sees, `with_sink` (B, T) which queries see their head's sink.
    """

    owner: Array
    capped: Array
    seen: Array
    with_sink: Array


jax.tree_util.register_dataclass(Setting)


def attention(arrays: Mapping[str, Array], setting: Setting) -> tuple[Array, Array]:
    """Output (B, T, N, E) and log-sum-exp (B, T, N); 0 and minus infinity for a row that sees nothing."""
    query, key, value, softcap = (arrays[name] for name in ("query", "key", "value", "softcap"))
    scaled = jnp.einsum("btnh,bsnh->bnts", query, key[:, :, setting.owner]) * arrays["scale"]
    scores = jnp.where(setting.capped, softcap * jnp.tanh(scaled / softcap), scaled) + arrays["bias"]
    column = (*scores.shape[:3], 1)
    logits = jnp.concatenate([scores, jnp.broadcast_to(arrays["sinks"][:, None, None], column)], axis=3)
    with_sink = jnp.broadcast_to(setting.with_sink[:, None, :, None], column)
    seen = jnp.concatenate([setting.seen, with_sink], axis=3)
    some = seen.any(3, keepdims=True)
    logits = jnp.where(seen | ~some, logits, -jnp.inf)
    weights = jnp.where(some, jax.nn.softmax(logits, axis=3), 0)[..., :-1]
    logsumexp = jnp.where(some[..., 0], jax.scipy.special.logsumexp(logits, axis=3), -jnp.inf)
    output = jnp.einsum("bnts,bsne->btne", weights, value[:, :, setting.owner])
    return output, jnp.swapaxes(logsumexp, 1, 2)


def _differentiated(arrays: Any, tangents: Any, cotangents: Any, setting: Setting) -> Any:
    """Results, their tangents, and the cotangents of the arrays, by automatic differentiation."""

    def function(given: Any) -> Any:
        return attention(given, setting)

    results, pushed = jax.jvp(function, (arrays,), (tangents,))
    return results, pushed, jax.vjp(function, arrays)[1](cotangents)[0]


@cache
def _compiled() -> Any:
    return jax.jit(_differentiated, compiler_options=quick_options())


AXES = {
    "query": "BTNH",
    "key": "BSKH",
    "value": "BSKE",
    "bias": "BNTS",
    "scale": "",
    "softcap": "",
    "sinks": "N",
}


def evaluated(instance: Instance) -> dict[str, Any]:
    """Results, tangents and cotangents.

    Arrays are padded, and what is not given gets the value that changes nothing, so that JAX compiles for a few shapes
    only: padding is queries that are not there, keys that are hidden, features that are 0, heads that are left out.
    """
    size, full = instance.sizes, _padded_sizes(instance.sizes)
    neutral = {
        "scale": np.asarray(size.H**-0.5),
        "softcap": np.asarray(1.0),
        "bias": np.zeros(1),
        "sinks": np.zeros(size.N),
    }
    arrays = neutral | cleaned(instance.arrays)
    tangents = {name: instance.tangents.get(name, 0 * x) for name, x in arrays.items()}
    zero = np.zeros((size.B, size.T, size.N))
    given = (
        _padded(instance.cotangents["output"], "BTNE", full),
        _padded(instance.cotangents.get("logsumexp", zero), "BTN", full),
    )
    setting = Setting(
        _padded(np.arange(size.N) // (size.N // size.K), "N", full),
        np.asarray("softcap" in instance.arrays),
        _padded(visible(instance), "BNTS", full),
        _padded(present(instance) & ("sinks" in instance.arrays), "BT", full),
    )
    ready, moving = (
        {name: _laid_out(x, AXES[name], size, full) for name, x in those.items()} for those in (arrays, tangents)
    )
    results, pushed, pulled = _compiled()(ready, moving, given, setting)
    cut = tuple(np.asarray(x)[: size.B, : size.T, : size.N] for x in (*results, *pushed))
    found = {
        "output": cut[0][..., : size.E],
        "logsumexp": cut[1],
        "output_tangent": cut[2][..., : size.E],
        "logsumexp_tangent": cut[3],
    }
    own = {
        name: np.asarray(pulled[name])[tuple(slice(getattr(size, axis)) for axis in AXES[name])]
        for name in instance.arrays
    }
    if "bias" in own:
        own["bias"] = _reduced(own["bias"], instance.arrays["bias"].shape)
    return {**found, **{f"{name}_cotangent": x for name, x in own.items()}}


def _padded_sizes(size: Sizes) -> Sizes:
    def up(length: int, step: int) -> int:
        return max(1, -(-length // step)) * step

    return Sizes(
        up(size.B, 2), up(size.T, 8), up(size.S, 8), up(size.N, 4), up(size.K, 2), up(size.H, 4), up(size.E, 4)
    )


def _laid_out(array: Any, axes: str, size: Sizes, full: Sizes) -> Any:
    return _padded(np.broadcast_to(array, [getattr(size, axis) for axis in axes]), axes, full)


def _padded(array: Any, axes: str, full: Sizes) -> Any:
    """With zeros at the end of each axis."""
    padded = np.zeros([getattr(full, axis) for axis in axes], np.asarray(array).dtype)
    padded[tuple(map(slice, np.shape(array)))] = array
    return padded


def _reduced(full: Any, shape: tuple[int, ...]) -> Any:
    """Summed over the axes along which an array of this shape was broadcast."""
    own = (1,) * (full.ndim - len(shape)) + shape
    return full.sum(tuple(axis for axis in range(full.ndim) if own[axis] == 1), keepdims=True).reshape(shape)
