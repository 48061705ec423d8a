"""The checker: for every kind of justification, right uses are accepted and wrong ones refused."""

from __future__ import annotations

from dataclasses import replace

import pytest
from sympy import Expr, Rational, S, Symbol, exp, log

from derivations.index import At, Axis, Delta, Lambda, Named, Partial, Size, Tensor, XLogX, total
from derivations.notation import Definition
from derivations.proof import (
    AXIOMS,
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
    Proved,
    Rank,
    RankCertificate,
    Reason,
    Refused,
    Rewriting,
    Solving,
    Square,
    Statement,
    Step,
    Strict,
    Term,
    Theorem,
    Use,
    Using,
    check,
)

KEYS = Axis("keys", Size("n", integer=True, positive=True), ("j", "k"))
FEATURES = Axis("features", Size("d", integer=True, positive=True), ("a", "b"))
j, k, r = (KEYS.index(letter) for letter in "jkr")
a = FEATURES.index("a")
n = KEYS.size
p, q, x, y, z = (Tensor(name, KEYS) for name in "pqxyz")
K = Tensor("K", KEYS, FEATURES)
s, t, u, v, tau = (Symbol(name, real=True) for name in ("s", "t", "u", "v", "tau"))
ZERO = S.Zero


def theorem(name: str, given: tuple[Hypothesis, ...], *steps: tuple[Statement, Reason]) -> Theorem:
    """The theorem whose statement is its last claim."""
    return Theorem(name, "", "", given, steps[-1][0], tuple(Step(*step) for step in steps))


def accept(*theorems: Theorem) -> Proved:
    """The last theorem's proof, after those before it."""
    proved: dict[str, Theorem] = {}
    for each in theorems:
        result = check(each, proved)
        proved[each.id] = each
    return result


def refuse(match: str | None, *theorems: Theorem) -> Refused:
    """The refusal of the last theorem, after those before it were accepted."""
    proved: dict[str, Theorem] = {}
    for each in theorems[:-1]:
        check(each, proved)
        proved[each.id] = each
    with pytest.raises(Refused, match=match) as refusal:
        check(theorems[-1], proved)
    return refusal.value


def one(claim: Statement, reason: Reason, *given: Hypothesis) -> Theorem:
    """A theorem of one step."""
    return theorem("T", given, (claim, reason))


# Refusals


def test_a_refusal_names_the_place_and_shows_what_should_have_vanished() -> None:
    claim = Equation(total((x[j] + s) ** 2, j), total(x[j] ** 2, j) + 2 * s * total(x[j], j))
    refusal = refuse(None, theorem("A9", (), (Equation(s, s), Algebra()), (claim, Algebra())))
    assert str(refusal) == "A9, step 2 (Algebra): the two sides differ; this should vanish: n*s**2"
    assert (refusal.theorem, refusal.step, refusal.reason, refusal.residual) == ("A9", 2, Algebra(), n * s**2)


def test_a_residual_is_shown_in_ordinary_exponentials_and_sums() -> None:
    refusal = refuse(None, one(Equation(total(exp(x[j] + s), j), total(exp(x[j]), j)), Algebra()))
    assert str(refusal).endswith("this should vanish: exp(s)*sum_#1(exp(x_#1)) - sum_#1(exp(x_#1))")


def test_an_empty_proof_is_refused() -> None:
    refuse("T, step 0 .*the last claim is not the statement", Theorem("T", "", "", (), Equation(s, s), ()))


def test_a_proof_of_something_else_is_refused() -> None:
    other = Theorem("T", "", "", (), Equation(s, ZERO), (Step(Equation(s, s), Algebra()),))
    refuse("the last claim is not the statement", other)


def test_a_hypothesis_that_is_not_well_defined_is_refused() -> None:
    refuse("needs s to be nonzero", one(Equation(t, t), Algebra(), Equation(t / s, ZERO)))


def test_indices_over_the_wrong_axis_are_refused() -> None:
    lemma = theorem("L", (), (Equation(total(x[j] * s, j), s * total(x[j], j)), Algebra()))
    wrong = one(Equation(s, s), Using((Use("L", {x: Lambda((a,), K[j, a])}),)))
    refuse(r"K is indexed by the axes \['keys', 'features'\]", lemma, wrong)
    wrong = one(Rank(Lambda((j, a), K[j, a]), n - 1), RankCertificate(Lambda((j, k), s), Lambda((j,), s)))
    refuse(r"K is indexed by the axes \['keys', 'features'\]", wrong)


# Equations


