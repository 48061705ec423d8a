"""The pages say what is so: their code runs, their outputs and tables are current, their links and commands exist.

In README.md and docs/*.md

- the `python` blocks of a page run in order in one namespace, in an empty folder; a `text` block right after one is
  what it prints;
- a `console` block holds commands after `$ ` and what they print;
- a `py` block is part of a generated kernel, a `latex` block is part of the generated appendix;
- a `sh` block holds commands that are not run here, but exist;
- what stands between `<!-- fill: NAME -->` and `<!-- end -->` is computed by the function NAME below.

`python tests/test_docs.py` writes the outputs and the fillings anew.
"""

from __future__ import annotations

import io
import os
import re
import shlex
import sys
import tempfile
import tomllib
from collections.abc import Callable, Iterator, Mapping
from contextlib import chdir, redirect_stderr, redirect_stdout
from itertools import groupby
from pathlib import Path
from string import ascii_lowercase
from typing import Any

import pytest
from test_architecture import code_lines

from attnproof.cli import main
from codegen.backends.render import BACKENDS
from codegen.kernels import KERNELS
from codegen.writing import write_atomically
from derivations.catalogue import CATALOGUE, axioms_of, prove
from derivations.formal import files, record
from derivations.proof import AXIOMS

ROOT = Path(__file__).parent.parent
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
TRUSTED = ("derivations/index", "derivations/proof")
RUNNABLE = ("list", "show", "prove", "verify")  # these write no file
BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$|<!-- fill: (\w+) -->.*?<!-- end -->", re.MULTILINE | re.DOTALL)


def sources(folder: str) -> list[Path]:
    """The files of a package that hold more than imports."""
    return [path for path in sorted((ROOT / folder).rglob("*.py")) if path.name != "__init__.py"]


def trusted_lines() -> str:
    """Lines of code of the trusted part."""
    return str(sum(code_lines(path.read_text()) for folder in TRUSTED for path in sources(folder)))


def trusted_files() -> str:
    """The files of the trusted part in reading order."""
    order = ("nodes", "calculus", "algebra", "axioms", "statements", "reasons", "theorem", "checker")
    paths = sorted((path for folder in TRUSTED for path in sources(folder)), key=lambda path: order.index(path.stem))
    rows = [f"| `{path.relative_to(ROOT)}` | {code_lines(path.read_text())} |" for path in paths]
    return table("| file | lines of code |", *rows, f"| together | {trusted_lines()} |")


def coq_trusted() -> str:
    """What is believed of a statement in Coq: what prints it, and the definitions that it is made of."""
    folder = "derivations/formal"
    printers = [f"{folder}/statements.py", f"{folder}/terms.py"]
    rows = [(f"`{path}`", code_lines((ROOT / path).read_text())) for path in printers]
    definitions = files.BASE.read_text(encoding="utf-8").partition("(** A statement that")[0]
    lines = [line for line in definitions.splitlines() if line.strip() and not line.startswith(("(*", "From", "Open"))]
    rows.append((f"the definitions in `{folder}/coq/{files.BASE.name}`", len(lines)))
    together = sum(count for _, count in rows)
    return table(
        "| | lines of code |", *(f"| {what} | {count} |" for what, count in rows), f"| together | {together} |"
    )


def checked_by_coq() -> str:
    """How many of the theorems, says the record."""
    return f"{len(record.read(ROOT / 'generated' / 'coq'))} of the {len(CATALOGUE)}"


def axioms() -> str:
    """Each axiom, the theorems whose own steps need it, and how many rest on it."""
    proved = tuple(prove())
    everything = axioms_of(proved)
    rows = []
    for name, text in AXIOMS.items():
        own = [result.theorem.id for result in proved if name in result.axioms]
        count = sum(name in used for used in everything.values())
        rows.append(f"| `{name}` | {text} | {', '.join(shortened(own))} | {count} |")
    return table("| axiom | what it says | needed by the steps of | theorems that rest on it |", *rows)


def shortened(ids: list[str]) -> Iterator[str]:
    """The ids of one item together: B3a-d for all of them, A2a A2c for some."""
    for item, group in groupby(ids, key=lambda name: name.rstrip(ascii_lowercase)):
        found, whole = list(group), [t.id for t in CATALOGUE if t.id.rstrip(ascii_lowercase) == item]
        yield f"{found[0]}-{found[-1][-1]}" if found == whole and len(found) > 1 else " ".join(found)


def theorem_count() -> str:
    """The number of theorems."""
    return str(len(CATALOGUE))


def kernels() -> str:
    """Each kernel with its arguments, its results and the theorems it is lowered from."""
    rows = []
    for module, group in KERNELS.items():
        for kernel in group:
            arguments = ", ".join(a.name + (f"={a.default}" if a.default else "") for a in kernel.arguments)
            results = ", ".join(f"`{output.name}`" for output in kernel.outputs)
            ids = ", ".join(dict.fromkeys(output.theorem for output in kernel.outputs))
            rows.append(f"| `{module}` | `{kernel.name}({arguments})` | {results} | {ids} |")
    return table("| file | kernel | results | lowered from |", *rows)


