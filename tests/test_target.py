"""A function that is not ours passes the checks of our kernels if it is right, and fails on a small instance if not."""

from __future__ import annotations

import ast
import json
import os
import re
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import jax
import numpy as np
import pytest
from helpers import targets

import generated.jax
import generated.numpy
from attnproof.cli import main
from derivations.notation import features, keys, queries
from examples.causal_off_by_one import attention as causal_off_by_one
from examples.softmax_without_shift import softmax as without_shift
from verification import BadTarget, TargetReport, verify_kernel
from verification.instances import KINDS
from verification.interface import textbook
from verification.interface.instances import make_instance
from verification.interface.smaller import taken as interface_taken
from verification.interface.target import FEATURES, LABELS
from verification.shrink import kept_of_axis
from verification.subject import Subject, declared
from verification.target import Target, arranged, bound, loaded, restored

ROOT = Path(__file__).resolve().parent.parent
KERNEL = {"empty", "value_width", "temperatures"}
FLAGS = {"mask", "causal", "bias"}


def run(script: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """A script in a process of its own, in its folder. What it is told to run is in our folders."""
    folders = [ROOT, ROOT / "tests"] if arguments else [ROOT]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(map(str, folders))}
    command = [sys.executable, script, *arguments]
    return subprocess.run(command, capture_output=True, text=True, cwd=script.parent, env=environment)


def failed(report: TargetReport) -> set[str]:
    return {check.kernel for check in report.checks if check.status != "passed"}


# (function, kernel, options)
RIGHT: list[tuple[Any, str, dict[str, Any]]] = [
    (generated.numpy.softmax, "softmax", {"supports": ["temperatures"], "dtypes": ["bfloat16", "float16"]}),
    (generated.numpy.entmax, "entmax", {"supports": ["temperatures"]}),
    (generated.numpy.merge, "merge", {"supports": ["empty"]}),
    (generated.numpy.prior_attention, "prior_attention", {"supports": KERNEL}),
    (generated.numpy.attention_vjp, "attention_vjp", {"supports": ["temperatures"], "instances": 2}),
    (generated.jax.softmax, "softmax", {"arrays": "jax", "dtypes": ["bfloat16"], "instances": 2}),
    (targets.softmax, "softmax", {}),
    (targets.softmax_in_place, "softmax", {}),
    (targets.usual_attention, "attention", {"layout": "BHTD"}),
    (targets.heads_first, "attention", {"layout": "BHTD", "supports": FLAGS | {"empty", "value_width"}}),
    (targets.heads_after_tokens, "attention", {"layout": "BTNH"}),
    (targets.jax_attention_vjp, "attention_vjp", {"arrays": "jax", "instances": 2}),
]


@pytest.mark.parametrize(
    ("function", "kernel", "options"), RIGHT, ids=[f"{f.__module__}.{f.__name__}" for f, *_ in RIGHT]
)
def test_a_right_function_passes(function: Any, kernel: str, options: dict[str, Any], tmp_path: Path) -> None:
    report = verify_kernel(function, kernel, **{"dtypes": ["float32"], **options}, folder=tmp_path)
    assert report.passed, [check for check in report.checks if check.status != "passed"]
    assert report.script is None
    assert not list(tmp_path.iterdir())
    assert {check.check for check in report.checks} >= {"theorem", "backends"}
    supported = FLAGS & set(options.get("supports", []))
    assert len({check.kernel for check in report.checks}) == 2 ** len(supported)
    assert max(check.instances for check in report.checks) == options.get("instances", len(KINDS))