def test_algebra() -> None:
    accept(one(Equation(total(x[j] * s, j), s * total(x[k], k)), Algebra()))
    refuse("the two sides differ", one(Equation(total(x[j] * s, j), total(x[k], k)), Algebra()))
    refuse("needs s to be nonzero", one(Equation((s * t + s * u) / s, t + u), Algebra()))
    refuse("does not know", one(Equation(abs(s), s), Algebra(), Positive(s)))


def test_algebra_does_not_differentiate() -> None:
    claim = Equation(Partial(s**2, s), 2 * s)
    accept(one(claim, Differentiation()))
    refuse("the two sides differ", one(claim, Algebra()))
    refuse("the two sides differ", one(claim, Using(())))
    refuse("the two sides differ", one(Equation(Partial(s**2, s), s), Differentiation()))
    refuse("needs s to be nonzero", one(Equation(Partial(log(s), s), 1 / s), Differentiation()))


def test_a_chain_continues_only_with_the_same_left_side() -> None:
    steps = (Equation(s**2, t), Using((Use(Equation(s**2, t)),))), (Equation(s**2, t + 0 * u), Algebra())
    accept(theorem("T", (Equation(s**2, t),), *steps))
    broken = steps[0], (Equation(s**3, t), Algebra())
    refuse("step 2 .*the two sides differ", theorem("T", (Equation(s**2, t),), *broken))
    inequality = (Inequality(exp(s), ZERO), Strict())
    refuse("step 3", theorem("T", (Equation(s**2, t),), steps[0], inequality, (Equation(s**2, t), Algebra())))


def named() -> Expr:
    return Definition("f", (j,), x[j] ** 2)[k]


def test_definitions() -> None:
    accept(one(Equation(named(), x[k] ** 2), ByDefinition(("f",))))
    refuse(r"\['g'\] does not occur in this step", one(Equation(named(), x[k] ** 2), ByDefinition(("g",))))
    refuse("does not occur", one(Equation(x[k] * x[k] + s, x[k] ** 2 + s), ByDefinition(("f",))))
    refuse("the two sides differ", one(Equation(named(), x[j] ** 2), ByDefinition(("f",))))
    assert isinstance(named(), Named)


def test_a_hypothesis_is_used_only_where_it_is_stated() -> None:
    simplex = Equation(total(p[j], j), S.One)
    claim = Equation(s * total(p[j], j), s)
    accept(one(claim, Using((Use(simplex, times=s),)), simplex))
    refuse("neither a hypothesis nor an earlier claim", one(claim, Using((Use(simplex, times=s),))))
    refuse("neither a hypothesis", one(claim, Using((Use(Equation(total(p[j], j), t), times=s),)), simplex))
    refuse("the two sides differ", one(claim, Using((Use(simplex),)), simplex))
    refuse("the two sides differ", one(claim, Algebra(), simplex))


def test_a_hypothesis_holds_for_its_own_variables_only() -> None:
    simplex = Equation(total(p[j], j), S.One)
    claim = Equation(total(q[j], j), S.One)
    refuse("may be used for other indices only", one(claim, Using((Use(simplex, {p: q}),)), simplex))
    refuse("may be used for other indices only", one(claim, Rewriting(Use(simplex, {p: q})), simplex))
    scalars = Equation(s, t)
    refuse("may be used for other indices only", one(Equation(u, t), Using((Use(scalars, {s: u}),)), scalars))


def test_an_indexed_hypothesis_holds_for_every_index() -> None:
    equal = Equation(x[j], y[j])
    uses = Using((Use(equal, {j: k}, z[k], (k,)),))
    accept(one(Equation(total(x[k] * z[k], k), total(y[j] * z[j], j)), uses, equal))
    refuse("the two sides differ", one(Equation(x[j], y[k]), Using((Use(equal),)), equal))


def test_an_earlier_claim_is_used_by_its_number_and_for_its_own_variables() -> None:
    first = (Equation((s + t) * (s - t), s**2 - t**2), Algebra())
    claim = Equation(u * (s + t) * (s - t), u * s**2 - u * t**2)
    accept(theorem("T", (), first, (claim, Using((Use(0, times=u),)))))
    for number in (1, 2, -1):
        refuse("neither a hypothesis nor an earlier", theorem("T", (), first, (claim, Using((Use(number, times=u),)))))
    renamed = Equation((u + t) * (u - t), u**2 - t**2)
    refuse("for other indices only", theorem("T", (), first, (renamed, Using((Use(0, {s: u}),)))))


def test_an_inequality_is_not_used_as_an_equation() -> None:
    first = (Inequality(exp(s), ZERO), Strict())
    refuse("uses as an equation what is not one", theorem("T", (), first, (Equation(exp(s), ZERO), Using((Use(0),)))))
    lemma = theorem("L", (), first)
    refuse("uses as an equation what is not one", lemma, one(Equation(exp(s), ZERO), Using((Use("L"),))))


