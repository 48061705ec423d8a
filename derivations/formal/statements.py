"""Theorem objects as Coq statements, over a whitelist of nodes: anything else is an error. Trusted."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache

from sympy import Add, Basic, Expr, Mul, Number, Pow, Rational, Symbol, exp, log
from sympy.core.numbers import Exp1

from derivations.abbreviations import abbreviations
from derivations.index import (
    At,
    Delta,
    Element,
    Index,
    Named,
    Partial,
    Size,
    Tensor,
    Total,
    XLogX,
    free_indices,
    leaves,
    rename,
)
from derivations.index.calculus import UnknownNode
from derivations.printing import terms_in_order
from derivations.proof import Equation, Hypothesis, Inequality, Nonnegative, Positive, Rank, Statement, Theorem

from .terms import APPLIED, Put, Term, add, free, fresh, mul, number, show, substitute, term

_WORDS = """R C O S I E D PI forall exists fun at in as let match end with if then else Prop Set Type nat bool
INR IZR delta exp ln rsum rank dual pos side der nz fld used close statement checked"""
_NUMBERED = (f"{word}{count}" for word in ("partial", "smooth", "bump") for count in range(5))
_RESERVED = frozenset({*re.findall(r"\w+", _WORDS), *_NUMBERED})  # no name of a theorem's may hide these


@dataclass(frozen=True)
class Names:
    """What each size, scalar, tensor, abbreviation and free index of a theorem is called in Coq."""

    of: Mapping[Basic | str, str]

    def __getitem__(self, key: Basic | str) -> str:
        if key in self.of:
            return self.of[key]
        if isinstance(key, Index):
            return fresh(_identifier(key.name), frozenset(self.of.values()))
        raise KeyError(key)


@dataclass(frozen=True)
class Definition:
    """An abbreviation: its Coq name, what it takes before its indices, its indices, and its body."""

    name: str
    named: Named
    sizes: tuple[Size, ...]
    scalars: tuple[Symbol, ...]
    tensors: tuple[Tensor, ...]


@dataclass(frozen=True)
class Scope:
    """The names and abbreviations of one theorem."""

    names: Names
    definitions: Mapping[str, Definition]

    def term(self, expr: Basic, bound: Mapping[Index, str] | None = None, *, expand: bool = False) -> Term:
        """The expression as a term; `expand` writes out every abbreviation. Raises UnknownNode."""
        return _Reader(self, expand).read(expr, dict(bound or {}))


def scope(theorem: Theorem, known: Mapping[str, Theorem]) -> Scope:
    """Names for everything in the theorem and its proof."""
    named = abbreviations(theorem, known)
    everything = [*_expressions(theorem), *named]
    atoms = {leaf for expr in everything for leaf in leaves(expr)} | {
        index.axis.size
        for expr in everything
        for leaf in leaves(expr)
        for index in getattr(leaf, "axes", ()) and [leaf]
        if isinstance(leaf, Index)
    }
    atoms |= {axis.size for leaf in list(atoms) if isinstance(leaf, Tensor) for axis in leaf.axes}
    sizes = sorted((a for a in atoms if isinstance(a, Size)), key=str)
    scalars = sorted((a for a in atoms if isinstance(a, Symbol) and not isinstance(a, Size)), key=str)
    tensors = sorted((a for a in atoms if isinstance(a, Tensor)), key=lambda t: (t.name, len(t.axes)))
    indices = sorted(
        {i for e in everything for i in free_indices(e) if i.name[0].isalpha()}, key=lambda i: (i.name, i.axis.name)
    )
    taken, of = set(_RESERVED), dict[Basic | str, str]()
    for atom in (*sizes, *scalars, *tensors):
        of[atom] = fresh(_identifier(atom.name), frozenset(taken))
        taken.add(of[atom])
    definitions = {}
    for node in named:
        name = str(node.args[0])
        if name in definitions:
            continue
        coq = fresh(_identifier(name), frozenset(taken))
        taken.add(coq)
        inside = leaves(node.body) | set(_sizes(node.body))
        definitions[name] = Definition(
            coq, node, tuple(s for s in sizes if s in inside), tuple(s for s in scalars if s in inside),
            tuple(t for t in tensors if t in inside),
        )  # fmt: skip
    for index in indices:
        of[index] = fresh(_identifier(index.name), frozenset(taken))
        taken.add(of[index])
    return Scope(Names(of), definitions)


def _sizes(expr: Basic) -> Iterator[Size]:
    for leaf in leaves(expr):
        if isinstance(leaf, Index) and leaf not in free_indices(expr):
            yield leaf.axis.size


def _expressions(theorem: Theorem) -> Iterator[Basic]:
    for claim in (*theorem.hypotheses, theorem.statement, *(step.claim for step in theorem.steps)):
        yield from parts(claim)


def parts(claim: Statement | Hypothesis) -> tuple[Basic, ...]:
    """The expressions of a claim."""
    match claim:
        case Equation():
            return claim.lhs, claim.rhs
        case Inequality():
            return (claim.lhs, claim.rhs, *(parts(claim.equality) if claim.equality else ()))
        case Positive(what=what) | Nonnegative(what=what):
            return (what,)
        case Rank():
            return (*claim.matrix.params, claim.matrix.body, claim.value)
    raise TypeError(f"no way to print {claim!r}")


def _identifier(name: str) -> str:
    """A Coq identifier that reads like the name."""
    text = name.replace("^*", "_star").replace("^2", "_sq").replace("^+", "_plus").replace("|", " ").replace("{}", "")
    text = re.sub(r"[^A-Za-z0-9']+", "_", text).strip("_")
    return text if text[:1].isalpha() else f"x_{text}"


@dataclass(frozen=True)
class _Reader:
    """Expressions as terms; bound indices get the letters of their axis."""

    scope: Scope
    expand: bool

    def read(self, expr: Basic, bound: Mapping[Index, str]) -> Term:
        names, read = self.scope.names, self.read
        match expr:
            case Rational():
                return number(Fraction(int(expr.p), int(expr.q)))
            case Exp1():
                return term("exp", number(1))
            case Size():
                return term("size", names[expr])
            case Symbol():
                return term("real", names[expr])
            case Element():
                return term("elem", names[expr.tensor], *(self.index(i, bound) for i in expr.indices))
            case Tensor():
                return term("tensor", names[expr], len(expr.axes))
            case Delta(args=(i, j)):
                return term("delta", self.index(i, bound), self.index(j, bound))
            case Total(args=(body, index)):
                letter = self.letter(index, body, bound)
                return term("sum", names[index.axis.size], letter, read(body, {**bound, index: letter}))
            case Add():
                return add(*(self.signed(t, bound) for t in terms_in_order(expr)))
            case Mul():
                return self.signed(expr, bound)
            case Pow(args=(base, Rational() as power)) if power.is_Integer:
                whole = read(base, bound) if abs(power) == 1 else term("pow", read(base, bound), abs(int(power)))
                return whole if power > 0 else term("inv", whole)
            case Pow(args=(base, power)):
                return term("rpow", read(base, bound), read(power, bound))
            case exp(args=(arg,)):
                return term("exp", read(arg, bound))
            case log(args=(arg,)):
                return term("ln", read(arg, bound))
            case XLogX(args=(arg,)):  # Coq's ln 0 is 0
                return mul(read(arg, bound), term("ln", read(arg, bound)))
            case Named():
                return self.unfolded(expr, bound) if self.expand else self.call(expr, bound)
            case Partial(args=(body, Element() as x)):
                return term(
                    "partial", read(body, bound), names[x.tensor], read(x.tensor, bound),
                    *(self.index(i, bound) for i in x.indices),
                )  # fmt: skip
            case Partial(args=(body, x)):
                return term("partial", read(body, bound), names[x], read(x, bound))
            case At(args=(body, old, new)):
                return term("at", read(body, bound), names[old], read(new, bound))
        raise UnknownNode(expr)

    def signed(self, expr: Expr, bound: Mapping[Index, str]) -> Term:
        """A product, as a quotient where a factor has a negative power, its sign in front."""
        coefficient, factors = expr.as_coeff_mul()
        above, below = [], []
        for factor in sorted(factors, key=_place):
            if isinstance(factor, Pow) and isinstance(factor.args[1], Number) and factor.args[1] < 0:
                below.append(self.read(factor.args[0] ** -factor.args[1], bound))
            else:
                above.append(self.read(factor, bound))
        if abs(coefficient.p) != 1:
            above.insert(0, number(abs(int(coefficient.p))))
        if coefficient.q != 1:
            below.insert(0, number(int(coefficient.q)))
        value = mul(*above)
        value = term("div", value, mul(*below)) if below else value
        return term("neg", value) if coefficient < 0 else value

    def definition(self, expr: Named) -> Definition:
        """The definition of an abbreviation, whose body must be the abbreviation's for these indices."""
        definition = self.scope.definitions[str(expr.args[0])]
        generic = definition.named
        if rename(generic.body, dict(zip(generic.args[1], expr.args[1], strict=True))) != expr.body:
            raise UnknownNode(expr)
        return definition

    def unfolded(self, expr: Named, bound: Mapping[Index, str]) -> Term:
        """An abbreviation's body, as Coq unfolds it."""
        generic = self.definition(expr).named
        letters = {index: f"y_{n}" for n, index in enumerate(generic.args[1])}
        put = {letters[g]: self.index(i, bound) for g, i in zip(generic.args[1], expr.args[1], strict=True)}
        return substitute(self.read(generic.body, letters), put)

    def call(self, expr: Named, bound: Mapping[Index, str]) -> Term:
        """An abbreviation applied."""
        definition, indices = self.definition(expr), expr.args[1]
        names = self.scope.names
        return term(
            "call", definition.name, *(names[s] for s in definition.sizes), *(names[s] for s in definition.scalars),
            *(names[t] for t in definition.tensors), *(self.index(i, bound) for i in indices),
        )  # fmt: skip

    def index(self, index: Basic, bound: Mapping[Index, str]) -> str:
        assert isinstance(index, Index)
        return bound[index] if index in bound else self.scope.names[index]

    def letter(self, index: Index, body: Basic, bound: Mapping[Index, str]) -> str:
        names = self.scope.names
        taken = {*names.of.values(), *_RESERVED, *bound.values()}
        taken |= {d.name for d in self.scope.definitions.values()}
        return next((x for x in index.axis.letters if x not in taken), fresh(index.axis.letters[0], frozenset(taken)))


