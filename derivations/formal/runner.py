"""Runs `coqc` over the printed files: in parallel, and only over what has changed."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import time
from collections.abc import Callable, Collection, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import asdict, dataclass, replace
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from derivations.catalogue import cites
from derivations.proof import Theorem

from . import files
from .digest import sha
from .files import BASE, Proofs
from .kept import folder as kept_folder
from .kept import write

INSTALL = "apt-get install --no-install-recommends coq libcoq-coquelicot"
TIMEOUT = 600.0  # seconds for one file
STANDARD = ("ClassicalDedekindReals.", "FunctionalExtensionality.", "Classical_Prop.")  # whose axioms are no concern
CHECKED, STATED, REFUSED, TIMED_OUT, SKIPPED = "checked", "stated", "refused", "timed out", "not reached"


class NoCoq(Exception):
    """Coq, or its library Coquelicot, is not installed."""


@dataclass(frozen=True)
class Outcome:
    """How a theorem fared. `steps` counts the steps whose lemmas Coq checked."""

    theorem: Theorem
    status: str
    steps: int
    seconds: float
    message: str


@dataclass(frozen=True)
class Compiled:
    """How a file fared: where each sentence begins and its seconds, an error with its line (0: none), the output."""

    ok: bool
    seconds: float
    spans: tuple[tuple[int, float], ...]
    line: int
    message: str
    output: str = ""


@dataclass(frozen=True)
class _Job:
    """A file to compile, with a hash of its text and of all that it needs."""

    name: str
    text: str
    digest: str
    needs: tuple[Future[Compiled], ...]


def coqc() -> str:
    """The compiler. Raises NoCoq."""
    found = shutil.which("coqc")
    if found is None:
        raise NoCoq(f"Coq is not installed; run: {INSTALL}")
    return found


@cache
def version(compiler: str) -> str:
    """What its files are compatible with."""
    return subprocess.run([compiler, "-print-version"], capture_output=True, text=True, check=True).stdout


def compiled(name: str, text: str, folder: Path, timeout: float = TIMEOUT) -> Compiled:
    """Compile one file, in a place of its own so that no other process can change it; then put it in the folder."""
    options = ["-q", "-noglob", "-w", "none", "-time", "-Q", str(folder), "Attnproof"]
    folder.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(prefix=".attnproof-", dir=folder.parent) as own:
        path = Path(own) / f"{name}.v"
        path.write_text(text, encoding="utf-8")
        command = [coqc(), *options, "-Q", own, "Attnproof", str(path)]
        start = time.perf_counter()
        try:
            run = subprocess.run(command, capture_output=True, text=True, timeout=timeout, cwd=own, check=False)
        except subprocess.TimeoutExpired:
            return Compiled(False, timeout, (), 0, f"no answer within {timeout:.0f} s")
        seconds = time.perf_counter() - start
        for made in (path, *Path(own).glob("*.vo*")):
            made.replace(folder / made.name)
    return _compiled(run, seconds)


def _compiled(run: subprocess.CompletedProcess[str], seconds: float) -> Compiled:
    """What the compiler's answer says."""
    times = re.findall(r"^Chars (\d+) - \d+ .*? ([\d.]+) secs", run.stdout, re.MULTILINE)
    spans = tuple((int(at), float(took)) for at, took in times)
    if run.returncode == 0:
        return Compiled(True, seconds, spans, 0, "", re.sub(r"^Chars .*\n", "", run.stdout, flags=re.MULTILINE))
    if "Cannot find a physical path bound to logical path" in run.stderr and "Coquelicot" in run.stderr:
        raise NoCoq(f"Coq's library Coquelicot is not installed; run: {INSTALL}")
    place = re.search(r"line (\d+), characters", run.stderr)
    message = run.stderr.split("Error:", 1)[-1].strip()
    return Compiled(False, seconds, spans, int(place[1]) if place else 0, message)


def check(
    names: Collection[str], folder: Path | None = None, jobs: int | None = None,
    report: Callable[[str, int, int], None] = lambda *_: None,
) -> tuple[Outcome, ...]:  # fmt: skip
    """Have Coq check the theorems and what they rest on; what has not changed since it was is not checked again.

    No other run may use the folder meanwhile: see `kept.alone`.
    """
    folder = folder or kept_folder()
    wanted = files.with_cited(names)
    proofs = files.proofs(wanted)
    running: dict[str, Future[Compiled]] = {}
    digests: dict[str, str] = {}
    chapters = {chapter for file in proofs for chapter in file.needs}
    statements = {name: text for name, text in files.statements().items() if name in chapters}
    total = 1 + len(statements) + len(proofs)

    def submit(name: str, text: str, needs: Sequence[str]) -> None:
        digests[name] = sha(version(coqc()), text, *(digests[need] for need in needs))
        job = _Job(name, text, digests[name], tuple(running[need] for need in needs))
        running[name] = pool.submit(_after, job, folder)
        running[name].add_done_callback(lambda _: report(name, sum(f.done() for f in running.values()), total))

    with ThreadPoolExecutor(jobs or os.cpu_count() or 1) as pool:  # a job's needs are submitted before it
        submit(BASE.stem, BASE.read_text(encoding="utf-8"), ())
        for name, text in statements.items():
            submit(name, text, (BASE.stem,))
        for file in proofs:
            submit(file.name, file.text, (BASE.stem, *file.needs))
    results = {name: future.result() for name, future in running.items()}
    for name in (BASE.stem, *statements):
        if not results[name].ok:
            raise RuntimeError(f"{name}.v, line {results[name].line}: {results[name].message}")
    found = (outcome for file in proofs for outcome in _all_outcomes(file, results[file.name], folder))
    return tuple(_with_what_they_rest_on([outcome for outcome in found if outcome.theorem.id in wanted]))