SQUARE = theorem("L", (), (Equation((s + t) ** 2, s**2 + 2 * s * t + t**2), Algebra()))


def test_an_earlier_theorem_is_used_under_a_substitution() -> None:
    claim = Equation((u + x[j]) ** 2, u**2 + 2 * u * x[j] + x[j] ** 2)
    accept(SQUARE, one(claim, Using((Use("L", {s: u, t: x[j]}),))))
    refuse("the two sides differ", SQUARE, one(Equation((u + x[j]) ** 2, u**2), Using((Use("L", {s: u, t: x[j]}),))))


def test_only_earlier_theorems_are_cited() -> None:
    claim, reason = SQUARE.statement, Using((Use("L"),))
    refuse("L is not proved before this theorem", one(claim, reason))
    refuse("L is not proved before this theorem", theorem("L", (), (claim, reason)))
    refuse("Nonsense is not proved", SQUARE, one(claim, Using((Use("Nonsense"),))))
    circle = theorem("L", (), (claim, Using((Use("T"),)))), theorem("T", (), (claim, Using((Use("L"),))))
    refuse("T is not proved before this theorem", circle[0])
    refuse("L is not proved before this theorem", circle[1])


def test_a_theorem_is_used_only_where_its_hypotheses_hold() -> None:
    product = Equation(tau * s, ZERO)
    lemma = theorem("L", (Positive(tau), product), (Equation(s, ZERO), Using((Use(product, times=1 / tau),))))
    claim, use = Equation(t, ZERO), Using((Use("L", {tau: u, s: t}),))
    accept(lemma, one(claim, use, Positive(u), Equation(u * t, ZERO)))
    for given in ((), (Nonnegative(u),), (Positive(tau),)):
        refuse("the hypothesis .* of L is not met", lemma, one(claim, use, *given, Equation(u * t, ZERO)))
    products = Equation(p[j] * x[j], ZERO)
    everywhere = theorem("L", (Positive(p), products), (Equation(x[j], ZERO), Using((Use(products, times=1 / p[j]),))))
    indexed, use = Equation(y[j], ZERO), Using((Use("L", {p: q, x: y}),))
    accept(everywhere, one(indexed, use, Positive(q), Equation(q[j] * y[j], ZERO)))
    refuse("is not met", everywhere, one(indexed, use, Equation(q[j] * y[j], ZERO)))
    refuse("is not met", everywhere, one(indexed, use, Positive(q[j]), Equation(q[j] * y[j], ZERO)))


SIMPLEX = Equation(total(p[j], j), S.One)
MEAN = theorem("L", (SIMPLEX,), (Equation(total(p[j] * s, j), s), Using((Use(SIMPLEX, times=s),))))


def test_an_equation_that_a_theorem_assumes_must_hold_too() -> None:
    claim = Equation(total(q[j] * s, j), s)
    accept(MEAN, one(claim, Using((Use("L", {p: q}),)), Equation(total(q[k], k), S.One)))
    accept(MEAN, one(Equation(total(s / n, j), s), Using((Use("L", {p: Lambda((j,), 1 / n)}),))))
    refuse("the hypothesis .* of L is not met", MEAN, one(claim, Using((Use("L", {p: q}),))))
    other = Equation(total(q[k], k), t)
    refuse("the hypothesis .* of L is not met", MEAN, one(claim, Using((Use("L", {p: q}),)), other))


def test_a_substitution_does_not_mention_an_index_that_a_hypothesis_quantifies() -> None:
    equal = Equation(x[j], s)
    lemma = theorem("L", (equal,), (Equation(x[k], s), Using((Use(equal, {j: k}),))))
    wrong = one(Equation(x[k], y[j]), Using((Use("L", {s: y[j]}),)), Equation(x[j], y[j]))
    refuse("the substitution mentions .*, over which a hypothesis quantifies", lemma, wrong)
    positive = theorem("L", (Positive(x[j] - s),), (Equation(t, t), Algebra()))
    wrong = one(Equation(t, t), Using((Use("L", {j: k, s: y[j]}),)), Positive(x[j] - y[j]))
    refuse("the substitution mentions .*, over which a hypothesis quantifies", positive, wrong)


def test_what_is_put_in_is_well_defined() -> None:
    inverse, product = Equation(s * t, S.One), Equation(t * u, ZERO)
    lemma = theorem(
        "L", (inverse, product), (Equation(u, ZERO), Using((Use(inverse, times=-u), Use(product, times=s))))
    )
    wrong = one(Equation(u, ZERO), Using((Use("L", {s: 1 / t}),)), product)
    refuse("needs t to be nonzero", lemma, wrong)
    by_tensor = theorem("L", (), (Equation(total(x[j] * s, j), s * total(x[j], j)), Algebra()))
    wrong = one(Equation(s, s), Using((Use("L", {x: Lambda((j,), 1 / x[j])}),)))
    refuse("needs x_j to be nonzero", by_tensor, wrong)


