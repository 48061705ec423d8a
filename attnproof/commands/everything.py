"""`attnproof all`."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from rich.console import RenderableType
from rich.padding import Padding

from attnproof import proving
from attnproof.commands import prove, verify, write
from attnproof.errors import FAILED
from attnproof.library import theorems
from attnproof.places import repository
from attnproof.terminal import err, print_json, progress, say
from codegen.backends.latex.pdf import INSTALL, tool
from codegen.writing import write_files
from derivations.proof import Proved

if TYPE_CHECKING:
    from verification.report import Report

EXAMPLE = Path("examples", "minilm_attention.npz")
EXAMPLE_DTYPES = ["float32", "float64"]  # what the arrays are stored in, and what they were computed in
FIGURE = Path("docs", "attention.png")


@dataclass(frozen=True)
class Outcome:
    """What a stage did: a line, details that follow it, and values for JSON."""

    stage: str
    passed: bool
    line: str
    values: Any
    details: tuple[RenderableType, ...] = ()


def run_all(root: Path | None, instances: int | None, seed: int, as_json: bool) -> int:
    """Prove, print, generate, verify and draw; stop at the first failure. The exit code."""
    outcomes: list[Outcome] = []
    for outcome in _stages(root or repository(), instances, seed):
        outcomes.append(outcome)
        if not as_json:
            say(f"{outcome.stage:<9} {outcome.line}", *(Padding(detail, (0, 0, 1, 10)) for detail in outcome.details))
        if not outcome.passed:
            break
    failed = [outcome.stage for outcome in outcomes if not outcome.passed]
    if as_json:
        print_json({**{outcome.stage: outcome.values for outcome in outcomes}, "failed": failed})
    elif failed:
        say(f"stopped, since {failed[0]} failed; the lines above say what to run next", console=err())
    else:
        say("\neverything above holds")
    return FAILED if failed else 0


def _stages(root: Path, instances: int | None, seed: int) -> Iterator[Outcome]:
    catalogue = theorems()
    start = time.perf_counter()
    with progress("proving") as report:
        verdicts = proving.judged(tuple(catalogue.values()), report)
    seconds = time.perf_counter() - start
    proved = [verdict.outcome for verdict in verdicts if isinstance(verdict.outcome, Proved)]
    refused = len(proved) < len(verdicts)
    yield Outcome(
        "prove",
        not refused,
        prove.summary(verdicts, seconds),
        prove.values(verdicts, seconds),
        prove.refusals(verdicts),
    )

    with progress("generating"):
        files = write.generated_files(proved)
    changed = write_files(root / "generated", files)
    line = write.written(root / "generated", files, changed)
    yield Outcome("generate", True, line, {"files": sorted(files), "changed": sorted(map(str, changed))})

    yield _appendix(root / "generated" / "appendix")

    chosen = verify.selection([], [], [], instances, seed, None)
    yield _verified("verify", "random instances", verify.run(chosen, None))

    example = root / EXAMPLE
    if not example.is_file():
        yield Outcome("example", True, f"skipped, for {example} is not there", None)
        return
    stored = verify.selection([], [], EXAMPLE_DTYPES, instances, seed, None)
    yield _verified("example", str(example), verify.run(stored, example))

    yield _figure(example, root / FIGURE)


def _appendix(folder: Path) -> Outcome:
    """The PDF of the appendix, when TeX is installed."""
    if tool() is None:
        return Outcome("appendix", True, f"{folder}; no PDF without TeX, to install it: {INSTALL}", {"pdf": None})
    with progress("compiling the appendix"):
        pdf = write.compiled(folder)
    return Outcome("appendix", True, f"compiled {pdf}", {"pdf": str(pdf)})


def _verified(stage: str, instances: str, report: Report) -> Outcome:
    details = verify.table(report.checks, by=("kernel",)), *verify.failures(report)
    return Outcome(stage, report.passed, f"{instances}: {verify.summary(report)}", verify.values(report), details)


def _figure(example: Path, figure: Path) -> Outcome:
    from verification.figure import draw

    with progress("drawing"):
        draw(example, figure)
    return Outcome("figure", True, f"{figure}", str(figure))