# (function, kernel, options, what fails, sizes of the small instance, a right function)
WRONG: list[tuple[Any, str, dict[str, Any], set[str], dict[str, tuple[int, ...]], Any]] = [
    (without_shift, "softmax", {}, {"softmax"}, {"scores": (1,)}, "helpers.targets:softmax"),
    (
        causal_off_by_one,
        "attention",
        {"layout": "BTNH", "supports": ["causal"], "instances": 2},
        {"attention, causal"},
        {"query": (1, 1, 1, 1), "key": (1, 2, 1, 1), "value": (1, 2, 1, 1)},
        "helpers.targets:causal_heads",
    ),
    (
        targets.softmax_over_the_first_axis,
        "softmax",
        {"instance": 1},
        {"softmax"},
        {"x": (1, 2)},
        "helpers.targets:softmax",
    ),
    (targets.softmax_of_short_rows, "softmax", {"instance": 9}, {"softmax"}, {"x": (9,)}, "helpers.targets:softmax"),
    (
        targets.usual_attention_doubled,
        "attention",
        {"instance": 1},
        {"attention"},
        {"query": (1, 1), "key": (1, 1), "value": (1, 1)},
        "helpers.targets:usual_attention",
    ),
    (
        targets.with_inverted_mask,
        "attention",
        {"layout": "BHTD", "supports": ["mask"], "instances": 1},
        {"attention, mask"},
        {"q": (1, 1, 1, 1), "k": (1, 1, 1, 1), "mask": (1, 1, 1, 1)},
        "helpers.targets:output_of_heads",
    ),
    (
        targets.with_scaled_bias,
        "attention",
        {"layout": "BHTD", "supports": ["bias"], "instances": 1},
        {"attention, bias"},
        {"q": (1, 1, 1, 1), "k": (1, 1, 2, 1), "bias": (1, 1, 1, 2)},
        "helpers.targets:output_of_heads",
    ),
    (
        targets.with_bottom_right_causal,
        "attention",
        {"layout": "BHTD", "supports": ["causal"], "instances": 1},
        {"attention, causal"},
        {"q": (1, 1, 1, 1), "k": (1, 1, 2, 1)},
        "helpers.targets:output_of_heads",
    ),
    (
        targets.with_nan_for_nothing,
        "attention",
        {"layout": "BHTD", "supports": ["mask", "empty"], "instance": 11},
        {"attention, mask"},
        {"q": (1, 1, 1, 1), "k": (1, 1, 1, 1), "mask": (1, 1, 1, 1)},
        "helpers.targets:output_of_heads",
    ),
    (
        targets.attention_vjp_without_scale,
        "attention_vjp",
        {"instances": 1},
        {"attention_vjp"},
        {"query": (1, 1), "key": (2, 1), "value": (2, 1), "do": (1, 1)},
        "helpers.targets:attention_vjp",
    ),
]


@pytest.mark.parametrize(
    ("function", "kernel", "options", "fails", "sizes", "right"), WRONG, ids=[w[0].__name__ for w in WRONG]
)
def test_a_wrong_function_fails_on_a_small_instance_that_replays(
    function: Any,
    kernel: str,
    options: dict[str, Any],
    fails: set[str],
    sizes: dict[str, tuple[int, ...]],
    right: str,
    tmp_path: Path,
) -> None:
    report = verify_kernel(function, kernel, **options, dtypes=["float32"], folder=tmp_path)
    assert failed(report) == fails
    assert all(check.status == "passed" for check in report.checks if check.kernel not in fails)
    assert report.script == tmp_path / f"failed_{kernel}.py"
    with np.load(report.script.with_suffix(".npz")) as saved:
        assert {name: saved[name].shape for name in sizes} == sizes
    again = run(report.script)
    assert again.returncode == 1, again
    if function is targets.softmax_of_short_rows:
        assert "at most 8 keys fit" in again.stderr
    else:
        assert "Traceback" not in again.stderr
        assert all(word in again.stdout for word in ("expected\n", "found\n", "error in units of the bound"))
    mended = run(report.script, right)
    assert mended.returncode == 0, mended


JAX_NN = ("groups", "causal", "mask", "bias", "scale", "window", "lengths", "infinite_bias", "broadcast", "unbatched")

