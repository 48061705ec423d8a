"""How wide mathematics and prose will be set, in ems: enough to decide where lines break."""

from __future__ import annotations

import re
from collections.abc import Iterator

_TOKEN = re.compile(r"\\[A-Za-z]+|\\.|.", re.DOTALL)
_SCRIPT = 0.72  # size of a subscript
_RELATIONS = {"=": 1.33, r"\ge": 1.33, r"\le": 1.33, "+": 1.22, "-": 1.22, ",": 0.45, r"\coloneqq": 1.6}
_SYMBOLS = {
    r"\exp": 1.4, r"\log": 1.45, r"\,": 0.17, r"\quad": 1.0, r"\qquad": 2.0, r"\partial": 0.55,
    r"\lVert": 0.5, r"\rVert": 0.5, r"\left": 0.0, r"\right": 0.0, r"\bigl": 0.08, r"\bigr": 0.08,
    r"\Bigl": 0.22, r"\Bigr": 0.22, r"\biggl": 0.35, r"\biggr": 0.35, r"\|": 0.5, "(": 0.39, ")": 0.39, "[": 0.28,
    "]": 0.28, "|": 0.28, "/": 0.5, "'": 0.3, "*": 0.5, ".": 0.28, " ": 0.0,
    r"\mathbb": 0.0, r"\mathrm": 0.0, r"\mathop": 0.0, r"\!": 0.0, r"\operatorname": 0.17, r"\bar": 0.0,
}  # fmt: skip


def math_width(tex: str) -> float:
    """The width of display mathematics."""
    return _sequence(iter(_TOKEN.findall(tex)))


def prose_width(tex: str) -> float:
    """The width of one line of text with mathematics in it."""
    text, *rest = tex.split("$", 2)
    words = re.sub(r"\\[a-z]+(\[.*?\])?\{(.*?)\}", r"Theorem \2", text)
    width = 0.46 * len(words) + 0.1 * sum(word.isupper() for word in words)
    return width if not rest else width + math_width(rest[0]) + prose_width(rest[1])


def _sequence(tokens: Iterator[str]) -> float:
    """Up to the brace that closes the group."""
    width = 0.0
    for token in tokens:
        match token:
            case "}":
                return width
            case "{":
                width += _sequence(tokens)
            case r"\sum":  # its index stands below it
                next(tokens)
                width += max(1.65, _SCRIPT * _argument(tokens))
            case "_" | "^":
                width += _SCRIPT * _argument(tokens)
            case r"\frac":
                width += 0.24 + max(_argument(tokens), _argument(tokens))
            case r"\tfrac":
                width += 0.24 + _SCRIPT * max(_argument(tokens), _argument(tokens))
            case r"\text":
                width += prose_width(_group(tokens))
            case _:
                width += _RELATIONS.get(token) or _SYMBOLS.get(token, 0.82 if token.isupper() else 0.56)
    return width


def _argument(tokens: Iterator[str]) -> float:
    token = next(tokens)
    return _sequence(tokens) if token == "{" else math_width(token)


def _group(tokens: Iterator[str]) -> str:
    """The text of the next group, which holds no other group."""
    next(tokens)
    return "".join(iter(tokens.__next__, "}"))
