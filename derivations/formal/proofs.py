"""Proofs of the printed statements, one Coq lemma for each step of the theorem's own proof. Not trusted."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cached_property
from itertools import permutations

from sympy import Basic, Symbol

from derivations.catalogue import cites
from derivations.index import Index, Lambda, Size, Tensor
from derivations.proof import (
    Algebra,
    Between,
    ByDefinition,
    Cases,
    Certificate,
    Differentiation,
    Equation,
    Hypothesis,
    Inequality,
    Known,
    LogGap,
    Nonnegative,
    Positive,
    Rank,
    RankCertificate,
    Reason,
    Rewriting,
    Solving,
    Square,
    Statement,
    Step,
    Strict,
    Theorem,
    Use,
    Using,
)
from derivations.proof.reasons import Term as Weighted

from . import statements as st
from .normal import (
    Facts,
    NoProof,
    Normaliser,
    Proof,
    Rule,
    Split,
    _Again,
    _dual,
    as_term,
    cleared,
    differentiated,
    then,
)
from .terms import ONE, ZERO, Put, Term, free, minus, mul, show, substitute, term

Binder = tuple[str, str]  # an index and its size


@dataclass(frozen=True)
class Source:
    """An equation or inequality that a step may use, with its terms, its indices and the proof's head."""

    claim: Statement
    terms: tuple[Term, ...]  # the sides, and those of the case of equality
    indices: tuple[Index, ...]
    names: Mapping[Index, str]
    head: str
    parts: int  # how many statements of differentiability come first
    change: Put = field(default_factory=dict)  # what its own names stand for here


@dataclass(frozen=True)
class _Fact:
    """value >= 0, and value = 0 exactly where zero = 0 for every q (then BACK in `back` stands for its proof)."""

    value: Term
    zero: Term
    nonnegative: str
    forward: str
    back: str
    q: tuple[Binder, ...] = ()


@dataclass(frozen=True)
class _Weighted:
    """A term of a certificate: sum over `over` of weight * fact >= 0; layers are its sums from the outside in."""

    node: Term
    nonnegative: str
    weight: Term
    fact: _Fact
    over: list[Binder]
    strict: str | None  # a proof of 0 < weight
    layers: list[Term]
    proofs: list[str]

    def zero(self) -> Term:
        """What vanishes exactly where the term does."""
        return self.fact.zero if self.strict else term("mul", self.weight, self.fact.zero)

    def sides(self) -> str:
        return _args(self.weight, self.fact.value, self.fact.zero)

    def binders(self) -> list[Binder]:
        return [*self.over, *self.fact.q]

    def quantified(self, claim: str) -> str:
        return _quantified(self.binders(), claim)

    def intros(self) -> str:
        names = [x for x, _ in self.binders()]
        return f"intros {' '.join(names)} {' '.join('?' for _ in names)}. " if names else ""


