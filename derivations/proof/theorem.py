"""Theorem: hypotheses, statement, proof."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, is_dataclass

from .reasons import Known, Reason, Use
from .statements import Hypothesis, Statement


@dataclass(frozen=True)
class Step:
    """A claim and why it holds. An equation with the left side of the claim before it continues its chain."""

    claim: Statement
    reason: Reason


@dataclass(frozen=True)
class Theorem:
    """A statement, what it assumes, and the steps that prove it."""

    id: str
    title: str
    source: str
    hypotheses: tuple[Hypothesis, ...]
    statement: Statement
    steps: tuple[Step, ...]
    remark: str = ""

    @property
    def cites(self) -> tuple[str, ...]:
        """The ids of the theorems that the proof uses, in order of first use."""
        return tuple(dict.fromkeys(name for step in self.steps for name in _cited(step.reason)))


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