def test_the_size_of_an_axis_is_not_a_variable() -> None:
    lemma = theorem("L", (), (Equation(total(S.One, j), n), Algebra()))
    wrong = one(Equation(total(S.One, j), S(5)), Using((Use("L", {n: S(5)}),)))
    refuse("n is the size of an axis, which no substitution changes", lemma, wrong)


def test_a_multiplier_is_well_defined() -> None:
    product = Equation(s * t, ZERO)
    accept(one(Equation(t, ZERO), Using((Use(product, times=1 / s),)), product, Positive(s)))
    refuse("needs s to be nonzero", one(Equation(t, ZERO), Using((Use(product, times=1 / s),)), product))


def test_rewriting_replaces_a_variable_everywhere() -> None:
    equal, scalar = Equation(x[j], s), Equation(t, s**2)
    accept(one(Equation(total(x[k] * y[k], k), s * total(y[k], k)), Rewriting(Use(equal)), equal))
    accept(one(Equation(t * u, s**2 * u), Rewriting(Use(scalar)), scalar))
    accept(one(Equation(Partial(t**3, t), 3 * s**4), Rewriting(Use(scalar)), scalar))
    refuse("the two sides differ", one(Equation(t * u, s * u), Rewriting(Use(scalar)), scalar))
    refuse("neither a hypothesis", one(Equation(t * u, s**2 * u), Rewriting(Use(scalar))))
    product = Equation(s * t, u)
    refuse("is not a variable", one(Equation(s * t, u), Rewriting(Use(product)), product))
    diagonal = Equation(Tensor("A", KEYS, KEYS)[j, j], s)
    refuse("cannot be replaced", one(Equation(s, s), Rewriting(Use(diagonal)), diagonal))


def test_rewriting_hides_no_division_by_zero() -> None:
    equal = Equation(s, t)
    refuse("needs s to be nonzero", one(Equation(t / s, S.One), Rewriting(Use(equal)), equal))


# Solving


def solved(equation: Equation, unknown: Expr, solution: Expr, *given: Hypothesis) -> Theorem:
    return one(Equation(unknown, solution), Solving(Use(equation)), equation, *given)


def test_solving_is_checked_by_substituting_back() -> None:
    linear = Equation(2 * s + t, u)
    proof = accept(solved(linear, s, (u - t) / 2))
    assert "monotone" in proof.axioms
    refuse("the solution does not satisfy the equation; this should vanish", solved(linear, s, u - t))
    refuse("neither a hypothesis", one(Equation(s, (u - t) / 2), Solving(Use(linear))))
    refuse("not one in s alone, solved for it", solved(linear, s, u - t - s))


def test_solving_needs_a_strictly_monotone_equation() -> None:
    square = Equation(s**2, S(4))
    refuse(r"not known to be strictly monotone in s: its slope is 2\*s$", solved(square, s, S(2)))
    accept(solved(square, s, S(2), Positive(s)))
    refuse("s is positive, and -2 is not known to be", solved(square, s, S(-2), Positive(s)))
    refuse("strictly monotone", solved(Equation(s**3, ZERO), s, ZERO))
    refuse("strictly monotone", solved(Equation(s * t, ZERO), s, ZERO))
    refuse("strictly monotone", solved(Equation(ZERO, t - t), s, t))
    accept(solved(Equation(s * t, ZERO), s, ZERO, Positive(t)))
    accept(solved(Equation(exp(s) * t, u), s, log(u / t), Positive(t), Positive(u)))
    refuse("needs s to be nonzero|needs .* to be nonzero", solved(Equation(s - 1 / s, ZERO), s, S.One))


def test_solving_needs_the_unknown_in_one_place() -> None:
    elsewhere = Equation(p[k] + total(p[j], j), s)
    refuse("not one in p_k alone", solved(elsewhere, p[k], s / 2))
    refuse("not one in p_k alone", solved(Equation(p[k] + p[j], s), p[k], s - p[j]))
    refuse("not one in p_k alone", solved(Equation(p[k] + p[j], s), p[k], s / 2))
    refuse("not one in s alone", solved(Equation(Partial(s**2, s), t), s, t / 2))
    refuse("does not satisfy", solved(Equation(total(p[j], j), s), p[k], s / n))
    refuse("strictly monotone", solved(Equation(total(p[j] - p[j], j), ZERO), p[k], s))
    accept(solved(Equation(p[k] + x[k] * s, ZERO), p[k], -x[k] * s))


