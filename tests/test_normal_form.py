"""The normal form: what it makes equal, in which order, and what it refuses to touch."""

from __future__ import annotations

import itertools
from random import Random

import pytest
from sympy import Add, Expr, Mul, Rational, S, Symbol, exp, log, sqrt

from derivations.index import (
    Algebra,
    At,
    Axis,
    Delta,
    Index,
    NotDefined,
    Partial,
    Size,
    Tensor,
    Total,
    UnknownNode,
    XLogX,
    expression,
    free_indices,
    fresh,
    rename,
    total,
)
from derivations.notation import Definition

ROWS = Axis("rows", Size("m", integer=True, positive=True), ("i", "h"))
KEYS = Axis("keys", Size("n", integer=True, positive=True), ("j", "k"))
i, h = (ROWS.index(letter) for letter in "ih")
j, k, p, r = (KEYS.index(letter) for letter in "jkpr")
x, y, w = (Tensor(name, KEYS) for name in "xyw")
A, B, M = Tensor("A", KEYS, KEYS), Tensor("B", KEYS, KEYS), Tensor("M", ROWS, KEYS)
s, t, tau = (Symbol(name, real=True) for name in ("s", "t", "tau"))
n = KEYS.size

FACTS = (w, tau)


def normal(expr: Expr) -> Expr:
    return expression(Algebra(FACTS).normal(expr))


def is_zero(expr: Expr) -> bool:
    return Algebra(FACTS).is_zero(expr)


def shuffled(rng: Random, bound: tuple[Index, ...], factors: tuple[Expr, ...]) -> Expr:
    """The same sum with fresh bound indices, in another order of sums and of factors."""
    names = {old: fresh(old.axis) for old in bound}
    order = rng.sample(list(names.values()), len(bound))
    return total(Mul(*(rename(factor, names) for factor in rng.sample(factors, len(factors)))), *order)


@pytest.mark.parametrize(
    ("bound", "factors"),
    [
        ((j, k), (A[j, k], B[j, k], x[j], y[k])),
        ((j, k), (A[j, k], A[k, j], x[j], x[k])),
        ((j, k), (A[j, k], A[j, k], x[j], x[k])),
        ((j, k), (A[j, k], B[k, j], x[j], x[k])),
        ((j, k), (A[j, j], A[k, k], B[j, k])),
        ((j, k, p), (A[j, k], A[k, p], A[p, j])),
        ((j, k, p), (A[j, k], A[k, p], x[j], x[p])),
        ((j, k, p, r), (A[j, k], A[k, p], A[p, r], A[r, j])),
        ((j, k, p, r), (A[j, k], A[p, r], B[j, p], B[k, r])),
        ((j, k, p, r), (A[j, k], A[p, r], B[j, p], x[k], x[r])),
        ((i, h, j, k), (M[i, j], M[h, j], M[i, k], M[h, k])),
        ((i, h, j), (M[i, j], M[h, j], exp(M[i, j]), exp(M[h, j] / tau))),
        ((j, k), (A[j, k], exp(x[j]), exp(x[k]), 1 / w[j], sqrt(w[k]))),
    ],
)
def test_bound_indices_and_factors_in_any_order_give_one_normal_form(
    bound: tuple[Index, ...], factors: tuple[Expr, ...]
) -> None:
    forms = {normal(shuffled(Random(number), bound, factors)) for number in range(24)}
    assert len(forms) == 1


def test_sums_that_only_look_alike_stay_apart() -> None:
    pairs = [
        (total(A[j, k] * B[j, k] * x[j] * y[k], j, k), total(A[j, k] * B[k, j] * x[j] * y[k], j, k)),
        (total(A[j, k] * A[k, p] * A[p, j], j, k, p), total(A[j, k] * A[k, p] * A[j, p], j, k, p)),
        (
            total(A[j, k] * A[p, r] * B[j, p] * B[k, r], j, k, p, r),
            total(A[j, k] * A[p, r] * B[j, k] * B[p, r], j, k, p, r),
        ),
        (total(M[i, j] * M[h, j], i, h, j), total(M[i, j] * M[i, k], i, j, k)),
        (total(x[j] ** 2, j), total(x[j], j) ** 2),
    ]
    for one, other in pairs:
        assert not is_zero(one - other)


