"""The two streams: results on stdout, progress and errors on stderr."""

from __future__ import annotations

import json
import math
import os
import re
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, TextIO

from rich.console import Console, RenderableType
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn
from rich.text import Text

WIDTH = 120  # of a line when no terminal says how wide it is
Report = Callable[[str, int, int], None]  # what is under way, how many are done, how many there are


def out() -> Console:
    """Results."""
    return _console(sys.stdout)


def err() -> Console:
    """Progress and errors."""
    return _console(sys.stderr)


def say(*results: RenderableType, console: Console | None = None) -> None:
    """Print each result; a file or a pipe gets no blanks at the ends of lines, and no line of text is broken."""
    console = console or out()
    for result in results:
        with console.capture() as captured:
            console.print(result, soft_wrap=isinstance(result, str | Text))
        text = captured.get()
        console.file.write(text if console.is_terminal else re.sub(r" +$", "", text, flags=re.MULTILINE))


def _console(stream: TextIO) -> Console:
    # Mathematics has brackets and colons that are no markup and no emoji.
    fixed = None if stream.isatty() or "COLUMNS" in os.environ else WIDTH
    return Console(file=stream, width=fixed, highlight=False, markup=False, emoji=False)


def print_json(value: Any) -> None:
    """The value on stdout and nothing else; a number that is not finite is null."""
    ascii_only = (sys.stdout.encoding or "").lower() != "utf-8"
    print(json.dumps(_finite(value), indent=2, allow_nan=False, ensure_ascii=ascii_only))


def _finite(value: Any) -> Any:
    match value:
        case dict():
            return {key: _finite(inner) for key, inner in value.items()}
        case list() | tuple():
            return [_finite(inner) for inner in value]
        case float() if not math.isfinite(value):
            return None
    return value


@contextmanager
def progress(what: str) -> Iterator[Report]:
    """A bar on stderr while work goes on, when that is a terminal."""
    columns = TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn()
    console = err()
    with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as bar:
        task = bar.add_task(what, total=None)

        def report(label: str, done: int, total: int) -> None:
            bar.update(task, description=f"{what} {label}", completed=done, total=total)

        yield report
