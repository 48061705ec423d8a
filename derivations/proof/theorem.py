"""Theorem: hypotheses, statement, proof."""

from __future__ import annotations

from dataclasses import dataclass

from .reasons import Reason
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