@lru_cache(maxsize=2**16)
def _place(factor: Expr) -> tuple[bool, bool, str]:
    """Where a factor stands in a product: letters first, sums and derivatives last."""
    return isinstance(factor, Total | Partial | At), not isinstance(factor, Symbol), str(factor)


def entry(what: Basic) -> tuple[Basic, tuple[Index, ...]]:
    """What a sign is about: a tensor's general entry, over its indices."""
    if not isinstance(what, Tensor):
        return what, tuple(sorted(free_indices(what), key=lambda i: i.name))
    indices, used = [], dict[object, int]()
    for axis in what.axes:
        place = used.get(axis, 0)
        indices.append(Index(axis.letters[place], axis))
        used[axis] = place + 1
    return what[tuple(indices)], tuple(indices)


def quantified(indices: Sequence[Index], names: Names, claim: str) -> str:
    """The claim for every value of the indices within their sizes."""
    if not indices:
        return claim
    letters = [names[i] for i in indices]
    bounds = "".join(f"({x} < {names[i.axis.size]})%nat -> " for x, i in zip(letters, indices, strict=True))
    return f"forall {' '.join(letters)} : nat, {bounds}{claim}"


def own_indices(claim: Statement | Hypothesis) -> tuple[Index, ...]:
    """The indices over which a claim quantifies, its case of equality apart."""
    if isinstance(claim, Rank):
        return ()
    if isinstance(claim, Positive | Nonnegative):
        return entry(claim.what)[1]
    return tuple(sorted(free_indices(claim.lhs) | free_indices(claim.rhs), key=lambda i: i.name))