def test_the_rules_of_differentiation_behind_a_solution_are_in_its_axioms() -> None:
    proof = accept(solved(Equation(log(s), t), s, exp(t), Positive(s)))
    assert {"monotone", "d-log"} <= proof.axioms


# Inequalities


def by_square(lhs: Expr, equality: Equation | None, *terms: Term, **uses: tuple[Use, ...]) -> Theorem:
    return one(Inequality(lhs, ZERO, equality), Certificate(terms, **uses), Positive(tau), Positive(p), Nonnegative(q))


def test_a_certificate_is_a_sum_of_nonnegative_terms() -> None:
    lhs = total(p[j] * (x[j] - s) ** 2, j)
    proof = accept(by_square(lhs, Equation(x[j], s), Term(p[j], Square(x[j] - s), (j,))))
    assert "square" in proof.axioms
    accept(by_square(lhs, None, Term(p[j], Square(x[j] - s), (j,))))
    refuse("the two sides differ", by_square(lhs, None, Term(p[j], Square(x[j] + s), (j,))))
    refuse("the two sides differ", by_square(-lhs, None, Term(p[j], Square(x[j] - s), (j,))))
    refuse("the two sides differ", by_square(lhs + 1, None, Term(p[j], Square(x[j] - s), (j,))))
    for weight in (-p[j], x[j], s, p[j] - tau, -S.One):
        refuse("is not known to be nonnegative", by_square(lhs, None, Term(weight, Square(x[j] - s), (j,))))
    refuse("not a square, a gap", by_square(lhs, None, Term(p[j], x[j] - s, (j,))))  # type: ignore[arg-type]
    refuse("does not prove this kind of claim", one(Inequality(lhs, ZERO), Algebra()))
    refuse("does not prove this kind of claim", one(Equation(lhs, ZERO), Certificate(())))


def test_the_case_of_equality_is_forced_and_attained() -> None:
    lhs, term = total(p[j] * (x[j] - s) ** 2, j), Term(p[j], Square(x[j] - s), (j,))
    for wrong in (Equation(x[j], t), Equation(x[j], -s), Equation(x[j] ** 2, s**2), Equation(ZERO, S.One)):
        refuse("equality: not forced", by_square(lhs, wrong, term))
    weaker = Equation(total(p[j] * x[j], j), s * total(p[j], j))
    summed = (Use(0, times=p[j], over=(j,)),)
    refuse("equality: not attained", by_square(lhs, weaker, term, forward=summed))
    refuse("equality: not attained", by_square(lhs, Equation(ZERO, ZERO), term, forward=()))
    both = Term(tau, Square(s)), Term(tau, Square(t))
    refuse("equality: not attained", by_square(tau * s**2 + tau * t**2, Equation(s, ZERO), *both))


def test_a_weight_that_may_be_zero_stays_in_the_case_of_equality() -> None:
    lhs = total(q[j] * x[j] ** 2, j)
    accept(by_square(lhs, None, Term(q[j], Square(x[j]), (j,))))
    accept(by_square(lhs, Equation(q[j] * x[j], ZERO), Term(q[j], Square(x[j]), (j,))))
    refuse("not forced", by_square(lhs, Equation(x[j], ZERO), Term(q[j], Square(x[j]), (j,))))


def test_the_case_of_equality_uses_terms_by_their_number_and_for_other_indices() -> None:
    lhs, equality = total(p[j] * (x[j] - s) ** 2, j), Equation(x[j], s)
    for use in (Use(1), Use(-1), Use(0, {s: t}), Use(0, {x: y})):
        refuse(
            "by their number and for other indices",
            by_square(lhs, equality, Term(p[j], Square(x[j] - s), (j,)), forward=(use,)),
        )
    refuse("by their number", by_square(lhs, None, Term(p[j], Square(x[j] - s), (j,)), uses=(Use(0),)))


def test_the_case_of_equality_is_not_scaled_by_what_may_be_undefined() -> None:
    backward = (Use(0, times=s),)
    wrong = by_square(
        (s * t) ** 2, Equation(t, ZERO), Term(S.One, Square(s * t), (), backward), forward=(Use(0, times=1 / s),)
    )
    refuse("needs s to be nonzero", wrong)


def test_the_inequality_and_its_case_of_equality_share_their_indices() -> None:
    here = Term(S.One, Square(x[j]))
    accept(by_square(x[j] ** 2, Equation(x[j], ZERO), here))
    everywhere = Term(S.One, Square(x[j]), backward=(Use(0, {k: j}),))
    refuse("own indices", by_square(x[j] ** 2, Equation(x[k], ZERO), everywhere, forward=(Use(0, {j: k}),)))
    refuse("own indices", by_square(x[j] ** 2, Equation(total(x[j], j), ZERO), here, forward=(Use(0, over=(j,)),)))
    lhs = total(x[j] ** 2, j) + y[j] ** 2
    terms = Term(S.One, Square(x[j]), (j,)), Term(S.One, Square(y[j]))
    refuse("sums over an index that the inequality itself has", by_square(lhs, Equation(x[j], ZERO), *terms))


