"""`attnproof appendix`, `attnproof graph` and `attnproof generate`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from rich.text import Text

from attnproof.errors import FAILED, Stop
from attnproof.places import generated_folder
from attnproof.proving import everything_proved
from attnproof.terminal import err, print_json, progress, say
from codegen import graph as figure
from codegen.backends.html import appendix as html
from codegen.backends.latex.appendix import appendix_files, rendered
from codegen.backends.latex.pdf import NotCompiled, compile_pdf
from codegen.backends.render import BACKENDS, kernel_files
from codegen.document.appendix import appendix as appendix_of
from codegen.program.denote import Unproved
from codegen.writing import stale, write_atomically, write_files
from derivations.formal import files as formal
from derivations.formal import record
from derivations.proof import Proved

SHOWN = 200  # lines of a diff
_COLOURS = {"+": "green", "-": "red", "@": "cyan"}


def appendix(output: Path | None, pdf: bool, as_json: bool) -> None:
    """Write the appendix, and compile it when asked."""
    folder = output or generated_folder() / "appendix"
    files = appendix_files(_proved(), checked_by_coq())
    changed = write_files(folder, files)
    made = compiled(folder) if pdf else None
    if as_json:
        print_json(
            {"folder": str(folder), "files": sorted(files), "changed": _names(changed), "pdf": made and str(made)}
        )
        return
    say(written(folder, files, changed))
    if made:
        say(f"compiled {made}")


def page(file: Path | None, output: Path | None, as_json: bool) -> None:
    """Write the appendix as one HTML page. Raises Stop where a folder has the page's name."""
    path = file or (output or generated_folder() / "appendix") / "appendix.html"
    if path.is_dir():
        raise Stop(f"{str(path)!r} is a folder; name the page, such as {str(path / 'appendix.html')!r}")
    text = html.page(appendix_of(_proved(), checked_by_coq()))
    changed = bool(write_files(path.parent, {path.name: text}))
    if as_json:
        print_json({"file": str(path), "changed": changed})
    else:
        say(f"{path}: {'written' if changed else 'already up to date'}")


def graph(output: Path | None, as_json: bool) -> None:
    """Write which theorem rests on which as SVG and PNG."""
    folder = output or generated_folder() / "appendix"
    drawn = figure.dependency_graph(tuple(result.theorem for result in _proved()))
    svg, png = (folder / f"theorems.{ending}" for ending in ("svg", "png"))
    with progress("drawing"):
        write_atomically(svg, figure.svg(drawn).encode())
        write_atomically(png, figure.png(drawn))
    if as_json:
        print_json({"svg": str(svg), "png": str(png), "theorems": figure.values(drawn)})
    else:
        say(f"{len(drawn.nodes)} theorems and {len(drawn.edges)} arrows in {svg} and {png}")


def _proved() -> list[Proved]:
    with progress("proving") as report:
        return everything_proved(report)


def compiled(folder: Path) -> Path:
    """The PDF of the appendix. Raises Stop when no TeX is installed or it fails."""
    try:
        return compile_pdf(folder)
    except NotCompiled as failure:
        raise Stop(str(failure), FAILED) from None


def generate(output: Path | None, as_json: bool) -> None:
    """Write every generated file where it differs."""
    folder = output or generated_folder()
    files = _anew()
    changed = write_files(folder, files)
    extra = strays(folder, files)
    if as_json:
        print_json({"folder": str(folder), "files": sorted(files), "changed": _names(changed), "stray": _names(extra)})
        return
    say(written(folder, files, changed))
    for path in extra:
        say(f"{path} is not a generated file; delete it", console=err())


def check(output: Path | None, as_json: bool) -> int:
    """Say which generated files are stale, edited or stray, and write nothing; the exit code."""
    folder = output or generated_folder()
    files = _anew()
    diffs = {name: stale(folder, {name: text}) for name, text in sorted(files.items())}
    differing = [name for name, diff in diffs.items() if diff]
    diff, extra = "".join(diffs.values()), strays(folder, files)
    if as_json:
        print_json({"folder": str(folder), "stale": differing, "stray": _names(extra), "diff": diff})
        return FAILED if differing or extra else 0
    show_diff(diff)
    for path in extra:
        say(f"{path} is not a generated file; delete it")
    if not differing and not extra:
        say(f"{len(files)} files in {folder} are up to date")
        return 0
    if differing:
        say(f"stale or edited: {', '.join(differing)}; to write them anew: attnproof generate", console=err())
    return FAILED


def _anew() -> dict[str, str]:
    proved = _proved()
    with progress("generating"):
        return generated_files(proved)


def generated_files(proved: Sequence[Proved]) -> dict[str, str]:
    """The path below `generated/` and the text of every file, from the theorems proved.

    Raises Stop when a kernel would not compute what its theorem says.
    """
    try:
        kernels = kernel_files(tuple(result.theorem for result in proved))
    except Unproved as unproved:
        raise Stop(f"nothing was written: {unproved}", FAILED) from None
    checked = checked_by_coq()
    content = appendix_of(proved, checked)
    appendix = {**rendered(content), "theorems.svg": figure.svg(content.graph)}
    coq = {**formal.generated(), record.NAME: record.written(checked)}
    return {
        **kernels,
        **{f"appendix/{name}": text for name, text in appendix.items()},
        **{f"coq/{name}": text for name, text in coq.items()},
    }


def checked_by_coq() -> frozenset[str]:
    """The theorems that Coq has checked as they stand, says the record that `attnproof formal` wrote."""
    return frozenset(record.read(generated_folder() / "coq"))


def strays(folder: Path, files: Mapping[str, str]) -> list[Path]:
    """What lies in the folders of generated files and was not generated: neither a file, nor made from one."""
    return sorted(_strays(folder, set(files)))


def _strays(folder: Path, files: set[str]) -> Iterator[Path]:
    sources = {Path(name).stem for name in files if name.endswith((".tex", ".svg", ".v"))}
    for part in (*(backend.name for backend in BACKENDS), "appendix", "coq"):
        for path in (folder / part).rglob("*"):
            stem = path.stem.removeprefix(".")  # of what TeX and Coq leave beside their sources
            made = "__pycache__" in path.parts or (path.suffix not in (".tex", ".v", "") and stem in sources)
            if path.is_file() and not made and path.relative_to(folder).as_posix() not in files:
                yield path


def show_diff(diff: str) -> None:
    """The first lines of a diff, in colour on a terminal."""
    lines = diff.splitlines()
    for line in lines[:SHOWN]:
        say(Text(line, _COLOURS.get(line[:1], "")))
    if len(lines) > SHOWN:
        say(f"... and {len(lines) - SHOWN} lines more; all of them: attnproof generate --check --json")


def written(folder: Path, files: Mapping[str, str], changed: Sequence[Path]) -> str:
    """One line on what was written."""
    return f"{len(files)} files in {folder}: {len(changed)} written, {len(files) - len(changed)} already up to date"


def _names(paths: Sequence[Path]) -> list[str]:
    return sorted(map(str, paths))
