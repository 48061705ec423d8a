"""Formulas and chains of equations as displays whose lines fit the page."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum

from .width import math_width, prose_width

LINE = 39.0  # ems of a display's line: A4, 11pt, margins of 25mm, displays indented by 1.5em
TAG = 4.5  # ems kept free where a row has a number
GAP = 2.0
SURE = 0.93  # of the room: what is estimated to be no wider is no wider
SMALL = 0.92  # size of a reason

Terms = Sequence[tuple[bool, str]]  # of a sum: whether each is negative, and its absolute value


class Place(Enum):
    """Where a reason stands: in the column of reasons, right after its formula, or on the line below."""

    COLUMN, AFTER, BELOW = range(3)


@dataclass(frozen=True)
class Formula:
    """left sign right; both sides may break between their terms. `label` numbers it, `note` follows it."""

    left: Terms
    sign: str
    right: Terms
    note: str = ""
    label: str = ""


@dataclass(frozen=True)
class Link:
    """One more right side of a chain, and why."""

    right: Terms
    reason: str = ""
    label: str = ""


def display(formulas: Iterable[Formula], end: str = ".") -> str:
    """Formulas between commas, as many on a line as fit."""
    rows: list[str] = []
    labels: list[str] = []
    free = 0.0
    for formula in formulas:
        room = LINE - prose_width(formula.note) - (TAG if formula.label else 0)
        left = joined(formula.left)
        inside = room - math_width(left) - 1.4
        head, *rest = broken(formula.right, inside)
        body = f"{left} {formula.sign} {head}"
        width = LINE if formula.label or rest else math_width(body) + prose_width(formula.note)
        if max(math_width(f"+ {term}") for _, term in formula.right) > inside:  # the left side has lines of its own
            width = LINE
            lines = [*broken(formula.left, room), *_signed(formula.sign, broken(formula.right, room - 2.4))]
            body = _aligned([f"& {line}" for line in lines], room)
        elif rest:
            lines = [f"{left} & {formula.sign} {head}", *(rf"& \qquad {line}" for line in rest)]
            body = _aligned(lines, room)
        if formula.note:
            body += rf" \quad \text{{{formula.note}}}"
        if width <= SURE * free:
            rows[-1] += rf", \qquad {body}"
            free -= width + GAP
        else:
            rows.append(body)
            labels.append(numbered(formula.label))
            free = LINE - width - GAP
    marks = [","] * (len(rows) - 1) + [end]
    return _environment(
        "gather*", "", [_marked(row, mark) + label for row, mark, label in zip(rows, marks, labels, strict=True)]
    )


def _marked(row: str, mark: str) -> str:
    """The mark stands at the end of the last line."""
    return re.sub(r"(?=( \\end\{aligned\}\}?)?$)", mark, row, count=1)


def _signed(sign: str, lines: Sequence[str]) -> list[str]:
    head, *rest = lines
    return [rf"\quad {sign} {head}", *(rf"\qquad {line}" for line in rest)]


def _aligned(rows: Sequence[str], room: float) -> str:
    """Rows under each other; where one is too wide for any break, all of them shrink."""
    inner = r" \\ ".join(rows)
    indent = math_width(rows[0].split("&")[0])
    widest = max(indent + math_width(row.split("&", 1)[1]) for row in rows)
    return _shrunk(rf"\begin{{aligned}} {inner} \end{{aligned}}", widest, room)


def chain(left: Terms, links: Sequence[Link], sign: str = "=") -> str:
    """left = right = right = ..., each with its reason; a wide left side has lines of its own."""
    full = LINE - (TAG if any(link.label for link in links) else 0)
    whole = joined(left)
    inside, under = full - math_width(whole) - 1.4, full - 2.4
    alone = _below(links, under) < _below(links, inside)
    rows = [rf"& \mathrlap{{{_fitted(line, full)}}}" for line in broken(left, full)] if alone else []
    for link, (lines, place) in zip(links, _placed(links, under if alone else inside), strict=True):
        first = r"& \quad" if alone else "&" if rows else f"{whole} &"
        *most, last = (_fitted(line, under if alone else inside) for line in lines)
        reason, below = rf"\reason{{{link.reason}}}", []
        match place:
            case Place.COLUMN:
                last = rf"{last} & \qquad & {reason}"
            case Place.AFTER:
                last = rf"\mathrlap{{{last} \qquad {reason}}}"
            case Place.BELOW:
                last, below = rf"\mathrlap{{{last}}}", [rf"& \below{{{link.reason}}}"]
        cells = [*(rf"\mathrlap{{{line}}}" for line in most), last + numbered(link.label)]
        heads = [f"{first} {sign}", *([r"& \qquad"] * len(most))]
        rows.append(" \\\\*\n".join([*map(" ".join, zip(heads, cells, strict=True)), *below]))
    return _environment("alignat*", "{2}", rows)


def _placed(links: Sequence[Link], room: float) -> list[tuple[list[str], Place]]:
    """The lines of each right side, and the place of its reason: as many as can in one column."""
    bodies = [broken(link.right, room) for link in links]
    widths = [max(map(math_width, body)) for body in bodies]
    reasons = [GAP + SMALL * prose_width(link.reason) for link in links]

    def places(column: float) -> list[Place]:
        return [
            Place.COLUMN if w <= column and column + r <= room else Place.AFTER if w + r <= room else Place.BELOW
            for w, r in zip(widths, reasons, strict=True)
        ]

    best = max(map(places, sorted(widths)), key=lambda found: found.count(Place.COLUMN))
    return list(zip(bodies, best, strict=True))


def _below(links: Sequence[Link], room: float) -> int:
    """How many reasons need a line of their own; a formula that does not fit at all counts for many."""
    rows = _placed(links, room)
    outside = sum(math_width(line) > room for lines, _ in rows for line in lines)
    return len(rows) * outside + sum(place is Place.BELOW for _, place in rows)


def joined(terms: Terms) -> str:
    """The sum on one line."""
    return broken(terms, math.inf)[0]


def broken(terms: Terms, room: float) -> list[str]:
    """The sum on as few lines as fit, broken between its terms, and in a term that is too wide also inside."""
    lines = [""]
    for negative, term in terms:
        first = lines == [""]
        piece = f"{'-' if negative else '' if first else '+'} {term}".strip()
        for part in _parts(piece, room):
            if lines != [""] and math_width(f"{lines[-1]} {part}") > room:
                lines.append(f"{{}} {part}" if part[0] in "+-" else part)
            else:
                lines[-1] = f"{lines[-1]} {part}".strip()
    return lines


def _parts(term: str, room: float) -> list[str]:
    """A term that is too wide, cut before each sign in as few parentheses as will do; braces hold together."""
    for deepest in range(4):
        parts = [term] if not deepest else _cut(term, deepest)
        if all(math_width(part) <= room for part in parts):
            break
    return parts


def _cut(term: str, deepest: int) -> list[str]:
    cuts, braces, parentheses = [0], 0, 0
    for found in re.finditer(r"[{}()]| (?=[+-] )", term):
        braces += {"{": 1, "}": -1}.get(found[0], 0)
        parentheses += {"(": 1, ")": -1}.get(found[0], 0)
        if found[0] == " " and not braces and parentheses <= deepest:
            cuts.append(found.start())
    return [term[start:end].strip() for start, end in zip(cuts, [*cuts[1:], len(term)], strict=True)]


def _fitted(line: str, room: float) -> str:
    return _shrunk(line, math_width(line), room)


def _shrunk(body: str, width: float, room: float) -> str:
    """The body, set smaller if TeX finds it to be wider than the room."""
    return rf"\fit{{{room:.1f}}}{{{body}}}" if width > SURE * room else body


def numbered(label: str) -> str:
    """The number at the margin, if there is one."""
    return rf" \tag{{{label}}}\label{{eq:{label}}}" if label else ""


def _environment(name: str, argument: str, rows: Iterable[str]) -> str:
    body = " \\\\\n".join(rows)
    return f"\\begin{{{name}}}{argument}\n{body}\n\\end{{{name}}}"
