"""The appendix says what the proof objects say, and compiles cleanly."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from collections import Counter
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import pytest
from sympy import Expr, S, Symbol, exp, log

from codegen.backends.html.appendix import page
from codegen.backends.html.mathml import mathml
from codegen.backends.latex.appendix import appendix_files, rendered
from codegen.backends.latex.layout import LINE, Formula, Link, broken, chain, display
from codegen.backends.latex.pdf import INSTALL, NotCompiled, compile_pdf, log_problems, tool
from codegen.backends.latex.printer import InlinePrinter, LatexPrinter
from codegen.backends.latex.render import blocks, words
from codegen.backends.latex.width import math_width
from codegen.document import proofs
from codegen.document.appendix import Appendix, appendix, ledger_words
from codegen.document.concordance import CLAIMS, PAPERS, Claim
from codegen.document.letters import MEANINGS
from codegen.document.model import Cite, Letter, TableRef, Tex, TheoremRef
from codegen.document.prose import prose, source
from codegen.document.wording import for_every
from codegen.graph import BOX, TALL, dependency_graph, png, svg, tex, values
from codegen.writing import stale, write_files
from derivations.abbreviations import abbreviations
from derivations.catalogue import CATALOGUE, axioms_of, cites, prove
from derivations.chapters import chapters, reading_order
from derivations.index import At, Partial, Tensor, total
from derivations.notation import OWN, Definition, i, j, k, keys, l, queries, tau
from derivations.proof import (
    AXIOMS,
    Equation,
    Hypothesis,
    Inequality,
    Nonnegative,
    Positive,
    Proved,
    Step,
    Theorem,
    check,
)
from derivations.proof.reasons import Algebra, Certificate, Square, Term, Use

ROOT = Path(__file__).parent.parent
needs_latexmk = pytest.mark.skipif(shutil.which("latexmk") is None, reason=f"latexmk is missing: {INSTALL}")

s, v = Tensor("s", keys), Tensor("p'", keys)
y, w = Symbol("y", real=True), Symbol("w", real=True)
star = Definition("p^*", (j,), exp(s[j]) / total(exp(s[l]), l))
gap = Definition("|q_{} - k_{}|^2", (j, k), s[j] - s[k])


@pytest.fixture(scope="module")
def proved() -> tuple[Proved, ...]:
    return tuple(prove())


@pytest.fixture(scope="module")
def content(proved: tuple[Proved, ...]) -> Appendix:
    return appendix(proved)


@pytest.fixture(scope="module")
def files(content: Appendix) -> dict[str, str]:
    return rendered(content)


@pytest.fixture(scope="module")
def html(content: Appendix) -> str:
    return page(content)


def chapter(theorem: Theorem) -> str:
    return f"chapter_{theorem.id[0].lower()}.tex"


def entry(files: dict[str, str], theorem: Theorem) -> str:
    text = files[chapter(theorem)]
    return text[text.index(rf"\begin{{result}}{{{theorem.id}}}") :].split(r"\end{proof}")[0]


def formulas(expr: Expr) -> list[str]:
    return [unbroken(text) for _, text in LatexPrinter().parts(expr)]


def unbroken(text: str) -> str:
    """Mathematics without its spaces and line breaks."""
    return re.sub(r"\\\\\*?|&|\\q?quad|\\mathrlap|[{}]|\s|\\allowbreak", "", text)


def test_the_text_does_not_depend_on_the_hash_seed(files: dict[str, str], html: str) -> None:
    script = (
        "import json; from codegen.document.appendix import appendix; from codegen.backends.html.appendix import page\n"
        "from codegen.backends.latex.appendix import rendered\n"
        "content = appendix(); print(json.dumps([rendered(content), page(content)]))"
    )
    environment = {**os.environ, "PYTHONHASHSEED": "7"}
    run = subprocess.run([sys.executable, "-c", script], env=environment, cwd=ROOT, capture_output=True, text=True)
    assert run.returncode == 0, run.stderr
    assert json.loads(run.stdout) == [files, html]


@pytest.mark.parametrize("theorem", CATALOGUE, ids=lambda theorem: theorem.id)
def test_every_theorem_appears_with_its_statement_and_its_steps(theorem: Theorem, files: dict[str, str]) -> None:
    statement, proof = entry(files, theorem).split(r"\begin{proof}")
    claims = [(theorem.statement, statement)]
    claims += [(step.claim, proof) for step in theorem.steps[:-1]]
    if len(theorem.steps) > 1 and isinstance(theorem.statement, Equation):
        claims.append((theorem.statement, proof))
    for claim, text in claims:
        if isinstance(claim, Equation | Inequality):
            shown = unbroken(text)
            assert all(part in shown for side in (claim.lhs, claim.rhs) for part in formulas(side)), (theorem.id, claim)
        else:
            assert r"\operatorname{rank}" in statement
    known = [other.id for other in CATALOGUE]
    assert words(prose(theorem.title, known)) in statement
    assert words(prose(theorem.remark, known)) in statement
    for hypothesis in theorem.hypotheses:
        shown = [unbroken(printer.statement(hypothesis)) for printer in (InlinePrinter(), LatexPrinter())]
        assert any(formula in unbroken(statement) for formula in shown)


def test_every_theorem_names_all_its_axioms_and_links_what_it_rests_on(
    proved: tuple[Proved, ...], files: dict[str, str]
) -> None:
    axioms = axioms_of(proved)
    for result in proved:
        text = entry(files, result.theorem)
        given = set(result.axioms).union(*(axioms[name] for name in cites(result.theorem)))
        assert given == set(axioms[result.theorem.id])
        assert all(rf"\axiom{{{name}}}" in text for name in given)
        assert all(rf"\hyperref[thm:{name}]" in text for name in cites(result.theorem))
    assert all(rf"\hypertarget{{axiom:{name}}}" in files["appendix.tex"] for name in AXIOMS)


@pytest.mark.parametrize("name", ["A2d", "B1", "D2a"])
def test_a_changed_theorem_changes_its_chapter(name: str, proved: tuple[Proved, ...], files: dict[str, str]) -> None:
    def doubled(result: Proved) -> Proved:
        theorem, claim = result.theorem, result.theorem.statement
        if theorem.id != name or not isinstance(claim, Equation | Inequality):
            return result
        changed = replace(claim, lhs=2 * claim.lhs, rhs=2 * claim.rhs)
        steps = (*theorem.steps[:-1], Step(changed, theorem.steps[-1].reason))
        return replace(result, theorem=replace(theorem, statement=changed, steps=steps))

    changed = [doubled(result) for result in proved]
    theorem = next(result.theorem for result in changed if result.theorem.id == name)
    new = appendix_files(changed)
    assert entry(new, theorem) != entry(files, theorem)
    assert [file for file in files if new[file] != files[file]] == [chapter(theorem)]


def test_a_name_with_two_meanings_in_one_theorem_is_refused() -> None:
    one, other = Definition("f", (j,), s[j])[j], Definition("f", (j,), 2 * s[j])[j]
    theorem = Theorem("X1", "", "", (), Equation(one, other), ())
    with pytest.raises(ValueError, match="X1: f means"):
        abbreviations(theorem, {})


def test_abbreviations_come_after_those_inside_them_and_with_generic_letters() -> None:
    outer = Definition("g", (j, k), 2 * star[j] * s[k])
    theorem = Theorem("X1", "", "", (), Equation(outer[k, k] + total(outer[l, k], l), S.Zero), ())
    printed = [InlinePrinter().expr(node) for node in abbreviations(theorem, {})]
    assert printed == ["p^{*}_{j}", "g_{j l}"]


@pytest.mark.parametrize(
    ("expr", "display", "inline"),
    [
        (star[k] ** 2, "(p^{*}_{k})^{2}", "(p^{*}_{k})^{2}"),
        (v[k] ** 2, "(p'_{k})^{2}", "(p'_{k})^{2}"),
        (Tensor("W_Q", keys)[k], "{W_Q}_{k}", "{W_Q}_{k}"),
        (gap[j, k], r"\lVert q_{j} - k_{k} \rVert^2", r"\lVert q_{j} - k_{k} \rVert^2"),
        (total(s[j] * s[l], j, l), r"\sum_{j, l} s_{j} s_{l}", r"\sum_{j, l} s_{j} s_{l}"),
        (s[k] / tau, r"\frac{s_{k}}{\tau}", r"s_{k}/\tau"),
        (log(s[k]) / (2 * tau), r"\frac{1}{2 \tau} \log s_{k}", r"\tfrac{1}{2 \tau} \log s_{k}"),
        (exp((s[k] - y) / tau), r"\exp\bigl((s_{k} - y)/\tau\bigr)", r"\exp\bigl((s_{k} - y)/\tau\bigr)"),
        (Partial(Partial(y, s[k]), tau), *2 * (r"\frac{\partial^{2} y}{\partial \tau\,\partial s_{k}}",)),
        (At(Partial(y**2, y), y, w), *2 * (r"\left. \frac{\partial}{\partial y} y^{2} \right|_{y = w}",)),
        (Definition("mean(u)", (), y)(), r"\bar{u}", r"\bar{u}"),
        (Definition("E_p[x]", (), y)(), r"\mathbb{E}_p[x]", r"\mathbb{E}_p[x]"),
        (Definition("KL(p|p^*)", (), y)(), *2 * (r"\operatorname{KL}(p \,\|\, p^{*})",)),
        (Definition("phi(s)", (), y)(), r"\phi(s)", r"\phi(s)"),
    ],
)  # fmt: skip
def test_notation_is_that_of_the_papers(expr: Expr, display: str, inline: str) -> None:
    assert LatexPrinter().expr(expr) == display
    assert InlinePrinter().expr(expr) == inline


@pytest.mark.parametrize(
    ("name", "tex"),
    [
        ("log-gap", r"$\log x \le x - 1$ for $x > 0$, with equality only at $x = 1$"),
        ("log-product", r"$\log(x\,y) = \log x + \log y$ and $\log(x^r) = r \log x$ for $x, y > 0$"),
    ],
)
def test_the_ledger_is_printed_from_its_one_text(name: str, tex: str) -> None:
    assert words(ledger_words(AXIOMS[name])) == tex


def proof_of(claim: Inequality, certificate: Certificate, *hypotheses: Hypothesis) -> str:
    theorem = Theorem("X1", "", "", hypotheses, claim, (Step(claim, certificate),))
    check(theorem, {})
    return blocks(proofs.proof(theorem, {}))


def test_a_term_whose_weight_may_vanish_is_zero_where_weight_times_fact_is() -> None:
    claim = Inequality(y**2 + w * y**2, S.Zero, Equation(y, S.Zero))
    terms = Term(S.One, Square(y)), Term(w, Square(y), backward=(Use(0, times=w),))
    text = proof_of(claim, Certificate(terms, forward=(Use(0),)), Nonnegative(w))
    assert "$w \\ge 0$" in text
    assert "Equality makes every term vanish, so that $y = 0$." in text
    assert "Conversely, if $y = 0$, then every term vanishes." in text

    alone = Inequality(w * y**2, S.Zero, Equation(w * y, S.Zero))
    text = proof_of(alone, Certificate((Term(w, Square(y)),)), Nonnegative(w))
    assert text.endswith("Equality holds exactly when every term vanishes, that is, when $w y = 0$.")


def test_a_number_as_square_is_no_reason() -> None:
    text = proof_of(Inequality(w, S.Zero), Certificate((Term(w, Square(S.One)),)), Nonnegative(w))
    assert text.endswith("The right side is nonnegative by $w \\ge 0$.")


def test_an_inequality_for_each_row_has_its_case_of_equality_for_each_row() -> None:
    """The row's index is the inequality's own; the case of equality quantifies over the other one only."""
    x = Tensor("x", queries, keys)
    claim = Inequality(total(x[i, j] ** 2, j), S.Zero, Equation(x[i, j], S.Zero))
    text = proof_of(claim, Certificate((Term(S.One, Square(x[i, j]), (j,)),)))
    assert "that is, when $x_{i j} = 0$ for every $j$." in text
    assert words(proofs.statement(claim)[1].words) == "with equality exactly when $x_{i j} = 0$ for every $j$."  # type: ignore[union-attr]
    assert for_every(Equation(x[i, j], S.Zero), [i]) == (Equation(x[i, j], S.Zero), " ", "for every ", Letter("j"))


def test_claims_with_one_left_side_are_one_chain_and_others_stand_alone() -> None:
    steps = [Equation(y + y, 2 * y), Equation(w, w), Equation(w * 2, w + w), Equation(w * 2, 2 * w)]
    theorem = Theorem("X1", "", "", (Positive(w),), steps[-1], tuple(Step(claim, Algebra()) for claim in steps))
    text = blocks(proofs.proof(theorem, {}))
    assert text.count(r"\begin{gather*}") == 2
    assert text.count(r"\begin{alignat*}") == 1


def test_long_sums_break_between_their_terms() -> None:
    terms = [(False, "a" * 20), (True, "b" * 20), (False, "c" * 20)]
    assert broken(terms, 30) == ["a" * 20 + " - " + "b" * 20, "{} + " + "c" * 20]
    assert r"\begin{aligned}" in display([Formula([(False, "y")], "=", [*terms, *terms])])


def test_a_long_term_breaks_in_as_few_parentheses_as_will_do() -> None:
    inner = r"\bigl(" + "b" * 10 + " - " + "c" * 10 + r"\bigr)"
    term = r"\biggl(" + "a" * 10 + " + " + inner + r"\biggr)"
    assert broken([(False, term)], 16)[0] == r"\biggl(" + "a" * 10
    assert broken([(False, term)], 16)[1].endswith(inner + r"\biggr)")
    assert len(broken([(False, term)], 9)) == 3
    assert broken([(False, r"\frac{" + "a" * 20 + " + " + "b" * 20 + "}{c}")], 9)[1:] == []


def test_what_cannot_break_is_set_smaller() -> None:
    wide = [(False, "x" * 90)]
    assert rf"\fit{{{LINE:.1f}}}" in display([Formula([(False, "y")], "=", wide)])
    assert r"\fit{" in chain([(False, "y")], [Link(wide, "by algebra")])
    assert r"\fit{" not in display([Formula([(False, "y")], "=", [(False, "x")])])


def test_a_wide_left_side_breaks_too() -> None:
    left = [(False, "x" * 40), (False, "z" * 40)]
    assert math_width("x" * 40) < LINE < math_width("x" * 80)
    text = display([Formula(left, "=", [(False, "y")])])
    assert r"\\ & {} + z" in text
    assert r"\\ & \quad = y." in text


def test_reasons_stand_beside_short_formulas_and_below_wide_ones() -> None:
    short, wide = Link([(False, "x")], "by algebra"), Link([(False, "x" * 60)], "by differentiation")
    text = chain([(False, "y")], [short, wide])
    assert r"x & \qquad & \reason{by algebra}" in text
    assert r"\below{by differentiation}" in text
    assert chain([(False, "y" * 60)], [short]).startswith("\\begin{alignat*}{2}\n& \\mathrlap{yy")


CLEAN = r"""Package hyperref Info: Option `breaklinks' set `true' on input line 4.
Overfull \hbox (4.99pt too wide) in paragraph at lines 10--12
Underfull \vbox (badness 10000) has occurred while \output is active []
LaTeX Font Warning: Font shape `T1/lmss/bx/sc' undefined
Output written on appendix.pdf (21 pages, 300000 bytes)."""


@pytest.mark.parametrize(
    "line",
    [
        "LaTeX Warning: Reference `thm:B9' on page 3 undefined on input line 7.",
        "LaTeX Warning: Citation `nobody' on page 1 undefined on input line 3.",
        "LaTeX Warning: There were undefined references.",
        "LaTeX Warning: Label `thm:B1' multiply defined.",
        r"Overfull \hbox (6.0pt too wide) in paragraph at lines 3--5",
        r"Overfull \vbox (12.5pt too high) has occurred while \output is active []",
        "! Undefined control sequence.",
        r"l.33 \nonsense",
    ],
)
def test_problems_planted_in_a_clean_log_are_found(line: str) -> None:
    assert log_problems(CLEAN) == []
    assert log_problems(f"{CLEAN}\n{line}\nmore") == [line]


