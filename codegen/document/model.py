"""The parts of a text: words with mathematics and references in them, and displayed formulas."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeAlias

from sympy import Basic, Expr

from derivations.index import Lambda
from derivations.proof import Equation, Hypothesis, Inequality, Rank, Statement


@dataclass(frozen=True)
class Letter:
    """The name of an index."""

    name: str


@dataclass(frozen=True)
class Put:
    """old := new, of a substitution."""

    old: Basic
    new: Basic | Lambda


@dataclass(frozen=True)
class Vanishing:
    """total = sum of the pieces, as they stand, = 0."""

    total: Expr
    pieces: tuple[Expr, ...]


@dataclass(frozen=True)
class Entries:
    """name = (entry)_{ij}: a matrix or a vector by its entries."""

    name: str
    entries: Lambda


@dataclass(frozen=True)
class Ledger:
    """Mathematics as the ledger of axioms writes it, such as `A 1 = 0`."""

    text: str


@dataclass(frozen=True)
class Tex:
    """Mathematics that a person wrote, in LaTeX."""

    text: str


@dataclass(frozen=True)
class TheoremRef:
    """A theorem of the catalogue: `shown` stands for its id, after the word when `word`."""

    name: str
    word: bool = True
    shown: str = ""


@dataclass(frozen=True)
class ClaimRef:
    """A numbered claim or assumption of a theorem, such as A2a.3 or A5a.H1."""

    theorem: str
    number: str

    @property
    def label(self) -> str:
        return f"{self.theorem}.{self.number}"


@dataclass(frozen=True)
class AxiomRef:
    """An axiom of the ledger."""

    name: str


@dataclass(frozen=True)
class TableRef:
    """A table or figure of the appendix."""

    name: str


@dataclass(frozen=True)
class Cite:
    """A paper by its author, and the place in it."""

    author: str
    place: str = ""


Piece: TypeAlias = (
    str
    | Basic
    | Statement
    | Hypothesis
    | Letter
    | Put
    | Vanishing
    | Entries
    | Ledger
    | Tex
    | TheoremRef
    | ClaimRef
    | AxiomRef
    | TableRef
    | Cite
)
Words: TypeAlias = tuple[Piece, ...]


@dataclass(frozen=True)
class Line:
    """A displayed claim; `note` follows it, `label` numbers it."""

    claim: Equation | Inequality | Rank
    note: Words = ()
    label: str = ""


@dataclass(frozen=True)
class Display:
    """Displayed claims between commas, and how they end."""

    lines: tuple[Line, ...]
    end: str = "."


@dataclass(frozen=True)
class Link:
    """One more right side of a chain, and why."""

    right: Expr
    reason: Words
    label: str = ""


@dataclass(frozen=True)
class Chain:
    """left = right = right = ..., each with its reason."""

    left: Expr
    links: tuple[Link, ...]


@dataclass(frozen=True)
class Paragraph:
    """Words; `new` when they do not continue the paragraph before."""

    words: Words
    new: bool = False


Block: TypeAlias = Paragraph | Display | Chain


def listed(phrases: Iterable[Words]) -> Words:
    """a, b and c, each once."""
    *most, last = dict.fromkeys(phrases)
    return (*joined(most), " and ", *last) if most else last


def joined(phrases: Iterable[Words], by: str = ", ") -> Words:
    """The phrases one after the other."""
    first, *rest = phrases
    return (*first, *(piece for phrase in rest for piece in (by, *phrase)))


def sentence(words: Words) -> Words:
    """The words with a capital letter, if they start with a word."""
    first, *rest = words
    return (first[0].upper() + first[1:] if isinstance(first, str) else first, *rest)
