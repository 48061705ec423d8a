"""Words with mathematics as plain text."""

from __future__ import annotations

import re

from derivations.printing import TextPrinter

from .mathematics import mathematics
from .model import AxiomRef, Cite, ClaimRef, Ledger, Piece, TableRef, Tex, TheoremRef, Words
from .symbols import CLOSE, LETTERS, OPEN, OPERATORS

TEXT = TextPrinter()
_SYMBOLS = {**LETTERS, **OPERATORS, **OPEN, **CLOSE, "sum": "∑", ",": " ", "|": "‖"}
_SUPERSCRIPTS = {"+": "⁺", "-": "⁻"}


def text(words: Words) -> str:
    """The words as Unicode text; a claim of the same proof by its number alone."""
    return "".join(map(_piece, words))


def _piece(piece: Piece) -> str:
    match piece:
        case str():
            return piece
        case Tex(text=tex):
            return untex(tex)
        case Ledger(text=ledger):
            return ledger
        case TheoremRef(name=name) | AxiomRef(name=name) | TableRef(name=name):
            return name
        case ClaimRef(number=number):
            return f"({number})"
        case Cite(author=author, place=place):
            return f"[{author}, {place}]" if place else f"[{author}]"
    return mathematics(TEXT, piece) or ""


def plain(prose: str) -> str:
    """Prose whose mathematics is LaTeX between dollars, as text."""
    return re.sub(r"\$(.*?)\$", lambda found: untex(found[1]), prose)


def untex(tex: str) -> str:
    """Mathematics that a person wrote in LaTeX, as text."""
    tex = re.sub(r"\\(?:mathbb|mathbf|mathrm|mathcal|operatorname)(?=\{)", "", tex)
    tex = re.sub(r"\\([A-Za-z]+|[,|])", lambda found: _SYMBOLS.get(found[1], found[1]), tex).replace("-", "−")
    return re.sub(r"([_^]?)\{([^{}]*)\}", _group, tex)


def _group(found: re.Match[str]) -> str:
    """A subscript or superscript of several characters with spaces stays together."""
    script, inside = found.groups()
    if script == "^" and inside in ("+", "−"):
        return _SUPERSCRIPTS[inside.replace("−", "-")]
    return f"{script}({inside})" if script == "^" and re.search(r"\W", inside) else f"{script}{inside}"
