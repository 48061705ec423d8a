"""The Coq statements say what the theorem objects say, and Coq refuses what is false."""

from __future__ import annotations

import fcntl
import os
import re
import shutil
import subprocess
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from itertools import islice
from pathlib import Path
from random import Random
from threading import Event, Thread
from typing import Any

import pytest
from helpers.coq import Forall, Implies, Joined, Reader, Relation, beyond, definitions
from helpers.instances import BALLS, Instance, instance, orders, places
from helpers.variants import TACTICS, false_variants, goal, holds_at, refusals, size_swaps
from mpmath import mp, mpf
from sympy import S, Symbol, preorder_traversal

from attnproof.commands import formal as command
from derivations.catalogue import CATALOGUE
from derivations.formal import digest, files, kept, record, runner
from derivations.formal import statements as st
from derivations.formal.printed import Printed
from derivations.formal.terms import show
from derivations.index import Index, Partial, Size, Tensor, UnknownNode
from derivations.proof import Equation, Inequality, Positive, Rank, Strict, Theorem

mp.dps = 70
KNOWN = files.known()
SEVERAL_SIZES = [t for t in CATALOGUE if len(st.sizes(files.scopes()[t.id])) > 1 and not isinstance(t.statement, Rank)]
EVERY_VARIANT = "EVERY_VARIANT" in os.environ  # or one of each, for the search takes long
SLOW = {"D4l"}  # the search takes minutes
NEEDS_COQ = pytest.mark.skipif(shutil.which("coqc") is None, reason=f"Coq is not installed: {runner.INSTALL}")


def relations(read: Any) -> Iterator[Relation]:
    """The relations of a proposition, in order; bounds of indices and sizes left out."""
    match read:
        case Relation(sign=sign):
            yield from [] if sign.startswith(("smooth", "has_rank")) else [read]
        case Forall(body=body):
            yield from [] if _smooth(body) else relations(body)
        case Implies(premise=premise, body=body):
            yield from relations(premise)
            yield from relations(body)
        case Joined(parts=parts):
            for part in parts:
                yield from relations(part)


def _smooth(read: Any) -> bool:
    """Whether what is claimed of some indices within their sizes is that a derivative exists."""
    return _smooth(read.body) if isinstance(read, Implies) else isinstance(read, Relation) and "smooth" in read.sign


def meant(theorem: Theorem) -> list[tuple[str, Any, Any]]:
    """The relations that the theorem object states, with those of sizes and indices left out."""
    found = []
    for h in theorem.hypotheses:
        if isinstance(h, Equation):
            found.append(("=", h.lhs, h.rhs))
        else:
            found.append(("<" if isinstance(h, Positive) else "<=", S.Zero, st.entry(h.what)[0]))
    claim = theorem.statement
    if isinstance(claim, Equation):
        found.append(("=", claim.lhs, claim.rhs))
    if isinstance(claim, Inequality):
        found.append(("<=", claim.rhs, claim.lhs))
        if claim.equality:
            found += [("=", claim.lhs, claim.rhs), ("=", claim.equality.lhs, claim.equality.rhs)]
    return found


def environment(theorem: Theorem, env: dict[str, Any], given: Any) -> dict[str, Any]:
    """The values of the sizes, scalars and tensors under their Coq names."""
    names = files.scopes()[theorem.id].names.of
    values = dict(env)
    for atom, name in names.items():
        if isinstance(atom, Tensor):
            values[name] = _entries(given.arrays[atom])
        elif atom in given.sizes:
            values[name] = given.sizes[atom]
        elif isinstance(atom, Symbol):
            values[name] = _number(given.scalars[atom])
    return values


def _entries(array: Any) -> Any:
    def entry(*place: int) -> Any:
        value = array
        try:
            for position in place:
                value = value[position]
        except IndexError:
            return beyond(place)
        return _number(value)

    return entry


def _number(fraction: Any) -> Any:
    return mpf(fraction.numerator) / fraction.denominator


