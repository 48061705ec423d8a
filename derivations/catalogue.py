"""Every theorem, in an order in which each rests only on those before it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
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
    a6_prior_vjp,
    b10_replicator,
    c1_gradient,
    c2_policy_gradient,
    c3_baseline,
    c4_natural_gradient,
    c5_vjp,
    c6_jvp,
    c7_hvp,
    c8_self_attention,
)
from derivations.proof import Known, Proved, Theorem, Use, check
from derivations.scores import (
    f1_scale,
    f2_softcap,
    f3_bias,
    f4_masks,
    f5_sinks,
    f6_groups,
    f7_jvp,
    f8_blocks,
    f9_shift,
    f10_saved,
)
from derivations.streaming import e1_merge, e2_saved_logsumexp, e3_devices
from derivations.surface import (
    d1_polarisation,
    d2_gaussian,
    d3_normalisation,
    d4_projection,
    d5_mean_shift,
    d6_tangent,
    d7_folding,
    d8_context,
)
from derivations.transport import (
    a1_softmax,
    a2_optimum,
    a3_value,
    a4_duality,
    a5_one_sided,
    a6_prior,
    a7_shift,
    a8_temperature,
    a9_tsallis,
    a10_collapse,
)

MODULES = (
    a1_softmax, a2_optimum, a3_value, a4_duality, a5_one_sided, a6_prior, a7_shift, a8_temperature, a9_tsallis,
    a10_collapse,
    b1_jacobian, b2_potential, b3_fisher, b4_metric, b5_quadratic_form, b6_lipschitz, b7_pseudo_inverse, b8_bregman,
    b9_query_metric,
    c1_gradient, c2_policy_gradient, c3_baseline, c4_natural_gradient, b10_replicator, c5_vjp, a6_prior_vjp, c6_jvp,
    c7_hvp, c8_self_attention,
    d1_polarisation, d2_gaussian, d3_normalisation, d4_projection, d5_mean_shift, d6_tangent, d7_folding, d8_context,
    e1_merge, e2_saved_logsumexp, e3_devices,
    f1_scale, f2_softcap, f3_bias, f4_masks, f5_sinks, f6_groups, f7_jvp, f8_blocks, f9_shift,
    f10_saved,
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
        axioms[result.theorem.id] = axioms_with(result, axioms)
    return axioms


def axioms_with(result: Proved, before: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    """The axioms that a theorem rests on, given those of the theorems before it."""
    return tuple(sorted(result.axioms.union(*(before[name] for name in cites(result.theorem)))))


def cites(theorem: Theorem) -> tuple[str, ...]:
    """The ids of the theorems that the proof uses, in order of first use."""
    return tuple(dict.fromkeys(name for step in theorem.steps for name in _cited(step.reason)))


def _cited(part: object) -> Iterator[str]:
    """The ids of the theorems that a reason uses, wherever in it."""
    match part:
        case Known(theorem=str() as name) | Use(source=str() as name):
            yield name
        case tuple():
            for item in part:
                yield from _cited(item)
        case _ if is_dataclass(part):
            yield from _cited(tuple(vars(part).values()))
