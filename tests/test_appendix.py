"""The appendix says what the proof objects say, and compiles cleanly."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from sympy import Expr, S, Symbol, exp, log

from codegen.backends.latex import proofs
from codegen.backends.latex.appendix import appendix_files, axiom
from codegen.backends.latex.layout import Formula, Link, broken, chain, display
from codegen.backends.latex.pdf import INSTALL, NotCompiled, compile_pdf, log_problems
from codegen.backends.latex.printer import InlinePrinter, LatexPrinter
from codegen.writing import stale, write_files
from derivations.abbreviations import abbreviations
from derivations.catalogue import CATALOGUE, axioms_of, cites, prove
from derivations.index import At, Partial, Tensor, total
from derivations.notation import Definition, j, k, keys, l, tau
from derivations.proof import AXIOMS, Equation, Inequality, Nonnegative, Positive, Proved, Step, Theorem, check
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
def files(proved: tuple[Proved, ...]) -> dict[str, str]:
    return appendix_files(proved)


def chapter(theorem: Theorem) -> str:
    return f"chapter_{theorem.id[0].lower()}.tex"


def entry(files: dict[str, str], theorem: Theorem) -> str:
    text = files[chapter(theorem)]
    return text[text.index(rf"\begin{{result}}{{{theorem.id}}}") :].split(r"\end{proof}")[0]


def formulas(expr: Expr) -> list[str]:
    return [text for _, text in LatexPrinter().parts(expr)]


def test_the_text_does_not_depend_on_the_hash_seed(files: dict[str, str]) -> None:
    script = "import json; from codegen.backends.latex.appendix import appendix_files as f; print(json.dumps(f()))"
    environment = {**os.environ, "PYTHONHASHSEED": "7"}
    run = subprocess.run([sys.executable, "-c", script], env=environment, cwd=ROOT, capture_output=True, text=True)
    assert run.returncode == 0, run.stderr
    assert json.loads(run.stdout) == files


@pytest.mark.parametrize("theorem", CATALOGUE, ids=lambda theorem: theorem.id)
def test_every_theorem_appears_with_its_statement_and_its_steps(theorem: Theorem, files: dict[str, str]) -> None:
    statement, proof = entry(files, theorem).split(r"\begin{proof}")
    claims = [(theorem.statement, statement)]
    claims += [(step.claim, proof) for step in theorem.steps if len(theorem.steps) > 1]
    for claim, text in claims:
        if isinstance(claim, Equation | Inequality):
            assert LatexPrinter().expr(claim.lhs) in text
            assert all(formula in text for formula in formulas(claim.rhs)), (theorem.id, claim)
        else:
            assert r"\operatorname{rank}" in statement
    assert theorem.title in statement
    assert theorem.remark in statement
    for hypothesis in theorem.hypotheses:
        assert any(printer.statement(hypothesis) in statement for printer in (InlinePrinter(), LatexPrinter()))


def test_every_theorem_names_all_its_axioms_and_links_what_it_rests_on(
    proved: tuple[Proved, ...], files: dict[str, str]
) -> None:
    axioms = axioms_of(proved)
    for result in proved:
        text = entry(files, result.theorem)
        given = set(result.axioms).union(*(axioms[name] for name in cites(result.theorem)))
        assert given == set(axioms[result.theorem.id])
        assert all(rf"\axiom{{{name}}}" in text for name in given)
        assert all(rf"\theoremref{{{name}}}" in text for name in cites(result.theorem))
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
        ("d-power", r"$d\,x^r / dx = r\,x^{r-1}$"),
        ("log-product", r"$\log(x\,y) = \log x + \log y$ and $\log(x^r) = r \log x$ for $x, y > 0$"),
    ],
)
def test_the_ledger_is_printed_from_its_one_text(name: str, tex: str) -> None:
    assert axiom(AXIOMS[name]) == tex


def test_a_certificate_with_a_weight_that_may_vanish_says_which_terms_equality_makes_vanish() -> None:
    claim = Inequality(y**2 + w * y**2, S.Zero, Equation(y, S.Zero))
    certificate = Certificate((Term(S.One, Square(y)), Term(w, Square(y))), forward=(Use(0),))
    theorem = Theorem("X1", "", "", (Nonnegative(w),), claim, (Step(claim, certificate),))
    check(theorem, {})
    text = proofs.proof(theorem, {})
    assert "$w \\ge 0$" in text
    assert "Equality makes every term of positive weight vanish, so that $y = 0$." in text
    assert "Conversely, if $y = 0$, then every term vanishes." in text


def test_claims_with_one_left_side_are_one_chain_and_others_stand_alone() -> None:
    steps = [Equation(y + y, 2 * y), Equation(w, w), Equation(w * 2, w + w), Equation(w * 2, 2 * w)]
    theorem = Theorem("X1", "", "", (Positive(w),), steps[-1], tuple(Step(claim, Algebra()) for claim in steps))
    text = proofs.proof(theorem, {})
    assert text.count(r"\begin{gather*}") == 2
    assert text.count(r"\begin{alignat*}") == 1


def test_long_sums_break_between_their_terms() -> None:
    terms = [(False, "a" * 20), (True, "b" * 20), (False, "c" * 20)]
    assert broken(terms, 30) == ["a" * 20 + " - " + "b" * 20, "{} + " + "c" * 20]
    assert r"\begin{aligned}" in display([Formula("y", "=", [*terms, *terms])])


def test_reasons_stand_beside_short_formulas_and_below_wide_ones() -> None:
    short, wide = Link([(False, "x")], "by algebra"), Link([(False, "x" * 60)], "by differentiation")
    text = chain("y", [short, wide])
    assert r"x & \qquad & \reason{by algebra}" in text
    assert r"\below{by differentiation}" in text
    assert chain("y" * 60, [short]).startswith("\\begin{alignat*}{2}\n& \\mathrlap{yy")


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
