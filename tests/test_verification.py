"""The verification catches what it should, and its bounds are neither too small nor too large."""

from __future__ import annotations

import itertools
import types
from collections.abc import Callable
from fractions import Fraction
from pathlib import Path
from typing import Any

import numpy as np
import pytest

import generated
from codegen.compile import compiled
from codegen.kernels import KERNELS
from codegen.pieces import FUNCTIONS
from verification.bounds import error_bounds
from verification.checks import Problem
from verification.figure import draw, panels
from verification.inputs import BadInput, heads, load
from verification.instances import DTYPES, KINDS, make_instance
from verification.report import Report
from verification.run import Seeded, Selection, generated_function, verify, verify_inputs, verify_kernel
from verification.searches import entmax_threshold, sparsemax_threshold

ROOT = Path(generated.__path__[0])

WITH_EMPTY_ROWS = ("merge", "prior_attention", "prior_attention_vjp")

# (kernel, what is wrong, module, the right text, the wrong text), applied to the NumPy kernels
BROKEN = [
    ("attention", "wrong scale", "attention", "scores / temperature", "scores * temperature"),
    ("attention", "scale applied twice", "attention", "scores / temperature", "scores / temperature[..., None, None] / temperature"),
    ("attention", "key and value swapped", "attention", "np.matmul(weights, value)", "np.matmul(weights, key)"),
    ("attention", "normalised over queries", "attention", "np.sum(unnormalised, axis=-1)", "np.sum(unnormalised, axis=-2).mean(-1, keepdims=True) + 0 * peak"),
    ("attention", "log-sum-exp without its maximum", "attention", "peak + np.log(total)", "np.log(total)"),
    ("attention", "float32 inside", "attention", "compute = np.result_type(dtype, np.float32)", "compute = np.dtype(np.float32)"),
    ("attention_vjp", "missing baseline", "attention", " - delta[..., :, None]", ""),
    ("attention_vjp", "log-sum-exp cotangent forgotten", "attention", "logsumexp_cotangent[..., :, None] + ", ""),
    ("attention_vjp", "query and key cotangents swapped", "attention", "gradients = [query_cotangent, key_cotangent", "gradients = [key_cotangent, query_cotangent"),
    ("attention_vjp", "scale forgotten in the scores' cotangent", "attention", "* weights / temperature[..., None, None]", "* weights"),
    ("softmax", "no shift by the maximum", "transport", "exponent - peak[..., None]", "exponent"),
    ("logsumexp", "temperature outside forgotten", "transport", "temperature * (peak", "(peak"),
    ("transport_objective", "0 log 0 is NaN", "transport", "np.log(np.where(x > 0, x, 1))", "np.log(x)"),
    ("fisher_matrix", "diagonal forgotten", "geometry", "np.eye(scores.shape[-1], dtype=scores.dtype) * ", "0 * "),
    ("fisher_matrix", "one temperature too few", "geometry", "** 2", "** 1"),
    ("fisher_vector_product", "mean forgotten", "geometry", "(vector - product[..., None])", "vector"),
    ("policy_gradient", "baseline in one place only", "learning", "gradient = (term * weights", "gradient = (utility * weights"),
    ("natural_gradient", "not centred", "learning", " - term[..., None]", ""),
    ("advantage", "unweighted mean", "learning", "weights = unnormalised / total[..., None]", "weights = 0 * unnormalised + 1 / scores.shape[-1]"),
    ("gaussian_attention", "prior of the norms forgotten", "gaussian", "term_2[..., None, :] + term_4", "term_4"),
    ("gaussian_weights", "factor two in the exponent", "gaussian", "/ (2 * temperature[..., None, None])", "/ temperature[..., None, None]"),
    ("attention_jvp", "tangent of the values forgotten", "attention", "output_tangent = product + product_4", "output_tangent = product_4"),
    ("attention_jvp", "mean tangent forgotten", "attention", "term_3 = exponent_tangent - mean_tangent[..., :, None]\n    product_4_part", "term_3 = exponent_tangent\n    product_4_part"),
    ("attention_jvp", "tangent of the temperature with the wrong sign", "attention", "term_2 = -temperature_tangent", "term_2 = temperature_tangent"),
    ("query_fisher", "keys not centred", "geometry", "key[..., None, :, :] - product[..., :, None, :]", "key[..., None, :, :] - 0 * product[..., :, None, :]"),
    ("query_fisher", "one temperature too few", "geometry", "temperature[..., None, None, None] ** 2", "temperature[..., None, None, None]"),
    ("bregman_divergence", "divergence in the other order", "geometry", "term_3 = moved_scores - scores\n    weights = unnormalised_2 / total_2", "term_3 = moved_scores - scores\n    weights = unnormalised / total"),
    ("bregman_divergence", "slope forgotten", "geometry", "term - term_2 - product", "term - term_2"),
    ("mean_shift", "the query kept", "gaussian", "shift = product - query", "shift = product"),
    ("kernel_density", "norm of the query forgotten", "gaussian", " - total_2 / (2 * temperature[..., None])", ""),
    ("kernel_density", "score not divided by the temperature", "gaussian", "(product - query) / temperature[..., None, None]", "product - query"),
    ("merge", "other block not brought to the shift", "streaming", "unnormalised_2 = np.exp(other_maximum - shift)", "unnormalised_2 = 1 + 0 * shift"),
    ("merge", "accumulators added as they are", "streaming", "accumulator * unnormalised[..., :, None] + ", "accumulator + "),
    ("merge", "maximum of the first block", "streaming", "np.maximum(maximum, other_maximum)", "maximum + 0 * other_sum"),
    ("attention_hvp", "weights held fixed", "attention", "weights_tangent = term_3 * weights", "weights_tangent = 0 * term_3 * weights"),
    ("attention_hvp", "baseline held fixed", "attention", "utility_tangent - delta_tangent[..., :, None]", "utility_tangent"),
    ("attention_hvp", "direct term of the keys forgotten", "attention", "query_product = product_3 + product_4", "query_product = product_3"),
    ("prior_attention", "maximum over masked keys too", "prior", "np.where(weight > 0, x, -np.inf)", "x"),
    ("prior_attention", "log-prior divided by the temperature", "prior", "scores / temperature[..., None, None] + log_prior", "(scores + log_prior) / temperature[..., None, None]"),
    ("prior_attention", "prior forgotten in the sum", "prior", 'np.einsum("...ij,...ij->...i", prior, unnormalised)', "unnormalised.sum(-1)"),
    ("prior_attention_vjp", "prior forgotten in the weights", "prior", "weights = prior * unnormalised", "weights = unnormalised"),
    ("prior_attention_vjp", "one temperature too few", "prior", "temperature_cotangent = -product_4 / temperature ** 2", "temperature_cotangent = -product_4 / temperature"),
    ("prior_attention_vjp", "log-prior cotangent divided by the temperature", "prior", "gradients = [query_cotangent, key_cotangent, value_cotangent, log_prior_cotangent", "gradients = [query_cotangent, key_cotangent, value_cotangent, log_prior_cotangent / temperature[..., None, None]"),
    ("folded_attention", "score matrix transposed", "self_attention", "score_matrix)", "np.swapaxes(score_matrix, -1, -2))"),
    ("folded_attention", "heads averaged", "self_attention", "output = product\n", "output = product / score_matrix.shape[-3]\n"),
    ("self_attention_vjp", "value path forgotten", "self_attention", "product_3 + product_4 + product_5", "product_3 + product_4"),
    ("self_attention_vjp", "baseline forgotten", "self_attention", " - delta[..., :, :, None]", ""),
    ("sparsemax", "threshold over the whole row", "sparse", 'np.einsum("...j,...j->...", support, relative)\n    total = np.sum(support, axis=-1)', "relative.sum(-1)\n    total = 0 * relative.sum(-1) + relative.shape[-1]"),
    ("sparsemax", "support too large", "sparse", "excess < 1", "excess < 1.5"),
    ("sparsemax_vjp", "mean over the support forgotten", "sparse", "(weights_cotangent - product[..., None] / total[..., None]) * support", "weights_cotangent * support"),
    ("sparsemax_vjp", "Jacobian of softmax", "sparse", "support = _where_positive(weights)\n    product", "support = weights\n    product"),
    ("entmax", "wrong power", "sparse", "power ** (1 / (alpha[..., None] - 1))", "power ** (1 / alpha[..., None])"),
    ("entmax", "bisected too few times", "sparse", "+ count.bit_length() + 2", "- 20"),
    ("entmax_vjp", "mean over the support forgotten", "sparse", "(weights_cotangent - product[..., None] / total[..., None]) * slopes", "weights_cotangent * slopes"),
    ("entmax_vjp", "Jacobian of softmax", "sparse", "slopes = support / positive_weights ** (alpha[..., None] - 2)", "slopes = weights"),
    ("entmax_vjp", "wrong power", "sparse", "(alpha[..., None] - 2)", "(alpha[..., None] - 1)"),
    ("gaussian_attention_vjp", "mean utility forgotten", "gaussian", "utility - delta[..., :, None]", "utility"),
]  # fmt: skip


