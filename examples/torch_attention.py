"""PyTorch's attention with parameters that are passed by name; it needs PyTorch.

    attnproof verify --target examples.torch_attention:attention --as attention --arrays torch --layout BHTD \
        --supports mask,causal
    attnproof verify --target examples.torch_attention:attention_vjp --as attention_vjp --arrays torch --layout BHTD
"""

import torch
from torch.nn.functional import scaled_dot_product_attention


def attention(query, key, value, scale, mask=None, is_causal=False):
    if mask is not None and is_causal:  # PyTorch takes one of the two
        mask, is_causal = mask & torch.ones(mask.shape[-2:], dtype=torch.bool).tril(), False
    return scaled_dot_product_attention(query, key, value, attn_mask=mask, is_causal=is_causal, scale=scale)


def attention_vjp(query, key, value, scale, output_cotangent):
    arrays = [x.requires_grad_() for x in (query, key, value)]
    return torch.autograd.grad(attention(*arrays, scale), arrays, output_cotangent)