def equality_indices(claim: Inequality) -> tuple[Index, ...]:
    """The further indices over which the case of equality quantifies."""
    assert claim.equality is not None
    return tuple(sorted(free_indices(claim.equality.residual) - set(own_indices(claim)), key=lambda i: i.name))


def hypothesis(h: Hypothesis, within: Scope, *, expand: bool = False) -> str:
    """A hypothesis in Coq."""
    indices = own_indices(h)
    if isinstance(h, Equation):
        claim = f"{show(within.term(h.lhs, expand=expand))} = {show(within.term(h.rhs, expand=expand))}"
    else:
        sign = "<" if isinstance(h, Positive) else "<="
        claim = f"0 {sign} {show(within.term(entry(h.what)[0], expand=expand))}"
    return quantified(indices, within.names, claim)


def claim(statement: Statement, within: Scope, *, expand: bool = False) -> str:
    """What is claimed, within the scope of its own free indices."""

    def text(expr: Basic) -> str:
        return show(within.term(expr, expand=expand))

    match statement:
        case Equation():
            return f"{text(statement.lhs)} = {text(statement.rhs)}"
        case Inequality(equality=None):
            return f"{text(statement.rhs)} <= {text(statement.lhs)}"
        case Inequality(equality=Equation() as equality):
            condition = quantified(
                equality_indices(statement), within.names, f"{text(equality.lhs)} = {text(equality.rhs)}"
            )
            lhs, rhs = text(statement.lhs), text(statement.rhs)
            return f"{rhs} <= {lhs} /\\ ({lhs} = {rhs} <-> ({condition}))"
        case Rank(matrix=matrix, value=value):
            i, j = matrix.params
            body = within.term(matrix.body, {i: "i", j: "j"}, expand=expand)
            size = within.names[i.axis.size]
            if value != i.axis.size - 1:
                raise UnknownNode(value)
            return f"has_rank {size} (fun i j => {show(body)}) ({size} - 1)"
    raise TypeError(f"no way to print {statement!r}")


