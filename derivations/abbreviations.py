"""The abbreviations that a theorem and its proof use, with generic indices."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass

from sympy import Basic

from derivations.index import Index, Named, rename
from derivations.proof import Inequality, Known, Theorem


def abbreviations(theorem: Theorem, known: Mapping[str, Theorem]) -> tuple[Named, ...]:
    """Each abbreviation once, those inside another before it.

    Raises ValueError when one name has two meanings in the theorem.
    """
    found: dict[str, Named] = {}
    special: dict[str, Named] = {}  # with an index twice, as in F_jj
    seen: set[Basic] = set()
    for expr in expressions((theorem.hypotheses, theorem.statement, theorem.steps), known):
        for node in _inside_out(expr, seen):
            generic, name = _generic(node), str(node.args[0])
            if len(set(node.args[1])) < len(node.args[1]):
                special.setdefault(name, node)
            elif found.setdefault(name, generic) != generic:
                raise ValueError(
                    f"{theorem.id}: {name} means {found[name].body} and {generic.body}; "
                    "give one of them another name in its Definition"
                )
    return tuple({**found, **special, **found}.values())


def expressions(part: object, known: Mapping[str, Theorem]) -> Iterator[Basic]:
    """Every expression in a theorem's parts, and what an earlier inequality says here."""
    match part:
        case Basic():
            yield part
        case Known(theorem=str() as name, put=put):
            claim = known[name].statement
            if isinstance(claim, Inequality):
                yield from (side.put(put).residual for side in (claim, claim.equality or claim))
        case Mapping():
            yield from expressions((*part.keys(), *part.values()), known)
        case tuple() | list():
            for inner in part:
                yield from expressions(inner, known)
        case _ if is_dataclass(part):
            yield from expressions([getattr(part, field.name) for field in fields(part)], known)


def _inside_out(expr: Basic, seen: set[Basic]) -> Iterator[Named]:
    if expr in seen:
        return
    seen.add(expr)
    for arg in expr.args:
        yield from _inside_out(arg, seen)
    if isinstance(expr, Named):
        yield expr


def _generic(node: Named) -> Named:
    """The abbreviation with the first letters of its axes for indices."""
    given, names = node.args[1], dict[Index, Index]()
    for index in given:
        taken = {new.name for new in names.values()}
        names[index] = Index(next(letter for letter in index.axis.letters if letter not in taken), index.axis)
    return rename(node, names)
