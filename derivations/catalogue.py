"""Every theorem, in an order in which each rests only on those before it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import is_dataclass

from derivations.geometry import (
    b1_jacobian,
    b2_potential,
    b3_fisher,
    b4_metric,
    b5_quadratic_form,
    b6_lipschitz,
    b7_pseudo_inverse,
    b8_bregman,
    b9_query_metric,
)
from derivations.learning import (
    b10_replicator,
    c1_gradient,
    c2_policy_gradient,
    c3_baseline,
    c4_natural_gradient,
    c5_vjp,
    c6_jvp,
)
from derivations.proof import Known, Proved, Theorem, Use, check
from derivations.streaming import e1_merge, e2_saved_logsumexp
from derivations.surface import d1_polarisation, d2_gaussian, d4_projection, d5_mean_shift, d6_tangent
from derivations.transport import a1_softmax, a2_optimum, a3_value, a4_duality, a5_one_sided, a7_shift, a8_temperature

MODULES = (
    a1_softmax, a2_optimum, a3_value, a4_duality, a5_one_sided, a7_shift, a8_temperature,
    b1_jacobian, b2_potential, b3_fisher, b4_metric, b5_quadratic_form, b6_lipschitz, b7_pseudo_inverse, b8_bregman,
    b9_query_metric,
    c1_gradient, c2_policy_gradient, c3_baseline, c4_natural_gradient, b10_replicator, c5_vjp, c6_jvp,
    d1_polarisation, d2_gaussian, d4_projection, d5_mean_shift, d6_tangent,
    e1_merge, e2_saved_logsumexp,
)  # fmt: skip

CATALOGUE: tuple[Theorem, ...] = tuple(
    value for module in MODULES for value in vars(module).values() if isinstance(value, Theorem)
)


def prove(theorems: tuple[Theorem, ...] = CATALOGUE) -> Iterator[Proved]:
    """Check each theorem in order, given those before it."""
    proved: dict[str, Theorem] = {}
    for theorem in theorems:
        yield check(theorem, proved)
        proved[theorem.id] = theorem


def axioms_of(proved: Iterable[Proved]) -> dict[str, tuple[str, ...]]:
    """The axioms each theorem rests on, through the theorems it cites too; those come before it."""
    axioms: dict[str, tuple[str, ...]] = {}
    for result in proved:
        cited = (axioms[name] for name in cites(result.theorem))
        axioms[result.theorem.id] = tuple(sorted(result.axioms.union(*cited)))
    return axioms


def cites(theorem: Theorem) -> tuple[str, ...]:
    """The ids of the theorems that the proof uses, in order of first use."""
    return tuple(dict.fromkeys(name for step in theorem.steps for name in _cited(step.reason)))


def _cited(part: object) -> Iterator[str]:
    """The ids of the theorems that a reason uses, wherever in it."""
    match part:
        case Known(theorem=name) | Use(source=str() as name):
            yield name
        case tuple():
            for item in part:
                yield from _cited(item)
        case _ if is_dataclass(part):
            yield from _cited(tuple(vars(part).values()))