def table(head: str, *rows: str) -> str:
    rule = "|---" * (head.count("|") - 1) + "|"
    return "\n" + "\n".join((head, rule, *rows)) + "\n"


FILLINGS: Mapping[str, Callable[[], str]] = {
    function.__name__: function
    for function in (axioms, checked_by_coq, coq_trusted, kernels, theorem_count, trusted_files, trusted_lines)
}


def renewed(page: str, name: str = "page") -> str:
    """The page with its code run and every output and filling written anew."""
    namespace: dict[str, Any] = {"__name__": "__main__"}
    result, end, before, printed = "", 0, "", ""
    for found in BLOCK.finditer(page):
        kind, text, filling = found.groups()
        between = page[end : found.start()]
        output = kind == "text" and before == "python" and not between.strip()
        assert output or not printed, f"{name}: a python block prints {printed!r}, and no text block follows"
        if output:
            text, printed = printed, ""
        elif kind == "python":
            line = page.count("\n", 0, found.start()) + 1
            printed = run(compile("\n" * line + text, name, "exec"), namespace)
        elif kind == "console":
            text = rerun(text)
        body = f"```{kind}\n{text}```" if kind else f"<!-- fill: {filling} -->{FILLINGS[filling]()}<!-- end -->"
        result, end, before = result + between + body, found.end(), kind
    assert not printed, f"{name}: a python block prints {printed!r}, and no text block follows"
    return result + page[end:]


def run(code: Any, namespace: dict[str, Any]) -> str:
    """What the code prints, in an empty folder."""
    with tempfile.TemporaryDirectory() as folder, chdir(folder), redirect_stdout(io.StringIO()) as out:
        exec(code, namespace)
    return out.getvalue()


def rerun(transcript: str) -> str:
    """Commands with what they print now; numbers that depend on the machine stay as they were."""
    parts = re.split(r"^\$ (.*)\n", transcript, flags=re.MULTILINE)[1:]
    result = ""
    for command, shown in zip(parts[::2], parts[1::2], strict=True):
        now = output_of(command)
        result += f"$ {command}\n{shown if comparable(shown) == comparable(now) else now}"
    return result


def output_of(command: str) -> str:
    """What a command of ours prints, without blank lines at its end."""
    program, *arguments = shlex.split(command)
    assert program == "attnproof", f"{command}: only attnproof is run in a console block"
    assert arguments[0] in RUNNABLE, f"{command}: only {RUNNABLE} are run in a console block"
    width = os.environ.pop("COLUMNS", None)
    try:
        with chdir(ROOT), redirect_stdout(io.StringIO()) as out, redirect_stderr(io.StringIO()) as err:
            main(arguments)
    finally:
        os.environ.update({"COLUMNS": width} if width else {})
    return (out.getvalue() + err.getvalue()).rstrip() + "\n"


def comparable(text: str) -> list[str]:
    """The lines without times, worst errors and the checks they are in, and without the widths of columns."""
    lines = [re.sub(r"\d+(\.\d+)? m?s\b", "time", line.strip()) for line in text.strip().splitlines()]
    return [re.sub(r" +", " ", re.sub(r" [\d.e-]+ +1 +\w+ +passed$", " passed", line)) for line in lines]


def blocks(kind: str) -> list[tuple[Path, str]]:
    return [(path, match[2]) for path in PAGES for match in BLOCK.finditer(path.read_text()) if match[1] == kind]


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.name)
def test_code_runs_and_outputs_are_current(path: Path) -> None:
    page = path.read_text()
    assert renewed(page, path.name) == page, f"to write {path.name} anew: python tests/test_docs.py"


WRONG = [
    ("```python\nprint(1 + 1)\n```\n\n```text\n3\n```\n", "```text\n2\n"),
    ("```python\nx = 1\n```\n\n```python\nprint(x)\n```\n```text\n2\n```\n", "```text\n1\n"),
    ("```python\nx = 1\n```\n```text\n1\n```\n", "```text\n```"),
    ("```console\n$ attnproof show D1\nD1  nothing\n```\n", "Polarisation"),
    ("<!-- fill: theorem_count -->0<!-- end -->", f"{len(CATALOGUE)}"),
]


@pytest.mark.parametrize(("page", "right"), WRONG)
def test_a_wrong_output_is_noticed(page: str, right: str) -> None:
    assert right not in page
    assert right in renewed(page)
    assert renewed(renewed(page)) == renewed(page)


@pytest.mark.parametrize("page", ["```python\nprint(1)\n```\n", "```python\nprint(1)\n```\nSo:\n```text\n1\n```\n"])
def test_an_output_that_is_not_shown_is_noticed(page: str) -> None:
    with pytest.raises(AssertionError, match="no text block follows"):
        renewed(page)


def test_only_what_depends_on_the_machine_may_differ() -> None:
    row = "softmax  numpy  float32   3   11   0.0479   1  theorem   passed"
    assert comparable(row) == comparable(row.replace("0.0479", "0.2").replace("theorem", "textbook"))
    assert comparable("1 proved; 2.91 s") == comparable("1 proved; 0.5 s")
    for old, new in (("passed", "failed"), ("float32", "float64"), ("  3  ", "  4  ")):
        assert comparable(row) != comparable(row.replace(old, new))


