"""Runs `coqc` over the printed files: in parallel, and only over what has changed."""

from __future__ import annotations

import hashlib
import json
import os
import re
import shutil
import subprocess
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from dataclasses import dataclass
from pathlib import Path

from derivations.proof import Theorem

from .files import File

BASE = Path(__file__).parent / "coq" / "AttnproofBase.v"
INSTALL = "apt-get install --no-install-recommends coq libcoq-coquelicot"
TIMEOUT = 600.0  # seconds for one file
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
    """How a file fared: seconds and place of each sentence, and the error with its line (0: none)."""

    ok: bool
    seconds: float
    spans: tuple[tuple[int, float], ...]  # where a sentence begins, in bytes, and how long it took
    line: int
    message: str


def coqc() -> str:
    """The compiler. Raises NoCoq."""
    found = shutil.which("coqc")
    if found is None:
        raise NoCoq(f"Coq is not installed; run: {INSTALL}")
    return found


def cache() -> Path:
    """Where compiled files are kept."""
    home = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    return Path(home) / "attnproof" / "coq"


def compiled(name: str, text: str, folder: Path, timeout: float = TIMEOUT) -> Compiled:
    """Compile one file in the folder."""
    path = folder / f"{name}.v"
    part = path.with_suffix(".tmp")
    part.write_text(text, encoding="utf-8")
    part.replace(path)
    command = [coqc(), "-q", "-w", "none", "-time", "-Q", str(folder), "Attnproof", str(path)]
    start = time.perf_counter()
    try:
        run = subprocess.run(command, capture_output=True, text=True, timeout=timeout, cwd=folder, check=False)
    except subprocess.TimeoutExpired:
        return Compiled(False, timeout, (), 0, f"no answer within {timeout:.0f} s")
    seconds = time.perf_counter() - start
    times = re.findall(r"^Chars (\d+) - \d+ .*? ([\d.]+) secs", run.stdout, re.MULTILINE)
    spans = tuple((int(at), float(took)) for at, took in times)
    if run.returncode == 0:
        return Compiled(True, seconds, spans, 0, "")
    if "Cannot find a physical path bound to logical path" in run.stderr and "Coquelicot" in run.stderr:
        raise NoCoq(f"Coq's library Coquelicot is not installed; run: {INSTALL}")
    place = re.search(r"line (\d+), characters", run.stderr)
    message = run.stderr.split("Error:", 1)[-1].strip()
    return Compiled(False, seconds, spans, int(place[1]) if place else 0, message)


def check(
    files: Sequence[File], folder: Path | None = None, jobs: int | None = None,
    report: Callable[[str, int, int], None] = lambda *_: None,
) -> tuple[Outcome, ...]:  # fmt: skip
    """Compile the files, each after those it needs; one whose text and needs have not changed is not compiled again."""
    folder = folder or cache()
    folder.mkdir(parents=True, exist_ok=True)
    base = File("AttnproofBase", (), ())
    texts = {base.name: BASE.read_text(encoding="utf-8"), **{file.name: file.text for file in files}}
    needs = {base.name: (), **{file.name: (base.name, *file.needs) for file in files}}
    digests = _digests(texts, needs)
    results: dict[str, Compiled] = {}
    running: dict[Future[Compiled], str] = {}
    with ThreadPoolExecutor(jobs or os.cpu_count() or 1) as pool:
        waiting = list(texts)
        while waiting or running:
            for name in [n for n in waiting if all(need in results for need in needs[n])]:
                waiting.remove(name)
                bad = [need for need in needs[name] if not results[need].ok]
                if bad:
                    results[name] = Compiled(False, 0.0, (), 0, f"{bad[0]} is not checked")
                else:
                    running[pool.submit(_remembered, name, texts[name], digests[name], folder)] = name
            if running:
                done, _ = wait(running, return_when=FIRST_COMPLETED)
                for future in done:
                    name = running.pop(future)
                    results[name] = future.result()
                    report(name, len(results), len(texts))
    if not results[base.name].ok:
        raise RuntimeError(f"{base.name}.v, line {results[base.name].line}: {results[base.name].message}")
    return tuple(outcome for file in files for outcome in _outcomes(file, results[file.name]))


def _digests(texts: Mapping[str, str], needs: Mapping[str, Sequence[str]]) -> dict[str, str]:
    """A file's text with that of all it needs; files come after those they need."""
    found: dict[str, str] = {}
    for name, text in texts.items():
        whole = "\n".join([coqc(), *(found[need] for need in needs[name]), text])
        found[name] = hashlib.sha256(whole.encode()).hexdigest()
    return found


def _remembered(name: str, text: str, digest: str, folder: Path) -> Compiled:
    stamp = folder / f"{name}.json"
    if stamp.exists() and (folder / f"{name}.vo").exists():
        kept = json.loads(stamp.read_text(encoding="utf-8"))
        if kept["digest"] == digest:
            return Compiled(True, 0.0, tuple((at, took) for at, took in kept["spans"]), 0, "")
    stamp.unlink(missing_ok=True)
    result = compiled(name, text, folder)
    if result.ok:
        part = stamp.with_suffix(".part")
        part.write_text(json.dumps({"digest": digest, "spans": result.spans}), encoding="utf-8")
        part.replace(stamp)
    return result


def _outcomes(file: File, result: Compiled) -> Iterator[Outcome]:
    """What the file's result means for each of its theorems."""
    text = file.text
    places = [text.index(f"Module {printed.theorem.id}.\n") for printed in file.theorems] + [len(text)]
    failed_at = sum(len(line) + 1 for line in text.split("\n")[: result.line - 1]) if result.line else -1
    for place, printed in enumerate(file.theorems):
        start, end = places[place], places[place + 1]
        first, last = (len(text[:at].encode()) for at in (start, end))
        seconds = sum(took for at, took in result.spans if first <= at < last)
        proved, steps = printed.open is None, len(printed.theorem.steps)
        if result.ok or (result.line and end <= failed_at):
            yield Outcome(
                printed.theorem, CHECKED if proved else STATED, steps if proved else 0, seconds, printed.open or ""
            )
        elif result.line and start <= failed_at < end:
            yield Outcome(printed.theorem, REFUSED, 0, seconds, result.message)
        else:
            status = SKIPPED if result.line or "is not checked" in result.message else TIMED_OUT
            yield Outcome(printed.theorem, status, 0, seconds, result.message)


def axioms(files: Sequence[File], folder: Path | None = None) -> tuple[str, ...]:
    """What every checked theorem rests on: one `Print Assumptions` over a tuple of them all."""
    folder = folder or cache()
    names = [printed.theorem.id for file in files for printed in file.theorems if printed.open is None]
    if not names:
        return ()
    imports = " ".join(file.name for file in files)
    proofs = "conj I I" if not names else f"({', '.join(f'{name}.checked' for name in names)})"
    text = (
        f"From Attnproof Require Import {imports}.\nDefinition everything := {proofs}.\nPrint Assumptions everything.\n"
    )
    path = folder / "everything.v"
    path.write_text(text, encoding="utf-8")
    command = [coqc(), "-q", "-w", "none", "-Q", str(folder), "Attnproof", str(path)]
    run = subprocess.run(command, capture_output=True, text=True, cwd=folder, check=False)
    if run.returncode:
        raise RuntimeError(run.stderr.strip())
    if "Closed under the global context" in run.stdout:
        return ()
    return tuple(sorted(re.findall(r"^([A-Za-z_][\w.']*)(?: :|$)", run.stdout, re.MULTILINE)))
