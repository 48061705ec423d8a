"""Kernel modules as text: formulas come from the compiled programs, the searches and all else from the templates."""

from __future__ import annotations

import ast
import hashlib
import itertools
import re
import textwrap
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from sympy import Symbol

from codegen.backends.arrays import HELPERS, ArrayPrinter
from codegen.backends.environment import environment
from codegen.backends.interface import compiled_pieces, interface_text
from codegen.backends.jax import JaxPrinter
from codegen.backends.numpy import NumpyPrinter
from codegen.compile import Compiled, compiled
from codegen.kernels import KERNELS, Argument, Kernel
from codegen.pieces import INTERFACE
from codegen.program.rewrite import specialised
from derivations.abbreviations import abbreviations
from derivations.catalogue import CATALOGUE
from derivations.index import Tensor
from derivations.printing import TextPrinter
from derivations.proof import Positive, Theorem


@dataclass(frozen=True)
class Backend:
    """A backend is a name, a printer and a folder of templates beside it."""

    name: str
    printer: type[ArrayPrinter]


BACKENDS = (Backend("numpy", NumpyPrinter), Backend("jax", JaxPrinter))


def kernel_files(theorems: Sequence[Theorem] = CATALOGUE) -> dict[str, str]:
    """The path below `generated/` and the text of every kernel module of every backend."""
    files: dict[str, str] = {}
    for module, kernels in KERNELS.items():
        programs = [compiled(kernel, theorems) for kernel in kernels]
        for backend in BACKENDS:
            files[f"{backend.name}/{module}.py"] = module_text(backend, programs, theorems)
    pieces = compiled_pieces(theorems)
    for backend in BACKENDS:
        interface = interface_text(backend.name, pieces, theorems)
        files[f"{backend.name}/{INTERFACE}.py"] = interface
        files[f"{backend.name}/__init__.py"] = _package(backend, _public(interface))
    return files


def module_text(backend: Backend, programs: Sequence[Compiled], theorems: Sequence[Theorem] = CATALOGUE) -> str:
    """One module of kernels, complete in itself."""
    known = {theorem.id: theorem for theorem in theorems}
    kernels = [_kernel(backend, program, known) for program in programs]
    return (
        environment(backend.name)
        .get_template("module.py.jinja")
        .render(
            title=f"Kernels: {', '.join(kernel['name'] for kernel in kernels)}.",
            theorems=dict.fromkeys(name for program in programs for name in program.kernel.theorems),
            source=_source(programs),
            kernels=kernels,
            uses=_helpers(kernels),
        )
    )


def _kernel(backend: Backend, program: Compiled, theorems: Mapping[str, Theorem]) -> dict[str, Any]:
    """What the template needs to know of a kernel."""
    kernel = program.kernel
    tensors = {a.variable: a.name for a in kernel.arguments if isinstance(a.variable, Tensor)}
    scalars = [a for a in kernel.arguments if not isinstance(a.variable, Tensor)]
    printer = backend.printer(program.program, tensors)
    results = printer.results()
    return {
        "name": kernel.name,
        "signature": ", ".join(a.name + (f"={a.default}" if a.default else "") for a in kernel.arguments),
        "docstring": _docstring(kernel, theorems),
        "arguments": [a.name for a in kernel.arguments],
        "scalars": [a.name for a in scalars],
        "positive": _positive(kernel, theorems),
        "specs": [f'{a.name}=({a.name}, "{_axes(a, " ")}")' for a in kernel.arguments],
        "lines": [*_searches(kernel), *printer.lines(), *(result for result in results if result[0] != result[1])],
        "returned": [name for name, _ in results],
        "gradients": [o.at or o.of for o in kernel.outputs if o.of],
        "vjp": kernel.vjp,
        "pulled": _pulled(kernel),
        "saved": _saved(kernel),
    }


def _positive(kernel: Kernel, theorems: Mapping[str, Theorem]) -> list[str]:
    """What the theorems take to be positive of the scalar arguments, such as alpha - 1."""
    scalars = {a.variable: Symbol(a.name) for a in kernel.arguments if isinstance(a.variable, Symbol)}
    hypotheses = (hypothesis for name in kernel.theorems for hypothesis in theorems[name].hypotheses)
    assumed = [h.what for h in hypotheses if isinstance(h, Positive) and isinstance(h.what, Symbol)]
    given = [specialised(what, kernel.put).xreplace(scalars) for what in assumed]
    return list(dict.fromkeys(str(what) for what in given if what.free_symbols <= set(scalars.values())))


def _searches(kernel: Kernel) -> list[tuple[str, str]]:
    """The line that finds what the theorems take as given."""
    if not kernel.search:
        return []
    call = f"_{kernel.search.function}({', '.join(kernel.search.arguments)})"
    return [(", ".join(argument.name for argument in kernel.found), call)]


