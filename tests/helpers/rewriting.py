"""Random expressions over two axes, and random rewritings that keep their value.

The fragment is what the index algebra promises to decide: polynomials in elements, scalars, deltas and sums, quotients
by what is known to be positive, exp, log, x log x and roots of what is positive. Two limits of the algebra are kept
out, because a true identity is there refused (never a false one accepted): a denominator of several terms is not
cleared where it depends on a bound index or stands inside exp, log or another power; and what stands under a power,
exp or log is not renamed together with the sums around it, so it depends on at most one bound index of each axis.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from random import Random

from sympy import Add, Expr, Integer, Mul, Pow, Rational, S, Symbol, exp, log

from derivations.index import (
    Algebra,
    Axis,
    Delta,
    Index,
    Named,
    Size,
    Tensor,
    Total,
    XLogX,
    free_indices,
    fresh,
    rename,
    total,
)
from derivations.notation import Definition

ROWS = Axis("rows", Size("m", integer=True, positive=True), ("i", "h"))
COLUMNS = Axis("columns", Size("n", integer=True, positive=True), ("j", "k", "l"))
FREE = (ROWS.index("i"), COLUMNS.index("j"), COLUMNS.index("k"))
REAL = (
    Tensor("x", COLUMNS),
    Tensor("y", COLUMNS),
    Tensor("u", ROWS),
    Tensor("A", ROWS, COLUMNS),
    Tensor("M", COLUMNS, COLUMNS),
)
POSITIVE = (Tensor("w", COLUMNS), Tensor("v", ROWS), Tensor("W", ROWS, COLUMNS))
s, t, tau, sigma = (Symbol(name, real=True) for name in ("s", "t", "tau", "sigma"))
FACTS = (*POSITIVE, tau, sigma)


@dataclass(frozen=True)
class Place:
    """Where an expression stands: the indices in scope, those that a sum binds, and under what.

    `under` is "sum" for a sum of products, "real" under exp, "positive" where the sign must stay recognisable.
    """

    scope: tuple[Index, ...] = FREE
    bound: frozenset[Index] = frozenset()
    under: str = "sum"

    def binding(self, index: Index) -> Place:
        """Below a sum over the index, which hides a free index of the same name."""
        rest = tuple(other for other in self.scope if other != index)
        return replace(self, scope=(*rest, index), bound=self.bound | {index})

    def beneath(self, rng: Random, under: str) -> Place:
        """Below a function: at most one bound index of each axis stays in scope."""
        kept = {index.axis: index for index in rng.sample(self.scope, len(self.scope)) if index in self.bound}
        scope = tuple(i for i in self.scope if i not in self.bound or kept[i.axis] == i)
        return replace(self, scope=scope, under=under)


def constant(rng: Random) -> Expr:
    return Rational(rng.choice([-3, -2, -1, 1, 2, 3]), rng.choice([1, 1, 2, 3]))


def element(rng: Random, tensors: Sequence[Tensor], scope: Sequence[Index]) -> Expr | None:
    """A random entry with indices in scope."""
    fitting = [x for x in tensors if all(any(i.axis == axis for i in scope) for axis in x.axes)]
    if not fitting:
        return None
    chosen = rng.choice(fitting)
    return chosen[tuple(rng.choice([i for i in scope if i.axis == axis]) for axis in chosen.axes)]


def expression(rng: Random, place: Place, depth: int) -> Expr:
    """A random real expression."""
    smaller = [expression(rng, place, depth - 1) for _ in range(2)] if depth else []
    kind = (
        rng.choice(["sum", "sum", "product", "product", "total", "total", "quotient", "function"]) if depth else "leaf"
    )
    match kind:
        case "sum":
            return Add(*smaller)
        case "product":
            return Mul(*smaller)
        case "total":
            index = rng.choice([i for axis in (ROWS, COLUMNS) for i in map(axis.index, axis.letters)])
            return total(expression(rng, place.binding(index), depth - 1), index)
        case "quotient":
            power = rng.choice([-1, -1, -2, Rational(-1, 2)])
            return smaller[0] * positive(rng, place.beneath(rng, "positive"), depth - 1) ** power
        case "function":
            return _function(rng, place, depth)
    number = constant(rng)
    choices = [number, rng.choice([s, t, tau]), element(rng, REAL, place.scope), element(rng, POSITIVE, place.scope)]
    columns = [index for index in place.scope if index.axis == COLUMNS]
    choices += [Delta(rng.choice(columns), rng.choice(columns))] if columns else []
    return rng.choice([choice for choice in (*choices, *choices[2:4]) if choice is not None])


def _function(rng: Random, place: Place, depth: int) -> Expr:
    name = rng.choice(["exp", "log", "root", "xlogx", "square", "power"])
    if name == "exp":
        return exp(_exponent(rng, place.beneath(rng, "real")))
    if name == "square":
        return expression(rng, place, depth - 1) ** 2
    arg = positive(rng, place.beneath(rng, "positive"), depth - 1)
    if name == "power":
        return arg ** rng.choice([s, t - 1, REAL[0][FREE[1]]])
    return {"log": log, "root": lambda x: x ** Rational(1, 2), "xlogx": XLogX}[name](arg)


def _exponent(rng: Random, place: Place) -> Expr:
    """A small expression without functions: exp of exp is too large to evaluate."""
    terms = [constant(rng) * (element(rng, REAL, place.scope) or s) for _ in range(rng.choice([1, 2]))]
    return Add(*terms) * rng.choice([S.One, s, 1 / tau])


def positive(rng: Random, place: Place, depth: int) -> Expr:
    """A random expression that is positive by its form."""
    smaller = [positive(rng, place, depth - 1) for _ in range(2)] if depth > 0 else []
    match rng.choice(["sum", "product", "total", "exp", "leaf"]) if depth > 0 else "leaf":
        case "sum":
            return Add(*smaller)
        case "product":
            return Mul(*smaller)
        case "exp":
            return exp(_exponent(rng, place))
        case "total":
            index = rng.choice([fresh(ROWS), fresh(COLUMNS)])
            alone = Place((index,), frozenset((index,)), place.under)
            return total(positive(rng, alone, depth - 1), index)
    return rng.choice([tau, sigma, abs(constant(rng)), element(rng, POSITIVE, place.scope) or tau])


Rule = Callable[[Random, Expr, Place], Expr | None]


def distribute(rng: Random, expr: Expr, place: Place) -> Expr | None:
    """(f + g) h = f h + g h."""
    sums = [factor for factor in Mul.make_args(expr) if isinstance(factor, Add)]
    if not isinstance(expr, Mul) or not sums:
        return None
    chosen = rng.choice(sums)
    rest = [factor for factor in expr.args if factor is not chosen]
    return Add(*(Mul(term, *rest) for term in chosen.args))


def multiply_out(rng: Random, expr: Expr, place: Place) -> Expr | None:
    """(f + g)^2 = f (f + g) + g (f + g)."""
    if isinstance(expr, Pow) and isinstance(expr.base, Add) and expr.exp == 2:
        return Add(*(Mul(term, expr.base) for term in expr.base.args))
    return None


def split_sum(rng: Random, expr: Expr, place: Place) -> Expr | None:
    """sum_j (f + g) = sum_j f + sum_j g."""
    if not isinstance(expr, Total) or not isinstance(expr.args[0], Add):
        return None
    body, index = expr.open()
    return Add(*(total(term, index) for term in body.args))


def swap_order(rng: Random, expr: Expr, place: Place) -> Expr | None:
    """sum_i sum_j f = sum_j sum_i f."""
    if not isinstance(expr, Total) or not isinstance(expr.args[0], Total):
        return None
    outer, i = expr.open()
    inner, j = outer.open()
    return total(inner, j, i)


def pull_out(rng: Random, expr: Expr, place: Place) -> Expr | None:
    """sum_j c f_j = c sum_j f_j, also for c in exp(log c + g_j)."""
    if not isinstance(expr, Total):
        return None
    body, index = expr.open()
    inside, outside = [], []
    for factor in Mul.make_args(body):
        if isinstance(factor, exp):
            for term in Add.make_args(factor.args[0]):
                (inside if index in free_indices(term) else outside).append(exp(term))
        else:
            (inside if index in free_indices(factor) else outside).append(factor)
    return Mul(*outside, total(Mul(*inside), index))


def push_in(rng: Random, expr: Expr, place: Place) -> Expr | None:
    """c sum_j f_j = sum_j c f_j; the sum of a product of sums is their product."""
    sums = [factor for factor in Mul.make_args(expr) if isinstance(factor, Total)]
    if not isinstance(expr, Mul) or not sums:
        return None
    chosen = rng.choice(sums)
    body, index = chosen.open()
    return total(Mul(body, *(factor for factor in expr.args if factor is not chosen)), index)


def insert_delta(rng: Random, expr: Expr, place: Place) -> Expr | None:
    """f_j = sum_k delta_jk f_k."""
    indices = sorted(free_indices(expr), key=lambda index: index.name)
    if not indices or place.under == "positive":
        return None
    old = rng.choice(indices)
    new = fresh(old.axis)
    return total(Delta(old, new) * rename(expr, {old: new}), new)


def mean_of_constant(rng: Random, expr: Expr, place: Place) -> Expr | None:
    """f = sum_j f / n."""
    index = fresh(rng.choice([ROWS, COLUMNS]))
    return total(expr, index) / index.axis.size


def weighted_mean(rng: Random, expr: Expr, place: Place) -> Expr | None:
    """f = sum_j f w_j / sum_j w_j, for a partition function sum_j w_j > 0."""
    index = fresh(COLUMNS)
    free = [i for i in place.scope if i not in place.bound]
    weights = [POSITIVE[0][index], exp(REAL[0][index] / tau)]
    weights += [POSITIVE[2][i, index] for i in free if i.axis == ROWS]
    weight = rng.choice(weights)
    return total(expr * weight, index) / total(weight, index)


def clear_denominator(rng: Random, expr: Expr, place: Place) -> Expr | None:
    """f = (f q + q) / q - 1, for q > 0 of several terms."""
    if place.under != "sum":
        return None
    q = rng.choice([tau + sigma, tau + total(POSITIVE[0][FREE[1]], FREE[1]), sigma + exp(s)])
    return (expr * q + q) / q - 1


def add_and_subtract(rng: Random, expr: Expr, place: Place) -> Expr | None:
    """f = f + g - g', for g' = g."""
    if place.under == "positive":
        return None
    extra = expression(rng, place if place.under == "sum" else replace(place, scope=()), 1)
    return expr + extra - rewritten(rng, extra, place)


def split_log(rng: Random, expr: Expr, place: Place) -> Expr | None:
    """log(f g) = log f + log g and log(f^r) = r log f, for f, g > 0."""
    algebra = Algebra(FACTS)
    match expr:
        case log(args=(Mul() as arg,)) if all(algebra.is_positive(factor) for factor in arg.args):
            return Add(*map(log, arg.args))
        case log(args=(Pow(args=(base, Rational() as power)),)) if algebra.is_positive(base):
            return power * log(base)
        case XLogX(args=(arg,)):
            return arg * log(arg)
    return None


def split_power(rng: Random, expr: Expr, place: Place) -> Expr | None:
    """(f g)^r = f^r g^r, for f, g > 0."""
    match expr:
        case Pow(args=(Mul() as base, Rational() as power)) if all(Algebra(FACTS).is_positive(f) for f in base.args):
            return Mul(*(factor**power for factor in base.args))
    return None


def power_by_log(rng: Random, expr: Expr, place: Place) -> Expr | None:
    """f^g = exp(g log f), for f > 0."""
    return exp(expr.exp * log(expr.base)) if isinstance(expr, Pow) and not expr.exp.is_Number else None


def scale_log(rng: Random, expr: Expr, place: Place) -> Expr | None:
    """log f = log(f q) - log q, for q > 0."""
    q = rng.choice([tau, Integer(2), exp(s)])
    return log(expr.args[0] * q) - log(q) if isinstance(expr, log) and place.under != "positive" else None


def abbreviate(rng: Random, expr: Expr, place: Place) -> Expr | None:
    """f, under a name."""
    indices = tuple(sorted(free_indices(expr), key=lambda index: index.name))
    return Definition("f", indices, expr)[indices] if not isinstance(expr, Named) else expr.body


RULES: tuple[Rule, ...] = (
    distribute,
    multiply_out,
    split_sum,
    swap_order,
    pull_out,
    push_in,
    insert_delta,
    mean_of_constant,
    weighted_mean,
    clear_denominator,
    add_and_subtract,
    split_log,
    split_power,
    power_by_log,
    scale_log,
    abbreviate,
)


def rewritten(rng: Random, expr: Expr, place: Place) -> Expr:
    """The expression after one random rule at one random place; the expression itself where no rule applies."""
    if isinstance(expr, Add | Mul | Total | Pow | exp | log | XLogX) and rng.random() < 0.7:
        return _within(rng, expr, place)
    for rule in rng.sample(RULES, len(RULES)):
        result = rule(rng, expr, place)
        if result is not None and result != expr:
            return result
    return expr


def _within(rng: Random, expr: Expr, place: Place) -> Expr:
    match expr:
        case Total():
            body, index = expr.open()
            return Total(rewritten(rng, body, place.binding(index)), index)
        case exp() | log() | XLogX():
            below = replace(place, under="real" if isinstance(expr, exp) and place.under != "positive" else "positive")
            return expr.func(rewritten(rng, expr.args[0], below))
        case Pow():
            return rewritten(rng, expr.base, replace(place, under="positive")) ** expr.exp
    n = rng.randrange(len(expr.args))
    return expr.func(*expr.args[:n], rewritten(rng, expr.args[n], place), *expr.args[n + 1 :])


def identity(rng: Random, depth: int = 3) -> tuple[Expr, Expr]:
    """A random expression and another form of it."""
    expr = expression(rng, Place(), depth)
    other = expr
    for _ in range(rng.randint(1, 4)):
        other = rewritten(rng, other, Place())
    return expr, other
