"""The checker: decides whether each step of a proof holds. It computes everything it accepts by itself."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, cast

from sympy import Dummy, Expr, S, Symbol, log, preorder_traversal

import derivations.index as ix
from derivations.index import At, Element, Index, Lambda, Named, Partial, Tensor, UnknownNode

from . import reasons as why
from .reasons import Reason, Use
from .statements import Equation, Hypothesis, Inequality, Nonnegative, Positive, Rank, Statement
from .theorem import Theorem


class Refused(Exception):
    """A step that the checker does not accept."""

    def __init__(self, theorem: str, step: int, reason: Reason | None, message: str, residual: Expr | None) -> None:
        self.theorem, self.step, self.reason, self.message, self.residual = theorem, step, reason, message, residual
        left = "" if residual is None else f"; this should vanish: {residual}"
        super().__init__(f"{theorem}, step {step} ({type(reason).__name__}): {message}{left}")


@dataclass(frozen=True)
class Proved:
    """What was accepted: the theorem, and the axioms that its own steps used."""

    theorem: Theorem
    axioms: frozenset[str]


class _No(Exception):
    """A step does not hold: why, and what should have vanished."""

    def __init__(self, message: str, residual: Expr | None = None) -> None:
        super().__init__(message)
        self.residual = residual


def check(theorem: Theorem, proved: Mapping[str, Theorem]) -> Proved:
    """Accept the theorem, given the theorems proved before it, or raise `Refused`."""
    checker = _Checker(theorem.hypotheses, proved)
    number, reason = 0, None
    try:
        checker.defined(*(h.residual for h in theorem.hypotheses if isinstance(h, Equation)))
        for number, step in enumerate(theorem.steps, start=1):  # noqa: B007 (named when refused)
            reason = step.reason
            checker.accept(step.claim, reason)
        if not theorem.steps or theorem.steps[-1].claim != theorem.statement:
            raise _No("the last claim is not the statement")
    except (_No, ValueError, UnknownNode) as no:  # ValueError: NotDefined, and indices over the wrong axis
        raise Refused(theorem.id, number, reason, str(no), getattr(no, "residual", None)) from None
    return Proved(theorem, frozenset(checker.used))


class _Checker:
    """One proof under way: its hypotheses, the theorems before it, its claims so far, the axioms used."""

    def __init__(self, hypotheses: tuple[Hypothesis, ...], proved: Mapping[str, Theorem]) -> None:
        self.hypotheses, self.proved = hypotheses, proved
        self.claims: list[Statement] = []
        self.used: set[str] = set()
        positive = [h.what for h in hypotheses if isinstance(h, Positive)]
        nonnegative = [h.what for h in hypotheses if isinstance(h, Nonnegative)]
        self.algebra = ix.Algebra(positive, nonnegative, differentiate=False)
        self.calculus = ix.Algebra(positive, nonnegative)
        self.algebra.used = self.calculus.used = self.used

    def defined(self, *expressions: Expr) -> None:
        """Refuse what is not known to be well defined: SymPy cancels x * (1 / x) before the algebra sees it."""
        for expr in expressions:
            self.calculus.normal(expr)

    def accept(self, claim: Statement, reason: Reason) -> None:
        """Check the claim and add it to what later steps may use."""
        for side in (claim.lhs, claim.rhs) if isinstance(claim, Equation | Inequality) else ():
            self.algebra.normal(side)  # what SymPy cancels between the sides must be defined too
        match claim, reason:
            case Equation(), why.Algebra():
                self._vanishes(self.algebra, self._gap(claim))
            case Equation(), why.Differentiation():
                self._vanishes(self.calculus, self._gap(claim))
            case Equation(), why.ByDefinition(names=names):
                gap = self._gap(claim)
                if unknown := set(names) - {str(node.args[0]) for node in gap.atoms(Named)}:
                    raise _No(f"{sorted(unknown)} does not occur in this step")
                self._vanishes(self.algebra, gap)
            case Equation(), why.Using(uses=uses):
                self._vanishes(self.algebra, self._gap(claim) - sum(map(self._residual, uses)))
            case Equation(), why.Rewriting(by=use, uses=uses):
                gap = self._gap(claim) - sum(map(self._residual, uses))
                self.defined(gap)
                self._vanishes(self.calculus, _rewritten(gap, self._used(use)))
            case Equation(), why.Solving(equation=use):
                self._solves(claim, self._residual(use))
            case Inequality(), why.Certificate():
                self._certificate(claim, reason)
            case Inequality(), why.Strict():
                if not self.calculus.is_positive(ix.readable(self.calculus.normal(claim.residual))):
                    raise _No(f"the difference is not positive by its form: {claim.residual}")
                if claim.equality and not self.calculus.is_nonzero(claim.equality.residual):
                    raise _No(f"the case of equality is not excluded: {claim.equality.residual}")
            case Inequality(), why.Cases():
                self._cases(claim, reason)
            case Inequality(equality=None), why.Between(claim=number):
                self._between(claim, self._source(number, {}))
            case Rank(), why.RankCertificate():
                self._rank(claim, reason)
            case _:
                raise _No("this kind of reason does not prove this kind of claim")
        self.claims.append(claim)

    def _gap(self, claim: Equation) -> Expr:
        """lhs - rhs, less that of the claim before, if this one continues its chain."""
        last = self.claims[-1] if self.claims else None
        return claim.residual - (last.residual if isinstance(last, Equation) and last.lhs == claim.lhs else S.Zero)

    def _vanishes(self, algebra: ix.Algebra, expr: Expr, message: str = "the two sides differ") -> None:
        residual = algebra.residual(expr)
        if residual:
            raise _No(message, ix.readable(residual))

    def _used(self, use: Use) -> Equation:
        """The equation that a use names, under its substitution."""
        source = self._source(use.source, use.put)
        if not isinstance(source, Equation):
            raise _No("it uses as an equation what is not one")
        return source.put(use.put)

    def _source(self, source: Equation | str | int, put: ix.Mapped) -> Statement:
        """What may be used under a substitution: an earlier theorem, an earlier claim, or a hypothesis."""
        if isinstance(source, str):
            return self._theorem(source, put)
        if any(not isinstance(old, Index) for old in put):
            raise _No("hypotheses and claims of the same proof may be used for other indices only")
        if isinstance(source, int) and source in range(len(self.claims)):
            return self.claims[source]
        if isinstance(source, Equation) and source in self.hypotheses:
            return source
        raise _No("it uses what is neither a hypothesis nor an earlier claim")

    def _residual(self, use: Use) -> Expr:
        self.defined(use.times)
        return ix.total(use.times * self._used(use).residual, *use.over)

    def _theorem(self, name: str, put: ix.Mapped) -> Statement:
        """An earlier theorem's statement, once its hypotheses hold under the substitution."""
        if name not in self.proved:
            raise _No(f"{name} is not proved before this theorem")
        theorem = self.proved[name]
        variables = {old: new for old, new in put.items() if not isinstance(old, Index)}
        bodies = [new.body if isinstance(new, Lambda) else new for new in variables.values()]
        self.defined(*(body for body in bodies if isinstance(body, Expr)))
        for hypothesis in theorem.hypotheses:
            if not self._holds(hypothesis, variables):
                raise _No(f"the hypothesis {hypothesis} of {name} is not met")
        return theorem.statement

    def _holds(self, hypothesis: Hypothesis, put: ix.Mapped) -> bool:
        about = hypothesis.residual if isinstance(hypothesis, Equation) else hypothesis.what
        _refuse_capture(ix.free_indices(about), put, "a hypothesis")
        if isinstance(about, Tensor):
            about = about[tuple(ix.fresh(axis) for axis in about.axes)]
        image = cast(Expr, ix.substitute(about, put))
        if isinstance(hypothesis, Equation):
            known = (S.Zero, *(h.residual for h in self.hypotheses if isinstance(h, Equation)))
            return any(self.calculus.is_zero(image - own) for own in known)
        sign = self.calculus.is_positive if isinstance(hypothesis, Positive) else self.calculus.is_nonnegative
        return sign(image)

    def _solves(self, claim: Equation, equation: Expr) -> None:
        """Substituting back gives 0, and the equation is strictly monotone in the unknown."""
        unknown, solution = claim.lhs, claim.rhs
        root = unknown.tensor if isinstance(unknown, Element) else unknown
        places = {node for node in preorder_traversal(equation) if getattr(node, "tensor", node) == root}
        if equation.atoms(Partial, At) or root in solution.atoms(Symbol, Tensor) or places - {root} > {unknown}:
            raise _No(f"the equation is not one in {unknown} alone, solved for it")
        x = Dummy("x", real=True)
        in_x = equation.xreplace({unknown: x})
        domain = [x] if self.calculus.is_positive(unknown) else []
        self.defined(solution)
        if domain and not self.calculus.is_positive(solution):
            raise _No(f"{unknown} is positive, and {solution} is not known to be")
        algebra = ix.Algebra([*self.calculus.positive, *domain], self.calculus.nonnegative)
        self._vanishes(algebra, equation.xreplace({unknown: solution}), "the solution does not satisfy the equation")
        slope = ix.readable(algebra.normal(Partial(in_x, x)))
        if not algebra.is_nonzero(slope):
            slope = slope.xreplace({x: unknown})
            raise _No(f"the equation is not known to be strictly monotone in {unknown}: its slope is {slope}")
        self.used |= {"monotone"} | algebra.used

    def _cases(self, claim: Inequality, cases: why.Cases) -> None:
        """The claim holds at variable = 0, and where the variable is positive."""
        variable = cases.variable
        if Nonnegative(variable) not in self.hypotheses or not isinstance(variable, Symbol):
            raise _No(f"no hypothesis says that {variable}, a scalar, is nonnegative")
        others = tuple(h for h in self.hypotheses if h != Nonnegative(variable))
        _refuse_mention(others, variable)
        zero = claim.put({variable: S.Zero})
        if _indices(zero) != _indices(claim):
            raise _No(f"at {variable} = 0 the inequality loses an index")
        above = (*others, Positive(variable))
        for hypotheses, case, reason in ((others, zero, cases.at_zero), (above, claim, cases.above)):
            branch = _Checker(hypotheses, self.proved)
            branch.accept(case, reason)
            self.used |= branch.used

    def _between(self, claim: Inequality, slope: Statement) -> None:
        """b >= f(1) - f(0), because b >= df/dt for every t."""
        match slope:
            case Inequality(lhs=bound, rhs=Partial(args=(f, Symbol() as t))) if t not in ix.leaves(bound):
                _refuse_mention(self.hypotheses, t)
                self._vanishes(self.calculus, claim.residual - bound + At(f, t, S.One) - At(f, t, S.Zero))
            case _:
                raise _No("it needs an earlier claim that bounds a derivative in a scalar, the same everywhere")
        self.used.add("mean-value")

    def _certificate(self, claim: Inequality, certificate: why.Certificate) -> None:
        own = _indices(claim)
        whole, zeros = S.Zero, []
        for term in certificate.terms:
            fact, zero = self._fact(term.fact, own)
            self.defined(term.weight)
            if not self.calculus.is_nonnegative(term.weight):
                raise _No(f"the weight {term.weight} is not known to be nonnegative")
            whole += ix.total(term.weight * fact, *term.over)
            zeros.append(zero if self.calculus.is_positive(term.weight) else term.weight * zero)
        self._vanishes(self.calculus, claim.residual - whole - self._combined(certificate.uses, [], own))
        if claim.equality is None:
            return
        condition = claim.equality.residual
        if not all(own.isdisjoint(term.over) for term in certificate.terms):
            raise _No("a term sums over an index that the inequality itself has")
        forced = self._combined(certificate.forward, zeros, own)
        self._vanishes(self.calculus, condition - forced, "equality: not forced")
        for term, zero in zip(certificate.terms, zeros, strict=True):
            implied = self._combined(term.backward, [condition], own)
            self._vanishes(self.calculus, zero - implied, "equality: not attained")

    def _combined(self, uses: tuple[Use, ...], numbered: list[Expr], own: frozenset[Index]) -> Expr:
        """The sum of the uses, where a number means one of the given expressions that are zero.

        They are zero for every value of their indices but the inequality's own, which stay as they are.
        """
        result = S.Zero
        for use in uses:
            if not isinstance(use.source, int):
                result += self._residual(use)
                continue
            if any(not isinstance(old, Index) for old in use.put) or use.source not in range(len(numbered)):
                raise _No("a certificate's zeros may be used by their number and for other indices only")
            if not own.isdisjoint((*use.put, *use.over)):
                raise _No("the inequality's own indices are the same in its case of equality")
            self.defined(use.times)
            result += ix.total(use.times * ix.substitute(numbered[use.source], use.put), *use.over)
        return result

    def _fact(self, fact: Any, own: frozenset[Index]) -> tuple[Expr, Expr]:
        """An expression that is nonnegative, and what is zero exactly where it is zero."""
        match fact:
            case why.Square(x=x):
                self.defined(x)
                self.used.add("square")
                return x**2, x
            case why.LogGap(x=x):
                self.defined(x, log(x))
                self.used.add("log-gap")
                return x - 1 - log(x), x - 1
            case why.Known(theorem=name, put=put):
                known = self._source(name, put)
                if isinstance(known, Inequality):
                    zero = known.equality or known
                    quantified = ix.free_indices(zero.residual) - _indices(known)
                    _refuse_capture(quantified, put, "the case of equality")
                    if quantified & own:
                        raise _No(f"{name} quantifies over an index that the inequality itself has")
                    return known.put(put).residual, zero.put(put).residual
        raise _No("a term is not a square, a gap of the logarithm, or an earlier inequality")

    def _rank(self, claim: Rank, reason: why.RankCertificate) -> None:
        """A 1 = 0 and A G = I - w 1^T, so the rank is n - 1."""
        axis = claim.matrix.params[0].axis
        i, j, k = (ix.fresh(axis) for _ in range(3))
        self.defined(reason.inverse(k, j), reason.weight(i))
        product = ix.total(claim.matrix(i, k) * reason.inverse(k, j), k)
        self._vanishes(self.calculus, ix.total(claim.matrix(i, k), k), "A 1 is not 0")
        self._vanishes(self.calculus, product - ix.Delta(i, j) + reason.weight(i), "A G is not I - w 1^T")
        self._vanishes(self.calculus, claim.value - axis.size + 1, "the rank claimed is not n - 1")
        self.used.add("rank")


