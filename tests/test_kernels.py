"""The generated kernels: what they are derived from, what passes may do to them, and how they behave for a user."""

from __future__ import annotations

import importlib
import re
import types
from dataclasses import replace
from fractions import Fraction
from pathlib import Path
from typing import Any

import jax
import jax.numpy as jnp
import ml_dtypes
import numpy as np
import pytest
from sympy import Add, Expr, exp

import generated
from codegen.backends.render import BACKENDS, kernel_files, module_text
from codegen.compile import EXPRESSION_PASSES, compiled
from codegen.kernels import KERNELS, Kernel
from codegen.pieces import INTERFACE
from codegen.program.denote import Unproved, denotation
from codegen.program.ir import Apply, Contract, Map, Number
from codegen.program.passes import contractions_ordered
from codegen.program.rewrite import carried_out, deltas_contracted, stabilised
from derivations.catalogue import CATALOGUE
from derivations.geometry.softmax import fisher, x
from derivations.index import Delta, Total, total
from derivations.notation import j, k, keys
from derivations.proof import Equation, Theorem
from derivations.transport.a9_tsallis import chi
from derivations.transport.problem import s
from verification.evaluate import Evaluation, balls
from verification.searches import entmax_threshold

ROOT = Path(generated.__path__[0])
ALL = {kernel.name: kernel for kernels in KERNELS.values() for kernel in kernels}
BACKEND_NAMES = [backend.name for backend in BACKENDS]


def function(backend: str, kernel: str) -> Any:
    return getattr(importlib.import_module(f"generated.{backend}"), kernel)


def arguments(kernel: Kernel, dtype: Any, batch: tuple[int, ...] = ()) -> list[Any]:
    sizes = {"m": 3, "n": 5, "d": 4, "e": 2, "T": 3, "D": 4, "N": 2}
    rng = np.random.default_rng(7)
    made = []
    for argument in kernel.arguments:
        axes = getattr(argument.variable, "axes", None)
        shape = batch if axes is None else (*batch, *(sizes[axis.size.name] for axis in axes))
        array = rng.normal(size=shape)
        positive = axes is None or argument.name in ("prior", "weights")
        least = 1.5 if argument.name == "alpha" else 0.5
        made.append(np.abs(array) + least if axes is None else (np.abs(array) if positive else array).astype(dtype))
    return made


def tuple_of(results: Any) -> tuple[Any, ...]:
    return results if isinstance(results, tuple) else (results,)


def evaluated(source: str) -> types.ModuleType:
    module = types.ModuleType("kernel_under_test")
    exec(compile(source, "kernel_under_test", "exec"), module.__dict__)
    return module


def doubled(theorem: Theorem, claim: int) -> Theorem:
    """The theorem with twice the right side in one claim."""
    steps = list(theorem.steps)
    old = steps[claim].claim
    assert isinstance(old, Equation)
    steps[claim] = replace(steps[claim], claim=Equation(old.lhs, 2 * old.rhs))
    return replace(theorem, steps=tuple(steps))


@pytest.mark.parametrize("kernel", ALL.values(), ids=ALL)
def test_a_changed_theorem_changes_the_text_and_the_values_of_its_kernel(kernel: Kernel) -> None:
    """Before it is divided by its sum, which takes any factor off."""
    kernel = replace(kernel, outputs=tuple(replace(output, normalised="") for output in kernel.outputs))
    before = module_text(BACKENDS[0], [compiled(kernel)])
    given = arguments(kernel, np.float64)
    for place, output in enumerate(kernel.outputs):
        if output.chosen is not None:
            continue
        changed = tuple(doubled(t, output.claim) if t.id == output.theorem else t for t in CATALOGUE)
        after = module_text(BACKENDS[0], [compiled(kernel, changed)], changed)
        assert before != after
        once, twice = (tuple_of(getattr(evaluated(text), kernel.name)(*given))[place] for text in (before, after))
        np.testing.assert_allclose(twice, 2 * once, rtol=1e-12)


def test_committed_kernels_are_what_the_theorems_give() -> None:
    for path, text in kernel_files().items():
        assert (ROOT / path).read_text() == text, f"{path} is stale: run `attnproof generate`"


