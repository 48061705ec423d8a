"""Expressions and statements as LaTeX mathematics."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from sympy import Add, Basic, Expr, Symbol, log
from sympy.printing.latex import tex_greek_dictionary
from sympy.printing.pretty.pretty_symbology import greek_letters

from derivations.index import At, Element, Named, Partial, Total, XLogX, free_indices
from derivations.printing import POWER, PRODUCT, SUM, TextPrinter, terms_in_order

_COMMANDS = {
    **{letter: tex_greek_dictionary.get(letter, f"\\{letter}") for letter in greek_letters},
    "epsilon": r"\varepsilon",
    "lamda": r"\lambda",
    "lambda": r"\lambda",
    "ell": r"\ell",
}


class LatexPrinter(TextPrinter):
    """Display mathematics: quotients stand upright, except inside functions, numerators and denominators."""

    around_sums = r"\Bigl"
    upright_fraction = r"\frac"

    @property
    def inner(self) -> LatexPrinter:
        """The printer for what stands inside a function or a fraction."""
        return InlinePrinter()

    def parts(self, expr: Expr) -> list[tuple[bool, str]]:
        """The terms of a sum, each with whether it is negative, where a long formula may break."""
        if not isinstance(expr, Add):
            return [(False, self.expr(expr))]
        taken = {index.name for index in free_indices(expr)}
        return [self.signed(term, taken) for term in terms_in_order(expr)]

    def bare(self, expr: Basic, taken: Collection[str]) -> tuple[int, str]:
        match expr:
            case Partial():
                *variables, inner = _derivatives(expr)
                under = r"\,".join(rf"\partial {self.expr(variable, 0, taken)}" for variable in variables)
                d = rf"\partial^{{{len(variables)}}}" if len(variables) > 1 else r"\partial"
                if _is_atom(inner) or (isinstance(inner, log) and _is_atom(inner.args[0])):
                    return POWER + 1, rf"\frac{{{d} {self.expr(inner, PRODUCT, taken)}}}{{{under}}}"
                return PRODUCT, rf"\frac{{{d}}}{{{under}}} {self.expr(inner, PRODUCT, taken)}"
        return super().bare(expr, taken)

    def quotient(self, above: Sequence[Expr], below: Sequence[Expr], taken: Collection[str]) -> str:
        """(front / below) tail, where the tail is what would be too tall or too loose for a numerator."""
        tall = next((n for n, factor in enumerate(above) if self.is_tall(factor, taken)), len(above))
        front, tail = above[:tall], above[tall:]
        if not tail:
            return self.fraction(front, below, taken)
        return self.product([self.upright(front, below, taken), self.factors(tail, taken, PRODUCT)])

    def fraction(self, above: Sequence[Expr], below: Sequence[Expr], taken: Collection[str]) -> str:
        return self.upright(above, below, taken)

    def upright(self, above: Sequence[Expr], below: Sequence[Expr], taken: Collection[str]) -> str:
        inner = self.inner
        top, bottom = (
            inner.expr(part[0], SUM, taken) if len(part) == 1 else inner.factors(part, taken, PRODUCT)
            for part in (above, below)
        )
        return rf"{self.upright_fraction}{{{top}}}{{{bottom}}}"

    def is_tall(self, factor: Expr, taken: Collection[str]) -> bool:
        loose = isinstance(factor, Total | log | XLogX | Partial | At)
        return loose or re.search(r"\\(sum|frac|log)", self.expr(factor, 0, taken)) is not None

    def relation(self, left: str, sign: str, right: str) -> str:
        return f"{left} {self.sign(sign)} {right}"

    def sign(self, sign: str) -> str:
        return {">=": r"\ge", ":=": r"\coloneqq"}.get(sign, sign)

    def with_equality(self, inequality: str, condition: str) -> str:
        return rf"{inequality}, \text{{ with equality exactly when }} {condition}"

    def for_every(self, claim: str, letters: Sequence[str]) -> str:
        return rf"{claim} \text{{ for every }} {', '.join(letters)}" if letters else claim

    def rank(self, matrix: str, letters: Sequence[str]) -> str:
        return rf"\operatorname{{rank}}\bigl({matrix}\bigr)_{{{','.join(letters)}}}"

    def subscript(self, matrix: str, letters: Sequence[str]) -> str:
        return rf"{matrix}_{{{','.join(letters)}}}"

    def parenthesised(self, inner: str) -> str:
        """Parentheses one size larger than those inside, and as tall as what they hold."""
        if r"\frac" in inner or r"\Bigl" in inner or r"\biggl" in inner:
            size = r"\biggl"
        elif r"\sum" in inner or r"\bigl" in inner:
            size = self.around_sums
        else:
            size = r"\bigl" if "(" in re.sub(r"[a-zA-Z]\([^()]*\)", "", inner) else ""
        return f"{size}({inner}{size.replace('gl', 'gr')})"

    def sum(self, terms: Sequence[tuple[bool, str]]) -> str:
        (negative, head), *rest = terms
        return (self.minus(head) if negative else head) + "".join(f" {'-' if minus else '+'} {t}" for minus, t in rest)

    def minus(self, term: str) -> str:
        return f"-{term}"

    def power(self, base: str, power: str) -> str:
        bare = "^" in base or "'" in base
        return f"{self.parenthesised(base) if bare and not base.endswith(')') else base}^{{{power}}}"

    def function(self, name: str, arg: str) -> str:
        return rf"\{name}{self.parenthesised(arg)}"

    def argument(self, arg: Expr, taken: Collection[str]) -> str:
        return self.inner.expr(arg, 0, taken)

    def logarithm(self, arg: Expr, taken: Collection[str]) -> str:
        inner = self.argument(arg, taken)
        return rf"\log {inner}" if _is_atom(arg) or isinstance(arg, Total) else self.function("log", inner)

    def total(self, letter: str, body: str) -> str:
        """Nested sums share one sign."""
        letter = _index(letter)
        nested = re.match(r"\\sum_\{(.*?)\} ", body)
        return rf"\sum_{{{letter}, {nested[1]}}} {body[nested.end() :]}" if nested else rf"\sum_{{{letter}}} {body}"

    def at(self, inner: str, old: str, new: str) -> str:
        return rf"\left. {inner} \right|_{{{old} = {new}}}"

    def indexed(self, name: str, indices: Sequence[str]) -> str:
        letters, base = [_index(index) for index in indices], self.name(name)
        if "{}" in name:
            head, *rest = base.split("{}")
            return head + "".join(f"{{{letter}}}{piece}" for letter, piece in zip(letters, rest, strict=True))
        if not letters:
            return base
        return f"{{{base}}}_{{{' '.join(letters)}}}" if "_" in base else f"{base}_{{{' '.join(letters)}}}"

    def name(self, name: str) -> str:
        """mean(u) has a bar, |x| is a norm, f(p|q) a divergence; words are Greek letters or upright operators."""
        if mean := re.fullmatch(r"mean\((.*)\)", name):
            return rf"\bar{{{self.name(mean[1])}}}"
        if name[0] == "d" and name[1:2].isupper():
            return rf"\mathop{{}}\!\mathrm{{d}}{self.name(name[1:])}"
        name = re.sub(r"[A-Za-z]{2,}", lambda word: _COMMANDS.get(word[0], rf"\operatorname{{{word[0]}}}"), name)
        name = re.sub(r"\bE(?=_)", r"\\mathbb{E}", name).replace("^*", "^{*}")
        if name.startswith("|"):
            return re.sub(r"\|(.*?)\|", r"\\lVert \1 \\rVert", name)
        return name.replace("|", r" \,\|\, ")


def _derivatives(expr: Basic) -> Iterator[Expr]:
    """The variables of nested derivatives, the last one differentiated by first, and what is differentiated."""
    while isinstance(expr, Partial):
        expr, variable = expr.args
        yield variable
    yield expr


def _is_atom(expr: Expr) -> bool:
    return isinstance(expr, Symbol | Element | Named)


def _index(letter: str) -> str:
    return re.sub(r"(\d+)", r"_{\1}", letter)


class InlinePrinter(LatexPrinter):
    """Mathematics in running text or inside a fraction: quotients lie on a slash."""

    around_sums = r"\bigl"
    upright_fraction = r"\tfrac"

    def fraction(self, above: Sequence[Expr], below: Sequence[Expr], taken: Collection[str]) -> str:
        top, bottom = (self.factors(part, taken, PRODUCT) for part in (above, below))
        return f"{top}/{bottom}" if len(below) == 1 else f"{top}/({bottom})"
