"""Words with mathematics as plain text. The LaTeX and HTML appendix says the same with references and displays."""

from __future__ import annotations

from collections.abc import Mapping

from sympy import S

from codegen.document import wording
from codegen.document.model import Words
from codegen.document.plain import TEXT, plain, text
from codegen.document.wording import for_every, rank_words
from derivations.proof import Cases, Certificate, Equation, Positive, Reason, Statement, Strict, Theorem
from derivations.proof.reasons import Between, RankCertificate

__all__ = ["TEXT", "Wording", "plain", "statement", "text"]


class Wording:
    """How the proof of one theorem reads on lines of text."""

    def __init__(self, theorem: Theorem, known: Mapping[str, Theorem]) -> None:
        self.theorem, self.shared = theorem, wording.Wording(theorem, known)

    def definitions(self) -> list[tuple[str, str]]:
        """Each abbreviation and what it means."""
        return [(TEXT.expr(node), TEXT.expr(node.body)) for node in self.shared.abbreviations]

    def hypotheses(self) -> list[str]:
        """What is assumed, for every index."""
        numbered = ((hypothesis, self.shared.number(hypothesis)) for hypothesis in self.theorem.hypotheses)
        return [f"{text(for_every(h))}{f'  ({number})' if number else ''}" for h, number in numbered]

    def reason(self, reason: Reason, claim: Statement) -> str:
        """Why the claim holds."""
        return text(self._words(reason, claim))

    def _words(self, reason: Reason, claim: Statement) -> Words:
        match reason:
            case Certificate():
                return self.shared.certificate(reason)
            case Strict():
                return ("the left side less the right side is positive, being a sum of positive terms",)
            case Between(claim=number):
                return self.shared.slope(number)
            case Cases(variable=variable, at_zero=at_zero, above=above):
                zero, positive = self._words(at_zero, claim), self._words(above, claim)
                return ("for ", Equation(variable, S.Zero), ", ", *zero, "; for ", Positive(variable), ", ", *positive)
            case RankCertificate():
                return rank_words(reason)
        return self.shared.equality(reason, claim)


def statement(claim: Statement) -> str:
    """A claim on one line."""
    return TEXT.statement(claim)