@dataclass
class Prover:
    """Writes the proof of one theorem."""

    theorem: Theorem
    known: Mapping[str, Theorem]
    scopes: Mapping[str, st.Scope]
    lemmas: list[str] = field(default_factory=list)

    @cached_property
    def scope(self) -> st.Scope:
        return self.scopes[self.theorem.id]

    def read(self, expr: Basic, bound: Mapping[Index, str] | None = None) -> Term:
        return substitute(self.scope.term(expr, bound, expand=True), self.put)

    # the frame

    def text(self) -> list[str]:
        """The section with its lemmas, and the theorem: its statement follows from those of what it cites."""
        names, cited = self.scope.names, cites(self.theorem)
        head = ["Section Proof.", 'Set Default Proof Using "All".']
        head += [f"Hypothesis from_{name} : given {name}.statement." for name in cited]
        variables = st.binders(self.scope)
        head += [f"Variable {name} : {kind}." for name, kind in variables]
        head += [f"Hypothesis size_{size} : (0 < {size})%nat." for size in st.sizes(self.scope)]
        hypotheses = self.theorem.hypotheses
        head += [f"Hypothesis h{n} : {st.hypothesis(h, self.scope, expand=True)}." for n, h in enumerate(hypotheses)]
        self.signs()
        for number_, step in enumerate(self.theorem.steps):
            self.step(number_, step)
        final, exist = f"c{len(self.theorem.steps) - 1}", self.existence()
        given = [name for name, _ in variables] + [f"size_{s}" for s in st.sizes(self.scope)]
        given += [f"h{n}" for n in range(len(hypotheses))]
        indices = st.own_indices(self.theorem.statement)
        letters = [names[i] for i in indices]
        bounds = [f"B{n}" for n in range(len(indices))]
        arguments = [*given, *letters, *bounds]
        call = " ".join([*(f"(Given _ from_{name})" for name in cited), *arguments])
        proof = f"({final} {call})"
        for name in reversed(exist):
            proof = f"(conj ({name} {call}) {proof})"
        claim = " -> ".join(f"{name}.statement" for name in (*cited, self.theorem.id))
        bound = " ".join([*(f"from_{name}" for name in cited), *arguments])
        whole = f"fun {bound} => {proof}" if bound else proof
        return [*head, *self.lemmas, "End Proof.", f"Theorem checked : {claim}.", f"Proof. exact ({whole}). Qed."]

    def lemma(self, name: str, statement: str, proof: Sequence[str]) -> None:
        self.lemmas += [f"Lemma {name} : {statement}.", "Proof.", *(f"  {line}" for line in proof), "Qed."]

    def intros(self, indices: Sequence[Index]) -> list[str]:
        known = [f"pose proof {name}." for name in self.composite]
        if not indices:
            return known
        return [*known, f"intros {' '.join(self.scope.names[i] for i in indices)} {' '.join('?' for _ in indices)}."]

    # what is known

    @cached_property
    def plain(self) -> Facts:
        names = self.scope.names
        positive = {
            names[h.what]
            for h in self.theorem.hypotheses
            if isinstance(h, Positive) and isinstance(h.what, Tensor | Symbol)
        }
        nonnegative = {
            names[h.what]
            for h in self.theorem.hypotheses
            if isinstance(h, Nonnegative) and isinstance(h.what, Tensor | Symbol)
        }
        return Facts(frozenset(positive), frozenset(nonnegative))

    facts: Facts = field(default_factory=Facts)
    composite: list[str] = field(default_factory=list)
    identities: dict[str, str] = field(default_factory=dict)
    put: Put = field(default_factory=dict)

    def signs(self) -> None:
        """The sign hypotheses in normal form."""
        self.facts = self.plain
        for n, h in enumerate(self.theorem.hypotheses):
            if isinstance(h, Equation) or isinstance(h.what, Tensor | Symbol):
                continue
            relation = "<" if isinstance(h, Positive) else "<="
            indices = st.own_indices(h)
            letters = [self.scope.names[i] for i in indices]
            value = self.read(h.what)
            poly, proof = self.run(value, frozenset(letters))
            normal = as_term(poly)
            claim = st.quantified(indices, self.scope.names, f"0 {relation} {show(normal, 1)}")
            here = f"(h{n} {' '.join(letters)}{' ltac:(assumption)' * len(letters)})" if letters else f"h{n}"
            term_ = (
                f"(eq_ind {show(value, 5)} (fun z : R => 0 {relation} z) {here} {show(normal, 5)} {proof})"
                if proof
                else here
            )
            self.lemma(f"p{n}", claim, [*self.intros(indices), f"exact {term_}."])
            self.composite.append(f"p{n}")
            if isinstance(h, Nonnegative):
                weak = (*self.facts.weak, (tuple(letters), normal), (tuple(letters), value))
                self.facts = Facts(self.facts.positive, self.facts.nonnegative, self.facts.composite, weak)
                continue
            self.facts = Facts(
                self.facts.positive,
                self.facts.nonnegative,
                (*self.facts.composite, (tuple(letters), normal, f"p{n}"), (tuple(letters), value, f"h{n}")),
                self.facts.weak,
            )

    def run(
        self,
        node: Term,
        outer: frozenset[str],
        carry: bool = False,
        rules: Mapping[str, Rule] | None = None,
        apart: frozenset[frozenset[str]] = frozenset(),
    ) -> tuple[dict, Proof]:  # type: ignore[type-arg]
        """The normal form and its proof."""
        machine = self.machine(outer, carry, rules, apart)
        while True:
            try:
                return machine.normal(node)
            except _Again:
                machine.memo.clear()
                machine.done.clear()

    def machine(
        self, outer: frozenset[str], carry: bool = False, rules: Mapping[str, Rule] | None = None,
        apart: frozenset[frozenset[str]] = frozenset(), facts: Facts | None = None,
    ) -> Normaliser:  # fmt: skip
        names = frozenset(name for name, _ in st.binders(self.scope))
        return Normaliser(facts or self.facts, outer | names, carry, rules or {}, apart, identities=self.identities)

    def zero(
        self,
        node: Term,
        outer: frozenset[str],
        carry: bool,
        rules: Mapping[str, Rule] | None = None,
        apart: frozenset[frozenset[str]] = frozenset(),
    ) -> str:
        """A proof term of node = 0."""
        poly, proof = self.run(node, outer, carry, rules, apart)
        if not poly:
            return proof or "eq_refl"
        if cleared(poly):
            raise NoProof(f"not zero: {show(as_term(poly))[:300]}")
        machine = self.machine(outer)
        return then(proof, machine.field(as_term(poly), ZERO)) or "eq_refl"

    def script(
        self,
        build: str,
        node: Term,
        letters: list[str],
        carry: bool,
        rules: Mapping[str, Rule] | None = None,
        apart: frozenset[frozenset[str]] = frozenset(),
        more: Sequence[Term] = (),
    ) -> list[str]:
        """Tactics that close the goal `build` (with {} for a proof of node = 0), by cases of equal indices."""
        try:
            return [f"exact ({build.replace('{}', self.zero(node, frozenset(letters), carry, rules, apart))})."]
        except Split as split:
            i, j = split.i, split.j
        equal = substitute(node, {j: i})
        lines = [f"destruct (Nat.eq_dec {i} {j}) as [?|?].", "{ subst " + j + "."]
        lines += self.script(_renamed(build, j, i), equal, letters, carry, rules, apart)
        lines += ["}", "{"]
        lines += self.script(build, node, letters, carry, rules, apart | {frozenset((i, j))})
        return [*lines, "}"]

    # sources

    def source(self, use: Use | Known) -> Source:
        name = use.source if isinstance(use, Use) else use.theorem
        if isinstance(name, str):
            return self.cited(name, use.put)
        if isinstance(name, int):
            claim: Statement = self.theorem.steps[name].claim
            head, parts = f"c{name}", 0
        else:
            claim, parts = name, 0
            head = f"h{self.theorem.hypotheses.index(name)}"
        terms = tuple(self.read(part) for part in st.parts(claim))
        indices = st.own_indices(claim)
        return Source(claim, terms, indices, {i: self.scope.names[i] for i in indices}, head, parts)

    def cited(self, name: str, put: Mapping[Basic, Basic | Lambda]) -> Source:
        """An earlier theorem with this session's variables in place of its own."""
        theorem, other = self.known[name], self.scopes[name]
        change: Put = {}
        arguments: list[str] = []
        for atom, its in other.names.of.items():
            if isinstance(atom, Index):
                continue
            new = put.get(atom, atom)
            value: Term | str
            match new:
                case Size() if isinstance(atom, Size):
                    value = self.scope.names.of.get(new, "1%nat")
                case Lambda():
                    letters = {p: self.scope.names[p] for p in new.params}
                    value = term("lam", tuple(letters.values()), self.read(new.body, letters))
                case Tensor() if new in self.scope.names.of:
                    value = self.read(new)
                case Tensor():
                    value = term("lam", tuple(f"z{n}" for n in range(len(new.axes))), ONE)
                case Symbol() if new not in self.scope.names.of:
                    value = ONE
                case _:
                    value = self.read(new)
            change[its] = value
            arguments.append(f"({show(value)})" if isinstance(value, Term) else value)
        for size in st.sizes(other):
            arguments.append(f"(ltac:(first [assumption | lia]) : (0 < {change[size]})%nat)")
        for h in theorem.hypotheses:
            arguments.append(self.premise(h, other, change))
        terms = tuple(other.term(part, expand=True) for part in st.parts(theorem.statement))
        indices = st.own_indices(theorem.statement)
        parts = len(st.conclusion_derivatives(theorem.statement, other, expand=False))
        head = f"(taken {name}.statement from_{name} {' '.join(arguments)})"
        return Source(theorem.statement, terms, indices, {i: other.names[i] for i in indices}, head, parts, change)

    def premise(self, h: Hypothesis, other: st.Scope, change: Put) -> str:
        """A proof of an earlier theorem's hypothesis under the substitution."""
        indices = st.own_indices(h)
        letters = {i: f"w{n}" for n, i in enumerate(indices)}
        sizes = {i: change[other.names[i.axis.size]] for i in indices}
        head = f"fun {' '.join(letters.values())} " if indices else ""
        bounds = " ".join(f"(W{x} : ({x} < {sizes[i]})%nat)" for i, x in letters.items())
        opening = f"{head}{bounds} => " if indices else ""
        outer = frozenset(letters.values())
        put = {**change, **{other.names[i]: x for i, x in letters.items()}}
        if isinstance(h, Equation):
            lhs = substitute(other.term(h.lhs, expand=True), put)
            rhs = substitute(other.term(h.rhs, expand=True), put)
            outer |= self.local(lhs, rhs)
            try:
                return f"({opening}{self.equal(lhs, rhs, outer)})"
            except Split:
                return self.auxiliary(lhs, rhs, {**{x: sizes[i] for i, x in letters.items()}})
        value = substitute(other.term(st.entry(h.what)[0], expand=True), put)
        outer |= self.local(value)
        return f"({opening}{self.sign(value, '<' if isinstance(h, Positive) else '<=', outer)})"

    def local(self, *terms: Term) -> frozenset[str]:
        """The index names free in the terms."""
        fixed = {name for name, _ in st.binders(self.scope)}
        return frozenset().union(*(free(t) for t in terms)) - fixed

    def auxiliary(self, lhs: Term, rhs: Term, sizes: Mapping[str, str]) -> str:
        """A lemma for a premise that needs cases of equal indices."""
        if self.local(lhs, rhs) - set(sizes):
            raise NoProof("cases of equal indices within a step")
        name = f"a{sum(line.startswith('Lemma a') for line in self.lemmas)}"
        lines = [f"intros {' '.join(sizes)} {' '.join('?' for _ in sizes)}."]
        gap = minus(lhs, rhs)
        try:
            lines += self.script(f"apart_zero ({show(lhs)}) ({show(rhs)}) {{}}", gap, list(sizes), True)
        except NoProof:
            lines += self.by_hypothesis(lhs, rhs, list(sizes))
        self.lemma(name, _quantified(list(sizes.items()), f"{show(lhs)} = {show(rhs)}"), lines)
        return name

    def by_hypothesis(self, lhs: Term, rhs: Term, letters: list[str]) -> list[str]:
        """lhs = rhs from one of the hypotheses."""
        for proof, left, right in self.assumed(letters):
            used = mul(ONE, minus(left, right))
            build = f"vanishing {_args(lhs, rhs, used)} (used {_args(left, right)} 1 {proof}) {{}}"
            with suppress(NoProof):
                return self.script(build, minus(minus(lhs, rhs), used), letters, True)
        raise NoProof("a hypothesis of a cited theorem")

    def assumed(self, letters: Iterable[str]) -> Iterator[tuple[str, Term, Term]]:
        """Each assumed equation, for each choice of its indices: its proof and its sides."""
        for n, h in enumerate(self.theorem.hypotheses):
            if not isinstance(h, Equation):
                continue
            indices = [self.scope.names[i] for i in st.own_indices(h)]
            for chosen in permutations(sorted(letters), len(indices)):
                put = dict(zip(indices, chosen, strict=True))
                left, right = (substitute(self.read(side), put) for side in (h.lhs, h.rhs))
                yield _at(f"h{n}", chosen), left, right

    def equal(self, lhs: Term, rhs: Term, outer: frozenset[str]) -> str:
        """A proof of lhs = rhs, by algebra or from one of the hypotheses."""
        for proof, *sides in self.assumed(outer):
            if sides == [lhs, rhs]:
                return f"({proof} : {show(lhs)} = {show(rhs)})"
        gap = minus(lhs, rhs)
        with suppress(NoProof):
            return f"(apart_zero {_args(lhs, rhs)} {self.carried(gap, outer)})"
        for proof, left, right in self.assumed(outer):
            used = mul(ONE, minus(left, right))
            with suppress(NoProof):
                inner = self.carried(minus(gap, used), outer)
                return f"(vanishing {_args(lhs, rhs, used)} (used {_args(left, right)} 1 {proof}) {inner})"
        raise NoProof("a hypothesis of a cited theorem")

    def carried(self, node: Term, outer: frozenset[str]) -> str:
        """A proof term of node = 0, with derivatives closed, else carried out."""
        try:
            return self.zero(node, outer, False)
        except NoProof:
            return self.zero(node, outer, True)

    def sign(self, value: Term, relation: str, outer: frozenset[str]) -> str:
        """A proof of 0 < value (or <=), by its form or its normal form's."""
        machine = self.machine(outer)
        holds = machine.is_positive if relation == "<" else machine.is_nonnegative
        if holds(value):
            return f"(ltac:(pos) : 0 {relation} {show(value, 2)})"
        poly, proof = self.run(value, outer)
        normal = as_term(poly)
        if not holds(normal):
            raise NoProof(f"no sign of {show(value)[:200]}")
        lemma = "signed_lt" if relation == "<" else "signed_le"
        positive = f"(ltac:(pos) : 0 {relation} {show(normal, 2)})"
        return f"({lemma} {_args(value, normal)} {proof or 'eq_refl'} {positive})"

    def instance(self, use: Use | Known, bound: Mapping[Index, str]) -> tuple[Source, list[Term], str]:
        """A source's terms and proof for the indices that the use puts in."""
        source = self.source(use)
        change, chosen = dict(source.change), list[str]()
        for index in source.indices:
            new = use.put.get(index, index)
            assert isinstance(new, Index)
            letter = bound.get(new, self.scope.names[new])
            change[source.names[index]] = letter
            chosen.append(letter)
        terms = [substitute(t, change) for t in source.terms]
        met = frozenset().union(*map(free, terms))
        chosen = [letter if letter in met else "0%nat" for letter in chosen]  # one that is not met may be any
        bounds = ["ltac:(lia)" if letter == "0%nat" else "ltac:(assumption)" for letter in chosen]
        proof = f"({' '.join([source.head, *chosen, *bounds])})" if chosen else source.head
        for _ in range(source.parts):
            proof = f"(proj2 {proof})"
        return source, terms, proof

    def use(self, use: Use) -> tuple[Term, str]:
        """sum over `over` of times * (lhs - rhs), and a proof that it is 0."""
        bound = {i: self.scope.names[i] for i in use.over}
        source, (lhs, rhs, *_), proof = self.instance(use, bound)
        if not isinstance(source.claim, Equation):
            raise NoProof("not an equation")
        times = self.read(use.times, bound)
        node = mul(times, minus(lhs, rhs))
        proof = f"(used ({show(lhs)}) ({show(rhs)}) ({show(times)}) {proof})"
        return self.summed(node, proof, use.over, bound)

    def summed(self, node: Term, proof: str, over: Sequence[Index], bound: Mapping[Index, str]) -> tuple[Term, str]:
        for index in reversed(over):
            letter, size = bound[index], self.scope.names[index.axis.size]
            function = f"(fun {letter} => {show(node)})"
            proof = f"(rsum_vanish {size} {function} (fun {letter} (H{letter} : ({letter} < {size})%nat) => {proof}))"
            node = term("sum", size, letter, node)
        return node, proof

    def uses(self, uses: Sequence[Use]) -> tuple[Term, str]:
        """The sum of the uses, and a proof that it is 0."""
        found = [self.use(u) for u in uses]
        if not found:
            return ZERO, "eq_refl"
        node, proof = found[0]
        for other, its in found[1:]:
            proof = f"(plus_zero ({show(node)}) ({show(other)}) {proof} {its})"
            node = term("add", node, other)
        return node, proof

    # steps

    def step(self, number_: int, step: Step) -> None:
        """The lemma of one step."""
        claim = step.claim
        statement = st.quantified(st.own_indices(claim), self.scope.names, st.claim(claim, self.scope, expand=True))
        match claim, step.reason:
            case Equation(), Algebra() | ByDefinition() | Differentiation():
                lines = self.equation(number_, claim, (), {}, isinstance(step.reason, Differentiation))
            case Equation(), Using(uses=uses):
                lines = self.equation(number_, claim, uses, {}, False)
            case Equation(), Rewriting(by=by, uses=uses):
                lines = self.equation(number_, claim, uses, self.rule(by), True)
            case Equation(), Solving(equation=use):
                lines = self.solving(claim, use)
            case Inequality(), Certificate() | Strict():
                lines = self.inequality(claim, step.reason)
            case Inequality(), Cases():
                lines = self.cases(claim, step.reason)
            case Rank(), RankCertificate():
                lines = self.rank(claim, step.reason)
            case Inequality(), Between(claim=earlier):
                lines = self.between(claim, self.theorem.steps[earlier])
            case _:
                raise NoProof(type(step.reason).__name__)
        self.lemma(f"c{number_}", statement, [*self.intros(st.own_indices(claim)), *lines])

    def rule(self, by: Use) -> dict[str, Rule]:
        """The variable on the left of an equation, to be replaced by its right."""
        source, (lhs, rhs, *_), proof = self.instance(by, {})
        if lhs.op == "elem":
            params = tuple(str(a) for a in lhs.args[1:])
            bare = source.head
            if source.parts or [by.put.get(i, i) for i in source.indices] != list(source.indices):
                raise NoProof("a rule under other indices")
            order = [source.names[i] for i in source.indices]
            fun = f"(fun {' '.join(params)} => {bare} {' '.join(order)})" if list(params) != order else bare
            if list(params) != order:
                raise NoProof("a rule with its indices in another order")
            return {str(lhs.args[0]): Rule(params, rhs, fun)}
        return {str(lhs.args[0]): Rule((), rhs, proof)}

    def equation(
        self, number_: int, claim: Equation, uses: Sequence[Use], rules: Mapping[str, Rule], carry: bool
    ) -> list[str]:
        letters = [self.scope.names[i] for i in st.own_indices(claim)]
        lhs, rhs = self.read(claim.lhs), self.read(claim.rhs)
        node, proof = self.uses(uses)
        before = self.theorem.steps[number_ - 1].claim if number_ else None
        if isinstance(before, Equation) and before.lhs == claim.lhs:
            middle = self.read(before.rhs)
            indices = [self.scope.names[i] for i in st.own_indices(before)]
            gap = minus(minus(middle, rhs), node)
            last = _at(f"c{number_ - 1}", indices)
            build = f"continued {_args(lhs, rhs, middle, node)} {last} {proof} {{}}"
        else:
            gap = minus(minus(lhs, rhs), node)
            build = f"vanishing {_args(lhs, rhs, node)} {proof} {{}}"
        return self.attempt(build, gap, letters, carry, rules)

    def attempt(
        self, build: str, gap: Term, letters: list[str], carry: bool, rules: Mapping[str, Rule] | None = None
    ) -> list[str]:
        """With derivatives closed, else carried out."""
        if not carry:
            try:
                return self.script(build, gap, letters, False, rules)
            except NoProof:
                pass
        return self.script(build, gap, letters, True, rules)

    def solving(self, claim: Equation, use: Use) -> list[str]:
        """unknown = solution: both are zeros of a strictly monotone function."""
        letters = frozenset(self.scope.names[i] for i in st.own_indices(claim))
        unknown, solution = self.read(claim.lhs), self.read(claim.rhs)
        node, proof = self.use(use)
        z = "z_"
        function = _replaced(node, unknown, term("real", z))
        slope = differentiated(function, z, ())[1]
        positive = unknown.args[0] in self.facts.positive
        facts = Facts(
            self.facts.positive | ({z} if positive else set()),
            self.facts.nonnegative,
            self.facts.composite,
            self.facts.weak,
        )
        at_solution = self.zero(substitute(function, {z: solution}), letters, True)
        machine = self.machine(letters | {z}, facts=facts)
        poly, equal = machine.normal(slope)
        normal, lemma = as_term(poly), "signed_nz"
        if not machine.is_positive(normal):
            poly, equal = machine.normal(term("neg", slope))
            normal, lemma = as_term(poly), "signed_nz_neg"
            if not machine.is_positive(normal):
                raise NoProof(f"no sign of the slope {show(normal)[:200]}")
        kind = "monotone_pos" if positive else "monotone_all"
        premise = f"({z}pos : 0 < {z}) " if positive else ""
        dual = f"dual (fun {z} : R => {show(function)}) {z} ({show(function)}) ({show(slope)})"
        derivable = f"(fun ({z} : R) {premise}=> proj2 (ltac:(der) : {dual}))"
        signed = f"(ltac:(pos) : 0 < {show(normal, 2)})"
        nonzero = f"(fun ({z} : R) {premise}=> {lemma} {_args(slope, normal)} {equal or 'eq_refl'} {signed})"
        signs = ""
        if positive:
            signs = f"(ltac:(pos) : 0 < {show(unknown, 2)}) {self.sign(solution, '<', letters)} "
        functions = f"(fun {z} : R => {show(function)}) (fun {z} : R => {show(slope)})"
        sides = f"({show(unknown)}) ({show(solution)})"
        values = f"(eq_trans {proof} (eq_sym {at_solution}))"
        return [f"exact ({kind} {functions} {sides} {derivable} {nonzero} {signs}{values})."]

    def certificate(self, claim: Inequality, reason: Certificate) -> list[str]:
        """A sum of what is nonnegative; in the case of equality each term is zero."""
        own = [self.scope.names[i] for i in st.own_indices(claim)]
        lhs, rhs = self.read(claim.lhs), self.read(claim.rhs)
        terms = [self.weighted(t, own) for t in reason.terms]
        uses, vanish = self.uses(reason.uses)
        lines, total = [], terms[0].node
        lines.append(f"assert (N0_ : 0 <= {show(terms[0].node, 2)}) by exact {terms[0].nonnegative}.")
        name = "N0_"
        for n, t in enumerate(terms[1:], start=1):
            lines.append(f"assert (N{n}_ : 0 <= {show(t.node, 2)}) by exact {t.nonnegative}.")
            lines.append(f"pose proof (Rplus_le_le_0_compat _ _ {name} N{n}_) as M{n}_.")
            name, total = f"M{n}_", term("add", total, t.node)
        gap = minus(minus(minus(lhs, rhs), total), uses)
        lines.append(f"assert (T_ : {show(uses)} = 0) by exact {vanish}.")
        lines += [f"assert (G_ : {show(gap)} = 0).", "{", *self.attempt("{}", gap, own, False), "}"]
        bare = f"({show(lhs)}) ({show(rhs)}) ({show(total)}) ({show(uses)})"
        proved = f"(certified {bare} {name} T_ G_)"
        if claim.equality is None:
            return [*lines, f"exact {proved}."]
        lines += [f"split; [exact {proved}|].", "split.", "{", *self.forced(claim, reason, terms, bare, own), "}"]
        return [*lines, "{", *self.attained(claim, reason, terms, bare, own), "}"]

    def cases(self, claim: Inequality, reason: Cases) -> list[str]:
        """A nonnegative scalar is positive or 0."""
        name = self.scope.names[reason.variable]
        place = self.theorem.hypotheses.index(Nonnegative(reason.variable))
        before = self.facts
        self.facts = Facts(before.positive | {name}, before.nonnegative, before.composite, before.weak)
        above = self.inequality(claim, reason.above)
        self.facts, self.put = before, {name: ZERO}
        zero = self.inequality(claim, reason.at_zero)
        self.put = {}
        return [f"destruct h{place} as [Hpos|Hzero].", "{", *above, "}", "{ rewrite <- Hzero.", *zero, "}"]

    def rank(self, claim: Rank, reason: RankCertificate) -> list[str]:
        """A is symmetric, A 1 = 0 and A G = I - w 1^T."""
        size = self.scope.names[claim.matrix.params[0].axis.size]

        def entry(of: Lambda, *letters: str) -> Term:
            return self.read(of.body, dict(zip(of.params, letters, strict=True)))

        i, j, k = "i_", "j_", "k_"
        matrix, inverse, weight = claim.matrix, reason.inverse, reason.weight
        product = term("sum", size, k, mul(entry(matrix, i, k), entry(inverse, k, j)))
        facts = (
            ("S_", (i, j), entry(matrix, i, j), entry(matrix, j, i)),
            ("O_", (i,), term("sum", size, k, entry(matrix, i, k)), ZERO),
            ("I_", (i, j), product, minus(term("delta", i, j), entry(weight, i))),
        )
        lines = []
        for name, letters, lhs, rhs in facts:
            bound = [(x, size) for x in letters]
            lines.append(f"assert ({name} : {_quantified(bound, f'{show(lhs)} = {show(rhs)}')}).")
            lines.append(f"{{ intros {' '.join(letters)} {' '.join('?' for _ in letters)}.")
            build = f"apart_zero ({show(lhs)}) ({show(rhs)}) {{}}"
            lines += [*self.script(build, minus(lhs, rhs), list(letters), False), "}"]
        functions = (
            f"(fun {i} {j} => {show(entry(matrix, i, j))}) (fun {k} {j} => {show(entry(inverse, k, j))}) "
            f"(fun {i} => {show(entry(weight, i))})"
        )
        return [*lines, f"exact (rank_of {size} {functions} size_{size} S_ O_ I_)."]

    def between(self, claim: Inequality, slope: Step) -> list[str]:
        """f(1) - f(0) <= b, because the derivative is at most b at every t, shown again for a t of its own."""
        if not isinstance(slope.claim, Inequality):
            raise NoProof("a bound that is no inequality")
        letters = frozenset(self.scope.names[i] for i in st.own_indices(claim))
        partial = self.read(slope.claim.rhs)
        body, variable, _ = partial.args
        self.put = {variable: term("real", f"{variable}_")}
        bound = f"{show(self.read(slope.claim.rhs))} <= {show(self.read(slope.claim.lhs))}"
        again = self.inequality(slope.claim, slope.reason)
        self.put = {}
        inner, proof = self.machine(letters, True).without_partials(body)
        if proof:
            raise NoProof("a derivative within a derivative in a scalar")
        smooth = f"(fun {variable} : R => {_smooth(inner, variable, term('real', variable), [])})"
        function, most = f"(fun {variable} => {show(body)})", f"({show(self.read(claim.lhs))})"
        return [
            f"assert (D_ : forall {variable}_ : R, {bound}).",
            f"{{ intro {variable}_.",
            *again,
            "}",
            f"exact (between {function} {most} {smooth} D_).",
        ]

    def inequality(self, claim: Inequality, reason: Reason) -> list[str]:
        match reason:
            case Certificate():
                return self.certificate(claim, reason)
            case Strict():
                return self.strict(claim)
        raise NoProof(type(reason).__name__)

    def strict(self, claim: Inequality) -> list[str]:
        """lhs - rhs is positive by its form."""
        letters = frozenset(self.scope.names[i] for i in st.own_indices(claim))
        lhs, rhs = self.read(claim.lhs), self.read(claim.rhs)
        proof = self.sign(minus(lhs, rhs), "<", letters)
        lines = [f"assert (P_ : 0 < {show(minus(lhs, rhs), 2)}) by exact {proof}."]
        if claim.equality is None:
            return [*lines, "lra."]
        gap = minus(self.read(claim.equality.lhs), self.read(claim.equality.rhs))
        poly, _ = self.run(gap, letters)
        if poly and all(c < 0 for c in poly.values()):
            gap = term("neg", gap)
        proof = self.sign(gap, "<", letters)
        lines.append(f"assert (K_ : 0 < {show(gap, 2)}) by exact {proof}.")
        if st.equality_indices(claim):
            raise NoProof("an excluded condition with indices of its own")
        return [*lines, "split; [lra|split; intro; exfalso; lra]."]

    def weighted(self, t: Weighted, own: list[str]) -> _Weighted:
        """A certificate's term with the proof that it is nonnegative, sum by sum."""
        names = self.scope.names
        bound = {i: names[i] for i in t.over}
        letters = frozenset([*own, *bound.values()])
        weight, fact = self.read(t.weight, bound), self.fact(t.fact, bound, letters)
        over = [(bound[i], names[i.axis.size]) for i in t.over]
        layers = [term("mul", weight, fact.value)]
        proofs = [f"(Rmult_le_pos {_args(weight, fact.value)} {self.sign(weight, '<=', letters)} {fact.nonnegative})"]
        for x, m in reversed(over):
            each = f"(fun {x} (H{x} : ({x} < {m})%nat) => {proofs[-1]})"
            proofs.append(f"(rsum_nonneg {m} (fun {x} => {show(layers[-1])}) {each})")
            layers.append(term("sum", m, x, layers[-1]))
        try:
            strict: str | None = self.sign(weight, "<", letters)
        except (NoProof, Split):
            strict = None
        return _Weighted(layers[-1], proofs[-1], weight, fact, over, strict, layers[::-1], proofs[::-1])

    def fact(self, fact: Square | LogGap | Known, bound: Mapping[Index, str], letters: frozenset[str]) -> _Fact:
        """What a certificate says is nonnegative."""
        match fact:
            case Square(x=x):
                zero = self.read(x, bound)
                at = f"(square_zero ({show(zero)}))"
                value = term("pow", zero, 2)
                return _Fact(value, zero, f"(sq_nonneg ({show(zero)}))", f"(proj1 {at})", f"(proj2 {at})")
            case LogGap(x=x):
                inner = self.read(x, bound)
                zero, positive = minus(inner, ONE), self.sign(inner, "<", letters)
                at = f"(log_gap_zero ({show(inner)}) {positive})"
                value = minus(zero, term("ln", inner))
                return _Fact(value, zero, f"(log_gap ({show(inner)}) {positive})", f"(proj1 {at})", f"(proj2 {at})")
            case Known():
                return self.known_fact(fact, bound, letters)
        raise NoProof("a fact")

    def known_fact(self, known: Known, bound: Mapping[Index, str], letters: frozenset[str]) -> _Fact:
        """An earlier inequality, and its case of equality if it has one."""
        names = self.scope.names
        source, (left, right, *condition), proof = self.instance(known, bound)
        if not isinstance(source.claim, Inequality):
            raise NoProof("a known fact that is no inequality")
        value, both = minus(left, right), _args(left, right)
        if source.claim.equality is None:
            itself = f"(fun E_ : {show(value)} = 0 => E_)"
            return _Fact(value, value, f"(gap_nonneg {both} {proof})", itself, itself)
        indices = st.equality_indices(source.claim)
        q = [(names[i], names[i.axis.size]) for i in indices]
        if {x for x, _ in q} & letters:
            raise NoProof("an index that occurs twice")
        theirs = self.scopes[known.theorem].names if isinstance(known.theorem, str) else names
        change = {source.names.get(i, theirs[i]): x for i, (x, _) in zip(indices, q, strict=True)}
        a, b = (substitute(side, change) for side in condition)
        zero, sides = minus(a, b), _args(a, b)
        given = " ".join([x for x, _ in q] + ["ltac:(assumption)" for _ in q])
        so = f"(proj1 (proj2 {proof}) (apart_zero {both} E_) {given})"
        forward = f"(fun E_ : {show(value)} = 0 => apart_zero' {sides} {so})"
        if q:
            every = f"fun {' '.join(x for x, _ in q)} {' '.join(f'(Q{x} : ({x} < {m})%nat)' for x, m in q)}"
            back = f"(apart_zero' {both} (proj2 (proj2 {proof}) ({every} => apart_zero {sides} (BACK))))"
        else:
            met = f"(proj2 (proj2 {proof}) (apart_zero {sides} E_))"
            back = f"(fun E_ : {show(zero)} = 0 => apart_zero' {both} {met})"
        return _Fact(value, zero, f"(gap_nonneg {both} (proj1 {proof}))", forward, back, tuple(q))

    def forced(
        self, claim: Inequality, reason: Certificate, terms: list[_Weighted], bare: str, own: list[str]
    ) -> list[str]:
        """lhs = rhs makes each term zero, and so the condition holds."""
        lines = ["intro E_.", f"pose proof (proj1 (tight {bare} T_ G_) E_) as Z_."]
        for n in range(len(terms) - 1, 0, -1):
            before = "N0_" if n == 1 else f"M{n - 1}_"
            lines.append(f"destruct (two_zero _ _ {before} N{n}_ Z_) as [Z'_ Z{n}_]; clear Z_; rename Z'_ into Z_.")
        lines.append("rename Z_ into Z0_.")
        for n, t in enumerate(terms):
            proof = f"Z{n}_"
            for place, (x, m) in enumerate(t.over):
                inner = show(t.layers[place + 1])
                each = f"(fun {x} (H{x} : ({x} < {m})%nat) => {t.proofs[place + 1]})"
                proof = f"(rsum_zero_each {m} (fun {x} => {inner}) {each} {proof} {x} ltac:(assumption))"
            lemma, positive = ("weighted", f" {t.strict}") if t.strict else ("weighted_either", "")
            zero = f"({lemma} {t.sides()}{positive} {t.fact.forward} {proof})"
            lines.append(f"assert (F{n}_ : {t.quantified(show(t.zero()))} = 0).")
            lines.append("{ " + t.intros() + f"exact {zero}. }}")
        assert claim.equality is not None
        zeros = [(t.zero(), t.binders(), f"F{n}_") for n, t in enumerate(terms)]
        node, proof = self.combined(reason.forward, zeros)
        a, b = self.read(claim.equality.lhs), self.read(claim.equality.rhs)
        indices = st.equality_indices(claim)
        letters = [self.scope.names[i] for i in indices]
        build = f"vanishing ({show(a)}) ({show(b)}) ({show(node)}) {proof} {{}}"
        return [*lines, *self.intros(indices), *self.attempt(build, minus(minus(a, b), node), own + letters, False)]

    def attained(
        self, claim: Inequality, reason: Certificate, terms: list[_Weighted], bare: str, own: list[str]
    ) -> list[str]:
        """The condition makes each term zero, and so lhs = rhs."""
        assert claim.equality is not None
        a, b = self.read(claim.equality.lhs), self.read(claim.equality.rhs)
        binders_ = [(self.scope.names[i], self.scope.names[i.axis.size]) for i in st.equality_indices(claim)]
        lines = ["intro C_.", f"apply (proj2 (tight {bare} T_ G_))."]
        letters = [x for x, _ in binders_]
        given = " ".join([*letters, *("ltac:(assumption)" for _ in letters)])
        condition = _quantified(binders_, show(minus(a, b)))
        intro = f"intros {' '.join(letters)} {' '.join('?' for _ in letters)}. " if letters else ""
        lines.append(
            f"assert (K_ : {condition} = 0). {{ {intro}exact (apart_zero' ({show(a)}) ({show(b)}) (C_ {given})). }}"
        )
        for n, (t, its) in enumerate(zip(terms, reason.terms, strict=True)):
            node, proof = self.combined(its.backward, [(minus(a, b), binders_, "K_")])
            zero = t.zero()
            lines.append(f"assert (B{n}_ : {t.quantified(show(zero))} = 0).")
            lines.append("{ " + t.intros())
            build = f"eq_trans (vanishing ({show(zero)}) 0 ({show(node)}) {proof} {{}}) eq_refl"
            gap = minus(minus(zero, ZERO), node)
            lines += [*self.attempt(build, gap, own + [x for x, _ in t.binders()], False), "}"]
            here = " ".join([f"B{n}_", *(x for x, _ in t.binders()), *("ltac:(assumption)" for _ in t.binders())])
            inner = self.vanished(t, here)
            lines.append(f"assert (Z{n}_ : {show(t.node)} = 0) by exact {inner}.")
        proof, total = "Z0_", terms[0].node
        for n, t in enumerate(terms[1:], start=1):
            proof = f"(plus_zero ({show(total)}) ({show(t.node)}) {proof} Z{n}_)"
            total = term("add", total, t.node)
        return [*lines, f"exact {proof}."]

    def vanished(self, t: _Weighted, zero: str) -> str:
        """A proof that the term is zero, from one that its zero is."""
        if t.fact.q and not t.strict:
            raise NoProof("a weight that may vanish with a quantified zero")
        if t.fact.q:
            proof = f"(zero_times {_args(t.weight, t.fact.value)} {t.fact.back.replace('BACK', zero)})"
        else:
            lemma = "weightless_pos" if t.strict else "weightless"
            proof = f"({lemma} {t.sides()} {t.fact.back} ({zero}))"
        for place in reversed(range(len(t.over))):
            x, m = t.over[place]
            each = f"(fun {x} (H{x} : ({x} < {m})%nat) => {proof})"
            proof = f"(rsum_vanish {m} (fun {x} => {show(t.layers[place + 1])}) {each})"
        return proof

    def combined(self, uses: Sequence[Use], zeros: list[tuple[Term, list[Binder], str]]) -> tuple[Term, str]:
        """The sum of the uses, where a number means one of the zeros."""
        found = []
        for use in uses:
            if not isinstance(use.source, int):
                found.append(self.use(use))
                continue
            bound = {i: self.scope.names[i] for i in use.over}
            zero, binders_, head = zeros[use.source]
            change = {}
            for old, new in use.put.items():
                assert isinstance(old, Index)
                assert isinstance(new, Index)
                change[self.scope.names[old]] = bound.get(new, self.scope.names[new])
            chosen = [change.get(x, x) if x in free(zero) else "0%nat" for x, _ in binders_]
            times = self.read(use.times, bound)
            value = substitute(zero, change)
            proof = " ".join([head, *chosen, *("ltac:(assumption)" for _ in chosen)])
            proof = f"(zero_times ({show(times)}) ({show(value)}) ({proof}))"
            found.append(
                self.summed(
                    mul(times, value) if times.op != "mul" else term("mul", times, value), proof, use.over, bound
                )
            )
        node, proof = found[0] if found else (ZERO, "eq_refl")
        for other, its in found[1:]:
            proof = f"(plus_zero ({show(node)}) ({show(other)}) {proof} {its})"
            node = term("add", node, other)
        return node, proof

    def existence(self) -> list[str]:
        """A lemma for each derivative of the statement: it exists."""
        names = []
        indices = st.own_indices(self.theorem.statement)
        outer = frozenset(self.scope.names[i] for i in indices)
        for n, (bounds, node) in enumerate(self.expanded_derivatives()):
            names.append(f"e{n}")
            used = [b for b in bounds if b[0] in free(node)]
            body, variable, point, *at = node.args
            machine = self.machine(outer, True)
            inner, proof = machine.without_partials(body)
            rank = len(at)
            where = " ".join([show(point, 5), *at])
            text = f"({_smooth(inner, variable, point, at)})"
            if proof:
                functions = f"(fun {variable} => {show(body)}) (fun {variable} => {show(inner)})"
                each = f"(fun {variable} : {'nat -> ' * rank}R => {proof})"
                text = f"(smooth{rank}_ext {functions} {where} {each} {text})"
            statement = st.quantified(indices, self.scope.names, st.smooth(bounds, node))
            lines = self.intros(indices)
            if used:
                lines.append(f"intros {' '.join(name for name, _ in used)} {' '.join('?' for _ in used)}.")
            self.lemma(f"e{n}", statement, [*lines, f"exact {text}."])
        return names

    def expanded_derivatives(self) -> Iterator[tuple[tuple[Binder, ...], Term]]:
        """The statement's derivatives with every abbreviation written out, in the same order."""
        closed = st.conclusion_derivatives(self.theorem.statement, self.scope, expand=False)
        if not closed:
            return
        for bounds, node in closed:
            yield bounds, self.unfolded(node)

    def unfolded(self, node: Term) -> Term:
        """Calls of definitions written out."""
        args = tuple(self.unfolded(a) if isinstance(a, Term) else a for a in node.args)
        if node.op != "call":
            return term(node.op, *args)
        definition = next(d for d in self.scope.definitions.values() if d.name == node.args[0])
        names = self.scope.names
        letters = {i: f"y{n}" for n, i in enumerate(definition.named.args[1])}
        body = self.read(definition.named.body, letters)
        takes = [
            *(names[s] for s in definition.sizes),
            *(names[s] for s in definition.scalars),
            *(names[t] for t in definition.tensors),
            *letters.values(),
        ]
        return substitute(body, {old: new for old, new in zip(takes, node.args[1:], strict=True) if old != new})


