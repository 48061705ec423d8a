"""From index expressions to a tensor program, by hash-consing: what is equal up to index names is computed once."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import cast

from sympy import Add, Basic, Expr, Mul, Pow, Rational, S, Symbol, exp, log

from derivations.index import (
    Axis,
    Delta,
    Element,
    Index,
    Named,
    Size,
    Tensor,
    Total,
    XLogX,
    free_indices,
    opened,
    order_key,
    rename,
)

from .blocks import LAST, PLACING, Appended, placed
from .ir import (
    Append,
    Apply,
    Assignment,
    Contract,
    Identity,
    Length,
    Map,
    Number,
    Operation,
    Program,
    Reduce,
    Ref,
    Result,
    Scalar,
    Term,
    refs,
)
from .rewrite import EXPONENT, Guard, Larger, Largest

NAMES: Mapping[str, str] = {
    "s": "scores", "S": "scores", "p": "weights", "p^*": "weights", "P": "weights", "w": "weights", "W": "weights",
    "U": "utility", "D": "delta", "O": "attended", "ell": "logsumexp", "F": "fisher",
    "dS": "scores_cotangent", "T": "surface_scores", "dT": "surface_cotangent", "exponent": "exponent",
    "dB": "log_prior_cotangent", "S'": "scores_tangent", "T'": "exponent_tangent", "E_P[T']": "mean_tangent",
    "P'": "weights_tangent", "U'": "utility_tangent", "D'": "delta_tangent", "dS'": "scores_cotangent_tangent",
    "Q": "query", "K": "key", "Z": "folded_query", "R": "mixed", "dO": "attended_cotangent", "dV": "value_cotangent",
    "dQ": "query_cotangent", "dK": "key_cotangent",
}  # fmt: skip


def lower(
    outputs: Sequence[tuple[str, Expr, tuple[Index, ...]]],
    inputs: Mapping[Tensor | Symbol, str],
    axes: Sequence[Axis],
    hints: Mapping[str, str] = NAMES,
) -> Program:
    """The program that computes each output expression, with the given order of its indices.

    `inputs` gives each variable its argument's name; `axes` gives the order in which intermediate values keep their
    dimensions; `hints` gives abbreviations their names in the program.
    """
    lowering = _Lowering(inputs, axes, hints, [expr for _, expr, _ in outputs])
    results = tuple(Result(name, lowering.term(expr, name), indices) for name, expr, indices in outputs)
    return Program(tuple(inputs), tuple(lowering.assignments), results)


class _Lowering:
    def __init__(
        self,
        inputs: Mapping[Tensor | Symbol, str],
        axes: Sequence[Axis],
        hints: Mapping[str, str],
        outputs: Iterable[Expr],
    ) -> None:
        self.inputs, self.axes, self.hints = inputs, axes, hints
        self.assignments: list[Assignment] = []
        self._known: dict[Expr, tuple[str, tuple[Index, ...]]] = {}
        self._taken = set(inputs.values())
        self._uses: Counter[Expr] = Counter()
        for output in outputs:
            self._count(cast(Expr, _plain(output)))

    def _count(self, expr: Expr) -> None:
        """How many different places use each subexpression; a change of sign is not worth a value of its own."""
        if isinstance(expr, Mul) and len(expr.args) == 2 and expr.args[0] == -1:
            self._count(expr.args[1])
            return
        pattern, _ = pattern_of(expr)
        self._uses[pattern] += 1
        if self._uses[pattern] == 1:
            for child in _children(expr):
                self._count(child)

    def term(self, expr: Expr, hint: str = "") -> Term:
        """An elementwise term, with named values for what is shared, named or reduced."""
        match expr:
            case Rational():
                return Number(expr)
            case Size():
                return Length(next(axis for axis in self.axes if axis.size == expr))
            case Symbol():
                return Scalar(self.inputs[expr])
            case Element():
                return Ref(self.inputs[expr.tensor], expr.indices)
            case Delta():
                return Identity(cast("tuple[Index, Index]", expr.args))
            case Named():
                return self._abbreviation(expr)
            case Total() | Largest() | Appended():
                return self.value(expr, hint)
        found, _ = pattern_of(expr)
        if found in self._known or (self._uses[found] > 1 and expr.atoms(Tensor)):
            return self.value(expr, hint)
        return self._apply(expr)

    def _abbreviation(self, expr: Named) -> Term:
        """The value of an abbreviation, with its indices in the order in which it has them."""
        before, name = len(self.assignments), str(expr.args[0])
        order = cast("tuple[Index, ...]", tuple(expr.args[1]))
        if name == EXPONENT and order:
            order = (*sorted(order[:-1], key=self._rank), order[-1])
        found = self.value(expr.body, self.hints.get(name, ""), order)
        if name != EXPONENT and isinstance(found, Ref) and len(self.assignments) > before:
            *others, last = self.assignments
            if last.name == found.name:
                used = dict(zip(found.indices, last.indices, strict=True))
                self.assignments = [*others, replace(last, means=rename(expr.body, used))]
        return found

    def value(self, expr: Expr, hint: str = "", order: tuple[Index, ...] = ()) -> Term:
        """A named value."""
        if isinstance(expr, Element | Symbol | Rational | Named):
            return self.term(expr)
        if isinstance(expr, Total):
            return self._sum(expr, hint, order)
        return self._shared(expr, hint, lambda: self._operation(expr), order)

    def _shared(self, expr: Expr, hint: str, operation: Callable[[], Operation], order: tuple[Index, ...] = ()) -> Term:
        """The value of the expression, computed by the operation unless it is known up to the names of indices."""
        pattern, indices = pattern_of(expr)
        if pattern not in self._known:
            made = operation()
            if isinstance(made, Map) and isinstance(made.term, Ref | Scalar | Number):
                return made.term
            orders = (order, *(ref.indices for ref in refs(made) if isinstance(made, Map)))
            fitting = (given for given in orders if len(given) == len(indices) and set(given) == set(indices))
            order = next(fitting, tuple(sorted(indices, key=self._rank)))
            name = self._name(hint or _kind(made))
            self.assignments.append(Assignment(name, order, made))
            self._known[pattern] = name, tuple(Index(f"@{indices.index(index)}", index.axis) for index in order)
        name, generic = self._known[pattern]
        return Ref(name, tuple(indices[int(index.name[1:])] for index in generic))

    def _operation(self, expr: Expr) -> Operation:
        if isinstance(expr, Largest):
            body, index = _open(expr)
            return Reduce("max", self._ref(body), index)
        if isinstance(expr, Appended):
            old, place = placed(_open(expr.args[0])[0], PLACING)
            new, end = placed(expr.args[1], LAST)
            return Append(self.term(old), self.term(new), cast(Element, place), cast(Element, end))
        return Map(self._apply(expr))

    def _sum(self, expr: Expr, hint: str, order: tuple[Index, ...] = ()) -> Term:
        """A sum over indices: what does not depend on them goes outside, the rest is contracted."""
        over: list[Index] = []
        body = expr
        while isinstance(body, Total):
            body, index = _open(body)
            over.append(index)
        factors = Mul.make_args(body)
        inside = [factor for factor in factors if free_indices(factor) & set(over)]
        outside = [factor for factor in factors if factor not in inside]
        lengths = [index.axis.size for index in over if not any(index in free_indices(f) for f in inside)]
        over = [index for index in over if index.axis.size not in lengths]
        if not inside:
            return self.term(Mul(*outside, *lengths))
        inner = self._contraction(inside, over, hint, order)
        scale = Mul(*outside, *lengths)
        return inner if scale == 1 else _product(self.term(scale), inner)

    def _contraction(self, factors: list[Expr], over: list[Index], hint: str, order: tuple[Index, ...]) -> Term:
        whole = Mul(*factors)
        for index in reversed(over):
            whole = Total(whole, index)

        def operation() -> Operation:
            operands = tuple(self._ref(factor) for factor in factors)
            return Reduce("sum", operands[0], over[0]) if len(operands) == len(over) == 1 else Contract(operands)

        return self._shared(whole, hint, operation, order)

    def _ref(self, expr: Expr) -> Ref:
        """The value of an operand of a contraction or reduction."""
        term = self.value(expr)
        if isinstance(term, Ref):
            return term
        order = tuple(sorted(free_indices(expr), key=self._rank))
        name = self._name("factor")
        self.assignments.append(Assignment(name, order, Map(term)))
        return Ref(name, order)

    def _apply(self, expr: Expr) -> Term:
        match expr:
            case Add(args=args):
                positive = sorted(args, key=lambda term: bool(term.as_coeff_mul()[0] < 0))
                return _folded("add", [self.term(term) for term in positive])
            case Mul():
                above, below = _fraction(expr)
                negative = bool(above and above[0] == -1)
                top = self._product(above[1:] if negative else above)
                ratio = Apply("div", (top, self._product(below))) if below else top
                return Apply("neg", (ratio,)) if negative else ratio
            case Pow(args=(base, power)) if power.could_extract_minus_sign():
                return Apply("div", (Number(S.One), self.term(base**-power)))
            case Pow(args=(base, power)):
                return Apply("pow", (self.term(base), self.term(power)))
            case exp(args=(arg,)):
                return Apply("exp", (self.term(arg),))
            case log(args=(arg,)):
                return Apply("log", (self.term(arg),))
            case XLogX(args=(arg,)):
                return Apply("xlogx", (self.term(arg),))
            case Larger(args=(one, other)):
                return Apply("maximum", (self.term(one), self.term(other)))
            case Guard(args=args):
                return Apply(expr.function, tuple(self.term(arg) for arg in args))
        return self.term(expr)

    def _product(self, factors: Sequence[Expr]) -> Term:
        return _folded("mul", [self.term(factor) for factor in factors] or [Number(S.One)])

    def _rank(self, index: Index) -> tuple[int, str]:
        return self.axes.index(index.axis), index.name

    def _name(self, base: str) -> str:
        names = itertools.chain((base,), (f"{base}_{n}" for n in itertools.count(2)))
        name = next(name for name in names if name not in self._taken)
        self._taken.add(name)
        return name


def pattern_of(expr: Expr) -> tuple[Expr, tuple[Index, ...]]:
    """The expression up to the names of its free indices, and those indices."""
    plain = cast(Expr, _plain(expr))
    free = sorted(free_indices(plain), key=lambda index: (index.axis.name, index.name))
    orders = (
        tuple(itertools.chain.from_iterable(order))
        for order in itertools.product(*(
            itertools.permutations(group) for _, group in itertools.groupby(free, lambda index: index.axis.name)
        ))
    )  # fmt: skip
    order = min(orders, key=lambda order: order_key(plain, frozenset(_generic(order).items())))
    return rename(plain, _generic(order)), order


def _generic(order: tuple[Index, ...]) -> dict[Index, Index]:
    return {index: Index(f"@{place}", index.axis) for place, index in enumerate(order)}


def _open(expr: Total | Largest) -> tuple[Expr, Index]:
    """The body with a letter of the axis for the bound index, so that what is printed does not depend on a counter."""
    body, mark = opened(expr.args[0] if isinstance(expr, Largest) else expr)
    taken = {index.name for index in free_indices(body)}
    letters = itertools.chain(mark.axis.letters, (f"{mark.axis.letters[0]}{n}" for n in itertools.count(1)))
    letter = Index(next(letter for letter in letters if letter not in taken), mark.axis)
    return rename(body, {mark: letter}), letter


@lru_cache(maxsize=2**14)
def _plain(expr: Basic) -> Basic:
    """Without the names of abbreviations, and with every bound index numbered anew."""
    if isinstance(expr, Named):
        return _plain(expr.body)
    if isinstance(expr, Total):
        body, index = opened(expr)
        return Total(cast(Expr, _plain(body)), index)
    return expr.func(*map(_plain, expr.args)) if expr.args else expr


def _children(expr: Basic) -> Iterator[Expr]:
    """The subexpressions that lowering would compute."""
    match expr:
        case Total() | Largest():
            yield _open(expr)[0]
        case Appended():
            yield placed(_open(expr.args[0])[0], PLACING)[0]
            yield placed(expr.args[1], LAST)[0]
        case Element() | Delta():
            return
        case _:
            yield from (arg for arg in expr.args if isinstance(arg, Expr))


def _fraction(expr: Expr) -> tuple[list[Expr], list[Expr]]:
    """Numerator (its number first) and denominator."""
    number, factors = expr.as_coeff_mul()
    above = [Rational(number.p)] if number.p != 1 else []
    below = [Rational(number.q)] if number.q != 1 else []
    for factor in factors:
        base, power = factor.as_base_exp() if isinstance(factor, Pow) else (factor, S.One)
        (below if power.could_extract_minus_sign() else above).append(
            base**-power if power.could_extract_minus_sign() else factor
        )
    return above, below


def _folded(function: str, terms: list[Term]) -> Term:
    return terms[0] if len(terms) == 1 else Apply(function, tuple(terms))


def _product(left: Term, right: Term) -> Term:
    """left * right, with a reciprocal on the left written as a division."""
    match left:
        case Apply(function="div", args=(Number(value=S.One), below)):
            return Apply("div", (right, below))
        case Apply(function="neg", args=(arg,)):
            return Apply("neg", (_product(arg, right),))
        case Number(value=S.NegativeOne):
            return Apply("neg", (right,))
    return Apply("mul", (left, right))


def _kind(operation: Operation) -> str:
    match operation:
        case Reduce(kind="max"):
            return "peak"
        case Reduce():
            return "total"
        case Contract():
            return "product"
        case Map(term=Apply(function="exp")):
            return "unnormalised"
        case Map(term=Apply(function="finite")):
            return "shift"
    return "term"
