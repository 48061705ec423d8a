"""`attnproof formal` and `attnproof show --coq`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from rich.table import Table
from rich.text import Text

from attnproof import library
from attnproof.errors import FAILED, Stop
from attnproof.places import generated_folder
from attnproof.terminal import err, print_json, progress, say
from codegen.writing import write_files
from derivations.formal import files, kept, record, runner
from derivations.formal.runner import CHECKED, STATED, Outcome


def formal(ids: Sequence[str], as_json: bool) -> int:
    """Have Coq check the theorems and what they rest on; the exit code is 1 when it refuses anything."""
    wanted = {theorem.id for theorem in library.selected(ids)}
    try:
        runner.coqc()
        with kept.alone(kept.folder(), _waiting):
            with progress("coqc") as report:
                outcomes = runner.check(wanted, report=report)
            failed = [o for o in outcomes if o.status not in (CHECKED, STATED)]
            axioms = () if failed else runner.axioms(outcomes)
    except runner.NoCoq as missing:
        raise Stop(str(missing), FAILED) from None
    changed = [] if ids else write_files(generated_folder() / "coq", {record.NAME: record.written(checked(outcomes))})
    shown = [outcome for outcome in outcomes if outcome.theorem.id in wanted]
    if as_json:
        written = [str(path) for path in changed]
        print_json({"theorems": [values(o) for o in shown], "axioms": list(axioms), "written": written})
    else:
        say(table(shown), f"\n{summary(shown)}", *(["axioms: " + " ".join(axioms)] if axioms else []))
        say(*(f"{o.theorem.id} {o.status}: {o.message}" for o in failed))
        say(*(f"{path} written; what it says is marked in the appendix by: attnproof generate" for path in changed))
    ours = [axiom for axiom in axioms if not axiom.startswith(runner.STANDARD)]
    if ours:
        say(f"not an axiom of Coq's standard library: {' '.join(ours)}", console=err())
    return FAILED if failed or ours else 0


def _waiting() -> None:
    say(f"another run has Coq at work in {kept.folder()}; this one goes on after it", console=err())


def checked(outcomes: Sequence[Outcome]) -> list[str]:
    """The theorems that Coq has checked."""
    return [o.theorem.id for o in outcomes if o.status == CHECKED]


def statements(ids: Sequence[str], as_json: bool) -> None:
    """Each theorem's statement as Coq has it."""
    texts = {theorem.id: files.statement(theorem) for theorem in library.selected(ids)}
    if as_json:
        print_json({"theorems": [{"id": name, "coq": text} for name, text in texts.items()]})
    else:
        say(*(f"(* {name} *)\n{text}\n" for name, text in texts.items()))


def table(outcomes: Sequence[Outcome]) -> Table:
    """id, whether the statement is well formed, steps checked, seconds, what Coq says."""
    rows = Table(box=None, pad_edge=False, header_style="bold dim")
    for heading in ("id", "statement", "steps", "seconds", "", ""):
        rows.add_column(heading, no_wrap=heading != "")
    styles = {CHECKED: "green", STATED: "yellow"}
    for o in outcomes:
        well_formed = "yes" if o.status in (CHECKED, STATED) else "no"
        steps = f"{o.steps} of {len(o.theorem.steps)}"
        note = o.message.splitlines()[0] if o.message else ""
        rows.add_row(
            o.theorem.id, well_formed, steps, f"{o.seconds:.1f}", Text(o.status, styles.get(o.status, "red")), note
        )
    return rows


def summary(outcomes: Sequence[Outcome]) -> str:
    """One line on all of them."""
    counts = {status: sum(o.status == status for o in outcomes) for status in dict.fromkeys(o.status for o in outcomes)}
    return ", ".join(f"{count} {status}" for status, count in counts.items())


def values(outcome: Outcome) -> dict[str, Any]:
    """One row as values."""
    return {
        "id": outcome.theorem.id,
        "status": outcome.status,
        "steps": len(outcome.theorem.steps),
        "steps_checked": outcome.steps,
        "seconds": round(outcome.seconds, 3),
        "message": outcome.message,
    }
