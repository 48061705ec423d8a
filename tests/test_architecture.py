"""The layout is the architecture: imports run one way, the trusted part is small, theorems rest on earlier ones."""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from derivations.catalogue import CATALOGUE, MODULES, cites, prove
from derivations.proof import AXIOMS

ROOT = Path(__file__).resolve().parent.parent
CHAPTERS = ("transport", "geometry", "learning", "surface", "streaming", "scores")
TRUSTED = ("derivations/index", "derivations/proof")
TRUSTED_LINES = 820

SCRIPTS = {"sympy", "derivations.index", "derivations.proof", "derivations.notation"}
ALLOWED = {
    "derivations/index": {"sympy", "derivations.index"},
    "derivations/proof": {"sympy", "derivations.index", "derivations.proof"},
    "derivations/notation.py": SCRIPTS,
    "derivations/printing.py": SCRIPTS,
    **{f"derivations/{chapter}": SCRIPTS | {f"derivations.{other}" for other in CHAPTERS} for chapter in CHAPTERS},
    "derivations": {"sympy", "derivations"},
    "codegen": {"sympy", "jinja2", "opt_einsum", "matplotlib", "derivations", "codegen"},
    "generated/numpy/__init__.py": {"generated.numpy"},
    "generated/jax/__init__.py": {"generated.jax"},
    "generated/numpy": {"numpy"},
    "generated/jax": {"jax"},
    "generated": set(),
    "verification/pytest_plugin.py": {"pytest", "verification"},
    "verification": {
        *("numpy", "jax", "ml_dtypes", "flint", "mpmath", "matplotlib", "sympy"),
        *("derivations", "codegen", "generated", "verification"),
    },
    "benchmarks/attention.py": {"numpy", "jax", "scipy", "torch", "generated"},
    "attnproof": {
        "attnproof",
        "benchmarks",
        "verification",
        "generated",
        "codegen",
        "derivations",
        "sympy",
        "rich",
        "typer",
        "numpy",
        "jax",
    },
}  # the first that fits a file decides


def modules(*folders: str) -> list[Path]:
    return sorted(path.relative_to(ROOT) for folder in folders for path in (ROOT / folder).rglob("*.py"))


