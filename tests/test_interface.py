"""The attention interface: its functions pass every check, broken ones are caught, and bad input is refused."""

from __future__ import annotations

import importlib
import itertools
import re
import sys
import types
import warnings
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

import jax
import jax.numpy as jnp
import numpy as np
import pytest

import generated
from codegen.pieces import FUNCTIONS
from verification.checks import quick_options
from verification.instances import DTYPES
from verification.interface import textbook
from verification.interface.bounds import error_bounds
from verification.interface.calls import FORWARD, JVP, SMALL_BLOCKS, VJP, arguments, called_as
from verification.interface.instances import ALONE, CASES, FEATURES, PAIRS, TOGETHER, Instance, make_instance
from verification.interface.run import (
    CUT,
    FULLEST_FIRST,
    SETS_IN_JAX,
    WITHOUT_PAIRS,
    compared,
    generated_function,
    seeded,
)

ROOT = Path(generated.__path__[0])
BACKENDS = ("numpy", "jax")
F32, F64 = DTYPES["float32"], DTYPES["float64"]


def failures(
    names: Iterable[str], backend: str, dtype: str, numbers: Iterable[int], function: Callable[[str, str], Any]
) -> Iterable[str]:
    """What fails, in words that name the instance and the seed."""
    for name, number, label, comparison in compared(tuple(names), backend, seeded(dtype, 0, numbers), function):
        if not comparison.error <= 1:
            yield (
                f"{comparison.check} of {comparison.output}: {comparison.error:.3g} on instance {number} ({label}); "
                f"attnproof verify --kernel {name} --backend {backend} --dtype {dtype} --seed 0 --instance {number}"
            )


@pytest.mark.parametrize("dtype", DTYPES)
def test_the_numpy_functions_pass_every_check(dtype: str) -> None:
    count = WITHOUT_PAIRS if dtype in ("float32", "float64") else len(TOGETHER)
    assert not list(failures(FUNCTIONS, "numpy", dtype, FULLEST_FIRST[:count], generated_function))


def test_the_numpy_functions_pass_every_check_on_every_pair_of_features() -> None:
    numbers = range(WITHOUT_PAIRS, len(CASES))
    assert not list(failures(FUNCTIONS, "numpy", "float32", numbers, generated_function))


@pytest.mark.parametrize("place", range(SETS_IN_JAX, SETS_IN_JAX + 3))
def test_the_jax_functions_pass_every_check_on_sets_of_features(place: int) -> None:
    assert not list(failures(FUNCTIONS, "jax", "float32", [FULLEST_FIRST[place]], generated_function))


@pytest.mark.parametrize("number", CUT)
def test_the_jax_functions_pass_every_check_in_small_blocks(number: int) -> None:
    assert not list(failures(FUNCTIONS, "jax", "float32", [number], generated_function))


