"""What a theorem's printed text depends on, as a hash: the theorem, what it cites, and the sources that print it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from functools import cache
from pathlib import Path

import sympy
from sympy import Basic

from derivations.catalogue import cites
from derivations.index import Axis, Index, Size, Tensor
from derivations.proof import Theorem

ROOT = Path(__file__).parents[1]
SOURCES = (".", "index", "proof", "formal", "formal/coq")  # of derivations/: all but the chapters' scripts


def sha(*texts: str) -> str:
    """One hash of texts, which do not run into one another."""
    total = hashlib.sha256()
    for text in texts:
        total.update(hashlib.sha256(text.encode()).digest())
    return total.hexdigest()


@cache
def sources() -> str:
    """A hash of what prints, and of the version of SymPy."""
    paths = sorted(p for folder in SOURCES for ending in ("py", "v") for p in (ROOT / folder).glob(f"*.{ending}"))
    return sha(sympy.__version__, *(path.read_text(encoding="utf-8") for path in paths))


def contents(theorems: Iterable[Theorem]) -> dict[str, str]:
    """A hash of each theorem with its proof and all that it rests on; those that it cites come before it."""
    found: dict[str, str] = {}
    for theorem in theorems:
        found[theorem.id] = sha(own(theorem), *(found[name] for name in cites(theorem)))
    return found


def own(theorem: Theorem) -> str:
    """A hash of what the theorem says and of its proof, down to every name."""
    seen: dict[int, bytes] = {}

    def of(part: object) -> bytes:
        if id(part) not in seen:
            whole = hashlib.sha256(type(part).__name__.encode())
            for piece in _pieces(part):
                whole.update(hashlib.sha256(piece.encode()).digest() if isinstance(piece, str) else of(piece))
            seen[id(part)], kept[id(part)] = whole.digest(), part
        return seen[id(part)]

    kept: dict[int, object] = {}  # so that no id is used again
    return of((theorem.id, theorem.hypotheses, theorem.statement, theorem.steps)).hex()


def _pieces(part: object) -> Iterator[object]:
    """The parts; a text where there are none."""
    match part:
        case str() | int() | None:
            yield repr(part)
        case Axis():
            yield from (part.name, str(part.size), repr(part.letters))
        case Index() | Tensor():
            yield part.name
            yield from part.axes
        case Size():
            yield part.name
        case Basic() if part.args:
            yield from part.args
        case Basic():
            yield sympy.srepr(part)
        case Mapping():
            for key, value in part.items():
                yield from (key, value)
        case tuple() | list():
            yield from part
        case _ if is_dataclass(part):
            yield from (getattr(part, field.name) for field in fields(part))
        case _:
            raise TypeError(f"no hash of {part!r}")