def test_sums_are_equal_whatever_their_bound_letters() -> None:
    assert total(x[j] * total(A[j, k], k), j) == total(x[p] * total(A[p, j], j), p)
    assert total(x[j], j) != total(y[j], j)


def test_renaming_to_a_loose_bound_index_does_not_capture_it() -> None:
    inner = total(A[j, k], k)
    loose = Index(f"#{max(index.height for index in inner.atoms(Index))}", KEYS)
    renamed = rename(inner, {j: loose})
    assert free_indices(renamed) == {loose}
    assert is_zero(rename(renamed, {loose: r}) - total(A[r, k], k))


def test_the_order_of_rewriting_does_not_matter() -> None:
    body = (x[j] + s * y[k]) * (A[j, k] + Delta(j, k)) * (total(A[k, p] * x[p], p) - 1)
    by_hand = [Mul(*terms) for terms in itertools.product(*(Add.make_args(factor) for factor in body.args))]
    forms = {
        normal(total(body, j, k)),
        normal(total(body, k, j)),
        normal(total(normal(body), j, k)),
        normal(total(normal(total(body, k)), j)),
        normal(total(normal(total(body, j)), k)),
        normal(Add(*(total(term, j, k) for term in by_hand))),
        normal(Add(*(normal(total(normal(total(term, j)), k)) for term in by_hand))),
        normal(normal(total(body, j, k))),
    }
    assert len(forms) == 1


def test_deltas_are_contracted() -> None:
    assert normal(total(Delta(j, k) * x[j] * A[j, p], j)) == normal(x[k] * A[k, p])
    assert normal(total(Delta(j, k) * Delta(k, p) * Delta(p, r) * x[j] * x[r], j, k, p)) == normal(x[r] ** 2)
    assert normal(Delta(j, k) * x[j]) == normal(Delta(j, k) * x[k])
    assert normal(Delta(j, k) * Delta(k, p)) == normal(Delta(k, p) * Delta(p, j))
    assert normal(Delta(j, k) ** 3) == normal(Delta(k, j))
    assert normal(Delta(j, k) * exp(x[k] - x[j])) == normal(Delta(j, k))
    assert Delta(j, j) == 1
    assert not is_zero(Delta(j, k) * x[j] - x[j])


def test_a_delta_joins_indices_of_one_axis_only() -> None:
    with pytest.raises(ValueError, match="delta of j over keys and i over rows"):
        Delta(j, i)


def test_sums_of_constants_give_the_size() -> None:
    assert normal(total(S.One, j)) == n
    assert normal(total(s, i, j)) == s * ROWS.size * n
    assert normal(total(Delta(j, k), j, k)) == n
    assert not is_zero(total(S.One, j) - total(S.One, i))


def test_what_does_not_depend_on_the_index_is_pulled_out() -> None:
    assert normal(total(s * x[k] * y[j], j)) == s * x[k] * total(y[j], j)
    assert normal(total(exp(s + x[j]), j)) == normal(exp(s) * total(exp(x[j]), j))
    assert normal(total(x[j] * y[k], j, k)) == total(x[j], j) * total(y[k], k)
    assert normal(total(x[j] * total(y[k], k), j)) == total(x[j], j) * total(y[k], k)


def test_powers_are_collected() -> None:
    third = Rational(1, 3)
    assert is_zero((24 * w[j] ** 3 * tau) ** third - 2 * S(3) ** third * w[j] * tau**third)
    assert is_zero((w[j] * w[k]) ** Rational(1, 2) * w[j] ** Rational(-1, 2) - w[k] ** Rational(1, 2))
    assert is_zero((2 * tau * w[j] + 4 * tau) ** -2 - 1 / (4 * tau**2 * (w[j] + 2) ** 2))
    assert is_zero((x[j] + y[j]) ** 3 - x[j] ** 3 - 3 * x[j] ** 2 * y[j] - 3 * x[j] * y[j] ** 2 - y[j] ** 3)
    assert is_zero((tau + 1) ** Rational(5, 2) - (tau**2 + 2 * tau + 1) * sqrt(tau + 1))
    assert is_zero(tau**s * tau**t - exp((s + t) * log(tau)))
    assert not is_zero(sqrt(tau) - tau)


