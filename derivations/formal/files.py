"""The Coq files: one for each script of a chapter, each theorem a module with its statement and its proof."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType

from derivations.catalogue import CATALOGUE, MODULES, cites
from derivations.proof import Theorem

from . import statements as st
from .normal import NoProof, Split
from .proofs import Prover

HEADER = """(* Printed from the theorem objects by `attnproof formal`; do not edit. *)

From Coq Require Import Reals Lra Lia Arith.
From Coquelicot Require Import Coquelicot.
From Attnproof Require Import {imports}.
Open Scope R_scope.
"""

REFUSED: Mapping[str, str] = MappingProxyType({})  # theorems whose printed proof Coq does not accept yet, and why


@dataclass(frozen=True)
class Printed:
    """A theorem in Coq: its text, and why it has no proof there (None: it has one)."""

    theorem: Theorem
    text: str
    open: str | None


@dataclass(frozen=True)
class File:
    """One Coq file: its name without the ending, its theorems, and the files it needs."""

    name: str
    theorems: tuple[Printed, ...]
    needs: tuple[str, ...]

    @property
    def text(self) -> str:
        """The whole file."""
        head = HEADER.format(imports=" ".join(["AttnproofBase", *self.needs]))
        return "\n".join([head, *(printed.text for printed in self.theorems)])


def script_of() -> dict[str, str]:
    """The name of the script of each theorem."""
    return {
        value.id: module.__name__.rsplit(".", 1)[-1]
        for module in MODULES
        for value in vars(module).values()
        if isinstance(value, Theorem)
    }


@lru_cache(maxsize=1)
def scopes() -> Mapping[str, st.Scope]:
    """The Coq names of every theorem."""
    known = {theorem.id: theorem for theorem in CATALOGUE}
    return {theorem.id: st.scope(theorem, known) for theorem in CATALOGUE}


def statement(theorem: Theorem) -> str:
    """The abbreviations and the statement as Coq has them."""
    within = scopes()[theorem.id]
    lines = [*st.definition_lines(within), "Definition statement : Prop :="]
    return "\n".join([*lines, f"  {st.statement_text(theorem, within)}."])


def printed(theorem: Theorem, without_proof: Mapping[str, str]) -> Printed:
    """The theorem's module. A theorem that cites one without a proof has none either."""
    reason, lines = without_proof.get(theorem.id), list[str]()
    if reason is None:
        lost = [name for name in cites(theorem) if name in without_proof]
        reason = f"it rests on {lost[0]}" if lost else None
    if reason is None:
        try:
            lines = Prover(theorem, {t.id: t for t in CATALOGUE}, scopes()).text()
        except NoProof as no:
            reason = f"no generic proof: {str(no)[:120]}"
        except Split:
            reason = "no generic proof: cases of equal indices within a cited hypothesis"
    note = [] if reason is None else ["(* Stated only. *)"]
    body = [f"Module {theorem.id}.", statement(theorem), *note, *lines, f"End {theorem.id}.", ""]
    return Printed(theorem, "\n".join(body), reason)


def files(wanted: Iterable[str] = (), refused: Mapping[str, str] = REFUSED) -> tuple[File, ...]:
    """The files that hold the theorems and what they rest on, in order; all when none is named."""
    script, names = script_of(), set(wanted) or {theorem.id for theorem in CATALOGUE}
    for theorem in reversed(CATALOGUE):
        if theorem.id in names:
            names |= set(cites(theorem))
    needed = {script[name] for name in names}
    done: list[File] = []
    without_proof = dict(refused)
    for module in dict.fromkeys(script[theorem.id] for theorem in CATALOGUE):
        theorems = [theorem for theorem in CATALOGUE if script[theorem.id] == module]
        if module not in needed and not any(
            module in {script[c] for c in cites(t)} for t in CATALOGUE if t.id in names
        ):
            continue
        found = []
        for theorem in theorems:
            one = printed(theorem, without_proof)
            if one.open is not None:
                without_proof[theorem.id] = one.open
            found.append(one)
        needs = {script[name] for theorem in theorems for name in cites(theorem)} - {module}
        done.append(File(module, tuple(found), tuple(name for name in _order() if name in needs)))
    return tuple(done)


def _order() -> tuple[str, ...]:
    script = script_of()
    return tuple(dict.fromkeys(script[theorem.id] for theorem in CATALOGUE))
