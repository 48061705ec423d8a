"""From a kernel's declaration to a tensor program, each pass confirmed by the checker's algebra."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import cast

from sympy import Basic, Expr, Mul, S, Symbol

from codegen.kernels import AXES, Kernel, Output
from codegen.program.denote import Unproved, closed, require_lowered, require_same
from codegen.program.ir import Program
from codegen.program.lowering import NAMES, lower, pattern_of
from codegen.program.passes import contractions_ordered
from codegen.program.rewrite import (
    Clipped,
    abstracted,
    below_largest,
    carried_out,
    contractions_split,
    deltas_contracted,
    normalised,
    rebuilt,
    specialised,
    stabilised,
)
from derivations.catalogue import CATALOGUE
from derivations.index import (
    Algebra,
    Axis,
    Delta,
    Index,
    Lambda,
    Named,
    Tensor,
    expression,
    free_indices,
    rename,
    total,
)
from derivations.proof import Equation, Nonnegative, Positive, Theorem

ExpressionPass = Callable[[Expr], Expr]
EXPRESSION_PASSES: tuple[ExpressionPass, ...] = (
    carried_out,  # before deltas: differentiating makes them
    deltas_contracted,  # before stabilising: contracting moves indices
    contractions_split,  # after deltas, which split sums too
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
    """The right side of the claim that a result names, or what it chooses for a variable of it."""
    if output.chosen is not None:
        return output.chosen
    claim = theorems[output.theorem].steps[output.claim].claim
    if not isinstance(claim, Equation):
        raise TypeError(f"{output.theorem} is not an equation, so {output.name} cannot be lowered from it")
    return claim.rhs


def compiled(
    kernel: Kernel,
    theorems: Sequence[Theorem] = CATALOGUE,
    passes: Sequence[ExpressionPass] = EXPRESSION_PASSES,
    axes: Sequence[Axis] = AXES,
) -> Compiled:
    """The kernel's program. Raises `Unproved` when a pass or the lowering changes what a result means."""
    known = {theorem.id: theorem for theorem in theorems}
    wanted = {
        o.name: specialised(carried_out(expression_of(o, known)), {**kernel.put, **o.put}) for o in kernel.outputs
    }
    algebra = _algebra(kernel, known)
    stable = {}
    if kernel.below_largest:
        passes = (*passes, below_largest(kernel.below_largest, kernel.reference))
    steps = [_Passing(rewrite, algebra) for rewrite in passes]
    for output in kernel.outputs:
        expr = wanted[output.name]
        for step in steps:
            expr = step(expr, f"{kernel.name}.{output.name}")
        stable[output.name] = _guarded(output, expr, known)
    names = {argument.variable: argument.name for argument in (*kernel.arguments, *kernel.found)}
    program = lower(
        [(o.name, stable[o.name], o.indices) for o in kernel.outputs], names, axes, {**NAMES, **kernel.hints}
    )
    program = contractions_ordered(program, axes)
    require_lowered(algebra, program, names, stable, kernel.name)
    return Compiled(kernel, wanted, stable, program)


def _guarded(output: Output, expr: Expr, theorems: Mapping[str, Theorem]) -> Expr:
    """The result without what rounding alone makes of it: negative entries, or a sum that is not 1.

    Raises `Unproved` unless the theorem that `normalised` names assumes that what the result is equal to sums to 1.
    """
    if output.normalised:
        index, claim = output.indices[-1], theorems[output.theorem].steps[output.claim].claim
        mass = isinstance(claim, Equation) and Equation(total(claim.lhs, index), S.One)
        if mass not in theorems[output.normalised].hypotheses:
            raise Unproved(f"{output.normalised} does not assume that {output.name} of {output.theorem} sums to 1")
        expr = normalised(expr, index)
    return Clipped(expr) if output.clipped else expr