# (function, name, options)
RIGHT_INTERFACE: list[tuple[Any, str, dict[str, Any]]] = [
    (targets.interface, "dot_product_attention", {}),
    (targets.interface, "dot_product_attention", {"supports": FEATURES, "dtypes": ["bfloat16"]}),
    (targets.interface_heads_first, "dot_product_attention", {"supports": FEATURES, "layout": "BHTD"}),
    (targets.interface_vjp, "dot_product_attention_vjp", {"supports": FEATURES}),
    (targets.interface_vjp, "dot_product_attention_vjp", {"supports": ["groups", "causal"]}),
    (jax.nn.dot_product_attention, "dot_product_attention", {"supports": JAX_NN, "arrays": "jax", "instances": 40}),
]


@pytest.mark.parametrize(("function", "name", "options"), RIGHT_INTERFACE)
def test_a_right_function_passes_as_the_attention_interface(
    function: Any, name: str, options: dict[str, Any], tmp_path: Path
) -> None:
    report = verify_kernel(function, name, **{"dtypes": ["float32"], **options}, folder=tmp_path)
    assert report.passed, [check for check in report.checks if check.status != "passed"]
    assert not list(tmp_path.iterdir())
    assert {check.check for check in report.checks} == {"theorem", "textbook"}
    lacking = [line.split(":")[0] for line in report.left_out if "not supported" in line]
    assert lacking == [feature for feature in FEATURES if feature not in options.get("supports", [])]


# (function, name, what it supports, what fails, sizes of the small instance)
WRONG_INTERFACE: list[tuple[Any, str, list[str], str, dict[str, tuple[int, ...]]]] = [
    (
        targets.interface_with_tiled_groups,
        "dot_product_attention",
        ["groups", "causal"],
        "groups",
        {"query": (1, 1, 4, 1), "key": (1, 1, 2, 1), "value": (1, 1, 2, 1)},
    ),
    (
        targets.interface_causal_off_by_one,
        "dot_product_attention",
        ["causal"],
        "causal",
        {"query": (1, 1, 1, 1), "key": (1, 2, 1, 1), "value": (1, 2, 1, 1)},
    ),
    (
        targets.interface_from_bottom_right,
        "dot_product_attention",
        ["causal"],
        "causal",
        {"query": (1, 1, 1, 1), "key": (1, 2, 1, 1), "value": (1, 2, 1, 1)},
    ),
    (
        targets.interface_capped_after_mask,
        "dot_product_attention",
        ["mask", "softcap"],
        "several together",
        {"query": (1, 1, 1, 1), "key": (1, 2, 1, 1), "mask": (1, 1, 1, 2)},
    ),
    (
        targets.interface_without_the_longer_row,
        "dot_product_attention",
        ["lengths"],
        "lengths",
        {"query": (2, 1, 1, 1), "key": (2, 2, 1, 1), "key_value_seq_lengths": (2,)},
    ),
    (
        targets.interface_doubled_where_nan_is_hidden,
        "dot_product_attention",
        ["mask", "bias", "hidden_nan"],
        "several together",
        {"query": (1, 1, 1, 1), "mask": (1, 1, 1, 2)},
    ),
    (
        targets.interface_vjp_of_one_head_a_group,
        "dot_product_attention_vjp",
        ["groups"],
        "groups",
        {"query": (1, 1, 2, 1), "key": (1, 1, 1, 1), "do": (1, 1, 2, 1)},
    ),
]


@pytest.mark.parametrize(("function", "name", "supports", "fails", "sizes"), WRONG_INTERFACE)
def test_a_wrong_function_fails_as_the_attention_interface_on_a_small_instance_that_replays(
    function: Any, name: str, supports: list[str], fails: str, sizes: dict[str, tuple[int, ...]], tmp_path: Path
) -> None:
    report = verify_kernel(function, name, supports=supports, dtypes=["float32"], folder=tmp_path)
    assert f"{name}, {fails}" in failed(report)
    assert name not in failed(report)
    assert report.script == tmp_path / f"failed_{name}.py"
    with np.load(report.script.with_suffix(".npz")) as saved:
        assert {key: saved[key].shape for key in sizes} == sizes
    again = run(report.script)
    assert (again.returncode, again.stderr) == (1, ""), again
    right = "interface_vjp" if name.endswith("vjp") else "interface"
    mended = run(report.script, f"helpers.targets:{right}")
    if "do" not in sizes:  # which our function calls otherwise
        assert mended.returncode == 0, mended


