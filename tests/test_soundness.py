"""The index algebra against exact evaluation: what it accepts is true, and what is true by its rules it accepts."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Callable, Mapping
from random import Random
from typing import Any

import pytest
from helpers.instances import (
    BALLS,
    Instance,
    agree,
    concrete,
    instance,
    places,
    proved_nonzero,
    same,
    values,
    written_out,
)
from helpers.mutants import mutants
from helpers.rewriting import (
    COLUMNS,
    FACTS,
    FREE,
    POSITIVE,
    REAL,
    Place,
    constant,
    expression,
    identity,
    positive,
    s,
    tau,
)
from hypothesis import HealthCheck, assume, given, seed, settings, strategies
from sympy import Abs, Add, Basic, Expr, S, Symbol

from derivations.index import (
    Algebra,
    At,
    Index,
    Lambda,
    NotDefined,
    Partial,
    Tensor,
    derivative,
    free_indices,
    substitute,
    total,
)
from verification.evaluate import Evaluation

CHUNKS, EACH = 25, 80
SIZES = (1, 2, 3)


def examine(chunk: int, examples: int, check: Callable[[Random, int], None]) -> None:
    """Run a check with a random generator and a depth, the same ones for the same chunk; a failure prints them."""

    @seed(chunk)
    @settings(max_examples=examples, database=None, deadline=None, suppress_health_check=list(HealthCheck))
    @given(strategies.integers(0, 2**64), strategies.sampled_from([1, 2, 3, 3, 3]))
    def run(number: int, depth: int) -> None:
        check(Random(number), depth)

    run()


def accepted(expr: Expr, algebra: type[Algebra]) -> bool:
    """Whether the algebra proves that the expression is 0."""
    try:
        return algebra(FACTS).is_zero(expr)
    except NotDefined:
        return False


def refuted(rng: Random, expr: Expr) -> bool:
    """Whether evaluation proves that the expression is not 0, at one of the sizes."""
    return any(proved_nonzero(expr, instance(rng, [expr], size, FACTS)) for size in SIZES)


def told_apart(rng: Random, depth: int, algebra: type[Algebra] = Algebra) -> tuple[bool, bool]:
    """Whether a random identity, and one made false, were tried; the algebra accepts the first and not the second."""
    one, other = identity(rng, depth)
    if one == other or one.has(Abs) or other.has(Abs):  # SymPy takes sqrt(x^2) for |x|, which is outside the algebra
        return False, False
    assert agree(one, other, instance(rng, [one, other], rng.choice(SIZES), FACTS)), f"bad rule: {one} = {other}"
    assert accepted(one - other, algebra), f"a true identity was refused: {one} = {other}"
    changes = mutants(other)
    for kind, build in rng.sample(changes, min(len(changes), 5)):
        wrong = build()
        if not wrong.has(Abs) and refuted(rng, one - wrong):
            assert not accepted(one - wrong, algebra), f"a false identity ({kind}) was accepted: {one} = {wrong}"
            return True, True
    return True, False


@pytest.mark.parametrize("chunk", range(CHUNKS))
def test_true_identities_are_accepted_and_false_ones_refused(
    chunk: int, record_property: Callable[[str, int], None]
) -> None:
    tried: Counter[str] = Counter()

    def check(rng: Random, depth: int) -> None:
        true, false = told_apart(rng, depth)
        assume(true)
        tried.update(true=true, false=false)

    examine(chunk, EACH + 6, check)
    assert min(tried["true"], tried["false"]) >= EACH, tried
    record_property("true identities tried and accepted", tried["true"])
    record_property("false identities tried and refused", tried["false"])


def test_at_least_two_thousand_identities_of_each_kind_are_tried() -> None:
    assert CHUNKS * EACH >= 2000


def differentiable(rng: Random) -> Expr:
    """A random variable: a scalar, or an element with free indices."""
    tensor = rng.choice((*REAL, *POSITIVE))
    indices = [rng.choice([index for index in FREE if index.axis == axis]) for axis in tensor.axes]
    return rng.choice([s, tau, tensor[tuple(indices)], tensor[tuple(indices)]])


@pytest.mark.parametrize("chunk", range(4))
def test_the_derivative_is_that_of_the_sums_written_out(chunk: int) -> None:
    tried: Counter[str] = Counter()

    def check(rng: Random, depth: int) -> None:
        expr, variable = identity(rng, depth)[1], differentiable(rng)
        assume(not expr.has(Abs))
        slope = derivative(expr, variable)
        given = instance(rng, [expr, variable], 2, FACTS)
        symbols, value = Evaluation(given.sizes, {}, written_out(given, FACTS), BALLS), given.evaluation(BALLS)
        for place in places(given.sizes, expr, variable):
            direct = concrete(expr, given.sizes, place, FACTS).diff(concrete(variable, given.sizes, place, FACTS))
            assert same(value(slope, place), symbols(direct)), f"d/d{variable} {expr} at {place}"
        tried["zero" if slope == 0 else "nonzero"] += 1

    examine(chunk, 40, check)
    assert tried["nonzero"] >= 5


def polynomial(rng: Random) -> Expr:
    """A small polynomial with free indices and a sum, whose bound letter may be that of a free index."""
    x, y, _, A, M = REAL
    i, j, k = FREE
    terms = [x[j], y[k], A[i, k], M[k, j], s, tau, x[k] * s, total(M[j, k] * y[k], k), total(A[i, j], j), constant(rng)]
    return Add(*rng.sample(terms, 2))


def replacement(rng: Random) -> dict[Basic, Basic | Lambda]:
    """A random substitution for scalars, tensors and free indices, all at once."""
    x, y, _, A, M = REAL
    i, j, k = FREE
    choices: dict[Basic, list[Basic | Lambda]] = {
        s: [polynomial(rng), s * tau],
        x: [y, Lambda((j,), polynomial(rng)), Lambda((k,), polynomial(rng))],
        A: [Lambda((i, j), polynomial(rng)), Lambda((i, k), polynomial(rng))],
        M: [Lambda((j, k), M[k, j]), Lambda((k, j), polynomial(rng))],
        j: [k],
        k: [j],
    }
    return {old: rng.choice(choices[old]) for old in rng.sample(list(choices), 3)}


def replaced_instance(given: Instance, mapping: Mapping[Basic, Basic | Lambda], place: dict[Index, int]) -> Instance:
    """The values that the variables get when the substitution is read as a change of values at one place."""
    value, arrays, scalars = given.evaluation(BALLS), dict(given.arrays), dict(given.scalars)
    for old, new in mapping.items():
        if isinstance(new, Lambda):
            params, body = new.params, new.body
            arrays[old] = lambda *at, params=params, body=body: value(
                body, {**place, **dict(zip(params, at, strict=True))}
            )
        elif isinstance(old, Tensor):
            arrays[old] = given.arrays[new]
        elif isinstance(old, Symbol):
            scalars[old] = value(new, place)
    return Instance(given.sizes, arrays, scalars)


@pytest.mark.parametrize("chunk", range(4))
def test_substituting_is_evaluating_at_changed_values(chunk: int) -> None:
    tried: Counter[str] = Counter()

    def check(rng: Random, depth: int) -> None:
        expr, mapping = identity(rng, depth)[1], replacement(rng)
        expr = rng.choice(
            [expr, expr, Partial(expr, differentiable(rng)), At(expr, s, polynomial(rng)), At(expr, *REAL[:2])]
        )
        assume(not expr.has(Abs))
        image = substitute(expr, mapping)
        bodies = [new.body if isinstance(new, Lambda) else new for new in mapping.values()]
        used = [expr, *bodies, *(old for old in mapping), *FREE]
        given, field = instance(rng, [*used, image], rng.choice([2, 3]), FACTS), BALLS
        for place in itertools.islice(places(given.sizes, *FREE), 6):
            changed = {index: place[mapping.get(index, index)] for index in FREE}
            meant = replaced_instance(given, mapping, place).evaluation(field)(expr, changed)
            assert same(given.evaluation(field)(image, place), meant), f"{expr} under {mapping} at {place}"
        tried["unchanged" if image == expr else "changed"] += 1

    examine(chunk, 40, check)
    assert tried["changed"] >= 20


@pytest.mark.parametrize("chunk", range(3))
def test_a_sign_that_is_claimed_is_the_sign_of_every_value(chunk: int) -> None:
    tried: Counter[str] = Counter()
    z, r = Tensor("z", COLUMNS), Symbol("r", real=True)

    def check(rng: Random, depth: int) -> None:
        base = positive(rng, Place(), depth)
        extra = rng.choice(
            [z[FREE[1]], r, r**2, z[FREE[2]] * r, total(z[FREE[1]] * POSITIVE[0][FREE[1]], FREE[1]), S.Zero]
        )
        expr = rng.choice([base + extra, base * extra, base - extra, expression(rng, Place(), depth) ** 2 + extra])
        expr = rng.choice([expr, rng.choice(mutants(expr))[1]()])
        assume(not expr.has(Abs))
        algebra = Algebra(FACTS, [z, r])
        claims = {
            "positive": algebra.is_positive(expr),
            "nonnegative": algebra.is_nonnegative(expr),
            "nonzero": nonzero(algebra, expr),
        }
        for size in SIZES:
            given = instance(rng, [expr], size, (*FACTS, z, r))
            vanishing = Instance(given.sizes, {**given.arrays, z: [0] * size}, {**given.scalars, r: 0})
            for (value,) in values(given, expr) + values(vanishing, expr):
                assert not claims["positive"] or value > 0, expr
                assert not claims["nonnegative"] or not value < 0, expr
                assert not claims["nonzero"] or value != 0, expr
        tried.update(claim for claim, made in claims.items() if made)
        tried["open"] += not any(claims.values())

    examine(chunk, 80, check)
    assert min(tried[claim] for claim in ("positive", "nonnegative", "nonzero", "open")) >= 8, tried


def nonzero(algebra: Algebra, expr: Expr) -> bool:
    try:
        return algebra.is_nonzero(expr)
    except NotDefined:
        return False


class CountsASumOnce(Algebra):
    """Takes sum_j 1 for 1."""

    def _sum(self, monomial: Any, index: Index) -> Any:
        free = any(index in free_indices(atom) for atom, _ in monomial)
        return super()._sum(monomial, index) if free else {monomial: S.One}


class LosesFactorsOfExponents(Algebra):
    """Takes exp(2 x) for exp(x)."""

    def _exp(self, arg: Any) -> Any:
        return super()._exp(dict.fromkeys(arg, S.One))


class LosesSigns(Algebra):
    """Takes -x for x."""

    def is_zero(self, expr: Expr) -> bool:
        flipped = (expr - 2 * term for term in Add.make_args(expr))
        return super().is_zero(expr) or any(super(LosesSigns, self).is_zero(other) for other in flipped)


@pytest.mark.parametrize("broken", [CountsASumOnce, LosesFactorsOfExponents, LosesSigns])
def test_an_algebra_with_a_wrong_rule_is_caught(broken: type[Algebra]) -> None:
    with pytest.raises(AssertionError, match=r"true identity was refused|false identity .* was accepted"):
        [told_apart(Random(number), 2, broken) for number in range(300)]
