"""`attnproof bench`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from rich.table import Table

from attnproof.errors import Stop
from attnproof.terminal import print_json, progress, say
from benchmarks.attention import (
    LENGTHS,
    Cell,
    Measured,
    Roofline,
    as_json,
    cells,
    machine,
    measured,
    roofline,
    with_two_devices,
)
from codegen.writing import write_atomically

START, END = "<!-- measured by attnproof bench -->", "<!-- until here -->"
HEAD = ("contender", "ratio", "milliseconds", "of the roofline", "extra MB", "error")
LEAST_ROUNDS = 7


def bench(lengths: Sequence[int], rounds: int, memory: bool, page: Path | None, json_wanted: bool) -> None:
    """Time attention against its peers, and say or write what came out."""
    if rounds < LEAST_ROUNDS:
        raise Stop(f"--rounds is {rounds}; a median wants at least {LEAST_ROUNDS}")
    with_two_devices()
    wanted = tuple(cells(lengths or LENGTHS))
    speed, found = roofline(), list[tuple[Cell, list[Measured]]]()
    with progress("measuring") as report:
        for number, cell in enumerate(wanted):
            report(cell.name, number, len(wanted))
            found.append((cell, measured(cell, rounds, speed, memory)))
    if page:
        _write(page, found, speed, rounds)
    if json_wanted:
        values = [as_json(cell, row) for cell, row in found]
        print_json({"machine": machine(), "roofline": asdict(speed), "rounds": rounds, "cells": values})
        return
    for cell, row in found:
        say(f"\n{cell.name}", _table(row))
    say(f"\n{_said(speed, rounds)}")


def _table(row: Sequence[Measured]) -> Table:
    table = Table(*HEAD, box=None, pad_edge=False)
    for column in table.columns[1:]:
        column.justify = "right"
    for one in row:
        table.add_row(*_values(one))
    return table


def _values(one: Measured) -> list[str]:
    extra = "" if one.extra is None else f"{one.extra / 2**20:.0f}"
    error = "" if one.error is None else f"{one.error:.1e}"
    return [one.contender, f"{one.ratio:.2f}", f"{1e3 * one.seconds:.1f}", f"{one.of_roofline:.0%}", extra, error]


def _said(speed: Roofline, rounds: int) -> str:
    told = ", ".join(f"{name} {value}" for name, value in machine().items())
    return (
        f"{told}; medians of {rounds} rounds, float32, 1 sequence, 8 heads of 64; ratios to the first contender of the "
        f"cell, smaller is faster. Roofline: {speed.products / 1e9:.0f} GFLOP/s in products of matrices, "
        f"{speed.exponentials / 1e9:.2f} G exponentials a second. The products of a tile, on one core: "
        + ", ".join(f"{name} {rate / 1e9:.0f} GFLOP/s" for name, rate in speed.tile.items())
        + "."
    )


def _write(page: Path, found: Sequence[tuple[Cell, Sequence[Measured]]], speed: Roofline, rounds: int) -> None:
    """Put the tables into the page, between its marks. Raises Stop where the page has none."""
    parts: list[Any] = [_said(speed, rounds)]
    for cell, row in found:
        lines = [HEAD, ["---"] * len(HEAD), *map(_values, row)]
        parts += [f"### {cell.name}", "\n".join(f"| {' | '.join(line)} |" for line in lines)]
    block = "\n\n".join((START, *parts, END))
    text, replaced = re.subn(f"{START}.*?{END}", lambda _: block, page.read_text(encoding="utf-8"), flags=re.DOTALL)
    if not replaced:
        raise Stop(f"{page} has no place for the tables: put the lines {START} and {END} into it")
    write_atomically(page, text.encode())
