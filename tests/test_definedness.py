"""What is claimed must be defined under the stated hypotheses, also where SymPy cancels it before the checker looks."""

from __future__ import annotations

import numpy as np
import pytest
from sympy import Expr, Rational, S, Symbol, exp, log

from codegen.backends.arrays import ArrayPrinter
from codegen.program.ir import Apply, Number, Program, Result, Scalar
from derivations.index import At, Index, Partial
from derivations.notation import chain, keys, tau, theorem
from derivations.proof import Algebra, Differentiation, Hypothesis, Positive, Reason, Refused, check
from verification.bounds import error_bounds

s, w, z = (Symbol(name, real=True) for name in "swz")

UNDEFINED: list[tuple[tuple[Hypothesis, ...], Expr, Expr, Reason]] = [
    ((Positive(-z),), Partial(log(z), z), 1 / z, Differentiation()),
    ((), Partial(log(-exp(z)), z), S.One, Differentiation()),
    ((), At(w / z, w, z), S.One, Differentiation()),
    ((), 1 / z + w, w + 1 / z, Algebra()),
    ((), log(z), log(z), Algebra()),
    ((Positive(1 / s),), (s**2 + s) / s, s + 1, Algebra()),
]


@pytest.mark.parametrize(("given", "lhs", "rhs", "reason"), UNDEFINED, ids=[str(case[1]) for case in UNDEFINED])
def test_a_claim_about_what_may_be_undefined_is_refused(
    given: tuple[Hypothesis, ...], lhs: Expr, rhs: Expr, reason: Reason
) -> None:
    with pytest.raises(Refused, match="which no hypothesis states"):
        check(theorem("Z1", "", "", given, chain(lhs, (rhs, reason))), {})


def test_the_same_claims_stand_where_they_are_defined() -> None:
    for lhs, rhs, reason in [(Partial(log(z), z), 1 / z, Differentiation()), (1 / z + w, w + 1 / z, Algebra())]:
        check(theorem("Z1", "", "", (Positive(z),), chain(lhs, (rhs, reason))), {})


@pytest.mark.parametrize("name", ["#1", "~3", "", "1"])
def test_an_index_cannot_take_the_name_of_a_bound_or_fresh_one(name: str) -> None:
    with pytest.raises(ValueError, match="an index is named by a letter"):
        keys.index(name)
    assert isinstance(keys.index("j"), Index)


@pytest.mark.parametrize(
    ("function", "args", "value"),
    [
        ("pow", (Scalar("temperature"), Number(Rational(1, 2))), 2.0),
        ("div", (Scalar("temperature"), Number(Rational(1, 2))), 8.0),
        ("div", (Number(S(8)), Apply("neg", (Apply("mul", (Scalar("temperature"), Number(S(2)))),))), -1.0),
        ("mul", (Number(S(-2)), Scalar("temperature")), -8.0),
    ],
)
def test_printed_terms_mean_what_the_program_means(function: str, args: tuple[object, ...], value: float) -> None:
    program = Program((tau,), (), (Result("result", Apply(function, args), ()),))  # type: ignore[arg-type]
    ((_, code),) = ArrayPrinter(program, {}).results()
    assert eval(code, {"temperature": np.asarray(4.0)}) == value
    bound = error_bounds(program, {"temperature": np.asarray(4.0)}, {}, np.dtype(np.float64))["result"]
    assert bound.value == value
    assert 0 < bound.error < 1e-13