# (function, what is wrong, the right text, the wrong text), applied to the NumPy module
BROKEN = [
    (FORWARD, "one key too many under the causal mask", "return None, 0 if is_causal else None", "return None, 1 if is_causal else None"),
    (FORWARD, "one key too few under the causal mask", "return None, 0 if is_causal else None", "return None, -1 if is_causal else None"),
    (FORWARD, "window too narrow by one", "key_place >= query_place - left", "key_place > query_place - left"),
    (FORWARD, "window too wide by one", "key_place >= query_place - left", "key_place >= query_place - left - 1"),
    (FORWARD, "window of the mask with causal", "return left, 0 if is_causal else right", "return left, right"),
    (FORWARD, "top-left for bottom-right", "offset, queries, keys = _numbers(arguments, heads)", "_, queries, keys = _numbers(arguments, heads); offset = 0"),
    (FORWARD, "softcap after the mask", "tile.offset, block)\n    return scores", "tile.offset, block)\n    return scores if arguments.softcap is None else _capped_scores(scores, _cut(arguments.softcap, heads), scores)"),
    (FORWARD, "softcap forgotten", "        _capped_scores(scores, _cut(arguments.softcap, heads), scores)", "        pass"),
    (FORWARD, "scale applied twice", "scale[..., None, None] * query", "scale[..., None, None] ** 2 * query"),
    (FORWARD, "scale forgotten", "scale[..., None, None] * query", "1 * query"),
    (FORWARD, "merge without rescaling the sum", "merged_sum = sum * unnormalised + ", "merged_sum = sum + "),
    (FORWARD, "merge without rescaling the accumulator", "merged_accumulator = accumulator * unnormalised[..., :, None] + ", "merged_accumulator = accumulator + "),
    (FORWARD, "softmax without a shift", "np.subtract(scores, _finite(maximum[..., :, None]), out=out)", "np.copyto(out, scores); maximum = np.zeros_like(maximum)"),
    (FORWARD, "hidden means a large negative score", "np.copyto(scores, -np.inf, where=~_cut", "np.copyto(scores, -1e4, where=~_cut"),
    (FORWARD, "hidden values leak", "np.where(np.isfinite(array), array, 0)", "array"),
    (FORWARD, "sink with the weight of two keys", "np.ones_like(sum)", "2 * np.ones_like(sum)"),
    (FORWARD, "sink has a value", "np.ones_like(sum), np.zeros_like(accumulator)", "np.ones_like(sum), np.ones_like(accumulator)"),
    (FORWARD, "sink forgotten", "if arguments.sinks is None:\n        return state", "if True:\n        return state"),
    (FORWARD, "length of the keys ignored", "keys if key_length is None else min(keys, key_length)", "keys"),
    (FORWARD, "length of the queries ignored", "queries if query_length is None else min(queries, query_length)", "queries"),
    (FORWARD, "lengths of the first row for all", 'query_seq_lengths=_of_batch(query_seq_lengths)', 'query_seq_lengths=None if query_seq_lengths is None else _of_batch(query_seq_lengths[:1])'),
    (FORWARD, "offsets of the first row for all", "causal_offset=_of_batch(causal_offset)", "causal_offset=np.ravel(causal_offset)[0]"),
    (FORWARD, "float32 inside", "dtype = np.result_type(query.dtype, np.float32)", "dtype = np.dtype(np.float32)"),
    (FORWARD, "log-sum-exp of the softmax without its maximum", "logsumexp = maximum + _log0(sum)", "logsumexp = _log0(sum)"),
    (VJP, "baseline missing", "shift = logsumexp_cotangent - baseline", "shift = logsumexp_cotangent + 0 * baseline"),
    (VJP, "cotangent of the log-sum-exp forgotten", "shift = logsumexp_cotangent - baseline", "shift = 0 * logsumexp_cotangent - baseline"),
    (VJP, "keys' cotangent of the first head of a group only", '_add(totals["key"], _key_cotangent(cotangent, clean(scaled_query))', '_add(totals["key"], _key_cotangent(cotangent, clean(scaled_query))[:, :, :1]'),
    (VJP, "values' cotangent of the first head of a group only", '_add(totals["value"], value_cotangent,', '_add(totals["value"], value_cotangent[:, :, :1],'),
    (VJP, "a mean over the group, not a sum", "region += np.sum(part, axis", "region += np.mean(part, axis"),
    (VJP, "scale forgotten in the queries' cotangent", "result = scale[..., None, None] * mixed", "result = 1 * mixed"),
    (VJP, "weights normalised anew without the sink", "if arguments.sinks is None:\n        return state", "if True:\n        return state"),
    (VJP, "slope of the softcap forgotten", "uncapped_cotangent = np.multiply(out, cotangent, out=out)", "uncapped_cotangent = np.multiply(1, cotangent, out=out)"),
    (VJP, "cotangent of the softcap without the slope", "term_3 = term - scores * term_2 / softcap[..., None, None]", "term_3 = term"),
    (VJP, "window too narrow by one", "key_place >= query_place - left", "key_place > query_place - left"),
    (VJP, "hidden values leak", "np.where(np.isfinite(array), array, 0)", "array"),
    (JVP, "tangent of the bias forgotten", 'if tangents["bias"] is not None:', "if False:"),
    (JVP, "tangent of the sink forgotten", "sink_tangent[..., None] * unnormalised + moved", "0 * sink_tangent[..., None] * unnormalised + moved"),
    (JVP, "mean tangent forgotten", "tangent = weighted - logsumexp_tangent[..., :, None] * output", "tangent = weighted - 0 * logsumexp_tangent[..., :, None] * output"),
    (JVP, "tangent of the scale forgotten", "+ scale_tangent[..., None, None] * scores", "+ 0 * scores"),
    (JVP, "tangent of the softcap forgotten", "tangent = softcap_tangent[..., None, None] *", "tangent = 0 * softcap_tangent[..., None, None] *"),
]  # fmt: skip


