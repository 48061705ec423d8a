"""Expressions and statements as mathematics on one line. Bound indices get their letters here, and only here."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from sympy import Add, Basic, E, Expr, Integer, Mul, Number, Pow, Rational, Symbol, exp, log
from sympy.printing.pretty.pretty_symbology import pretty_symbol

from derivations.index import (
    At,
    Delta,
    Element,
    Index,
    Named,
    Partial,
    Tensor,
    Total,
    XLogX,
    free_indices,
    rename,
)
from derivations.proof import Equation, Hypothesis, Inequality, Nonnegative, Positive, Rank, Statement

SUM, PRODUCT, POWER = 1, 2, 3  # how tightly an expression binds


class TextPrinter:
    """Unicode text. A subclass for another language overrides the short methods that join strings."""

    def statement(self, statement: Statement | Hypothesis) -> str:
        """A statement or hypothesis."""
        match statement:
            case Equation():
                return self.relation(self.expr(statement.lhs), "=", self.expr(statement.rhs))
            case Inequality(equality=None):
                return self.relation(self.expr(statement.lhs), ">=", self.expr(statement.rhs))
            case Inequality(equality=Equation() as equality):
                inequality = self.relation(self.expr(statement.lhs), ">=", self.expr(statement.rhs))
                letters = quantified(equality, free_indices(statement.lhs) | free_indices(statement.rhs))
                return self.with_equality(inequality, self.for_every(self.statement(equality), letters))
            case Positive(what=what) | Nonnegative(what=what):
                sign = ">" if isinstance(statement, Positive) else ">="
                return self.relation(self.expr(self.entry(what)), sign, "0")
            case Rank(matrix=matrix):
                letters = [index.name for index in matrix.params]
                return self.relation(self.rank(self.expr(matrix.body), letters), "=", self.expr(statement.value))
        raise TypeError(f"no way to print {statement!r}")

    def entry(self, what: Basic) -> Basic:
        """A tensor stands for its general entry."""
        if not isinstance(what, Tensor):
            return what
        letters = {axis: iter(axis.letters) for axis in what.axes}  # an axis that occurs twice gets two letters
        return what[tuple(Index(next(letters[axis]), axis) for axis in what.axes)]

    def expr(self, expr: Basic, binds: int = 0, taken: Collection[str] = ()) -> str:
        """An expression, in parentheses where it binds less tightly than its place asks."""
        taken = {*taken, *(index.name for index in free_indices(expr))}
        strength, printed = self.bare(expr, taken)
        return self.parenthesised(printed) if strength < binds else printed

    def bare(self, expr: Basic, taken: Collection[str]) -> tuple[int, str]:
        """How tightly the expression binds, and the expression."""
        match expr:
            case Add():
                return SUM, self.sum([self.signed(term, taken) for term in terms_in_order(expr)])
            case Integer() if expr >= 0:
                return POWER + 1, self.number(expr)
            case Mul() | Rational():
                negative, printed = self.signed(expr, taken)
                return (SUM, self.minus(printed)) if negative else (PRODUCT, printed)
            case Pow(args=(_, power)) if power.could_extract_minus_sign():
                return PRODUCT, self.signed(expr, taken)[1]
            case Pow(args=(base, power)):
                return POWER, self.power(self.expr(base, POWER + 1, taken), self.expr(power, 0, taken))
            case exp(args=(arg,)):
                return POWER, self.function("exp", self.argument(arg, taken))
            case log(args=(arg,)):
                return PRODUCT, self.logarithm(arg, taken)
            case XLogX(args=(arg,)):
                return PRODUCT, self.product([self.expr(arg, POWER, taken), self.logarithm(arg, taken)])
            case Total(args=(body, bound)):
                letter = next(name for name in (*bound.axis.letters, *_more(bound)) if name not in taken)
                body = rename(body, {bound: Index(letter, bound.axis)})
                return PRODUCT, self.total(letter, self.expr(body, PRODUCT, {*taken, letter}))
            case Partial(args=(inner, variable)):
                return PRODUCT, self.partial(self.expr(inner, PRODUCT, taken), self.expr(variable, 0, taken))
            case At(args=(inner, old, new)):
                value = self.name(new.name) if isinstance(new, Tensor) else self.expr(new, 0, taken)
                return PRODUCT, self.at(self.expr(inner, PRODUCT, taken), self.name(old.name), value)
            case Delta():
                return POWER + 1, self.indexed("delta", [index.name for index in expr.args])
            case Element():
                return POWER + 1, self.indexed(expr.tensor.name, [index.name for index in expr.indices])
            case Named(args=(name, indices, _)):
                return POWER + 1, self.indexed(str(name), [index.name for index in indices])
            case Symbol():
                return POWER + 1, self.name(expr.name)
        return POWER + 1, self.number(expr)

    def signed(self, expr: Expr, taken: Collection[str]) -> tuple[bool, str]:
        """Whether a term is negative, and its absolute value as a product or fraction."""
        number, factors = expr.as_coeff_mul()
        above = [Rational(abs(number.p))] if abs(number.p) != 1 else []
        below = [Rational(number.q)] if number.q != 1 else []
        for factor in sorted(factors, key=_rank):
            base, power = factor.as_base_exp() if isinstance(factor, Pow) else (factor, Rational(1))
            if power.could_extract_minus_sign():
                below.append(base**-power)
            else:
                above.append(factor)
        if below:
            return bool(number < 0), self.quotient(above, below, taken)
        return bool(number < 0), self.factors(above, taken, SUM if len(above) == 1 else PRODUCT)

    def quotient(self, above: Sequence[Expr], below: Sequence[Expr], taken: Collection[str]) -> str:
        derivative = bool(above) and isinstance(above[-1], Partial)
        top, bottom = self.factors(above, taken, POWER if derivative else PRODUCT), self.factors(below, taken, PRODUCT)
        if "/" in _outside_parentheses(top):  # a sum of quotients, divided
            top = self.parenthesised(top)
        return f"{top} / {bottom}" if len(below) == 1 else f"{top} / ({bottom})"

    def factors(self, factors: Sequence[Expr], taken: Collection[str], binds: int) -> str:
        last = len(factors) - 1
        return self.product([
            self.expr(f, binds if n == last and isinstance(f, _OPEN_ENDED) else max(binds, POWER), taken)
            for n, f in enumerate(factors)
        ] or ["1"])  # fmt: skip

    def relation(self, left: str, sign: str, right: str) -> str:
        return f"{left} {'≥' if sign == '>=' else sign} {right}"

    def with_equality(self, inequality: str, condition: str) -> str:
        return f"{inequality}, with equality exactly when {condition}"

    def for_every(self, claim: str, letters: Sequence[str]) -> str:
        return f"{claim} for every {', '.join(letters)}" if letters else claim

    def rank(self, matrix: str, letters: Sequence[str]) -> str:
        return f"rank[{matrix}]"

    def subscript(self, matrix: str, letters: Sequence[str]) -> str:
        """A matrix by its general entry, which stands in parentheses."""
        return f"{matrix}_{''.join(letters)}"

    def parenthesised(self, inner: str) -> str:
        return f"({inner})"

    def sum(self, terms: Sequence[tuple[bool, str]]) -> str:
        first, *rest = terms
        head = self.minus(first[1]) if first[0] else first[1]
        return head + "".join(f" {'−' if negative else '+'} {term}" for negative, term in rest)

    def minus(self, term: str) -> str:
        return f"−{term}"

    def product(self, factors: Sequence[str]) -> str:
        return " ".join(factors)

    def power(self, base: str, power: str) -> str:
        return f"{base}{_SUPERSCRIPTS[power]}" if power in _SUPERSCRIPTS else f"{base}^({power})"

    def function(self, name: str, arg: str) -> str:
        return f"{name}({arg})"

    def argument(self, arg: Expr, taken: Collection[str]) -> str:
        return self.expr(arg, 0, taken)

    def logarithm(self, arg: Expr, taken: Collection[str]) -> str:
        return self.function("log", self.argument(arg, taken))

    def total(self, letter: str, body: str) -> str:
        return f"∑_{letter} {body}"

    def partial(self, inner: str, variable: str) -> str:
        return f"∂/∂{variable} {inner}"

    def at(self, inner: str, old: str, new: str) -> str:
        return f"[{inner}]_({old} = {new})"

    def indexed(self, name: str, indices: Sequence[str]) -> str:
        """A name with its indices: where the name says `{}`, or else behind it."""
        subscript = "".join(indices)
        if "{}" in name:
            return name.format(*indices)
        return f"{self.name(name)}_{subscript}" if subscript else self.name(name)

    def name(self, name: str) -> str:
        greek = re.sub(r"[A-Za-z]+", lambda word: "ℓ" if word[0] == "ell" else str(pretty_symbol(word[0])), name)
        return greek.replace("^*", "*")

    def number(self, number: Basic) -> str:
        return "e" if number is E else str(number)


_OPEN_ENDED = (Total, log, XLogX, Partial)  # need no parentheses at the end of a product
_SUPERSCRIPTS = {"2": "²", "3": "³", "-1": "⁻¹"}


def quantified(equation: Equation, fixed: Collection[Index] = ()) -> list[str]:
    """The letters of the indices for all of which an equation holds; the case of equality fixes the inequality's."""
    return sorted(index.name for index in free_indices(equation.residual).difference(fixed))


