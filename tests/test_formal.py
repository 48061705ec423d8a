"""The Coq statements say what the theorem objects say, and Coq refuses what is false."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Any

import pytest
from helpers.coq import Forall, Implies, Joined, Reader, Relation, definitions
from helpers.instances import BALLS, instance, places
from mpmath import mp, mpf
from sympy import S, Symbol

from derivations.catalogue import CATALOGUE, cites
from derivations.formal import files, runner
from derivations.formal import statements as st
from derivations.formal.terms import show
from derivations.index import Index, Partial, Tensor, UnknownNode
from derivations.proof import Equation, Inequality, Positive, Rank, Theorem

mp.dps = 70
NEEDS_COQ = pytest.mark.skipif(shutil.which("coqc") is None, reason=f"Coq is not installed: {runner.INSTALL}")


def relations(read: Any) -> Iterator[Relation]:
    """The relations of a proposition, in order; bounds of indices and sizes left out."""
    match read:
        case Relation(sign=sign):
            yield from [] if sign.startswith(("smooth", "has_rank")) else [read]
        case Forall(body=body):
            yield from relations(body)
        case Implies(premise=premise, body=body):
            yield from relations(premise)
            yield from relations(body)
        case Joined(parts=parts):
            for part in parts:
                yield from relations(part)


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
        for position in place:
            value = value[position]
        return _number(value)

    return entry


def _number(fraction: Any) -> Any:
    return mpf(fraction.numerator) / fraction.denominator


def disagreements(theorem: Theorem, text: str) -> list[str]:
    """Where a printed statement and the theorem object have different values, at size 2."""
    env, claim = definitions(text)
    sizes = set(st.sizes(files.scopes()[theorem.id]))
    printed = [r for r in relations(Reader(claim).prop()) if not _bounds(r, sizes)]
    stated = meant(theorem)
    if [r.sign for r in printed] != [sign for sign, _, _ in stated]:
        return [f"the relations are {[r.sign for r in printed]}"]
    names = files.scopes()[theorem.id].names
    expressions = [side for _, *sides in stated for side in sides]
    atoms = [atom for atom in names.of if not isinstance(atom, Index)]
    positive = {atom for atom in atoms if isinstance(atom, Tensor | Symbol)}
    given = instance(Random(0), [*atoms, *expressions], 2, positive)
    values, exact = environment(theorem, env, given), given.evaluation(BALLS)
    found = []
    for relation, (_, left, right) in zip(printed, stated, strict=True):
        for place in list(places(given.sizes, left, right))[:8]:
            here = {**values, **{names[index]: value for index, value in place.items()}}
            for side, expr in ((relation.left, left), (relation.right, right)):
                true = exact(expr, place)
                if true.is_finite() and not abs(side(here) - float(true.mid())) <= 1e-9 * (1 + abs(float(true.mid()))):
                    found.append(f"{expr} at {place}: {side(here)} for {true}")
    return found


@pytest.mark.parametrize("theorem", CATALOGUE, ids=lambda theorem: theorem.id)
def test_a_printed_statement_read_back_has_the_values_of_the_theorem(theorem: Theorem) -> None:
    if isinstance(theorem.statement, Rank):
        pytest.skip("a rank has no value")
    assert disagreements(theorem, files.statement(theorem)) == []


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
    assert disagreements(theorem, text.replace(old, new))


def _bounds(relation: Relation, sizes: set[str]) -> bool:
    """Whether a relation compares whole numbers: an index or 0 with a size."""
    try:
        return relation.sign == "<" and relation.right(_Names()) in sizes
    except TypeError:
        return False


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


def test_the_statement_is_the_only_goal_of_a_theorem() -> None:
    for file in files.files(["B1"]):
        for printed in file.theorems:
            assert not any(word in file.text for word in ("Admitted", "admit.", "Axiom ", "Parameter "))
            if printed.open is None:
                assert "Theorem checked : statement." in printed.text


# with Coq


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the compiled base."""
    place = tmp_path_factory.mktemp("coq")
    assert runner.compiled("AttnproofBase", runner.BASE.read_text(encoding="utf-8"), place).ok
    return place


def alone(theorem: Theorem, statement: str | None = None, name: str = "one") -> str:
    """A file with one theorem that cites none, with another statement in its place if given."""
    assert not cites(theorem)
    text = files.printed(theorem, {}).text
    if statement is not None:
        own = files.statement(theorem)
        assert own in text
        text = text.replace(own, statement)
    return files.HEADER.format(imports="AttnproofBase") + text


VARIANTS = {
    "B1": ("* p n tau s j / tau", "* p n tau s j / tau ^ 2"),
    "A7a": ("(s k + x)", "(s k - x)"),
    "B2a": ("= p n tau s k", "= - p n tau s k"),
    "A8a": ("/ tau ^ 2", "/ tau"),
    "D4c": ("rsum n (fun l => ", "rsum n (fun l => 2 * "),
}


@NEEDS_COQ
@pytest.mark.parametrize("name", VARIANTS)
def test_coq_refuses_a_false_variant(name: str, folder: Path) -> None:
    theorem = next(t for t in CATALOGUE if t.id == name)
    old, new = VARIANTS[name]
    *front, claim = files.statement(theorem).rsplit("Prop :=", 1)
    assert old in claim
    false = "Prop :=".join([*front, claim.replace(old, new, 1)])
    refused = runner.compiled(f"false_{name}", alone(theorem, false), folder, timeout=300)
    assert not refused.ok
    assert refused.line > 0, f"no refusal but: {refused.message}"


@NEEDS_COQ
def test_coq_refuses_a_statement_without_its_hypothesis(folder: Path) -> None:
    theorem = next(t for t in CATALOGUE if t.id == "B1")
    weaker = files.statement(theorem).replace("  0 < tau ->\n", "")
    assert weaker != files.statement(theorem)
    refused = runner.compiled("weaker", alone(theorem, weaker), folder, timeout=300)
    assert not refused.ok
    assert refused.line > 0, f"no refusal but: {refused.message}"


@NEEDS_COQ
def test_coq_accepts_the_true_one_and_only_standard_axioms(folder: Path) -> None:
    theorem = next(t for t in CATALOGUE if t.id == "A7a")
    file = files.File("one", (files.printed(theorem, {}),), ())
    (outcome,) = runner.check([file], folder)
    assert outcome.status == runner.CHECKED, outcome.message
    assert outcome.steps == len(theorem.steps)
    standard = ("ClassicalDedekindReals.", "FunctionalExtensionality.", "Classical_Prop.")
    assert all(axiom.startswith(standard) for axiom in runner.axioms([file], folder))
    (again,) = runner.check([file], folder)
    assert again.status == runner.CHECKED


@NEEDS_COQ
def test_a_timeout_is_not_a_refusal(folder: Path) -> None:
    slow = runner.compiled("slow", "Goal True. do 1000000000 (assert True by exact I). Qed.", folder, timeout=1)
    assert not slow.ok
    assert slow.line == 0
    assert "no answer" in slow.message


def test_without_coq_the_install_command_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda _: None)
    with pytest.raises(runner.NoCoq, match="apt-get install"):
        runner.coqc()