def edited(module: str, old: str, new: str) -> types.ModuleType:
    """A NumPy module with one text replaced."""
    source = (ROOT / "numpy" / f"{module}.py").read_text()
    assert old in source, f"{old!r} is not in the kernel any more"
    made = types.ModuleType("broken")
    exec(compile(source.replace(old, new), "broken", "exec"), made.__dict__)
    return made


def functions_with(kernel: str, broken: Any) -> Callable[[str, str], Any]:
    return lambda backend, name: broken if (backend, name) == ("numpy", kernel) else generated_function(backend, name)


@pytest.mark.filterwarnings("ignore::RuntimeWarning")
@pytest.mark.parametrize(("kernel", "what", "module", "old", "new"), BROKEN, ids=[f"{b[0]}: {b[1]}" for b in BROKEN])
def test_a_broken_kernel_is_caught(kernel: str, what: str, module: str, old: str, new: str) -> None:
    broken = getattr(edited(module, old, new), kernel)
    selection = Selection(kernels=(kernel,), backends=("numpy",), dtypes=("float64",), instances=6)
    results = verify_kernel(kernel, selection, Seeded(selection), functions_with(kernel, broken))
    failed = {result.check for result in results if result.status == "failed"}
    assert "theorem" in failed, f"{what}: only {failed} failed"
    command = next(result.reproduce for result in results if result.status == "failed")
    assert command.startswith(
        f"attnproof verify --kernel {kernel} --backend numpy --dtype float64 --seed 0 --instance "
    )


