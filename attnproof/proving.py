"""Checking theorems one by one, past those that are refused."""

from __future__ import annotations

import gc
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from attnproof.errors import FAILED, Stop
from attnproof.library import theorems
from attnproof.terminal import Report
from derivations.catalogue import axioms_with
from derivations.proof import Proved, Refused, Theorem, check


@dataclass(frozen=True)
class Verdict:
    """What the checker said of a theorem. `axioms` counts those of the theorems it rests on; empty when refused."""

    theorem: Theorem
    outcome: Proved | Refused
    axioms: tuple[str, ...]
    seconds: float

    @property
    def proved(self) -> bool:
        """Whether the theorem was accepted."""
        return isinstance(self.outcome, Proved)


def verdicts(candidates: Sequence[Theorem]) -> Iterator[Verdict]:
    """Check each theorem in order, given those before it that were accepted."""
    accepted: dict[str, Theorem] = {}
    axioms: dict[str, tuple[str, ...]] = {}
    for theorem in candidates:
        start = time.perf_counter()
        try:
            outcome: Proved | Refused = check(theorem, accepted)
        except Refused as refused:
            outcome = refused
        seconds = time.perf_counter() - start
        if isinstance(outcome, Proved):
            accepted[theorem.id] = theorem
            axioms[theorem.id] = axioms_with(outcome, axioms)
        yield Verdict(theorem, outcome, axioms.get(theorem.id, ()), seconds)


def judged(candidates: Sequence[Theorem], report: Report) -> list[Verdict]:
    """The verdicts on the theorems, with progress."""
    found: list[Verdict] = []
    with _uncollected():
        for verdict in verdicts(candidates):
            found.append(verdict)
            report(verdict.theorem.id, len(found), len(candidates))
    return found


@contextmanager
def _uncollected() -> Iterator[None]:
    """Without cyclic garbage collection: expressions have no cycles, and there are many of them to look through."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def everything_proved(report: Report) -> list[Proved]:
    """Every theorem of the catalogue. Raises Stop when one is refused, so that nothing is printed from it."""
    found = judged(tuple(theorems().values()), report)
    refused = [verdict.theorem.id for verdict in found if not verdict.proved]
    if refused:
        names = ", ".join(refused)
        raise Stop(f"nothing was written, for the checker refuses {names}; see: attnproof prove {refused[0]}", FAILED)
    return [verdict.outcome for verdict in found if isinstance(verdict.outcome, Proved)]
