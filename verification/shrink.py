"""Smaller instances of a failure: fewer leading axes, shorter axes, simpler values."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import chain
from typing import TypeVar

import numpy as np

from verification.instances import OF_THEIR_OWN_SIZE, POSITIVE, Instance, held
from verification.subject import Case, parameters_of, taken

Some = TypeVar("Some")
PIECES = 16  # an axis is cut into this many at most
ON_SIMPLEX = ("plan", "weights")


def shrunk(case: Some, fails: Callable[[Some], bool], smaller: Callable[[Some], Iterator[Some]]) -> Some:
    """A case that still fails and of which no smaller one does, as far as `smaller` goes."""
    while True:
        found = next((other for other in smaller(case) if fails(other)), None)
        if found is None:
            return case
        case = found


def smaller(case: Case) -> Iterator[Case]:
    """The case without parts of it, the largest parts first, and then with simpler values."""
    for instance in chain(_with_fewer_entries(case), _with_simpler_values(case)):
        found = case.changed(instance)  # which may undo a change of what the target does not take
        if not found.needs - case.trial.supports and not _same(found.instance, case.instance):
            yield found


def _same(one: Instance, other: Instance) -> bool:
    return all(np.array_equal(one.arrays[name], array) for name, array in other.arrays.items())


def _with_fewer_entries(case: Case) -> Iterator[Instance]:
    instance = case.instance
    for leading, size in enumerate(instance.batch):
        for kept in (*range(size), *kept_of_axis(size)):
            arrays = {name: np.take(array, kept, axis=leading) for name, array in instance.arrays.items()}
            yield replace(instance, batch=np.take(np.empty(instance.batch), kept, axis=leading).shape, arrays=arrays)
    kernel = case.form.kernel
    for axis in dict.fromkeys(axis for p in parameters_of(kernel) for axis in p.axes):
        for kept in kept_of_axis(instance.sizes[axis]):
            less = taken(kernel, instance, axis, kept)
            plans = {name: less.arrays[name] for name in ON_SIMPLEX if name in less.arrays}
            if all((plan.sum(-1) > 0).all() for plan in plans.values()):
                scaled = {name: held(plan / plan.sum(-1, keepdims=True), case.dtype) for name, plan in plans.items()}
                yield replace(less, arrays={**less.arrays, **scaled})


def kept_of_axis(size: int) -> Iterator[list[int]]:
    """What is left of an axis without one of two halves, of four quarters, ..."""
    pieces = 2
    while pieces <= PIECES and pieces <= 2 * (size - 1):
        for gone in np.array_split(np.arange(size), min(pieces, size)):
            yield np.delete(np.arange(size), gone).tolist()
        pieces *= 2


def _with_simpler_values(case: Case) -> Iterator[Instance]:
    for name, array in case.instance.arrays.items():
        if name in POSITIVE:
            simpler = [np.ones_like(array)]
        elif name in OF_THEIR_OWN_SIZE or not np.isfinite(array).all():
            continue
        else:
            simpler = [np.zeros_like(array), held(one_digit(array), case.dtype)]
        for values in simpler:
            if not np.array_equal(values, array):
                yield replace(case.instance, arrays={**case.instance.arrays, name: values})


@np.vectorize
def one_digit(number: float) -> float:
    """The number to one significant digit."""
    return float(f"{number:.0e}")