def derivatives(
    node: Term, bounds: tuple[tuple[str, str], ...] = ()
) -> Iterator[tuple[tuple[tuple[str, str], ...], Term]]:
    """Every derivative in a term, those inside first, with the bound indices and sizes around it."""
    for arg in node.args:
        if isinstance(arg, Term):
            yield from derivatives(arg, (*bounds, (node.args[1], node.args[0])) if node.op == "sum" else bounds)
    if node.op == "partial":
        yield bounds, node


def smooth(bounds: tuple[tuple[str, str], ...], node: Term) -> str:
    """That what is differentiated is differentiable, for the bound indices within their sizes."""
    body, variable, point, *indices = node.args
    where = " ".join([show(point, APPLIED + 1), *indices])
    text = f"smooth{len(indices)} (fun {variable} => {show(body)}) {where}"
    used = [(name, size) for name, size in bounds if name in free(node)]
    if not used:
        return text
    names = " ".join(name for name, _ in used)
    return f"(forall {names} : nat, " + "".join(f"({name} < {size})%nat -> " for name, size in used) + f"{text})"


def conclusion_derivatives(
    statement: Statement, within: Scope, *, expand: bool = False
) -> list[tuple[tuple[tuple[str, str], ...], Term]]:
    """The derivatives of the claim, each once."""
    if isinstance(statement, Rank):
        return []
    terms = [within.term(part, expand=expand) for part in parts(statement)]
    found = [item for one in terms for item in derivatives(one)]
    bound = {name for bounds, _ in found for name, _ in bounds}
    return list(dict.fromkeys(
        item for item in found if not (free(item[1]) & bound) - {name for name, _ in item[0]}
    ))  # fmt: skip


def binders(within: Scope) -> list[tuple[str, str]]:
    """Each size, scalar and tensor with its type."""
    found = []
    for atom, name in within.names.of.items():
        match atom:
            case Size():
                found.append((name, "nat"))
            case Symbol():
                found.append((name, "R"))
            case Tensor():
                found.append((name, "nat -> " * len(atom.axes) + "R"))
    return found


def sizes(within: Scope) -> list[str]:
    """The names of the sizes."""
    return [name for atom, name in within.names.of.items() if isinstance(atom, Size)]


def whole_claim(statement: Statement, within: Scope, *, expand: bool = False) -> str:
    """The claim with its derivatives' existence, for every value of its indices."""
    exist = [smooth(*item) for item in conclusion_derivatives(statement, within, expand=expand)]
    text = claim(statement, within, expand=expand)
    text = " /\\ ".join([*exist, f"({text})" if exist and "/\\" in text else text])
    return quantified(own_indices(statement), within.names, text)


def definition_lines(within: Scope) -> list[str]:
    """The abbreviations, each a Coq definition."""
    lines = []
    for definition in within.definitions.values():
        names, indices = within.names, definition.named.args[1]
        letters = {index: fresh(_identifier(index.name), frozenset(names.of.values())) for index in indices}
        body = within.term(definition.named.body, letters)
        groups = [f"({' '.join(names[s] for s in definition.sizes)} : nat)"] if definition.sizes else []
        groups += [f"({' '.join(names[s] for s in definition.scalars)} : R)"] if definition.scalars else []
        groups += [f"({names[t]} : {'nat -> ' * len(t.axes)}R)" for t in definition.tensors]
        groups += [f"({' '.join(letters.values())} : nat)"] if letters else []
        lines.append(f"Definition {' '.join([definition.name, *groups])} : R :=\n  {show(body)}.")
    return lines


def statement_text(theorem: Theorem, within: Scope) -> str:
    """The theorem's statement in Coq: for all sizes, all reals, under its hypotheses."""
    lines = [f"({name} : {kind})" for name, kind in binders(within)]
    premises = [f"(0 < {size})%nat ->" for size in sizes(within)]
    premises += [
        f"({text}) ->" if text.startswith("forall") else f"{text} ->"
        for text in (hypothesis(h, within) for h in theorem.hypotheses)
    ]
    head = f"forall {' '.join(lines)},\n  " if lines else ""
    return head + "\n  ".join([*premises, whole_claim(theorem.statement, within)])


__all__ = ["Put", "Scope", "scope", "statement_text"]
