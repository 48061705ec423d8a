"""False variants of theorems as Coq statements, and random numbers for which they are false."""

from __future__ import annotations

import itertools
import re
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from random import Random
from typing import Any

import numpy as np
from mpmath import mpf
from sympy import Symbol

from derivations.formal import files, runner
from derivations.formal import statements as st
from derivations.index import Size, Tensor, UnknownNode, free_indices
from derivations.proof import Nonnegative, Positive, Rank, Theorem
from helpers.coq import Forall, Implies, Joined, Reader, Relation, beyond, definitions
from helpers.instances import orders
from helpers.mutants import mutants

CLOSE = mpf(10) ** -7  # what counts as equal; hypotheses are met far more closely
NEAR = mpf(10) ** -3  # where Newton's method goes on with the slopes that it has
FEW = 3  # axes of sizes 2, 3 and 4; with more of them, from 1 on, for the sums would take long
SECONDS = 60  # for an attempt; a timeout is no refusal
TRIES = 6  # changes of a kind
POINTS = 9  # for each change; the hypotheses are met at some of them
NAME = re.compile(r"[A-Za-z_][\w']*")
SMOOTH = re.compile(r"(\(forall [^()]* : nat, (\([\w']+ < [\w']+\)%nat -> )+)?smooth\d .*? /\\ ", re.DOTALL)
DEFINED = re.compile(r"Definition ([\w']+)(.*? :=(?:\s+forall [^\n]*,\n)?)(.*?)(?=Definition|$)", re.DOTALL)
Entry = tuple[str, tuple[int, ...]]  # of a tensor; a scalar has no place


def false_variants(theorem: Theorem) -> Iterator[tuple[str, str]]:
    """What was changed, and the statement, which some numbers refute: at most one of each kind."""
    rng, done = Random(theorem.id), set[str]()
    if isinstance(theorem.statement, Rank):  # its matrix is not 0, so that it has not rank 0 at size 2
        yield "factor", printed(theorem).replace(" - 1)", " - 2)")
    own = st.own_indices(theorem.statement)
    for kind, changed in _changed(theorem, rng):
        if kind in done:
            continue
        try:
            text = printed(changed)
        except UnknownNode:
            continue
        if st.own_indices(changed.statement) == own and refuted(changed, text, rng):
            done.add(kind)
            yield kind, text


def printed(theorem: Theorem) -> str:
    """The abbreviations and the statement, with the names of the theorem that has this id."""
    within = files.scopes()[theorem.id]
    lines = [*st.definition_lines(within), f"Definition statement : Prop :=\n  {st.statement_text(theorem, within)}."]
    return "\n".join(lines)


def _changed(theorem: Theorem, rng: Random) -> Iterator[tuple[str, Theorem]]:
    """Variants, true ones among them: a change in a side of the claim, then a missing hypothesis."""
    claim, kinds = theorem.statement, dict[str, list[Any]]()
    for side in () if isinstance(claim, Rank) else ("lhs", "rhs"):
        scope = free_indices(claim.lhs) | free_indices(claim.rhs)  # type: ignore[union-attr]
        for kind, build in mutants(getattr(claim, side), scope):
            kinds.setdefault(kind, []).append((side, build))
    for kind, found in kinds.items():
        for side, build in rng.sample(found, min(TRIES, len(found))):
            yield kind, replace(theorem, statement=replace(claim, **{side: build()}))
    for place in range(len(theorem.hypotheses)):
        left = (*theorem.hypotheses[:place], *theorem.hypotheses[place + 1 :])
        yield f"hypothesis {place + 1}", replace(theorem, hypotheses=left)


def size_swaps(theorem: Theorem, text: str) -> list[str]:
    """The printed statement with another size in one place: in a range, an argument, a bound or a number."""
    sizes, found = st.sizes(files.scopes()[theorem.id]), []
    for start, end, head in _used(text):
        if (own := text[start:end]) in sizes:
            others = [size for size in sizes if size != own and size in NAME.findall(head)]
            found += [text[:start] + other + text[end:] for other in others]
    return found