@pytest.mark.parametrize(
    ("kernel", "old", "new"),
    [
        ("sparsemax", "excess < 1", "excess < 0.5"),
        ("sparsemax", "np.maximum(x, 0)", "x - 1e-9"),
        ("entmax", "axis=-1, keepdims=True) > 1", "axis=-1, keepdims=True) > 1 + 1e-9"),
        ("entmax", "(scores >= smallest)", "(scores > smallest)"),
        ("entmax", "plan / _nonzero(total[..., None])", "plan * (1 + 1e-9)"),
    ],
)
def test_a_plan_that_is_not_optimal_fails_the_conditions(kernel: str, old: str, new: str) -> None:
    broken = getattr(edited("sparse", old, new), kernel)
    selection = Selection(kernels=(kernel,), backends=("numpy",), dtypes=("float64",), instances=2)
    results = verify_kernel(kernel, selection, Seeded(selection), functions_with(kernel, broken))
    assert "conditions" in {result.check for result in results if result.status == "failed"}


def test_the_searches_of_the_verification_agree_where_both_are_exact() -> None:
    rng = np.random.default_rng(6)
    for scores in (*rng.normal(size=(20, 6)), np.zeros(4), np.zeros(1), np.asarray([0.0, -1.0, -1.0])):
        row = [Fraction(float(score - scores.max())) for score in scores]
        threshold = sparsemax_threshold(row)
        assert sum(max(score - threshold, Fraction(0)) for score in row) == 1
        assert abs(threshold - entmax_threshold(row, Fraction(2))) < Fraction(1, 2**100)