def disagreements(theorem: Theorem, text: str) -> Iterator[str]:
    """Where a printed statement and the theorem object differ: in bounds, relations, or values at different sizes."""
    env, claim = definitions(text)
    sizes = set(st.sizes(files.scopes()[theorem.id]))
    read = list(relations(Reader(claim).prop()))
    printed = [r for r in read if not _bound(r, sizes)]
    stated = meant(theorem)
    if [_bound(r, sizes) for r in read if _bound(r, sizes)] != bounds(theorem):
        yield "the bounds of sizes and indices"
    if [r.sign for r in printed] != [sign for sign, _, _ in stated]:
        yield f"the relations are {[r.sign for r in printed]}"
        return
    for given in instances(theorem, [side for _, *sides in stated for side in sides]):
        values, exact = environment(theorem, env, given), given.evaluation(BALLS)
        for relation, (_, left, right) in zip(printed, stated, strict=True):
            for place in some(list(places(given.sizes, left, right))):
                here = {**values, **{files.scopes()[theorem.id].names[i]: value for i, value in place.items()}}
                for side, expr in ((relation.left, left), (relation.right, right)):
                    if differ(found := side(here), true := exact(expr, place)):
                        yield f"{expr} at {place}: {found} for {true}"


def instances(theorem: Theorem, expressions: list[Any]) -> Iterator[Instance]:
    """Two where sizes can be told apart, so that each is the longer one of any two, or else one."""
    atoms = [atom for atom in files.scopes()[theorem.id].names.of if not isinstance(atom, Index)]
    positive = {atom for atom in atoms if isinstance(atom, Tensor | Symbol)}
    sizes = [atom for atom in atoms if isinstance(atom, Size)]
    for order in orders(sizes)[: max(1, min(2, len(sizes)))]:
        given = instance(Random(0), [*atoms, *expressions], order, positive)
        yield replace(given, arrays={tensor: _small(array) for tensor, array in given.arrays.items()})


def _small(array: Any) -> Any:
    """The entries over 4: where exponentials are huge, one hides the others."""
    return [_small(each) for each in array] if isinstance(array, list) else array / 4


def some(found: list[Any]) -> list[Any]:
    """At most four: those at both ends, and two between."""
    return found if len(found) <= 4 else [found[0], *Random(0).sample(found[1:-1], 2), found[-1]]


def differ(found: Any, true: Any) -> bool:
    """Whether a number is not the one in the ball; closely, for one term of a sum may hide another."""
    if not true.is_finite():
        return False
    middle = mpf(true.mid().str(50, radius=False))
    return bool(abs(found - middle) > mpf(10) ** -20 * (1 + abs(middle)))


def bounds(theorem: Theorem) -> list[tuple[str, str]]:
    """0 below each size, then each index of each hypothesis and of the claim below its size, in order."""
    names, claim = files.scopes()[theorem.id].names, theorem.statement
    groups = [st.own_indices(part) for part in (*theorem.hypotheses, claim)]
    if isinstance(claim, Inequality) and claim.equality:
        groups.append(st.equality_indices(claim))
    indices = [index for group in groups for index in group]
    sizes = [("0", size) for size in st.sizes(files.scopes()[theorem.id])]
    return sizes + [(names[i], names[i.axis.size]) for i in indices]


@pytest.mark.parametrize("theorem", CATALOGUE, ids=lambda theorem: theorem.id)
def test_a_printed_statement_read_back_has_the_values_of_the_theorem(theorem: Theorem) -> None:
    if isinstance(theorem.statement, Rank):
        pytest.skip("a rank has no value")
    assert list(disagreements(theorem, files.statement(theorem))) == []


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        ("B1", "(delta j k - p n tau s k)", "(delta j k + p n tau s k)"),
        ("B1", "p n tau s k) * p n tau s j", "p n tau s j) * p n tau s j"),
        ("A2d", "rsum n (fun l => p l) = 1", "rsum n (fun l => p l) = 2"),
        ("A2d", "exp (- (", "exp (("),
        ("A2b", "0 <= p j", "0 < p j"),
    ],
)
def test_another_statement_does_not_agree(name: str, old: str, new: str) -> None:
    theorem = next(t for t in CATALOGUE if t.id == name)
    text = files.statement(theorem)
    assert old in text
    assert any(disagreements(theorem, text.replace(old, new)))