def _saved(kernel: Kernel) -> list[str]:
    """How the vjp kernel of a kernel with one result is called, where it takes that result; empty where it does not."""
    vjp = next((k for kernels in KERNELS.values() for k in kernels if k.name == kernel.vjp), None)
    results = [output.name for output in kernel.outputs]
    names = [argument.name for argument in vjp.arguments] if vjp else []
    if not set(results) & set(names):
        return []
    places = {argument.name: f"arguments[{place}]" for place, argument in enumerate(kernel.arguments)}
    return [name if name in results else places.get(name, "cotangent") for name in names]


def _pulled(kernel: Kernel) -> list[str]:
    """For each argument its cotangent, as the vjp kernel calls it, or empty if that kernel takes it for constant."""
    outputs = [o for kernels in KERNELS.values() for k in kernels if k.name == kernel.vjp for o in k.outputs]
    cotangents = {output.of: output.name for output in outputs}
    return [cotangents.get(argument.name, "") for argument in kernel.arguments]


def _helpers(kernels: Sequence[Mapping[str, Any]]) -> set[str]:
    """The names of the functions of the template that the kernels call."""
    code = " ".join(code for kernel in kernels for _, code in kernel["lines"])
    called = {name for name in HELPERS if f"_{name}(" in code}
    return called | {"sum_to" for kernel in kernels if kernel["gradients"]}


def _axes(argument: Argument, separator: str) -> str:
    axes = argument.variable.axes if isinstance(argument.variable, Tensor) else ()
    return separator.join(axis.size.name for axis in axes)


def _docstring(kernel: Kernel, theorems: Mapping[str, Theorem]) -> str:
    """What it computes, from which theorems, with the shapes of arguments and results."""
    lines = [f'"""{kernel.about}', ""]
    for name in kernel.theorems:
        lines += _said(theorems[name], theorems)
    if kernel.search:
        lines += ["", *_found(kernel, theorems)]
    lines += ["", "Args:"]
    for argument in kernel.arguments:
        axes = _axes(argument, ", ")
        shape = f"(..., {axes})" if axes else "a number or (...)"
        lines.append(f"    {argument.name}: {shape}; {argument.about}.")
    lines += ["", "Returns:"]
    for output in kernel.outputs:
        axes = "".join(f", {index.axis.size}" for index in output.indices)
        shape = f"the shape of {output.at or output.of}" if output.of else f"(...{axes})"
        lines.append(f"    {output.name}: {shape}; {output.about}.")
    lines += ["", "Raises:", "    TypeError, ValueError: an argument does not fit; the message names it.", '"""']
    return textwrap.indent("\n".join(lines), "    ", lambda line: bool(line.strip()))


def _found(kernel: Kernel, theorems: Mapping[str, Theorem]) -> list[str]:
    """What the search of a kernel finds, and the theorems that say when it is right."""
    conditions = kernel.search.conditions if kernel.search else ()
    lines = ["Found from the arguments:"]
    lines += [f"    {argument.name}: {argument.about}." for argument in kernel.found]
    if conditions:
        lines += ["", "The search is written by hand, and right if its result satisfies the conditions of optimality:"]
        lines += [f"    {name}: {theorems[name].title}." for name in conditions]
    return lines


def _said(theorem: Theorem, theorems: Mapping[str, Theorem]) -> list[str]:
    """The theorem's statement, its abbreviations and its hypotheses, each on a line of its own."""
    text = TextPrinter()
    used = abbreviations(replace(theorem, steps=()), theorems)
    where = [f"where {text.expr(name)} := {text.expr(name.body)}" for name in used]
    given = [f"given {text.statement(hypothesis)}" for hypothesis in theorem.hypotheses]
    first, *rest = f"{theorem.id}: {text.statement(theorem.statement)}", *where, *given
    lines = textwrap.wrap(first, 112, initial_indent="    ", subsequent_indent="            ")
    for line in rest:
        lines += textwrap.wrap(line, 112, initial_indent="        ", subsequent_indent="            ")
    return lines


def _source(programs: Sequence[Compiled]) -> str:
    """The hash of the expressions that the module was lowered from."""
    text = "\n".join(
        f"{program.kernel.name}.{name} = {expr}" for program in programs for name, expr in program.expressions.items()
    )
    return hashlib.sha256(text.encode()).hexdigest()


def _public(text: str) -> list[str]:
    """The names that a module offers."""
    (names,) = re.findall(r"^__all__ = (\[.*?\])$", text, re.DOTALL | re.MULTILINE)
    return sorted(ast.literal_eval(names))


def _package(backend: Backend, interface: Sequence[str]) -> str:
    """The package file that gathers the kernels and the interface."""
    modules = {module: sorted(kernel.name for kernel in kernels) for module, kernels in KERNELS.items()}
    modules[INTERFACE] = list(interface)
    lines = [f'"""Every {backend.name} kernel. Generated by attnproof; do not edit."""', ""]
    lines += [f"from .{module} import {', '.join(names)}" for module, names in sorted(modules.items())]
    names = sorted(itertools.chain.from_iterable(modules.values()))
    lines += ["", "__all__ = [", *(f'    "{name}",' for name in names), "]", ""]
    return "\n".join(lines)