def test_a_kernel_that_computes_in_half_precision_is_caught() -> None:
    broken = edited("attention", "compute = np.result_type(dtype, np.float32)", "compute = np.dtype(np.float16)")
    selection = Selection(kernels=("attention",), backends=("numpy",), dtypes=("float32",), instances=1)
    results = verify_kernel("attention", selection, Seeded(selection), functions_with("attention", broken.attention))
    assert {result.check for result in results if result.status == "failed"} >= {"theorem", "textbook"}


@pytest.mark.parametrize("kernel", ["softmax", "attention_vjp", "fisher_matrix"])
def test_generated_kernels_pass_every_check_on_every_kind_of_instance(kernel: str) -> None:
    selection = Selection(kernels=(kernel,), dtypes=("float32",), instances=len(KINDS))
    results = verify_kernel(kernel, selection, Seeded(selection))
    assert not [result for result in results if result.status != "passed"]
    assert {result.backend for result in results} == {"numpy", "jax"}
    assert max(result.instances for result in results) == len(KINDS)


@pytest.mark.parametrize(
    ("kernel", "module", "what", "old", "new"),
    [
        (
            "merge",
            "streaming",
            "an empty state counts",
            "np.where(np.isneginf(x), 0, x)",
            "np.where(np.isneginf(x), -1e9, x) - 1",
        ),
        (
            "merge",
            "streaming",
            "the shift is minus infinity",
            "shift = _finite(merged_maximum)",
            "shift = merged_maximum",
        ),
        (
            "merge",
            "streaming",
            "nothing and nothing is something",
            "return merged_maximum",
            "return _finite(merged_maximum)",
        ),
        ("prior_attention", "prior", "0 / 0", "/ _nonzero(product_2[..., :, None])", "/ product_2[..., :, None]"),
        ("prior_attention", "prior", "the shift is minus infinity", "shift = _finite(peak)", "shift = peak"),
        ("prior_attention", "prior", "log-sum-exp 0", "-np.inf)\n\n\ndef _open", "0)\n\n\ndef _open"),
        ("prior_attention_vjp", "prior", "0 / 0", "/ _nonzero(product[..., :, None])", "/ product[..., :, None]"),
    ],
)
@pytest.mark.filterwarnings("ignore::RuntimeWarning")
def test_a_kernel_that_is_wrong_for_empty_rows_is_caught(
    kernel: str, module: str, what: str, old: str, new: str
) -> None:
    number = next(number for number, kind in enumerate(KINDS) if kind.empty)
    selection = Selection(kernels=(kernel,), backends=("numpy",), dtypes=("float64",), instance=number)
    broken = getattr(edited(module, old, new), kernel)
    results = verify_kernel(kernel, selection, Seeded(selection), functions_with(kernel, broken))
    failed = {result.check for result in results if result.status == "failed"}
    assert failed & {"textbook", "autodiff"}, what