VARIANCE = theorem(
    "L",
    (Positive(p), SIMPLEX),
    (
        Inequality(total(p[j] * (x[j] - total(p[k] * x[k], k)) ** 2, j), ZERO, Equation(x[j], x[k])),
        Certificate(
            (
                Term(
                    p[j],
                    Square(x[j] - total(p[k] * x[k], k)),
                    (j,),
                    (Use(0, {k: r}, p[r], (r,)), Use(SIMPLEX, {j: r}, -x[j])),
                ),
            ),
            forward=(Use(0), Use(0, {j: k}, S.NegativeOne)),
        ),
    ),
)
CONSTANT = Equation(x[j], x[k])


def variance(of: Tensor) -> Expr:
    return total(p[j] * (of[j] - total(p[k] * of[k], k)) ** 2, j)


def known(equality: Equation, put: dict[Tensor, Tensor] | dict[object, object], *given: Hypothesis) -> Theorem:
    reason = Certificate((Term(S.One, Known("L", put)),))  # type: ignore[arg-type]
    return one(Inequality(variance(x), ZERO, equality), reason, *given)


def test_an_earlier_inequality_is_used_with_its_case_of_equality() -> None:
    given = Positive(p), SIMPLEX
    accept(VARIANCE, known(CONSTANT, {}, *given))
    refuse("the hypothesis .* of L is not met", VARIANCE, known(CONSTANT, {}, SIMPLEX))
    refuse("the hypothesis .* of L is not met", VARIANCE, known(CONSTANT, {}, Positive(p)))
    refuse("the two sides differ", VARIANCE, known(CONSTANT, {x: y}, *given))
    refuse("L is not proved before", known(CONSTANT, {}, *given))
    bare = theorem("L", (), (Inequality(s**2, ZERO), Certificate((Term(S.One, Square(s)),))))
    accept(bare, one(Inequality(s**2, ZERO), Certificate((Term(S.One, Known("L")),))))
    accept(bare, one(Inequality(s**2, ZERO, Equation(s**2, ZERO)), Certificate((Term(S.One, Known("L")),))))
    refuse("not forced", bare, one(Inequality(s**2, ZERO, Equation(s, ZERO)), Certificate((Term(S.One, Known("L")),))))
    refuse("or an earlier inequality", SQUARE, one(Inequality(s**2, ZERO), Certificate((Term(S.One, Known("L")),))))


def test_an_earlier_claim_is_used_like_an_earlier_inequality() -> None:
    square = (Inequality(x[j] ** 2, ZERO, Equation(x[j], ZERO)), Certificate((Term(S.One, Square(x[j])),)))
    spread = Inequality(total(p[j] * x[j] ** 2, j), ZERO)
    accept(theorem("T", (Positive(p),), square, (spread, Certificate((Term(p[j], Known(0), (j,)),)))))
    refuse(
        "the two sides differ",
        theorem("T", (Positive(p),), square, (spread, Certificate((Term(p[j], Known(0, {j: k}), (j,)),)))),
    )
    for number in (1, -1):
        wrong = theorem("T", (Positive(p),), square, (spread, Certificate((Term(p[j], Known(number), (j,)),))))
        refuse("neither a hypothesis nor an earlier claim", wrong)
    other = theorem("T", (Positive(p),), square, (spread, Certificate((Term(p[j], Known(0, {x: y}), (j,)),))))
    refuse("for other indices only", other)


def test_a_bound_on_the_slope_bounds_the_difference() -> None:
    f = s * t - exp(-t)  # its slope s + exp(-t) is at least s
    slope = (Inequality(Partial(f, t), s), Certificate((Term(exp(-t), Square(S.One)),)))
    below = (Inequality(-s, Partial(-f, t)), Certificate((Term(exp(-t), Square(S.One)),)))
    f0, f1 = At(-f, t, ZERO), At(-f, t, S.One)
    rise = Inequality(-s, f1 - f0)
    assert "mean-value" in accept(theorem("T", (), below, (rise, Between(0)))).axioms
    refuse("the two sides differ", theorem("T", (), below, (Inequality(-s, f0 - f1), Between(0))))
    refuse("the two sides differ", theorem("T", (), below, (Inequality(-2 * s, f1 - f0), Between(0))))
    refuse("does not prove", theorem("T", (), below, (replace(rise, equality=Equation(s, s)), Between(0))))
    refuse("an earlier claim that bounds", theorem("T", (), slope, (rise, Between(0))))
    refuse("neither a hypothesis nor an earlier claim", theorem("T", (), below, (rise, Between(1))))
    refuse("another hypothesis is about t", theorem("T", (Positive(t),), below, (rise, Between(0))))
    steep = (Inequality(2 * t, Partial(t**2, t)), Certificate(()))
    gone = theorem("T", (), steep, (Inequality(2 * t, At(t**2, t, S.One) - At(t**2, t, ZERO)), Between(0)))
    refuse("the same everywhere", gone)