def _after(job: _Job, folder: Path) -> Compiled:
    """Compile the file, after what it needs, unless that was done before."""
    for need in job.needs:
        if not need.result().ok:
            return Compiled(False, 0.0, (), 0, "what it needs is not checked")
    stamp = folder / f"{job.name}.json"
    if stamp.exists() and (folder / f"{job.name}.vo").exists():
        kept = json.loads(stamp.read_text(encoding="utf-8"))
        if kept.pop("digest") == job.digest:
            return Compiled(**kept)
    stamp.unlink(missing_ok=True)
    result = compiled(job.name, job.text, folder)
    if result.ok:
        write(stamp, json.dumps({"digest": job.digest, **asdict(result)}))
    return result


def _all_outcomes(file: Proofs, result: Compiled, folder: Path) -> list[Outcome]:
    """Those of the file's theorems; what stands behind a refused one is compiled without it."""
    outcomes = list(_outcomes(file, result))
    place = next((n for n, outcome in enumerate(outcomes, start=1) if outcome.status == REFUSED), len(outcomes))
    if place == len(outcomes):
        return outcomes
    rest = Proofs(f"rest_of_{file.name}", file.theorems[place:])
    return [*outcomes[:place], *_all_outcomes(rest, compiled(rest.name, rest.text, folder), folder)]


def _outcomes(file: Proofs, result: Compiled) -> Iterator[Outcome]:
    """What the file's result means for each of its theorems."""
    place, failed_at = len(file.head), -1
    if result.line:
        failed_at = sum(len(line) + 1 for line in file.text.split("\n")[: result.line - 1])
    for block in file.blocks:
        start, place = place, place + len(block.text)
        seconds = sum(took for at, took in result.spans if start <= at < place)
        steps = len(block.theorem.steps)
        if result.ok or place <= failed_at:
            status = (CHECKED, steps, seconds, "") if block.open is None else (STATED, 0, 0.0, block.open)
        elif start <= failed_at < place:
            status = REFUSED, 0, seconds, result.message
        else:
            status = SKIPPED if result.line else TIMED_OUT, 0, seconds, result.message
        yield Outcome(block.theorem, *status)


def _with_what_they_rest_on(outcomes: Sequence[Outcome]) -> Iterator[Outcome]:
    """A proof shows that a statement follows from those it cites; it is checked when they are."""
    statuses: dict[str, str] = {}
    for outcome in outcomes:
        lacking = [name for name in cites(outcome.theorem) if statuses[name] != CHECKED]
        if outcome.status == CHECKED and lacking:
            status = STATED if statuses[lacking[0]] == STATED else SKIPPED
            outcome = replace(outcome, status=status, steps=0, message=f"it rests on {lacking[0]}")
        statuses[outcome.theorem.id] = outcome.status
        yield outcome


def axioms(outcomes: Sequence[Outcome], folder: Path | None = None) -> tuple[str, ...]:
    """What every checked theorem rests on: each put together from those it cites, and one `Print Assumptions`.

    No other run may use the folder since they were checked: see `kept.alone`.
    """
    folder = folder or kept_folder()
    theorems = [outcome.theorem for outcome in outcomes if outcome.status == CHECKED]
    if not theorems:
        return ()
    proofs = files.proofs([theorem.id for theorem in theorems])
    chapters = dict.fromkeys(chapter for file in proofs for chapter in file.needs)
    needs = [BASE.stem, *chapters, *(file.name for file in proofs)]
    stamps = [json.loads((folder / f"{file.name}.json").read_text(encoding="utf-8"))["digest"] for file in proofs]
    lines = [f"From Attnproof Require Import {' '.join(needs)}."]
    for theorem in theorems:
        given = "".join(f" proved_{name}" for name in cites(theorem))
        name = theorem.id
        lines.append(f"Definition proved_{name} : {name}.statement := Proof_{name}.checked{given}.")
    every = ", ".join(f"proved_{theorem.id}" for theorem in theorems)
    lines += [f"Definition everything := ({every}).", "Print Assumptions everything.", ""]
    result = _after(_Job("everything", text := "\n".join(lines), sha(text, *stamps), ()), folder)
    if not result.ok:
        raise RuntimeError(f"everything.v, line {result.line}: {result.message}")
    return tuple(sorted(re.findall(r"^([A-Za-z_][\w.']*)(?: :|$)", result.output, re.MULTILINE)))
