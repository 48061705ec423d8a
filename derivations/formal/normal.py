"""A normal form of sum-polynomials that comes with its proof: terms of Coq that its kernel checks. Not trusted.

Every method here that returns a proof returns None where both sides are the same text.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from functools import lru_cache
from math import lcm

from .digest import sha
from .terms import ARITHMETIC, ONE, ZERO, Term, add, free, mul, number, show, substitute, term

Monomial = tuple[tuple[Term, int], ...]
Polynomial = dict[Monomial, Fraction]
Proof = str | None
Result = tuple[Polynomial, Proof]


class NoProof(Exception):
    """The generic proof does not reach this goal."""


class Split(Exception):
    """A delta of two free indices: the proof goes by cases."""

    def __init__(self, i: str, j: str) -> None:
        super().__init__(i, j)
        self.i, self.j = i, j


@dataclass(frozen=True)
class Rule:
    """name[params] = value, by `proof` applied to the indices."""

    params: tuple[str, ...]
    value: Term
    proof: str


@dataclass(frozen=True)
class Facts:
    """What is known: names > 0 and >= 0, canonical terms > 0 with their free parameters."""

    positive: frozenset[str] = frozenset()
    nonnegative: frozenset[str] = frozenset()
    composite: tuple[tuple[tuple[str, ...], Term, str], ...] = ()
    weak: tuple[tuple[tuple[str, ...], Term], ...] = ()


@dataclass
class Normaliser:
    """Normal forms within one goal. `carry`: derivatives are carried out. `outer`: the goal's free indices."""

    facts: Facts
    outer: frozenset[str]
    carry: bool = False
    rules: Mapping[str, Rule] = field(default_factory=dict)
    apart: frozenset[frozenset[str]] = frozenset()
    roots: dict[Term, int] = field(default_factory=dict)
    memo: dict[Term, Result] = field(default_factory=dict)
    done: set[Term] = field(default_factory=set)
    identities: dict[str, str] = field(default_factory=dict)

    def normal(self, node: Term) -> Result:
        """The normal form, and node = it."""
        if node not in self.memo:
            leaves = {leaf: self.leaf(leaf) for leaf in _leaves(node)}
            self.memo[node] = self.region(node, leaves)
        return self.memo[node]

    def region(
        self, node: Term, leaves: Mapping[Term, Result], arrange: Callable[[Polynomial], Term] | None = None
    ) -> Result:
        """The normal form of arithmetic over leaves whose normal forms are known."""
        replaced, congruence = _congruent(node, leaves)
        poly = _evaluate(node, leaves)
        target = (arrange or as_term)(poly)
        return poly, then(congruence, self.field(replaced, target))

    def field(self, left: Term, right: Term) -> Proof:
        """left = right, an identity of rational functions of their atoms."""
        if left == right:
            return None
        inverses = self.reciprocals(left, right)
        if inverses is None:
            left_, right_, atoms = left, right, list(dict.fromkeys([*_leaves(left), *_leaves(right)]))
        else:
            left_, right_ = inverses
            atoms = list(dict.fromkeys([*_variables(left_), *_variables(right_)]))
        names = {atom: term("real", f"x{n}") for n, atom in enumerate(atoms)}
        roots = [] if inverses else [(a, *_root(a)) for a in atoms if _root(a)[0] > 1]
        extra = [leaf for _, _, x in roots for leaf in _leaves(x) if leaf not in names]
        atoms += list(dict.fromkeys(extra))
        names = {atom: term("real", f"x{n}") for n, atom in enumerate(atoms)}
        below = {} if inverses else self.divisors([b for side in (left, right) for b in _below(side)])
        premises = [f"(h{n} : {show(_rename(base, names))} <> 0)" for n, base in enumerate(below)]
        short, long = _rename(left_, names), _rename(right_, names)
        for place, (root, q, x) in enumerate(roots):
            premises.append(f"(e{place} : {show(names[root])} ^ {q} = {show(_rename(x, names))})")
        exact = inverses is not None or not any(_divides(side) or _fractions(side) for side in (left, right))
        tactic = "ring" if exact else "field; side"
        if roots:
            given_roots = " ".join(f"e{place}" for place in range(len(roots)))
            tactic = f"{'ring' if exact else 'field'} [{given_roots}]{'' if exact else '; side'}"
        head = [f"({' '.join(str(names[a].args[0]) for a in atoms)} : R)"] if atoms else []
        text = f"{' '.join([*head, *premises])} : {show(short)} = {show(long)}. Proof. {tactic}. Qed."
        name = f"i_{sha(text)[:12]}"
        self.identities[name] = text
        given = [*(show(a, 5) for a in atoms), *(self.nonzero(base, origin) for base, origin in below.items())]
        given += [
            f"(root_power {q} {show(x, 5)} {show(number(Fraction(1, q)), 5)} ltac:(simpl; field) ltac:(pos))"
            for _, q, x in roots
        ]
        return f"({name} {' '.join(given)})" if given else name

    def reciprocals(self, left: Term, right: Term) -> tuple[Term, Term] | None:
        """Both sides with quotients as products, where they agree with reciprocals and roots as letters."""
        try:
            one, other = _reciprocal(left), _reciprocal(right)
        except NoProof:
            return None
        if _fractions(one) or _fractions(other):
            return None
        leaves = dict.fromkeys([*_variables(one), *_variables(other)])
        letters = {leaf: (_atom(term("real", f"x{n}")), None) for n, leaf in enumerate(leaves)}
        return (one, other) if _evaluate(one, letters) == _evaluate(other, letters) else None

    def divisors(self, bases: list[Term]) -> dict[Term, Term]:
        """Without common factors, which are divisors too; each with what it came from."""
        found: dict[Term, Term] = {}
        for base in bases:
            if base.op != "add":
                found.setdefault(base, base)
                continue
            shared, rest = _content(polynomial(base))
            lead = rest[min(rest, key=lambda m: show(_monomial(m, Fraction(1))))]
            found.setdefault(as_term({m: c / lead for m, c in rest.items()}), base)
            for atom, _ in shared:
                found.setdefault(atom, atom)
        return found

    def nonzero(self, base: Term, origin: Term) -> str:
        """A proof that the base is not zero."""
        if not self.is_positive(base) and self.is_positive(origin) and base != origin:
            k = as_term(_cofactor(polynomial(origin), base) or {})
            proof = self.field(origin, mul(k, base)) or "eq_refl"
            return f"(factor_nz ({show(origin)}) ({show(k)}) ({show(base)}) {proof} ltac:(pos))"
        if not self.is_positive(base):
            for params, fact, name in self.facts.composite:
                for chosen in itertools.permutations(sorted(free(base)), len(params)):
                    here = substitute(fact, dict(zip(params, chosen, strict=True)))
                    factor = _cofactor(polynomial(here), base)
                    if factor is None:
                        continue
                    whole, k = show(here), as_term(factor)
                    proof = self.field(here, mul(k, base)) or "eq_refl"
                    positive = " ".join([name, *chosen, *("ltac:(assumption)" for _ in chosen)])
                    return f"(factor_nz ({whole}) ({show(k)}) ({show(base)}) {proof} ({positive}))"
        return f"(ltac:(nz) : {show(base, 2)} <> 0)"

    def leaf(self, node: Term) -> Result:
        """The normal form of what is not arithmetic."""
        args = node.args
        if node in self.done:
            return _atom(node), None
        match node.op:
            case "real" if args[0] in self.rules:
                return self.through(self.rules[args[0]].value, self.rules[args[0]].proof)
            case "elem" if args[0] in self.rules:
                rule = self.rules[args[0]]
                value = substitute(rule.value, dict(zip(rule.params, args[1:], strict=True)))
                bounds = " ".join("ltac:(assumption)" for _ in args[1:])
                return self.through(value, f"({rule.proof} {' '.join(args[1:])} {bounds})")
            case "delta":
                return self.delta(node)
            case "rpow":
                return self.through(term("exp", mul(args[1], term("ln", args[0]))), None)
            case "exp":
                return self.exp(node)
            case "ln":
                return self.ln(node)
            case "sum":
                return self.sum(node)
            case "at":
                return self.through(substitute(args[0], {args[1]: args[2]}), None)
            case "partial" if self.carry:
                value, proof = self.derivative(node)
                return self.through(value, proof)
            case "call" | "lam":
                raise NoProof(f"{node.op} in a proof")
        return _atom(node), None

    def through(self, value: Term, proof: Proof) -> Result:
        poly, rest = self.normal(value)
        return poly, then(proof, rest)

    def delta(self, node: Term) -> Result:
        i, j = node.args
        if i == j:
            return {(): Fraction(1)}, f"(delta_refl {i})"
        if frozenset((i, j)) in self.apart:
            return {}, f"(delta_neq {i} {j} ltac:(first [assumption | apply not_eq_sym; assumption]))"
        if i in self.outer and j in self.outer:
            raise Split(i, j)
        if j < i:
            return _atom(term("delta", j, i)), f"(delta_sym {i} {j})"
        return _atom(node), None

    # exponentials and logarithms

    def exp(self, node: Term) -> Result:
        """exp(c m + ...) = exp(m / q)^(c q) ..., where q is a common denominator of the c's met for m."""
        poly, proof = self.normal(node.args[0])
        proof = proof and f"(f_equal exp {proof})"
        if not poly:
            return {(): Fraction(1)}, then(proof, "exp_0")
        parts, factors, leaves = [], [], dict[Term, Result]()
        for monomial, c in poly.items():
            base = as_term({monomial: Fraction(1)})
            whole = as_term({monomial: c})
            if base.op == "ln" and c.denominator == 1:
                atom, value = base, base.args[0]
                result: Result = self.region(value, {leaf: (_atom(leaf), None) for leaf in _leaves(value)})
                inner = then(f"(exp_ln ({show(value)}) ltac:(pos))", result[1])
                exponent, result = c.numerator, (result[0], inner)
            else:
                root = lcm(self.roots.get(base, 1), c.denominator)
                if root != self.roots.get(base, 1):
                    self.roots[base] = root
                    raise _Again
                atom = as_term({monomial: Fraction(1, root)})
                exponent = int(c * root)
                result = (_atom(term("exp", atom)), None)
                self.done.add(term("exp", atom))
            power = term("exp", atom)
            leaves[power] = result
            size = abs(exponent)
            if exponent == 1 and whole == atom:
                parts.append(f"(eq_refl (exp ({show(whole)})))")
                factors.append(power)
                continue
            name = "exp_scale" if exponent > 0 else "exp_scale_neg"
            scaled = mul(number(size), atom) if atom.op != "mul" else term("mul", number(size), atom)
            scaled = scaled if exponent > 0 else term("neg", scaled)
            counted = f"(ltac:(simpl; ring) : {size} = INR {size})"
            equal = self.field(whole, scaled) or "eq_refl"
            parts.append(f"({name} {size} {size} ({show(whole)}) ({show(atom)}) {counted} {equal})")
            raised = term("pow", power, size)
            factors.append(raised if exponent > 0 else term("inv", raised))
        terms = [as_term({monomial: c}) for monomial, c in poly.items()]
        split = parts[0]
        for place in range(1, len(terms)):
            before = show(add(*terms[:place]))
            split = f"(eq_trans (exp_plus ({before}) ({show(terms[place])})) (f_equal2 Rmult {split} {parts[place]}))"
        arranged = self.field(as_term(poly), add(*terms))
        proof = then(proof, arranged and f"(f_equal exp {arranged})")
        result_poly, rest = self.region(mul(*factors), leaves)
        return result_poly, then(then(proof, split), rest)

    def ln(self, node: Term) -> Result:
        """ln(c a^r ...) = ln c + r ln a + ..., where each factor is positive."""
        poly, proof = self.normal(node.args[0])
        proof = proof and f"(f_equal ln {proof})"
        shared, rest = _content(poly)
        if shared and all(self.is_positive(a) for a, _ in shared):
            bracket = as_term(rest)
            if self.is_positive(bracket):
                whole = {tuple(sorted((*shared, (bracket, 1)), key=lambda f: show(f[0]))): Fraction(1)}
                factored = self.field(as_term(poly), as_term(whole))
                return self.ln_product(
                    next(iter(whole)), Fraction(1), then(proof, factored and f"(f_equal ln {factored})")
                )
        if len(poly) == 1:
            ((monomial, c),) = poly.items()
            if c > 0 and all(self.is_positive(a) for a, _ in monomial) and (monomial or c == 1):
                return self.ln_product(monomial, c, proof)
        self.done.add(term("ln", as_term(poly)))
        return _atom(term("ln", as_term(poly))), proof

    def ln_product(self, monomial: Monomial, c: Fraction, proof: Proof) -> Result:
        """As above, factor by factor."""
        whole = as_term({monomial: c})
        factors = list(whole.args) if whole.op == "mul" else [whole]
        summands: list[Term] = []
        parts: list[str] = []
        leaves: dict[Term, Result] = {}
        for factor in factors:
            inner, power = (factor.args[0], factor.args[1]) if factor.op == "pow" else (factor, 1)
            inverse = inner.op == "inv"
            base = inner.args[0] if inverse else inner
            log = term("ln", base)
            if base.op == "exp":
                argument = base.args[0]
                simple = self.region(argument, {leaf: (_atom(leaf), None) for leaf in _leaves(argument)})
                leaves[log] = simple[0], then(f"(ln_exp ({show(argument)}))", simple[1])
            elif base == ONE:
                leaves[log] = {}, "ln_1"
            else:
                leaves[log] = _atom(log), None
            summand, step = log, f"(eq_refl (ln {show(base, 5)}))"
            if inverse:
                summand, step = term("neg", log), f"(ln_over {show(base, 5)} ltac:(pos))"
            if power != 1:
                counted = f"(ltac:(simpl; ring) : INR {power} = {power})"
                raised = f"(ln_power {show(inner, 5)} {power} ltac:(pos))"
                step = f"(eq_trans {raised} (f_equal2 Rmult {counted} {step}))"
                summand = mul(number(power), summand)
            summands.append(summand)
            parts.append(step)
        split = parts[0]
        for place in range(1, len(factors)):
            before, here = show(mul(*factors[:place])), show(factors[place])
            product = f"(ln_mult ({before}) ({here}) ltac:(pos) ltac:(pos))"
            split = f"(eq_trans {product} (f_equal2 Rplus {split} {parts[place]}))"
        poly, rest = self.region(add(*summands), leaves)
        return poly, then(then(proof, split), rest)

    def is_positive(self, node: Term) -> bool:
        """Whether the tactic `pos` is expected to show node > 0."""
        match node.op:
            case "num":
                return bool(node.args[0] > 0)
            case "size" | "exp" | "rpow":
                return True
            case "real" | "elem" if node.args[0] in self.facts.positive:
                return True
            case "add":
                if any(map(self.is_positive, node.args)) and all(map(self.is_nonnegative, node.args)):
                    return True
            case "mul" | "div" | "inv":
                if all(map(self.is_positive, node.args)):
                    return True
            case "pow" if self.is_positive(node.args[0]):
                return True
            case "sum" if self.is_positive(node.args[2]):
                return True
        return any(_matches(params, fact, node) is not None for params, fact, _ in self.facts.composite)

    def is_nonnegative(self, node: Term) -> bool:
        """Whether the tactic `pos` is expected to show node >= 0."""
        match node.op:
            case "real" | "elem" if node.args[0] in self.facts.nonnegative:
                return True
            case "add" | "mul" | "div" | "inv" | "sum":
                if all(self.is_nonnegative(a) for a in node.args if isinstance(a, Term)):
                    return True
            case "pow" if node.args[1] % 2 == 0 or self.is_nonnegative(node.args[0]):
                return True
            case "num":
                return bool(node.args[0] >= 0)
            case "delta":
                return True
        if any(_matches(params, fact, node) is not None for params, fact in self.facts.weak):
            return True
        return self.is_positive(node)

    # sums

    def sum(self, node: Term) -> Result:
        """Distributed; what does not depend on the index pulled out; deltas contracted; the rest a canonical nest."""
        size, var, body = node.args
        if var in self.outer or (var.startswith("b") and var[1:].isdigit()):
            name = _unused(f"{var.rstrip('0123456789') or 'v'}v", free(body) | self.outer)
            body, var = substitute(body, {var: name}), name
        poly, proof = self.normal(body)
        groups = _grouped(poly, var)
        terms = [(as_term(outside), self.inside(monomial, var)) for monomial, outside in groups.items()]
        arranged = add(*(mul(k, i) for k, i in terms)) if terms else ZERO
        proof = then(proof, self.field(as_term(poly), arranged))
        proof = proof and self.ext(size, var, body, arranged, proof)
        if not terms:
            return {}, then(proof, f"(rsum_zero {size})")
        function = [f"(fun {var} => {show(i)})" for _, i in terms]
        split = f"(rsum_scal {size} ({show(terms[0][0])}) {function[0]})"
        for place in range(1, len(terms)):
            before = show(add(*(mul(k, i) for k, i in terms[:place])))
            lin = f"(rsum_lin {size} ({show(terms[place][0])}) (fun {var} => {before}) {function[place]})"
            split = f"(eq_trans {lin} (f_equal2 Rplus {split} eq_refl))"
        sums = [term("sum", size, var, i) for _, i in terms]
        leaves = {s: self.single(s) for s in sums}
        for outside, _ in terms:
            leaves.update({leaf: (_atom(leaf), None) for leaf in _leaves(outside) if leaf not in leaves})
        result, rest = self.region(add(*(mul(k, s) for (k, _), s in zip(terms, sums, strict=True))), leaves)
        return result, then(then(proof, split), rest)

    def ext(self, size: str, var: str, body: Term, other: Term, proof: str) -> str:
        """sum of body = sum of other, for they are equal at each index."""
        return (
            f"(rsum_ext {size} (fun {var} => {show(body)}) (fun {var} => {show(other)}) "
            f"(fun {var} (H{var} : ({var} < {size})%nat) => {proof}))"
        )

    def inside(self, monomial: Monomial, var: str) -> Term:
        """The factors that depend on the index: a delta first, then plain ones, then nests of sums."""
        contracted = [a for a, _ in monomial if a.op == "delta" and var in a.args]
        if contracted:
            first = contracted[0]
            rest = dict(monomial)
            rest[first] -= 1
            left = tuple((a, p) for a, p in rest.items() if p)
            return mul(first, as_term({left: Fraction(1)}))
        plain = tuple((a, p) for a, p in monomial if not (a.op == "sum" and p > 0))
        nests = [a for a, p in monomial if a.op == "sum" and p > 0 for _ in range(p)]
        return mul(*([as_term({plain: Fraction(1)})] if plain or not nests else []), *nests)

    def single(self, node: Term) -> Result:
        """The sum of one product, every factor of which depends on the index."""
        size, var, body = node.args
        if body == ONE:
            return _atom(term("size", size)), f"(rsum_one {size})"
        factors = list(body.args) if body.op == "mul" else [body]
        if factors[0].op == "delta" and var in factors[0].args:
            i, j = factors[0].args
            other = j if i == var else i
            rest = factors[1] if len(factors) == 2 else mul(*factors[1:]) if len(factors) > 1 else None
            if rest is None:
                raise NoProof("a bare delta")
            lemma = "rsum_delta" if i == var else "rsum_delta_r"
            proof = f"({lemma} {size} {other} (fun {var} => {show(rest)}) ltac:(assumption))"
            return self.through(substitute(rest, {var: other}), proof)
        return self.nest(node, factors)

    def nest(self, node: Term, factors: list[Term]) -> Result:
        """Products of nests as one nest, in a canonical order of its indices."""
        size, var, body = node.args
        nests = [f for f in factors if f.op == "sum"]
        bound: list[tuple[str, str]] = [(var, size)]
        taken = free(body) | {var} | self.outer
        opened = []
        for factor in factors:
            chain: list[tuple[str, str]] = []
            while factor in nests or (chain and factor.op == "sum" and _is_nest(factor)):
                m, v, inner = factor.args
                name = _unused("u", taken)
                taken |= {name}
                chain.append((name, m))
                factor = substitute(inner, {v: name})
            bound += chain
            opened.append((chain, factor))
        flat = mul(*(f for _, f in opened))
        monomial = _evaluate(flat, {leaf: (_atom(leaf), None) for leaf in _leaves(flat)})
        order = self.best(bound, monomial)
        proof = self.flattened(node, bound, opened)
        proof = then(proof, self.permuted(bound, [bound[p] for p in order], _flat(opened)))
        ordered = [bound[p] for p in order]
        canonical, renamed = _canonical(ordered, monomial)
        flat_body = substitute(_flat(opened), renamed)
        if all(resorted(a) == a for a in _leaves(flat_body)):
            inner = self.field(flat_body, canonical)
        else:
            again, inner = self.normal(flat_body)
            inner = then(inner, self.field(as_term(again), canonical))
        names = [(renamed[v], m) for v, m in ordered]
        proof = then(proof, self.under(names, substitute(_flat(opened), renamed), canonical, inner))
        self.done.add(_sums(names, canonical))
        return _atom(_sums(names, canonical)), proof

    def best(self, bound: list[tuple[str, str]], monomial: Polynomial) -> tuple[int, ...]:
        if len(bound) == 1:
            return (0,)
        if len(bound) > 6:
            raise NoProof("too many nested sums")
        orders = itertools.permutations(range(len(bound)))
        return min(orders, key=lambda o: show(_sums(*_named([bound[p] for p in o], monomial))))

    def flattened(
        self, node: Term, bound: list[tuple[str, str]], opened: list[tuple[list[tuple[str, str]], Term]]
    ) -> Proof:
        """sum_v (f * sum_i g * ...) = sum_v sum_i (f * g * ...)."""
        size, var, _ = node.args
        proof = self.product([(chain, f) for chain, f in opened])
        chains = [link for chain, _ in opened for link in chain]
        return self.under([(var, size)], _product(opened), _sums(chains, _flat(opened)), proof)

    def product(self, opened: list[tuple[list[tuple[str, str]], Term]]) -> Proof:
        """(N1 * N2) * ... = sum_i sum_l ... (f1 * f2 * ...)."""
        if len(opened) == 1:
            return None
        *front, (chain, last) = opened
        proof = self.product(front)
        links = [link for c, _ in front for link in c]
        right = _sums(chain, last)
        head = _flat(front)
        proof = proof and f"(f_equal2 Rmult {proof} eq_refl)"
        return then(proof, self.outward(links, head, chain, last, right))

    def outward(
        self, links: list[tuple[str, str]], head: Term, chain: list[tuple[str, str]], last: Term, right: Term
    ) -> Proof:
        """(sum_links head) * sum_chain last = sum_links sum_chain (head * last)."""
        both = _times(head, last)
        if links:
            (v, m), *rest = links
            first = f"(eq_sym (rsum_scal_r {m} ({show(right)}) (fun {v} => {show(_sums(rest, head))})))"
            inner = self.outward(rest, head, chain, last, right)
            left = term("mul", _sums(rest, head), right)
            return then(first, inner and self.ext(m, v, left, _sums([*rest, *chain], both), inner))
        if chain:
            (v, m), *rest = chain
            first = f"(eq_sym (rsum_scal {m} ({show(head)}) (fun {v} => {show(_sums(rest, last))})))"
            inner = self.outward([], head, rest, last, _sums(rest, last))
            left = term("mul", head, _sums(rest, last))
            return then(first, inner and self.ext(m, v, left, _sums(rest, both), inner))
        return None

    def under(self, bound: list[tuple[str, str]], left: Term, right: Term, proof: Proof) -> Proof:
        """The sums of both over the same indices are equal."""
        for place in reversed(range(len(bound))):
            (v, m), rest = bound[place], bound[place + 1 :]
            proof = proof and self.ext(m, v, _sums(rest, left), _sums(rest, right), proof)
        return proof

    def permuted(self, old: list[tuple[str, str]], new: list[tuple[str, str]], body: Term) -> Proof:
        """The nest in another order, by exchanging neighbours."""
        proof: Proof = None
        current = list(old)
        for place, wanted in enumerate(new):
            at = current.index(wanted)
            while at > place:
                outer, (v, m), (w, q), rest = current[: at - 1], current[at - 1], current[at], current[at + 1 :]
                swap = f"(rsum_swap {m} {q} (fun {v} {w} => {show(_sums(rest, body))}))"
                exchanged = [(w, q), (v, m), *rest]
                before, after = _sums([(v, m), (w, q), *rest], body), _sums(exchanged, body)
                proof = then(proof, self.under(outer, before, after, swap))
                current = [*outer, *exchanged]
                at -= 1
        return proof

    # derivatives

    def derivative(self, node: Term) -> tuple[Term, Proof]:
        """The derivative carried out, and node = it; derivatives inside are carried out first."""
        body, variable, point, *indices = node.args
        rank = len(indices)
        inner = self.without_partials(body)
        proof: Proof = None
        if inner[1] is not None:
            if not rank:
                raise NoProof("a derivative in a scalar of a derivative")
            kind = "nat -> " * rank + "R"
            left, right = f"(fun {variable} => {show(body)})", f"(fun {variable} => {show(inner[0])})"
            where = " ".join([show(point, 5), *indices])
            ext = f"(fun {variable} : {kind} => {inner[1]})"
            proof = f"(partial{rank}_ext {left} {right} {where} {ext})"
        value, slope = differentiated(inner[0], variable, tuple(indices))
        put = {variable: point}
        value, slope = substitute(value, put), substitute(slope, put)
        function = f"(fun {variable} => {show(inner[0])})"
        where = " ".join([show(point, 5), *indices])
        goal = _dual(inner[0], variable, point, indices, value, slope)
        is_it = f"(partial{rank}_is {function} {where} ({show(value)}) ({show(slope)}) (ltac:(der) : {goal}))"
        return slope, then(proof, is_it)

    def without_partials(self, node: Term) -> tuple[Term, Proof]:
        """The term with every derivative and evaluation in it carried out."""
        if node.op == "partial":
            return self.derivative(node)
        if node.op == "at":
            return self.without_partials(substitute(node.args[0], {node.args[1]: node.args[2]}))
        if not any(isinstance(a, Term) for a in node.args):
            return node, None
        parts = [self.without_partials(a) if isinstance(a, Term) else (a, None) for a in node.args]
        if all(proof is None for _, proof in parts):
            return term(node.op, *(a for a, _ in parts)), None
        new = term(node.op, *(a for a, _ in parts))
        if node.op == "sum":
            proof = parts[2][1]
            assert proof is not None
            return new, self.ext(node.args[0], node.args[1], node.args[2], new.args[2], proof)
        return new, _congruence(node, [p for _, p in parts])