# How many changes have no effect on any value: terms without V below a derivative in V; in D4g what each weight is
# divided by, which cancels; in D6a how one factor of a covariance is centred, for the other factor is centred too.
WITHOUT_EFFECT = {"A6u": 4, "C5e": 11, "D4g": 2, "D6a": 7, "F5h": 1, "F10c": 1, "F10z": 1}


@pytest.mark.parametrize("theorem", SEVERAL_SIZES, ids=lambda theorem: theorem.id)
def test_a_statement_with_another_size_in_one_place_does_not_agree(theorem: Theorem) -> None:
    """One place drawn at random, or each of them."""
    found = size_swaps(theorem, files.statement(theorem))
    chosen = found if EVERY_VARIANT else Random(theorem.id).sample(found, 1)
    unseen = [text for text in chosen if not any(disagreements(theorem, text))]
    assert unseen == [] or len(unseen) <= WITHOUT_EFFECT.get(theorem.id, 0)


def _bound(relation: Relation, sizes: set[str]) -> tuple[str, str] | None:
    """What a relation that compares whole numbers compares: an index or 0 with a size."""
    if relation.sign != "<":
        return None
    try:
        right = relation.right(_Names())
    except (TypeError, ValueError):
        return None
    return (str(relation.left(_Names())), right) if isinstance(right, str) and right in sizes else None


class _Names(dict[str, Any]):
    """Each name is its own value."""

    def __missing__(self, key: str) -> str:
        return key


def test_another_node_is_refused() -> None:
    theorem = next(t for t in CATALOGUE if t.id == "B1")
    with pytest.raises(UnknownNode):
        files.scopes()["B1"].term(Symbol("tau", real=True) ** 2 + S.Infinity)
    assert isinstance(theorem.statement.lhs, Partial)  # type: ignore[union-attr]


def test_terms_print_with_the_brackets_that_coq_needs() -> None:
    tau = Symbol("tau", real=True)
    within = files.scopes()["B1"]
    assert show(within.term(1 / (2 * tau) - tau**2)) == "1 / (2 * tau) - tau ^ 2"


@pytest.mark.parametrize("theorem", CATALOGUE, ids=lambda theorem: theorem.id)
def test_random_numbers_do_not_refute_a_printed_statement(theorem: Theorem) -> None:
    assert holds_at(theorem, files.statement(theorem), Random(1)) is not False


@pytest.mark.parametrize("theorem", CATALOGUE, ids=lambda theorem: theorem.id)
def test_every_derivative_is_claimed_to_exist(theorem: Theorem) -> None:
    """`Derive` is total in Coq: an equation about a derivative says little unless the function is differentiable."""
    text = files.statement(theorem).rsplit("Prop :=", 1)[1]
    if isinstance(theorem.statement, Rank):
        return
    parts = (part for part in st.parts(theorem.statement))
    wanted = {node for part in parts for node in preorder_traversal(part) if isinstance(node, Partial)}
    assert bool(wanted) == bool(re.search(r"\bsmooth\d", text))
    apart = {re.sub(r"#\d+", "#", str(node)) for node in wanted}  # whatever the sums around it are
    assert len(re.findall(r"\bsmooth\d", text)) >= len(apart)


def test_what_prints_a_proof_adds_no_axiom() -> None:
    for file in files.proofs(["B1"]):
        assert not any(word in file.text for word in ("Admitted", "admit.", "Axiom ", "Parameter "))
        for theorem in file.theorems:
            assert f"{theorem.id}.statement.\nProof. exact" in file.text


def changed(theorem: Theorem) -> Theorem:
    """The theorem with the last equation off by a factor."""
    *steps, last = theorem.steps
    assert isinstance(last.claim, Equation)
    claim = Equation(last.claim.lhs, 2 * last.claim.rhs)
    return replace(theorem, statement=claim, steps=(*steps, replace(last, claim=claim)))


