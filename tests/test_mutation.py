"""No step of any proof can be changed: every mutant of every claim in the catalogue is refused.

A mutant changes a claim at one place (a sign, a factor, an index, a dropped term) and keeps the rest of the proof, and
the statement with the last claim. What has the same value as before is not a mutant. Every mutant must be refused, also
one that happens to be true, such as twice a nonnegative left side: each reason is an identity that the checker verifies
(for an inequality, that its difference is exactly the certificate's sum, and that its case of equality is exactly what
the certificate derives), and another claim breaks it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import replace
from random import Random

import pytest
from helpers.instances import instance, proved_nonzero
from helpers.mutants import mutants
from sympy import Expr

from derivations.catalogue import CATALOGUE
from derivations.index import Axis, Index, Lambda, free_indices
from derivations.proof import Equation, Inequality, Rank, Refused, Statement, Theorem, check

EACH_KIND = 1  # mutants of one kind of one part of a claim
Part = tuple[Expr, Callable[[Expr], Statement]]  # an expression in a claim, and the claim with another in its place


def parts(claim: Statement) -> Iterator[Part]:
    match claim:
        case Equation():
            yield claim.lhs, lambda new: replace(claim, lhs=new)
            yield claim.rhs, lambda new: replace(claim, rhs=new)
        case Inequality():
            yield claim.lhs, lambda new: replace(claim, lhs=new)
            yield claim.rhs, lambda new: replace(claim, rhs=new)
            if claim.equality is not None:
                for part, put in parts(claim.equality):
                    yield part, lambda new, put=put: replace(claim, equality=put(new))
        case Rank():
            yield claim.matrix.body, lambda new: replace(claim, matrix=Lambda(claim.matrix.params, new))
            yield claim.value, lambda new: replace(claim, value=new)


def spare(indices: frozenset[Index]) -> list[Index]:
    """For each axis an index that a mutant may put in."""
    axes: dict[Axis, None] = dict.fromkeys(index.axis for index in indices)
    return [Index("spare", axis) for axis in axes]


def differ(rng: Random, one: Expr, other: Expr) -> bool:
    """Whether evaluation proves that the expressions differ, with every variable positive."""
    for size in (2, 3):
        given = instance(rng, [one, other], size)
        positive = instance(rng, [one, other], size, {*given.arrays, *given.scalars})
        if proved_nonzero(one - other, positive):
            return True
    return False


def mutated(rng: Random, claim: Statement) -> Iterator[tuple[str, Statement]]:
    """Some mutants of each kind of each part of a claim."""
    for part, put in parts(claim):
        kinds = defaultdict(list)
        for kind, build in mutants(part, spare(free_indices(part))):
            kinds[kind].append(build)
        for kind, builds in kinds.items():
            tried = (build() for build in rng.sample(builds, len(builds)))
            found = (new for new in tried if differ(rng, new, part))
            yield from ((kind, put(new)) for new, _ in zip(found, range(EACH_KIND), strict=False))


@pytest.mark.parametrize("name", [theorem.id for theorem in CATALOGUE])
def test_every_mutant_of_every_step_is_refused(name: str, record_property: Callable[[str, int], None]) -> None:
    place = next(place for place, theorem in enumerate(CATALOGUE) if theorem.id == name)
    theorem, earlier = CATALOGUE[place], {theorem.id: theorem for theorem in CATALOGUE[:place]}
    made = 0
    for number, step in enumerate(theorem.steps):
        here = 0
        for kind, claim in mutated(Random(f"{name} {number}"), step.claim):
            steps = (*theorem.steps[:number], replace(step, claim=claim), *theorem.steps[number + 1 :])
            last = number == len(theorem.steps) - 1
            mutant = replace(theorem, steps=steps, statement=claim if last else theorem.statement)
            assert refused(mutant, earlier), f"{name}, step {number + 1}, {kind}: accepted {claim} for {step.claim}"
            here += 1
        assert here, f"{name}, step {number + 1}: nothing to mutate in {step.claim}"
        made += here
    record_property("mutants of proof steps made and refused", made)


def refused(theorem: Theorem, earlier: dict[str, Theorem]) -> bool:
    try:
        check(theorem, earlier)
    except Refused:
        return True
    return False


def test_what_is_not_changed_is_accepted() -> None:
    earlier: dict[str, Theorem] = {}
    for theorem in CATALOGUE:
        assert not refused(theorem, earlier)
        earlier[theorem.id] = theorem