class _Again(Exception):
    """The normal form must be taken again: a root of an exponential has become finer."""


def then(first: Proof, second: Proof) -> Proof:
    """Transitivity."""
    return second if first is None else first if second is None else f"(eq_trans {first} {second})"


def _leaves(node: Term) -> list[Term]:
    """The maximal subterms that are not arithmetic."""
    if node.op == "num":
        return []
    if node.op not in ARITHMETIC:
        return [node]
    return list(dict.fromkeys(leaf for a in node.args if isinstance(a, Term) for leaf in _leaves(a)))


def _reciprocal(node: Term) -> Term:
    """The arithmetic without quotients. Raises NoProof where something is divided by what is no leaf."""
    if node.op == "num" or node.op not in ARITHMETIC:
        return node
    if node.op == "inv" or node.op == "div":
        if node.args[-1].op in ARITHMETIC or node.args[-1].op == "num":
            raise NoProof("a quotient")
        inverse = term("inv", node.args[-1])
        return inverse if node.op == "inv" else term("mul", _reciprocal(node.args[0]), inverse)
    return term(node.op, *(_reciprocal(a) if isinstance(a, Term) else a for a in node.args))


def _variables(node: Term) -> list[Term]:
    """Leaves and reciprocals of leaves."""
    if node.op == "num":
        return []
    if node.op not in ARITHMETIC or node.op == "inv":
        return [node]
    return list(dict.fromkeys(leaf for a in node.args if isinstance(a, Term) for leaf in _variables(a)))