def _used(text: str) -> list[tuple[int, int, str]]:
    """Where the names stand on which the values of the statement depend, each with its definition's head."""
    text = SMOOTH.sub(lambda match: " " * len(match[0]), text)  # the existence of a derivative has no value
    defined = {match[1]: match for match in DEFINED.finditer(text)}
    found, reached = list[tuple[int, int, str]](), ["statement"]
    for name in reached:  # which grows
        for match in NAME.finditer(text, *defined[name].span(3)):
            found.append((*match.span(), defined[name][2]))
            if match[0] in defined and match[0] not in reached:
                reached.append(match[0])
    return found


def refuted(theorem: Theorem, text: str, rng: Random) -> bool:
    """Whether some numbers meet the statement's hypotheses and not its claim."""
    return any(found is False for found in (holds_at(theorem, text, rng) for _ in range(TRIES)))


def holds_at(theorem: Theorem, text: str, rng: Random) -> bool | None:
    """Whether the claim holds at random numbers that meet the hypotheses; None when none are found."""
    env, prop = definitions(text)
    whole = Reader(prop).prop()
    claim, premises = whole.body if isinstance(whole, Forall) else whole, []
    while isinstance(claim, Implies):
        premises.append(claim.premise)
        claim = claim.body
    names = files.scopes()[theorem.id].names.of
    axes = [atom for atom in names if isinstance(atom, Size)]
    one, other = orders(axes, 1 if len(axes) > FEW else 2)
    sizes = rng.choice((one, other)) if len(axes) > 1 else one
    env |= {names[size]: number for size, number in sizes.items()}
    positive = {h.what for h in theorem.hypotheses if isinstance(h, Positive | Nonnegative)}
    point: dict[Entry, Any] = {}
    for atom, name in names.items():
        if isinstance(atom, Tensor | Symbol) and not isinstance(atom, Size):
            lengths = [sizes[axis.size] for axis in atom.axes] if isinstance(atom, Tensor) else []
            for place in itertools.product(*map(range, lengths)):
                sign = 1 if atom in positive else rng.choice((-1, 1))
                point[name, place] = sign * mpf(rng.randint(20, 150)) / 100
    try:
        point = _solved(point, premises, env)
        here = {**env, **_values(point)}
        return holds(claim, here) if all(holds(premise, here) for premise in premises) else None
    except (ValueError, OverflowError, ZeroDivisionError, np.linalg.LinAlgError):
        return None


def _values(point: Mapping[Entry, Any]) -> dict[str, Any]:
    """The scalars and tensors by their names."""
    tables: dict[str, dict[tuple[int, ...], Any]] = {}
    for (name, place), value in point.items():
        tables.setdefault(name, {})[place] = value

    def entry(table: Mapping[tuple[int, ...], Any]) -> Any:
        return lambda *place: table[place] if place in table else beyond(place)

    return {name: table[()] if () in table else entry(table) for name, table in tables.items()}


def _solved(point: dict[Entry, Any], premises: Sequence[Any], env: Mapping[str, Any]) -> dict[Entry, Any]:
    """The point moved until every assumed equation holds: Newton's method, least squares where there is a choice.

    Raises ValueError where they do not hold far more closely than what counts as equal: a claim may enlarge their gaps.
    """

    def gaps(at: Mapping[Entry, Any]) -> list[Any]:
        here = {**env, **_values(at)}
        return [gap for premise in premises for gap in _gaps(premise, here)]

    for _ in range(2):
        point = _given(point, premises, env)
    step, slopes = mpf(10) ** -12, list[list[float]]()
    for _ in range(16):
        now = gaps(point)
        if not now or (far := max(map(abs, now))) < mpf(10) ** -25:
            return point
        if far > NEAR or not slopes:
            moved = (gaps({**point, e: v + step}) for e, v in point.items())
            slopes = [[float((a - b) / step) for a, b in zip(each, now, strict=True)] for each in moved]
        move = np.linalg.lstsq(np.array(slopes).T, np.array(now, float), rcond=1e-9)[0]
        point = {e: v - mpf(float(change)) for (e, v), change in zip(point.items(), move, strict=True)}
    raise ValueError("no point was found at which the hypotheses hold")


def _given(point: dict[Entry, Any], premises: Sequence[Any], env: Mapping[str, Any]) -> dict[Entry, Any]:
    """The point with each entry that an assumed equation names outright, as hypotheses that define do."""
    marks = {name: (name, ()) if place == () else _mark(name) for name, place in point}
    for premise in premises:
        here = {**env, **_values(point)}
        for relation, place in _equations(premise, here):
            try:
                entry = relation.left({**place, **marks})
            except (TypeError, ValueError):
                continue
            if isinstance(entry, tuple) and entry in point:
                point = {**point, entry: relation.right(place)}
    return point