def test_common_factors_are_found_whatever_the_names_of_the_indices() -> None:
    for power in (-1, Rational(1, 2)):
        for one, other in ((A[j, k] + 2 * A[k, j], A[k, j] + 2 * A[j, k]), (n * (A[j, k] + 3) / n, A[k, j] + 3)):
            gap = total(one**power, j, k) - total(other**power, j, k)
            assert Algebra([A]).is_zero(gap)


def test_quotients_are_equal_when_their_cross_products_are() -> None:
    z, u = total(w[j], j), total(w[j] * exp(x[j]), j)
    assert is_zero(1 / z + 1 / u - (z + u) / (z * u))
    assert is_zero(s / (1 + tau / (1 + tau)) - s * (1 + tau) / (1 + 2 * tau))
    assert is_zero(1 / (z + u) - 1 / (z + u + tau) - tau / ((z + u) * (z + u + tau)))
    assert is_zero(total(w[j] / z, j) - 1)
    assert not is_zero(1 / z + 1 / u - 1 / (z + u))


def test_exp_and_log_obey_their_rules() -> None:
    assert is_zero(exp(s) * total(exp(x[j] - s), j) - total(exp(x[j]), j))
    assert is_zero(exp(2 * log(w[j]) + s) - w[j] ** 2 * exp(s))
    assert is_zero(log(exp(s) * w[j] ** 3 / tau) - s - 3 * log(w[j]) + log(tau))
    assert is_zero(log(total(exp(s + x[j]), j)) - s - log(total(exp(x[j]), j)))
    assert is_zero(log(S(12)) - 2 * log(S(2)) - log(S(3)))
    assert is_zero(XLogX(w[j]) - w[j] * log(w[j]))
    assert XLogX(S.Zero) != 0
    assert is_zero(XLogX(S.Zero))
    assert not is_zero(exp(s + t) - exp(s) - exp(t))
    assert not is_zero(log(tau + 1) - log(tau))


@pytest.mark.parametrize(
    "expr",
    [
        log(s),
        log(x[j]),
        log(x[j] ** 2),
        log(w[j] - tau),
        log(total(x[j], j)),
        1 / s,
        1 / x[j],
        1 / (tau - w[j]),
        1 / total(x[j] ** 2, j),
        x[j] / (s * (1 / s + 1)),
        sqrt(s),
        sqrt(x[j] + 1),
        s**t,
        Delta(j, k) ** -1,
        total(1 / x[j], j),
        exp(1 / s),
    ],
)
def test_what_is_not_known_to_be_defined_is_refused(expr: Expr) -> None:
    with pytest.raises(NotDefined, match="which no hypothesis states"):
        Algebra(FACTS).normal(expr)


def test_signs_are_read_off_the_form() -> None:
    algebra = Algebra([w, tau], [x, s])
    positive = [w[j] + x[j], w[j] * tau, total(w[j], j), exp(t), w[j] ** t, n, tau / 3, total(S.One, j) + s, w[j] ** -2]
    nonnegative = [x[j], s * tau, s**3, sqrt(s), t**2, x[j] + t**4, Delta(j, k), total(x[j], j), x[j] * w[j], S.Zero]
    unknown = [t, -tau, w[j] - tau, t * tau, t**3, 1 / s, 1 / t**2, s**-2, t + tau, log(tau), y[j], y[j] * x[j], S(-1)]
    assert [expr for expr in positive if not algebra.is_positive(expr)] == []
    assert [expr for expr in nonnegative if algebra.is_positive(expr) or not algebra.is_nonnegative(expr)] == []
    assert [expr for expr in unknown if algebra.is_nonnegative(expr)] == []
    assert algebra.is_nonzero(-tau - w[j])
    assert not algebra.is_nonzero(tau - w[j])


def test_what_an_expression_is_evaluated_at_is_defined() -> None:
    with pytest.raises(NotDefined, match="needs t to be nonzero"):
        Algebra().normal(At(s * t, s, 1 / t))
    assert Algebra([t]).is_zero(At(s * t, s, 1 / t) - 1)


