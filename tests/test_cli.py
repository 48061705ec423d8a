"""The command line: what it prints, its JSON, its exit codes, and what it does with mistakes."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest
import typer

from attnproof import library, view
from attnproof.cli import main
from attnproof.commands import everything, formal, write
from codegen.backends.html import appendix as html
from codegen.backends.latex.appendix import appendix_files
from codegen.document.appendix import appendix as appendix_of
from codegen.kernels import KERNELS
from codegen.pieces import FUNCTIONS
from derivations import catalogue
from derivations.catalogue import cites
from derivations.formal import record, runner
from derivations.proof import AXIOMS, Equation, Step, Theorem
from verification import figure
from verification import run as verification
from verification.inputs import BadInput
from verification.report import CheckResult, Report

KNOWN = library.theorems()


@dataclass(frozen=True)
class Ran:
    """What a command left behind."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out, parse_constant=lambda name: pytest.fail(f"{name} is not JSON"))


Shell = Callable[..., Ran]


@pytest.fixture
def attnproof(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Shell:
    """Run a command in this process, with lines as wide as in a pipe."""
    monkeypatch.delenv("COLUMNS", raising=False)

    def run(*arguments: object) -> Ran:
        capsys.readouterr()
        code = main([str(argument) for argument in arguments])
        return Ran(code, *capsys.readouterr())

    return run


def in_reading_order(ids: Iterable[str]) -> list[str]:
    """A2b before A2c, and both before A10a."""
    return sorted(ids, key=lambda name: (name[0], int("".join(filter(str.isdecimal, name))), name))


def wrong(theorem: Theorem) -> Theorem:
    """The theorem with the last equation off by a factor."""
    *steps, last = theorem.steps
    assert isinstance(last.claim, Equation)
    claim = Equation(last.claim.lhs, 2 * last.claim.rhs)
    return replace(theorem, statement=claim, steps=(*steps, Step(claim, last.reason)))


@pytest.fixture
def broken_b1(monkeypatch: pytest.MonkeyPatch) -> None:
    """A catalogue of B1 with a factor too much, B2b and B4 which rest on it, and D1 which does not."""
    theorems = wrong(KNOWN["B1"]), KNOWN["B2b"], KNOWN["B4"], KNOWN["D1"]
    monkeypatch.setattr(catalogue, "CATALOGUE", theorems)


@pytest.fixture
def small_output(monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    """Generating takes seconds; these tests are about what is written, not about its contents."""
    files = {"numpy/softmax.py": "one = 1\ntwo = 2\n", "appendix/appendix.tex": "text\n"}
    monkeypatch.setattr(write, "everything_proved", lambda report: [])
    monkeypatch.setattr(write, "generated_files", lambda proved: dict(files))
    return files


def test_list_has_every_theorem_and_every_kernel(attnproof: Shell) -> None:
    listed = attnproof("list", "--json").json
    assert [theorem["id"] for theorem in listed["theorems"]] == in_reading_order(KNOWN)
    names = {k.name for group in KERNELS.values() for k in group} | set(FUNCTIONS)
    assert {kernel["name"] for kernel in listed["kernels"]} == names
    for theorem in listed["theorems"]:
        assert set(theorem) == {"id", "title", "source", "chapter", "rests_on"}
        assert "$" not in theorem["title"]
        assert theorem["chapter"]
        assert theorem["rests_on"] == list(cites(KNOWN[theorem["id"]]))
    text = attnproof("list")
    assert text.code == 0
    assert all(name in text.out for name in [*KNOWN, "softmax", "gaussian_attention_vjp"])


def test_the_list_is_in_reading_order(attnproof: Shell) -> None:
    rows = [line.split()[0] for line in attnproof("list").out.split("\nkernel ")[0].splitlines() if line[:1].isupper()]
    chapters = [row for row in rows if len(row) == 1]
    assert chapters == sorted(set(chapters))
    assert [row for row in rows if len(row) > 1] == in_reading_order(KNOWN)


def test_show_is_in_reading_order_too(attnproof: Shell) -> None:
    shown = [theorem["id"] for theorem in attnproof("show", "B10", "A9", "b2", "--json").json["theorems"]]
    assert shown == in_reading_order(name for name in KNOWN if name[:2] in ("A9", "B2") or name[:3] == "B10")
    coq = attnproof("show", "A9", "--coq", "--json").json["theorems"]
    assert [theorem["id"] for theorem in coq] == in_reading_order(name for name in KNOWN if name[:2] == "A9")


def test_show_takes_the_number_of_an_item_for_all_its_theorems(attnproof: Shell) -> None:
    assert [t["id"] for t in attnproof("show", "A2", "--json").json["theorems"]] == ["A2a", "A2b", "A2c", "A2d"]
    assert [t["id"] for t in attnproof("show", "b1", "--json").json["theorems"]] == ["B1"]


def test_show_prints_statement_proof_axioms_and_kernels_in_unicode(attnproof: Shell) -> None:
    shown = attnproof("show", "B5a", "C4a")
    assert shown.code == 0
    for part in (
        "τ > 0",
        "p_j := exp(s_j / τ) / ∑_l exp(s_l / τ)",
        "∑_l F_jl x_l = p_j (x_j − E_p[x]) / τ²",
        "by the definition of F_jl",
        "by B5a (with x := u, j := k, times τ)",
        f"exp-sum: {AXIOMS['exp-sum']}",
        "fisher_vector_product",
    ):
        assert part in shown.out, part
    assert not any(line.endswith(" ") for line in shown.out.splitlines())


def test_axioms_are_transitive(attnproof: Shell) -> None:
    """A2d does not use the gap of the logarithm itself; it rests on A2c, which does."""
    theorem = attnproof("show", "A2d", "--json").json["theorems"][0]
    assert theorem["rests_on"] == ["A2c", "A2b"]
    assert "log-gap" in theorem["axioms"]


@pytest.mark.parametrize("name", KNOWN)
def test_every_theorem_has_a_page(name: str) -> None:
    values = view.theorem_values(KNOWN[name], KNOWN, ())
    words = json.dumps(values, ensure_ascii=False)
    assert len(values["proof"]) == len(KNOWN[name].steps)
    assert all(step["claim"] and step["reason"] for step in values["proof"])
    for leak in ("$", "\\\\", "sum_", "#", "~", "Tensor(", "Lambda("):  # of LaTeX, of SymPy, of Python
        assert leak not in words, leak


def test_prove_reports_the_named_theorems_only(attnproof: Shell) -> None:
    proved = attnproof("prove", "B4", "D1", "--json")
    assert proved.code == 0
    assert set(proved.json) == {"theorems", "seconds"}
    for theorem, name in zip(proved.json["theorems"], ("B4", "D1"), strict=True):
        assert set(theorem) == {"id", "title", "status", "steps", "axioms", "rests_on", "seconds"}
        assert (theorem["id"], theorem["status"]) == (name, "proved")
        assert theorem["steps"] == len(KNOWN[name].steps)
        assert theorem["rests_on"] == list(cites(KNOWN[name]))
        assert set(theorem["axioms"]) <= set(AXIOMS)
    assert proved.json["seconds"] > 0
    table = attnproof("prove", "B4").out
    assert "B4" in table
    assert "B2b" not in table
    assert "1 proved, 0 refused" in table


@pytest.mark.usefixtures("broken_b1")
def test_a_refused_theorem_is_shown_and_checking_goes_on(attnproof: Shell) -> None:
    ran = attnproof("prove")
    assert ran.code == 1
    assert "1 proved, 3 refused" in ran.out  # D1 is proved; what rests on B1 is not
    first = ran.err[: ran.err.index("B2b is refused")]
    assert "B1 is refused at step 2 of 2" in first
    assert "The softmax Jacobian" in first
    assert "by algebra (Algebra)" in first
    assert "∂/∂s_k p_j = 2 p_j (δ_jk − p_k) / τ" in first
    assert "exp(s_j / τ) δ_jk" in first  # of the residual
    assert "should be 0" in first
    assert "B1 is not proved before this theorem" in ran.err
    assert "sum_" not in ran.err


@pytest.mark.usefixtures("broken_b1")
def test_json_of_a_refused_theorem(attnproof: Shell) -> None:
    ran = attnproof("prove", "--json")
    assert ran.code == 1
    assert {t["id"]: t["status"] for t in ran.json["theorems"]} == {
        "B1": "refused",
        "B2b": "refused",
        "B4": "refused",
        "D1": "proved",
    }


@pytest.mark.usefixtures("broken_b1")
@pytest.mark.parametrize(
    "command", [["generate"], ["appendix"], ["appendix", "--html"], ["graph"], ["generate", "--check"]], ids=" ".join
)
def test_nothing_is_printed_from_a_refused_theorem(attnproof: Shell, tmp_path: Path, command: list[str]) -> None:
    ran = attnproof(*command, "--output", tmp_path)
    assert ran.code == 1
    assert "attnproof prove B1" in ran.err
    assert not list(tmp_path.iterdir())


@pytest.mark.usefixtures("broken_b1")
def test_show_points_at_the_refused_premise(attnproof: Shell) -> None:
    ran = attnproof("show", "B4")
    assert ran.code == 1
    assert "the checker refuses B1, B2b, B4; see: attnproof prove B1" in ran.err


@pytest.mark.parametrize(
    ("command", "says"),
    [
        ("show A22", "there is no theorem 'A22'; chapter A has A1, A2, A3,"),
        ("show A0", "there is no theorem 'A0'; chapter A has A1, A2,"),
        ("show A", "'A' is a chapter, not a theorem; to see all of it: attnproof show A1 A2 A3"),
        ("show f", "'f' is a chapter, not a theorem; to see all of it: attnproof show F1 F2 F3"),
        ("show softmaks", "there is no theorem 'softmaks'; the kernel 'softmax' is lowered from: attnproof show A1b"),
        ("show dot_product_attention", "is a kernel, not a theorem; it is lowered from: attnproof show F"),
        ("show nothing_like_it", "there is no theorem 'nothing_like_it'; `attnproof list` shows them all"),
        ("show Ab1", "there is no theorem 'Ab1'; `attnproof list` shows them all"),
        ("show B1z", "there is no theorem 'B1z'; did you mean one of B1?"),
        ("show softmax", "attnproof show A1b"),
        ("prove C5z", "there is no theorem 'C5z'; did you mean one of C5a, C5b,"),
        ("prove A1a Z9", "no theorem 'Z9'"),
        ("prov", "Did you mean 'prove'?"),
        ("prove --jsn", "--json"),
        ("show", "attnproof show --help"),
        ("list A1", "A1"),
        ("verify --kernel softmx", "did you mean 'softmax'?"),
        ("verify --kernel nothere", "there is no kernel 'nothere'; `attnproof list` shows them all."),
        ("verify --backend x", "there is no backend 'x'; known: numpy, jax."),
        ("verify --backend nmpy", "did you mean 'numpy'? Known: numpy, jax."),
        ("verify --dtype float46", "did you mean 'float64'?"),
        ("verify --instances 0", "'0' is not a whole number of at least 1"),
        ("verify --instances many", "'many' is not a whole number of at least 1"),
        ("verify --seed -1", "'-1' is not a whole number of at least 0"),
        ("verify --instance x", "'x' is not a whole number of at least 0"),
        ("verify --inputs nowhere.npz", "nowhere.npz does not exist"),
        ("appendix --html --pdf", "give one of them"),
        ("appendix page.html", "'page.html' would be the page of --html"),
    ],
)
def test_a_mistake_is_one_sentence_on_stderr(attnproof: Shell, command: str, says: str) -> None:
    ran = attnproof(*command.split())
    assert ran.code == 2
    assert ran.out == ""
    assert says in ran.err
    assert ran.err.startswith("attnproof: ")
    assert ran.err.count("\n") == 1
    assert "Traceback" not in ran.err


def test_without_a_command_there_is_help(attnproof: Shell) -> None:
    ran = attnproof()
    assert ran.code == 0
    commands = ["list", "show", "prove", "appendix", "graph", "generate", "verify", "all"]
    assert all(f"\n  {command} " in ran.out for command in commands)
    for command in commands:
        assert "--json" in attnproof(command, "--help").out


def test_list_show_and_prove_do_not_wait_for_jax() -> None:
    script = (
        "import sys; from attnproof.cli import main\n"
        "for command in (['list'], ['show', 'D1'], ['prove', 'D1']): assert main(command) == 0\n"
        "print({'jax', 'matplotlib', 'numpy', 'verification'} & set(sys.modules), file=sys.stderr)"
    )
    ran = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert ran.stderr.strip() == "set()"


def test_a_closed_pipe_is_no_error() -> None:
    reader, writer = os.pipe()
    os.close(reader)
    ran = subprocess.run(
        [sys.executable, "-m", "attnproof", "show", "D1"], stdout=writer, stderr=subprocess.PIPE, text=True, check=False
    )
    os.close(writer)
    assert (ran.returncode, ran.stderr) == (1, "")


def test_generate_writes_what_differs_and_check_agrees(
    attnproof: Shell, tmp_path: Path, small_output: dict[str, str]
) -> None:
    first = attnproof("generate", "--output", tmp_path, "--json").json
    assert first["files"] == sorted(small_output)
    assert len(first["changed"]) == 2
    assert {name: (tmp_path / name).read_text() for name in small_output} == small_output
    assert attnproof("generate", "--output", tmp_path, "--json").json["changed"] == []
    (tmp_path / "appendix" / "appendix.pdf").touch()  # made from appendix.tex
    checked = attnproof("generate", "--check", "--output", tmp_path)
    assert (checked.code, checked.err) == (0, "")
    assert "up to date" in checked.out


@pytest.mark.usefixtures("small_output")
@pytest.mark.parametrize(
    ("name", "text", "shown"),
    [
        ("numpy/softmax.py", "one = 1\ntwo = 3\n", "-two = 3\n+two = 2"),  # edited
        ("numpy/softmax.py", "one = 1\n", "+two = 2"),  # stale
        ("appendix/appendix.tex", None, "+text"),  # missing
        ("coq/old.v", "Check 1.\n", "old.v is not a generated file; delete it"),
        ("jax/left_over.py", "x = 1\n", "left_over.py is not a generated file; delete it"),  # stray
        ("appendix/notes.txt", "mine\n", "notes.txt is not a generated file; delete it"),
    ],
)
def test_check_finds_what_is_edited_stale_missing_or_stray(
    attnproof: Shell, tmp_path: Path, name: str, text: str | None, shown: str
) -> None:
    attnproof("generate", "--output", tmp_path)
    path = tmp_path / name
    path.parent.mkdir(exist_ok=True)
    path.unlink(missing_ok=True)
    if text is not None:
        path.write_text(text)
    before = {p: p.read_bytes() for p in tmp_path.rglob("*") if p.is_file()}

    ran = attnproof("generate", "--check", "--output", tmp_path)
    assert ran.code == 1
    assert shown in ran.out
    found = attnproof("generate", "--check", "--output", tmp_path, "--json")
    assert found.code == 1
    assert found.json["stale"] + [str(Path(p).relative_to(tmp_path)) for p in found.json["stray"]] == [name]
    assert {p: p.read_bytes() for p in tmp_path.rglob("*") if p.is_file()} == before


@pytest.mark.usefixtures("small_output")
@pytest.mark.parametrize(
    ("error", "code", "says"),
    [(KeyboardInterrupt(), 130, "interrupted"), (OSError(28, "No space left on device", "f"), 1, "No space left")],
)
def test_a_write_that_ends_early_leaves_the_old_file(
    attnproof: Shell,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    error: BaseException,
    code: int,
    says: str,
) -> None:
    old = tmp_path / "numpy" / "softmax.py"
    old.parent.mkdir()
    old.write_text("old\n")

    def fail(self: Path, target: Path) -> None:
        raise error

    monkeypatch.setattr(Path, "replace", fail)
    ran = attnproof("generate", "--output", tmp_path)
    assert ran.code == code
    assert says in ran.err
    assert ran.err.count("\n") == 1
    assert [p for p in tmp_path.rglob("*") if p.is_file()] == [old]
    assert old.read_text() == "old\n"


@pytest.mark.usefixtures("small_output")
def test_a_folder_that_cannot_be_written_is_named(attnproof: Shell, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    ran = attnproof("generate", "--output", tmp_path / "file")
    assert ran.code == 1
    assert f"{tmp_path}/file" in ran.err
    assert ran.err.count("\n") == 1


@pytest.mark.usefixtures("small_output")
@pytest.mark.parametrize("command", ["graph", "generate"])
def test_a_path_that_cannot_be_replaced_is_named_and_no_temporary_file(
    attnproof: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    monkeypatch.setattr(write.figure, "dependency_graph", lambda theorems: None)
    monkeypatch.setattr(write.figure, "svg", lambda drawn: "picture")
    path = tmp_path / ("theorems.svg" if command == "graph" else "numpy/softmax.py")
    path.mkdir(parents=True)
    ran = attnproof(command, "--output", tmp_path)
    assert (ran.code, ran.err) == (1, f"attnproof: {path}: Is a directory\n")


@pytest.mark.usefixtures("small_output")
def test_a_folder_is_no_page(attnproof: Shell, tmp_path: Path) -> None:
    ran = attnproof("appendix", "--html", tmp_path)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == f"attnproof: '{tmp_path}' is a folder; name the page, such as '{tmp_path}/appendix.html'\n"


def test_a_missing_tex_says_how_to_install_it(
    attnproof: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, small_output: dict[str, str]
) -> None:
    monkeypatch.setattr(write, "appendix_files", lambda proved, checked: {"appendix.tex": "text\n"})
    monkeypatch.setenv("PATH", str(tmp_path))
    ran = attnproof("appendix", "--pdf", "--output", tmp_path / "appendix")
    assert ran.code == 1
    assert "latexmk" in ran.err
    assert "apt-get install" in ran.err
    assert (tmp_path / "appendix" / "appendix.tex").read_text() == "text\n"


@pytest.fixture
def two_proved(monkeypatch: pytest.MonkeyPatch) -> None:
    """A catalogue of B1, and B2b which rests on it."""
    monkeypatch.setattr(catalogue, "CATALOGUE", (KNOWN["B1"], KNOWN["B2b"]))


@pytest.mark.usefixtures("two_proved")
def test_graph_writes_svg_and_png_and_prints_what_rests_on_what(attnproof: Shell, tmp_path: Path) -> None:
    ran = attnproof("graph", "--output", tmp_path)
    assert ran.code == 0
    assert "2 theorems and 1 arrows" in ran.out
    assert (tmp_path / "theorems.svg").read_text().startswith("<svg")
    assert (tmp_path / "theorems.png").read_bytes().startswith(b"\x89PNG")
    found = attnproof("graph", "--output", tmp_path, "--json").json
    assert found["svg"] == str(tmp_path / "theorems.svg")
    assert found["png"] == str(tmp_path / "theorems.png")
    assert found["theorems"] == [
        {"id": "B1", "title": "The softmax Jacobian", "chapter": "B", "rests_on": []},
        {"id": "B2b", "title": "The Hessian of the potential", "chapter": "B", "rests_on": ["B1"]},
    ]


@pytest.mark.usefixtures("two_proved")
def test_the_page_goes_to_its_file_or_into_the_folder(attnproof: Shell, tmp_path: Path) -> None:
    file = tmp_path / "deep" / "page.html"
    assert attnproof("appendix", "--html", file, "--json").json == {"file": str(file), "changed": True}
    assert attnproof("appendix", "--html", file, "--json").json["changed"] is False
    assert '<article id="B2b">' in file.read_text()
    ran = attnproof("appendix", "--html", "--output", tmp_path)
    assert ran.out == f"{tmp_path / 'appendix.html'}: written\n"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["appendix.html", "deep"]


def result(status: str, error: float = 0.25, **others: Any) -> CheckResult:
    """A check as verification reports it."""
    bad = status != "passed"
    given = {
        "kernel": "softmax",
        "backend": "numpy",
        "dtype": "float32",
        "check": "theorem",
        "instances": 3,
        "worst_error": error,
        "tolerance": 1.0,
        "status": status,
        "reproduce": "attnproof verify --kernel softmax --instance 2" if bad else "",
        "message": "weights on instance 2" if bad else "",
    }
    return CheckResult(**{**given, **others})


@pytest.fixture
def reports(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Let verification report these checks."""

    def use(*checks: CheckResult) -> None:
        monkeypatch.setattr(verification, "verify", lambda chosen, report: Report(checks, chosen.seed, 1.5))
        monkeypatch.setattr(verification, "verify_inputs", lambda path, chosen, report: Report(checks, 7, 1.5))

    return use


def test_verify_runs_a_kernel(attnproof: Shell) -> None:
    choice = "--kernel softmax --backend numpy --dtype float64 --instances 1 --seed 5"
    ran = attnproof("verify", *choice.split(), "--json")
    assert ran.code == 0
    assert set(ran.json) == {"checks", "seed", "seconds"}
    assert ran.json["seed"] == 5
    assert ran.json["checks"]
    for check in ran.json["checks"]:
        assert set(check) == {
            "kernel", "backend", "dtype", "check", "instances", "worst_error", "tolerance", "status",
        }  # fmt: skip
        assert (check["kernel"], check["backend"], check["dtype"]) == ("softmax", "numpy", "float64")
        assert check["status"] == "passed"
        assert check["worst_error"] <= check["tolerance"]


def test_verify_shows_the_worst_check_of_each_kernel(attnproof: Shell, reports: Callable[..., None]) -> None:
    reports(result("passed", 0.25), result("passed", 0.75, check="textbook"), result("passed", dtype="float64"))
    ran = attnproof("verify", "--seed", 3)
    assert ran.code == 0
    row = next(line for line in ran.out.splitlines() if "float32" in line)
    assert row.split() == ["softmax", "numpy", "float32", "2", "3", "0.75", "1", "textbook", "passed"]
    assert "3 checks passed (seed 3, 1.5 s)" in ran.out


def test_a_failed_check_prints_the_command_that_repeats_it(attnproof: Shell, reports: Callable[..., None]) -> None:
    reports(result("passed"), result("failed", float("inf"), check="jacobian"))
    ran = attnproof("verify")
    assert ran.code == 1
    assert "jacobian failed" in ran.out
    assert "weights on instance 2" in ran.out
    assert ran.out.rstrip().endswith("start with: attnproof verify --kernel softmax --instance 2")
    passed, failed = attnproof("verify", "--json").json["checks"]
    assert "reproduce" not in passed
    assert failed["reproduce"] == "attnproof verify --kernel softmax --instance 2"
    assert failed["worst_error"] is None  # JSON has no infinity


def test_a_run_without_checks_has_not_passed(attnproof: Shell, reports: Callable[..., None]) -> None:
    reports()
    ran = attnproof("verify")
    assert ran.code == 1
    assert "nothing was verified" in ran.out


def test_a_bad_input_file_is_one_sentence(attnproof: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: Path, chosen: Any, report: Any) -> Report:
        raise BadInput(f"{path} has no array named key")

    monkeypatch.setattr(verification, "verify_inputs", refuse)
    ran = attnproof("verify", "--inputs", "mine.npz")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == "attnproof: mine.npz has no array named key\n"


@pytest.mark.parametrize("error", [EOFError("No data left in file"), typer.Abort()])
def test_an_early_end_of_a_file_is_one_line(
    attnproof: Shell, monkeypatch: pytest.MonkeyPatch, error: BaseException
) -> None:
    def end(chosen: Any, report: Any) -> Report:
        raise error

    monkeypatch.setattr(verification, "verify", end)
    ran = attnproof("verify", "--kernel", "softmax")
    assert (ran.code, ran.out) == (1, "")
    assert ran.err.strip() == "attnproof: a file ended before it should; check that the files given are whole"


def test_an_interrupt_is_one_line(attnproof: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(chosen: Any, report: Any) -> Report:
        raise KeyboardInterrupt

    monkeypatch.setattr(verification, "verify", interrupt)
    ran = attnproof("verify", "--kernel", "softmax")
    assert ran.code == 130
    assert (ran.out, ran.err) == ("", "attnproof: interrupted; no file is half written\n")


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, small_output: dict[str, str]) -> Path:
    """A repository in which every stage of `all` is quick; the folder it is in."""
    monkeypatch.setattr(catalogue, "CATALOGUE", (KNOWN["D1"],))
    monkeypatch.setattr(everything, "tool", lambda: None)
    monkeypatch.setattr(figure, "draw", lambda inputs, output: output.write_bytes(inputs.read_bytes()))
    for folder in ("docs", "examples"):
        (tmp_path / folder).mkdir()
    (tmp_path / everything.EXAMPLE).write_bytes(b"arrays")
    return tmp_path


def test_all_does_every_stage_in_order(attnproof: Shell, quick: Path, reports: Callable[..., None]) -> None:
    reports(result("passed"))
    ran = attnproof("all", "--output", quick)
    assert ran.code == 0, ran.err
    stages = [line.split()[0] for line in ran.out.splitlines() if line[:1].isalpha()]
    named = [stage for stage in stages if stage in ("prove", "appendix", "generate", "verify", "example", "figure")]
    assert named == ["prove", "generate", "appendix", "verify", "example", "figure"]
    assert "no PDF without TeX" in ran.out
    assert (quick / everything.FIGURE).read_bytes() == b"arrays"
    assert (quick / "generated" / "numpy" / "softmax.py").is_file()

    found = attnproof("all", "--output", quick, "--json").json
    assert found["failed"] == []
    assert set(found) == {"prove", "appendix", "generate", "verify", "example", "figure", "failed"}
    assert set(found["verify"]) == {"checks", "seed", "seconds"}


def test_all_stops_at_the_first_failure(attnproof: Shell, quick: Path, reports: Callable[..., None]) -> None:
    reports(result("failed", 2.0))
    ran = attnproof("all", "--output", quick)
    assert ran.code == 1
    assert "stopped, since verify failed" in ran.err
    assert "--instance 2" in ran.out
    assert not (quick / everything.FIGURE).exists()
    assert attnproof("all", "--output", quick, "--json").json["failed"] == ["verify"]


def test_all_writes_nothing_when_a_theorem_is_refused(
    attnproof: Shell, quick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(catalogue, "CATALOGUE", (wrong(KNOWN["D1"]),))
    ran = attnproof("all", "--output", quick)
    assert ran.code == 1
    assert "D1 is refused at step 2 of 2" in ran.out
    assert "stopped, since prove failed" in ran.err
    assert not (quick / "generated").exists()


def test_all_goes_on_without_the_example(attnproof: Shell, quick: Path, reports: Callable[..., None]) -> None:
    reports(result("passed"))
    (quick / everything.EXAMPLE).unlink()
    ran = attnproof("all", "--output", quick)
    assert ran.code == 0
    assert "skipped" in ran.out


@pytest.fixture
def coq(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Callable[..., None]:
    """What Coq says of A2a to A2d in place of running it, all checked but those named; the record goes elsewhere."""

    def says(**refused: str) -> None:
        def check(names: Collection[str], report: object) -> tuple[runner.Outcome, ...]:
            return tuple(
                runner.Outcome(
                    KNOWN[name],
                    refused.get(name, runner.CHECKED),
                    0 if name in refused else len(KNOWN[name].steps),
                    1.25,
                    f"no proof of {name}\nsecond line" if name in refused else "",
                )
                for name in ("A2a", "A2b", "A2c", "A2d")
            )

        monkeypatch.setattr(runner, "coqc", lambda: "coqc")
        monkeypatch.setattr(runner, "check", check)
        monkeypatch.setattr(runner, "axioms", lambda outcomes: ("Classical_Prop.classic",))
        monkeypatch.setattr(formal, "generated_folder", lambda: tmp_path)

    return says


def test_formal_shows_what_coq_has_checked(attnproof: Shell, coq: Callable[..., None], tmp_path: Path) -> None:
    coq()
    ran = attnproof("formal", "A2a", "A2d")
    assert (ran.code, ran.err) == (0, "")
    rows = [line.split() for line in ran.out.splitlines() if line.startswith("A2")]
    steps = len(KNOWN["A2a"].steps)
    assert rows[0] == ["A2a", "yes", str(steps), "of", str(steps), "1.2", "checked"]
    assert [row[0] for row in rows] == ["A2a", "A2d"]
    assert "2 checked" in ran.out
    assert "axioms: Classical_Prop.classic" in ran.out
    assert not (tmp_path / "coq").exists()  # the record is of a run over all theorems


def test_formal_as_json(attnproof: Shell, coq: Callable[..., None], tmp_path: Path) -> None:
    coq()
    said = attnproof("formal", "--json").json
    record_file = tmp_path / "coq" / record.NAME
    assert said["axioms"] == ["Classical_Prop.classic"]
    assert said["written"] == [str(record_file)]
    assert set(record.read(record_file.parent)) == {"A2a", "A2b", "A2c", "A2d"}
    assert {"id": "A2a", "status": "checked", "seconds": 1.25}.items() <= said["theorems"][0].items()
    assert attnproof("formal", "--json").json["written"] == []


def test_formal_fails_when_coq_refuses(attnproof: Shell, coq: Callable[..., None], tmp_path: Path) -> None:
    coq(A2b=runner.REFUSED, A2c=runner.TIMED_OUT, A2d=runner.STATED)
    ran = attnproof("formal")
    assert ran.code == 1
    assert "A2b refused: no proof of A2b" in ran.out
    assert "A2c timed out: no proof of A2c" in ran.out
    assert "1 checked, 1 refused, 1 timed out, 1 stated" in ran.out
    assert "axioms" not in ran.out
    assert set(record.read(tmp_path / "coq")) == {"A2a"}
    said = attnproof("formal", "--json")
    assert said.code == 1
    assert [t["status"] for t in said.json["theorems"]] == ["checked", "refused", "timed out", "stated"]


def test_formal_fails_on_an_axiom_of_our_own(
    attnproof: Shell, coq: Callable[..., None], monkeypatch: pytest.MonkeyPatch
) -> None:
    coq()
    monkeypatch.setattr(runner, "axioms", lambda outcomes: ("Classical_Prop.classic", "Attnproof.convenient"))
    ran = attnproof("formal", "A2")
    assert (ran.code, ran.err) == (1, "not an axiom of Coq's standard library: Attnproof.convenient\n")


def test_formal_without_coq_names_the_command_that_installs_it(
    attnproof: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shutil, "which", lambda _: None)
    ran = attnproof("formal", "D1")
    assert (ran.code, ran.out) == (1, "")
    assert ran.err == f"attnproof: Coq is not installed; run: {runner.INSTALL}\n"


def test_show_prints_the_statement_as_coq_has_it(attnproof: Shell) -> None:
    shown = attnproof("show", "A2", "D1", "--coq")
    assert shown.code == 0
    assert [line for line in shown.out.splitlines() if line.startswith("(*")] == [
        f"(* {name} *)" for name in ("A2a", "A2b", "A2c", "A2d", "D1")
    ]
    assert "Definition statement : Prop :=" in shown.out
    (one,) = attnproof("show", "D1", "--coq", "--json").json["theorems"]
    assert one["id"] == "D1"
    assert one["coq"] in shown.out
    assert attnproof("show", "Z9", "--coq").code == 2


def test_the_appendix_says_what_checked_a_theorem() -> None:
    proved = list(catalogue.prove((KNOWN["D1"], KNOWN["B1"])))
    files = appendix_files(proved, {"B1"})
    steps = len(KNOWN["B1"].steps)
    mark = "Checked by attnproof and by Coq, the statement and its"
    assert mark in files["chapter_b.tex"]
    assert (f"its {steps} steps" if steps > 1 else "its step") in files["chapter_b.tex"]
    assert "Checked by attnproof alone." in files["chapter_d.tex"]
    text = html.page(appendix_of(proved, {"B1"}))
    assert mark in text
    assert "Checked by attnproof alone." in text