@pytest.mark.parametrize("path", sorted(ROOT.glob("*/*.py")), ids=lambda path: f"{path.parent.name}/{path.name}")
def test_kernel_files_name_their_source_and_loop_over_no_elements(path: Path) -> None:
    text = path.read_text()
    assert "do not edit" in text
    if path.name == "__init__.py":
        return
    assert re.search(r"from theorems [A-F]\d", text)
    assert re.search(r"sha256 [0-9a-f]{64}", text)
    if path.stem == INTERFACE:
        return  # a schedule loops over blocks
    bodies = text.split("def _")[0]
    assert "range(" not in bodies
    assert "while" not in bodies


def test_sums_are_contractions_and_not_loops() -> None:
    program = compiled(ALL["attention"]).program
    assert [a.name for a in program.assignments if isinstance(a.operation, Contract)] == ["scores", "output"]


def test_equal_subexpressions_under_different_bound_indices_are_computed_once() -> None:
    program = compiled(ALL["attention_vjp"]).program
    exponentials = [
        a for a in program.assignments if isinstance(a.operation, Map) and a.name.startswith("unnormalised")
    ]
    assert len(exponentials) == 1
    assert "function='exp'" not in str([a.operation for a in program.assignments if a not in exponentials])


def _sign_flipped(expr: Expr) -> Expr:
    return -expr


def _unshifted_numerator(expr: Expr) -> Expr:
    """Shifts the sum but not the term above it."""
    return stabilised(expr).replace(lambda node: isinstance(node, exp), lambda node: exp(2 * node.args[0]))


def _delta_forgotten(expr: Expr) -> Expr:
    return expr.replace(lambda node: isinstance(node, Delta), lambda node: Add())


@pytest.mark.parametrize("corrupted", [_sign_flipped, _unshifted_numerator, _delta_forgotten])
def test_a_corrupted_pass_is_refused(corrupted: Any) -> None:
    passes = (carried_out, corrupted)
    with pytest.raises(Unproved, match=r"policy_gradient.gradient: the pass .* changes the meaning"):
        compiled(ALL["policy_gradient"], passes=passes)


def test_a_corrupted_program_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    def corrupt(program: Any, axes: Any) -> Any:
        *rest, last = program.results
        wrong = replace(last, value=Apply("mul", (Number(Add(2)), last.value)))
        return replace(contractions_ordered(program, axes), results=(*rest, wrong))

    monkeypatch.setattr("codegen.compile.contractions_ordered", corrupt)
    with pytest.raises(Unproved, match=r"softmax.weights: the lowering"):
        compiled(ALL["softmax"])


def test_the_order_of_independent_passes_does_not_matter() -> None:
    first = compiled(ALL["policy_gradient"], passes=EXPRESSION_PASSES)
    second = compiled(ALL["policy_gradient"], passes=(carried_out, stabilised, deltas_contracted))
    names = {argument.variable: argument.name for argument in first.kernel.arguments}
    assert denotation(first.program, names).keys() == denotation(second.program, names).keys()


def test_delta_contraction_leaves_no_delta_on_a_bound_index() -> None:
    contracted = deltas_contracted(total(fisher[j, k] * x[k], k))
    assert not contracted.has(Delta)
    assert contracted.has(Total)


@pytest.mark.parametrize("backend", BACKEND_NAMES)
@pytest.mark.parametrize("kernel", ALL.values(), ids=ALL)
@pytest.mark.parametrize(
    "dtype", [np.float16, ml_dtypes.bfloat16, np.float32, np.float64], ids=lambda d: np.dtype(d).name
)
def test_results_have_the_dtype_of_the_arrays(backend: str, kernel: Kernel, dtype: Any) -> None:
    with jax.enable_x64(True):
        results = tuple_of(function(backend, kernel.name)(*arguments(kernel, dtype)))
    tensors = [output for output in kernel.outputs if output.of != "temperature"]
    for output, result in zip(kernel.outputs, results, strict=True):
        if output in tensors:
            assert result.dtype == np.dtype(dtype)


@pytest.mark.parametrize("kernel", ALL.values(), ids=ALL)
def test_jax_kernels_run_in_float32_without_x64(kernel: Kernel) -> None:
    results = tuple_of(jax.jit(function("jax", kernel.name))(*arguments(kernel, np.float32)))
    assert all(result.dtype == jnp.float32 for result in results)