# (function, the instance, what is wrong, the right text, the wrong text), applied to the JAX module
BROKEN_IN_JAX = [
    (FORWARD, "blocks under a causal mask", "one key too many", "return None, 0 if is_causal else None", "return None, 1 if is_causal else None"),
    (FORWARD, "blocks under a window", "a block on the edge taken for an inner one", "start, inner_start = first - left, last - left", "start, inner_start = first - left, first - left"),
    (FORWARD, "blocks under a window", "the first block skipped", "first_block = jnp.clip(start // size", "first_block = jnp.clip(-(-start // size)"),
    (FORWARD, "blocks within lengths", "the last block skipped", "end_block = jnp.clip(-(-end // size)", "end_block = jnp.clip(end // size"),
    (FORWARD, "blocks within lengths", "queries past their length in an inner block", "inner_end = jnp.where(stop <= arguments.query_lengths, inner_end, 0)", "pass"),
    (FORWARD, "blocks within lengths", "keys past their length in an inner block", "end, inner_end = (jnp.minimum(place, arguments.key_lengths) for place in (end, inner_end))", "end = jnp.minimum(end, arguments.key_lengths)"),
    (FORWARD, "blocks of scores of 100", "no shift for large scores", "< 30**2", "< 3000**2"),
    (FORWARD, "blocks of scores of 100", "merge without rescaling", "merged_sum = sum * unnormalised + ", "merged_sum = sum + "),
    (VJP, "blocks under a window", "queries of two blocks counted twice", "return self.adds_rows and self.rows % self.block_rows > 0", "return False"),
    (VJP, "blocks within lengths", "keys past their length in an inner block", "end, inner_end = (jnp.minimum(place, arguments.key_lengths) for place in (end, inner_end))", "end = jnp.minimum(end, arguments.key_lengths)"),
]  # fmt: skip


def edited(*texts: tuple[str, str], backend: str = "numpy") -> Callable[[str, str], Any]:
    """The functions of a backend's module with some texts replaced; those of the other as they are."""
    source = (ROOT / backend / "dot_product_attention.py").read_text(encoding="utf-8")
    for old, new in texts:
        assert old in source, f"{old!r} is not in the module any more"
        source = source.replace(old, new)
    made = types.ModuleType("broken")
    sys.modules["broken"] = made
    exec(compile(source, "broken", "exec"), made.__dict__)
    return lambda where, name: getattr(made, name) if where == backend else generated_function(where, name)


@pytest.mark.parametrize(("name", "what", "old", "new"), BROKEN, ids=[f"{name}: {what}" for name, what, *_ in BROKEN])
def test_a_broken_function_is_caught(name: str, what: str, old: str, new: str) -> None:
    broken = edited((old, new))
    dtype = "float64" if "float32" in what else "float32"
    assert next(iter(failures([name], "numpy", dtype, FULLEST_FIRST, broken)), None), what


@pytest.mark.parametrize(
    ("name", "label", "what", "old", "new"),
    BROKEN_IN_JAX,
    ids=[f"{name}: {what}" for name, _, what, *_ in BROKEN_IN_JAX],
)
def test_a_broken_function_is_caught_in_jax(name: str, label: str, what: str, old: str, new: str) -> None:
    broken = edited((old, new), backend="jax")
    assert next(iter(failures([name], "jax", "float32", [number_of(label)], broken)), None), what


def bias_not_reduced(*given: Any, **options: Any) -> Any:
    query, key, value, bias, *others = given
    if bias is not None:
        bias = np.broadcast_to(bias, (len(query), query.shape[2], query.shape[1], key.shape[1]))
    return generated_function("numpy", VJP)(query, key, value, bias, *others, **options)


def heads_tiled(query: Any, key: Any, value: Any, *others: Any, **options: Any) -> Any:
    times = query.shape[-2] // key.shape[-2]
    key, value = (np.concatenate([x] * times, axis=-2) for x in (key, value))
    return generated_function("numpy", FORWARD)(query, key, value, *others, **options)


