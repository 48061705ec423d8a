"""Smaller instances of the interface: without features, with shorter axes, with simpler values."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, replace
from itertools import chain
from typing import Any

import numpy as np

from verification.instances import held
from verification.interface import textbook
from verification.interface.instances import SCALARS, Instance, Sizes
from verification.interface.target import AttentionCase
from verification.shrink import kept_of_axis, one_digit

AXES: Mapping[str, str] = {
    "query": "BTNH",
    "key": "BSKH",
    "value": "BSKE",
    "bias": "BNTS",
    "mask": "BNTS",
    "sinks": "N",
    "output": "BTNE",
    "logsumexp": "BTN",
    "query_seq_lengths": "B",
    "key_value_seq_lengths": "B",
    "causal_offset": "B",
}
OPTIONAL = ("bias", "scale", "softcap", "sinks")
Places = Mapping[str, Sequence[int]]


def smaller_attention(case: AttentionCase) -> Iterator[AttentionCase]:
    """The case with less in it, the largest parts first; what it needs is supported, and what is NaN stays hidden."""
    instance = case.instance
    for found in chain(_without_features(instance), _with_fewer_entries(instance), _with_simpler_values(case)):
        other = case.changed(found)
        if not other.needs - case.trial.supports and _is_hidden(found):
            yield other


def _without_features(instance: Instance) -> Iterator[Instance]:
    if instance.poisoned:
        yield replace(instance, poisoned={})
    for name in OPTIONAL:
        if name in instance.arrays:
            yield _without(instance, name)
    if instance.mask is not None:
        yield replace(instance, mask=None)
    for name in instance.options:
        yield replace(instance, options={other: x for other, x in instance.options.items() if other != name})
    if instance.unbatched:
        yield replace(instance, unbatched=False)


def _without(instance: Instance, name: str) -> Instance:
    arrays, poisoned = (
        {other: x for other, x in some.items() if other != name} for some in (instance.arrays, instance.poisoned)
    )
    return replace(instance, arrays=arrays, poisoned=poisoned)


def _with_fewer_entries(instance: Instance) -> Iterator[Instance]:
    return (taken(instance, places) for places in _places(instance.sizes))


def _places(size: Sizes) -> Iterator[Places]:
    """What is kept of the axes."""
    group = size.N // size.K
    for axis in "BTS":
        yield from ({axis: kept} for kept in kept_of_axis(getattr(size, axis)))
    for kept in kept_of_axis(size.K):
        yield {"K": kept, "N": [k * group + r for k in kept for r in range(group)]}
    for kept in kept_of_axis(group):
        yield {"N": [k * group + r for k in range(size.K) for r in kept]}
    if size.H == size.E:
        yield from ({"H": kept, "E": kept} for kept in kept_of_axis(size.H))
    for axis in "HE":
        yield from ({axis: kept} for kept in kept_of_axis(getattr(size, axis)))


def taken(instance: Instance, places: Places) -> Instance:
    """The instance with these places of some axes only, and at rest."""
    arrays, poisoned, cotangents, options = (
        {name: _taken(name, x, places) for name, x in some.items()}
        for some in (instance.arrays, instance.poisoned, instance.cotangents, instance.options)
    )
    return replace(
        instance,
        sizes=Sizes(**{**asdict(instance.sizes), **{axis: len(kept) for axis, kept in places.items()}}),
        arrays=arrays,
        tangents={},
        poisoned=poisoned,
        cotangents=cotangents,
        options={name: _fewer(name, x, instance.sizes, places) for name, x in options.items()},
        mask=None if instance.mask is None else _taken("mask", instance.mask, places),
    )


def _fewer(name: str, value: Any, size: Sizes, places: Places) -> Any:
    """A length counts the places that are kept; what it goes past the ends stays as it is."""
    axis = {"query_seq_lengths": "T", "key_value_seq_lengths": "S"}.get(name)
    if axis is None or axis not in places:
        return value
    inside = (np.asarray(places[axis]) < value[:, None]).sum(1)
    past = np.maximum(value - getattr(size, axis), 0) + np.minimum(value, 0)
    return (inside + past).astype(value.dtype)


def _taken(name: str, value: Any, places: Places) -> Any:
    """An axis of length one, or none, is broadcast."""
    if not isinstance(value, np.ndarray):
        return value
    axes = AXES.get(name, "")
    for axis, kept in places.items():
        place = axes.find(axis) - len(axes)
        if axis in axes and value.ndim >= -place and value.shape[place] > 1:
            value = np.take(value, kept, axis=place)
    return value


def _is_hidden(instance: Instance) -> bool:
    """Whether no query sees what is NaN or infinite."""
    seen, size = textbook.visible(instance), instance.sizes
    for name, array in instance.poisoned.items():
        if name == "bias":
            spoiled = np.broadcast_to(~np.isfinite(array), seen.shape) & seen
        else:
            spoiled = ~np.isfinite(array).all((2, 3)).reshape(size.B, size.S) & seen.any((1, 2))
        if spoiled.any():
            return False
    return True


def _with_simpler_values(case: AttentionCase) -> Iterator[Instance]:
    instance = case.instance
    for name, array in instance.arrays.items():
        if name in instance.poisoned or not np.isfinite(array).all():
            continue
        simpler = [np.ones_like(array)] if name in SCALARS else [np.zeros_like(array)]
        for values in (*simpler, held(one_digit(array), case.dtype)):
            if not np.array_equal(values, array):
                yield replace(instance, arrays={**instance.arrays, name: values})