@pytest.mark.parametrize("backend", BACKEND_NAMES)
@pytest.mark.parametrize("kernel", ALL.values(), ids=ALL)
def test_leading_axes_are_problems_of_their_own(backend: str, kernel: Kernel) -> None:
    with jax.enable_x64(True):
        given = arguments(kernel, np.float64, (2, 3))
        whole = tuple_of(function(backend, kernel.name)(*given))
        for place in np.ndindex(2, 3):
            part = tuple_of(function(backend, kernel.name)(*(array[place] for array in given)))
            for one, other in zip(whole, part, strict=True):
                np.testing.assert_allclose(one[place], other, rtol=1e-12, atol=1e-13)


@pytest.mark.parametrize("backend", BACKEND_NAMES)
@pytest.mark.parametrize("name", ["attention_vjp", "gaussian_attention_vjp"])
def test_cotangents_are_summed_over_broadcast_axes(backend: str, name: str) -> None:
    rng = np.random.default_rng(3)
    query, key, value = rng.normal(size=(2, 3, 4, 5)), rng.normal(size=(2, 1, 6, 5)), rng.normal(size=(6, 2))
    cotangent = rng.normal(size=(2, 3, 4, 2))
    with jax.enable_x64(True):
        gradients = function(backend, name)(query, key, value, 1.5, cotangent)
        tiled = [np.broadcast_to(a, (2, 3, *a.shape[-2:])) for a in (query, key, value)]
        each = function(backend, name)(*tiled, np.full((2, 3), 1.5), cotangent)
    for got, wanted, axes in zip(gradients, each, [(), (1,), (0, 1), (0, 1)], strict=True):
        np.testing.assert_allclose(np.squeeze(got), np.asarray(wanted).sum(axes), rtol=1e-12, atol=1e-13)


def of_attention(query: Any, key: Any, value: Any, temperature: Any) -> Any:
    output, logsumexp = function("jax", "attention")(query, key, value, temperature)
    return (output**2).sum() + jnp.sin(logsumexp).sum()


def of_textbook_attention(query: Any, key: Any, value: Any, temperature: Any) -> Any:
    scores = query @ key.T / temperature
    return ((jax.nn.softmax(scores) @ value) ** 2).sum() + jnp.sin(jax.nn.logsumexp(scores, axis=-1)).sum()


@pytest.mark.parametrize(
    "derivative",
    [
        lambda f: jax.grad(f, range(4)),
        lambda f: jax.jit(jax.grad(f, range(4))),
        lambda f: jax.jit(jax.hessian(f, 0)),
        lambda f: jax.jit(jax.jacrev(jax.jacrev(f, 1), 2)),
    ],
    ids=["reverse", "under jit", "forward over reverse", "reverse over reverse"],
)
def test_jax_differentiates_attention_any_number_of_times(derivative: Any) -> None:
    with jax.enable_x64(True):
        given = [jnp.asarray(a) for a in arguments(ALL["attention"], np.float64)]
        both = (jax.tree.leaves(derivative(f)(*given)) for f in (of_attention, of_textbook_attention))
        for got, wanted in zip(*both, strict=True):
            np.testing.assert_allclose(got, wanted, rtol=1e-9, atol=1e-12)


def test_jax_attention_differentiates_by_the_derived_vjp(monkeypatch: pytest.MonkeyPatch) -> None:
    module = importlib.import_module("generated.jax.attention")
    given = [jnp.asarray(a) for a in arguments(ALL["attention"], np.float32)]
    true = jax.jit(jax.grad(of_attention))(*given)
    kernel = module.attention_vjp
    monkeypatch.setattr(module, "attention_vjp", lambda *args: tuple(2 * cotangent for cotangent in kernel(*args)))
    np.testing.assert_allclose(jax.jit(jax.grad(of_attention))(*given), 2 * true, rtol=1e-6)