@pytest.mark.parametrize("kernel", WITH_EMPTY_ROWS)
def test_nothing_but_what_a_theorem_leaves_open_of_empty_rows_is_left_out(kernel: str) -> None:
    declared = next(one for kernels in KERNELS.values() for one in kernels if one.name == kernel)
    program, dtype = compiled(declared), DTYPES["float64"]
    number = next(number for number, kind in enumerate(KINDS) if kind.empty)
    problem = Problem(program, dtype, make_instance(declared, dtype, 0, number))
    left = {output: len(problem.said(output)[0]) / len(problem.exact[output][0]) for output in problem.outputs}
    assert any(share > 0 for share in left.values())
    assert any(share < 1 for share in left.values()), "no row of this instance is empty"
    full = Problem(program, dtype, make_instance(declared, dtype, 0, 0))
    assert all(len(full.said(output)[0]) == len(full.exact[output][0]) for output in full.outputs)


def test_the_same_seed_gives_the_same_report() -> None:
    selection = Selection(kernels=("natural_gradient",), dtypes=("float32",), instances=3, seed=5)
    one, two = (verify(selection, lambda label, done, whole: None) for _ in range(2))
    assert one.checks == two.checks
    assert one.passed


def test_every_instance_is_finite_and_held_by_its_dtype() -> None:
    for kernel in (kernel for kernels in KERNELS.values() for kernel in kernels):
        for dtype in DTYPES.values():
            for number in range(len(KINDS)):
                for name, array in make_instance(kernel, dtype, 0, number).arrays.items():
                    with np.errstate(all="ignore"):
                        again = array.astype(dtype).astype(np.float64)
                    empty = np.isneginf(array) if KINDS[number].empty else False
                    assert (np.isfinite(array) | empty).all(), (kernel.name, dtype, number, name)
                    assert (array == again).all(), (kernel.name, dtype, number, name)


def test_adversarial_instances_occur() -> None:
    labels = {kind.label for kind in KINDS}
    assert labels >= {"one key", "scores of 1e4", "ties", "tiny temperature", "denormals", "long rows", "batched"}


def test_bounds_are_small_where_the_problem_is_well_conditioned() -> None:
    attention = KERNELS["attention"][0]
    instance = make_instance(attention, np.dtype(np.float32), 0, 0)
    bounds = error_bounds(compiled(attention).program, instance.arrays, instance.sizes, np.dtype(np.float32))
    assert bounds["output"].error.max() < 1e-4
    double = error_bounds(compiled(attention).program, instance.arrays, instance.sizes, np.dtype(np.float64))
    assert double["output"].error.max() < 1e-12


def saved(folder: Path, **arrays: Any) -> Path:
    path = folder / "inputs.npz"
    np.savez(path, **arrays)
    return path


def good_arrays() -> dict[str, Any]:
    rng = np.random.default_rng(1)
    shapes = {"query": (2, 4, 1, 3), "key": (2, 5, 1, 3), "value": (2, 5, 1, 2)}
    return {name: rng.normal(size=shape).astype(np.float32) for name, shape in shapes.items()}


def test_inputs_of_a_user_are_verified_without_their_padding(tmp_path: Path) -> None:
    mask = np.ones((2, 5), bool)
    mask[1, 3:] = False
    arrays = good_arrays()
    arrays["key"][1, 3:] = 1e30
    path = saved(tmp_path, **arrays, mask=mask)
    report = verify_inputs(path, Selection(kernels=("attention",), dtypes=("float32",)), lambda *progress: None)
    assert report.passed
    assert {check.instances for check in report.checks} == {2}


def attended(arrays: dict[str, Any], mask: Any) -> Any:
    """The output of attention by hand, NaN in the rows of padding."""
    query, key, value = (arrays[name].astype(np.float64) for name in ("query", "key", "value"))
    scores = np.einsum("btnh,bsnh->bnts", query, key) / np.sqrt(query.shape[-1])
    weights = np.exp(scores) * mask[:, None, None, :]
    output = np.einsum("bnts,bsne->btne", weights / weights.sum(-1, keepdims=True), value)
    return np.where(mask[:, :, None, None], output, np.nan).astype(np.float32)


def of_interface(path: Path, *backends: str) -> Report:
    selection = Selection(kernels=FUNCTIONS, backends=backends or ("numpy", "jax"), dtypes=("float32", "float64"))
    return verify_inputs(path, selection, lambda *progress: None)