def terms_in_order(expr: Add) -> list[Expr]:
    """Positive terms first; what is indexed or summed before what a scalar multiplies, before a scalar."""
    return sorted(expr.args, key=lambda term: (bool(term.as_coeff_mul()[0] < 0), _leads(term)))


def _leads(term: Expr) -> int:
    factors = [factor.as_base_exp()[0] for factor in term.as_coeff_mul()[1]]
    scalars = [isinstance(factor, Symbol) for factor in factors]
    return 3 if not factors else 2 if all(scalars) else 1 if any(scalars) else 0


def _rank(factor: Expr) -> tuple[int, int, str]:
    """Scalars, then abbreviations, entries, functions, deltas, sums in parentheses, derivatives, and sums last."""
    base = factor.as_base_exp()[0] if isinstance(factor, Pow) else factor
    kinds = (Number, Symbol, Named, Element, exp, Delta, Add, XLogX | log, Partial | At, Total)
    place = next((place for place, kind in enumerate(kinds) if isinstance(base, kind)), len(kinds))
    return place, len(base.args), str(factor)


def _outside_parentheses(text: str) -> str:
    inner = re.compile(r"\([^()]*\)")
    while inner.search(text):
        text = inner.sub("", text)
    return text


def _more(bound: Index) -> list[str]:
    return [f"{letter}{n}" for n in range(1, 10) for letter in bound.axis.letters]