def _mark(name: str) -> Any:
    return lambda *place: (name, place)


def _gaps(prop: Any, env: Mapping[str, Any]) -> Iterator[Any]:
    """left - right of each equation that a hypothesis states, for all its indices."""
    for relation, here in _equations(prop, env):
        yield relation.left(here) - relation.right(here)


def _equations(prop: Any, env: Mapping[str, Any]) -> Iterator[tuple[Relation, Mapping[str, Any]]]:
    """Each equation that a hypothesis states, with the values of its indices."""
    match prop:
        case Relation(sign="="):
            yield prop, env
        case Forall():
            for place in _places(prop, env):
                yield from _equations(prop.body, {**env, **place})
        case Implies():
            yield from _equations(prop.body, env) if holds(prop.premise, env) else ()


def _places(prop: Forall, env: Mapping[str, Any]) -> Iterator[dict[str, int]]:
    """The indices' values within the bounds, one premise for each, that the statement itself gives them."""
    ranges, body = [], prop.body
    for _ in prop.names:
        ranges.append(range(body.premise.right(env)))
        body = body.body
    for place in itertools.product(*ranges):
        yield dict(zip(prop.names, place, strict=True))


def holds(prop: Any, env: Mapping[str, Any]) -> bool:
    """Whether a proposition holds; one about differentiability or a rank is taken to."""
    match prop:
        case Relation(sign="=" | "<" | "<=" as sign, left=left, right=right):
            a, b = left(env), right(env)
            gap = (b - a) / (1 + abs(a))
            return bool(abs(gap) < CLOSE if sign == "=" else gap > CLOSE if sign == "<" else gap > -CLOSE)
        case Forall():
            return all(holds(prop.body, {**env, **place}) for place in _places(prop, env))
        case Implies():
            return not holds(prop.premise, env) or holds(prop.body, env)
        case Joined(sign="<->", parts=(one, other)):
            return holds(one, env) == holds(other, env)
        case Joined():
            return all(holds(part, env) for part in prop.parts)
    return True


TACTICS = """
Ltac premise := first [ assumption | lia | lra ].
Ltac algebra := first [ reflexivity | ring | field; premise ].
Ltac attempt := first
  [ assumption
  | repeat match goal with H : _ /\\ _ |- _ => destruct H end;
    repeat match goal with |- _ /\\ _ => split | |- _ <-> _ => split; intros end;
    first [ assumption | lra | etransitivity; [ eassumption | algebra ] ] ].
"""


def goal(theorem: Theorem, text: str, name: str, *, refuse: bool) -> str:
    """A module whose goal is the statement, with an attempt to prove it from the theorem itself by algebra."""
    within = files.scopes()[theorem.id]
    variables = [name for name, _ in st.binders(within)]
    premises = ["ltac:(premise)"] * (len(st.sizes(within)) + len(theorem.hypotheses))
    indices = [within.names[i] for i in st.own_indices(theorem.statement)]
    given = " ".join([*variables, *premises, *indices, *("ltac:(premise)" for _ in indices)])
    proof = f"(pose proof (T_ {given}) as H_; cbv beta in H_; attempt)"
    return f"""Module {name}.
{text.replace("Definition statement", "Definition variant")}
Goal {theorem.id}.statement -> variant.
Proof. intros T_ {" ".join(variables)}. intros.
{f"Fail Timeout {SECONDS} {proof}. Abort." if refuse else f"{proof}. Qed."}
End {name}.
"""


def refusals(text: str, folder: Path) -> list[str]:
    """What Coq says to each sentence of the file that has to fail. Raises AssertionError when one does not."""
    path = folder / "variants.v"
    path.write_text(text, encoding="utf-8")
    command = [runner.coqc(), "-q", "-test-mode", "-noglob", "-w", "none", "-Q", str(folder), "Attnproof", str(path)]
    run = subprocess.run(command, capture_output=True, text=True, cwd=folder, check=False)
    assert run.returncode == 0, run.stderr
    return re.findall(r"The command has indeed failed with message:\n(.*)", run.stdout + run.stderr)