def test_an_earlier_case_of_equality_keeps_the_indices_it_quantifies_over() -> None:
    given = Positive(p), SIMPLEX
    always = Equation(ZERO, ZERO)
    refuse("over which the case of equality quantifies", VARIANCE, known(always, {k: j}, *given))
    lemma = theorem(
        "L",
        (),
        (
            Inequality(total((x[j] - s) ** 2, j), ZERO, Equation(x[j], s)),
            Certificate((Term(S.One, Square(x[j] - s), (j,)),)),
        ),
    )
    claim = Inequality(total((x[k] - y[j]) ** 2, k), ZERO, Equation(x[j], y[j]))
    wrong = one(claim, Certificate((Term(S.One, Known("L", {s: y[j]})),)))
    refuse("over which the case of equality quantifies", lemma, wrong)
    claim = Inequality(total((x[k] - s) ** 2, k) + y[j] ** 2 - y[j] ** 2 + 0 * s, ZERO, Equation(x[j], s))
    accept(lemma, one(claim, Certificate((Term(S.One, Known("L")),))))
    claim = Inequality(total((x[k] - s) ** 2, k) + y[j] ** 2, ZERO, Equation(x[j], s))
    terms = Term(S.One, Known("L")), Term(S.One, Square(y[j]))
    refuse("L quantifies over an index that the inequality itself has", lemma, one(claim, Certificate(terms)))


def test_the_gap_of_the_logarithm_is_that_of_something_positive() -> None:
    def gap(of: Expr, *given: Hypothesis) -> Theorem:
        reason = Certificate((Term(S.One, LogGap(of)),))
        return one(Inequality(of - 1, log(of), Equation(of, S.One)), reason, *given)

    assert "log-gap" in accept(gap(s, Positive(s))).axioms
    accept(gap(exp(s) + tau, Positive(tau)))
    for of, given in ((s, ()), (s, (Nonnegative(s),)), (s**2, ()), (s - t, (Positive(s), Positive(t)))):
        refuse("needs .* to be positive", gap(of, *given))
        nothing = Certificate((Term(ZERO, LogGap(of)),))
        refuse("needs .* to be positive", one(Inequality(ZERO, ZERO), nothing, *given))


def test_a_strict_inequality_is_positive_by_its_form() -> None:
    accept(one(Inequality(exp(s) + s**2, ZERO), Strict()))
    accept(one(Inequality(exp(s) + 1, ZERO, Equation(exp(s), ZERO)), Strict()))
    refuse("the difference is not positive by its form", one(Inequality(s**2, ZERO), Strict()))
    refuse("the difference is not positive by its form", one(Inequality(s, ZERO), Strict()))
    refuse("the difference is not positive by its form", one(Inequality(exp(s), S.One), Strict()))
    refuse("the case of equality is not excluded", one(Inequality(exp(s), ZERO, Equation(s, ZERO)), Strict()))
    refuse("the case of equality is not excluded", one(Inequality(exp(s), ZERO, Equation(ZERO, ZERO)), Strict()))


ENTROPY = Inequality(XLogX(s) - s * log(t) - s + t, ZERO, Equation(s, t))
ABOVE = Certificate((Term(s, LogGap(t / s), backward=(Use(0, times=-1 / s),)),), forward=(Use(0, times=-s),))


def test_cases_need_a_nonnegative_scalar() -> None:
    cases = Cases(s, Strict(), ABOVE)
    proof = accept(one(ENTROPY, cases, Nonnegative(s), Positive(t)))
    assert {"xlogx-zero", "log-gap"} <= proof.axioms
    for given in ((Positive(t),), (Positive(t), Positive(s)), (Positive(t), Nonnegative(u))):
        refuse("no hypothesis says that s, a scalar, is nonnegative", one(ENTROPY, cases, *given))
    refuse("needs t to be positive", one(ENTROPY, cases, Nonnegative(s), Nonnegative(t)))
    refuse("another hypothesis is about s", one(ENTROPY, cases, Nonnegative(s), Positive(t), Equation(s + t, S.One)))
    refuse("not positive by its form", one(ENTROPY, Cases(s, Strict(), Strict()), Nonnegative(s), Positive(t)))
    refuse("is not known to be|needs", one(ENTROPY, Cases(s, ABOVE, ABOVE), Nonnegative(s), Positive(t)))
    claim = Inequality(total(q[j], j) + 1, ZERO)
    refuse("a scalar, is nonnegative", one(claim, Cases(q, Strict(), Strict()), Nonnegative(q)))


