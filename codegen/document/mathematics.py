"""The mathematics between words, by any printer."""

from __future__ import annotations

from sympy import Basic

from derivations.index import Index, Lambda, Tensor
from derivations.printing import TextPrinter
from derivations.proof import Equation, Inequality, Nonnegative, Positive, Rank

from .model import Entries, Letter, Piece, Put, Vanishing


def mathematics(printer: TextPrinter, piece: Piece) -> str | None:
    """What the printer makes of it; None for what is not mathematics derived from a theorem."""
    match piece:
        case Basic():
            return printer.expr(piece)
        case Equation() | Inequality() | Rank() | Positive() | Nonnegative():
            return printer.statement(piece)
        case Letter(name=name):
            return name
        case Put(old=old, new=new):
            return printer.relation(_name(printer, old, new), ":=", _image(printer, new))
        case Vanishing(total=total, pieces=pieces):
            taken = {index.name for part in pieces for index in part.atoms(Index)}
            combination = printer.sum([printer.signed(part, taken) for part in pieces])
            return printer.relation(printer.relation(printer.expr(total), "=", combination), "=", "0")
        case Entries(name=name, entries=entries):
            body = printer.parenthesised(printer.expr(entries.body))
            return printer.relation(name, "=", printer.subscript(body, [index.name for index in entries.params]))
    return None


def _name(printer: TextPrinter, old: Basic, new: Basic | Lambda) -> str:
    if isinstance(old, Tensor):
        return printer.indexed(old.name, [index.name for index in new.params] if isinstance(new, Lambda) else [])
    return _image(printer, old)


def _image(printer: TextPrinter, new: Basic | Lambda) -> str:
    match new:
        case Lambda():
            return printer.expr(new.body)
        case Tensor() | Index():
            return printer.indexed(new.name, [])
    return printer.expr(new)