def _cofactor(poly: Polynomial, base: Term) -> Polynomial | None:
    """What the base is multiplied by in the polynomial, if it is a factor."""
    if len(poly) == 1:
        ((monomial, c),) = poly.items()
        if (base, 1) in monomial:
            return {tuple(f for f in monomial if f != (base, 1)): c}
        return None
    shared, rest = _content(poly)
    if (base, 1) in shared:
        return _multiplied(poly, {((base, -1),): Fraction(1)})
    lead = rest[min(rest, key=lambda m: show(_monomial(m, Fraction(1))))]
    if as_term({m: c / lead for m, c in rest.items()}) == base:
        return {shared: lead}
    return None


def _rename(node: Term, names: Mapping[Term, Term]) -> Term:
    if node in names:
        return names[node]
    if node.op not in ARITHMETIC:
        return node
    return term(node.op, *(_rename(a, names) if isinstance(a, Term) else a for a in node.args))


def _below(node: Term) -> list[Term]:
    """What is divided by, without what are products, powers or numbers."""
    if node.op not in ARITHMETIC:
        return []
    found = [base for a in node.args if isinstance(a, Term) for base in _below(a)]
    divisor = node.args[1] if node.op == "div" else node.args[0] if node.op == "inv" else None
    if divisor is not None:
        found += _factors(divisor)
    return found


