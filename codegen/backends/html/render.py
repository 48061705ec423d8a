"""Words and blocks as HTML."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from html import escape

from codegen.backends.latex.layout import Terms, joined
from codegen.backends.latex.tex import DISPLAY, inline, sides
from codegen.backends.latex.width import math_width
from codegen.document.model import (
    AxiomRef,
    Block,
    Chain,
    Cite,
    ClaimRef,
    Display,
    Line,
    Link,
    Paragraph,
    Piece,
    TableRef,
    TheoremRef,
    Words,
)

from .mathml import mathml

WIDE = 15.0  # ems: a left side of a chain that is wider has a line of its own


def words(pieces: Words) -> str:
    """Running text."""
    return re.sub(r"(?<=</math>)(?=[.,;:)])", "\u2060", "".join(map(_piece, pieces)))  # no break before a full stop


def _piece(piece: Piece) -> str:
    match piece:
        case str():
            return escape(piece, quote=False)
        case TheoremRef(name=name, word=word, shown=shown):
            return _link(name, f"{'Theorem ' if word else ''}{shown or name}")
        case ClaimRef(label=label):
            return _link(f"eq-{label}", f"({label})")
        case AxiomRef(name=name):
            return f'<a class="axiom" href="#axiom-{name}">{name}</a>'
        case TableRef(name=name):
            return _link(f"table-{name}", "the figure" if name == "graph" else f"the table of {_TABLES[name]}")
        case Cite(author=author, place=place):
            return _link(f"paper-{author}", f"[{author[0].upper()}{f', {escape(place)}' if place else ''}]")
    return mathml(inline(piece) or "")


_TABLES = {
    "ranges": "indices",
    "notation": "notation",
    "ledger": "axioms",
    "concordance": "claims",
    "rests": "theorems",
}


def _link(target: str, text: str) -> str:
    return f'<a href="#{target}">{text}</a>'


def blocks(parts: Iterable[Block]) -> str:
    """Paragraphs and displays, one after the other."""
    return "\n".join(map(_block, parts))


def _block(block: Block) -> str:
    match block:
        case Paragraph(words=pieces):
            return f"<p>{words(pieces)}</p>"
        case Display(lines=lines, end=end):
            marks = [*[","] * (len(lines) - 1), end]
            body = "\n".join(_line(line, mark) for line, mark in zip(lines, marks, strict=True))
            return f'<div class="display">\n{body}\n</div>'
        case Chain():
            rows = "\n".join(_rows(block))
            return f'<div class="chain">\n{rows}\n</div>'


def _line(line: Line, mark: str) -> str:
    left, sign, right = sides(line.claim)
    note = f' <span class="note">{words(line.note)}</span>' if line.note else ""
    return f"<div{_anchor(line.label)}>{_formula(left, sign, right)}{note}{mark}{_number(line.label)}</div>"


def _rows(chain: Chain) -> Iterator[str]:
    left = joined(DISPLAY.parts(chain.left))
    alone = math_width(left) > WIDE
    if alone:
        yield f'<div class="wide">{mathml(left, display=True)}</div>'
    for place, link in enumerate(chain.links):
        yield f"<div>{mathml(left, display=True) if not place and not alone else ''}</div>"
        yield _link_row(link)


def _link_row(link: Link) -> str:
    formula = f'<span class="formula">{_formula([], "=", DISPLAY.parts(link.right))}</span>'
    reason = f'<span class="reason">{words(link.reason)}</span>'
    return f"<div{_anchor(link.label)}>{formula}{reason}{_number(link.label)}</div>"


def _formula(left: Terms, sign: str, right: Terms) -> str:
    """Each term is an element of its own, so that a browser may break the line before it."""
    *before, last = _pieces(left) if left else [""]
    first, *after = _pieces(right)
    return "<wbr>".join(mathml(tex, display=True) for tex in (*before, f"{last} {sign} {first}", *after))


def _pieces(terms: Terms) -> list[str]:
    (negative, first), *rest = terms
    return [f"{'-' if negative else ''}{first}", *(f"{{}} {'-' if minus else '+'} {term}" for minus, term in rest)]


def _anchor(label: str) -> str:
    return f' id="eq-{label}"' if label else ""


def _number(label: str) -> str:
    return f'<span class="number">({label})</span>' if label else ""
