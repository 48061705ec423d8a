"""Compiling the appendix, and what TeX's log says is wrong with it."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import tempfile
from pathlib import Path

from codegen.writing import write_atomically

WIDEST = 5.0  # points by which a line may stick out
INSTALL = "apt-get install latexmk texlive-latex-recommended lmodern"
_COMMANDS = {
    "latexmk": ["latexmk", "-pdf", "-interaction=nonstopmode", "-halt-on-error"],
    "tectonic": ["tectonic", "--keep-logs"],
}
_WRONG = re.compile(r"! |l\.\d+ |error: |Missing character: |LaTeX Warning: .*(undefined|multiply)")
_OVERFULL = re.compile(r"Overfull \\[hv]box \((\d+(?:\.\d+)?)pt too (?:wide|high)\)")


class NotCompiled(RuntimeError):
    """The appendix could not be compiled; the message says why and what to do."""


def tool() -> str | None:
    """The TeX tool that is installed, if any."""
    return next((name for name in _COMMANDS if shutil.which(name)), None)


def compile_pdf(folder: Path) -> Path:
    """Compile appendix.tex of the folder; give the path of the PDF, which is beside it.

    Raises NotCompiled when no TeX tool is installed, when TeX fails, and when its log has problems.
    """
    name = tool()
    if name is None:
        raise NotCompiled(f"compiling the appendix needs latexmk or tectonic; install one with: {INSTALL}")
    if not (folder / "appendix.tex").is_file():
        raise NotCompiled(f"{folder} has no appendix.tex; write it first with: attnproof appendix")
    with tempfile.TemporaryDirectory() as temporary:
        work = Path(temporary)
        for source in folder.glob("*.tex"):
            shutil.copy(source, work)
        run = subprocess.run(
            [*_COMMANDS[name], "appendix.tex"],
            cwd=work,
            env={**os.environ, "SOURCE_DATE_EPOCH": "0", "FORCE_SOURCE_DATE": "1", "max_print_line": "1000"},
            capture_output=True,
            text=True,
            errors="replace",
        )
        log = work / "appendix.log"
        said = log.read_text(errors="replace") if log.is_file() else run.stdout + run.stderr
        problems = log_problems(said)
        if run.returncode or problems:
            lines = "\n".join(f"  {line}" for line in problems or said.splitlines()[-10:])
            raise NotCompiled(f"{name} did not compile {folder / 'appendix.tex'} cleanly:\n{lines}")
        pdf = folder / "appendix.pdf"
        write_atomically(pdf, (work / "appendix.pdf").read_bytes())
    return pdf


def log_problems(log: str) -> list[str]:
    """The lines of a TeX log that report errors, undefined or repeated labels, and boxes too wide by over 5pt."""
    return [line for line in log.splitlines() if _WRONG.match(line) or _too_wide(line)]


def _too_wide(line: str) -> bool:
    box = _OVERFULL.match(line)
    return box is not None and float(box[1]) > WIDEST
