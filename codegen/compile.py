"""From a kernel's declaration to a tensor program, each pass confirmed by the checker's algebra."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from sympy import Basic, Expr

from codegen.kernels import AXES, Kernel, Output
from codegen.program.denote import denotation, require_same
from codegen.program.ir import Program
from codegen.program.lowering import lower
from codegen.program.passes import contractions_ordered
from codegen.program.rewrite import carried_out, deltas_contracted, specialised, stabilised
from derivations.catalogue import CATALOGUE
from derivations.index import Algebra
from derivations.proof import Equation, Nonnegative, Positive, Theorem

ExpressionPass = Callable[[Expr], Expr]
EXPRESSION_PASSES: tuple[ExpressionPass, ...] = (
    carried_out,  # before deltas: differentiating makes them
    deltas_contracted,  # before stabilising: contracting moves indices
    stabilised,
)


@dataclass(frozen=True)
class Compiled:
    """A kernel, the expression of each result as the theorem has it, and the program that computes them."""

    kernel: Kernel
    expressions: Mapping[str, Expr]
    stable: Mapping[str, Expr]
    program: Program


def expression_of(output: Output, theorems: Mapping[str, Theorem]) -> Expr:
    """The right side of the claim that a result names."""
    claim = theorems[output.theorem].steps[output.claim].claim
    if not isinstance(claim, Equation):
        raise TypeError(f"{output.theorem} is not an equation, so {output.name} cannot be lowered from it")
    return claim.rhs


def compiled(
    kernel: Kernel,
    theorems: Sequence[Theorem] = CATALOGUE,
    passes: Sequence[ExpressionPass] = EXPRESSION_PASSES,
) -> Compiled:
    """The kernel's program. Raises `Unproved` when a pass or the lowering changes what a result means."""
    known = {theorem.id: theorem for theorem in theorems}
    wanted = {o.name: specialised(carried_out(expression_of(o, known)), kernel.put) for o in kernel.outputs}
    algebra = _algebra(kernel, known)
    stable = {name: _rewritten(expr, passes, algebra, f"{kernel.name}.{name}") for name, expr in wanted.items()}
    names = {argument.variable: argument.name for argument in kernel.arguments}
    program = lower([(o.name, stable[o.name], o.indices) for o in kernel.outputs], names, AXES)
    program = contractions_ordered(program, AXES)
    for name, got in denotation(program, names).items():
        require_same(algebra, got, wanted[name], f"{kernel.name}.{name}: the lowering")
    return Compiled(kernel, wanted, stable, program)


def _rewritten(expr: Expr, passes: Sequence[ExpressionPass], algebra: Algebra, what: str) -> Expr:
    for rewrite in passes:
        rewritten = rewrite(expr)
        if rewritten != expr:
            require_same(algebra, rewritten, expr, f"{what}: the pass {rewrite.__name__}")
        expr = rewritten
    return expr


def _algebra(kernel: Kernel, theorems: Mapping[str, Theorem]) -> Algebra:
    """What the theorems assume of the signs of the kernel's arguments."""
    hypotheses = [h for output in kernel.outputs for h in theorems[output.theorem].hypotheses]
    arguments: set[Basic] = {argument.variable for argument in kernel.arguments}
    return Algebra(
        {h.what for h in hypotheses if isinstance(h, Positive) and h.what in arguments},
        {h.what for h in hypotheses if isinstance(h, Nonnegative) and h.what in arguments},
    )
