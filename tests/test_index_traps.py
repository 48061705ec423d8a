"""SymPy's traps with sums and indices, each shown on SymPy itself and shown to be absent from the index algebra.

Two more concern printing code (a sum printed as a loop, and common subexpressions over bound indices); they are tested
with the code generator.
"""

from __future__ import annotations

import pytest
from sympy import (
    And,
    IndexedBase,
    KroneckerDelta,
    Piecewise,
    S,
    Sum,
    Symbol,
    diff,
    exp,
    simplify,
    sqrt,
    symbols,
)

from derivations.index import (
    Algebra,
    Axis,
    Delta,
    Element,
    NotDefined,
    Size,
    Tensor,
    UnknownNode,
    derivative,
    free_indices,
    rename,
    substitute,
    total,
)

n, i, j, k = symbols("n i j k", integer=True, positive=True)
x, y = IndexedBase("x"), IndexedBase("y")

AXIS = Axis("keys", Size("n", integer=True, positive=True), ("j", "k"))
H, J, K = (AXIS.index(letter) for letter in "ijk")
X, Y = Tensor("x", AXIS), Tensor("y", AXIS)
algebra = Algebra()


def test_trap_1_substituting_an_index_captures_it() -> None:
    theirs = Sum(x[i] * y[j], (j, 1, n))
    captured = Sum(x[j] * y[j], (j, 1, n))
    assert theirs.subs(i, j) == captured
    assert theirs.xreplace({i: j}) == captured

    ours, meant = total(X[H] * Y[J], J), X[J] * total(Y[K], K)
    images = (substitute(ours, {H: J}), rename(ours, {H: J}), ours.subs(H, J), ours.xreplace({H: J}))
    for image in images:
        assert free_indices(image) == {J}
        assert algebra.is_zero(image - meant)
        assert not algebra.is_zero(image - total(X[J] * Y[J], J))


def test_trap_2_differentiating_by_an_entry_named_like_a_bound_one() -> None:
    theirs = Sum(exp(x[j]), (j, 1, n))
    assert theirs.diff(x[j]) == theirs  # right is exp(x[j]) for the one free j

    ours = total(exp(X[J]), J)
    for index in (J, K):
        assert algebra.is_zero(derivative(ours, X[index]) - exp(X[index]))
    with pytest.raises(ValueError, match="derivative"):
        ours.diff(X[J])


def test_trap_3_sums_that_differ_in_a_bound_letter_are_different() -> None:
    theirs = Sum(x[j], (j, 1, n)) - Sum(x[k], (k, 1, n))
    assert theirs != 0
    assert simplify(theirs) != 0

    assert total(X[J], J) == total(X[K], K)
    assert total(X[J], J) - total(X[K], K) == 0
    assert total(X[J] * Y[K] * X[H], J, K) - total(X[K] * Y[J] * X[H], K, J) == 0


def test_trap_4_a_symbol_of_other_assumptions_is_another_symbol() -> None:
    positive = IndexedBase("x", positive=True)
    assert str(diff(positive[j] ** 2, positive[j])) == "2*x[j]"
    assert diff(positive[j] ** 2, x[j]) == 0

    assert derivative(X[J] ** 2, Tensor("x", AXIS)[J]) == 2 * X[J]
    for assumptions in ({"positive": True}, {"nonnegative": True}, {"integer": True}, {}):
        with pytest.raises(NotDefined, match="hidden assumption"):
            algebra.normal(Symbol("x", **assumptions))
    hidden = Symbol("x", nonnegative=True)
    assert sqrt(hidden**2) == hidden


def test_trap_5_a_sum_over_a_delta_is_left_as_cases() -> None:
    assert Sum(KroneckerDelta(j, k) * x[j], (j, 1, n)).doit().has(Piecewise)

    contracted = total(Delta(J, K) * X[J], J)
    assert algebra.normal(contracted) == algebra.normal(X[K])
    assert algebra.is_zero(total(Delta(J, K), J) - 1)
    assert algebra.is_zero(total(Delta(J, K) * Delta(K, J), J, K) - AXIS.size)


def test_trap_6_simplify_frees_a_bound_index() -> None:
    theirs = Sum(Piecewise((x[j], And(j >= 1, j <= n)), (S.Zero, True)), (j, 1, n)) - Sum(x[j], (j, 1, n))
    assert j not in theirs.free_symbols
    assert j in simplify(theirs).free_symbols

    with pytest.raises(UnknownNode, match="Piecewise"):
        algebra.normal(total(Piecewise((X[J], Symbol("r", real=True) > 0), (S.Zero, True)), J))
    with pytest.raises(ValueError, match="keys"):
        Element(X, Axis("rows", Size("m"), ("h",)).index("h"))
