"""All that the appendix holds, in order, before it is LaTeX or HTML."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import reduce
from itertools import groupby

from sympy import Symbol

from codegen.graph import Graph, dependency_graph
from derivations import notation
from derivations.abbreviations import abbreviations, expressions
from derivations.catalogue import axioms_of, cites, prove
from derivations.chapters import chapters, reading_order
from derivations.index import Axis, Element, Index, Named, Size, Tensor
from derivations.proof import AXIOMS, Equation, Proved, Theorem

from . import proofs
from .concordance import CLAIMS, PAPERS, Claim
from .letters import MEANINGS, Variable
from .model import (
    AxiomRef,
    Block,
    ClaimRef,
    Display,
    Ledger,
    Letter,
    Line,
    Piece,
    TheoremRef,
    Words,
    joined,
    listed,
    sentence,
)
from .prose import prose, source
from .texts import CONCORDANCE, CONVENTIONS, PROVED, RESTS
from .wording import Wording, for_every

_FORMULAS = frozenset({"exp", "log", "dx", "df", "dg"})  # of the ledger, though they look like words
OFTEN = 4  # theorems: an abbreviation that so many use is in the table of notation


@dataclass(frozen=True)
class Entry:
    """A theorem: what stands around its statement, and its proof."""

    theorem: Theorem
    title: Words
    source: Words
    assumptions: Words
    numbered: Display | None
    definitions: Display | None
    statement: tuple[Block, ...]
    remark: Words
    proof: tuple[Block, ...]
    cites: Words
    used_by: Words
    axioms: Words
    by_coq: bool

    @property
    def account(self) -> Words:
        """What the theorem rests on, and what checked it."""
        rests: Words = ("Rests on ", *self.cites, ". ") if self.cites else ()
        axioms: Words = ("Axioms: ", *self.axioms, ".") if self.axioms else ("No axiom is used.",)
        return (*rests, *axioms, f" Checked by {self.checkers}.")

    @property
    def checkers(self) -> str:
        """Our checker, and Coq where it has accepted the theorem as it stands."""
        count = len(self.theorem.steps)
        steps = "its step" if count == 1 else f"its {count} steps"
        return f"attnproof and by Coq, the statement and {steps}" if self.by_coq else "attnproof alone"


@dataclass(frozen=True)
class Chapter:
    """A chapter of the catalogue."""

    letter: str
    title: Words
    introduction: tuple[Words, ...]
    entries: tuple[Entry, ...]


@dataclass(frozen=True)
class Range:
    """An axis of the notation: its size, and every letter that stands for an index over it."""

    name: str
    size: Size
    letters: Words


@dataclass(frozen=True)
class Meaning:
    """A variable or an abbreviation, what it means, and the theorems that use it."""

    symbol: Piece
    meaning: Words
    where: Words


@dataclass(frozen=True)
class Axiom:
    """An entry of the ledger, and how many theorems rest on it."""

    name: str
    statement: Words
    uses: int


@dataclass(frozen=True)
class Row:
    """A claim of a paper, the theorems that say it, in groups with what each group assumes, and how they differ."""

    claim: Words
    place: str
    theorems: tuple[tuple[Words, Words], ...]
    verdict: Words


@dataclass(frozen=True)
class Appendix:
    """The whole appendix."""

    proved: tuple[Words, ...]
    conventions: tuple[Words, ...]
    concordance_text: tuple[Words, ...]
    rests_text: tuple[Words, ...]
    ranges: tuple[Range, ...]
    variables: tuple[Meaning, ...]
    abbreviations: tuple[Meaning, ...]
    axioms: tuple[Axiom, ...]
    chapters: tuple[Chapter, ...]
    concordance: tuple[tuple[str, tuple[Row, ...]], ...]
    graph: Graph

    @property
    def entries(self) -> tuple[Entry, ...]:
        """The theorems of all chapters."""
        return tuple(entry for chapter in self.chapters for entry in chapter.entries)


def appendix(proved: Sequence[Proved] | None = None, by_coq: Collection[str] = ()) -> Appendix:
    """The appendix of these theorems, or of the whole catalogue; `by_coq` are those that Coq has checked too."""
    proved = tuple(prove()) if proved is None else proved
    axioms = axioms_of(proved)
    known = {result.theorem.id: result.theorem for result in proved}
    entries = [
        _entry(theorem, known, axioms[theorem.id], theorem.id in by_coq)
        for theorem in sorted(known.values(), key=reading_order)
    ]
    parts = tuple(
        Chapter(
            letter,
            sentence(prose(chapter.title, known)),
            tuple(prose(paragraph, known) for paragraph in chapter.introduction),
            tuple(entry for entry in entries if entry.theorem.id[0] == letter),
        )
        for letter, chapter in chapters().items()
        if any(name[0] == letter for name in known)
    )
    counts = {"theorems": len(known), "chapters": len(parts), "axioms": len(AXIOMS)}
    used = Counter(name for names in axioms.values() for name in names)
    proved_text, conventions, concordance_text, rests_text = (
        _paragraphs(texts, known, counts) for texts in (PROVED, CONVENTIONS, CONCORDANCE, RESTS)
    )
    return Appendix(
        proved=proved_text,
        conventions=conventions,
        concordance_text=concordance_text,
        rests_text=rests_text,
        ranges=tuple(_ranges()),
        variables=tuple(_variables(known)),
        abbreviations=tuple(_abbreviations(known)),
        axioms=tuple(Axiom(name, ledger_words(text), used[name]) for name, text in AXIOMS.items()),
        chapters=parts,
        concordance=tuple((paper, tuple(_rows(paper, known))) for paper in PAPERS),
        graph=dependency_graph(tuple(known.values())),
    )


def _paragraphs(texts: Iterable[str], known: Mapping[str, Theorem], counts: Mapping[str, int]) -> tuple[Words, ...]:
    return tuple(prose(reduce(_counted, counts.items(), text), known) for text in texts)


def _counted(text: str, count: tuple[str, int]) -> str:
    name, number = count
    return text.replace(f"{{{name}}}", str(number))


def _entry(theorem: Theorem, known: Mapping[str, Theorem], axioms: tuple[str, ...], by_coq: bool) -> Entry:
    meanings = tuple(Line(Equation(node, node.body)) for node in abbreviations(theorem, known))
    return Entry(
        theorem,
        prose(theorem.title, known),
        source(theorem.source),
        proofs.assumptions(theorem),
        proofs.numbered_assumptions(theorem),
        Display(meanings) if meanings else None,
        proofs.statement(theorem.statement),
        prose(theorem.remark, known),
        proofs.proof(theorem, known),
        _joined(TheoremRef(name, word=False) for name in cites(theorem)),
        _joined(TheoremRef(t.id, word=False) for t in known.values() if theorem.id in cites(t)),
        _joined(map(AxiomRef, axioms)),
        by_coq,
    )


def _joined(references: Iterable[Piece]) -> Words:
    found = [(reference,) for reference in references]
    return joined(found) if found else ()


def ledger_words(text: str) -> Words:
    """An axiom of the ledger: what are not words is mathematics."""
    runs = [(words, " ".join(run)) for words, run in groupby(text.split(), key=_is_word)]
    pieces: list[Words] = []
    for words, run in runs:
        formula = run.rstrip(",")
        pieces.append((run,) if words else tuple(filter(None, (Ledger(formula), run[len(formula) :]))))
    return joined(pieces, " ")


def _is_word(token: str) -> bool:
    bare = token.strip("(),.:;")
    return bare == "a" or (bare.isalpha() and len(bare) > 1 and bare not in _FORMULAS)


def _ranges() -> Iterator[Range]:
    words = vars(notation).values()
    for axis in (word for word in words if isinstance(word, Axis)):
        free = [word.name for word in words if isinstance(word, Index) and word.axis == axis]
        names = dict.fromkeys([*free, *axis.letters])
        yield Range(axis.name, axis.size, joined((Letter(name),) for name in names))


def _variables(known: Mapping[str, Theorem]) -> Iterator[Meaning]:
    """The variables whose meaning is the same wherever they occur, in the order of the list of meanings."""
    users: dict[Variable, list[str]] = {variable: [] for variable in MEANINGS}
    for theorem in known.values():
        for variable in _variables_of(theorem, known):
            users.get(variable, []).append(theorem.id)
    for variable, where in users.items():
        if where:
            yield Meaning(_symbol(variable), prose(MEANINGS[variable], known), _where(where))


def _variables_of(theorem: Theorem, known: Mapping[str, Theorem]) -> set[Variable]:
    """Name and axes of each scalar and tensor in a theorem."""
    atoms = {
        atom
        for expr in expressions((theorem.hypotheses, theorem.statement, theorem.steps), known)
        for atom in expr.atoms(Tensor, Symbol)
    }
    return {
        (atom.name, *(axis.name for axis in atom.axes)) if isinstance(atom, Tensor) else (atom.name,)
        for atom in atoms
        if not isinstance(atom, Size)
    }


def _symbol(variable: Variable) -> Element | Symbol:
    name, *names = variable
    if not names:
        return Symbol(name, real=True)
    axes = [next(w for w in vars(notation).values() if isinstance(w, Axis) and w.name == axis) for axis in names]
    free = [next((w for w in vars(notation).values() if isinstance(w, Index) and w.axis == a), None) for a in axes]
    indices = [index or axis.index(axis.letters[0]) for index, axis in zip(free, axes, strict=True)]
    return Tensor(name, *axes)[tuple(indices)]


def _abbreviations(known: Mapping[str, Theorem]) -> Iterator[Meaning]:
    """What several theorems abbreviate alike."""
    users: dict[Named, list[str]] = {}
    for theorem in known.values():
        for node in abbreviations(theorem, known):
            users.setdefault(node, []).append(theorem.id)
    for node, where in users.items():
        if len(where) >= OFTEN:
            yield Meaning(node, (node.body,), _where(where))


def _where(ids: Sequence[str]) -> Words:
    """All of a few theorems, or the first and how many there are."""
    if len(ids) < OFTEN:
        return listed((TheoremRef(name, word=False),) for name in ids)
    return (f"{len(ids)} theorems, from ", TheoremRef(ids[0], word=False))


def _rows(paper: str, known: Mapping[str, Theorem]) -> Iterator[Row]:
    """The claims of a paper that some of the given theorems say."""
    for claim in CLAIMS:
        found = [known[name] for name in claim.theorems if name in known]
        if claim.paper == paper and found:
            yield Row(prose(claim.words, known), claim.place, tuple(_groups(found)), _verdict(claim, known))


def _groups(theorems: Sequence[Theorem]) -> Iterator[tuple[Words, Words]]:
    """Theorems with the same hypotheses together."""
    groups: dict[tuple[object, ...], list[Theorem]] = {}
    for theorem in theorems:
        groups.setdefault(theorem.hypotheses, []).append(theorem)
    for group in groups.values():
        ids = listed((TheoremRef(theorem.id, word=False),) for theorem in group)
        yield ids, assumed(group[0])


def assumed(theorem: Theorem) -> Words:
    """Every hypothesis in running text, the long ones by their numbers."""
    numbers = [(hypothesis, Wording(theorem, {}).number(hypothesis)) for hypothesis in theorem.hypotheses]
    phrases = [(ClaimRef(theorem.id, number),) if number else for_every(h) for h, number in numbers]
    return listed(phrases) if phrases else ("nothing",)


def _verdict(claim: Claim, known: Mapping[str, Theorem]) -> Words:
    return prose(claim.verdict, known)
