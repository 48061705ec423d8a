"""Text that a person wrote, read as words: mathematics between dollars, ids of theorems, citations."""

from __future__ import annotations

import re
from collections.abc import Collection

from .model import Cite, TableRef, Tex, TheoremRef, Words

AUTHORS = {"L": "litman", "S": "sanger"}
_MARK = re.compile(
    r"\$(?P<tex>.*?)\$|\[(?P<cite>[LS])\]|\{(?P<table>\w+)\}|(?P<word>Theorem )?\b(?P<id>[A-Z]\d+[a-z]?)\b"
)


def prose(text: str, ids: Collection[str]) -> Words:
    """Words with references to those theorems that exist; `A2` refers to the first of A2a, A2b, ...

    `[L]` and `[S]` cite the papers, `{name}` a table or figure.
    """
    words: list[str | Tex | Cite | TableRef | TheoremRef] = []
    end = 0
    for mark in _MARK.finditer(text):
        piece = _piece(mark, ids)
        if piece is not None:
            words += [text[end : mark.start()], piece]
            end = mark.end()
    return tuple(word for word in (*words, text[end:]) if word != "")


def _piece(mark: re.Match[str], ids: Collection[str]) -> Tex | Cite | TableRef | TheoremRef | None:
    match mark.lastgroup, mark[mark.lastgroup or 0]:
        case "tex", tex:
            return Tex(tex)
        case "cite", paper:
            return Cite(AUTHORS[paper])
        case "table", name:
            return TableRef(name)
        case _, name if name in ids or f"{name}a" in ids:
            return TheoremRef(name if name in ids else f"{name}a", mark["word"] is not None, name)
    return None


def source(text: str) -> Words:
    """A theorem's source, `author, arXiv number, place`, as a citation if it is one of the two papers."""
    found = re.fullmatch(r"(\w+), arXiv [\d.]+(?:, (.*))?", text)
    if found is None or found[1].lower() not in AUTHORS.values():
        return (text,)
    return found[1], " ", Cite(found[1].lower(), found[2] or "")
