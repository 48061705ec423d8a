"""The normal form of expressions in sums, exp, log and powers, and the equality and the signs it decides.

A polynomial maps monomials to rational coefficients; a monomial maps atoms to rational exponents. Atoms are scalars,
elements, free deltas, `Exp(m)` of a monomial, `log` of what does not factor, closed sums of one product, and powers of
what has several terms. Every expression that is normalised must be well defined under the given facts: a denominator
that is not known to be nonzero, or a logarithm of what is not known to be positive, is an error.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache, reduce
from math import factorial, gcd, lcm, prod

from sympy import Add, Basic, Expr, Integer, Mul, Pow, Rational, S, Symbol, exp, log, preorder_traversal
from sympy.core.numbers import Exp1
from sympy.ntheory import factorrat

from .calculus import UnknownNode, carry_out
from .nodes import (
    At,
    Delta,
    Element,
    Index,
    Named,
    Node,
    Partial,
    Size,
    Total,
    XLogX,
    free_indices,
    fresh,
    leaves,
    opened,
    rename,
    total,
)

Monomial = frozenset[tuple[Expr, Rational]]
Polynomial = Mapping[Monomial, Rational]
UNIT: Monomial = frozenset()
_REAL = Symbol("x", real=True).assumptions0
MOST_ORDERINGS = 5040  # bound indices of one sum that no invariant tells apart: at most seven


class NotDefined(ValueError):
    """An expression is not known to be well defined under the stated hypotheses."""


class Exp(Node):
    """exp, kept from SymPy's automatic rewriting."""


