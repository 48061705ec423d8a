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

from sympy import Add, Basic, Expr, Function, Integer, Mul, Pow, Rational, S, Symbol, exp, log, preorder_traversal
from sympy.core.numbers import Exp1
from sympy.ntheory import factorrat

from .calculus import UnknownNode, carry_out
from .nodes import At, Delta, Element, Index, Named, Partial, Size, Total, XLogX, free_indices, rename, total

Monomial = frozenset[tuple[Expr, Rational]]
Polynomial = Mapping[Monomial, Rational]
UNIT: Monomial = frozenset()
_REAL = Symbol("x", real=True).assumptions0
MOST_ORDERINGS = 5040  # bound indices of one sum that no invariant tells apart: at most seven


class NotDefined(ValueError):
    """An expression is not known to be well defined under the stated hypotheses."""


class Exp(Function):  # type: ignore[misc]
    """exp, kept from SymPy's automatic rewriting."""

    is_real = True


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
        while True:
            depths: dict[Expr, Rational] = {}
            for atom, power in itertools.chain.from_iterable(poly):
                if isinstance(atom, Add) and power < 0:
                    depths[atom] = min(power, depths.get(atom, power))
            if not depths:
                return poly
            poly = self._times(poly, {frozenset((atom, -power) for atom, power in depths.items()): S.One})

    def normal(self, expr: Expr) -> Polynomial:
        """The normal form."""
        if expr not in self._memo:
            self._memo[expr] = self._normal(expr)
        return self._memo[expr]

    def _normal(self, expr: Expr) -> Polynomial:
        match expr:
            case Rational():
                return _constant(expr)
            case Symbol():
                if not isinstance(expr, Size) and expr.assumptions0 != _REAL:
                    raise NotDefined(f"{expr} carries a hidden assumption; declare it real and state a hypothesis")
                return _atom(expr)
            case Element() | Delta():
                return _atom(expr)
            case Named():
                return self.normal(expr.body)
            case Partial() | At():
                return self._derivative(expr)
            case Total():
                body, index = expr.open()
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
        self.used.update(_derivative_rules(expr))
        return self.normal(carry_out(expr))

    def _times(self, one: Polynomial, other: Polynomial) -> Polynomial:
        result: dict[Monomial, Rational] = {}
        for (left, a), (right, b) in itertools.product(one.items(), other.items()):
            powers = dict(left)
            for atom, power in right:
                powers[atom] = powers.get(atom, S.Zero) + power
            if any(isinstance(atom, Exp) for atom, _ in left) and any(isinstance(atom, Exp) for atom, _ in right):
                self.used.add("exp-sum")
            for monomial, c in self._tidy(powers).items():
                _accumulate(result, monomial, a * b * c)
        return result

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
            elif isinstance(atom, Add | Integer) and power >= 1:
                whole = power.floor()
                base = self.normal(atom) if isinstance(atom, Add) else _constant(atom)
                tidied = self._tidy({**rest, atom: power - whole})
                return reduce(self._times, itertools.repeat(base, int(whole)), tidied)
            elif isinstance(atom, Integer) and power < 0:
                whole = power.floor()
                return self._times(_constant(atom**whole), self._tidy({**rest, atom: power - whole}))
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
        content, rest = self._content(base, signed=bool(power.is_Integer))
        monomial, number = content
        if not power.is_Integer and not all(self.is_positive(atom) for atom, _ in monomial):
            monomial, number, rest = UNIT, S.One, base
        scaled = self._tidy({atom: r * power for atom, r in monomial})
        constant = self._tidy({Integer(p): r * power for p, r in factorrat(number).items() if p != -1})
        sign = -1 if number < 0 and power % 2 else 1
        result = self._times({m: c * sign for m, c in scaled.items()}, constant)
        return result if rest is None else self._times(result, {frozenset({(expression(rest), power)}): S.One})

    def _assumed(self, poly: Polynomial) -> bool:
        """Whether this is the normal form of an expression that is positive by hypothesis."""
        composite = {fact for fact in self.positive if isinstance(fact, Expr) and fact.args}
        plain = Algebra(self.positive - composite, self.nonnegative)
        return any(poly == plain.normal(fact) for fact in composite)

    def _content(self, poly: Polynomial, *, signed: bool) -> tuple[tuple[Monomial, Rational], Polynomial | None]:
        """The common factor of all terms, and what is left, with coprime integer coefficients (None: nothing is)."""
        if len(poly) == 1:
            return next(iter(poly.items())), None
        monomials = [dict(monomial) for monomial in poly]
        common = set.intersection(*(set(m) for m in monomials))
        shared = {atom: min(m[atom] for m in monomials) for atom in common}
        lowered = {atom: -power for atom, power in shared.items()}
        rest = self._times(poly, {frozenset(lowered.items()): S.One})
        number = Rational(gcd(*(c.p for c in rest.values())), lcm(*(c.q for c in rest.values())))
        if signed and (sum(rest.values()) or rest[min(rest, key=lambda m: order_key(expression({m: S.One})))]) < 0:
            number = -number
        return (frozenset((a, r) for a, r in shared.items() if r != 0), number), {
            m: c / number for m, c in rest.items()
        }

    def _exp(self, arg: Polynomial) -> Polynomial:
        """exp(r m + ...) = Exp(m)^r ...;  exp(r log f) = f^r."""
        result = _constant(S.One)
        if len(arg) > 1:
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
        (monomial, number), rest = self._content(poly, signed=False)
        if not all(self.is_positive(atom) for atom, _ in monomial):
            return _atom(log(expression(poly)))
        terms = [{frozenset({(log(Integer(p)), S.One)}): Rational(r)} for p, r in factorrat(number).items()]
        if len(monomial) + len(terms) + (rest is not None) > 1 or any(r != 1 for _, r in monomial):
            self.used.add("log-product")
        for atom, power in monomial:
            if isinstance(atom, Exp):
                self.used.add("log-exp")
            inner = self.normal(atom.args[0]) if isinstance(atom, Exp) else _atom(log(atom))
            terms.append({m: c * power for m, c in inner.items()})
        return _plus(*terms) if rest is None else _plus(*terms, _atom(log(expression(rest))))

    def _total(self, poly: Polynomial, index: Index) -> Polynomial:
        """sum_j (f + g) = sum_j f + sum_j g, term by term."""
        terms = [self._sum(monomial, index) for monomial in poly]
        return _plus(*({m: r * c for m, r in t.items()} for t, c in zip(terms, poly.values(), strict=True)))

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
        bound, factors = [index], []
        for atom, power in inside.items():
            if isinstance(atom, Total) and power.is_Integer and power > 0:
                for _ in range(int(power)):
                    indices, body = _open_all(atom)
                    bound += indices
                    factors.append(body)
            else:
                factors.append(atom**power)
        return self._times(outside, _atom(_closed_sum(bound, Mul(*factors))))

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
                return True
            case Delta():
                return False
            case exp() | Exp() | Exp1():
                self.used.add("exp-positive")
                return True
            case Named():
                return self._sign(expr.body)
            case Total():
                return self._sign(expr.args[0])
            case Add():
                signs = [self._sign(term) for term in expr.args]
                return None if None in signs else any(signs)
            case Mul():
                signs = [self._sign(factor) for factor in expr.args]
                return None if None in signs else all(signs)
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