def _quantified(binders: list[Binder], claim: str) -> str:
    if not binders:
        return claim
    bounds = "".join(f"({x} < {m})%nat -> " for x, m in binders)
    return f"forall {' '.join(x for x, _ in binders)} : nat, {bounds}{claim}"


def _replaced(node: Term, old: Term, new: Term) -> Term:
    if node == old:
        return new
    return term(node.op, *(_replaced(a, old, new) if isinstance(a, Term) else a for a in node.args))


def _smooth(body: Term, variable: str, point: Term, at: Sequence[str]) -> str:
    """A proof that the body is differentiable there."""
    value, slope = (substitute(part, {variable: point}) for part in differentiated(body, variable, tuple(at)))
    goal = _dual(body, variable, point, list(at), value, slope)
    where = " ".join([show(point, 5), *at])
    return f"smooth{len(at)}_is (fun {variable} => {show(body)}) {where} {_args(value, slope)} (ltac:(der) : {goal})"


def _args(*terms: Term) -> str:
    """Terms as arguments."""
    return " ".join(f"({show(one)})" for one in terms)


def _at(head: str, letters: Sequence[str]) -> str:
    """What holds for indices within their sizes, for these."""
    return f"({' '.join([head, *letters, *('ltac:(assumption)' for _ in letters)])})" if letters else head


def _renamed(build: str, old: str, new: str) -> str:
    return re.sub(rf"(?<![\w'.]){re.escape(old)}(?![\w'])", new, build)
