"""A causal attention with a bug: each query also sees the key right after it.

attnproof verify --target examples.causal_off_by_one:attention --as attention --layout BTNH --supports causal
"""

import numpy as np


def attention(query, key, value, *, scale, is_causal=False):
    scores = np.einsum("btnh,bsnh->bnts", query, key) * scale
    if is_causal:
        seen = np.tril(np.ones(scores.shape[-2:], bool), k=1)  # k=0 is right
        scores = np.where(seen, scores, -np.inf)
    weights = np.exp(scores - scores.max(axis=-1, keepdims=True))
    weights /= weights.sum(axis=-1, keepdims=True)
    return np.einsum("bnts,bsnh->btnh", weights, value)
