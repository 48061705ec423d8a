"""The Coq files: statements, one file a chapter, and proofs, which need only the statements of what they cite."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path
from types import ModuleType

from derivations import catalogue
from derivations.catalogue import MODULES, cites
from derivations.proof import Theorem

from . import statements as st
from .kept import kept_proof, kept_statement
from .normal import NoProof, Split
from .printed import Printed
from .proofs import Prover

BASE = Path(__file__).parent / "coq" / "AttnproofBase.v"
FEW = 24  # theorems in one file of proofs: each file loads the libraries anew, and each core takes a file at a time
HEADER = """(* Printed from the theorem objects by attnproof; do not edit. *)

From Coq Require Import Reals Lra Lia Arith.
From Coquelicot Require Import Coquelicot.
From Attnproof Require Import {imports}.
Open Scope R_scope.
"""


@dataclass(frozen=True)
class Block:
    """A theorem's part of a file of proofs."""

    theorem: Theorem
    text: str
    open: str | None


@dataclass(frozen=True)
class Proofs:
    """A file of proofs: its name without the ending, and its theorems. Its text is printed when it is asked for."""

    name: str
    theorems: tuple[Theorem, ...]

    @cached_property
    def blocks(self) -> tuple[Block, ...]:
        """Each theorem with the identities that none before it has used."""
        blocks, seen = [], set[str]()
        for theorem in self.theorems:
            one = kept_proof(theorem, printed)
            lemmas = [f"Lemma {name} {text}" for name, text in one.identities.items() if name not in seen]
            seen |= one.identities.keys()
            blocks.append(Block(theorem, "\n".join([*lemmas, one.text, ""]), one.open))
        return tuple(blocks)

    @cached_property
    def needs(self) -> tuple[str, ...]:
        """The files of statements."""
        names = {theorem.id for theorem in self.theorems}.union(*map(cites, self.theorems))
        return tuple(chapter for chapter, theorems in chapters().items() if names & {t.id for t in theorems})

    @cached_property
    def head(self) -> str:
        return HEADER.format(imports=" ".join([BASE.stem, *self.needs]))

    @property
    def text(self) -> str:
        """The whole file."""
        return self.head + "".join(block.text for block in self.blocks)


def known() -> dict[str, Theorem]:
    """Every theorem by its id."""
    return {theorem.id: theorem for theorem in catalogue.CATALOGUE}


def with_cited(names: Collection[str]) -> set[str]:
    """The ids with those of all that they rest on."""
    wanted = set(names)
    for theorem in reversed(catalogue.CATALOGUE):
        if theorem.id in wanted:
            wanted |= set(cites(theorem))
    return wanted


@lru_cache(maxsize=1)
def scopes() -> Mapping[str, st.Scope]:
    """The Coq names of every theorem."""
    return {theorem.id: st.scope(theorem, known()) for theorem in catalogue.CATALOGUE}


def statement(theorem: Theorem) -> str:
    """The abbreviations and the statement as Coq has them."""
    within = scopes()[theorem.id]
    lines = [*st.definition_lines(within), "Definition statement : Prop :="]
    return "\n".join([*lines, f"  {st.statement_text(theorem, within)}."])


@lru_cache(maxsize=1)
def statements_by_id() -> Mapping[str, str]:
    """The statement of every theorem."""
    return {theorem.id: kept_statement(theorem, statement) for theorem in catalogue.CATALOGUE}


def chapters() -> dict[str, list[Theorem]]:
    """The theorems of each chapter, in the catalogue's order."""
    found: dict[str, list[Theorem]] = {}
    for module in MODULES:
        found.setdefault(_chapter(module), []).extend(_theorems(module))
    return found


def statements() -> dict[str, str]:
    """The file of each chapter: every theorem a module with its abbreviations and its statement."""
    head, texts = HEADER.format(imports=BASE.stem), statements_by_id()
    return {
        chapter: "\n".join([head, *(f"Module {t.id}.\n{texts[t.id]}\nEnd {t.id}.\n" for t in theorems)])
        for chapter, theorems in chapters().items()
    }


def generated() -> dict[str, str]:
    """What is committed: the library and the statements, each under its file's name."""
    library = {BASE.name: BASE.read_text(encoding="utf-8")}
    return {**library, **{f"{chapter}.v": text for chapter, text in statements().items()}}


def proofs(names: Collection[str]) -> tuple[Proofs, ...]:
    """The files that prove the theorems and what they rest on; where a theorem is does not depend on the names."""
    wanted = with_cited(names)
    files = [Proofs(f"proofs_{group[0].id}", tuple(group)) for group in _groups()]
    return tuple(file for file in files if wanted & {theorem.id for theorem in file.theorems})


def _groups() -> Iterator[list[Theorem]]:
    """The theorems of neighbouring scripts of one chapter."""
    group, before = list[Theorem](), ""
    for module in MODULES:
        theorems, chapter = _theorems(module), _chapter(module)
        if group and (chapter != before or len(group) + len(theorems) > FEW):
            yield group
            group = []
        group, before = [*group, *theorems], chapter
    yield group


def _theorems(module: ModuleType) -> list[Theorem]:
    return [value for value in vars(module).values() if isinstance(value, Theorem)]


def _chapter(module: ModuleType) -> str:
    return module.__name__.split(".")[1]


def printed(theorem: Theorem) -> Printed:
    """The theorem's proof."""
    prover = Prover(theorem, known(), scopes())
    try:
        lines = prover.text()
    except NoProof as no:
        return Printed("", {}, f"no generic proof: {str(no)[:120]}")
    except Split:
        return Printed("", {}, "no generic proof: cases of equal indices within a cited hypothesis")
    text = "\n".join([f"Module Proof_{theorem.id}.", *lines, f"End Proof_{theorem.id}.", ""])
    return Printed(text, prover.identities, None)