def test_both_cases_share_the_indices_of_the_case_of_equality() -> None:
    factor, square = x[j] + s, t + s * y[j]
    claim = Inequality(square**2, ZERO, Equation(factor * square, ZERO))
    simplex = Equation(total(x[j], j), S.One)
    at_zero = Term(S.One, Square(t), backward=(Use(0, over=(j,)), Use(simplex, times=-t)))
    above = Term(S.One, Square(square), backward=(Use(0, times=1 / factor),))
    cases = Cases(
        s,
        Certificate((at_zero,), forward=(Use(0, times=x[j]),)),
        Certificate((above,), forward=(Use(0, times=factor),)),
    )
    refuse("at s = 0 the inequality loses an index", one(claim, cases, Nonnegative(s), Nonnegative(x), simplex))


# Rank


CENTRING = Lambda((j, k), Delta(j, k) - 1 / n)


def ranked(matrix: Lambda, value: Expr, inverse: Lambda, weight: Lambda) -> Theorem:
    return one(Rank(matrix, value), RankCertificate(inverse, weight))


def test_a_rank_is_certified_by_an_inverse_up_to_the_constants() -> None:
    inverse, weight = Lambda((j, k), Delta(j, k)), Lambda((j,), 1 / n)
    assert "rank" in accept(ranked(CENTRING, n - 1, inverse, weight)).axioms
    refuse("the rank claimed is not n - 1", ranked(CENTRING, n, inverse, weight))
    refuse("the rank claimed is not n - 1", ranked(CENTRING, S(2), inverse, weight))
    refuse("A 1 is not 0", ranked(inverse, n - 1, inverse, weight))
    refuse("A G is not I - w 1", ranked(CENTRING, n - 1, Lambda((j, k), 2 * Delta(j, k)), weight))
    refuse("A G is not I - w 1", ranked(CENTRING, n - 1, inverse, Lambda((j,), 2 / n)))
    refuse("A G is not I - w 1", ranked(Lambda((j, k), ZERO), n - 1, inverse, weight))
    scaled = Lambda((j, k), s * CENTRING.body)
    refuse("needs s to be nonzero", ranked(scaled, n - 1, Lambda((j, k), Delta(j, k) / s), weight))
    refuse("does not prove this kind of claim", one(Rank(CENTRING, n - 1), Algebra()))


# The ledger


def test_the_axioms_used_are_those_of_the_ledger() -> None:
    reports = [
        accept(one(ENTROPY, Cases(s, Strict(), ABOVE), Nonnegative(s), Positive(t))),
        accept(solved(Equation(exp(s) * t, u), s, log(u / t), Positive(t), Positive(u))),
        accept(VARIANCE),
        accept(one(Equation(Partial(s ** Rational(3), s), 3 * s**2), Differentiation())),
    ]
    assert all(report.axioms <= AXIOMS.keys() for report in reports)
    assert not accept(SQUARE).axioms


def test_every_rule_that_a_step_uses_is_in_its_ledger() -> None:
    def axioms(claim: Equation, *given: Hypothesis) -> frozenset[str]:
        return accept(one(claim, Differentiation(), *given)).axioms

    assert axioms(Equation(Partial(s + t, s), S.One)) == {"d-sum"}
    assert axioms(Equation(Partial(s * t, s), t)) == {"d-product"}
    assert axioms(Equation(Partial(s + exp(t), s), S.One)) == {"d-sum"}, "exp(t) is not differentiated"
    assert axioms(Equation(Partial(total(x[j], j), x[k]), S.One)) == {"d-sum"}
    assert axioms(Equation(Partial(exp(s), s), exp(s))) == {"d-exp"}
    assert axioms(Equation(Partial(log(s), s), 1 / s), Positive(s)) == {"d-log"}
    assert axioms(Equation(exp(2 * s), exp(s) ** 2)) == {"exp-sum"}
    assert axioms(Equation(exp(s), exp(s))) == set()
    assert axioms(Equation(n / n, S.One)) == set(), "SymPy cancels it"
    assert axioms(Equation(total(1 / n, j), S.One)) == {"nonempty"}
    assert axioms(Equation(s / total(p[j], j), s / total(p[k], k)), Positive(p)) == {"nonempty"}