def test_a_missing_tex_says_how_to_install_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert tool() is None
    with pytest.raises(NotCompiled, match="install one with: apt-get install latexmk"):
        compile_pdf(tmp_path)


@needs_latexmk
def test_the_appendix_compiles_without_a_problem(tmp_path: Path, files: dict[str, str]) -> None:
    write_files(tmp_path, files)
    assert compile_pdf(tmp_path).read_bytes().startswith(b"%PDF")
    assert {path.name for path in tmp_path.iterdir()} == {*files, "appendix.pdf"}


@needs_latexmk
@pytest.mark.parametrize(
    ("body", "problem"),
    [
        (r"\ref{nowhere}", "Reference `nowhere' on page 1 undefined"),
        (r"\noindent\rule{\dimexpr\textwidth+6pt}{1pt}", "Overfull"),
        (r"\nonsense", "Undefined control sequence"),
    ],
)
def test_a_faulty_source_is_refused_and_leaves_no_pdf(tmp_path: Path, body: str, problem: str) -> None:
    text = f"\\documentclass{{article}}\n\\begin{{document}}\n{body}\n\\end{{document}}\n"
    write_files(tmp_path, {"appendix.tex": text})
    with pytest.raises(NotCompiled, match=problem):
        compile_pdf(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["appendix.tex"]


def test_only_files_that_differ_are_written_and_stale_files_give_a_diff(tmp_path: Path) -> None:
    files = {"one.tex": "a\n", "sub/two.tex": "b\n"}
    assert stale(tmp_path, files).count("\n+") == 4
    assert write_files(tmp_path, files) == [tmp_path / "one.tex", tmp_path / "sub/two.tex"]
    assert write_files(tmp_path, files) == []
    assert stale(tmp_path, files) == ""
    (tmp_path / "one.tex").write_text("edited\n")
    assert "-edited\n+a\n" in stale(tmp_path, files)
    assert write_files(tmp_path, files) == [tmp_path / "one.tex"]


def test_a_write_that_fails_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_files(tmp_path, {"one.tex": "old\n"})

    def full_disk(*_: object) -> None:
        raise OSError("no space left on device")

    monkeypatch.setattr(Path, "replace", full_disk)
    with pytest.raises(OSError, match="no space"):
        write_files(tmp_path, {"one.tex": "new\n"})
    assert {path.name: path.read_text() for path in tmp_path.iterdir()} == {"one.tex": "old\n"}


def test_every_chapter_has_a_title_and_an_introduction(files: dict[str, str]) -> None:
    found = chapters()
    assert set(found) == {theorem.id[0] for theorem in CATALOGUE}
    for letter, part in found.items():
        assert part.introduction, f"the docstring of the package of chapter {letter} has no paragraph but its title"
        text = files[f"chapter_{letter.lower()}.tex"]
        assert all(words(prose(paragraph, [t.id for t in CATALOGUE])) in text for paragraph in part.introduction)


def test_the_table_of_axioms_counts_the_theorems_that_rest_on_each(
    content: Appendix, proved: tuple[Proved, ...]
) -> None:
    used = Counter(name for names in axioms_of(proved).values() for name in names)
    assert [axiom.name for axiom in content.axioms] == list(AXIOMS)
    assert {axiom.name: axiom.uses for axiom in content.axioms} == {name: used[name] for name in AXIOMS}


def test_the_table_of_notation_has_what_occurs_and_nothing_else(content: Appendix, files: dict[str, str]) -> None:
    assert len(content.variables) == len(MEANINGS), "a variable of codegen/document/letters.py occurs in no theorem"
    assert len(content.abbreviations) > 10
    table = files["appendix.tex"].split("Notation:")[1].split("longtable")[0]
    assert all(words((row.symbol,)) in table for row in (*content.variables, *content.abbreviations))


def missing(claims: tuple[Claim, ...]) -> tuple[set[str], set[str]]:
    """Ids that no theorem has, and theorems that no claim names."""
    named, ids = {name for claim in claims for name in claim.theorems}, {theorem.id for theorem in CATALOGUE}
    return named - ids, ids - named


def test_the_concordance_names_theorems_that_exist_and_every_theorem() -> None:
    assert missing(CLAIMS) == (set(), set())
    assert {claim.paper for claim in CLAIMS} == set(PAPERS)


def test_a_theorem_carries_the_name_of_a_paper_exactly_where_a_claim_of_that_paper_names_it() -> None:
    claimed = {(claim.paper, name) for claim in CLAIMS if claim.place != OWN for name in claim.theorems}
    carried = {(paper, theorem.id) for theorem in CATALOGUE for paper in PAPERS if paper in theorem.source.lower()}
    assert carried == claimed


def test_a_gap_in_the_concordance_is_noticed() -> None:
    first, *rest = CLAIMS
    assert missing((replace(first, theorems=("A1a", "Z9")), *rest)) == ({"Z9"}, {"A1b"})


def test_the_concordance_prints_what_each_theorem_assumes(content: Appendix) -> None:
    rows = [row for _, group in content.concordance for row in group]
    assert len(rows) == len(CLAIMS)
    for row, claim in zip(rows, CLAIMS, strict=True):
        shown = [piece.name for ids, _ in row.theorems for piece in ids if isinstance(piece, TheoremRef)]
        assert sorted(shown) == sorted(claim.theorems)
        for ids, assumed in row.theorems:
            theorems = [t for t in CATALOGUE if any(isinstance(p, TheoremRef) and p.name == t.id for p in ids)]
            assert len({theorem.hypotheses for theorem in theorems}) == 1
            for hypothesis in theorems[0].hypotheses:
                number = f"H{theorems[0].hypotheses.index(hypothesis) + 1}"
                assert hypothesis in assumed or number in [getattr(piece, "number", "") for piece in assumed]


def test_prose_links_theorems_that_exist_and_keeps_its_mathematics() -> None:
    assert prose("By A2 and Theorem B1, not Z3, $x_{A1a}$ [L], {graph}.", ["A2a", "B1", "A1a"]) == (
        "By ",
        TheoremRef("A2a", False, "A2"),
        " and ",
        TheoremRef("B1", True, "B1"),
        ", not Z3, ",
        Tex("x_{A1a}"),
        " ",
        Cite("litman"),
        ", ",
        TableRef("graph"),
        ".",
    )
    assert source("Somebody, arXiv 1.2") == ("Somebody, arXiv 1.2",)


def test_the_graph_has_a_box_for_each_theorem_and_an_arrow_for_each_citation(content: Appendix) -> None:
    graph = content.graph
    assert [node.id for node in graph.nodes] == [t.id for t in sorted(CATALOGUE, key=reading_order)]
    cited = {(name, theorem.id) for theorem in CATALOGUE for name in cites(theorem)}
    assert {(edge.start, edge.end) for edge in graph.edges} == cited
    assert {entry["id"]: entry["rests_on"] for entry in values(graph)} == {
        theorem.id: [edge.start for edge in graph.edges if edge.end == theorem.id] for theorem in CATALOGUE
    }
    without = dependency_graph([theorem for theorem in CATALOGUE if theorem.id != "B1"])
    assert {(edge.start, edge.end) for edge in without.edges} == {pair for pair in cited if "B1" not in pair}


def test_no_box_of_the_graph_lies_on_another_and_all_lie_in_the_figure(content: Appendix) -> None:
    graph, seen = content.graph, set[tuple[float, float]]()
    for node in graph.nodes:
        assert 0 <= node.x <= graph.width - BOX
        assert 0 <= node.y <= graph.height - TALL
        assert not [at for at in seen if abs(at[0] - node.x) < BOX and abs(at[1] - node.y) < TALL], node.id
        seen.add((node.x, node.y))
    assert all(0 < 0.25 * x0 + 0.75 * x1 < graph.width for e in graph.edges for (x0, _), (x1, _) in [e.points[:2]])


def test_the_graph_is_drawn_as_svg_png_and_tex(content: Appendix) -> None:
    drawn = ElementTree.fromstring(svg(content.graph))
    space = "{http://www.w3.org/2000/svg}"
    assert len(drawn.findall(f".//{space}rect")) == len(CATALOGUE)
    assert len(drawn.findall(f".//{space}path")) == len(content.graph.edges)
    assert {text.text for text in drawn.iter(f"{space}text")} >= {theorem.id for theorem in CATALOGUE}
    picture = png(content.graph)
    assert picture.startswith(b"\x89PNG")
    assert picture == png(content.graph)
    assert all(f"[thm:{theorem.id}]" in tex(content.graph) for theorem in CATALOGUE)


def articles(html: str) -> dict[str, str]:
    return {found[1]: found[2] for found in re.finditer(r'<article id="(\w+)">(.*?)</article>', html, re.DOTALL)}


def test_every_theorem_is_an_article_with_a_folded_proof_and_links_to_what_it_uses(html: str) -> None:
    found = articles(html)
    assert set(found) == {theorem.id for theorem in CATALOGUE}
    for theorem in CATALOGUE:
        text = found[theorem.id]
        assert text.count('<details class="proof">') == text.count("</details>") == 1
        assert all(f'href="#{name}"' in text for name in cites(theorem))
        assert not re.search(r"\\[a-zA-Z]+|\$", text), "LaTeX is left over"


def wrong_links(html: str) -> set[str]:
    """Links to no id, and ids that are not alone."""
    ids = Counter(re.findall(r'\bid="([^"]+)"', html))
    targets = set(re.findall(r'href="#([^"]+)"', html))
    return {name for name in targets if name not in ids} | {name for name, count in ids.items() if count > 1}


def outside(html: str) -> list[str]:
    """What a browser would fetch."""
    return re.findall(r"(?:src|srcset)=|<link\b|<script\b|@import|url\(|href=\"(?!#)", html)


def test_the_page_needs_no_other_file_and_its_links_lead_somewhere(html: str) -> None:
    assert outside(html) == []
    assert wrong_links(html) == set()


def test_a_wrong_link_and_a_file_outside_are_noticed(html: str) -> None:
    assert wrong_links(html + '<a href="#nowhere">') == {"nowhere"}
    assert wrong_links(html + '<p id="A1a">') == {"A1a"}
    assert outside('<img src="x.png"><a href="other.html">') == ["src=", 'href="']


_CHILDREN = {"mfrac": 2, "msub": 2, "msup": 2, "mover": 2, "munder": 2, "msubsup": 3, "munderover": 3}


def test_the_mathematics_of_the_page_is_well_formed(html: str) -> None:
    known = {"math", "mrow", "mi", "mn", "mo", "mtext", "mspace", "mstyle", "msqrt", *_CHILDREN}
    for formula in set(re.findall(r"<math.*?</math>", html, re.DOTALL)):
        for node in ElementTree.fromstring(formula).iter():
            assert node.tag in known
            assert len(node) == _CHILDREN.get(node.tag, len(node)), formula


@pytest.mark.parametrize(
    ("formula", "inside"),
    [
        ("x'_{j}", '<msub><mrow><mi>x</mi><mo lspace="0" rspace="0">′</mo></mrow><mi>j</mi></msub>'),
        (r"\sum_{j} p", "<munder><mo>∑</mo><mi>j</mi></munder><mi>p</mi>"),
        ("p_{j}^{2}", "<msubsup><mi>p</mi><mi>j</mi><mn>2</mn></msubsup>"),
        (r"\log x", '<mi>log</mi><mspace width="0.17em"/><mi>x</mi>'),
        ("a - b", "<mi>a</mi><mo>−</mo><mi>b</mi>"),
        ("= -b", '<mo>=</mo><mo form="prefix">−</mo><mi>b</mi>'),
        (r"\frac{1}{\tau}", "<mfrac><mn>1</mn><mi>τ</mi></mfrac>"),
        (r"\mathbb{E}_p[x]", "<msub><mi>𝔼</mi><mi>p</mi></msub>"),
        (r"\operatorname{KL}", "<mi>KL</mi>"),
        ("a < b", "<mo>&lt;</mo>"),
        (r"\left. y \right|_{y = w}", '<mrow><mi>y</mi><mo form="postfix" stretchy="true">|</mo></mrow>'),
    ],
)  # fmt: skip
def test_tex_becomes_mathml(formula: str, inside: str) -> None:
    assert inside in mathml(formula)


@pytest.mark.parametrize("formula", [r"\unheardof x", r"\frac{1}{2", r"\left( x", "{x"])
def test_tex_that_is_not_understood_is_refused(formula: str) -> None:
    with pytest.raises(ValueError, match=r"not known|ends before|lacks"):
        mathml(formula)


def test_a_changed_theorem_changes_its_article_only(proved: tuple[Proved, ...], html: str) -> None:
    title = "Another title"
    changed = [
        replace(result, theorem=replace(result.theorem, title=title)) if result.theorem.id == "D1" else result
        for result in proved
    ]
    old, new = articles(html), articles(page(appendix(changed)))
    assert [name for name in old if old[name] != new[name]] == ["D1"]
    assert title in new["D1"]
