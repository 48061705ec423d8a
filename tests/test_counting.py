"""Operation counts are read off the sums, and agree with what einsum counts for the textbook's contractions."""

from __future__ import annotations

from math import prod

import pytest
from sympy import Expr, exp

from derivations.index import Axis, total
from derivations.learning.loss import B, K, Q
from derivations.notation import Definition, a, channels, features, heads, i, j, keys, queries, tokens, values
from derivations.surface import d7_folding as folding
from derivations.surface.counting import entries, multiply_adds

AXES = {"t": tokens, "w": tokens, "x": channels, "y": channels, "f": heads, "a": features, "c": values}
STANDARD = ("tx,fxa->fta", "wx,fxa->fwa", "wx,fxc->fwc", "fta,fwa->ftw", "ftw,fwc->ftc", "ftc,fcx->tx")
FOLDED = ("tx,fxy->fty", "fty,wy->ftw", "ftw,wx->ftx", "ftx,fxy->ty")


def by_einsum(contractions: tuple[str, ...], sizes: dict[Axis, int]) -> int:
    """One multiply-add for each value of each letter."""
    return sum(prod(sizes[AXES[letter]] for letter in set(text) & AXES.keys()) for text in contractions)


@pytest.mark.parametrize(("cost", "contractions"), [(folding.cost, STANDARD), (folding.folded_cost, FOLDED)])
def test_counts_of_self_attention_are_those_of_its_einsums(cost: Expr, contractions: tuple[str, ...]) -> None:
    sizes = dict(zip((tokens, channels, heads, features, values), (3, 5, 7, 11, 13), strict=True))
    assert cost.body.xreplace({axis.size: size for axis, size in sizes.items()}) == by_einsum(contractions, sizes)


def test_the_break_even_is_where_both_counts_agree() -> None:
    d7 = folding
    for tokens_, channels_ in ((1, 6), (10, 512), (1024, 512)):
        sizes = {d7.T: tokens_, d7.D: channels_, d7.N: 8}
        both = d7.break_even.body.xreplace(sizes)
        even = {**sizes, d7.d: both / 2, d7.e: both / 2}
        assert d7.cost.body.xreplace(even) == d7.folded_cost.body.xreplace(even)


def test_an_array_that_is_used_twice_is_computed_once() -> None:
    norm = Definition("|Q_{}|^2", (i,), total(Q[i, a] ** 2, a))
    once = queries.size * features.size
    assert multiply_adds(norm[i]) == once
    assert multiply_adds(norm[i] ** 2 + total(norm[i], i)) == once


def test_elementwise_work_is_not_counted() -> None:
    assert multiply_adds(Definition("z", (i,), total(exp(2 * B[i, j]), j))[i]) == 0
    assert multiply_adds(Q[i, a] * Q[i, a]) == 0


def test_a_changed_expression_changes_the_count() -> None:
    score = Definition("s", (i, j), total(Q[i, a] * K[j, a], a))
    shared = Definition("s", (i,), total(Q[i, a] * K[j, a], a, j))
    assert multiply_adds(score[i, j]) == multiply_adds(shared[i]) == queries.size * keys.size * features.size
    assert multiply_adds(Definition("s", (i, j), total(Q[i, a] * K[j, a] * B[i, j], a))[i, j]) != 0
    assert multiply_adds(Definition("s", (i,), total(Q[i, a] * Q[i, a], a))[i]) == queries.size * features.size


def test_a_sum_of_products_without_a_name_is_refused() -> None:
    loose = total(Q[i, a] * K[j, a], a)
    for expr in (loose, exp(loose), Definition("p", (i, j), exp(loose))[i, j]):
        with pytest.raises(ValueError, match="is a sum of products without a name; name it with a Definition"):
            multiply_adds(expr)


def test_entries_are_the_sizes_of_the_tensors() -> None:
    assert entries(Q, K) == queries.size * features.size + keys.size * features.size
