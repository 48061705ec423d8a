"""Words and blocks as LaTeX."""

from __future__ import annotations

import re
from collections.abc import Iterable

from codegen.document.model import (
    AxiomRef,
    Block,
    Chain,
    Cite,
    ClaimRef,
    Display,
    Line,
    Paragraph,
    Piece,
    TableRef,
    TheoremRef,
    Words,
)

from . import layout
from .tex import DISPLAY, inline, sides
from .width import math_width

_ESCAPED = {"\\": r"\textbackslash{}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}"}

WIDE = 20.0  # ems: of mathematics in running text


def words(pieces: Words) -> str:
    """Running text."""
    return "".join(map(_piece, pieces))


def _piece(piece: Piece) -> str:
    match piece:
        case str():
            return re.sub(r"[\\&%$#_{}~^]", lambda found: _ESCAPED.get(found[0], f"\\{found[0]}"), piece)
        case TheoremRef(name=name, word=True, shown=shown) if shown in ("", name):
            return rf"\theoremref{{{name}}}"
        case TheoremRef(name=name, word=word, shown=shown):
            return rf"\hyperref[thm:{name}]{{{'Theorem~' if word else ''}{shown or name}}}"
        case ClaimRef(label=label):
            return rf"\eqref{{eq:{label}}}"
        case AxiomRef(name=name):
            return rf"\axiom{{{name}}}"
        case TableRef(name=name):
            return rf"{'Figure' if name == 'graph' else 'Table'}~\ref{{table:{name}}}"
        case Cite(author=author, place=place):
            return rf"\unskip~\cite[{place}]{{{author}}}" if place else rf"\unskip~\cite{{{author}}}"
    return f"${_breakable(inline(piece) or '')}$"


def _breakable(tex: str) -> str:
    """A wide formula in running text may also break before a factor that is a sum."""
    return re.sub(r" (?=\\(bigl|sum|tfrac)\b)", r" \\allowbreak ", tex) if math_width(tex) > WIDE else tex


def blocks(parts: Iterable[Block]) -> str:
    """Paragraphs and displays, one after the other."""
    return "\n".join(map(_block, parts)).strip()


def _block(block: Block) -> str:
    match block:
        case Paragraph(words=pieces, new=new):
            return "\n" + words(pieces) if new else words(pieces)
        case Display(lines=lines, end=end):
            return layout.display(map(_formula, lines), end)
        case Chain(left=left, links=links):
            rows = [layout.Link(DISPLAY.parts(link.right), words(link.reason), link.label) for link in links]
            return layout.chain(DISPLAY.parts(left), rows)


def _formula(line: Line) -> layout.Formula:
    left, sign, right = sides(line.claim)
    return layout.Formula(left, sign, right, words(line.note), line.label)