@pytest.mark.parametrize(("kind", "pattern"), [("py", "*/*.py"), ("latex", "appendix/*.tex")])
def test_excerpts_are_from_the_generated_files(kind: str, pattern: str) -> None:
    texts = [path.read_text() for path in (ROOT / "generated").glob(pattern)]
    assert blocks(kind)
    for path, excerpt in blocks(kind):
        assert any(excerpt in text for text in texts), f"{path.name}: {excerpt}"


def commands() -> Iterator[tuple[str, str, list[str]]]:
    """Page, program and arguments of every command in a sh block, or in code on its own in running text."""
    for path in PAGES:
        text = path.read_text()
        lines = [line for found in BLOCK.finditer(text) if found[1] == "sh" for line in found[2].splitlines()]
        prose = BLOCK.sub("", text)
        for line in [*lines, *re.findall(r"`((?:attnproof|make)(?: [^`]*)?)`", prose)]:
            program, *arguments = shlex.split(line, comments=True) or [""]
            yield path.name, program.removeprefix(".venv/bin/"), arguments


def test_the_commands_of_the_pages_exist(capsys: pytest.CaptureFixture[str]) -> None:
    targets = set(re.findall(r"^(\w+):", (ROOT / "Makefile").read_text(), re.MULTILINE))
    found = list(commands())
    assert {("README.md", "make", ()), ("README.md", "make", ("test",))} <= {(p, c, tuple(a)) for p, c, a in found}
    for page, program, arguments in found:
        what = f"{page}: {program} {' '.join(arguments)}"
        if program == "make":
            assert {a for a in arguments if "=" not in a} <= targets, what
        elif program == "attnproof" and arguments:
            assert main([arguments[0], "--help"]) == 0, what
            options = re.findall(r"--[\w-]+", capsys.readouterr().out)
            assert {a for a in arguments if a.startswith("--")} <= set(options), what


def slug(heading: str) -> str:
    """The anchor that a heading gets."""
    return re.sub(r"[^\w\- ]", "", heading.strip().lower()).replace(" ", "-")


def broken_links(page: str, folder: Path) -> Iterator[str]:
    """Relative links that lead nowhere."""
    for target, anchor in re.findall(r"\]\((?!https?:)([^)#\s]*)(?:#([^)\s]*))?\)", BLOCK.sub("", page)):
        path = folder / target if target else None
        if path and not path.exists():
            yield target
        elif anchor:
            text = path.read_text() if path else page
            if anchor not in {slug(heading) for heading in re.findall(r"^#+ (.*)$", text, re.MULTILINE)}:
                yield f"{target}#{anchor}"


@pytest.mark.parametrize("path", [*PAGES, ROOT / "CHANGELOG.md"], ids=lambda path: path.name)
def test_links_lead_somewhere(path: Path) -> None:
    assert not list(broken_links(path.read_text(), path.parent))


def test_a_broken_link_is_noticed() -> None:
    page = "# One two\n[a](nowhere.md) [b](README.md#nothing) [c](#one-two) [d](#three) [e](https://example.org/x)"
    assert list(broken_links(page, ROOT)) == ["nowhere.md", "README.md#nothing", "#three"]


def test_every_page_is_linked_from_the_readme() -> None:
    readme = (ROOT / "README.md").read_text()
    assert not [path.name for path in PAGES[1:] if f"(docs/{path.name})" not in readme]


def test_paths_named_in_the_pages_exist() -> None:
    """In code on its own that starts with one of our folders, up to a `:` or a `{`."""
    folders = "attnproof|codegen|derivations|docs|examples|generated|tests|verification|benchmarks"
    for page in PAGES:
        for path in re.findall(rf"`((?:{folders})/[\w./]*)`", page.read_text()):
            assert (ROOT / path).exists(), f"{page.name}: {path}"


def test_tests_named_in_the_pages_exist() -> None:
    known = set(re.findall(r"\bdef (test_\w+)", "".join(path.read_text() for path in (ROOT / "tests").glob("*.py"))))
    for page in PAGES:
        named = set(re.findall(r"`(test_\w+)`", page.read_text()))
        assert named <= known, f"{page.name}: {sorted(named - known)}"


def test_backends_and_fillings_are_all_shown() -> None:
    text = "".join(path.read_text() for path in PAGES)
    assert all(f"fill: {name} " in text for name in FILLINGS)
    assert all(f"generated/{backend.name}/" in text for backend in BACKENDS)


def test_version_is_the_same_everywhere() -> None:
    version = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["version"]
    assert f"\nversion: {version}\n" in (ROOT / "CITATION.cff").read_text()
    assert f"## [{version}]" in (ROOT / "CHANGELOG.md").read_text()


def write_anew() -> None:
    """Every page with fresh outputs."""
    for path in PAGES:
        text = renewed(path.read_text(), path.name)
        if text != path.read_text():
            write_atomically(path, text.encode())
            print(f"wrote {path}", file=sys.stderr)


if __name__ == "__main__":
    write_anew()
