"""`attnproof verify`."""

from __future__ import annotations

import os
import shlex
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from attnproof.errors import FAILED, Stop, checked
from attnproof.library import kernels, verified
from attnproof.terminal import err, print_json, progress, say
from codegen.backends.render import BACKENDS

if TYPE_CHECKING:  # these import JAX, which takes a second
    from verification.own import TargetReport
    from verification.report import CheckResult, Report
    from verification.run import Selection

DTYPES = ("float16", "bfloat16", "float32", "float64")
SHOWN = 10  # failures written out


def selection(
    names: Iterable[str],
    backends: Iterable[str],
    dtypes: Iterable[str],
    instances: int | None,
    seed: int,
    instance: int | None,
) -> Selection:
    """What to verify, every kernel, backend and dtype unless some are named. Raises Stop for an unknown name."""
    known = (
        checked("kernel", names, verified(), "`attnproof list` shows them all."),
        checked("backend", backends, tuple(backend.name for backend in BACKENDS)),
        checked("dtype", dtypes, DTYPES),
    )
    from verification.run import Selection

    chosen = Selection(*known, seed=seed, instance=instance)
    return chosen if instances is None else replace(chosen, instances=instances)


def verify(chosen: Selection, inputs: Path | None, as_json: bool) -> int:
    """Run the checks and say what they found; the exit code."""
    report = run(chosen, inputs)
    if as_json:
        print_json(values(report))
    else:
        say(table(report.checks), *failures(report), f"\n{summary(report)}")
    return 0 if report.passed else FAILED


def run(chosen: Selection, inputs: Path | None) -> Report:
    """The checks on random instances, or on the arrays of a file. Raises Stop for a bad file."""
    from verification import run as verification
    from verification.inputs import BadInput

    with progress("verifying") as report:
        if inputs is None:
            return verification.verify(chosen, report)
        try:
            return verification.verify_inputs(inputs, chosen, report)
        except BadInput as bad:
            raise Stop(str(bad)) from None


@dataclass(frozen=True)
class About:
    """What the options say about a target; None where nothing is said."""

    as_: str | None
    arrays: str | None
    layout: str | None
    supports: str | None
    dtypes: tuple[str, ...]
    instances: int | None
    instance: int | None
    seed: int


def verify_target(target: str, about: About, folder: Path, as_json: bool) -> int:
    """Run a kernel's checks on a function that is not ours, and say what they found; the exit code."""
    report = run_target(target, about, folder)
    script = str(report.script) if report.script else None
    if as_json:
        print_json({"target": target, **values(report), "left_out": report.left_out, "replay": script})
    else:
        left = ["\n  ".join(("\nnot checked", *report.left_out))] if report.left_out else []
        replay = [f"\nto replay a small failing instance: python {shlex.quote(script)}"] if script else []
        say(table(report.checks), *failures(report), *left, *replay, f"\n{summary(report)}")
    return 0 if report.passed else FAILED


def run_target(target: str, about: About, folder: Path) -> TargetReport:
    """The checks of a kernel on a target. Raises Stop for what cannot be verified."""
    if about.as_ is None:
        raise Stop(f"say what {target!r} is: --as attention, --as softmax, or another name that `attnproof list` shows")
    from verification.interface.target import NAMES

    checked("kernel", [about.as_], (*kernels(), *NAMES), "`attnproof list` shows them all.")
    checked("dtype", about.dtypes, DTYPES)
    from verification import BadTarget, verify_kernel
    from verification.own import USUAL_DTYPES
    from verification.target import loaded

    if os.getcwd() not in sys.path:
        sys.path.insert(0, os.getcwd())  # as with `python -m`
    with progress("verifying") as report:
        try:
            return verify_kernel(
                loaded(target),
                about.as_,
                arrays=about.arrays or "numpy",
                layout=about.layout or "",
                supports=[name.strip() for name in (about.supports or "").split(",") if name.strip()],
                dtypes=about.dtypes or USUAL_DTYPES,
                instances=about.instances,
                instance=about.instance,
                seed=about.seed,
                folder=folder,
                name=target,
                progress=report,
                announce=announced,
            )
        except BadTarget as bad:
            raise Stop(str(bad)) from None


def announced(script: Path) -> None:
    """Say what would be written, before it is."""
    files = f"{script} and {script.with_suffix('.npz').name}"
    say(f"a failing instance is written to {files}", console=err())


def failures(report: Report) -> tuple[RenderableType, ...]:
    """What failed, with the commands that repeat it."""
    failed = [check for check in report.checks if check.status != "passed"]
    more = f"\n... and {len(failed) - SHOWN} more; all of them: --json" if len(failed) > SHOWN else ""
    return (*map(_failure, failed[:SHOWN]), *filter(None, [more]))


def _failure(check: CheckResult) -> Text:
    head = f"\n{check.kernel}, {check.backend}, {check.dtype}: {check.check} failed"
    return Text.assemble((head, "bold red"), f"\n  {check.message}\n  {check.reproduce}")


def table(checks: Sequence[CheckResult], by: Sequence[str] = ("kernel", "backend", "dtype")) -> Table:
    """A row for each kernel, or each kernel, backend and dtype: the worst of its checks."""
    rows: dict[tuple[str, ...], list[CheckResult]] = {}
    for check in checks:
        rows.setdefault(tuple(getattr(check, name) for name in by), []).append(check)
    numbers = "checks", "instances", "worst error", "tolerance"
    found = Table(box=None, pad_edge=False, header_style="bold dim")
    for heading in (*by, *numbers, "worst in", ""):
        found.add_column(heading, justify="right" if heading in numbers else "left", no_wrap=heading != "worst in")
    for key, group in rows.items():
        worst = max(group, key=lambda check: (check.status != "passed", check.worst_error / check.tolerance))
        failed = sum(check.status != "passed" for check in group)
        verdict = Text(f"{failed} failed", "bold red") if failed else Text("passed", "green")
        counts = len(group), max(check.instances for check in group)
        errors = f"{worst.worst_error:.3g}", f"{worst.tolerance:.3g}"
        where = [worst.check, *(getattr(worst, name) for name in ("backend", "dtype") if name not in by)]
        found.add_row(*key, *map(str, counts), *errors, " ".join(where), verdict)
    return found


def summary(report: Report) -> str:
    """One line that says what to do next when a check failed."""
    failed = [check for check in report.checks if check.status != "passed"]
    run = f"seed {report.seed}, {report.seconds:.1f} s"
    if not report.checks:
        return f"no check applies to this choice, so nothing was verified ({run}); choose other kernels or dtypes"
    if not failed:
        return f"{len(report.checks)} checks passed ({run})"
    return f"{len(failed)} of {len(report.checks)} checks failed ({run}); start with: {failed[0].reproduce}"


def values(report: Report) -> dict[str, Any]:
    """The report as values; a failed check has the command that repeats it."""
    return {
        "checks": [_values(check) for check in report.checks],
        "seed": report.seed,
        "seconds": round(report.seconds, 6),
    }


def _values(check: CheckResult) -> dict[str, Any]:
    names = "kernel", "backend", "dtype", "check", "instances", "worst_error", "tolerance", "status"
    found = {name: getattr(check, name) for name in names}
    return found if check.status == "passed" else {**found, "reproduce": check.reproduce}