class Algebra:
    """Normal form, equality and sign under facts: what is known to be positive (or nonnegative).

    `used` collects the names of the axioms that were needed.
    """

    def __init__(
        self, positive: Iterable[Basic] = (), nonnegative: Iterable[Basic] = (), *, differentiate: bool = True
    ) -> None:
        self.positive = frozenset(positive)
        self.nonnegative = frozenset(nonnegative)
        self.differentiate = differentiate
        self.used: set[str] = set()
        self._memo: dict[Expr, Polynomial] = {}

    def is_zero(self, expr: Expr) -> bool:
        """Whether the expression vanishes identically."""
        return not self.residual(expr)

    def residual(self, expr: Expr) -> Polynomial:
        """The normal form of the numerator: empty exactly when the expression is recognised as zero."""
        poly = self.normal(expr)
        while below := {f for f in itertools.chain.from_iterable(poly) if isinstance(f[0], Add) and f[1] < 0}:
            deepest = dict(sorted(below, key=lambda factor: -factor[1]))
            poly = self._times(poly, {frozenset((atom, -power) for atom, power in deepest.items()): S.One})
        return poly

    def normal(self, expr: Expr) -> Polynomial:
        """The normal form."""
        if expr not in self._memo:
            self._memo[expr] = self._normal(expr)
        return self._memo[expr]

    def _normal(self, expr: Expr) -> Polynomial:
        match expr:
            case Rational():
                return _constant(expr)
            case Symbol() if not isinstance(expr, Size) and expr.assumptions0 != _REAL:
                raise NotDefined(f"{expr} carries a hidden assumption; declare it real and state a hypothesis")
            case Symbol() | Element() | Delta():
                return _atom(expr)
            case Named():
                return self.normal(expr.body)
            case Partial() | At():
                return self._derivative(expr)
            case Total():
                body, index = opened(expr)
                return self._total(self.normal(body), index)
            case Add():
                return _plus(*(self.normal(term) for term in expr.args))
            case Mul():
                return reduce(self._times, (self.normal(factor) for factor in expr.args))
            case Exp(args=(arg,)) | exp(args=(arg,)):
                return self._exp(self.normal(arg))
            case log(args=(arg,)):
                return self._log(arg)
            case XLogX(args=(arg,)):
                if arg == 0:
                    self.used.add("xlogx-zero")
                    return {}
                if self.is_positive(arg):
                    return self._times(self.normal(arg), self._log(arg))
                return _atom(XLogX(expression(self.normal(arg))))
            case Pow(args=(base, Rational() as power)):
                return self._power(self.normal(base), power)
            case Pow(args=(base, power)):
                return self._exp(self._times(self.normal(power), self._log(base)))
            case Exp1():
                return self._exp(_constant(S.One))
        raise UnknownNode(expr)

    def _derivative(self, expr: Expr) -> Polynomial:
        """An abstract atom until differentiation is allowed."""
        if isinstance(expr, At) and isinstance(expr.args[2], Expr):
            self.normal(expr.args[2])
        if not self.differentiate:
            return _atom(expr)
        self.normal(expr.args[0])  # what is differentiated or evaluated must be defined itself
        if isinstance(expr, Partial):
            self.used |= _derivative_rules(*expr.args)
        return self.normal(carry_out(expr))

    def _times(self, one: Polynomial, other: Polynomial) -> Polynomial:
        terms: list[Polynomial] = []
        for (left, a), (right, b) in itertools.product(one.items(), other.items()):
            powers = dict(left)
            for atom, power in right:
                powers[atom] = powers.get(atom, S.Zero) + power
            if any(isinstance(atom, Exp) for atom, _ in left) and any(isinstance(atom, Exp) for atom, _ in right):
                self.used.add("exp-sum")
            terms.append({monomial: a * b * c for monomial, c in self._tidy(powers).items()})
        return _plus(*terms)

    def _tidy(self, powers: Mapping[Expr, Rational]) -> Polynomial:
        """delta_ij f_j = delta_ij f_i;  delta^r = delta;  (f + g)^r with r > 1 and 2^r with r > 1 multiplied out."""
        powers = {atom: power for atom, power in powers.items() if power != 0}
        for atom, power in powers.items():
            rest = {other: r for other, r in powers.items() if other is not atom}
            if isinstance(atom, Delta):
                kept, gone = atom.args
                if any(gone in free_indices(other) for other in rest):
                    moved = self._product((rename(other, {gone: kept}), r) for other, r in rest.items())
                    return self._times({frozenset({(atom, S.One)}): S.One}, moved)
                if power != 1:
                    return self._tidy({**rest, atom: S.One})
            elif isinstance(atom, Integer) and (whole := power.floor()) != 0:
                return self._times(_constant(atom**whole), self._tidy({**rest, atom: power - whole}))
            elif isinstance(atom, Add) and power >= 1:
                tidied = self._tidy({**rest, atom: power - power.floor()})
                return reduce(self._times, itertools.repeat(self.normal(atom), int(power.floor())), tidied)
        return {frozenset(powers.items()): S.One}

    def _product(self, factors: Iterable[tuple[Expr, Rational]]) -> Polynomial:
        return reduce(self._times, (self._power(self.normal(atom), r) for atom, r in factors), _constant(S.One))

    def _power(self, base: Polynomial, power: Rational) -> Polynomial:
        """(c x^a y^b)^r = c^r x^ar y^br; a base of several terms stays whole under a negative or fractional r."""
        if power.is_Integer and power >= 0:
            return reduce(self._times, itertools.repeat(base, int(power)), _constant(S.One))
        whole = expression(base)
        if not (self.is_positive(whole) or self._assumed(base) or (power.is_Integer and self.is_nonzero(whole))):
            needed = "nonzero" if power.is_Integer else "positive"
            raise NotDefined(f"({whole})^({power}) needs {whole} to be {needed}, which no hypothesis states")
        monomial, number, rest = self._content(base, signed=bool(power.is_Integer))
        if not power.is_Integer and not all(self.is_positive(atom) for atom, _ in monomial):
            monomial, number, rest = UNIT, S.One, base
        constant = self._tidy({Integer(p): r * power for p, r in factorrat(number).items()})
        result = self._times(constant, self._tidy({atom: r * power for atom, r in monomial}))
        return result if rest is None else self._times(result, {frozenset({(expression(rest), power)}): S.One})

    def _assumed(self, poly: Polynomial) -> bool:
        """Whether this is the normal form of an expression that is positive by hypothesis."""
        composite = {fact for fact in self.positive if isinstance(fact, Expr) and fact.args}
        plain = Algebra(self.positive - composite, self.nonnegative)
        return any(poly == plain.normal(fact) for fact in composite)

    def _content(self, poly: Polynomial, *, signed: bool) -> tuple[Monomial, Rational, Polynomial | None]:
        """The common factor of all terms, and what is left, with coprime integer coefficients (None: nothing is)."""
        if len(poly) == 1:
            return *next(iter(poly.items())), None
        monomials = [dict(monomial) for monomial in poly]
        shared = {atom: min(m[atom] for m in monomials) for atom in set.intersection(*map(set, monomials))}
        rest = self._times(poly, {frozenset((atom, -power) for atom, power in shared.items()): S.One})
        number = Rational(gcd(*(c.p for c in rest.values())), lcm(*(c.q for c in rest.values())))
        if signed and (sum(rest.values()) or rest[min(rest, key=lambda m: order_key(expression({m: S.One})))]) < 0:
            number = -number
        return frozenset(shared.items()), number, {m: c / number for m, c in rest.items()}

    def _exp(self, arg: Polynomial) -> Polynomial:
        """exp(r m + ...) = Exp(m)^r ...;  exp(r log f) = f^r."""
        result = _constant(S.One)
        if len(arg) > 1 or any(c != 1 for c in arg.values()):
            self.used.add("exp-sum")
        for monomial, c in arg.items():
            inner = expression({monomial: S.One})
            if isinstance(inner, log):
                self.used.add("exp-log")
                factor = self._power(self.normal(inner.args[0]), c)
            else:
                factor = {frozenset({(Exp(inner), c)}): S.One}
            result = self._times(result, factor)
        return result

    def _log(self, arg: Expr) -> Polynomial:
        """log(c x^a Exp(m)^r ...) = log c + a log x + r m + ..., each factor positive."""
        if not self.is_positive(arg):
            raise NotDefined(f"log({arg}) needs {arg} to be positive, which no hypothesis states")
        poly = self.normal(arg)
        monomial, number, rest = self._content(poly, signed=False)
        if not all(self.is_positive(atom) for atom, _ in monomial):
            return _atom(log(expression(poly)))
        factors = [*monomial, *((Integer(p), Rational(r)) for p, r in factorrat(number).items())]
        factors += [] if rest is None else [(expression(rest), S.One)]
        if len(factors) > 1 or any(power != 1 for _, power in factors):
            self.used.add("log-product")
        if any(isinstance(atom, Exp) for atom, _ in factors):
            self.used.add("log-exp")
        logs = (self.normal(atom.args[0]) if isinstance(atom, Exp) else _atom(log(atom)) for atom, _ in factors)
        return _plus(*(self._times(_constant(c), f) for f, (_, c) in zip(logs, factors, strict=True)))

    def _total(self, poly: Polynomial, index: Index) -> Polynomial:
        """sum_j (f + g) = sum_j f + sum_j g, term by term."""
        return _plus(*(self._times(_constant(c), self._sum(monomial, index)) for monomial, c in poly.items()))

    def _sum(self, monomial: Monomial, index: Index) -> Polynomial:
        """sum_j delta_jk f_j = f_k;  sum_j c f_j = c sum_j f_j;  sum_j 1 = n;  sum_j f_j sum_i g_i = sum_ji f_j g_i."""
        inside = {atom: power for atom, power in monomial if index in free_indices(atom)}
        outside = {frozenset((atom, power) for atom, power in monomial if atom not in inside): S.One}
        if not inside:
            return self._times(outside, _atom(index.axis.size))
        delta = next((atom for atom in inside if isinstance(atom, Delta)), None)
        if delta is not None:
            (other,) = set(delta.args) - {index}
            del inside[delta]
            moved = self._product((rename(atom, {index: other}), power) for atom, power in inside.items())
            return self._times(outside, moved)
        nests = {a: int(r) for a, r in inside.items() if isinstance(a, Total) and r.is_Integer and r > 0}
        inner = [_open_all(nest) for nest, power in nests.items() for _ in range(power)]
        factors = (atom**power for atom, power in inside.items() if atom not in nests)
        bound = [index, *itertools.chain.from_iterable(indices for indices, _ in inner)]
        return self._times(outside, _atom(_closed_sum(bound, Mul(*factors, *(body for _, body in inner)))))

    def is_positive(self, expr: Expr) -> bool:
        """Whether the expression is known to be > 0."""
        return self._sign(expr) is True

    def is_nonnegative(self, expr: Expr) -> bool:
        """Whether the expression is known to be >= 0."""
        return self._sign(expr) is not None

    def is_nonzero(self, expr: Expr) -> bool:
        """Whether the expression is known to be > 0 or known to be < 0."""
        return self.is_positive(expr) or self.is_positive(expression(self.normal(-expr)))

    def _sign(self, expr: Expr) -> bool | None:
        """True for > 0, False for >= 0, None for not known.

        Sums and products of what is positive (nonnegative) are so; exp f > 0; an axis is not empty; x^2 >= 0.
        """
        names = {expr, expr.tensor} if isinstance(expr, Element) else {expr}
        if names & (self.positive | self.nonnegative):
            return bool(names & self.positive)
        match expr:
            case Rational():
                return None if expr < 0 else bool(expr > 0)
            case Size():
                self.used.add("nonempty")
                return True
            case Delta():
                return False
            case exp() | Exp() | Exp1():
                self.used.add("exp-positive")
                return True
            case Named():
                return self._sign(expr.body)
            case Total(args=(body, _)):
                sign = self._sign(body)
                self.used |= {"nonempty"} if sign else set()
                return sign
            case Add() | Mul():
                signs = [self._sign(arg) for arg in expr.args]
                return None if None in signs else (any if isinstance(expr, Add) else all)(signs)
            case Pow(args=(base, power)):
                sign = self._sign(base)
                if not sign and power.is_Integer and power > 0 and power % 2 == 0:
                    self.used.add("square")
                    return False
                return sign if sign or (power.is_Number and power > 0) else None
        return None