def _factors(node: Term) -> list[Term]:
    match node.op:
        case "num":
            return []
        case "mul" | "div":
            return [base for a in node.args for base in _factors(a)]
        case "pow" | "inv" | "neg":
            return _factors(node.args[0])
    return [node]


def _fractions(node: Term) -> bool:
    """Whether a number in the arithmetic is no integer."""
    if node.op == "num":
        return bool(node.args[0].denominator != 1)
    return node.op in ARITHMETIC and any(_fractions(a) for a in node.args if isinstance(a, Term))


def _divides(node: Term) -> bool:
    """Whether the arithmetic has a quotient."""
    inside = node.op in ARITHMETIC and any(_divides(a) for a in node.args if isinstance(a, Term))
    return inside or node.op in ("div", "inv")


def _congruence(node: Term, proofs: list[Proof]) -> Proof:
    """f a b ... = f a' b' ..., from a = a', b = b', ..."""
    if all(proof is None for proof in proofs):
        return None
    given = [proof or "eq_refl" for proof in proofs]
    match node.op:
        case "add" | "mul":
            name = "Rplus" if node.op == "add" else "Rmult"
            result = given[0]
            for one in given[1:]:
                result = f"(f_equal2 {name} {result} {one})"
            return result
        case "div":
            return f"(f_equal2 Rdiv {given[0]} {given[1]})"
        case "rpow":
            return f"(f_equal2 Rpower {given[0]} {given[1]})"
        case "inv" | "neg" | "exp" | "ln":
            name = {"inv": "Rinv", "neg": "Ropp"}.get(node.op, node.op)
            return f"(f_equal {name} {given[0]})"
        case "pow":
            return f"(f_equal (fun z : R => z ^ {node.args[1]}) {given[0]})"
    raise NoProof(f"equals under {node.op}")


