"""Mathematics as TeX, for LaTeX and, converted, for MathML."""

from __future__ import annotations

import re

from codegen.document.mathematics import mathematics
from codegen.document.model import Ledger, Piece, Tex
from derivations.proof import Equation, Inequality, Rank

from .layout import Terms
from .printer import InlinePrinter, LatexPrinter

INLINE = InlinePrinter()
DISPLAY = LatexPrinter()

_LEDGER = (
    (r"\b(?!exp|log)([a-zA-Z]) 1\b", r"\1\\,\\mathbf{1}"),
    (r"\b(?!exp|log)(\w+) (?!exp|log)(?=\w)", r"\1\\,"),
    (r"\b(exp|log)\b", r"\\\1"),
    ("<=", r"\\le"),
    (">=", r"\\ge"),
    (r"\^\((.*?)\)", r"^{\1}"),
    (r" \(", "~("),
)


def inline(piece: Piece) -> str | None:
    """What is mathematics in running text; None for words and references."""
    match piece:
        case Tex(text=tex):
            return tex
        case Ledger(text=formula):
            return ledger(formula)
        case str():
            return None
    return mathematics(INLINE, piece)


def ledger(formula: str) -> str:
    """A formula of the ledger: products have a thin space, and a 1 multiplied from the left is the vector of ones."""
    for pattern, tex in _LEDGER:
        formula = re.sub(pattern, tex, formula)
    return formula


def sides(claim: Equation | Inequality | Rank) -> tuple[Terms, str, Terms]:
    """A displayed claim: the terms of the left side, the sign, and the terms of the right side."""
    match claim:
        case Rank(matrix=matrix, value=value):
            left = DISPLAY.rank(DISPLAY.expr(matrix.body), [index.name for index in matrix.params])
            return [(False, left)], "=", DISPLAY.parts(value)
        case Equation():
            return DISPLAY.parts(claim.lhs), "=", DISPLAY.parts(claim.rhs)
    return DISPLAY.parts(claim.lhs), r"\ge", DISPLAY.parts(claim.rhs)
