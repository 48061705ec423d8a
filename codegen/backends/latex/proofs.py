"""Proofs as LaTeX: chains of equations, with each reason in words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import cast

from sympy import Add, Basic, Expr, S, log

from derivations.abbreviations import abbreviations
from derivations.index import Algebra, Delta, Mapped, free_indices, fresh, readable, substitute, total
from derivations.printing import quantified, terms_in_order
from derivations.proof import Equation, Hypothesis, Inequality, Nonnegative, Positive, Rank, Statement, Step, Theorem
from derivations.proof import reasons as why
from derivations.proof.reasons import Reason, Use

from .layout import Formula, Link, chain, display
from .printer import LatexPrinter
from .width import math_width
from .words import INLINE, equation, for_every, listed, math, sentence, substitution

DISPLAY = LatexPrinter()
SHORT = 9.0  # ems: a hypothesis no wider is quoted, a wider one is cited by its number


def formula(claim: Equation | Inequality, note: str = "", label: str = "") -> Formula:
    """A claim, whose right side may break."""
    sign = "=" if isinstance(claim, Equation) else r"\ge"
    return Formula(DISPLAY.expr(claim.lhs), sign, DISPLAY.parts(claim.rhs), note, label)


def statement(claim: Statement) -> str:
    """The displayed statement of a theorem."""
    match claim:
        case Inequality(equality=Equation() as condition):
            return f"{display([formula(claim)], ',')}\nwith equality exactly when {_quantified(condition)}."
        case Rank(matrix=matrix, value=value):
            left = DISPLAY.rank(DISPLAY.expr(matrix.body), [index.name for index in matrix.params])
            return display([Formula(left, "=", DISPLAY.parts(value))])
    return display([formula(claim)])


def assumptions(theorem: Theorem) -> list[str]:
    """What is assumed, in running text, but for the equations that are numbered."""
    return [_assumption(h) for h in theorem.hypotheses if not _number(theorem, h)]


def numbered_assumptions(theorem: Theorem) -> str:
    """The wide equations that are assumed, displayed; empty when there are none."""
    wide = [h for h in theorem.hypotheses if isinstance(h, Equation) and _number(theorem, h)]
    return display(formula(h, for_every(quantified(h)), _number(theorem, h)) for h in wide) if wide else ""


def proof(theorem: Theorem, known: Mapping[str, Theorem]) -> str:
    """The steps of the proof, given the theorems it may cite."""
    return "\n".join(_Writer(theorem, known, theorem.hypotheses).paragraphs())


@dataclass(frozen=True)
class _Writer:
    theorem: Theorem
    known: Mapping[str, Theorem]
    hypotheses: tuple[Hypothesis, ...]

    def paragraphs(self) -> Iterator[str]:
        """Equations with one left side are a chain; every other claim stands alone."""
        steps = list(enumerate(self.theorem.steps, start=1))
        chains = [list(group) for _, group in groupby(steps, key=lambda numbered: _chain(*numbered))]
        for place, links in enumerate(chains):
            number, step = links[0]
            if not isinstance(step.claim, Equation):
                yield self.argument(step.claim, step.reason)
            elif len(steps) == 1:
                yield f"{sentence(self.reason(step.reason, step.claim))}."
            elif len(links) == 1:
                yield f"{sentence(self.reason(step.reason, step.claim))},"
                yield display([formula(step.claim, label=self.label(number))])
            else:
                yield "Then" if place else "We have"
                yield chain(
                    DISPLAY.expr(step.claim.lhs),
                    [
                        Link(DISPLAY.parts(s.claim.rhs), self.reason(s.reason, s.claim), self.label(n))
                        for n, s in links
                        if isinstance(s.claim, Equation)
                    ],
                )

    def label(self, number: int) -> str:
        """A claim has a number when a later step uses it."""
        uses = (use for step in self.theorem.steps for use in _equations_used(step.reason))
        return f"{self.theorem.id}.{number}" if number - 1 in [use.source for use in uses] else ""

    def reason(self, reason: Reason, claim: Equation) -> str:
        """Why an equation holds."""
        match reason:
            case why.Algebra():
                return "by algebra"
            case why.ByDefinition(names=names):
                return f"by the definition of {listed(self.abbreviated(name) for name in names)}"
            case why.Differentiation():
                return "by differentiation"
            case why.Using(uses=uses):
                return f"by {listed(map(self.mention, uses))}"
            case why.Rewriting(by=use, uses=()):
                return f"substituting {self.mention(use)}"
            case why.Rewriting(by=use, uses=uses):
                return f"by {listed(map(self.mention, uses))}, substituting {self.mention(use)}"
            case why.Solving(equation=use):
                unknown = math(claim.lhs)
                return f"solving {self.mention(use)}, which is strictly monotone in {unknown}, for {unknown}"
        raise TypeError(f"{type(reason).__name__} is not a reason for an equation")

    def abbreviated(self, name: str) -> str:
        node = next(n for n in abbreviations(self.theorem, self.known) if str(n.args[0]) == name)
        return math(node) if "{}" in name else f"${INLINE.name(name)}$"

    def mention(self, use: Use) -> str:
        """The equation that is used, for which variables, times what, summed over what."""
        match use.source:
            case str() as name:
                what = rf"\theoremref{{{name}}}"
            case int() as number:
                what = rf"\eqref{{eq:{self.theorem.id}.{number + 1}}}"
            case Equation() as hypothesis:
                label = _number(self.theorem, hypothesis)
                what = rf"\eqref{{eq:{label}}}" if label else equation(hypothesis)
        times = -use.times if use.times.could_extract_minus_sign() else use.times
        how = [
            f"with {substitution(use.put)}" if use.put else "",
            f"times {math(times)}" if times != 1 else "",
            f"summed over {listed(f'${index.name}$' for index in use.over)}" if use.over else "",
        ]
        return f"{what} ({', '.join(filter(None, how))})" if any(how) else what

    def argument(self, claim: Statement, reason: Reason) -> str:
        """Why an inequality or a rank holds."""
        match claim, reason:
            case Inequality(), why.Certificate():
                return self.certificate(claim, reason)
            case Inequality(), why.Strict():
                return self.strict(claim)
            case Inequality(), why.Cases(variable=variable, at_zero=at_zero, above=above):
                others = tuple(h for h in self.hypotheses if h != Nonnegative(variable))
                zero = _Writer(self.theorem, self.known, others)
                positive = _Writer(self.theorem, self.known, (*others, Positive(variable)))
                name = INLINE.expr(INLINE.entry(variable))
                return (
                    f"Let ${name} = 0$. {zero.argument(_at_zero(claim, variable), at_zero)}\n\n"
                    f"Let ${name} > 0$. {positive.argument(claim, above)}"
                )
            case Rank(), why.RankCertificate():
                return self.rank(claim, reason)
        raise TypeError(f"{type(reason).__name__} is not a reason for {claim}")

    def strict(self, claim: Inequality) -> str:
        difference = readable(self.algebra.normal(claim.residual))
        text = f"The left side exceeds the right side by {math(difference)}, which is positive."
        return f"{text} Nor does {equation(claim.equality)} hold." if claim.equality else text

    def certificate(self, claim: Inequality, certificate: why.Certificate) -> str:
        facts = [_fact(term.fact, self.known) for term in certificate.terms]
        whole = Add(*(total(t.weight * f, *t.over) for t, (f, _) in zip(certificate.terms, facts, strict=True)))
        because = listed(phrase for term in certificate.terms for phrase in self.why_nonnegative(term))
        lines = [
            f"By {listed(map(self.mention, certificate.uses))}," if certificate.uses else "By algebra,",
            display([formula(Equation(claim.residual, whole))]),
            f"The right side is nonnegative by {because}.",
        ]
        if claim.equality is not None:
            lines.append(self.equality(claim.equality, certificate, [zero for _, zero in facts]))
        return "\n".join(lines)

    def why_nonnegative(self, term: why.Term) -> Iterator[str]:
        match term.fact:
            case why.Square(x=x):
                yield f"${INLINE.expr(x**2)} \\ge 0$"
            case why.LogGap(x=x):
                yield rf"$t - 1 - \log t \ge 0$ at $t = {INLINE.expr(x)}$"
            case why.Known(theorem=name, put=put):
                yield self.mention(Use(name, put))
        if term.weight != 1:
            sign = ">" if self.algebra.is_positive(term.weight) else r"\ge"
            yield f"${INLINE.expr(term.weight)} {sign} 0$"

    def equality(self, condition: Equation, certificate: why.Certificate, zeros: Sequence[Equation]) -> str:
        """Equality forces the zeros of the terms, these the condition, and the condition these."""
        forward = self.combined(condition, certificate.forward, zeros)
        back = [
            self.combined(zero, term.backward, [condition])
            for zero, term in zip(zeros, certificate.terms, strict=True)
        ]  # fmt: skip
        forced = [zero for n, zero in enumerate(zeros) if n in [use.source for use in certificate.forward]]
        if forced == zeros:
            text = f"Equality holds exactly when every term vanishes, that is, when {listed(map(_quantified, zeros))}"
        else:
            text = f"Equality makes every term of positive weight vanish, so that {listed(map(_quantified, forced))}"
        if forward:
            text += f"; then {forward}"
        if forced != zeros or any(back):
            then = listed([*filter(None, back), "every term vanishes"])
            text += f". Conversely, if {_quantified(condition)}, then {then}"
        return f"{text}."

    def combined(self, claim: Equation, uses: Sequence[Use], zeros: Sequence[Equation]) -> str:
        """lhs - rhs = a combination of what is zero = 0; empty when that is one of the zeros itself."""
        pieces, others = [], []
        for use in uses:
            if isinstance(use.source, int):
                zero = cast(Expr, substitute(zeros[use.source].residual, use.put))
                pieces.append(total(use.times * zero, *use.over))
            else:
                others.append(use)
        if pieces == [claim.residual] and not others:
            return ""
        taken = {index.name for piece in pieces for index in free_indices(piece)}
        combination = INLINE.sum([INLINE.signed(piece, taken) for piece in pieces])
        by = f" by {listed(map(self.mention, others))}" if others else ""
        return f"${INLINE.expr(claim.residual)} = {combination} = 0${by}"

    def rank(self, claim: Rank, certificate: why.RankCertificate) -> str:
        row, column = claim.matrix.params
        inner = fresh(row.axis)
        kernel = total(claim.matrix(row, inner), inner)
        product = total(claim.matrix(row, inner) * certificate.inverse(inner, column), inner)
        images = [Equation(kernel, S.Zero), Equation(product, Delta(row, column) - certificate.weight(row))]
        letters = f"{row.name},{column.name}"
        return (
            f"By algebra,\n{display(map(formula, images))}\n"
            rf"With $A = ({INLINE.expr(claim.matrix.body)})_{{{letters}}}$, "
            rf"$G = ({INLINE.expr(certificate.inverse(row, column))})_{{{letters}}}$ and "
            rf"$w = ({INLINE.expr(certificate.weight(row))})_{{{row.name}}}$ this says that "
            r"$A \mathbf{1} = 0$ and $A G = I - w \mathbf{1}^{T}$, "
            rf"so the rank is ${INLINE.expr(claim.value)}$ (axiom \axiom{{rank}})."
        )

    @property
    def algebra(self) -> Algebra:
        positive = [h.what for h in self.hypotheses if isinstance(h, Positive)]
        return Algebra(positive, [h.what for h in self.hypotheses if isinstance(h, Nonnegative)])


def _fact(fact: why.Square | why.LogGap | why.Known, known: Mapping[str, Theorem]) -> tuple[Expr, Equation]:
    """What is nonnegative, and when it is zero."""
    match fact:
        case why.Square(x=x):
            return x**2, _vanishing(x)
        case why.LogGap(x=x):
            return x - 1 - log(x), Equation(x, S.One)
        case why.Known(theorem=name, put=put):
            claim = known[name].statement
            if not isinstance(claim, Inequality) or claim.equality is None:
                raise TypeError(f"{name} is not an inequality with its case of equality")
            zero = Equation(_put(claim.equality.lhs, put), _put(claim.equality.rhs, put))
            return _put(claim.residual, put), zero


def _vanishing(expr: Expr) -> Equation:
    """expr = 0, with what is subtracted on the other side."""
    terms = terms_in_order(expr) if isinstance(expr, Add) else [expr]
    negative = [term for term in terms if term.as_coeff_mul()[0] < 0]
    return Equation(expr - Add(*negative), -Add(*negative)) if len(negative) < len(terms) else Equation(expr, S.Zero)


def _put(expr: Expr, put: Mapped) -> Expr:
    return cast(Expr, substitute(expr, put))


def _at_zero(claim: Inequality, variable: Basic) -> Inequality:
    put = {variable: S.Zero}
    case = claim.equality and Equation(_put(claim.equality.lhs, put), _put(claim.equality.rhs, put))
    return Inequality(_put(claim.lhs, put), _put(claim.rhs, put), case)


def _quantified(claim: Equation) -> str:
    return f"{equation(claim)} {for_every(quantified(claim))}".strip()


def _assumption(hypothesis: Hypothesis) -> str:
    if isinstance(hypothesis, Equation):
        return _quantified(hypothesis)
    letters = sorted(index.name for index in free_indices(INLINE.entry(hypothesis.what)))
    return f"${INLINE.statement(hypothesis)}$ {for_every(letters)}".strip()


def _number(theorem: Theorem, hypothesis: Hypothesis) -> str:
    """An equation that is too wide to be quoted is cited by a number."""
    if not isinstance(hypothesis, Equation) or math_width(INLINE.statement(hypothesis)) <= SHORT:
        return ""
    return f"{theorem.id}.H{theorem.hypotheses.index(hypothesis) + 1}"


def _chain(number: int, step: Step) -> Expr | int:
    """What the steps of one chain have in common."""
    return step.claim.lhs if isinstance(step.claim, Equation) else number


def _equations_used(reason: Reason) -> tuple[Use, ...]:
    match reason:
        case why.Using(uses=uses) | why.Certificate(uses=uses):
            return uses
        case why.Rewriting(by=use, uses=uses):
            return (use, *uses)
        case why.Solving(equation=use):
            return (use,)
    return ()