def _rewritten(expr: Expr, equation: Equation) -> Expr:
    """The expression with the variable on the left side replaced by the right side, for all its indices."""
    x, to = equation.lhs, equation.rhs
    if isinstance(x, Element) and len(set(x.indices)) == len(x.indices):
        return cast(Expr, ix.substitute(expr, {x.tensor: Lambda(x.indices, to)}))
    if isinstance(x, Symbol):
        return cast(Expr, ix.substitute(expr, {x: to}))
    raise _No(f"{x} is not a variable, and cannot be replaced")


def _refuse_mention(hypotheses: tuple[Hypothesis, ...], variable: Symbol) -> None:
    """Refuse hypotheses about a variable that must be free to take any value."""
    if any(variable in ix.leaves(part) for h in hypotheses for part in vars(h).values()):
        raise _No(f"another hypothesis is about {variable}")


def _indices(claim: Inequality) -> frozenset[Index]:
    """The inequality's own indices; its case of equality holds for each value of them, and for all of the others."""
    return ix.free_indices(claim.lhs) | ix.free_indices(claim.rhs)


def _refuse_capture(quantified: frozenset[Index], put: ix.Mapped, where: str) -> None:
    """A substitution must not replace or put in an index over which something quantifies."""
    mentioned = set(put)
    for new in put.values():
        mentioned |= ix.free_indices(new.body) - set(new.params) if isinstance(new, Lambda) else ix.free_indices(new)
    if met := quantified & mentioned:
        raise _No(f"the substitution mentions {met}, over which {where} quantifies")