def test_a_failure_of_the_interface_is_replayed_in_its_layout_with_what_is_expected_only(tmp_path: Path) -> None:
    """A row with nothing to attend to is not compared where that is not supported, here or in the replay."""

    def nan_for_nothing(query: Any, key: Any, value: Any, mask: Any = None) -> Any:
        found = targets.interface_heads_first(query, key, value, mask=mask)
        return found if mask is None else np.where(mask.any(-1)[..., None], found, np.nan)

    options: dict[str, Any] = {"layout": "BHTD", "dtypes": ["float32"], "folder": tmp_path}
    assert verify_kernel(nan_for_nothing, "dot_product_attention", supports=["mask"], **options).passed
    report = verify_kernel(nan_for_nothing, "dot_product_attention", supports=["mask", "empty"], **options)
    assert "dot_product_attention, several together" in failed(report)  # a mask that hides everything needs both
    assert report.script
    assert run(report.script, "helpers.targets:interface_heads_first").returncode == 0


def test_every_feature_of_the_interface_is_documented() -> None:
    page = (ROOT / "docs" / "verify-your-kernel.md").read_text()
    named = re.findall(r"^\| `(\w+)` \|", page.partition("## As the attention interface")[2], re.MULTILINE)
    assert named == list(FEATURES)


@pytest.mark.parametrize("number", range(0, len(LABELS), 7))
def test_fewer_queries_heads_or_rows_of_the_batch_give_the_results_of_those(number: int) -> None:
    instance = replace(make_instance(np.dtype(np.float64), 0, number), poisoned={})
    size = instance.sizes
    group = size.N // size.K
    heads, last, first = list(range((size.K - 1) * group, size.N)), [size.B - 1], list(range(min(2, size.T)))
    with jax.enable_x64(True):
        whole = textbook.evaluated(instance)["output"]
        for places, expected in (
            ({"N": heads, "K": [size.K - 1]}, whole[:, :, heads]),
            ({"B": last}, whole[last]),
            ({"T": first}, whole[:, first]),
        ):
            part = textbook.evaluated(interface_taken(instance, places))["output"]
            np.testing.assert_allclose(part, expected, rtol=1e-9, atol=1e-12)


def test_the_replay_needs_numpy_and_the_target_only(tmp_path: Path) -> None:
    report = verify_kernel(without_shift, "softmax", dtypes=["float32"], instance=4, folder=tmp_path)
    assert report.script
    nodes = list(ast.walk(ast.parse(report.script.read_text())))
    names = {alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names}
    names |= {node.module or "" for node in nodes if isinstance(node, ast.ImportFrom)}
    assert names - set(sys.stdlib_module_names) == {"numpy"}


@pytest.mark.parametrize(("arrays", "dtype"), [("numpy", "bfloat16"), ("numpy", "float16"), ("jax", "bfloat16")])
def test_a_failure_in_half_precision_replays_in_half_precision(arrays: str, dtype: str, tmp_path: Path) -> None:
    options: dict[str, Any] = {"arrays": arrays, "dtypes": [dtype], "instance": 0, "folder": tmp_path}
    report = verify_kernel(targets.softmax_of_one_dtype, "softmax", **options)
    assert failed(report) == {"softmax"}
    assert report.script
    again = run(report.script)
    assert (again.returncode, dtype in again.stdout) == (1, True), again


def test_a_function_that_no_name_leads_to_is_replayed_by_another(tmp_path: Path) -> None:
    report = verify_kernel(lambda x: 2 * targets.softmax(x), "softmax", dtypes=["float32"], instance=0, folder=tmp_path)
    assert report.script
    assert "name a function: python failed_softmax.py package.module:function" in run(report.script).stderr
    assert run(report.script, "helpers.targets:softmax").returncode == 0