def _congruent(node: Term, leaves: Mapping[Term, Result]) -> tuple[Term, Proof]:
    """The arithmetic with its leaves in normal form, and node = it."""
    if node in leaves:
        poly, proof = leaves[node]
        return as_term(poly), proof
    if node.op not in ARITHMETIC:
        return node, None
    parts = [_congruent(a, leaves) if isinstance(a, Term) else (a, None) for a in node.args]
    proofs = [p for (_, p), a in zip(parts, node.args, strict=True) if isinstance(a, Term)]
    return term(node.op, *(a for a, _ in parts)), _congruence(node, proofs)


# polynomials


def _atom(node: Term) -> Polynomial:
    return {((node, 1),): Fraction(1)}


def as_term(poly: Polynomial) -> Term:
    """The polynomial as a term, its monomials in the order of their text."""
    return add(*sorted((_monomial(m, c) for m, c in poly.items()), key=show))


def _monomial(monomial: Monomial, c: Fraction) -> Term:
    factors = [number(c)] if c != 1 or not monomial else []
    for atom, power in monomial:
        base = atom if power > 0 else term("inv", atom)
        factors.append(base if abs(power) == 1 else term("pow", base, abs(power)))
    return mul(*factors)


def _plus(polys: Iterable[Polynomial]) -> Polynomial:
    result: Polynomial = {}
    for poly in polys:
        for monomial, c in poly.items():
            result[monomial] = result.get(monomial, Fraction(0)) + c
    return {m: c for m, c in result.items() if c}