@pytest.mark.parametrize("backend", BACKEND_NAMES)
def test_the_merge_of_any_blocks_in_any_order_is_the_state_of_all_keys(backend: str) -> None:
    rng = np.random.default_rng(5)
    exponents, value = rng.normal(size=(2, 12)) * 20, rng.normal(size=(12, 3))
    merge = function(backend, "merge")

    def state(chosen: Any) -> tuple[Any, ...]:
        if len(chosen) == 0:
            return np.full(2, -np.inf), np.zeros(2), np.zeros((2, 3))
        maximum = exponents[:, chosen].max(-1)
        terms = np.exp(exponents[:, chosen] - maximum[:, None])
        return maximum, terms.sum(-1), terms @ value[chosen]

    with jax.enable_x64(True):
        order = rng.permutation(12)
        parts = [state(part) for part in np.split(order, [3, 3, 4, 9, 9])]
        left = parts[0]
        for part in parts[1:]:
            left = merge(*left, *part)
        tree = merge(*merge(*merge(*parts[3], *parts[1]), *parts[4]), *merge(*parts[0], *merge(*parts[5], *parts[2])))
        for found in (left, tree):
            for one, other in zip(found, state(order), strict=True):
                np.testing.assert_allclose(one, other, rtol=1e-12, atol=1e-13)
        nothing = merge(*state([]), *state([]))
        assert [np.asarray(part).tolist() for part in nothing] == [part.tolist() for part in state([])]


@pytest.mark.parametrize("backend", BACKEND_NAMES)
def test_a_mask_leaves_out_keys_whatever_their_scores_are(backend: str) -> None:
    rng = np.random.default_rng(2)
    query, key, value = rng.normal(size=(3, 4)), rng.normal(size=(6, 4)), rng.normal(size=(6, 2))
    key[4:] = 1e6 * np.abs(key[4:]) * np.sign(query[0])
    none, mask = np.zeros((3, 6)), np.ones((3, 6))
    mask[:, 4:] = 0
    with jax.enable_x64(True):
        masked = function(backend, "prior_attention")(query, key, value, mask, none, 2.0)
        without = function(backend, "attention")(query, key[:4], value[:4], 2.0)
        hidden = function(backend, "prior_attention")(query, key, value, mask * 0, none, 2.0)
    for one, other in zip(masked, without, strict=True):
        np.testing.assert_allclose(one, other, rtol=1e-12)
    assert not np.asarray(hidden[0]).any()
    assert np.isneginf(hidden[1]).all()


def test_jax_differentiates_attention_with_a_prior_and_takes_the_prior_for_constant() -> None:
    with jax.enable_x64(True):
        given = [jnp.asarray(a) for a in arguments(ALL["prior_attention"], np.float64)]
        query, key, value, prior, log_prior, temperature = given
        prior = prior.at[0].set(0)

        def loss(*args: Any) -> Any:
            output, logsumexp = function("jax", "prior_attention")(*args)
            return (output**2).sum() + jnp.where(jnp.isneginf(logsumexp), 0, logsumexp).sum()

        gradients = jax.grad(loss, range(6))(query, key, value, prior, log_prior, temperature)
        seen = loss(query, key, value, prior, log_prior + 1e-6, temperature)
        slope = (seen - loss(query, key, value, prior, log_prior - 1e-6, temperature)) / 2e-6
    assert all(np.isfinite(gradient).all() for gradient in gradients)
    assert not np.asarray(gradients[0][0]).any()
    assert not np.asarray(gradients[3]).any()
    np.testing.assert_allclose(np.asarray(gradients[4]).sum(), slope, rtol=1e-6)


@pytest.mark.parametrize("backend", BACKEND_NAMES)
def test_entmax_has_its_closed_form_for_three_halves_and_is_sparsemax_for_two(backend: str) -> None:
    closed = next(theorem for theorem in CATALOGUE if theorem.id == "A9p").steps[-1].claim
    assert isinstance(closed, Equation)
    with jax.enable_x64(True):
        for seed in range(5):
            row = np.random.default_rng(seed).normal(size=6)
            weights = np.asarray(function(backend, "entmax")(row))
            evaluation = Evaluation({keys: 6}, {chi: (weights > 0).astype(int), s: row}, {}, balls(100))
            wanted = [float(evaluation(closed.rhs, {k: place}).mid()) for place in range(6)]
            np.testing.assert_allclose(weights, wanted, rtol=1e-12, atol=1e-15, err_msg=f"seed {seed}")
            two = function(backend, "entmax")(row, 2.0)
            np.testing.assert_allclose(two, function(backend, "sparsemax")(row), rtol=1e-12, atol=1e-15)