@pytest.mark.parametrize("change", [{}, {"temperature": np.asarray(0.7)}], ids=["plain", "temperature"])
def test_inputs_of_a_user_are_verified_by_the_attention_interface(tmp_path: Path, change: dict[str, Any]) -> None:
    mask = np.ones((2, 5), bool)
    mask[1, 3:] = False
    arrays = good_arrays()
    arrays["key"][1, 3:] = arrays["value"][1, 3:] = 1e30
    report = of_interface(saved(tmp_path, **arrays, **change, mask=mask), "numpy")
    assert report.passed
    assert {check.kernel for check in report.checks} == set(FUNCTIONS)
    assert {"textbook", "autodiff", "theorem", "adjoint", "spreading"} <= {check.check for check in report.checks}
    assert "stored" not in {check.check for check in report.checks}


def test_the_output_of_a_user_is_compared_and_a_wrong_one_is_found(tmp_path: Path) -> None:
    mask = np.ones((2, 5), bool)
    mask[0, 4] = False
    arrays = good_arrays()
    arrays["query"] = arrays["key"][:, ::-1]
    output = attended(arrays, mask)
    path = saved(tmp_path, **arrays, mask=mask, output=output)
    assert of_interface(path).passed
    output[1, 2, 0, 1] *= 1 + 1e-4
    failed = [
        check for check in of_interface(saved(tmp_path, **arrays, mask=mask, output=output)).checks if check.reproduce
    ]
    assert {(check.kernel, check.check) for check in failed} == {(FUNCTIONS[0], "stored")}
    assert {check.backend for check in failed} == {"numpy", "jax"}
    assert all(f"--inputs {path} --seed 0 --instance 0" in check.reproduce for check in failed)


BAD_INPUTS: list[tuple[dict[str, Any], str]] = [
    ({"query": None}, r"has no array named query; it holds \['key', 'value'\]"),
    (
        {"key": np.zeros((2, 5, 1, 4))},
        r"query of shape \(2, 4, 1, 3\) and key of shape \(2, 5, 1, 4\) differ in B, N or H",
    ),
    ({"value": np.zeros((2, 6, 1, 2))}, r"key of shape \(2, 5, 1, 3\) and value of shape \(2, 6, 1, 2\) differ"),
    ({"query": np.zeros((4, 3))}, r"query is float64 of shape \(4, 3\); floating point of shape \(B, T, N, H\)"),
    ({"query": np.full((2, 4, 1, 3), np.nan)}, "query holds NaN or infinity"),
    ({"mask": np.ones((2, 5))}, r"mask is float64 of shape \(2, 5\); bool of shape \(2, 5\) is expected"),
    ({"mask": np.zeros((2, 5), bool)}, "mask leaves row 0 without any key"),
    ({"temperature": np.asarray(-1.0)}, "temperature is -1.0; one positive number is expected"),
    ({"temperature": np.asarray(np.inf)}, "temperature is inf; one positive number is expected"),
    ({"temperature": np.asarray("hot")}, "temperature is hot; one positive number is expected"),
    ({"query": np.zeros((2, 0, 1, 3))}, r"query of shape \(2, 0, 1, 3\) is empty; every axis must have at least one"),
    (
        {"key": np.zeros((2, 0, 1, 3)), "value": np.zeros((2, 0, 1, 2)), "mask": np.ones((2, 0), bool)},
        r"key of shape \(2, 0, 1, 3\) is empty; every axis",
    ),
    ({"value": np.zeros((2, 5, 1, 0))}, r"value of shape \(2, 5, 1, 0\) is empty; every axis"),
    ({name: np.zeros((0, 4, 1, 3)) for name in ("query", "key", "value")}, r"query of shape \(0, 4, 1, 3\) is empty"),
    ({"output": np.zeros((2, 4, 1, 3))}, r"output is float64 of shape \(2, 4, 1, 3\); .* of shape \(2, 4, 1, 2\) is"),
    ({"output": np.zeros((2, 4, 1, 2), int)}, r"output is int64 of shape \(2, 4, 1, 2\); floating point of shape"),
    ({"output": np.full((2, 4, 1, 2), np.inf)}, "output holds NaN or infinity"),
    ({"mask": np.asarray([{}], object)}, "is not an .npz file of plain arrays"),
]


