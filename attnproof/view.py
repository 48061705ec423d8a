"""Theorems, verdicts and kernels as terminal text, and as values for JSON."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from attnproof.library import kernels_of
from attnproof.proving import Verdict
from attnproof.wording import TEXT, Wording, plain, statement
from derivations.catalogue import cites
from derivations.chapters import Chapter
from derivations.proof import AXIOMS, Equation, Refused, Step, Theorem

REASON = "italic dim"


def theorem_table(theorems: Iterable[Theorem], chapters: Mapping[str, Chapter]) -> Table:
    """id, title, source and what each rests on, by chapter; the theorems come in reading order."""
    table = _table("id", "title", "source", "rests on")
    for letter, group in groupby(theorems, key=lambda theorem: theorem.id[0]):
        table.add_section()
        table.add_row(Text(letter, "bold"), Text(_sentence(plain(chapters[letter].title)), "bold"))
        for theorem in group:
            table.add_row(theorem.id, plain(theorem.title), theorem.source, " ".join(cites(theorem)))
    return table


def kernel_table(kernels: Iterable[tuple[str, str, Sequence[str], str]]) -> Table:
    """Each kernel, its module and the theorems it is lowered from."""
    table = _table("kernel", "module", "lowered from", "what it computes")
    for name, module, ids, about in kernels:
        table.add_row(name, module, " ".join(ids), about)
    return table


def verdict_table(verdicts: Iterable[Verdict]) -> Table:
    """id, title, steps, axioms, time, proved or refused."""
    table = _table("id", "title", "steps", "axioms", "time", "")
    table.columns[2].justify = table.columns[4].justify = "right"
    table.columns[3].max_width = 44
    table.columns[4].no_wrap = table.columns[5].no_wrap = True
    for v in verdicts:
        verdict = Text("proved", "green") if v.proved else Text("refused", "bold red")
        steps, milliseconds = str(len(v.theorem.steps)), f"{1000 * v.seconds:.0f} ms"
        table.add_row(v.theorem.id, plain(v.theorem.title), steps, " ".join(v.axioms), milliseconds, verdict)
    return table


def refusal(verdict: Verdict, known: Mapping[str, Theorem]) -> RenderableType:
    """The step that was refused, its reason, and what should have vanished."""
    refused, theorem = verdict.outcome, verdict.theorem
    assert isinstance(refused, Refused)
    at = f"step {refused.step} of {len(theorem.steps)}" if refused.step else "its hypotheses"
    grid = _grid()
    if refused.step and refused.reason is not None:
        claim = theorem.steps[refused.step - 1].claim
        grid.add_row("claim", statement(claim))
        grid.add_row(
            "reason", f"{Wording(theorem, known).reason(refused.reason, claim)} ({type(refused.reason).__name__})"
        )
    grid.add_row("checker", refused.message)
    if refused.residual is not None:
        grid.add_row("should be 0", TEXT.expr(refused.residual))
    head = Text.assemble((f"{theorem.id} is refused at {at}", "bold red"), f"  {plain(theorem.title)}")
    return Group(head, Padding(grid, (0, 0, 1, 2)))


def theorem_page(theorem: Theorem, known: Mapping[str, Theorem], axioms: Sequence[str]) -> RenderableType:
    """A theorem with its proof."""
    wording = Wording(theorem, known)
    grid = _grid()
    for heading, lines in (
        ("assume", wording.hypotheses()),
        ("where", [f"{name} := {meaning}" for name, meaning in wording.definitions()]),
    ):
        if lines:
            grid.add_row(heading, Group(*map(Text, lines)))
    grid.add_row("claim", Text(statement(theorem.statement), "bold"))
    grid.add_row("proof", Group(*_proof(theorem, wording)))
    if theorem.remark:
        grid.add_row("remark", plain(theorem.remark))
    grid.add_row("axioms", Group(*(Text(f"{name}: {AXIOMS[name]}") for name in axioms)) if axioms else "none")
    grid.add_row("rests on", " ".join(cites(theorem)) or "no other theorem")
    if kernels := kernels_of(theorem):
        grid.add_row("kernels", " ".join(kernels))
    head = Text.assemble((f"{theorem.id}  {plain(theorem.title)}", "bold cyan"), f"   {theorem.source}")
    return Group(head, Padding(grid, (0, 0, 1, 2)))


def _proof(theorem: Theorem, wording: Wording) -> Iterator[RenderableType]:
    """Numbered claims, each followed by its reason; equations with one left side are a chain."""
    numbered = enumerate(theorem.steps, start=1)
    for _, group in groupby(numbered, key=lambda item: _left(*item)):
        for place, (number, step) in enumerate(group):
            if place and isinstance(step.claim, Equation):
                claim = f"  = {TEXT.expr(step.claim.rhs)}"
            else:
                claim = statement(step.claim)
            line = Table.grid(padding=(0, 1))
            reason = Padding(Text(wording.reason(step.reason, step.claim), REASON), (0, 0, 0, 4))
            line.add_row(f"({number})", Group(Text(claim), reason))
            yield line


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:]


def _left(number: int, step: Step) -> object:
    return step.claim.lhs if isinstance(step.claim, Equation) else number


def theorem_values(theorem: Theorem, known: Mapping[str, Theorem], axioms: Sequence[str]) -> dict[str, Any]:
    """The page as values."""
    wording = Wording(theorem, known)
    return {
        "id": theorem.id,
        "title": plain(theorem.title),
        "source": theorem.source,
        "hypotheses": wording.hypotheses(),
        "where": [{"name": name, "means": meaning} for name, meaning in wording.definitions()],
        "statement": statement(theorem.statement),
        "proof": [
            {"claim": statement(step.claim), "reason": wording.reason(step.reason, step.claim)}
            for step in theorem.steps
        ],
        "remark": plain(theorem.remark),
        "axioms": list(axioms),
        "rests_on": list(cites(theorem)),
        "kernels": list(kernels_of(theorem)),
    }


def verdict_values(verdict: Verdict) -> dict[str, Any]:
    """One row of the table as values."""
    return {
        "id": verdict.theorem.id,
        "title": plain(verdict.theorem.title),
        "status": "proved" if verdict.proved else "refused",
        "steps": len(verdict.theorem.steps),
        "axioms": list(verdict.axioms),
        "rests_on": list(cites(verdict.theorem)),
        "seconds": round(verdict.seconds, 6),
    }


def _table(*headings: str) -> Table:
    table = Table(box=None, pad_edge=False, header_style="bold dim")
    for heading in headings:
        table.add_column(heading, no_wrap=heading in ("id", "kernel", "module"))
    return table


def _grid() -> Table:
    grid = Table.grid(padding=(0, 2))
    grid.add_column(style="bold dim", no_wrap=True)
    grid.add_column()
    return grid