def softcap_after_bias(
    query: Any, key: Any, value: Any, bias: Any = None, mask: Any = None, softcap: Any = None, **options: Any
) -> Any:
    """The scores, scaled and with their bias, are the bias of queries that are 0."""
    width, keys = query.shape[-1], np.repeat(key, query.shape[-2] // key.shape[-2], axis=-2)
    scale = options.get("scale", width**-0.5)
    scores = scale * np.einsum("...tnh,...snh->...nts", query, keys) + (0 if bias is None else bias)
    capped = scores if softcap is None else softcap * np.tanh(scores / softcap)
    return generated_function("numpy", FORWARD)(0 * query, key, value, capped.astype(query.dtype), mask, **options)


def empty_rows_averaged(query: Any, key: Any, value: Any, *others: Any, **options: Any) -> Any:
    output, logsumexp = generated_function("numpy", FORWARD)(query, key, value, *others, **options)
    mean = np.repeat(value, query.shape[-2] // key.shape[-2], axis=-2).mean(-3, keepdims=True)
    return np.where(np.isneginf(logsumexp)[..., None], mean, output), logsumexp


def sink_left_out_of_the_logsumexp(*given: Any, sinks: Any = None, **options: Any) -> Any:
    function = generated_function("numpy", FORWARD)
    return function(*given, sinks=sinks, **options)[0], function(*given, **options)[1]


def hidden_values_leak(query: Any, key: Any, value: Any, *others: Any, **options: Any) -> Any:
    output, logsumexp = generated_function("numpy", FORWARD)(query, key, value, *others, **options)
    return output + 0 * value.sum(-3, keepdims=True).sum(-2, keepdims=True), logsumexp


def large_negative_is_empty(*given: Any, **options: Any) -> Any:
    output, logsumexp = generated_function("numpy", FORWARD)(*given, **options)
    empty = logsumexp < -1e4
    return np.where(empty[..., None], 0, output), np.where(empty, -np.inf, logsumexp)


def half_precision_logsumexp(*given: Any, **options: Any) -> Any:
    output, logsumexp = generated_function("numpy", FORWARD)(*given, **options)
    return output, logsumexp.astype(np.float32)


@pytest.mark.parametrize(
    ("name", "broken"),
    [
        (VJP, bias_not_reduced),
        *(
            (FORWARD, broken)
            for broken in (
                heads_tiled,
                softcap_after_bias,
                empty_rows_averaged,
                sink_left_out_of_the_logsumexp,
                hidden_values_leak,
                large_negative_is_empty,
                half_precision_logsumexp,
            )
        ),
    ],
)
def test_a_wrapper_that_breaks_a_function_is_caught(name: str, broken: Any) -> None:
    def functions(backend: str, wanted: str) -> Any:
        return broken if wanted == name else generated_function(backend, wanted)

    dtype = "float64" if broken is half_precision_logsumexp else "float32"
    assert next(iter(failures([name], "numpy", dtype, FULLEST_FIRST, functions)), None)


def test_a_function_that_raises_is_caught() -> None:
    def functions(backend: str, name: str) -> Any:
        raise ZeroDivisionError("broken inside")

    (failed,) = failures([FORWARD], "numpy", "float32", [0], functions)
    assert "broken inside" in failed
    assert "--seed 0 --instance 0" in failed


# What the checks do not reach.


def small(rng: np.random.Generator, *shape: int) -> Any:
    return rng.normal(size=shape).astype(np.float32)


def usual() -> dict[str, Any]:
    rng = np.random.default_rng(0)
    return {"query": small(rng, 2, 3, 4, 3), "key": small(rng, 2, 5, 2, 3), "value": small(rng, 2, 5, 2, 6)}


BAD: list[tuple[dict[str, Any], type[Exception], str]] = [
    ({"query": np.zeros((3, 3), np.float32)}, ValueError, r"query .*\(3, 3\)"),
    ({"key": np.zeros((2, 5, 2, 4), np.float32)}, ValueError, r"key .*\(2, 5, 2, 4\).*query .*\(2, 3, 4, 3\)"),
    ({"value": np.zeros((2, 6, 2, 6), np.float32)}, ValueError, r"value .*\(2, 6, 2, 6\).*key .*\(2, 5, 2, 3\)"),
    ({"key": np.zeros((3, 5, 2, 3), np.float32)}, ValueError, r"key .*\(3, 5, 2, 3\).*query .*\(2, 3, 4, 3\)"),
    (
        {"key": np.zeros((2, 5, 3, 3), np.float32), "value": np.zeros((2, 5, 3, 6), np.float32)},
        ValueError,
        r"key .*\(2, 5, 3, 3\).*query .*\(2, 3, 4, 3\).*divide",
    ),
    ({"bias": np.zeros((2, 4, 3, 6), np.float32)}, ValueError, r"bias .*\(2, 4, 3, 6\).*\(2, 4, 3, 5\)"),
    ({"mask": np.zeros((3, 1, 3, 5), bool)}, ValueError, r"mask .*\(3, 1, 3, 5\).*\(2, 4, 3, 5\)"),
    ({"mask": np.zeros((1, 1, 3, 5), np.float32)}, TypeError, "mask .*float32.*boolean"),
    ({"key": np.zeros((2, 5, 2, 3), np.float16)}, TypeError, "key .*float16.*query .*float32"),
    ({"bias": np.zeros((2, 4, 3, 5), np.int32)}, TypeError, "bias .*int32.*floating"),
    ({"query": np.zeros((2, 3, 4, 3), np.int32)}, TypeError, "query .*int32.*floating"),
    ({"query_seq_lengths": np.asarray([1, -2], np.int32)}, ValueError, "query_seq_lengths .*negative"),
    ({"query_seq_lengths": np.asarray([1.0, 2.0])}, TypeError, "query_seq_lengths .*float.*integers"),
    ({"key_value_seq_lengths": np.asarray([1, 2, 3], np.int32)}, ValueError, r"key_value_seq_lengths .*\(3,\).*\(2,\)"),
    ({"local_window_size": (1, -1)}, ValueError, "local_window_size .*negative"),
    ({"local_window_size": -1}, ValueError, "local_window_size .*negative"),
    ({"softcap": 0.0}, ValueError, "softcap .*positive"),
    ({"softcap": -1.0}, ValueError, "softcap .*positive"),
    ({"sinks": np.zeros(2, np.float32)}, ValueError, r"sinks .*\(2,\).*\(4,\)"),
    ({"scale": np.ones(3, np.float32)}, ValueError, r"scale .*\(3,\)"),
    ({"causal_offset": np.asarray([1, 2, 3]), "is_causal": True}, ValueError, r"causal_offset .*\(3,\).*\(2,\)"),
    ({"causal_offset": 0.5, "is_causal": True}, TypeError, "causal_offset .*float.*integers"),
    ({"causal_offset": 2**29, "is_causal": True}, ValueError, "causal_offset .*536870912.*less than 2"),
    ({"causal_offset": -(2**30)}, ValueError, "causal_offset .*less than 2"),
    ({"is_causal": "no"}, TypeError, "is_causal .*'no'.*True or False"),
    ({"scale": "x"}, TypeError, "scale .*real number"),
    ({"softcap": "x"}, TypeError, "softcap .*real number"),
    ({"softcap": float("inf")}, ValueError, "softcap .*inf.*finite"),
    ({"softcap": float("nan")}, ValueError, "softcap .*nan.*finite"),
    ({"sinks": np.ones(4, np.complex64)}, TypeError, "sinks .*complex64.*real"),
    ({"key_value_seq_lengths": ["x", "y"]}, TypeError, "key_value_seq_lengths .*"),
    ({"implementation": "cudnn"}, ValueError, "implementation .*'cudnn'.*xla"),
    ({"schedule": "fast"}, TypeError, "schedule .*fast"),
    ({"schedule": {"blocks": 3}}, ValueError, "schedule .*blocks"),
    ({"schedule": {"block_keys": 0}}, ValueError, "schedule .*block_keys.*0"),
]


@pytest.mark.parametrize("backend", BACKENDS)
@pytest.mark.parametrize(("change", "error", "message"), BAD)
def test_bad_input_is_refused_in_one_sentence(
    backend: str, change: Mapping[str, Any], error: type[Exception], message: str
) -> None:
    with jax.enable_x64(True), pytest.raises(error) as refused:
        generated_function(backend, FORWARD)(**{**usual(), **change})
    assert re.search(message, str(refused.value)), str(refused.value)
    assert "\n" not in str(refused.value)


@pytest.mark.parametrize("backend", BACKENDS)
def test_a_call_written_for_jax_nn_means_the_same(backend: str) -> None:
    """Lists, names that only jax.nn has, and windows that mean no limit."""
    given = {**usual(), "value": small(np.random.default_rng(1), 2, 5, 2, 3)}
    named = {"key_value_seq_lengths": [4, 5], "query_seq_lengths": [3, 3], "implementation": "xla"}
    for more in ({}, {"local_window_size": (0, 2**31 - 1)}, {"local_window_size": (99, 0), "is_causal": True}):
        options = {**named, **more, "return_residual": True}
        found = generated_function(backend, FORWARD)(**given, **options)
        for one, other in zip(found, jax.nn.dot_product_attention(**given, **options), strict=True):
            np.testing.assert_allclose(one, other, rtol=1e-5, atol=1e-6)
    offsets = [2, 0]
    one, other = (
        generated_function(backend, FORWARD)(**given, is_causal=True, causal_offset=x)
        for x in (offsets, np.array(offsets))
    )
    np.testing.assert_array_equal(one, other)


@pytest.mark.parametrize("backend", BACKENDS)
def test_cotangents_and_tangents_that_do_not_fit_are_refused(backend: str) -> None:
    given, wrong = usual(), np.zeros((2, 3, 4, 5), np.float32)
    ahead = [given[name] for name in ("query", "key", "value")]
    with pytest.raises(ValueError, match=r"output_cotangent .*\(2, 3, 4, 5\).*\(2, 3, 4, 6\)"):
        generated_function(backend, VJP)(*ahead, None, None, wrong)
    with pytest.raises(ValueError, match=r"logsumexp_cotangent .*\(2, 3\).*\(2, 3, 4\)"):
        generated_function(backend, VJP)(*ahead, None, None, np.zeros((2, 3, 4, 6), np.float32), wrong[..., 0, 0])
    with pytest.raises(ValueError, match=r"query_tangent .*\(2, 3, 4, 5\).*\(2, 3, 4, 3\)"):
        generated_function(backend, JVP)(*ahead, None, None, query_tangent=wrong)
    with pytest.raises(ValueError, match="bias_tangent is given, but"):
        generated_function(backend, JVP)(*ahead, None, None, bias_tangent=np.zeros((1, 1, 3, 5), np.float32))


def number_of(label: str) -> int:
    return next(number for number, case in enumerate(CASES) if case.label == label)


@pytest.mark.parametrize("label", ["hidden NaN and infinity", "NaN beyond lengths and window"])
def test_what_is_hidden_warns_of_nothing(label: str) -> None:
    given = arguments(make_instance(F32, 0, number_of(label)), F32)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        for name in FUNCTIONS:
            called_as(generated_function("numpy", name), name, given)


@pytest.mark.parametrize("schedule", [{"threads": 2}, {"threads": 3, "heads": 1, **SMALL_BLOCKS}, {"block_keys": 3}])
def test_numpy_gives_the_same_with_every_schedule(schedule: Mapping[str, int]) -> None:
    for label in ("together 1", "many blocks", "shared bias", "hidden NaN, sinks, groups"):
        number = number_of(label)

        def functions(_: str, name: str) -> Any:
            return lambda *given, **options: generated_function("numpy", name)(
                *given, **{**options, "schedule": schedule}
            )

        assert not list(failures(FUNCTIONS, "numpy", "float32", [number], functions))


def raw(backend: str, name: str, **options: Any) -> Callable[..., Any]:
    """A function on arrays with heads first, with these options; in JAX under `jit`."""
    function = getattr(importlib.import_module(f"generated.{backend}.dot_product_attention"), name)

    def with_options(*given: Any, **named: Any) -> Any:
        return function(*given, **named, **options)

    return jax.jit(with_options, compiler_options=quick_options()) if backend == "jax" else with_options


@pytest.mark.parametrize("length", [512, 1024, 2048])  # blocks of both ways have as many heads in the first only
@pytest.mark.parametrize("causal", [False, True])
def test_weights_that_are_kept_are_found_on_the_way_back(
    length: int, causal: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    module = importlib.import_module("generated.numpy.dot_product_attention")
    rng = np.random.default_rng(length)
    query, key, value, cotangent = (rng.normal(size=(1, length, 4, 2)).astype(np.float32) for _ in range(4))
    anew = module.dot_product_attention_vjp(query, key, value, None, None, cotangent, is_causal=causal)
    *_, pullback = module.dot_product_attention_pullback(
        query, key, value, is_causal=causal, schedule={"cache_weights": True}
    )
    for name in ("_shifted_scores", "_scores"):
        monkeypatch.setattr(module, name, lambda *_: pytest.fail("the weights were computed again"))
    for name, found in pullback(cotangent).items():
        if found is not None:
            np.testing.assert_allclose(found, anew[name], rtol=1e-4, atol=1e-4, err_msg=name)


@pytest.mark.parametrize("backend", BACKENDS)
def test_the_raw_functions_are_the_interface_with_heads_first_and_leading_axes_that_broadcast(backend: str) -> None:
    """One head of keys for all rows and heads, a scale and a sink for each head; each gradient has its own shape."""
    rng = np.random.default_rng(1)
    query, key, value, cotangent = (small(rng, *shape) for shape in [(2, 4, 5, 3), (1, 1, 6, 3), (6, 2), (2, 4, 5, 2)])
    bias, sinks, scale = (small(rng, *shape) for shape in [(4, 1, 6), (4,), (4,)])
    options = {"is_causal": True, "causal_offset": 1}
    forward, vjp, jvp = (raw(backend, f"blockwise_attention{end}", **options) for end in ("", "_vjp", "_jvp"))
    found = vjp(query, key, value, bias, None, sinks, cotangent, scale=scale)
    pushed = jvp(query, key, value, bias, sinks=sinks, scale=scale, scale_tangent=scale)
    for one, other in zip(forward(query, key, value, bias, sinks=sinks, scale=scale), pushed, strict=False):
        np.testing.assert_allclose(one, other, rtol=2e-5, atol=2e-6)

    pulled = []
    for head in range(4):
        shared = [np.broadcast_to(x.reshape(1, 6, 1, -1), (2, 6, 1, x.shape[-1])) for x in (key, value)]
        given = [query[:, head, :, None], *shared, bias[None, head : head + 1], None]
        named = {"sinks": sinks[head : head + 1], "scale": float(scale[head]), **options}
        pulled.append(generated_function("numpy", VJP)(*given, cotangent[:, head, :, None], **named))
        wanted = generated_function("numpy", JVP)(*given, scale_tangent=float(scale[head]), **named)
        for one, other in zip(pushed, wanted, strict=True):
            np.testing.assert_allclose(one[:, head], other[:, :, 0], rtol=2e-4, atol=2e-5)
    wanted = {
        "query": np.stack([one["query"][:, :, 0] for one in pulled], axis=1),
        **{name: sum(one[name].sum((0, 2)) for one in pulled) for name in ("key", "value")},
        **{name: np.stack([one[name] for one in pulled]) for name in ("bias", "scale", "sinks")},
    }
    shapes = {"query": query, "key": key, "value": value, "bias": bias, "scale": scale, "sinks": sinks}
    for name, like in shapes.items():
        assert found[name].shape == like.shape
        np.testing.assert_allclose(found[name], wanted[name].reshape(like.shape), rtol=2e-4, atol=5e-5, err_msg=name)


def everything() -> tuple[dict[str, Any], dict[str, Any]]:
    """Arguments with every feature that is differentiable, and options."""
    rng = np.random.default_rng(2)
    arrays = {**usual(), "bias": small(rng, 4, 1, 5), "sinks": small(rng, 4)}
    arrays |= {"scale": np.float32(0.7), "softcap": np.float32(2.0)}
    return arrays, {"is_causal": True, "causal_offset": 2, "mask": rng.random((2, 1, 3, 5)) < 0.8}


def test_grad_in_jax_is_the_derived_vjp_and_works_under_jit() -> None:
    arrays, options = everything()
    function = generated_function("jax", FORWARD)
    rng = np.random.default_rng(3)
    cotangents = small(rng, 2, 3, 4, 6), small(rng, 2, 3, 4)

    def pulled(given: Any) -> Any:
        results, pull_back = jax.vjp(lambda x: function(**x, **options, return_logsumexp=True), given)
        return results, pull_back(cotangents)[0]

    compiled = jax.jit(pulled, compiler_options=quick_options())
    results, found = compiled({name: jnp.asarray(x) for name, x in arrays.items()})
    others = {
        name: x for name, x in {**arrays, **options}.items() if name not in ("query", "key", "value", "bias", "mask")
    }
    ahead = [arrays["query"], arrays["key"], arrays["value"], arrays["bias"], options["mask"], *cotangents]
    wanted = generated_function("numpy", VJP)(*ahead, **others)
    for name, x in found.items():
        assert x.shape == np.shape(arrays[name])
        np.testing.assert_allclose(x, wanted[name], rtol=2e-4, atol=2e-5, err_msg=name)
    primal = generated_function("numpy", FORWARD)(**arrays, **options, return_logsumexp=True)
    for one, other in zip(results, primal, strict=True):
        np.testing.assert_allclose(one, other, rtol=2e-5, atol=2e-6)


@pytest.mark.parametrize(
    "hidden", [{"causal_offset": -1, "is_causal": True}, {"key_value_seq_lengths": np.asarray([2, 0])}]
)
def test_grad_of_grad_in_jax_is_the_difference_of_gradients_also_where_rows_are_empty(
    hidden: Mapping[str, Any],
) -> None:
    """Where all scores are one tile, that is; loops over tiles are for the first derivative only."""
    function, rng, step = generated_function("jax", FORWARD), np.random.default_rng(4), 1e-5
    with jax.enable_x64(True):
        query, key, value, direction = (jnp.asarray(rng.normal(size=(2, size, 2, 4))) for size in (3, 5, 5, 3))
        gradient = jax.grad(lambda x: jnp.sum(function(x, key, value, **hidden) ** 2))
        found = jax.grad(lambda x: jnp.vdot(gradient(x), direction))(query)
        ahead, back = (gradient(query + sign * step * direction) for sign in (1, -1))
        assert np.abs(found).max() > 1e-3
        np.testing.assert_allclose(found, (ahead - back) / (2 * step), rtol=1e-6, atol=1e-8)


def test_vmap_in_jax_is_a_batch() -> None:
    arrays, options = everything()
    function = generated_function("jax", FORWARD)
    mask = jnp.asarray(options.pop("mask"))
    shared = {name: arrays[name] for name in ("bias", "sinks", "scale", "softcap")}

    def of_row(query: Any, key: Any, value: Any, mask: Any) -> Any:
        return function(query, key, value, mask=mask, **shared, **options)

    rows = [jnp.asarray(arrays[name]) for name in ("query", "key", "value")]
    found = jax.jit(jax.vmap(of_row), compiler_options=quick_options())(*rows, mask)
    wanted = generated_function("numpy", FORWARD)(
        *(arrays[name] for name in ("query", "key", "value")), mask=np.asarray(mask), **shared, **options
    )
    np.testing.assert_allclose(found, wanted, rtol=2e-5, atol=2e-6)


def test_gradients_are_none_for_what_is_not_given() -> None:
    given = usual()
    cotangent = np.ones((2, 3, 4, 6), np.float32)
    found = generated_function("numpy", VJP)(given["query"], given["key"], given["value"], None, None, cotangent)
    assert set(found) == {"query", "key", "value", "bias", "scale", "softcap", "sinks"}
    assert {name for name, x in found.items() if x is None} == {"bias", "scale", "softcap", "sinks"}


# What the instances are.


def instances(dtype: np.dtype = F64) -> list[Instance]:
    return [make_instance(dtype, 0, number) for number in range(WITHOUT_PAIRS)]


def test_every_feature_is_alone_and_every_pair_is_together() -> None:
    assert {case.features for case in ALONE} == {(), *((name,) for name in FEATURES)}
    pairs = {pair for case in TOGETHER for pair in itertools.combinations(case.features, 2)}
    assert pairs == {case.features for case in PAIRS}
    left_out = set(itertools.combinations(FEATURES, 2)) - pairs
    assert all(FEATURES[one].kind == FEATURES[other].kind for one, other in left_out)


def test_most_rows_of_most_instances_see_something_and_some_see_nothing() -> None:
    seen = {instance.label: textbook.attending(instance) for instance in instances()}
    assert sum(some.size > 0 and some.mean() > 0.4 for some in seen.values()) > len(seen) * 3 / 4
    assert sum(not some.all() for some in seen.values()) > len(seen) / 3
    for label in ("rows with nothing to attend to", "infinite bias", "query lengths", "negative offset"):
        assert 0 < seen[label].mean() < 1, label
    for label in ("nothing for anyone", "offset before the keys", "lengths of zero"):
        assert not seen[label].any(), label
    sinks = next(one for one in instances() if one.label == "rows that see the sink only")
    assert "sinks" in sinks.arrays
    assert not textbook.attending(sinks).all()


def test_poison_is_hidden_and_there() -> None:
    poisoned = [instance for instance in instances() if instance.poisoned]
    assert len(poisoned) >= 3
    for instance in poisoned:
        seen = textbook.visible(instance)
        of_heads = seen.reshape(len(seen), instance.sizes.K, -1, *seen.shape[2:]).any((2, 3))
        for name in ("key", "value"):
            spoiled = ~np.isfinite(instance.given[name]).all(-1)
            assert spoiled.any()
            assert not (np.swapaxes(spoiled, 1, 2) & of_heads).any(), (instance.label, name)
        if "bias" in instance.poisoned:
            assert not (~np.isfinite(instance.given["bias"]) & seen).any()


def test_the_adversarial_instances_are_what_their_labels_say() -> None:
    by_label = {instance.label: instance for instance in instances(F32)}

    def scores(label: str) -> Any:
        arrays = by_label[label].arrays
        return np.abs(np.einsum("btnh,bsnh->bnts", arrays["query"], arrays["key"]))

    assert scores("scores of 1e4").max() > 1e4
    assert scores("scores beyond float16").max() > 65504
    assert np.abs(by_label["values beyond float16"].arrays["value"]).max() > 65504
    assert 0 < np.abs(by_label["denormals"].arrays["query"]).max() < np.finfo(np.float32).tiny
    assert by_label["rows of -3e38"].arrays["bias"].min() < -1e38
    assert by_label["one key"].sizes.S == 1
    assert by_label["no keys"].sizes.S == by_label["no queries"].sizes.T == 0
    assert by_label["more keys"].sizes.S > by_label["more keys"].sizes.T
    assert by_label["more queries"].sizes.S < by_label["more queries"].sizes.T


def test_instances_are_held_by_their_dtype_and_depend_on_the_seed() -> None:
    for dtype in DTYPES.values():
        for number in range(WITHOUT_PAIRS):
            instance = make_instance(dtype, 3, number)
            for name, array in {**instance.arrays, **instance.tangents}.items():
                with np.errstate(all="ignore"):
                    assert np.array_equal(array, array.astype(dtype).astype(float)), (dtype, number, name)
    one, two, again = (make_instance(F64, seed, 0).arrays["query"] for seed in (0, 1, 0))
    assert not np.array_equal(one, two)
    assert np.array_equal(one, again)


def test_bounds_are_small_where_the_problem_is_well_conditioned() -> None:
    for dtype, most in ((F32, 1e-3), (F64, 2e-12)):
        for number in range(len(ALONE)):
            instance = make_instance(dtype, 0, number)
            for name, bound in error_bounds(instance, dtype).items():
                assert bound.max() < most, (instance.label, name, dtype)
