"""`attnproof prove`."""

from __future__ import annotations

import time
from collections.abc import Sequence
from typing import Any

from rich.console import RenderableType

from attnproof import library, proving, view
from attnproof.errors import FAILED
from attnproof.proving import Verdict
from attnproof.terminal import err, print_json, progress, say


def prove(ids: Sequence[str], as_json: bool) -> int:
    """Check the theorems and what they rest on, and say how each named one fared; the exit code."""
    wanted = {theorem.id for theorem in library.selected(ids)}
    candidates = library.with_premises(library.selected(ids))
    start = time.perf_counter()
    with progress("proving") as report:
        verdicts = proving.judged(candidates, report)
    seconds = time.perf_counter() - start
    shown = [verdict for verdict in verdicts if verdict.theorem.id in wanted]
    if as_json:
        print_json(values(shown, seconds))
    else:
        say(view.verdict_table(shown), f"\n{summary(shown, seconds)}")
    say(*refusals(verdicts), console=err())
    return 0 if all(verdict.proved for verdict in verdicts) else FAILED


def refusals(verdicts: Sequence[Verdict]) -> tuple[RenderableType, ...]:
    """Every refused step."""
    return tuple(view.refusal(verdict, library.theorems()) for verdict in verdicts if not verdict.proved)


def summary(verdicts: Sequence[Verdict], seconds: float) -> str:
    """One line on all of them, and how long all of it took."""
    refused = sum(not verdict.proved for verdict in verdicts)
    axioms = {axiom for verdict in verdicts for axiom in verdict.axioms}
    counted = f"{len(verdicts) - refused} proved, {refused} refused, for every size of every axis"
    return f"{counted}; {len(axioms)} axioms; {seconds:.2f} s"


def values(verdicts: Sequence[Verdict], seconds: float) -> dict[str, Any]:
    """The table as values; `seconds` of a theorem is processor time, of all of them time on the clock."""
    return {
        "theorems": [view.verdict_values(verdict) for verdict in verdicts],
        "seconds": round(seconds, 6),
    }