def expression(poly: Polynomial) -> Expr:
    """The polynomial as an expression."""
    return Add(*(Mul(c, *(atom**power for atom, power in monomial)) for monomial, c in poly.items()))


def readable(poly: Polynomial) -> Expr:
    """The polynomial as an expression in SymPy's own exp."""
    return expression(poly).replace(Exp, exp)


def _constant(number: Rational) -> Polynomial:
    return {UNIT: number} if number != 0 else {}


def _atom(atom: Expr) -> Polynomial:
    return {frozenset({(atom, S.One)}): S.One}


def _plus(*polynomials: Polynomial) -> Polynomial:
    result: dict[Monomial, Rational] = {}
    for monomial, number in itertools.chain.from_iterable(poly.items() for poly in polynomials):
        result[monomial] = result.get(monomial, S.Zero) + number
    return {monomial: number for monomial, number in result.items() if number != 0}


def _open_all(nest: Expr) -> tuple[list[Index], Expr]:
    """The fresh indices and the body of a nest of sums."""
    names = {}
    while isinstance(nest, Total):
        nest, bound = nest.args
        names[bound] = fresh(bound.axis)
    return list(names.values()), rename(nest, names)


def _closed_sum(bound: list[Index], body: Expr) -> Expr:
    """The nest of sums over `bound` in canonical order: by what each index touches, ties by trying every order."""
    if len(bound) == 1:
        return Total(body, bound[0])
    others = {index: Index(".", index.axis) for index in bound}
    signatures = {
        i: (i.axis.name, order_key(body, frozenset({**others, i: Index("*", i.axis)}.items()))) for i in bound
    }
    groups = [list(tied) for _, tied in itertools.groupby(sorted(bound, key=signatures.__getitem__), signatures.get)]
    if prod(factorial(len(group)) for group in groups) > MOST_ORDERINGS:
        raise NotDefined(f"too many sums that look alike in one product ({len(bound)}); split the step")
    orders = itertools.product(*(itertools.permutations(group) for group in groups))
    nests: Iterator[Expr] = (total(body, *itertools.chain.from_iterable(order)) for order in orders)
    return min(nests, key=order_key)


@lru_cache(maxsize=2**16)
def order_key(expr: Basic, names: frozenset[tuple[Index, Index]] = frozenset()) -> str:
    """A text that orders expressions, with free indices renamed; the order within a sum or product does not matter."""
    if isinstance(expr, Index):
        index = dict(names).get(expr, expr)
        return f"{index.name}:{index.axis.name}"
    if not expr.args:
        return str(expr)
    met = frozenset(name for name in names if name[0] in free_indices(expr))
    keys = [order_key(arg, met) for arg in expr.args]
    return f"{type(expr).__name__}({','.join(sorted(keys) if isinstance(expr, Add | Mul) else keys)})"


def _derivative_rules(expr: Expr, x: Expr) -> set[str]:
    """The names of the rules by which an expression is differentiated in a variable."""
    root = x.tensor if isinstance(x, Element) else x
    rules = {exp: "d-exp", log: "d-log", XLogX: "d-log", Pow: "d-power", Mul: "d-product", Add: "d-sum", Total: "d-sum"}
    met = [node for node in preorder_traversal(expr) if root in leaves(node)]
    return {name for node in met for kind, name in rules.items() if isinstance(node, kind)}
