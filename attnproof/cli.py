"""The commands with their options, and what happens to errors."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from io import TextIOWrapper
from pathlib import Path
from typing import Annotated

import typer

from attnproof.collection import uncollected
from attnproof.errors import FAILED, INTERRUPTED, MISTAKE, Stop

# Each command imports its work when it runs, so that help and `list` do not wait for JAX.

app = typer.Typer(
    help="Proves what scaled dot-product attention is, prints the proofs and the kernels, and verifies the kernels.",
    add_completion=False,
    rich_markup_mode=None,
)


def _positive(text: str | int) -> int:
    return _at_least(1, str(text))


def _natural(text: str | int) -> int:
    return _at_least(0, str(text))


def _at_least(least: int, text: str) -> int:
    if not text.isdecimal() or int(text) < least:
        raise typer.BadParameter(f"{text!r} is not a whole number of at least {least}")
    return int(text)


Json = Annotated[bool, typer.Option("--json", help="Print JSON and nothing else on stdout.")]
Output = Annotated[Path | None, typer.Option("--output", metavar="DIR", help="Write here, not into the repository.")]
Instances = Annotated[
    int | None,
    typer.Option("--instances", parser=_positive, metavar="N", help="For each kernel; by default one of each kind."),
]
Seed = Annotated[int, typer.Option("--seed", parser=_natural, metavar="N", help="Seed of the random instances.")]


@app.command("list")
def list_(as_json: Json = False) -> None:
    """List every theorem and every kernel."""
    from attnproof.commands import browse

    browse.list_all(as_json)


@app.command()
def show(
    ids: Annotated[list[str], typer.Argument(metavar="ID...", help="Theorems: A2b, or A2 for A2a, A2b, ...")],
    coq: Annotated[bool, typer.Option("--coq", help="The statements as Coq has them.")] = False,
    as_json: Json = False,
) -> None:
    """Show theorems with their proofs and axioms."""
    if coq:
        from attnproof.commands import formal

        formal.statements(ids, as_json)
    else:
        from attnproof.commands import browse

        browse.show(ids, as_json)


@app.command()
def prove(
    ids: Annotated[
        list[str] | None, typer.Argument(metavar="[ID...]", help="Theorems; all when none is named.")
    ] = None,
    as_json: Json = False,
) -> None:
    """Check every step of the proofs; exit code 1 if any is refused."""
    with uncollected():
        from attnproof.commands.prove import prove

        code = prove(ids or [], as_json)
    raise typer.Exit(code)


@app.command()
def formal(
    ids: Annotated[
        list[str] | None, typer.Argument(metavar="[ID...]", help="Theorems; all when none is named.")
    ] = None,
    as_json: Json = False,
) -> None:
    """Have Coq check the theorems; exit code 1 if it refuses any."""
    from attnproof.commands import formal

    raise typer.Exit(formal.formal(ids or [], as_json))


@app.command()
def appendix(
    file: Annotated[
        Path | None, typer.Argument(metavar="[FILE]", help="With --html: the page, in place of DIR/appendix.html.")
    ] = None,
    output: Output = None,
    pdf: Annotated[bool, typer.Option("--pdf", help="Compile it too; needs latexmk or tectonic.")] = False,
    html: Annotated[bool, typer.Option("--html", help="One HTML page in place of LaTeX; opens offline.")] = False,
    as_json: Json = False,
) -> None:
    """Print the proofs as LaTeX, or as HTML, into generated/appendix."""
    from attnproof.commands import write

    if html and pdf:
        raise Stop("--html prints a page in place of LaTeX, and --pdf compiles LaTeX; give one of them")
    if file and not html:
        raise Stop(f"{str(file)!r} would be the page of --html; for LaTeX name a folder: --output DIR")
    if html:
        write.page(file, output, as_json)
    else:
        write.appendix(output, pdf, as_json)


@app.command()
def graph(output: Output = None, as_json: Json = False) -> None:
    """Draw which theorem rests on which, as SVG and PNG, into generated/appendix/."""
    from attnproof.commands import write

    write.graph(output, as_json)


@app.command()
def generate(
    output: Output = None,
    check: Annotated[
        bool, typer.Option("--check", help="Write nothing; exit with 1 and a diff if a file is stale, edited or stray.")
    ] = False,
    as_json: Json = False,
) -> None:
    """Print the kernels and the appendix, into generated/."""
    from attnproof.commands import write

    if check:
        raise typer.Exit(write.check(output, as_json))
    write.generate(output, as_json)


@app.command()
def verify(
    kernel: Annotated[
        list[str] | None, typer.Option("--kernel", metavar="NAME", help="Only this one; repeatable.")
    ] = None,
    backend: Annotated[
        list[str] | None, typer.Option("--backend", metavar="NAME", help="Only numpy, or only jax.")
    ] = None,
    dtype: Annotated[
        list[str] | None, typer.Option("--dtype", metavar="NAME", help="Only this one; repeatable.")
    ] = None,
    instances: Instances = None,
    seed: Seed = 0,
    instance: Annotated[
        int | None, typer.Option("--instance", parser=_natural, metavar="K", help="Only instance K.")
    ] = None,
    inputs: Annotated[
        Path | None,
        typer.Option("--inputs", metavar="FILE.npz", help="Your arrays: query, key, value, perhaps mask, output."),
    ] = None,
    target: Annotated[
        str | None, typer.Option("--target", metavar="MODULE:FUNCTION", help="Your function, verified --as a kernel.")
    ] = None,
    as_: Annotated[
        str | None, typer.Option("--as", metavar="NAME", help="What the target is: attention, ... (see list).")
    ] = None,
    arrays: Annotated[
        str | None, typer.Option("--arrays", metavar="KIND", help="What the target takes: numpy (default), jax, torch.")
    ] = None,
    layout: Annotated[
        str | None, typer.Option("--layout", metavar="AXES", help="Of the target's arrays: BTNH or BHTD.")
    ] = None,
    supports: Annotated[
        str | None,
        typer.Option(
            "--supports",
            metavar="LIST",
            help="What the target can do: causal,mask, ... (docs/verify-your-kernel.md).",
        ),
    ] = None,
    output: Annotated[
        Path | None,
        typer.Option("--output", metavar="DIR", help="Where a target's failing instance is written (default: here)."),
    ] = None,
    as_json: Json = False,
) -> None:
    """Check the kernels, or a function of yours, against high precision and autodiff."""
    from attnproof.commands import verify

    about_target = {"--as": as_, "--arrays": arrays, "--layout": layout, "--supports": supports, "--output": output}
    about_ours = {"--kernel": kernel, "--backend": backend, "--inputs": inputs}
    if target is None:
        for option in (name for name, value in about_target.items() if value is not None):
            raise Stop(f"{option} is about a function of yours; name it with --target MODULE:FUNCTION")
        chosen = verify.selection(kernel or [], backend or [], dtype or [], instances, seed, instance)
        raise typer.Exit(verify.verify(chosen, inputs, as_json))
    for option in (name for name, value in about_ours.items() if value):
        raise Stop(f"{option} is about our kernels; with --target, --as names the kernel that your function is")
    about = verify.About(as_, arrays, layout, supports, tuple(dtype or ()), instances, instance, seed)
    raise typer.Exit(verify.verify_target(target, about, output or Path(), as_json))


@app.command()
def bench(
    length: Annotated[
        list[int] | None, typer.Option("--length", parser=_positive, metavar="N", help="Only this one; repeatable.")
    ] = None,
    rounds: Annotated[int, typer.Option("--rounds", parser=_positive, metavar="R", help="At least 7.")] = 7,
    memory: Annotated[bool, typer.Option(help="Measure extra memory too, each in a process of its own.")] = True,
    page: Annotated[
        Path | None, typer.Option("--page", metavar="FILE.md", help="Write the tables into this page.")
    ] = None,
    as_json: Json = False,
) -> None:
    """Time attention against PyTorch, jax.nn and the usual NumPy code."""
    from attnproof.commands import bench

    bench.bench(length or [], rounds, memory, page, as_json)


@app.command("all")
def all_(
    output: Annotated[
        Path | None, typer.Option("--output", metavar="DIR", help="Use this folder in place of the repository's root.")
    ] = None,
    instances: Instances = None,
    seed: Seed = 0,
    as_json: Json = False,
) -> None:
    """Do all of the above, and draw the figure."""
    from attnproof.commands import everything

    raise typer.Exit(everything.run_all(output, instances, seed, as_json))


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command and give its exit code; whatever the user can mend ends in one sentence on stderr."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")  # mathematics on a terminal that is not Unicode
    given = list(sys.argv[1:] if arguments is None else arguments)
    try:
        code = typer.main.get_command(app).main(given or ["--help"], "attnproof", standalone_mode=False)
        sys.stdout.flush()
    except typer.TyperException as error:
        context, message = getattr(error, "ctx", None), error.format_message().rstrip(".")
        see = f"; see: {context.command_path} --help" if context and not message.endswith("?") else ""
        return _end(f"{message}{see}", error.exit_code)
    except Stop as stop:
        return _end(str(stop), stop.exit_code)
    except KeyboardInterrupt:
        code = INTERRUPTED
    except (typer.Abort, EOFError):  # typer makes the first of the second
        return _end("a file ended before it should; check that the files given are whole", FAILED)
    except BrokenPipeError:  # the reader, such as `head`, has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FAILED
    except OSError as error:
        return _end(f"{error.filename or 'a file'}: {error.strerror or error}", FAILED)
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] in _OWN:
            raise
        return _end(
            f"the package {error.name!r} is missing; run: {sys.executable} -m pip install {error.name}", MISTAKE
        )
    if code == INTERRUPTED:
        return _end("interrupted; no file is half written", INTERRUPTED)
    return code if isinstance(code, int) else 0


_OWN = ("attnproof", "codegen", "derivations", "generated", "verification")


def _end(message: str, code: int) -> int:
    print(f"attnproof: {message}", file=sys.stderr)
    return code