def test_what_is_not_checked_is_said() -> None:
    report = verify_kernel(targets.usual_attention, "attention", layout="BHTD", dtypes=["float32"], instances=1)
    assert [line.split(":")[0] for line in report.left_out] == [
        *("temperature", "logsumexp", "mask", "causal", "bias", "empty", "value_width", "temperatures"),
    ]
    assert report.left_out[0].endswith("so it is the square root of the width of the keys everywhere")
    full = verify_kernel(
        generated.numpy.logsumexp, "logsumexp", supports=["temperatures"], dtypes=["float32"], instances=1
    )
    assert full.left_out == ()
    options: dict[str, Any] = {"dtypes": ["float32"], "instances": 1}
    vjp = verify_kernel(generated.numpy.attention_vjp, "attention_vjp", **options)
    assert vjp.left_out[0] == "temperature_cotangent: its number is one for all leading axes, or a scale"
    assert vjp.passed


def test_instances_that_need_what_is_not_supported_are_not_run() -> None:
    report = verify_kernel(generated.numpy.prior_attention, "prior_attention", dtypes=["float32"])
    assert {check.instances for check in report.checks} == {len(KINDS) - 1}
    assert any(line.startswith("empty: not supported") for line in report.left_out)
    none = verify_kernel(generated.numpy.prior_attention, "prior_attention", dtypes=["float32"], instance=11)
    assert not none.checks
    assert not none.passed


def test_pytorch_functions_take_tensors(tmp_path: Path) -> None:
    pytest.importorskip("torch")
    from examples.torch_attention import attention, attention_vjp

    options: dict[str, Any] = {"arrays": "torch", "layout": "BHTD", "instances": 2, "folder": tmp_path}
    assert verify_kernel(attention, "attention", supports=["mask", "causal"], **options).passed
    assert verify_kernel(attention_vjp, "attention_vjp", **options).passed
    doubled = verify_kernel(
        lambda q, k, v, scale: 2 * attention(q, k, v, scale), "attention", dtypes=["bfloat16"], **options
    )
    assert failed(doubled) == {"attention"}
    assert doubled.script
    right = run(doubled.script, "examples.torch_attention:attention")
    assert right.returncode == 0, right


def test_a_function_never_sees_our_arrays_but_copies() -> None:
    seen = []

    def keeping(x: Any) -> Any:
        seen.append(x)
        return targets.softmax_in_place(x)

    assert verify_kernel(keeping, "softmax", dtypes=["float64"], instances=2).passed
    assert len({id(x) for x in seen}) == len(seen)


def first(kernel: str) -> tuple[Any, ...]:
    return Subject(declared(kernel)).parameters


# (function, kernel, flags, positional, keywords)
CALLS: list[tuple[Any, str, list[str], str, str]] = [
    (lambda q, k, v, **options: 0, "attention", ["is_causal"], "q k v", "is_causal"),
    (lambda scores, temperature: 0, "softmax", [], "scores temperature", ""),
    (lambda x, t: 0, "softmax", [], "x t", ""),
    (lambda x, axis=-1: 0, "softmax", [], "x", ""),
    (lambda x, *, scale: 0, "softmax", [], "x", "scale"),
    (lambda *args: 0, "softmax", [], "scores temperature", ""),
    (lambda q, k, v, dropout=0.0, scale=None: 0, "attention", [], "q k v", "scale"),
    (lambda q, k, v, mask=None: 0, "attention", ["mask"], "q k v", "mask"),
    (lambda q, k, v, attn_mask=None, causal=False: 0, "attention", ["mask", "is_causal"], "q k v", "attn_mask causal"),
    (lambda value, query, key: 0, "attention", [], "value query key", ""),
    (lambda *args, **options: 0, "attention", ["is_causal"], "query key value temperature", "is_causal"),
    (lambda q, k, v, do, sm_scale: 0, "attention_vjp", [], "q k v do sm_scale", ""),
    (lambda q, k, v, tau, do, dl: 0, "attention_vjp", [], "q k v tau do dl", ""),
    (lambda q, k, v, do: 0, "attention_vjp", [], "q k v do", ""),
]


