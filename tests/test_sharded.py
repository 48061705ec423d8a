"""The sharded attention gives what the attention on one device gives, on eight simulated devices of the host."""

import os
import subprocess
import sys

import pytest

PROGRAM = """
import itertools
import sys

import jax
import jax.numpy as jnp
import numpy as np

from generated.jax.dot_product_attention import dot_product_attention, sharded_dot_product_attention

over, seed = sys.argv[1], int(sys.argv[2])
assert len(jax.devices()) == 8
kind = jax.sharding.AxisType.Explicit if over == "heads" else jax.sharding.AxisType.Auto
mesh = jax.make_mesh((8,), ("x",), axis_types=(kind,))
rng = np.random.default_rng(seed)


def array(*shape):
    return jnp.asarray(rng.normal(size=shape), jnp.float32)


sizes = {"batch": (8, 5, 6, 1, 2, 4), "heads": (1, 5, 6, 8, 2, 4), "keys": (2, 21, 24, 2, 2, 4)}
B, T, S, K, G, H = sizes[over]
query, key, value, sinks = array(B, T, K * G, H), array(B, S, K, H), array(B, S, K, 3), array(K * G)
lengths = {"query_seq_lengths": rng.integers(0, T + 1, B), "key_value_seq_lengths": rng.integers(0, S + 1, B)}
mask = jnp.asarray(rng.random((B, 1, T, S)) < 0.7)
cases = {
    "plain": {},
    "causal": {"is_causal": True, "causal_offset": S - T, "scale": jnp.float32(-0.3)},
    "window": {"local_window_size": (3, 2), "causal_offset": rng.integers(-2, 3, B), "sinks": sinks},
    "lengths": {**lengths, "sinks": sinks, "softcap": jnp.float32(2.0)},
    "mask and bias": {"bias": array(1, K * G, T, S), "mask": mask, "scale": jnp.float32(0.7)},
    "bias of queries": {"bias": array(T, 1), "is_causal": True, "schedule": {"block_queries": 4, "block_keys": 2}},
}
weights = array(B, T, K * G, 3), array(B, T, K * G)


def results(attention, case, **sharding):
    differentiable = {name: case[name] for name in ("bias", "scale", "softcap", "sinks") if name in case}
    fixed = {name: argument for name, argument in case.items() if name not in differentiable}

    def loss(query, key, value, options):
        output, logsumexp = attention(query, key, value, return_logsumexp=True, **options, **fixed, **sharding)
        finite = jnp.where(jnp.isneginf(logsumexp), 0, logsumexp)
        return (output * weights[0]).sum() + (finite * weights[1]).sum(), (output, logsumexp)

    gradient = jax.jit(jax.grad(loss, (0, 1, 2, 3), has_aux=True))
    return gradient(query, key, value, differentiable)


for name, case in cases.items():
    expected = results(dot_product_attention, case)
    found = results(sharded_dot_product_attention, case, mesh=mesh, axis="x", over=over)
    jax.tree.map(
        lambda x, y: np.testing.assert_allclose(x, y, rtol=2e-5, atol=2e-5, err_msg=f"{over}, {name}, seed {seed}"),
        found,
        expected,
    )
    assert over == "keys" or "x" in found[1][0].sharding.spec, found[1][0].sharding
for wrong in ({"over": "queries"}, {"axis": "y"}):
    try:
        sharded_dot_product_attention(query, key, value, **{"mesh": mesh, "axis": "x", "over": over} | wrong)
    except ValueError as error:
        assert next(iter(wrong)) in str(error), error
    else:
        raise AssertionError(f"{wrong} was not refused")
try:
    sharded_dot_product_attention(query[:1], key[:1, :5, :1], value[:1, :5, :1], mesh=mesh, axis="x", over=over)
except ValueError as error:
    assert "must divide" in str(error), error
else:
    raise AssertionError("sizes that the devices do not divide were not refused")
"""


@pytest.mark.parametrize("over", ["batch", "heads", "keys"])
def test_sharded_attention_and_its_gradients_are_those_of_one_device(over):
    environment = os.environ | {"XLA_FLAGS": "--xla_force_host_platform_device_count=8", "JAX_PLATFORMS": "cpu"}
    run = subprocess.run(
        [sys.executable, "-c", PROGRAM, over, "0"], env=environment, capture_output=True, text=True, check=False
    )
    assert run.returncode == 0, run.stderr[-3000:]
