"""Reads the printer's text back as an expression, by the ordinary rules of precedence.

sum      =  [−] term { (+ | −) term }
term     =  product [ / product ]
product  =  factor { factor }
factor   =  base [ ² | ³ | ^( sum ) ]
base     =  number | name [ _indices ] | exp( sum ) | log( sum ) | ( sum ) | ∑_letter term
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from sympy import Add, Expr, Integer, Mul, Symbol, exp, log

from derivations.index import Axis, Delta, Index, Tensor, total

TOKEN = re.compile(
    r"∑_(?P<bound>[a-z]\d*)|(?P<number>\d+)|(?P<name>[A-Za-zα-ω]+)(?:_(?P<indices>[a-z\d]+))?|(?P<sign>[−+/()²³^])"
)


class Reader:
    """One text being read, with the names it may use."""

    def __init__(self, text: str, axes: Sequence[Axis], tensors: Sequence[Tensor], scalars: dict[str, Symbol]) -> None:
        self.tokens = list(TOKEN.finditer(text))
        read = re.sub(r"\s", "", "".join(match.group() for match in self.tokens))
        assert read == re.sub(r"\s", "", text), f"cannot read {text}"
        self.place = 0
        self.axes = {letter: axis for axis in axes for letter in axis.letters}
        self.tensors, self.scalars = {tensor.name: tensor for tensor in tensors}, scalars

    def next_sign(self) -> str | None:
        return self.tokens[self.place]["sign"] if self.place < len(self.tokens) else ")"

    def skip(self, sign: str) -> None:
        assert self.next_sign() == sign, f"expected {sign} at token {self.place}"
        self.place += 1

    def sum(self) -> Expr:
        negative = self.next_sign() == "−"
        self.place += negative
        terms = [-self.term() if negative else self.term()]
        while (sign := self.next_sign()) in ("+", "−"):
            self.place += 1
            terms.append(self.term() if sign == "+" else -self.term())
        return Add(*terms)

    def term(self) -> Expr:
        result = self.product()
        while self.next_sign() == "/":
            self.place += 1
            result /= self.product()
        return result

    def product(self) -> Expr:
        factors = [self.factor()]
        while self.next_sign() in (None, "("):
            factors.append(self.factor())
        return Mul(*factors)

    def factor(self) -> Expr:
        base = self.base()
        match self.next_sign():
            case "²" | "³" as sign:
                self.place += 1
                return base ** (2 if sign == "²" else 3)
            case "^":
                self.place += 1
                return base ** self.parenthesised()
        return base

    def parenthesised(self) -> Expr:
        self.skip("(")
        inside = self.sum()
        self.skip(")")
        return inside

    def base(self) -> Expr:
        token = self.tokens[self.place]
        if token["sign"]:
            return self.parenthesised()
        self.place += 1
        if token["bound"]:
            return total(self.term(), self.index(token["bound"]))
        if token["number"]:
            return Integer(token["number"])
        match token["name"]:
            case "exp":
                return exp(self.parenthesised())
            case "log":
                return log(self.parenthesised())
        if not token["indices"]:
            return self.scalars[token["name"]]
        indices = tuple(self.index(letter) for letter in re.findall(r"[a-z]\d*", token["indices"]))
        return Delta(*indices) if token["name"] == "δ" else self.tensors[token["name"]][indices]

    def index(self, letter: str) -> Index:
        return Index(letter, self.axes[letter[0]])


def read(text: str, axes: Sequence[Axis], tensors: Sequence[Tensor], scalars: dict[str, Symbol]) -> Expr:
    """The expression that the text says; `scalars` by their printed names."""
    reader = Reader(text, axes, tensors, scalars)
    result = reader.sum()
    assert reader.place == len(reader.tokens), f"text is left over in {text}"
    return result