def imports(path: Path) -> Iterator[str]:
    """Every module that the file imports, at its top or within, with its full name."""
    package = path.with_suffix("").parts[:-1]
    for node in ast.walk(ast.parse((ROOT / path).read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = ".".join(package[: len(package) + 1 - node.level]) if node.level else ""
            module = ".".join(part for part in (base, node.module) if part)
            yield from (
                module,
                *(f"{module}.{alias.name}" for alias in node.names if (ROOT / module.replace(".", "/")).is_dir()),
            )


def forbidden(path: Path) -> list[str]:
    """The imports that the file's folder may not make."""
    allowed = next(names for folder, names in ALLOWED.items() if path.as_posix().startswith(folder))
    outside = (name for name in imports(path) if name.split(".")[0] not in sys.stdlib_module_names)
    return [
        name for name in outside if not any(part in allowed for part in prefixes(name)) and not is_folder(name, allowed)
    ]


def prefixes(name: str) -> list[str]:
    parts = name.split(".")
    return [".".join(parts[:end]) for end in range(1, len(parts) + 1)]


def is_folder(name: str, allowed: set[str]) -> bool:
    """A package named only to import an allowed one from it, as in `from derivations import index`."""
    return any(other.startswith(f"{name}.") for other in allowed) and (ROOT / name.replace(".", "/")).is_dir()


@pytest.mark.parametrize("folder", ["derivations", "codegen", "generated", "verification", "attnproof"])
def test_imports_run_one_way(folder: str) -> None:
    files = modules(folder)
    assert files
    assert {str(path): found for path in files if (found := forbidden(path))} == {}


@pytest.mark.parametrize(
    ("path", "line", "found"),
    [
        (
            "derivations/index/a.py",
            "from derivations.proof import check",
            ["derivations.proof", "derivations.proof.check"],
        ),
        ("derivations/proof/a.py", "from derivations.printing import TextPrinter", ["derivations.printing"]),
        ("derivations/surface/a.py", "import codegen.kernels", ["codegen.kernels"]),
        ("derivations/index/a.py", "def f():\n    import numpy", ["numpy"]),
        ("derivations/index/a.py", "from ..proof import check", ["derivations.proof", "derivations.proof.check"]),
        ("codegen/a.py", "from verification import report", ["verification", "verification.report"]),
        ("generated/numpy/a.py", "from .softmax import softmax", ["generated.numpy.softmax"]),
        ("generated/numpy/a.py", "import jax", ["jax"]),
        ("verification/a.py", "import attnproof", ["attnproof"]),
    ],
)
def test_a_wrong_import_is_found(
    path: str, line: str, found: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for package in ("derivations/proof", "verification"):
        (tmp_path / package).mkdir(parents=True)
    (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
    (tmp_path / path).write_text(line)
    monkeypatch.setitem(globals(), "ROOT", tmp_path)
    assert forbidden(Path(path)) == found


def test_the_trusted_part_rewrites_nothing_by_sympys_heuristics() -> None:
    heuristics = {
        "simplify",
        "solve",
        "solveset",
        "factor",
        "cancel",
        "together",
        "doit",
        "subs",
        "diff",
        "equals",
        "evalf",
    }
    for path in modules(*TRUSTED):
        used = {
            node.attr if isinstance(node, ast.Attribute) else node.name
            for node in ast.walk(ast.parse((ROOT / path).read_text(encoding="utf-8")))
            if isinstance(node, ast.Attribute | ast.alias)
        }
        assert not used & heuristics, path


def code_lines(source: str) -> int:
    """Lines that are not blank, comment, docstring, import or `__all__`."""
    skipped: set[int] = set()
    for node in ast.walk(ast.parse(source)):
        docstring = (
            isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant) and isinstance(node.value.value, str)
        )
        exports = isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "__all__"
        if docstring or exports or isinstance(node, ast.Import | ast.ImportFrom):
            skipped |= set(range(node.lineno, (node.end_lineno or node.lineno) + 1))
    lines = enumerate(source.splitlines(), start=1)
    return sum(
        1 for number, line in lines if number not in skipped and line.strip() and not line.strip().startswith("#")
    )


def test_code_lines_are_counted() -> None:
    head = '"""Doc\n\nstring."""\nimport a\nfrom b import (\n    c,\n)\n\n__all__ = [\n    "f",\n]\n'
    assert code_lines(head) == 0
    assert code_lines(f'{head}\n\n# why\ndef f():\n    """Doc."""\n    return (\n        1\n    )\n') == 4


def test_the_trusted_part_is_read_in_one_sitting() -> None:
    lines = {str(path): code_lines((ROOT / path).read_text(encoding="utf-8")) for path in modules(*TRUSTED)}
    assert sum(lines.values()) <= TRUSTED_LINES, lines


def test_every_theorem_has_its_own_id_named_after_its_script() -> None:
    ids = [theorem.id for theorem in CATALOGUE]
    assert len(set(ids)) == len(ids)
    for module in MODULES:
        item = module.__name__.rsplit(".", 1)[-1].split("_")[0].upper()
        here = [theorem.id for theorem in CATALOGUE if vars(module).get(theorem.id) is theorem]
        assert here, module.__name__
        assert all(re.fullmatch(f"{item}[a-z]?", name) for name in here), (module.__name__, here)
    assert all(
        any(vars(module).get(name) is theorem for module in MODULES)
        for name, theorem in zip(ids, CATALOGUE, strict=True)
    )


def test_every_theorem_rests_on_earlier_ones_only() -> None:
    earlier: set[str] = set()
    for theorem in CATALOGUE:
        assert set(cites(theorem)) <= earlier, theorem.id
        earlier.add(theorem.id)


def test_every_script_of_a_chapter_is_in_the_catalogue() -> None:
    scripts = {path.stem for chapter in CHAPTERS for path in modules(f"derivations/{chapter}")}
    numbered = {stem for stem in scripts if re.match(r"[a-z]\d+_", stem)}
    assert numbered == {module.__name__.rsplit(".", 1)[-1] for module in MODULES}


def test_the_ledger_is_what_the_theorems_use() -> None:
    used = frozenset[str]().union(*(proved.axioms for proved in prove()))
    assert used <= AXIOMS.keys()
    assert AXIOMS.keys() - used == set(), "axioms that no theorem uses"
