"""The attention interface as text: the functions of blocks, derived, in the schedule around them, from the template."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from typing import Any

from codegen.backends.arrays import HELPERS, ArrayPrinter
from codegen.backends.environment import environment
from codegen.backends.jax import JaxPrinter
from codegen.backends.numpy.inplace import OUT, InPlacePrinter, may_be_out
from codegen.compile import Compiled, compiled
from codegen.pieces import INTERFACE, PIECE_AXES, PIECES
from derivations.catalogue import CATALOGUE
from derivations.index import Tensor
from derivations.notation import keys, queries
from derivations.proof import Theorem

PRINTERS: Mapping[str, type[ArrayPrinter]] = {"numpy": InPlacePrinter, "jax": JaxPrinter}


def compiled_pieces(theorems: Sequence[Theorem] = CATALOGUE) -> tuple[Compiled, ...]:
    """The functions of blocks as confirmed programs."""
    return tuple(compiled(piece.kernel, theorems, piece.passes, PIECE_AXES) for piece in PIECES)


def interface_text(backend: str, programs: Sequence[Compiled], theorems: Sequence[Theorem] = CATALOGUE) -> str:
    """The module of the interface of a backend, complete in itself."""
    known = {theorem.id: theorem for theorem in theorems}
    functions = [_function(PRINTERS[backend], program, known) for program in programs]
    code = " ".join(line for function in functions for line in function["lines"])
    return (
        environment(backend)
        .get_template(f"{INTERFACE}.py.jinja")
        .render(
            theorems=dict.fromkeys(name for program in programs for name in program.kernel.theorems),
            source=_source(programs),
            pieces=functions,
            uses={name for name in HELPERS if f"_{name}(" in code},
        )
    )


def _function(printer: type[ArrayPrinter], program: Compiled, theorems: Mapping[str, Theorem]) -> dict[str, Any]:
    """What the template needs to know of a function."""
    kernel = program.kernel
    tensors = {a.variable: a.name for a in kernel.arguments if isinstance(a.variable, Tensor)}
    printed = printer(program.program, tensors)
    assigned = printed.lines()
    results = printed.results()
    written = [*assigned, *(line for line in results if line[0] != line[1])]
    returned = [line for line in results if line[0]]
    takes_out = any(f"{OUT}={OUT}" in code for _, code in written)
    arrays = [name for variable, name in tensors.items() if variable.axes == (queries, keys)]
    aliases = may_be_out(written, arrays) if takes_out else []
    return {
        "name": kernel.name,
        "signature": ", ".join([*(a.name for a in kernel.arguments), *([OUT] if takes_out else [])]),
        "about": kernel.about,
        "theorems": " and ".join(kernel.theorems),
        "aliases": f" `{OUT}` may be {' or '.join(aliases)}." if aliases else "",
        "lines": [f"{name} = {code}" if name else code for name, code in written],
        "returned": ", ".join(name for name, _ in returned),
    }


def _source(programs: Sequence[Compiled]) -> str:
    """The hash of the expressions that the functions were lowered from."""
    named = ((p.kernel.name, name, expr) for p in programs for name, expr in p.expressions.items())
    return hashlib.sha256("\n".join(f"{kernel}.{name} = {expr}" for kernel, name, expr in named).encode()).hexdigest()
