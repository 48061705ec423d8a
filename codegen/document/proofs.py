"""A proof as blocks: chains of equations with their reasons, and arguments for inequalities and ranks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from itertools import groupby

from sympy import Add, Expr, S, exp, log

from derivations.index import Algebra, Delta, Lambda, fresh, readable, total
from derivations.printing import terms_in_order
from derivations.proof import Equation, Hypothesis, Inequality, Nonnegative, Positive, Rank, Statement, Step, Theorem
from derivations.proof import reasons as why
from derivations.proof.reasons import Reason, Use

from .model import Block, Chain, Display, Line, Link, Paragraph, Vanishing, Words, listed, sentence
from .wording import TEXT, Wording, for_every, indices_of, letters_of, rank_words

LONG = 120  # characters of a term of a certificate: one that is longer is told in words and not displayed


def statement(claim: Statement) -> tuple[Block, ...]:
    """The displayed statement of a theorem."""
    match claim:
        case Inequality(equality=Equation() as condition):
            case = ("with equality exactly when ", *for_every(condition, indices_of(claim)), ".")
            return Display((Line(claim),), ","), Paragraph(case)
    return (Display((Line(claim),)),)


def assumptions(theorem: Theorem) -> Words:
    """What is assumed, in running text, but for the equations that are numbered; empty when there is nothing else."""
    wording = Wording(theorem, {})
    short = [for_every(hypothesis) for hypothesis in theorem.hypotheses if not wording.number(hypothesis)]
    return listed(short) if short else ()


def numbered_assumptions(theorem: Theorem) -> Display | None:
    """The long equations that are assumed."""
    wording = Wording(theorem, {})
    numbered = ((h, wording.number(h)) for h in theorem.hypotheses)
    lines = [
        Line(h, letters_of(h), f"{theorem.id}.{number}")
        for h, number in numbered
        if number and isinstance(h, Equation)
    ]  # fmt: skip
    return Display(tuple(lines)) if lines else None


def proof(theorem: Theorem, known: Mapping[str, Theorem]) -> tuple[Block, ...]:
    """The steps of the proof, given the theorems it may cite."""
    return tuple(_Writer(Wording(theorem, known), theorem.hypotheses).blocks())


class _Writer:
    """The proof of a theorem, of which some hypotheses hold in the case at hand."""

    def __init__(self, wording: Wording, hypotheses: tuple[Hypothesis, ...]) -> None:
        self.wording, self.theorem, self.hypotheses = wording, wording.theorem, hypotheses

    def blocks(self) -> Iterator[Block]:
        """Equations with one left side are a chain; every other claim stands alone."""
        steps = list(enumerate(self.theorem.steps, start=1))
        chains = [list(group) for _, group in groupby(steps, key=lambda numbered: _chain(*numbered))]
        for place, links in enumerate(chains):
            number, step = links[0]
            if not isinstance(step.claim, Equation):
                if number < len(steps):
                    yield Paragraph(("We show that",))
                    yield Display((self.line(number, step.claim),))
                yield from self.argument(step.claim, step.reason)
            elif len(steps) == 1:
                yield Paragraph((*sentence(self.wording.equality(step.reason, step.claim)), "."))
            elif len(links) == 1:
                yield Paragraph((*sentence(self.wording.equality(step.reason, step.claim)), ","))
                yield Display((self.line(number, step.claim),))
            else:
                yield Paragraph(("Then" if place else "We have",))
                yield Chain(
                    step.claim.lhs,
                    tuple(
                        Link(s.claim.rhs, self.wording.equality(s.reason, s.claim), self.label(n))
                        for n, s in links
                        if isinstance(s.claim, Equation)
                    ),
                )

    def line(self, number: int, claim: Statement) -> Line:
        return Line(claim, label=self.label(number))

    def label(self, number: int) -> str:
        """A claim has a number when a later step uses it."""
        return self.wording.claim(number - 1).label if number - 1 in self.used else ""

    @cached_property
    def used(self) -> set[int]:
        """The claims that later steps use."""
        uses = (use for step in self.theorem.steps for use in _equations_used(step.reason))
        return {use.source for use in uses if isinstance(use.source, int)}

    def argument(self, claim: Statement, reason: Reason) -> Iterator[Block]:
        """Why an inequality or a rank holds."""
        match claim, reason:
            case Inequality(), why.Certificate():
                yield from self.certificate(claim, reason)
            case Inequality(), why.Strict():
                yield self.strict(claim)
            case Inequality(), why.Cases(variable=variable, at_zero=at_zero, above=above):
                others = tuple(h for h in self.hypotheses if h != Nonnegative(variable))
                yield from self.case(Equation(variable, S.Zero), others, claim.put({variable: S.Zero}), at_zero)
                yield from self.case(Positive(variable), (*others, Positive(variable)), claim, above)
            case Inequality(), why.Between(claim=number):
                yield Paragraph((*sentence(self.wording.slope(number)), "."))
            case Rank(), why.RankCertificate():
                yield from self.rank(claim, reason)
            case _:
                raise TypeError(f"{type(reason).__name__} is not a reason for {claim}")

    def case(
        self, when: Equation | Positive, hypotheses: tuple[Hypothesis, ...], claim: Inequality, reason: Reason
    ) -> Iterator[Block]:
        """One case, in a paragraph of its own."""
        yield Paragraph(("Let ", when, "."), new=True)
        yield from _Writer(self.wording, hypotheses).argument(claim, reason)

    def strict(self, claim: Inequality) -> Paragraph:
        difference = readable(self.algebra.normal(claim.residual))
        text: Words = ("The left side exceeds the right side by ", difference, ", which is positive.")
        return Paragraph((*text, " Nor does ", claim.equality, " hold.") if claim.equality else text)

    def certificate(self, claim: Inequality, certificate: why.Certificate) -> Iterator[Block]:
        facts = [self.fact(term.fact) for term in certificate.terms]
        sums = [total(t.weight * f, *t.over) for t, (f, _) in zip(certificate.terms, facts, strict=True)]
        if max(len(TEXT.expr(term)) for term in sums) > LONG:
            yield Paragraph((*sentence(self.wording.certificate(certificate)), "."))
        else:
            by: Words = self.wording.mentioned(certificate.uses) if certificate.uses else ("algebra",)
            yield Paragraph(("By ", *by, ","))
            yield Display((Line(Equation(claim.residual, Add(*sums))),))
            if because := [phrase for term in certificate.terms for phrase in self.why_nonnegative(term)]:
                yield Paragraph(("The right side is nonnegative by ", *listed(because), "."))
        if claim.equality is not None:
            zeros = [self.zero(term, zero) for term, (_, zero) in zip(certificate.terms, facts, strict=True)]
            yield Paragraph(self.equality(claim, claim.equality, certificate, zeros))

    def why_nonnegative(self, term: why.Term) -> Iterator[Words]:
        """The fact, unless it is a square of a number, and the sign of its weight, unless it is 1."""
        if not (isinstance(term.fact, why.Square) and term.fact.x.is_number):
            yield self.wording.fact(term.fact)
        if term.weight != 1:
            yield (Positive(term.weight) if self.algebra.is_positive(term.weight) else Nonnegative(term.weight),)

    def zero(self, term: why.Term, zero: Equation) -> Equation:
        """When the term is zero: a weight that may vanish stays as a factor."""
        return zero if self.algebra.is_positive(term.weight) else _vanishing(term.weight * zero.residual)

    def equality(
        self, claim: Inequality, condition: Equation, certificate: why.Certificate, zeros: Sequence[Equation]
    ) -> Words:
        """Equality forces the zeros of the terms, these the condition, and the condition these."""
        own = indices_of(claim)
        forward = self.combined(condition, certificate.forward, zeros)
        back = [
            self.combined(zero, term.backward, [condition])
            for zero, term in zip(zeros, certificate.terms, strict=True)
        ]  # fmt: skip
        forced = [zero for n, zero in enumerate(zeros) if n in [use.source for use in certificate.forward]]
        start = (
            "holds exactly when every term vanishes, that is, when" if forced == zeros else "makes every term vanish"
        )
        joint = " " if forced == zeros else ", so that "
        words: Words = (f"Equality {start}{joint}", *listed(for_every(zero, own) for zero in forced))
        if forward:
            words = (*words, "; then ", *forward)
        if forced != zeros or any(back):
            then = listed([*filter(None, back), ("every term vanishes",)])
            words = (*words, ". Conversely, if ", *for_every(condition, own), ", then ", *then)
        return (*words, ".")

    def combined(self, claim: Equation, uses: Sequence[Use], zeros: Sequence[Equation]) -> Words:
        """lhs - rhs = a combination of what is zero = 0; empty when that is one of the zeros itself."""
        pieces, others = [], []
        for use in uses:
            if isinstance(use.source, int):
                zero = zeros[use.source].put(use.put)
                pieces.append(total(use.times * zero.residual, *use.over))
            else:
                others.append(use)
        if pieces == [claim.residual] and not others:
            return ()
        shown = Vanishing(claim.residual, tuple(pieces))
        return (shown, " by ", *self.wording.mentioned(others)) if others else (shown,)

    def rank(self, claim: Rank, certificate: why.RankCertificate) -> Iterator[Block]:
        row, column = claim.matrix.params
        inner = fresh(row.axis)
        kernel = total(claim.matrix(row, inner), inner)
        product = total(claim.matrix(row, inner) * certificate.inverse(inner, column), inner)
        images = [Equation(kernel, S.Zero), Equation(product, Delta(row, column) - certificate.weight(row))]
        yield Paragraph(("By algebra,",))
        yield Display(tuple(map(Line, images)))
        inverse = Lambda((row, column), certificate.inverse(row, column))
        weight = Lambda((row,), certificate.weight(row))
        yield Paragraph((*sentence(rank_words(replace(certificate, inverse=inverse, weight=weight))), "."))

    @cached_property
    def algebra(self) -> Algebra:
        positive = [h.what for h in self.hypotheses if isinstance(h, Positive)]
        return Algebra(positive, [h.what for h in self.hypotheses if isinstance(h, Nonnegative)])

    def fact(self, fact: why.Square | why.LogGap | why.Known) -> tuple[Expr, Equation]:
        """What is nonnegative, and when it is zero."""
        match fact:
            case why.Square(x=x):
                return x**2, _vanishing(x)
            case why.LogGap(x=x):
                logarithm = x.args[0] if isinstance(x, exp) else log(x)
                return x - 1 - logarithm, Equation(x, S.One)
            case why.Known(theorem=name, put=put):
                claim = self.theorem.steps[name].claim if isinstance(name, int) else self.wording.known[name].statement
                if not isinstance(claim, Inequality):
                    raise TypeError(f"{name} is not an inequality")
                zero = (claim.equality or claim).put(put)
                return claim.put(put).residual, Equation(zero.lhs, zero.rhs)


def _vanishing(expr: Expr) -> Equation:
    """expr = 0, with what is subtracted on the other side."""
    terms = terms_in_order(expr) if isinstance(expr, Add) else [expr]
    negative = [term for term in terms if term.as_coeff_mul()[0] < 0]
    return Equation(expr - Add(*negative), -Add(*negative)) if len(negative) < len(terms) else Equation(expr, S.Zero)


def _chain(number: int, step: Step) -> Expr | int:
    """What the steps of one chain have in common."""
    return step.claim.lhs if isinstance(step.claim, Equation) else number


def _equations_used(reason: Reason) -> tuple[Use, ...]:
    match reason:
        case why.Using(uses=uses):
            return uses
        case why.Certificate(terms=terms, uses=uses):
            return (*uses, *(Use(term.fact.theorem) for term in terms if isinstance(term.fact, why.Known)))
        case why.Rewriting(by=use, uses=uses):
            return (use, *uses)
        case why.Solving(equation=use):
            return (use,)
        case why.Between(claim=number):
            return (Use(number),)
        case why.Cases(at_zero=at_zero, above=above):
            return (*_equations_used(at_zero), *_equations_used(above))
    return ()