@pytest.mark.parametrize("backend", BACKEND_NAMES)
@pytest.mark.parametrize("name", ["sparsemax", "entmax"])
def test_sparse_weights_are_never_negative_and_sum_to_one_wherever_the_scores_are(backend: str, name: str) -> None:
    rows = np.random.default_rng(4).normal(size=(2000, 7)).astype(np.float32)
    rows[:500] = np.round(rows[:500] * 4) / 4
    moved = rows + np.float32(1024)
    for scores in (rows, moved):
        weights = np.asarray(function(backend, name)(scores))
        assert (weights >= 0).all()
        np.testing.assert_allclose(weights.sum(-1), 1, atol=2e-6)


@pytest.mark.parametrize("backend", BACKEND_NAMES)
@pytest.mark.parametrize("dtype", [np.float32, np.float64])
@pytest.mark.parametrize("alpha", [1.0001, 1.5, 2, 4, 6, 10, 20])
def test_entmax_sums_to_one_and_is_the_optimum_for_every_alpha(backend: str, dtype: type, alpha: float) -> None:
    with jax.enable_x64(dtype == np.float64):
        for spread in (1, 0.05, 1000):
            rows = (np.random.default_rng(5).normal(size=(100, 50)) * spread).astype(dtype)
            weights = np.asarray(function(backend, "entmax")(rows, alpha)).astype(np.float64)
            assert (weights >= 0).all()
            np.testing.assert_allclose(weights.sum(-1), 1, atol=64 * np.finfo(dtype).eps)
            given = Fraction(float(dtype(alpha)))
            beta, unit = float(given - 1), float(np.finfo(dtype).eps)
            for row, found in zip(rows[:3], weights, strict=False):
                scores = [Fraction(float(score)) for score in row]
                limit = max(scores) + entmax_threshold([score - max(scores) for score in scores], given)
                wanted = [float(max(score - limit, Fraction(0)) * (given - 1)) ** (1 / beta) for score in scores]
                rounded = np.finfo(dtype).tiny ** (1 / beta) if alpha == 20 else 0
                np.testing.assert_allclose(found, wanted, atol=20 * unit * (1 + 1 / beta) + 2 * rounded)


@pytest.mark.parametrize("backend", BACKEND_NAMES)
def test_entmax_of_equal_scores_is_uniform_for_a_large_alpha(backend: str) -> None:
    weights = np.asarray(function(backend, "entmax")(np.zeros(1000, np.float32), 20.0))
    np.testing.assert_allclose(weights, 0.001, rtol=1e-4)


@pytest.mark.filterwarnings("ignore::RuntimeWarning")
@pytest.mark.parametrize("backend", BACKEND_NAMES)
@pytest.mark.parametrize("name", ["sparsemax", "entmax"])
@pytest.mark.parametrize("wrong", [np.nan, np.inf])
def test_a_row_that_has_no_plan_is_nan_and_the_others_are_as_they_were(backend: str, name: str, wrong: float) -> None:
    rows = np.asarray([[0.5, wrong, 0.25], [0.5, 0.0, 0.25]], np.float32)
    weights = np.asarray(function(backend, name)(rows))
    assert np.isnan(weights[0]).any()
    np.testing.assert_array_equal(weights[1], function(backend, name)(rows[1]))


def test_only_what_a_theorem_assumes_to_sum_to_one_is_divided_by_its_sum() -> None:
    (weights,) = ALL["entmax"].outputs
    with pytest.raises(Unproved, match="A9i does not assume that weights of A9l sums to 1"):
        compiled(replace(ALL["entmax"], outputs=(replace(weights, normalised="A9i"),)))


@pytest.mark.parametrize("backend", BACKEND_NAMES)
@pytest.mark.parametrize("name", ["sparsemax", "entmax"])
def test_a_score_of_minus_infinity_gives_weight_zero(backend: str, name: str) -> None:
    row = np.asarray([0.5, -np.inf, 0.25, -0.25], np.float32)
    weights = np.asarray(function(backend, name)(row))
    assert weights[1] == 0
    np.testing.assert_allclose(weights[[0, 2, 3]], function(backend, name)(row[[0, 2, 3]]), rtol=1e-6)


