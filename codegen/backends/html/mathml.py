"""TeX mathematics as MathML: the commands that our printer and our prose use, and no other."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from html import escape

from codegen.document.symbols import CLOSE, LETTERS, OPEN, OPERATORS

_TOKEN = re.compile(r"\\[A-Za-z]+|\\.|\d+(?:\.\d+)?|[^\s]", re.DOTALL)
_FUNCTIONS = frozenset({"exp", "log", "max", "min", "sup", "inf", "lim", "arg", "argmax", "argmin", "sqrt", "tanh"})
_LIMITS = frozenset({"max", "min", "sup", "inf", "lim", "argmax", "argmin"})
_SPACES = {",": "0.17em", ":": "0.22em", ";": "0.28em", "!": "-0.17em", "quad": "1em", "qquad": "2em", " ": "0.25em"}
_SIZES = {"big": "1.2em", "Big": "1.8em", "bigg": "2.4em", "Bigg": "3em"}
_ACCENTS = {"bar": "‾", "hat": "^", "tilde": "~", "dot": "˙"}
_FONTS = {
    "mathbb": ("DOUBLE-STRUCK", "MATHEMATICAL DOUBLE-STRUCK"),
    "mathbf": ("BOLD", "MATHEMATICAL BOLD"),
    "mathcal": ("SCRIPT", "MATHEMATICAL SCRIPT"),
}
_BEFORE_SIGNS = frozenset((
    *"=([,/<>",
    *(f"\\{name}" for name in (*OPERATORS, *OPEN, *_SPACES, *(f"{size}l" for size in _SIZES))),
))  # fmt: skip


def mathml(tex: str, display: bool = False) -> str:
    """The `math` element. Raises ValueError for a command that is not known here."""
    style = ' displaystyle="true"' if display else ""
    return f"<math{style}>{row(_Reader(tex).sequence())}</math>"


def row(parts: Sequence[str]) -> str:
    """One element, or several in a row."""
    return parts[0] if len(parts) == 1 else f"<mrow>{''.join(parts)}</mrow>"


class _Reader:
    """Reads tokens from left to right."""

    def __init__(self, tex: str) -> None:
        self.tex, self.tokens, self.at = tex, _TOKEN.findall(tex.replace("~", r"\ ")), 0

    @property
    def next(self) -> str:
        return self.tokens[self.at] if self.at < len(self.tokens) else ""

    def take(self) -> str:
        self.at += 1
        return self.tokens[self.at - 1] if self.at <= len(self.tokens) else ""

    def sequence(self, *ends: str) -> list[str]:
        """Elements up to one of the end tokens, which is taken."""
        parts: list[str] = []
        sign = True  # whether a minus here is a sign and no difference
        while self.at < len(self.tokens) and self.next not in ends:
            token = self.next
            if token in "+-" and sign:
                self.at += 1
                parts.append(_mo(_minus(token), ' form="prefix"'))
            else:
                if token[1:] in _FUNCTIONS and parts and not sign:
                    parts.append(_space("0.17em"))
                parts.append(self.scripted())
            sign = token in _BEFORE_SIGNS
        if ends and not self.take():
            raise ValueError(f"{self.tex!r} ends before {' or '.join(ends)}")
        return parts

    def scripted(self) -> str:
        """An element with what stands below and above it."""
        token = self.next
        base, below, above = self.element(), "", ""
        primes = ""
        while self.next in ("_", "^", "'"):
            match self.take():
                case "'":
                    primes += "′"
                case "_":
                    below = self.argument()
                case "^":
                    above = self.argument()
        if primes:
            base = f'<mrow>{base}<mo lspace="0" rspace="0">{primes}</mo></mrow>'
        limits = token == r"\sum" or token[1:] in _LIMITS
        under, over, both = ("munder", "mover", "munderover") if limits else ("msub", "msup", "msubsup")
        if below and above:
            found = f"<{both}>{base}{below}{above}</{both}>"
        elif below or above:
            found = f"<{under if below else over}>{base}{below}{above}</{under if below else over}>"
        else:
            found = base
        if token[1:] in _FUNCTIONS and self.next not in ("(", "", ")", "}", r"\bigl", r"\Bigl", r"\biggl", r"\left"):
            found += '<mspace width="0.17em"/>'
        return found

    def argument(self) -> str:
        """A group or one token."""
        if self.next == "{":
            self.at += 1
            return row(self.sequence("}"))
        return self.element()

    def group(self) -> str:
        """The text of a group."""
        if self.take() != "{":
            raise ValueError(f"{self.tex!r} lacks a group")
        start = self.at
        depth = 1
        while depth:
            depth += {"{": 1, "}": -1, "": -depth}.get(self.take(), 0)
        return "".join(self.tokens[start : self.at - 1])

    def element(self) -> str:
        token = self.take()
        if token == "{":
            return row(self.sequence("}"))
        if token.startswith("\\"):
            return self.command(token[1:])
        if token[0].isdigit():
            return f"<mn>{token}</mn>"
        if token.isalpha():
            return f"<mi>{token}</mi>"
        if token in "()[]|":
            return _mo(token, ' stretchy="false"')
        if token == "/":
            return _mo(token, ' lspace="0" rspace="0"')
        return _mo(escape(_minus(token)))

    def command(self, name: str) -> str:
        match name:
            case "frac" | "tfrac":
                above, below = self.argument(), self.argument()
                fraction = f"<mfrac>{above}{below}</mfrac>"
                return f'<mstyle displaystyle="false">{fraction}</mstyle>' if name == "tfrac" else fraction
            case "sqrt":
                return f"<msqrt>{self.argument()}</msqrt>"
            case "sum":
                return "<mo>∑</mo>"
            case "operatorname" | "mathrm":
                word = self.group()
                return f'<mi mathvariant="normal">{word}</mi>' if len(word) == 1 else f"<mi>{word}</mi>"
            case "text":
                return f"<mtext>{escape(self.group())}</mtext>"
            case "mathop":
                self.group()
                return _space("0.17em")
            case "|":
                return _mo("‖", ' stretchy="false"')
            case "left":
                return self.fenced()
            case _ if name in _ACCENTS:
                return f'<mover accent="true">{self.argument()}<mo stretchy="false">{_ACCENTS[name]}</mo></mover>'
            case _ if name in _FONTS:
                return "".join(f"<mi>{_letter(letter, *_FONTS[name])}</mi>" for letter in self.group())
            case _ if name in _FUNCTIONS:
                return f"<mi>{name}</mi>"
            case _ if name in LETTERS:
                return f"<mi>{LETTERS[name]}</mi>"
            case _ if name in OPERATORS:
                return _mo(OPERATORS[name])
            case _ if name in OPEN:
                return _mo(OPEN[name], ' form="prefix" stretchy="false"')
            case _ if name in CLOSE:
                return _mo(CLOSE[name], ' form="postfix" stretchy="false"')
            case _ if name in _SPACES:
                return _space(_SPACES[name])
            case _ if name[:-1] in _SIZES and name[-1] in "lr":
                form = "prefix" if name[-1] == "l" else "postfix"
                size = _SIZES[name[:-1]]
                return _mo(self.fence(), f' form="{form}" stretchy="true" minsize="{size}" maxsize="{size}"')
        raise ValueError(f"\\{name} in {self.tex!r} is not known to codegen/backends/html/mathml.py; add it there")

    def fence(self) -> str:
        token = self.take().lstrip("\\")
        return {**OPEN, **CLOSE, ".": "", "|": "|"}.get(token, token)

    def fenced(self) -> str:
        """What stands between \\left and \\right, with fences of its height."""
        left = self.fence()
        inside = self.sequence(r"\right")
        right = self.fence()
        parts = [_mo(left, ' form="prefix" stretchy="true"')] if left else []
        parts += inside
        parts += [_mo(right, ' form="postfix" stretchy="true"')] if right else []
        return f"<mrow>{''.join(parts)}</mrow>"


def _minus(token: str) -> str:
    return "−" if token == "-" else "∗" if token == "*" else token


def _mo(text: str, attributes: str = "") -> str:
    return f"<mo{attributes}>{text}</mo>"


def _space(width: str) -> str:
    return f'<mspace width="{width}"/>'


def _letter(letter: str, short: str, long: str) -> str:
    if letter.isdigit():
        return unicodedata.lookup(f"{long} DIGIT {unicodedata.name(letter).split()[-1]}")
    case = "CAPITAL" if letter.isupper() else "SMALL"
    try:
        return unicodedata.lookup(f"{long} {case} {letter.upper()}")
    except KeyError:
        return unicodedata.lookup(f"{short} {case} {letter.upper()}")