@pytest.mark.parametrize(("change", "message"), BAD_INPUTS)
def test_bad_inputs_are_refused_in_one_sentence(tmp_path: Path, change: dict[str, Any], message: str) -> None:
    arrays = {name: array for name, array in {**good_arrays(), **change}.items() if array is not None}
    with pytest.raises(BadInput, match=message):
        load(saved(tmp_path, **arrays))


def test_a_file_that_is_no_archive_is_refused(tmp_path: Path) -> None:
    (tmp_path / "no.npz").write_text("no")
    (tmp_path / "empty.npz").touch()
    (tmp_path / "folder.npz").mkdir()
    np.save(tmp_path / "one.npy", np.zeros((2, 4, 1, 3)))
    whole = saved(tmp_path, **good_arrays()).read_bytes()
    (tmp_path / "cut.npz").write_bytes(whole[: len(whole) // 2])
    for name, message in (
        ("no.npz", "is not an .npz file"),
        ("empty.npz", "is not an .npz file"),
        ("one.npy", "is not an .npz file"),
        ("cut.npz", "is not an .npz file"),
        ("folder.npz", "cannot be read: Is a directory; give an .npz file"),
        ("missing.npz", "does not exist"),
    ):
        with pytest.raises(BadInput, match=f"{name} {message}"):
            load(tmp_path / name)


def test_a_kernel_that_raises_fails_with_its_error() -> None:
    def raising(*arguments: Any) -> Any:
        raise ZeroDivisionError("broken inside")

    selection = Selection(kernels=("softmax",), backends=("numpy",), dtypes=("float32",), instances=1)
    results = verify_kernel("softmax", selection, Seeded(selection), functions_with("softmax", raising))
    (failed,) = [result for result in results if result.status == "failed"]
    assert "broken inside" in failed.message


EXAMPLE = ROOT.parent / "examples" / "minilm_attention.npz"


def test_the_attention_kernel_gives_the_outputs_that_the_real_model_gave() -> None:
    arrays = load(EXAMPLE)
    rows, heads_ = arrays["output"].shape[0], arrays["output"].shape[2]
    given = iter(heads(arrays))
    for row in range(rows):
        for head in range(heads_):
            one = next(given)
            output, _ = generated_function("numpy", "attention")(*one.values(), np.sqrt(32))
            np.testing.assert_allclose(output, arrays["output"][row, arrays["mask"][row], head], atol=2e-6)


def test_the_attention_interface_gives_the_outputs_that_the_real_model_gave() -> None:
    report = of_interface(EXAMPLE)
    assert report.passed
    stored = {(check.backend, check.dtype): check.worst_error for check in report.checks if check.check == "stored"}
    assert set(stored) == set(itertools.product(("numpy", "jax"), ("float32", "float64")))
    assert max(stored.values()) < 0.5


def test_the_figure_is_drawn_from_the_example(tmp_path: Path) -> None:
    draw(EXAMPLE, tmp_path / "figure.png")
    assert (tmp_path / "figure.png").read_bytes().startswith(b"\x89PNG")


def test_on_real_keys_only_the_weights_with_the_prior_are_the_attention_weights() -> None:
    head = list(heads(load(EXAMPLE)))[1]
    shown = list(panels(head["query"], head["key"], head["value"], float(np.sqrt(32))).values())
    np.testing.assert_allclose(shown[0], shown[1], atol=1e-12)
    assert np.abs(shown[0] - shown[2]).sum(-1).mean() > 0.5