@dataclass(frozen=True)
class _Passing:
    """A pass on the bodies of abbreviations, then on the expression around them, in which an array stands for each.

    Each is confirmed by itself, once for all results that hold it.
    """

    rewrite: ExpressionPass
    algebra: Algebra
    bodies: dict[Tensor, Lambda] = field(default_factory=dict)
    arrays: dict[Expr, Tensor] = field(default_factory=dict)

    def __call__(self, expr: Expr, result: str) -> Expr:
        around = cast(Expr, self._closed(expr, result))
        rewritten = self.rewrite(around)
        if rewritten != around:
            what = f"{result}: the pass {self.rewrite.__name__}"
            try:
                require_same(self.algebra, rewritten, around, what)
            except Unproved:
                require_same(self.algebra, self._opened(rewritten), self._opened(around), what)
        return self._opened(rewritten)

    def _closed(self, node: Basic, result: str) -> Basic:
        if not isinstance(node, Named):
            return rebuilt(node, lambda child: self._closed(child, result))
        name, indices, body = node.args
        if body.has(Delta):
            return Named(name, indices, self(body, result))
        order = tuple(sorted(free_indices(node), key=str))
        generic = tuple(Index(f"@{place}", index.axis) for place, index in enumerate(order))
        known = rename(node, dict(zip(order, generic, strict=True)))
        if known not in self.arrays:
            array = Tensor(f"[{len(self.arrays)}]", *(index.axis for index in order))
            self.arrays[known] = array
            self.bodies[array] = Lambda(generic, Named(name, known.args[1], self(known.body, result)))
        return self.arrays[known][order]

    def _opened(self, expr: Expr) -> Expr:
        return specialised(expr, self.bodies)


class RowAlgebra(Algebra):
    """The checker's algebra, which also knows expressions that are positive for every value of their free indices."""

    def __init__(self, positive: set[Basic], nonnegative: set[Basic], rows: Iterable[Expr]) -> None:
        super().__init__(positive, nonnegative)
        self._rows: set[Expr] = set()
        for expr in rows:
            self._rows.add(self._row(expr))

    def is_positive(self, expr: Expr) -> bool:
        """Whether the expression is known to be > 0."""
        if super().is_positive(expr):
            return True
        factors = Mul.make_args(expression(self.normal(expr)))
        bases = [base if power.is_Integer else factor for factor in factors for base, power in [factor.as_base_exp()]]
        return all(super(RowAlgebra, self).is_positive(base) or pattern_of(base)[0] in self._rows for base in bases)

    def _row(self, expr: Expr) -> Expr:
        return pattern_of(expression(self.normal(abstracted(expr))))[0]


def _algebra(kernel: Kernel, theorems: Mapping[str, Theorem]) -> Algebra:
    """What the theorems assume of the signs of the kernel's arguments, and of expressions in them.

    What is put for variables comes before expressions, which may be defined only where those are positive.
    """
    positive: set[Basic] = set()
    nonnegative: set[Basic] = set()
    entries: list[Expr] = []
    rows: list[Expr] = []
    arguments: set[Basic] = {argument.variable for argument in kernel.arguments}
    puts = {output.theorem: output.put for output in kernel.outputs}
    for name in kernel.theorems:
        put = {**kernel.put, **puts.get(name, {})}
        for hypothesis in theorems[name].hypotheses:
            match hypothesis:
                case Positive(what=Tensor() | Symbol() as what) if what in arguments:
                    positive.add(what)
                case Nonnegative(what=Tensor() | Symbol() as what) if what in arguments:
                    nonnegative.add(what)
                case Positive(what=Tensor() as what) if what in put:
                    entry = tuple(Index(f"entry{place}", axis) for place, axis in enumerate(what.axes))
                    entries.append(specialised(what[entry], put))
                case Positive(what=Symbol() as what) if what in put:
                    entries.append(cast(Expr, put[what]))
                case Positive(what=Expr() as what) if what.args:
                    rows.append(specialised(what, put))
    known = entries + rows
    return RowAlgebra(positive, nonnegative, [*known, *map(closed, known)])
