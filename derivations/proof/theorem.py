"""Theorem: hypotheses, statement, proof."""

from __future__ import annotations

from dataclasses import dataclass

from .reasons import Cases, Certificate, Known, Reason, Rewriting, Solving, Using
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
        return tuple(dict.fromkeys(name for step in self.steps for name in cited(step.reason)))


def cited(reason: Reason) -> list[str]:
    """The ids of the theorems that a reason uses."""
    match reason:
        case Using(uses=uses):
            return [use.source for use in uses if isinstance(use.source, str)]
        case Rewriting(by=use, uses=uses):
            return cited(Using((use, *uses)))
        case Solving(equation=use):
            return cited(Using((use,)))
        case Certificate(terms=terms, uses=uses):
            known = [term.fact.theorem for term in terms if isinstance(term.fact, Known)]
            inner = [use for term in terms for use in term.backward]
            return known + cited(Using((*uses, *inner, *reason.forward)))
        case Cases(at_zero=at_zero, above=above):
            return cited(at_zero) + cited(above)
    return []