def _accumulate(into: dict[Monomial, Rational], monomial: Monomial, number: Rational) -> None:
    value = into.pop(monomial, S.Zero) + number
    if value != 0:
        into[monomial] = value


def _plus(*polynomials: Polynomial) -> Polynomial:
    result: dict[Monomial, Rational] = {}
    for monomial, number in itertools.chain.from_iterable(poly.items() for poly in polynomials):
        _accumulate(result, monomial, number)
    return result


def _open_all(nest: Expr) -> tuple[list[Index], Expr]:
    """The fresh indices and the body of a nest of sums."""
    indices = []
    while isinstance(nest, Total):
        nest, index = nest.open()
        indices.append(index)
    return indices, nest


def _closed_sum(bound: list[Index], body: Expr) -> Expr:
    """The nest of sums over `bound` in canonical order: by what each index touches, ties by trying every order."""
    if len(bound) == 1:
        return Total(body, bound[0])
    others = {index: Index(".", index.axis) for index in bound}
    signatures = {i: (i.axis.name, order_key(rename(body, {**others, i: Index("*", i.axis)}))) for i in bound}
    groups = [list(tied) for _, tied in itertools.groupby(sorted(bound, key=signatures.__getitem__), signatures.get)]
    if prod(factorial(len(group)) for group in groups) > MOST_ORDERINGS:
        raise NotDefined(f"too many sums that look alike in one product ({len(bound)}); split the step")
    orders = itertools.product(*(itertools.permutations(group) for group in groups))
    nests: Iterator[Expr] = (total(body, *itertools.chain.from_iterable(order)) for order in orders)
    return min(nests, key=order_key)


@lru_cache(maxsize=2**16)
def order_key(expr: Basic) -> str:
    """A text that orders expressions; the order of the arguments of a sum or product does not matter."""
    if isinstance(expr, Index):
        return f"{expr.name}:{expr.axis.name}"
    if not expr.args:
        return str(expr)
    keys = [order_key(arg) for arg in expr.args]
    return f"{type(expr).__name__}({','.join(sorted(keys) if isinstance(expr, Add | Mul) else keys)})"


def _derivative_rules(expr: Expr) -> set[str]:
    """The names of the rules that differentiating this expression may use."""
    rules = {exp: "d-exp", log: "d-log", XLogX: "d-log", Pow: "d-power"}
    return {name for node in preorder_traversal(expr) for kind, name in rules.items() if isinstance(node, kind)}