def test_a_stated_sign_makes_it_defined() -> None:
    for fact, expr in [(s, log(s)), (x, 1 / total(x[j], j)), (tau - s, sqrt(tau - s)), (-s, 1 / s), (-s, 1 / s**3)]:
        with pytest.raises(NotDefined):
            Algebra().normal(expr)
        Algebra([fact]).normal(expr)
    with pytest.raises(NotDefined):
        Algebra(nonnegative=[s]).normal(1 / s)


@pytest.mark.parametrize(
    "assumptions", [{"positive": True}, {"nonnegative": True}, {"nonzero": True}, {"integer": True}]
)
def test_an_assumption_hidden_in_a_symbol_is_refused(assumptions: dict[str, bool]) -> None:
    hidden = Symbol("x", real=True, **assumptions)
    with pytest.raises(NotDefined, match="x carries a hidden assumption; declare it real and state a hypothesis"):
        is_zero(hidden - s)


@pytest.mark.parametrize("expr", [abs(s), S(1.5), S.Pi, S.ImaginaryUnit, S.Infinity, S.NaN])
def test_an_unknown_node_is_refused(expr: Expr) -> None:
    with pytest.raises(UnknownNode, match="which the index algebra does not know"):
        is_zero(expr - s)


def test_derivatives_stay_closed_until_they_are_asked_for() -> None:
    closed, opened = Algebra(FACTS, differentiate=False), Algebra(FACTS)
    slope = Partial(total(x[j] ** 2, j), x[k])
    assert opened.is_zero(slope - 2 * x[k])
    assert not closed.is_zero(slope - 2 * x[k])
    assert closed.is_zero(total(Delta(k, p) * slope * y[k], k) - rename(slope, {k: p}) * y[p])
    assert opened.is_zero(At(slope, x, y) - 2 * y[k])


def test_derivatives_are_by_variables_only() -> None:
    for variable in (n, s * t, total(x[j], j)):
        with pytest.raises(ValueError, match="a derivative is with respect to a scalar or an element"):
            Partial(s, variable)
    for old in (n, j, x[j]):
        with pytest.raises(ValueError, match="an expression is evaluated at a scalar or at a tensor"):
            At(s, old, s)


def test_an_abbreviation_means_its_body() -> None:
    square = Definition("q", (j,), x[j] ** 2)
    assert is_zero(total(square[k], k) - total(x[j] ** 2, j))
    with pytest.raises(ValueError, match=r"the definition of q leaves \['k'\] free"):
        Definition("q", (j,), x[j] * y[k])
    with pytest.raises(ValueError, match="q takes 1 indices over"):
        square[i]


def test_the_axioms_that_were_needed_are_named() -> None:
    needs = {
        "exp-sum": exp(s) * (exp(t) + 1) - exp(s + t) - exp(s),
        "exp-log": exp(total(Delta(j, k) * log(w[j]), j)) - w[k],
        "log-exp": log(tau * exp(s)) - log(tau) - s,
        "log-product": log(tau * w[j]) - log(tau) - log(w[j]),
        "xlogx-zero": XLogX(S.Zero),
        "d-log": Partial(log(tau), tau) - 1 / tau,
        "d-exp": Partial(exp(s), s) - exp(s),
        "d-power": Partial(s**3, s) - 3 * s**2,
    }
    for name, expr in needs.items():
        algebra = Algebra(FACTS)
        assert algebra.is_zero(expr)
        assert name in algebra.used
    plain = Algebra(FACTS)
    assert plain.is_zero(total(s * x[j] / tau, j) - s * total(x[j], j) / tau)
    assert not plain.used


def test_too_many_sums_that_look_alike_are_refused_and_do_not_hang() -> None:
    indices = [Index(f"a{number}", KEYS) for number in range(8)]
    ring = Mul(*(A[indices[number], indices[number - 1]] for number in range(8)))
    assert isinstance(normal(total(ring.subs(indices[7], indices[6]), *indices[:7])), Total)
    with pytest.raises(NotDefined, match="too many sums that look alike in one product"):
        normal(total(ring, *indices))
