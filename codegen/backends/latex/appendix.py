"""The appendix: one section a chapter, every theorem with its proof, and tables of axioms and of what rests on what."""

from __future__ import annotations

import re
import sys
from collections.abc import Mapping, Sequence
from itertools import groupby
from typing import Any

import jinja2

from derivations import notation
from derivations.abbreviations import abbreviations
from derivations.catalogue import MODULES, axioms_of, cites, prove
from derivations.index import Axis, Index
from derivations.proof import AXIOMS, Equation, Proved, Theorem

from . import proofs
from .layout import display
from .words import INLINE, listed

_AS_TEX = (
    (r"\b(?!exp|log)([a-zA-Z]) 1\b", r"\1\\,\\mathbf{1}"),
    (r"\b(?!exp|log)(\w+) (?!exp|log)(?=\w)", r"\1\\,"),
    (r"\b(exp|log)\b", r"\\\1"),
    ("<=", r"\\le"),
    (">=", r"\\ge"),
    (r"\^\((.*?)\)", r"^{\1}"),
    (r" \(", "~("),
)


def appendix_files(proved: Sequence[Proved] | None = None) -> dict[str, str]:
    """The text of each file of the appendix by its name: appendix.tex and one chapter_x.tex a chapter.

    Without an argument, of the whole catalogue.
    """
    proved = tuple(prove()) if proved is None else proved
    axioms = axioms_of(proved)
    known = {result.theorem.id: result.theorem for result in proved}
    entries = [_entry(theorem, known, axioms[theorem.id]) for theorem in known.values()]
    chapters: list[dict[str, Any]] = [
        {"letter": letter, "title": title, "theorems": [entry for entry in entries if entry["id"][0] == letter]}
        for letter, title in _chapters().items()
        if any(entry["id"][0] == letter for entry in entries)
    ]
    environment = jinja2.Environment(
        loader=jinja2.PackageLoader("codegen.backends.latex"),
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        block_start_string="<%",
        block_end_string="%>",
        variable_start_string="<<",
        variable_end_string=">>",
        comment_start_string="<#",
        comment_end_string="#>",
    )
    main, chapter = (environment.get_template(f"{name}.tex.jinja") for name in ("appendix", "chapter"))
    ledger = [(name, axiom(text)) for name, text in AXIOMS.items()]
    return {
        "appendix.tex": main.render(chapters=chapters, theorems=entries, ledger=ledger, axes=_axes()),
        **{f"chapter_{c['letter'].lower()}.tex": chapter.render(**c) for c in chapters},
    }


def axiom(text: str) -> str:
    """An axiom of the ledger as LaTeX: what are not words is mathematics."""
    runs = groupby(text.split(), key=_is_word)
    return " ".join(" ".join(run) if words else _mathematics(" ".join(run)) for words, run in runs)


def _is_word(token: str) -> bool:
    bare = token.strip("(),.")
    return bare == "a" or (bare.isalpha() and len(bare) > 1 and bare not in {"exp", "log", "dx"})


def _mathematics(run: str) -> str:
    """Products have a thin space, and a 1 multiplied from the left is the vector of ones."""
    formula, end = run.rstrip(","), run[len(run.rstrip(",")) :]
    for pattern, tex in _AS_TEX:
        formula = re.sub(pattern, tex, formula)
    return f"${formula}${end}"


def _chapters() -> dict[str, str]:
    """The letter and the title of each chapter, from the first line of its package."""
    lines = dict.fromkeys(str(sys.modules[str(module.__package__)].__doc__) for module in MODULES)
    matches = [re.match(r"Chapter (\w): (.*)\.", line) for line in lines]
    return {found[1]: found[2][0].upper() + found[2][1:] for found in matches if found}


def _axes() -> list[dict[str, str]]:
    """The axes of the notation, and every letter that stands for an index over each."""
    words = vars(notation).values()
    rows = []
    for axis in (word for word in words if isinstance(word, Axis)):
        free = [word.name for word in words if isinstance(word, Index) and word.axis == axis]
        letters = ", ".join(f"${letter}$" for letter in dict.fromkeys([*free, *axis.letters]))
        rows.append({"name": axis.name, "size": INLINE.expr(axis.size), "letters": letters})
    return rows


def _entry(theorem: Theorem, known: Mapping[str, Theorem], axioms: tuple[str, ...]) -> dict[str, Any]:
    """What the templates need to know of a theorem."""
    meanings = [Equation(node, node.body) for node in abbreviations(theorem, known)]
    assumed = proofs.assumptions(theorem)
    names = [rf"\axiom{{{name}}}" for name in axioms]
    cited = [rf"\theoremref{{{name}}}" for name in cites(theorem)]
    rests = f"Rests on {listed(cited)}." if cited else ""
    given = f"Axioms: {', '.join(names)}." if names else "No axiom is used."
    return {
        "id": theorem.id,
        "title": theorem.title,
        "source": _source(theorem.source),
        "assumptions": listed(assumed) if assumed else "",
        "numbered": proofs.numbered_assumptions(theorem),
        "definitions": display(map(proofs.formula, meanings)) if meanings else "",
        "statement": proofs.statement(theorem.statement),
        "remark": theorem.remark,
        "proof": proofs.proof(theorem, known),
        "account": f"{rests} {given}",
        "cites": ", ".join(rf"\hyperref[thm:{name}]{{{name}}}" for name in cites(theorem)),
        "axioms": ", ".join(names),
    }


def _source(source: str) -> str:
    """Author, arXiv number, place: as a citation."""
    found = re.fullmatch(r"(\w+), arXiv [\d.]+(?:, (.*))?", source)
    if found is None:
        return source
    author, place = found.groups()
    return rf"{author}~\cite[{place}]{{{author.lower()}}}" if place else rf"{author}~\cite{{{author.lower()}}}"