@pytest.mark.parametrize(("function", "kernel", "flags", "positional", "keywords"), CALLS)
def test_arguments_go_where_the_parameters_say(
    function: Any, kernel: str, flags: list[str], positional: str, keywords: str
) -> None:
    parameters = first(kernel)
    values = {p.name: float(n + 1) for n, p in enumerate(parameters)} | dict.fromkeys(flags, True)
    binding = bound(Target("mine", function), parameters, flags)
    call = binding.call(values)
    assert [name for name, _ in call.positional] == positional.split()
    assert list(call.keywords) == keywords.split()
    if binding.scaled:
        assert call.named[binding.parameters["temperature"]] == 1 / values["temperature"]
    for ours, theirs in binding.parameters.items():
        assert (binding.scaled and ours == "temperature") or call.named[theirs] == values[ours]
    function(*(value for _, value in call.positional), **call.keywords)


@pytest.mark.parametrize("layout", ["BTNH", "BHTD"])
@pytest.mark.parametrize(
    ("axes", "shape"),
    [
        ((queries, features), {"BTNH": (2, 3, 5, 4), "BHTD": (2, 5, 3, 4)}),
        ((queries, keys), {"BTNH": (2, 5, 3, 6), "BHTD": (2, 5, 3, 6)}),
        ((queries,), {"BTNH": (2, 3, 5), "BHTD": (2, 5, 3)}),
        ((), {"BTNH": (2, 5), "BHTD": (2, 5)}),
    ],
)
def test_a_layout_and_back_is_the_same_array(axes: Any, shape: dict[str, tuple[int, ...]], layout: str) -> None:
    sizes = {queries: 3, keys: 6, features: 4}
    whole = np.random.default_rng(0).normal(size=(2, 5, *(sizes[axis] for axis in axes)))
    assert arranged(whole, axes, layout).shape == shape[layout]
    for array in (whole, whole[0], whole[0, 0]):
        np.testing.assert_array_equal(restored(arranged(array, axes, layout), axes, array.shape, layout), array)
    assert arranged(whole, axes, "") is whole


