"""Formulas and chains of equations as displays whose lines fit the page."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum

from .width import math_width, prose_width

LINE = 39.0  # ems of a display's line: A4, 11pt, margins of 25mm, displays indented by 1.5em
TAG = 4.5  # ems kept free where a row has a number
GAP = 2.0
SMALL = 0.92  # size of a reason

Terms = Sequence[tuple[bool, str]]  # of a sum: whether each is negative, and its absolute value


class Place(Enum):
    """Where a reason stands: in the column of reasons, right after its formula, or on the line below."""

    COLUMN, AFTER, BELOW = range(3)


@dataclass(frozen=True)
class Formula:
    """left sign right; the right side may break between its terms. `label` numbers it, `note` follows it."""

    left: str
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
        head, *rest = broken(formula.right, room - math_width(formula.left) - 1.4)
        body = f"{formula.left} {formula.sign} {head}"
        width = LINE if formula.label or rest else math_width(body) + prose_width(formula.note)
        if rest:
            lines = "".join(rf" \\ & \qquad {line}" for line in rest)
            body = rf"\begin{{aligned}} {formula.left} & {formula.sign} {head}{lines} \end{{aligned}}"
        if formula.note:
            body += rf" \quad \text{{{formula.note}}}"
        if width <= free:
            rows[-1] += rf", \qquad {body}"
            free -= width + GAP
        else:
            rows.append(body)
            labels.append(numbered(formula.label))
            free = LINE - width - GAP
    marks = [","] * (len(rows) - 1) + [end]
    return _environment(
        "gather*", "", [row + mark + label for row, mark, label in zip(rows, marks, labels, strict=True)]
    )


def chain(left: str, links: Sequence[Link], sign: str = "=") -> str:
    """left = right = right = ..., each with its reason; a wide left side has a line of its own."""
    full = LINE - (TAG if any(link.label for link in links) else 0)
    inside, under = full - math_width(left) - 1.4, full - 2.4
    alone = _below(links, under) < _below(links, inside)
    rows = [rf"& \mathrlap{{{left}}}"] if alone else []
    for link, (lines, place) in zip(links, _placed(links, under if alone else inside), strict=True):
        first = r"& \quad" if alone else "&" if rows else f"{left} &"
        *most, last = lines
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


def broken(terms: Terms, room: float) -> list[str]:
    """The sum on as few lines as fit."""
    lines = [""]
    for negative, term in terms:
        first = lines == [""]
        piece = f"{'-' if negative else '' if first else '+'} {term}".strip()
        if not first and math_width(f"{lines[-1]} {piece}") > room:
            lines.append(f"{{}} {piece}")
        else:
            lines[-1] = f"{lines[-1]} {piece}".strip()
    return lines


def numbered(label: str) -> str:
    """The number at the margin, if there is one."""
    return rf" \tag{{{label}}}\label{{eq:{label}}}" if label else ""


def _environment(name: str, argument: str, rows: Iterable[str]) -> str:
    body = " \\\\\n".join(rows)
    return f"\\begin{{{name}}}{argument}\n{body}\n\\end{{{name}}}"
