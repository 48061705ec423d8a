"""Reasons, hypotheses and prose as plain text. The LaTeX appendix says the same with references and displays."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cached_property

from sympy import Basic
from sympy.printing.pretty.pretty_symbology import pretty_symbol

from derivations.abbreviations import abbreviations
from derivations.index import Index, Lambda, Named, Tensor, free_indices
from derivations.printing import TextPrinter, quantified
from derivations.proof import (
    Algebra,
    ByDefinition,
    Cases,
    Certificate,
    Differentiation,
    Equation,
    Hypothesis,
    Known,
    LogGap,
    Reason,
    Rewriting,
    Solving,
    Square,
    Statement,
    Strict,
    Term,
    Theorem,
    Use,
    Using,
)

TEXT = TextPrinter()
QUOTED = 24  # characters: a hypothesis no longer is quoted where it is used, a longer one is cited by its number


class Wording:
    """How the proof of one theorem reads."""

    def __init__(self, theorem: Theorem, known: Mapping[str, Theorem]) -> None:
        self.theorem, self.known = theorem, known

    @cached_property
    def abbreviations(self) -> tuple[Named, ...]:
        """Those that the theorem and its proof use."""
        return abbreviations(self.theorem, self.known)

    def definitions(self) -> list[tuple[str, str]]:
        """Each abbreviation and what it means."""
        return [(TEXT.expr(node), TEXT.expr(node.body)) for node in self.abbreviations]

    def hypotheses(self) -> list[str]:
        """What is assumed, for every index."""
        return [f"{_assumed(hypothesis)}{self._label(hypothesis)}" for hypothesis in self.theorem.hypotheses]

    def reason(self, reason: Reason, claim: Statement) -> str:
        """Why the claim holds."""
        match reason:
            case Algebra():
                return "by algebra"
            case ByDefinition(names=names):
                return f"by the definition of {_listed(map(self._abbreviation, names))}"
            case Differentiation():
                return "by differentiation"
            case Using(uses=uses):
                return f"by {_listed(map(self.mention, uses))}"
            case Rewriting(by=use, uses=()):
                return f"substituting {self.mention(use)}"
            case Rewriting(by=use, uses=uses):
                return f"by {_listed(map(self.mention, uses))}, substituting {self.mention(use)}"
            case Solving(equation=use):
                unknown = TEXT.expr(claim.lhs) if isinstance(claim, Equation) else "the unknown"
                return f"solving {self.mention(use)}, which is strictly monotone in {unknown}"
            case Certificate(terms=terms, uses=uses):
                given = f", by {_listed(map(self.mention, uses))}," if uses else ""
                return (
                    f"the left side less the right side is{given} a sum of nonnegative terms: "
                    f"{_listed(map(self._term, terms))}"
                )
            case Strict():
                return "the left side less the right side is positive, being a sum of positive terms"
            case Cases(variable=variable, at_zero=at_zero, above=above):
                name = TEXT.expr(TEXT.entry(variable))
                return f"for {name} = 0, {self.reason(at_zero, claim)}; for {name} > 0, {self.reason(above, claim)}"
        return (
            f"with A the matrix, A 1 = 0 and A G = I − w 1ᵀ for G = {TEXT.expr(reason.inverse.body)} "
            f"and w = {TEXT.expr(reason.weight.body)}"
        )

    def mention(self, use: Use) -> str:
        """The equation that is used, under which substitution, times what, summed over what."""
        match use.source:
            case str() as name:
                what = name
            case int() as number:
                what = f"({number + 1})"
            case Equation() as hypothesis:
                what = self._label(hypothesis).strip() or TEXT.statement(hypothesis)
        factor = -use.times if use.times.could_extract_minus_sign() else use.times
        how = [
            f"with {_substitution(use.put)}" if use.put else "",
            f"times {TEXT.expr(factor)}" if factor != 1 else "",
            _summed(use.over),
        ]
        return f"{what} ({', '.join(filter(None, how))})" if any(how) else what

    def _term(self, term: Term) -> str:
        match term.fact:
            case Square(x=x):
                fact = TEXT.expr(x**2)
            case LogGap(x=x):
                fact = f"t − 1 − log t at t = {TEXT.expr(x)}"
            case Known(theorem=name, put=put):
                fact = self.mention(Use(name, put))
        weighted = f"{TEXT.expr(term.weight)} times {fact}" if term.weight != 1 else fact
        return f"{weighted}, {_summed(term.over)}" if term.over else weighted

    def _abbreviation(self, name: str) -> str:
        return next((TEXT.expr(node) for node in self.abbreviations if str(node.args[0]) == name), name)

    def _label(self, hypothesis: Hypothesis) -> str:
        """The number of a hypothesis that is too long to be quoted."""
        long = isinstance(hypothesis, Equation) and len(TEXT.statement(hypothesis)) > QUOTED
        return f"  (H{self.theorem.hypotheses.index(hypothesis) + 1})" if long else ""


def statement(claim: Statement) -> str:
    """A claim on one line."""
    return TEXT.statement(claim)


def plain(text: str) -> str:
    """Prose whose mathematics is LaTeX between dollars, as text."""
    return re.sub(r"\$(.*?)\$", lambda found: _untex(found[1]), text)


_TEX = {
    r"\,": " ",
    r"\nabla": "∇",
    r"\partial": "∂",
    r"\sum": "∑",
    r"\log": "log",
    r"\exp": "exp",
    r"\langle": "⟨",
    r"\rangle": "⟩",
    r"\infty": "∞",
    "^{+}": "⁺",
    "-": "−",
}


def _untex(tex: str) -> str:
    for command, text in _TEX.items():
        tex = tex.replace(command, text)
    return re.sub(r"\\([A-Za-z]+)", lambda found: str(pretty_symbol(found[1])), tex)


def _assumed(hypothesis: Hypothesis) -> str:
    if isinstance(hypothesis, Equation):
        letters = quantified(hypothesis)
    else:
        letters = sorted(index.name for index in free_indices(TEXT.entry(hypothesis.what)))
    return TEXT.for_every(TEXT.statement(hypothesis), letters)


def _listed(phrases: Iterable[str]) -> str:
    """a, b and c, each once."""
    *most, last = dict.fromkeys(phrases)
    return f"{', '.join(most)} and {last}" if most else last


def _summed(over: tuple[Index, ...]) -> str:
    return f"summed over {_listed(index.name for index in over)}" if over else ""


def _substitution(put: Mapping[Basic, Basic | Lambda]) -> str:
    return ", ".join(f"{_name(old, new)} := {_image(new)}" for old, new in put.items())


def _name(old: Basic, new: Basic | Lambda) -> str:
    if isinstance(old, Tensor) and isinstance(new, Lambda):
        return TEXT.indexed(old.name, [index.name for index in new.params])
    return _image(old)


def _image(new: Basic | Lambda) -> str:
    match new:
        case Lambda():
            return TEXT.expr(new.body)
        case Tensor() | Index():
            return TEXT.name(new.name)
    return TEXT.expr(new)