@pytest.mark.parametrize("size", [1, 2, 3, 5, 16, 1024])
def test_less_of_an_axis_is_less_and_every_part_goes_first_in_halves(size: int) -> None:
    kept = list(kept_of_axis(size))
    assert all(0 < len(places) < size for places in kept)
    if size > 1:
        assert {len(kept[0]), len(kept[1])} <= {size // 2, size - size // 2}
    if 1 < size <= 16:
        assert [places for places in kept if len(places) == size - 1][-size:]


BAD: list[tuple[Any, str, dict[str, Any], str]] = [
    (targets.of_three, "softmax", {}, r"of_three takes \(x: .*but it is called with \(scores, \[temperature\]\)"),
    (targets.raising, "softmax", {}, r"raises ZeroDivisionError: broken inside, called with x \(5,\)$"),
    (targets.no_array, "softmax", {}, "raises ValueError: could not convert string to float"),
    (targets.nothing, "softmax", {}, "returns 0 results; weights or the first of these are expected"),
    (targets.too_many, "softmax", {}, "returns 2 results; weights or the first"),
    (targets.softmax_without_last, "softmax", {}, r"it returns weights of shape \(4,\); \(5,\) is expected"),
    (
        targets.heads_after_tokens,
        "attention",
        {"layout": "BHTD"},
        "heads_after_tokens raises ValueError: .*called with query",
    ),
    (targets.softmax, "softmx", {}, "there is no kernel 'softmx'"),
    (targets.softmax, "softmax", {"layout": "BTNH"}, "softmax has no layout BTNH"),
    (targets.softmax, "softmax", {"layout": "HTD"}, "there is no layout 'HTD'; known: BTNH, BHTD"),
    (targets.softmax, "softmax", {"arrays": "cupy"}, "there is no array kind 'cupy'; known: numpy, jax, torch"),
    (targets.softmax, "softmax", {"dtypes": ["int8"]}, "there is no dtype 'int8'"),
    (targets.softmax, "softmax", {"supports": ["causal"]}, "softmax has no feature 'causal'; known: temperatures"),
    (targets.usual_attention, "attention", {"supports": ["mask"]}, "without mask or attn_mask"),
    (targets.interface, "dot_product_attention", {"supports": ["gqa"]}, "no feature 'gqa'; known: groups, value_width"),
    (targets.usual_attention, "dot_product_attention", {"supports": ["sinks"]}, "without sinks$"),
    (targets.interface_vjp, "dot_product_attention", {}, r"it is called with \(query, key, value\)"),
    (targets.interface_heads_first, "dot_product_attention_vjp", {}, "it is called with"),
    (
        lambda query, key, value: (value, value),
        "dot_product_attention",
        {},
        "it returns 2 results; output is expected$",
    ),
    (
        lambda query, key, value: value[..., :1],
        "dot_product_attention",
        {},
        r"it returns output of shape \(2, 5, 2, 1\); \(2, 5, 2, 3\) is expected$",
    ),
]


@pytest.mark.parametrize(("function", "kernel", "options", "message"), BAD)
def test_what_cannot_be_verified_is_refused_in_one_sentence(
    function: Any, kernel: str, options: dict[str, Any], message: str
) -> None:
    with pytest.raises(BadTarget, match=message) as refused:
        verify_kernel(function, kernel, **options)
    assert "\n" not in str(refused.value)


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("softmax", "does not name a function; write it as package.module:function"),
        ("helpers.nowhere:softmax", "there is no module 'helpers.nowhere'"),
        ("nowhere.at.all:softmax", "there is no module 'nowhere'"),
        ("helpers.targets:softmx", "the module 'helpers.targets' has no 'softmx'; did you mean 'softmax'?"),
        ("helpers.targets:NOT_CALLABLE", "is no function but int"),
        ("needing:f", "'needing' does not import: it needs the package 'no_such_package'"),
        ("failing:f", "'failing' does not import: ZeroDivisionError: division by zero"),
    ],
)
def test_a_name_that_leads_nowhere_is_refused(
    name: str, message: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "needing.py").write_text("import no_such_package\n")
    (tmp_path / "failing.py").write_text("f = 1 / 0\n")
    monkeypatch.syspath_prepend(str(tmp_path))
    with pytest.raises(BadTarget, match=re.escape(message)):
        loaded(name)


