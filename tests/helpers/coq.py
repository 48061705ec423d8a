"""Reads printed Coq statements and evaluates them at concrete sizes; a derivative is a difference quotient.

prop  =  forall binders, prop | side [ -> prop ]
side  =  conj [ <-> conj ]
conj  =  fact { /\\ fact }
fact  =  ( prop ) | sum ( = | < | <= ) sum | smoothK ... | has_rank ...
sum   =  [-] term { (+ | -) term },  term = factor { (* | /) factor },  factor = [/] base [ ^ number ]
base  =  atom { atom },  atom = name | number | ( sum ) | ( fun name => sum )
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from mpmath import mp, mpf

TOKEN = re.compile(r"\s*(%nat|:=|=>|<->|->|<=|/\\|[A-Za-z_][\w']*|\d+|[-+*/^()<=:,.])")
Env = Mapping[str, Any]
Value = Callable[[Env], Any]
STEP = mpf(10) ** -20


@dataclass(frozen=True)
class Relation:
    """left `sign` right, or a claim of another kind (its sign is its head)."""

    sign: str
    left: Value
    right: Value


@dataclass(frozen=True)
class Forall:
    names: tuple[str, ...]
    body: Any


@dataclass(frozen=True)
class Implies:
    premise: Any
    body: Any


@dataclass(frozen=True)
class Joined:
    """A conjunction (/\\) or an equivalence (<->)."""

    sign: str
    parts: tuple[Any, ...]


class Reader:
    """One text being read."""

    def __init__(self, text: str) -> None:
        self.tokens = TOKEN.findall(text)
        assert re.sub(r"\s", "", "".join(self.tokens)) == re.sub(r"\s", "", text), f"cannot read {text}"
        self.place = 0

    @property
    def next(self) -> str:
        return self.tokens[self.place] if self.place < len(self.tokens) else ""

    def take(self, *wanted: str) -> str:
        token = self.next
        assert not wanted or token in wanted, (
            f"expected {wanted}, not {token!r} at {self.tokens[self.place - 5 : self.place + 5]}"
        )
        self.place += 1
        return token

    def prop(self) -> Any:
        if self.next == "forall":
            self.take()
            return Forall(self.binders(), self.prop())
        side = self.side()
        if self.next != "->":
            return side
        self.take()
        return Implies(side, self.prop())

    def binders(self) -> tuple[str, ...]:
        """Names up to the comma; the types between are read over."""
        names, typed = [], False
        while self.next != ",":
            token = self.take()
            typed = token == ":" or (typed and token != ")")
            if not typed and token not in "()":
                names.append(token)
        self.take(",")
        return tuple(names)

    def side(self) -> Any:
        conj = self.conj()
        if self.next != "<->":
            return conj
        self.take()
        return Joined("<->", (conj, self.conj()))

    def conj(self) -> Any:
        parts = [self.fact()]
        while self.next == "/\\":
            self.take()
            parts.append(self.fact())
        return Joined("/\\", tuple(parts)) if len(parts) > 1 else parts[0]

    def fact(self) -> Any:
        start = self.place
        if self.next == "(":
            try:
                self.take()
                inner = self.prop()
                self.take(")")
                if self.next == "%nat":
                    self.take()
                if self.next in ("", ")", "/\\", "<->", "->"):
                    return inner
            except AssertionError:
                pass
            self.place = start
        if re.fullmatch(r"smooth\d|has_rank", self.next):
            sign = self.take()
            while self.next not in ("", ")", "/\\", "->"):
                if sign == "has_rank" and self.next == "-":
                    self.take()
                self.atom()
            return Relation(sign, _nothing, _nothing)
        left = self.sum()
        return Relation(self.take("=", "<", "<="), left, self.sum())

    def sum(self) -> Value:
        negative = self.next == "-"
        if negative:
            self.take()
        result = _negative(self.term()) if negative else self.term()
        while self.next in ("+", "-"):
            sign = self.take()
            other = self.term()
            result = _both(result, other if sign == "+" else _negative(other), lambda a, b: a + b)
        return result

    def term(self) -> Value:
        result = self.factor()
        while self.next in ("*", "/"):
            times = self.take() == "*"
            result = _both(result, self.factor(), (lambda a, b: a * b) if times else _quotient)
        return result

    def factor(self) -> Value:
        if self.next == "/":
            self.take()
            return _both(lambda _: mpf(1), self.factor(), _quotient)
        base = self.base()
        if self.next != "^":
            return base
        self.take()
        power = int(self.take())
        return lambda env: base(env) ** power

    def base(self) -> Value:
        head, arguments = self.atom(), []
        while re.match(r"[A-Za-z_\d(]", self.next):
            arguments.append(self.atom())
        return _applied(head, arguments) if arguments else head

    def atom(self) -> Value:
        token = self.take()
        if token == "(":
            if self.next == "fun":
                self.take()
                names = []
                while self.next != "=>":
                    names.append(self.take())
                self.take("=>")
                value = _function(names, self.sum())
            else:
                value = self.sum()
            self.take(")")
            return value
        if token.isdigit():
            number = int(token)
            return lambda _: number
        assert re.match(r"[A-Za-z_]", token), token
        return lambda env: env[token]


def beyond(place: tuple[int, ...]) -> Any:
    """An entry outside a tensor: Coq has some number there too, and no true statement depends on it."""
    return mpf(7) / (3 + sum(place))


def _nothing(_: Env) -> None:
    return None


def _negative(value: Value) -> Value:
    return lambda env: -value(env)


def _both(one: Value, other: Value, join: Callable[[Any, Any], Any]) -> Value:
    return lambda env: join(one(env), other(env))


def _quotient(a: Any, b: Any) -> Any:
    return mpf(a) / b if b else mpf(0)  # as in Coq


def _applied(head: Value, arguments: list[Value]) -> Value:
    return lambda env: head(env)(*(argument(env) for argument in arguments))


def _function(names: list[str], body: Value) -> Value:
    return lambda env: lambda *given: body({**env, **dict(zip(names, given, strict=True))})


def _partial(rank: int) -> Callable[..., Any]:
    """The derivative of F in the entry of x with these indices (rank 0: in x)."""

    def value(function: Callable[[Any], Any], x: Any, *at: int) -> Any:
        def moved(step: Any) -> Any:
            return x + step if rank == 0 else lambda *place: x(*place) + (step if place == at else 0)

        return (function(moved(STEP)) - function(moved(-STEP))) / (2 * STEP)

    return value


def _ln(x: Any) -> Any:
    return mp.log(x) if x > 0 else mpf(0)


BUILTIN: dict[str, Any] = {
    "exp": mp.exp,
    "ln": _ln,
    "INR": lambda size: size,
    "Rpower": lambda x, y: mp.exp(y * _ln(x)),
    "delta": lambda i, j: int(i == j),
    "rsum": lambda size, body: sum((body(j) for j in range(size)), mpf(0)),
    **{f"partial{rank}": _partial(rank) for rank in range(5)},
}


def definitions(text: str) -> tuple[dict[str, Any], str]:
    """The abbreviations as functions, and the text of the statement."""
    env = dict(BUILTIN)
    *defined, last = re.split(r"(?m)^Definition ", text)[1:]
    for one in defined:
        head, body = one.rstrip().removesuffix(".").split(":=", 1)
        name = head.split()[0]
        parameters = re.findall(r"[\w']+", " ".join(part.split(":")[0] for part in re.findall(r"\(([^)]*)\)", head)))
        value = Reader(body).sum()
        env[name] = _closure(value, parameters, dict(env))
    assert last.startswith("statement : Prop :=")
    return env, last.split(":=", 1)[1].rstrip().removesuffix(".")


def _closure(value: Value, parameters: list[str], env: dict[str, Any]) -> Any:
    if not parameters:
        return value(env)
    return lambda *given: value({**env, **dict(zip(parameters, given, strict=True))})


def places(names: tuple[str, ...], sizes: Mapping[str, int]) -> list[dict[str, int]]:
    """Every value of the indices; `sizes` by index."""
    return [dict(zip(names, chosen, strict=True)) for chosen in itertools.product(*(range(sizes[x]) for x in names))]