@pytest.mark.parametrize("name", ["sparsemax", "entmax"])
def test_jax_differentiates_sparse_weights_by_the_derived_vjp(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    module = importlib.import_module("generated.jax.sparse")
    given = [jnp.asarray(a) for a in arguments(ALL[name], np.float32, (3,))]

    def loss(*args: Any) -> Any:
        return (getattr(module, name)(*args) ** 2).sum()

    true = jax.grad(loss)(*given)
    step, value = np.eye(5, dtype=np.float32) / 512, jax.jit(loss)
    slopes = [
        [(value(row + e, *rest) - value(row - e, *rest)) * 256 for e in step] for row, *rest in zip(*given, strict=True)
    ]
    np.testing.assert_allclose(true, slopes, atol=2e-3)
    for other in (jax.jit(jax.grad(loss)), jax.jit(jax.vmap(jax.grad(loss)))):
        np.testing.assert_allclose(other(*given), true, rtol=1e-5, atol=1e-6)
    kernel = getattr(module, f"{name}_vjp")
    monkeypatch.setattr(module, f"{name}_vjp", lambda *args: 2 * kernel(*args))
    np.testing.assert_allclose(jax.grad(loss)(*given), 2 * true, rtol=1e-6)


@pytest.mark.parametrize("name", ["sparsemax", "entmax"])
def test_sparse_weights_have_second_derivatives_in_reverse_mode_and_none_are_wrong_in_forward_mode(name: str) -> None:
    weights = function("jax", name)
    with jax.enable_x64(True):
        row, step = jnp.asarray([0.5, 0.3, -0.2, -3.0]), 1e-5 * np.eye(4)
        gradient = jax.jit(jax.grad(lambda scores: weights(scores) ** 2 @ jnp.asarray([1.0, -2.0, 0.5, 1.0])))
        slopes = [(gradient(row + change) - gradient(row - change)) / 2e-5 for change in step]
        np.testing.assert_allclose(jax.jit(jax.jacrev(gradient))(row), np.transpose(slopes), atol=1e-9)
        with pytest.raises(TypeError, match="forward-mode"):
            jax.jacfwd(weights)(row)


def test_jax_sums_the_cotangent_of_scores_over_the_axes_of_alpha() -> None:
    row, orders = jnp.asarray([0.5, 0.25, -0.75], jnp.float32), jnp.asarray([1.25, 1.5, 2.5], jnp.float32)

    def loss(scores: Any, alpha: Any) -> Any:
        return (function("jax", "entmax")(scores, alpha) ** 2).sum()

    got, of_alpha = jax.jit(jax.grad(loss, (0, 1)))(row, orders)
    alone = jax.jit(jax.grad(loss))
    np.testing.assert_allclose(got, sum(alone(row, alpha) for alpha in orders), rtol=1e-5)
    assert not np.asarray(of_alpha).any()


def test_the_largest_score_is_taken_off_only_where_that_changes_nothing() -> None:
    with pytest.raises(Unproved, match=r"logsumexp.potential: the pass largest_taken_off changes the meaning"):
        compiled(replace(ALL["logsumexp"], below_largest=s))


BAD: list[tuple[str, list[Any], type[Exception], str]] = [
    ("softmax", [np.arange(3)], TypeError, r"scores has dtype int\d+; convert it to a floating-point dtype first"),
    ("softmax", [np.float32(1)], ValueError, r"scores has shape \(\); it needs the axes \(\.\.\., n\)"),
    ("softmax", [np.zeros((2, 0), np.float32)], ValueError, r"scores of shape \(2, 0\) has no keys"),
    ("softmax", [np.zeros(3, np.float32), -1.0], ValueError, r"temperature is -1.0; it must be positive"),
    ("entmax", [np.zeros(3, np.float32), 1.0], ValueError, r"alpha - 1 is 0.0; it must be positive"),
    (
        "attention",
        [np.zeros(s, np.float32) for s in [(2, 3), (4, 5), (4, 2)]],
        ValueError,
        r"key of shape \(4, 5\) has d = 5, but query of shape \(2, 3\) has d = 3",
    ),
    (
        "attention",
        [np.zeros(s, np.float32) for s in [(2, 4, 3), (3, 4, 3), (4, 2)]],
        ValueError,
        r"the leading axes do not broadcast: .*'query': \(2,\), 'key': \(3,\)",
    ),
]


@pytest.mark.parametrize("backend", BACKEND_NAMES)
@pytest.mark.parametrize(("name", "given", "error", "message"), BAD)
def test_bad_arguments_are_named_in_one_sentence(
    backend: str, name: str, given: list[Any], error: type[Exception], message: str
) -> None:
    with pytest.raises(error, match=message):
        function(backend, name)(*given)