def test_a_theorem_without_a_generic_proof_is_stated_with_the_reason() -> None:
    found = files.printed(changed(KNOWN["D1"]))
    assert (found.text, found.identities) == ("", {})
    assert found.open is not None
    assert found.open.startswith("no generic proof: not zero")


def test_an_unknown_reason_has_no_proof() -> None:
    *steps, last = KNOWN["D1"].steps
    odd = replace(KNOWN["D1"], steps=(*steps, replace(last, reason=Strict())))
    assert files.printed(odd).open == "no generic proof: Strict"


# what is kept from one run to the next


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A place of its own for what is kept."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    return tmp_path / "attnproof" / "coq" / "text"


def test_a_printed_proof_is_kept(home: Path) -> None:
    first = kept.kept_proof(KNOWN["D1"], files.printed)
    assert (home / "D1.proof.json").is_file()
    assert kept.kept_proof(KNOWN["D1"], lambda _: pytest.fail("printed again")) == first


def test_a_kept_proof_of_what_has_changed_is_not_used(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kept.kept_proof(KNOWN["D1"], files.printed)
    anew = Printed("anew", {}, None)
    for part in ("sources", "_contents"):
        with monkeypatch.context() as patch:
            patch.setattr(kept, part, (lambda: "other") if part == "sources" else (lambda: {"D1": "other"}))
            assert kept.kept_proof(KNOWN["D1"], lambda _: anew) == anew
    for text in ("", "{}", "[1]", '{"key": 1}'):
        (home / "D1.proof.json").write_text(text)
        assert kept.kept_proof(KNOWN["D1"], lambda _: anew) == anew


def test_a_folder_that_another_run_has_is_waited_for(tmp_path: Path) -> None:
    waits, entered = Event(), Event()

    def other() -> None:
        with kept.alone(tmp_path, waits.set):
            entered.set()

    with (tmp_path / ".lock").open("w") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        thread = Thread(target=other, daemon=True)
        thread.start()
        assert waits.wait(60)
        assert not entered.is_set()
    assert entered.wait(60)
    thread.join()


def test_coq_works_in_a_folder_that_the_run_has_to_itself(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def locked(*_: Any, **__: Any) -> tuple[()]:
        with (tmp_path / ".lock").open("w") as other, pytest.raises(BlockingIOError):
            fcntl.flock(other, fcntl.LOCK_EX | fcntl.LOCK_NB)
        asked.append("locked")
        return ()

    asked = list[str]()
    monkeypatch.setattr(kept, "folder", lambda: tmp_path)
    for name in ("check", "axioms"):
        monkeypatch.setattr(runner, name, locked)
    monkeypatch.setattr(runner, "coqc", lambda: "coqc")
    assert command.formal(["D1"], True) == 0
    assert asked == ["locked", "locked"]


def test_every_part_of_a_theorem_is_in_its_hash() -> None:
    theorem = KNOWN["A2d"]
    (first, *others), (step, *steps) = theorem.hypotheses, theorem.steps
    variants = [
        theorem,
        changed(KNOWN["D1"]),
        replace(theorem, hypotheses=(*others, first)),
        replace(theorem, hypotheses=tuple(others)),
        replace(theorem, steps=tuple(steps)),
        replace(theorem, steps=(replace(step, reason=Strict()), *steps)),
        replace(theorem, id="A2e"),
    ]
    assert len({digest.own(variant) for variant in variants}) == len(variants)
    assert digest.own(theorem) == digest.own(replace(theorem, remark="other words"))


def test_a_hash_covers_what_is_cited() -> None:
    before = digest.contents(CATALOGUE)
    after = digest.contents([changed(t) if t.id == "C1" else t for t in CATALOGUE])
    differing = {name for name in before if before[name] != after[name]}
    assert differing == {t.id for t in CATALOGUE if "C1" in files.with_cited([t.id])}


def test_the_record_names_no_theorem_that_has_changed(tmp_path: Path) -> None:
    path = tmp_path / record.NAME
    assert record.read(tmp_path) == {}
    path.write_text(record.written(["B1", "D1"]))
    assert set(record.read(tmp_path)) == {"B1", "D1"}
    path.write_text(path.read_text().replace(record.current()["D1"], "another hash"))
    assert set(record.read(tmp_path)) == {"B1"}
    for text in ("", "[]", "3"):
        path.write_text(text)
        assert record.read(tmp_path) == {}


# with Coq


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the compiled base."""
    place = tmp_path_factory.mktemp("coq")
    assert runner.compiled("AttnproofBase", runner.BASE.read_text(encoding="utf-8"), place).ok
    return place


def with_statements(chapters: Iterable[str], folder: Path) -> str:
    """The head of a file that uses the statements of these chapters, compiled."""
    for chapter in chapters:
        if not (folder / f"{chapter}.vo").exists():
            assert runner.compiled(chapter, files.statements()[chapter], folder).ok
    return files.HEADER.format(imports=" ".join(["AttnproofBase", *chapters]))


FILES = {file.name: file for file in files.proofs(KNOWN)}


@NEEDS_COQ
@pytest.mark.parametrize("name", FILES)
def test_coq_refuses_a_false_variant_of_every_theorem(
    name: str, folder: Path, record_property: Callable[[str, int], None]
) -> None:
    """Each is attempted from the theorem itself, by algebra; so is the theorem, which is accepted."""
    text, asked = with_statements(FILES[name].needs, folder) + TACTICS, []
    for theorem in FILES[name].theorems:
        if theorem.id in SLOW and not EVERY_VARIANT:
            continue
        text += goal(theorem, files.statement(theorem), f"True_{theorem.id}", refuse=False)
        variants = list(islice(false_variants(theorem), None if EVERY_VARIANT else 1))
        assert variants, f"no false variant of {theorem.id}"
        for kind, variant in variants:
            asked.append(f"{theorem.id}, {kind}")
            text += goal(theorem, variant, f"False_{theorem.id}_{len(asked)}", refuse=True)
    said = refusals(text, folder)
    assert len(said) == len(asked)
    assert [what for what, answer in zip(asked, said, strict=True) if "Timeout" in answer] == []
    record_property("false variants of theorems refused by Coq", len(asked))


@NEEDS_COQ
def test_a_true_variant_is_not_refused(folder: Path) -> None:
    head, theorem = with_statements(["geometry"], folder) + TACTICS, KNOWN["B1"]
    *front, claim = files.statement(theorem).rsplit("Prop :=", 1)
    other = "Prop :=".join([*front, claim.replace(" / tau", " * / tau")])
    assert other != files.statement(theorem)
    assert refusals(head + goal(theorem, other, "Other", refuse=False), folder) == []
    with pytest.raises(AssertionError, match="not failed"):
        refusals(head + goal(theorem, other, "Other", refuse=True), folder)


@NEEDS_COQ
def test_a_timeout_is_told_from_a_refusal(folder: Path) -> None:
    spin = "Ltac spin := idtac; spin.\n"
    both = "Goal True. Fail Timeout 1 spin. Abort.\nGoal False. Fail Timeout 9 exact I. Abort."
    first, second = refusals(spin + both, folder)
    assert "Timeout" in first
    assert "expected to have type" in second
    compiled = runner.compiled("slow", f"{spin}Goal True. spin. Qed.", folder, timeout=1)
    assert (compiled.ok, compiled.line) == (False, 0)
    assert "no answer" in compiled.message


@NEEDS_COQ
@pytest.mark.parametrize(("own", "other", "holds"), [("False", "True", False), ("True", "False", True)])
def test_a_file_is_judged_on_its_own_text_whatever_another_run_writes(
    own: str, other: str, holds: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The other run writes its file of the same name after this one has, and before the compiler reads it."""
    place, real = tmp_path / "coq", subprocess.run
    text = "Theorem t : {}. exact I. Qed."

    def interleaved(command: list[str], **options: Any) -> Any:
        (place / "X.v").write_text(text.format(other))
        return real(command, **options)

    monkeypatch.setattr(runner.subprocess, "run", interleaved)
    assert runner.compiled("X", text.format(own), place).ok is holds
    assert (place / "X.vo").exists() is holds
    assert (place / "X.v").read_text() == text.format(own)
    assert list(tmp_path.iterdir()) == [place]


@NEEDS_COQ
def test_coq_refuses_a_derivative_that_does_not_exist(folder: Path) -> None:
    head = with_statements([], folder)

    def asked(ending: str, body: str, point: int, value: str, slope: str) -> list[str]:
        dual = f"(ltac:(der) : dual (fun t => {body}) {point} ({value}) ({slope}))"
        proof = f"(smooth0_is (fun t => {body}) {point} ({value}) ({slope}) {dual})"
        return refusals(f"{head}Goal smooth0 (fun t => {body}) {point}.\n{ending.format(proof)}", folder)

    assert asked("exact {}. Qed.", "/ t", 2, "/ 2", "- 1 / (2 * 2)") == []
    for body, value, slope in (("/ t", "/ 0", "- 1 / (0 * 0)"), ("ln t", "ln 0", "1 / 0"), ("Rabs t", "Rabs 0", "0")):
        assert len(asked("Fail exact {}. Abort.", body, 0, value, slope)) == 1


@pytest.fixture
def only(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Proofs of these theorems alone, with other proofs of some of them."""

    def choose(*names: str, **proofs: str) -> None:
        chosen = files.Proofs("one", tuple(KNOWN[name] for name in names))

        def printed(theorem: Theorem, print_anew: Callable[[Theorem], Printed]) -> Printed:
            found = print_anew(theorem)
            return replace(found, text=proofs.get(theorem.id, found.text))

        monkeypatch.setattr(files, "proofs", lambda names: (chosen,))
        monkeypatch.setattr(files, "kept_proof", printed)

    return choose


@NEEDS_COQ
def test_coq_accepts_what_is_proved_and_only_standard_axioms(folder: Path, only: Callable[..., None]) -> None:
    only("B1", "B2a", "B2b")
    outcomes = runner.check(["B2b"], folder)
    assert {o.theorem.id: (o.status, o.steps) for o in outcomes} == {
        name: (runner.CHECKED, len(KNOWN[name].steps)) for name in files.with_cited(["B2b"])
    }
    axioms = runner.axioms(outcomes, folder)
    assert axioms
    assert all(axiom.startswith(runner.STANDARD) for axiom in axioms)
    times = {path: path.stat().st_mtime_ns for path in folder.glob("*.vo")}
    assert runner.check(["B2b"], folder) == outcomes
    assert runner.axioms(outcomes, folder) == axioms
    assert {path: path.stat().st_mtime_ns for path in folder.glob("*.vo")} == times


@NEEDS_COQ
def test_a_refused_proof_is_named_and_what_rests_on_it_is_not_checked(folder: Path, only: Callable[..., None]) -> None:
    right = files.printed(KNOWN["B1"]).text
    only("B1", "B2a", "B2b", "D1", B1=right.replace("Proof.", "Proof. idtac. fail.", 1))
    outcomes = {o.theorem.id: o for o in runner.check(["B2b", "D1"], folder)}
    assert {name: o.status for name, o in outcomes.items()} == {
        "B1": runner.REFUSED,
        "B2b": runner.SKIPPED,
        "D1": runner.CHECKED,
    }
    assert outcomes["B1"].steps == 0


@NEEDS_COQ
def test_what_rests_on_a_theorem_without_a_proof_is_only_stated(folder: Path, only: Callable[..., None]) -> None:
    only("B1", "B2a", "B2b")
    statuses = {}
    real = files.printed

    def unproved(theorem: Theorem) -> Printed:
        return Printed("", {}, "no generic proof") if theorem.id == "B1" else real(theorem)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(files, "printed", unproved)
        statuses = {o.theorem.id: (o.status, o.message) for o in runner.check(["B2b"], folder)}
    assert statuses["B1"] == (runner.STATED, "no generic proof")
    assert statuses["B2b"][0] == runner.STATED
    assert "rests on" in statuses["B2b"][1]


def test_without_coq_the_install_command_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda _: None)
    with pytest.raises(runner.NoCoq, match="apt-get install"):
        runner.coqc()