def _multiplied(one: Polynomial, other: Polynomial) -> Polynomial:
    terms = []
    for (left, a), (right, b) in itertools.product(one.items(), other.items()):
        powers = dict(left)
        for atom, power in right:
            powers[atom] = powers.get(atom, 0) + power
        whole = [(atom, power) for atom, power in powers.items() if atom.op == "add" and power > 0]
        rest = tuple(sorted(((x, p) for x, p in powers.items() if p and (x, p) not in whole), key=lambda f: show(f[0])))
        product: Polynomial = {tuple((x, p % _root(x)[0] if _root(x)[0] > 1 else p) for x, p in rest): a * b}
        product = {tuple((x, p) for x, p in m if p): c for m, c in product.items()}
        for x, p in rest:
            q, base = _root(x)
            if q > 1 and p // q:
                factor = polynomial(base) if p // q > 0 else _inverse(polynomial(base))
                for _ in range(abs(p // q)):
                    product = _multiplied(product, factor)
        for atom, power in whole:
            expanded = _evaluate(atom, {leaf: (_atom(leaf), None) for leaf in _leaves(atom)})
            for _ in range(power):
                product = _multiplied(product, expanded)
        terms.append(product)
    return _plus(terms)


def _root(atom: Term) -> tuple[int, Term]:
    """q and x for exp((1 / q) * ln x), the q-th root of x; else 1 and the atom."""
    if atom.op == "exp" and atom.args[0].op == "mul":
        factors = atom.args[0].args
        if len(factors) == 2 and factors[0].op == "num" and factors[1].op == "ln" and factors[0].args[0].numerator == 1:
            return int(factors[0].args[0].denominator), factors[1].args[0]
    return 1, atom


def _inverse(poly: Polynomial) -> Polynomial:
    if not poly:
        raise NoProof("division by zero")
    if len(poly) == 1:
        ((monomial, c),) = poly.items()
        return _multiplied({(): 1 / c}, {tuple((a, -p) for a, p in monomial): Fraction(1)})
    shared, poly = _content(poly)
    lead = poly[min(poly, key=lambda m: show(_monomial(m, Fraction(1))))]
    over: Polynomial = {((as_term({m: c / lead for m, c in poly.items()}), -1),): 1 / lead}
    return _multiplied(over, {tuple((a, -p) for a, p in shared): Fraction(1)})


def _content(poly: Polynomial) -> tuple[Monomial, Polynomial]:
    """The common factor of several terms, and what is left."""
    if len(poly) < 2:
        return (), poly
    monomials = [dict(m) for m in poly]
    every = {a: min(m.get(a, 0) for m in monomials) for m in monomials for a in m}
    shared = tuple(sorted(((a, p) for a, p in every.items() if p), key=lambda f: show(f[0])))
    return shared, _multiplied(poly, {tuple((a, -p) for a, p in shared): Fraction(1)}) if shared else poly


def _evaluate(node: Term, leaves: Mapping[Term, Result]) -> Polynomial:
    """The polynomial of arithmetic over leaves whose polynomials are known."""
    if node in leaves:
        return leaves[node][0]
    if node.op in ("div", "inv"):
        below = _reciprocal_of(node.args[-1], leaves)
        return below if node.op == "inv" else _multiplied(_evaluate(node.args[0], leaves), below)
    parts = [_evaluate(a, leaves) for a in node.args if isinstance(a, Term)]
    match node.op:
        case "num":
            return {(): node.args[0]} if node.args[0] else {}
        case "add":
            return _plus(parts)
        case "mul" | "pow":
            result: Polynomial = {(): Fraction(1)}
            for part in parts * (node.args[1] if node.op == "pow" else 1):
                result = _multiplied(result, part)
            return result
        case "neg":
            return {m: -c for m, c in parts[0].items()}
    raise NoProof(f"{node.op} is not arithmetic")


def _reciprocal_of(node: Term, leaves: Mapping[Term, Result]) -> Polynomial:
    """1 / node, factor by factor, so that a power of several terms stays one."""
    if node in leaves or node.op not in ("mul", "pow"):
        return _inverse(_evaluate(node, leaves))
    factors = node.args if node.op == "mul" else node.args[:1] * node.args[1]
    result: Polynomial = {(): Fraction(1)}
    for factor in factors:
        result = _multiplied(result, _reciprocal_of(factor, leaves))
    return result


def cleared(poly: Polynomial) -> Polynomial:
    """The polynomial times the bases of several terms that it divides by."""
    while below := {(a, p) for monomial in poly for a, p in monomial if a.op == "add" and p < 0}:
        atom, power = min(below, key=lambda f: (f[1], show(f[0])))
        poly = _multiplied(poly, {((atom, -power),): Fraction(1)})
    return poly


def _grouped(poly: Polynomial, var: str) -> dict[Monomial, Polynomial]:
    """By the factors that depend on the index: the polynomial of those that do not."""
    groups: dict[Monomial, Polynomial] = {}
    for monomial, c in poly.items():
        inside = tuple((a, p) for a, p in monomial if var in free(a))
        outside = tuple((a, p) for a, p in monomial if var not in free(a))
        groups.setdefault(inside, {})[outside] = c
    return groups


# nests of sums

Bound = list[tuple[str, str]]


def _sums(bound: Bound, body: Term) -> Term:
    for var, size in reversed(bound):
        body = term("sum", size, var, body)
    return body


def _is_nest(node: Term) -> bool:
    """A canonical nest's next sum: its body is one sum."""
    return node.op == "sum"


def _times(one: Term, other: Term) -> Term:
    return term("mul", *(one.args if one.op == "mul" else [one]), other)


def _flat(opened: list[tuple[Bound, Term]]) -> Term:
    result = opened[0][1]
    for _, factor in opened[1:]:
        result = _times(result, factor)
    return result


def _product(opened: list[tuple[Bound, Term]]) -> Term:
    result = _sums(*opened[0])
    for chain, factor in opened[1:]:
        result = _times(result, _sums(chain, factor))
    return result


def _named(bound: Bound, monomial: Polynomial) -> tuple[Bound, Term]:
    body, renamed = _canonical(bound, monomial)
    return [(renamed[v], m) for v, m in bound], body


def _canonical(bound: Bound, monomial: Polynomial) -> tuple[Term, dict[str, str]]:
    """The body with the bound indices named by height, and the names."""
    ((factors, _),) = monomial.items()
    height = max((_height(a) for a, _ in factors), default=0)
    names = {v: f"b{height + n}" for n, (v, _) in enumerate(reversed(bound), start=1)}
    renamed = [(resorted(substitute(a, dict(names))), p) for a, p in factors]
    return _monomial(tuple(sorted(renamed, key=lambda f: show(f[0]))), Fraction(1)), names


def _height(node: Term) -> int:
    inner = max((_height(a) for a in node.args if isinstance(a, Term)), default=0)
    if node.op == "sum" and node.args[1][0] == "b" and node.args[1][1:].isdigit():
        return max(inner, int(node.args[1][1:]))
    return inner


def _unused(name: str, taken: Iterable[str]) -> str:
    names = set(taken)
    return next(f"{name}{n}" for n in itertools.count() if f"{name}{n}" not in names)


def _matches(params: tuple[str, ...], pattern: Term, node: Term) -> tuple[str, ...] | None:
    """The indices for which the pattern is the term, bound names apart."""
    node, pattern = alpha(node), alpha(pattern)
    if not params:
        return () if pattern == node else None
    if pattern.op != node.op:
        return None
    candidates = [n for n in sorted(free(node)) if n not in free(pattern) or n in params]
    for chosen in itertools.permutations(candidates, len(params)):
        if alpha(substitute(pattern, dict(zip(params, chosen, strict=True)))) == node:
            return chosen
    return None


@lru_cache(maxsize=2**16)
def alpha(node: Term) -> Term:
    """The term with its bound indices named by height."""
    if node.op != "sum":
        return term(node.op, *(alpha(a) if isinstance(a, Term) else a for a in node.args))
    size, var, body = node.args
    inner = alpha(body)
    name = f"b{_height(inner) + 1}"
    return term("sum", size, name, substitute(inner, {var: name}))


def resorted(node: Term) -> Term:
    """The term with sums and products inside its atoms in the order of their text again."""
    if node.op in ("partial", "at"):
        return node
    args = tuple(resorted(a) if isinstance(a, Term) else a for a in node.args)
    if node.op == "add":
        args = tuple(sorted(args, key=show))
    if node.op == "mul":
        rest = sorted((a for a in args if a.op != "num"), key=lambda a: show(_stripped(a)))
        args = (*(a for a in args if a.op == "num"), *rest)
    return term(node.op, *args)


def _stripped(node: Term) -> Term:
    """A factor without its power and its reciprocal."""
    node = node.args[0] if node.op == "pow" else node
    return node.args[0] if node.op == "inv" else node


def polynomial(node: Term) -> Polynomial:
    """The polynomial of a term in normal form."""
    return _evaluate(node, {leaf: (_atom(leaf), None) for leaf in _leaves(node)})


# differentiation, as the tactic `der` does it


def differentiated(node: Term, variable: str, indices: tuple[str, ...]) -> tuple[Term, Term]:
    """The value and the derivative in the variable (a scalar, or the element with these indices)."""
    if variable not in free(node):
        return node, ZERO
    slope = _slope(node, variable, indices)
    return node, slope


def _slope(node: Term, x: str, at: tuple[str, ...]) -> Term:
    if x not in free(node):
        return ZERO
    args = node.args
    match node.op:
        case "real":
            return ONE
        case "elem":
            deltas = [term("delta", i, k) for i, k in zip(args[1:], at, strict=True)]
            return mul(*deltas)
        case "add":
            result = args[0]
            slope = _slope(result, x, at)
            constant = x not in free(result)
            for part in args[1:]:
                inner = _slope(part, x, at)
                constant = constant and x not in free(part)
                slope = ZERO if constant else add_two(slope, inner, part)
            return slope
        case "neg":
            return term("neg", _slope(args[0], x, at))
        case "mul":
            value, slope, constant = args[0], _slope(args[0], x, at), x not in free(args[0])
            for part in args[1:]:
                inner, fixed = _slope(part, x, at), x not in free(part)
                if constant and fixed:
                    slope = ZERO
                elif constant:
                    slope = term("mul", value, inner)
                elif fixed:
                    slope = term("mul", slope, part)
                else:
                    slope = term("add", term("mul", slope, part), term("mul", value, inner))
                constant = constant and fixed
                value = _times(value, part)
            return slope
        case "div":
            a, b = args
            if x not in free(b):
                return term("div", _slope(a, x, at), b)
            top = term("mul", a, _slope(b, x, at))
            return term("add", term("div", _slope(a, x, at), b), term("neg", term("div", top, term("mul", b, b))))
        case "inv":
            return term("div", term("neg", _slope(args[0], x, at)), term("mul", args[0], args[0]))
        case "pow":
            base, power = args
            return term("mul", number(power), _slope(base, x, at), term("pow", base, power - 1))
        case "exp":
            return term("mul", node, _slope(args[0], x, at))
        case "ln":
            return term("div", _slope(args[0], x, at), args[0])
        case "rpow":
            base, power = args
            left = term("mul", _slope(power, x, at), term("ln", base))
            right = term("mul", power, term("div", _slope(base, x, at), base))
            return term("mul", node, term("add", left, right))
        case "sum":
            size, var, body = args
            if var in at:
                name = _unused(var, free(body) | set(at))
                var, body = name, substitute(body, {var: name})
            return term("sum", size, var, _slope(body, x, at))
    raise NoProof(f"no derivative of {node.op}")


def add_two(slope: Term, inner: Term, part: Term) -> Term:
    """slope + inner, or slope - inner for a term that is subtracted."""
    if part.op == "neg" and inner == ZERO:
        return term("add", slope, term("neg", ZERO))
    return term("add", slope, inner)


def _dual(body: Term, variable: str, point: Term, indices: list[str], value: Term, slope: Term) -> str:
    """dual (fun t => body at the moved point) ... value slope."""
    if not indices:
        return f"dual (fun {variable} => {show(body)}) {show(point, 5)} ({show(value)}) ({show(slope)})"
    time = _unused("t", free(body) | set(indices) | free(point) | {variable})
    moved = f"(bump{len(indices)} {' '.join([show(point, 5), *indices])} {time})"
    put = {variable: term("tensor", moved, len(indices))}
    return f"dual (fun {time} => {show(substitute(body, put))}) 0 ({show(value)}) ({show(slope)})"