def test_the_command_prints_the_table_and_saves_the_failure(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("COLUMNS", raising=False)
    target = [
        "verify",
        "--target",
        "examples.softmax_without_shift:softmax",
        "--as",
        "softmax",
        "--output",
        str(tmp_path),
    ]
    assert main([*target, "--dtype", "float32", "--instance", "4"]) == 1
    said = capsys.readouterr()
    shown = said.out
    assert said.err == f"a failing instance is written to {tmp_path / 'failed_softmax.py'} and failed_softmax.npz\n"
    assert re.search(r"^softmax +numpy +float32 +3 +1 +inf +1 +theorem +3 failed$", shown, re.MULTILINE)
    assert f"to replay a small failing instance: python {tmp_path / 'failed_softmax.py'}" in shown
    assert "not checked\n  temperatures: not supported" in shown
    command = next(line.strip() for line in shown.splitlines() if line.startswith("  attnproof verify"))
    assert main([*command.split()[1:], "--output", str(tmp_path), "--json"]) == 1
    found = json.loads(capsys.readouterr().out)
    assert {check["status"] for check in found["checks"]} == {"failed"}
    assert found["replay"] == str(tmp_path / "failed_softmax.py")
    assert found["left_out"][0].startswith("temperatures")
    assert main([*target, "--dtype", "float32", "--instance", "0"]) == 0


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ("--target helpers.targets:softmax", "say what 'helpers.targets:softmax' is: --as attention"),
        ("--target helpers.targets:softmax --as softmx", "there is no kernel 'softmx'; did you mean 'softmax'?"),
        ("--target helpers.targets:softmax --as softmax --kernel softmax", "--kernel is about our kernels"),
        ("--target helpers.targets:softmax --as softmax --arrays cupy", "there is no array kind 'cupy'"),
        ("--target helpers.targets:softmax --as softmax --supports mask,causal", "softmax has no feature 'causal'"),
        ("--target helpers.targets:softmax --as softmax --dtype int8", "there is no dtype 'int8'"),
        ("--target helpers.targets:nothing_here --as softmax", "has no 'nothing_here'"),
        ("--as softmax", "--as is about a function of yours; name it with --target MODULE:FUNCTION"),
        ("--supports causal", "--supports is about a function of yours"),
    ],
)
def test_a_mistake_on_the_command_line_is_one_sentence(
    arguments: str, message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["verify", *arguments.split()]) == 2
    said = capsys.readouterr()
    assert not said.out
    assert message in said.err
    assert said.err.count("\n") == 1


PLUGGED_IN = """
import numpy as np
import pytest

def right(scores, temperature):
    weights = np.exp((scores - scores.max(-1, keepdims=True)) / temperature)
    return weights / weights.sum(-1, keepdims=True)

def wrong(scores, temperature):
    weights = np.exp(scores / temperature)
    return weights / weights.sum(-1, keepdims=True)

@pytest.mark.attnproof("softmax", dtypes=["float32"], instances=5)
@pytest.mark.parametrize("function", [right, wrong])
def test_softmax(attnproof_instance, function):
    attnproof_instance.check(function)

@pytest.mark.attnproof("dot_product_attention", dtypes=["float32"], instances=2)
def test_skips_groups(attnproof_instance):
    from generated.numpy import dot_product_attention
    attnproof_instance.check(lambda query, key, value: dot_product_attention(query, key, value))

@pytest.mark.attnproof("merge", dtypes=["float32"], instances=12)
def test_skips(attnproof_instance):
    from generated.numpy import merge
    if attnproof_instance.number == 11:
        attnproof_instance.check(merge)
"""


def plugged_in(folder: Path, source: str) -> subprocess.CompletedProcess[str]:
    """A run of pytest with the plug-in and no other, and warnings as errors."""
    (folder / "test_mine.py").write_text(source)
    environment = {**os.environ, "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1", "PYTHONPATH": str(ROOT)}
    options = ["-p", "verification.pytest_plugin", "-W", "error", "--strict-markers", "-rfs"]
    command = [sys.executable, "-m", "pytest", *options, str(folder / "test_mine.py")]
    return subprocess.run(command, capture_output=True, text=True, cwd=folder, env=environment)


def test_the_plug_in_makes_a_test_of_each_instance(tmp_path: Path) -> None:
    ran = plugged_in(tmp_path, PLUGGED_IN)
    assert ran.returncode == 1, ran
    assert "1 failed, 21 passed, 2 skipped" in ran.stdout
    assert re.search(r"FAILED .*test_softmax\[(wrong-)?float32-4-scores of 1e4(-wrong)?\]", ran.stdout)
    assert "is not said to support what instance 11 needs" in ran.stdout
    replay = re.search(r"to replay a small failing instance: python (\S+)", ran.stdout)
    assert replay
    assert run(Path(replay[1])).returncode == 1


def test_the_plug_in_asks_for_the_kernel(tmp_path: Path) -> None:
    ran = plugged_in(tmp_path, "def test_mine(attnproof_instance): pass\n")
    assert ran.returncode == pytest.ExitCode.INTERRUPTED, ran
    assert 'say which kernel: @pytest.mark.attnproof("softmax")' in ran.stdout + ran.stderr
