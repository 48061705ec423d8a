"""The small words between formulas."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sympy import Basic

from derivations.index import Index, Lambda, Mapped, Tensor
from derivations.proof import Equation

from .printer import InlinePrinter

INLINE = InlinePrinter()


def math(expr: Basic) -> str:
    """An expression in running text."""
    return f"${INLINE.expr(expr)}$"


def equation(claim: Equation) -> str:
    """An equation in running text."""
    return f"${INLINE.statement(claim)}$"


def listed(phrases: Iterable[str]) -> str:
    """a, b and c, each once."""
    *most, last = dict.fromkeys(phrases)
    return f"{', '.join(most)} and {last}" if most else last


def sentence(phrase: str) -> str:
    """The phrase with a capital letter."""
    return phrase[0].upper() + phrase[1:]


def for_every(letters: Sequence[str]) -> str:
    """The quantifier of what has free indices."""
    return f"for every {listed(f'${letter}$' for letter in letters)}" if letters else ""


def substitution(put: Mapped) -> str:
    """What a theorem is applied to."""
    return ", ".join(f"${_name(old, new)} \\coloneqq {_image(new)}$" for old, new in put.items())


def _name(old: Basic, new: Basic | Lambda) -> str:
    if isinstance(old, Tensor):
        return INLINE.indexed(old.name, [index.name for index in new.params] if isinstance(new, Lambda) else [])
    return _image(old)


def _image(new: Basic | Lambda) -> str:
    match new:
        case Lambda():
            return INLINE.expr(new.body)
        case Tensor() | Index():
            return INLINE.indexed(new.name, [])
    return INLINE.expr(new)
