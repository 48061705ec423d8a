"""Real-valued terms as Coq has them, and their text. What is printed here is part of every statement: trusted."""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction
from functools import lru_cache
from typing import Any

SUM, PRODUCT, POWER, APPLIED = 1, 2, 3, 4  # how tightly a term binds
ARITHMETIC = frozenset({"add", "mul", "div", "inv", "neg", "pow"})


@dataclass(frozen=True, eq=False)
class Term:
    """A node of a closed set, `op` with its arguments.

    num(fraction), real(name), size(name), elem(tensor, index...), delta(index, index), add(...), mul(...), div(a, b),
    inv(a), neg(a), pow(a, number), rpow(a, b), exp(a), ln(a), sum(size, index, body), call(name, argument...),
    partial(body, variable, point, index...), at(body, variable, value), tensor(name, rank), lam(indices, body).
    """

    op: str
    args: tuple[Any, ...]
    key: int = field(init=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "key", hash((self.op, self.args)))

    def __hash__(self) -> int:
        return self.key

    def __eq__(self, other: object) -> bool:
        if self is other:
            return True
        return isinstance(other, Term) and self.key == other.key and (self.op, self.args) == (other.op, other.args)


@lru_cache(maxsize=2**20)
def term(op: str, *args: Any) -> Term:
    """The node `op` with these arguments."""
    return Term(op, args)


def number(value: int | Fraction) -> Term:
    """A rational number."""
    return term("num", Fraction(value))


ZERO, ONE = number(0), number(1)


def add(*terms: Term) -> Term:
    """The sum, with no more brackets than it needs."""
    return terms[0] if len(terms) == 1 else term("add", *terms) if terms else ZERO


def mul(*terms: Term) -> Term:
    """The product."""
    return terms[0] if len(terms) == 1 else term("mul", *terms) if terms else ONE


def minus(a: Term, b: Term) -> Term:
    """a - b."""
    return add(a, term("neg", b))


@lru_cache(maxsize=2**18)
def show(node: Term, binds: int = 0) -> str:
    """The term in Coq's syntax, in parentheses where it binds less tightly than its place asks."""
    strength, text = _bare(node)
    return f"({text})" if strength < binds else text


def _bare(node: Term) -> tuple[int, str]:
    args = node.args
    match node.op:
        case "num":
            (value,) = args
            if value.denominator != 1:
                return 0, f"{value.numerator} / {value.denominator}"
            return (APPLIED + 1 if value >= 0 else 0), str(value)
        case "real" | "tensor":
            return APPLIED + 1, str(args[0])
        case "size":
            return APPLIED, f"INR {args[0]}"
        case "elem" | "delta":
            return APPLIED, " ".join([node.op, *args] if node.op == "delta" else args)
        case "call":
            return (APPLIED if len(args) > 1 else APPLIED + 1), " ".join(
                show(part, APPLIED + 1) if isinstance(part, Term) else part for part in args
            )
        case "add":
            head, *rest = args
            return SUM, show(head, SUM) + "".join(
                f" - {show(part.args[0], PRODUCT)}" if part.op == "neg" else f" + {show(part, PRODUCT)}"
                for part in rest
            )
        case "neg":
            return SUM, f"- {show(args[0], POWER)}"
        case "mul":
            return PRODUCT, " * ".join(show(part, POWER if place else PRODUCT) for place, part in enumerate(args))
        case "div":
            return PRODUCT, f"{show(args[0], PRODUCT)} / {show(args[1], POWER)}"
        case "inv":
            return PRODUCT, f"/ {show(args[0], POWER)}"
        case "pow":
            return POWER, f"{show(args[0], APPLIED)} ^ {args[1]}"
        case "rpow":
            return APPLIED, f"Rpower {show(args[0], APPLIED + 1)} {show(args[1], APPLIED + 1)}"
        case "exp" | "ln":
            return APPLIED, f"{node.op} {show(args[0], APPLIED + 1)}"
        case "sum":
            return APPLIED, f"rsum {args[0]} (fun {args[1]} => {show(args[2])})"
        case "partial":
            body, variable, point, *indices = args
            where = " ".join([show(point, APPLIED + 1), *indices])
            return APPLIED, f"partial{len(indices)} (fun {variable} => {show(body)}) {where}"
        case "at":
            body, variable, value = args
            return APPLIED, f"(fun {variable} => {show(body)}) {show(value, APPLIED + 1)}"
        case "lam":
            return 0, f"fun {' '.join(args[0])} => {show(args[1])}"
    raise TypeError(f"no way to print {node.op}")


