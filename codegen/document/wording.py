"""What is assumed and why a claim holds, in words. The terminal, LaTeX and HTML all say this."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from sympy import S, Symbol, log

from derivations.abbreviations import abbreviations
from derivations.index import Index, Named, free_indices
from derivations.printing import TextPrinter, quantified
from derivations.proof import Equation, Hypothesis, Inequality, Statement, Theorem
from derivations.proof import reasons as why
from derivations.proof.reasons import Reason, Use

from .model import AxiomRef, ClaimRef, Entries, Ledger, Letter, Put, TheoremRef, Words, joined, listed

QUOTED = 24  # characters: an assumed equation no longer is quoted where it is used, a longer one cited by its number
TEXT = TextPrinter()
_T = Symbol("t", real=True)
_GAP = _T - 1 - log(_T)


@dataclass(frozen=True)
class Wording:
    """How the proof of one theorem reads, given the theorems it may cite."""

    theorem: Theorem
    known: Mapping[str, Theorem]

    @cached_property
    def abbreviations(self) -> tuple[Named, ...]:
        """Those that the theorem and its proof use."""
        return abbreviations(self.theorem, self.known)

    def number(self, hypothesis: Hypothesis) -> str:
        """H1, H2, ... of an equation that is too long to be quoted; empty for others."""
        long = isinstance(hypothesis, Equation) and len(TEXT.statement(hypothesis)) > QUOTED
        return f"H{self.theorem.hypotheses.index(hypothesis) + 1}" if long else ""

    def equality(self, reason: Reason, claim: Statement) -> Words:
        """Why an equation holds."""
        match reason:
            case why.Algebra():
                return ("by algebra",)
            case why.ByDefinition(names=names):
                return ("by the definition of ", *listed((self._abbreviation(name),) for name in names))
            case why.Differentiation():
                return ("by differentiation",)
            case why.Using(uses=uses):
                return ("by ", *self.mentioned(uses))
            case why.Rewriting(by=use, uses=()):
                return ("substituting ", *self.mention(use))
            case why.Rewriting(by=use, uses=uses):
                return ("by ", *self.mentioned(uses), ", substituting ", *self.mention(use))
            case why.Solving(equation=use):
                unknown = claim.lhs if isinstance(claim, Equation) else "the unknown"
                return ("solving ", *self.mention(use), ", which is strictly monotone in ", unknown, ", for ", unknown)
        raise TypeError(f"{type(reason).__name__} is not a reason for an equation")

    def slope(self, number: int) -> Words:
        """Why a bound on the slope bounds a difference."""
        return ("the slope is bounded by ", self.claim(number), " everywhere, and takes its mean value somewhere")

    def mentioned(self, uses: Sequence[Use]) -> Words:
        """The equations that are used."""
        return listed(map(self.mention, uses))

    def mention(self, use: Use) -> Words:
        """The equation that is used, for which variables, times what, summed over what."""
        what = self._source(use.source)
        times = -use.times if use.times.could_extract_minus_sign() else use.times
        how: list[Words] = []
        if use.put:
            how.append(("with ", *joined((Put(old, new),) for old, new in use.put.items())))
        if times != 1:
            how.append(("times ", times))
        if use.over:
            how.append(summed(use.over))
        return (*what, " (", *joined(how), ")") if how else what

    def claim(self, number: int) -> ClaimRef:
        """An earlier claim of the same proof."""
        return ClaimRef(self.theorem.id, str(number + 1))

    def _source(self, source: Equation | str | int) -> Words:
        match source:
            case str() as name:
                return (TheoremRef(name),)
            case int() as number:
                return (self.claim(number),)
            case Equation():
                label = self.number(source)
                return (ClaimRef(self.theorem.id, label) if label else source,)

    def _abbreviation(self, name: str) -> Named:
        return next(node for node in self.abbreviations if str(node.args[0]) == name)

    def fact(self, fact: why.Square | why.LogGap | why.Known) -> Words:
        """The inequality that says of something that it is nonnegative."""
        match fact:
            case why.Square(x=x):
                return (Inequality(x**2, S.Zero),)
            case why.LogGap(x=x):
                return (Inequality(_GAP, S.Zero), " at ", Equation(_T, x))
            case why.Known(theorem=name, put=put):
                return self.mention(Use(name, put))

    def certificate(self, certificate: why.Certificate) -> Words:
        """That the difference of the sides is nonnegative."""
        by: Words = (", by ", *self.mentioned(certificate.uses), ",") if certificate.uses else ()
        terms = listed(map(self.term, certificate.terms))
        what = "a sum of nonnegative terms: " if len(certificate.terms) > 1 else "nonnegative, being "
        return ("the left side less the right side is", *by, f" {what}", *terms)

    def term(self, term: why.Term) -> Words:
        """A nonnegative term: its weight times what is nonnegative, summed."""
        match term.fact:
            case why.Square(x=x):
                what: Words = (x**2,)
            case why.LogGap(x=x):
                what = ("the gap ", _GAP, " at ", Equation(_T, x))
            case why.Known(theorem=name, put=put):
                what = self.mention(Use(name, put))
        weighted = (term.weight, " times ", *what) if term.weight != 1 else what
        return (*weighted, ", ", *summed(term.over)) if term.over else weighted


def for_every(claim: Equation | Hypothesis, own: Sequence[Index] = ()) -> Words:
    """The claim, and the letters for all of which it holds, but for an inequality's own."""
    letters = letters_of(claim, own)
    return (claim, " ", *letters) if letters else (claim,)


def letters_of(claim: Equation | Hypothesis, own: Sequence[Index] = ()) -> Words:
    """for every i and j; empty when the claim has no free index."""
    if isinstance(claim, Equation):
        letters = quantified(claim, own)
    else:
        letters = sorted(index.name for index in free_indices(TEXT.entry(claim.what)))
    return ("for every ", *listed((Letter(letter),) for letter in letters)) if letters else ()


def indices_of(claim: Inequality) -> list[Index]:
    """The inequality's own indices: its case of equality holds for each value of them."""
    return sorted(free_indices(claim.lhs) | free_indices(claim.rhs), key=lambda index: index.name)


def summed(over: tuple[Index, ...]) -> Words:
    """summed over i and j."""
    return ("summed over ", *listed((Letter(index.name),) for index in over))


def rank_words(reason: why.RankCertificate) -> Words:
    """With which matrices the axiom of the rank applies."""
    return (
        *("with A the matrix, ", Entries("G", reason.inverse), " and ", Entries("w", reason.weight)),
        *(" this says that ", Ledger("A 1 = 0"), " and ", Ledger("A G = I - w 1^T"), " (axiom ", AxiomRef("rank"), ")"),
    )
