"""The evaluator: values at concrete sizes, exact or enclosed, and clear errors for what has no value."""

from __future__ import annotations

import time
from fractions import Fraction

import ml_dtypes
import numpy as np
import pytest
from flint import arb, ctx, fmpq
from sympy import E, Expr, Rational, S, Symbol, exp, log, sqrt

from derivations.index import At, Axis, Delta, Partial, Size, Tensor, UnknownNode, XLogX, total
from derivations.notation import Definition
from verification.evaluate import RATIONAL, Evaluation, NotRational, Unassigned, balls, evaluate

KEYS = Axis("keys", Size("n", integer=True, positive=True), ("j", "k"))
FEATURES = Axis("features", Size("d", integer=True, positive=True), ("a", "b"))
j, k = KEYS.index("j"), KEYS.index("k")
a = FEATURES.index("a")
x, K = Tensor("x", KEYS), Tensor("K", KEYS, FEATURES)
s, tau = Symbol("s", real=True), Symbol("tau", real=True)
n = KEYS.size
SIZES = {KEYS: 3, FEATURES: 2}
ARRAYS = {x: [1, Fraction(1, 2), -2], K: [[1, 2], [3, 4], [5, 6]]}
SCALARS = {s: Fraction(2, 3), tau: 2}


def value(expr: Expr, **indices: int) -> Fraction:
    places = {index: indices[index.name] for index in (j, k, a) if index.name in indices}
    return evaluate(expr, SIZES, ARRAYS, SCALARS, places)


def test_rational_values_are_exact() -> None:
    assert value(total(x[j], j)) == Fraction(-1, 2)
    assert value(total(x[j] * K[j, a], j, a)) == 3 + Fraction(7, 2) - 22
    assert value(x[j] ** 3 / tau - s, j=2) == -4 - Fraction(2, 3)
    assert value(n * total(S.One, j)) == 9
    assert value(total(Delta(j, k) * x[k], k), j=1) == Fraction(1, 2)
    assert value(total(total(x[j] * x[k], j) * x[k], k)) == Fraction(-1, 2) * Fraction(21, 4)
    assert value(Definition("f", (j,), x[j] ** 2)[k], k=2) == 4
    assert value(XLogX(S.Zero) + exp(S.Zero) + log(S.One)) == 1


def test_derivatives_and_evaluations_are_carried_out() -> None:
    assert value(Partial(total(x[j] ** 2, j), x[k]), k=2) == -4
    assert value(At(Partial(s**3, s), s, tau)) == 12
    assert value(total(Partial(x[k] * total(x[j], j), x[j]) * x[j], j), k=0) == -1


def test_balls_contain_the_exact_value() -> None:
    field = balls(64)
    for expr in (total(x[j], j) / 3, x[j] ** 3 / tau - s, Rational(1, 7) * tau):
        assert encloses(evaluate(expr, SIZES, ARRAYS, SCALARS, {j: 2}, field), value(expr, j=2))
    root = evaluate(sqrt(tau) + log(tau) + E + XLogX(tau) + tau**s, SIZES, ARRAYS, SCALARS, {}, balls(200))
    assert root.rad() < 2.0**-190
    assert abs(float(root.mid()) - (2**0.5 + 3 * np.log(2) + np.e + 2 ** (2 / 3))) < 1e-12


def encloses(ball: arb, number: Fraction) -> bool:
    with ctx.workprec(2000):
        return bool(ball.contains(fmpq(number.numerator, number.denominator)))


def test_x_log_x_is_enclosed_next_to_0() -> None:
    near = evaluate(XLogX(s), {}, {}, {s: arb(0, 1e-10)}, {}, balls(64))
    assert near.contains(0)
    assert abs(near) < 1e-8
    assert evaluate(XLogX(s), {}, {}, {s: 0}, {}, balls(64)) == 0


def test_what_is_not_known_to_be_defined_encloses_everything() -> None:
    assert not evaluate(log(s), {}, {}, {s: arb(1, 2)}, {}, balls(64)).is_finite()
    assert not evaluate(1 / s, {}, {}, {s: arb(0, 1)}, {}, balls(64)).is_finite()


@pytest.mark.parametrize("dtype", [np.float64, np.float32, np.float16, ml_dtypes.bfloat16])
def test_arrays_of_floats_are_taken_exactly(dtype: type) -> None:
    array = np.asarray([0.1, 0.7, -3.3], dtype=dtype)
    exact = sum(Fraction(float(entry)) for entry in array)
    assert evaluate(total(x[j], j), {KEYS: 3}, {x: array}, {}) == exact
    assert encloses(evaluate(total(x[j], j), {KEYS: 3}, {x: array}, {}, {}, balls(128)), exact)
    assert evaluate(total(x[j], j), {KEYS: 3}, {x: lambda place: array[place]}, {}) == exact


def test_sizes_may_be_given_by_axis_or_by_symbol() -> None:
    assert evaluate(total(n, j), {KEYS: 4}, {}, {}) == evaluate(total(n, j), {n: 4}, {}, {}) == 16


@pytest.mark.parametrize(
    ("expr", "error", "message"),
    [
        (x[j], Unassigned, r"x_j needs values for the indices \['j'\]"),
        (Symbol("r"), Unassigned, "the scalar r was given no value"),
        (total(Tensor("y", KEYS)[j], j), Unassigned, "the tensor y was given no value"),
        (total(S.One, Axis("rows", Size("m"), ("i",)).index("i")), Unassigned, "the size m was given no value"),
        (exp(s), NotRational, r"exp\(2/3\) has no exact rational value; evaluate it in balls"),
        (sqrt(tau), NotRational, "has no exact rational value"),
        (abs(s), UnknownNode, "which the index algebra does not know"),
        (S.Pi, UnknownNode, "which the index algebra does not know"),
    ],
)
def test_what_has_no_value_is_named(expr: Expr, error: type[Exception], message: str) -> None:
    with pytest.raises(error, match=message):
        evaluate(expr, SIZES, ARRAYS, SCALARS)


def test_an_index_outside_its_axis_is_refused() -> None:
    with pytest.raises(Unassigned, match="j = 3 is outside the axis keys"):
        value(x[j], j=3)


def test_a_long_row_is_evaluated_in_seconds() -> None:
    size, rng = 4096, np.random.default_rng(0)
    q, keys = Tensor("q", FEATURES), rng.normal(size=(size, 4))
    query = rng.normal(size=4)
    score = total(q[a] * K[j, a], a) / tau
    weight = Definition("p", (j,), exp(score) / total(exp(score), j))
    mean = total(weight[j] * K[j, a], j)
    start = time.perf_counter()
    evaluation = Evaluation({KEYS: size, FEATURES: 4}, {q: query, K: keys}, {tau: 2}, balls(128))
    found = [float(evaluation(mean, {a: place}).mid()) for place in range(4)]
    spread = evaluation(total(weight[j] * (K[j, a] - mean) ** 2, j), {a: 0})
    assert time.perf_counter() - start < 20
    scores = np.exp(keys @ query / 2)
    np.testing.assert_allclose(found, scores @ keys / scores.sum(), rtol=1e-12)
    assert spread > 0
    assert spread.rad() < 1e-30


def test_the_default_field_is_the_rationals() -> None:
    assert Evaluation(SIZES, ARRAYS, SCALARS).field is RATIONAL