@lru_cache(maxsize=2**18)
def free(node: Term) -> frozenset[str]:
    """The names that occur free: scalars, sizes, tensors, indices."""
    args = node.args
    match node.op:
        case "num":
            return frozenset()
        case "sum":
            return frozenset({args[0]}) | (free(args[2]) - {args[1]})
        case "partial" | "at":
            return (free(args[0]) - {args[1]}).union(*(free(a) if isinstance(a, Term) else {a} for a in args[2:]))
        case "lam":
            return free(args[1]) - set(args[0])
        case "pow":
            return free(args[0])
        case "tensor":
            return frozenset(str(args[0]).replace("(", " ").replace(")", " ").split())
        case "call":
            return frozenset().union(*(free(a) if isinstance(a, Term) else {a} for a in args[1:]))
    return frozenset().union(*(free(a) if isinstance(a, Term) else {a} for a in args))


def fresh(name: str, taken: frozenset[str]) -> str:
    """The name, with a number behind it where it is taken."""
    stem, count = name, 1
    while name in taken:
        name, count = f"{stem}{count}", count + 1
    return name


Put = dict[str, Any]  # a name to a name (index, size), a term (scalar), or a tensor or lam (tensor)


def substitute(node: Term, put: Put) -> Term:
    """The term with names replaced, simultaneously and without capture."""
    if put.keys().isdisjoint(free(node)):
        return node
    args = node.args
    match node.op:
        case "real":
            new = put[args[0]]
            return new if isinstance(new, Term) else term("real", new)
        case "tensor":
            new = put[args[0]]
            return new if isinstance(new, Term) else term("tensor", new, *args[1:])
        case "elem":
            indices = [put.get(i, i) for i in args[1:]]
            new = put.get(args[0], args[0])
            if isinstance(new, Term) and new.op == "lam":
                return substitute(new.args[1], dict(zip(new.args[0], indices, strict=True)))
            return term("elem", new.args[0] if isinstance(new, Term) else new, *indices)
        case "sum":
            (var, body) = _opened(args[1], args[2], put)
            return term("sum", put.get(args[0], args[0]), var, substitute(body, put))
        case "partial" | "at":
            var, body = _opened(args[1], args[0], put)
            rest = [substitute(a, put) if isinstance(a, Term) else put.get(a, a) for a in args[2:]]
            inner = {old: new for old, new in put.items() if old != var}
            return term(node.op, substitute(body, inner), var, *rest)
        case "lam":
            names, body = list(args[0]), args[1]
            for place, name in enumerate(names):
                names[place], body = _opened(name, body, put)
            inner = {old: new for old, new in put.items() if old not in names}
            return term("lam", tuple(names), substitute(body, inner))
        case "pow":
            return term("pow", substitute(args[0], put), args[1])
    return term(node.op, *(substitute(a, put) if isinstance(a, Term) else put.get(a, a) for a in args))


def _opened(var: str, body: Term, put: Put) -> tuple[str, Term]:
    """The bound name, and the body with it, renamed so that nothing put in is captured and nothing bound replaced."""
    coming = frozenset().union(*(free(new) if isinstance(new, Term) else {new} for new in put.values()))
    if var not in coming and var not in put:
        return var, body
    name = fresh(var, frozenset(coming | free(body) | put.keys()))
    return name, substitute(body, {var: name})
