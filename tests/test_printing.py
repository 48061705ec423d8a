"""The printed text says what the expression means."""

from __future__ import annotations

from random import Random

import pytest
from helpers.instances import agree, instance
from helpers.reading import read
from helpers.rewriting import COLUMNS, FACTS, POSITIVE, REAL, ROWS, identity, s, sigma, t, tau
from sympy import Abs, Expr, Rational, exp, log

from derivations.catalogue import CATALOGUE
from derivations.index import At, Delta, Named, Partial, XLogX, total
from derivations.printing import TextPrinter
from derivations.proof import Equation, Inequality, Nonnegative, Positive

printer = TextPrinter()
SCALARS = {"s": s, "t": t, "τ": tau, "σ": sigma, "m": ROWS.size, "n": COLUMNS.size}
x, y, u, A, M = REAL
w = POSITIVE[0]
i, (j, k, l) = ROWS.index("i"), (COLUMNS.index(letter) for letter in "jkl")  # noqa: E741


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("A1b", "p_k = exp(s_k / τ) / ∑_j exp(s_j / τ)"),
        ("A2a", "x log(x) + y − x log(y) − x ≥ 0, with equality exactly when x = y"),
        ("A2c", "KL(p|q) ≥ 0, with equality exactly when p_j = q_j for every j"),
        ("B1", "∂/∂s_k p_j = p_j (δ_jk − p_k) / τ"),
        ("B3d", "[∂/∂s'_k ∂/∂s'_j KL(p|p')]_(s' = s) = F_jk"),
        ("B5c", "∑_j ∑_l F_jl x_j x_l ≥ 0, with equality exactly when x_j = x_k for every j, k"),
        ("B5d", "rank[F_jk] = n − 1"),
        ("C1", "∂/∂s_k ∑_j p_j u_j = p_k (u_k − E_p[u]) / τ"),
        ("D1", "|q - k_j|^2 = |k_j|^2 + |q|^2 − 2 s_j"),
        ("E2a", "P_ij = exp(S_ij / τ − ℓ_i)"),
    ],
)
def test_a_statement_reads_as_on_paper(name: str, text: str) -> None:
    statement = next(theorem.statement for theorem in CATALOGUE if theorem.id == name)
    assert printer.statement(statement) == text


@pytest.mark.parametrize(
    ("expr", "text"),
    [
        (s * (t + tau), "s (t + τ)"),
        (s * t + tau, "τ + s t"),
        (s - (t + tau), "s − t − τ"),
        (s - 2 * (t + tau) ** 2, "s − 2 (t + τ)²"),
        (-(s**2), "−s²"),
        ((-s) ** 3, "−s³"),
        (s / (t * tau), "s / (t τ)"),
        (s / t / (tau + 1), "s / (t (τ + 1))"),
        (s * t / 3, "s t / 3"),
        ((s + t) / 2, "s / 2 + t / 2"),
        (tau ** Rational(1, 2), "τ^(1 / 2)"),
        (1 / tau, "1 / τ"),
        ((s + t) ** -2, "1 / (s + t)²"),
        (exp(-s / tau) ** 1, "exp(−s / τ)"),
        (log(tau) ** 2, "(log(τ))²"),
        (s * log(tau * (t + 1)), "s log(τ (t + 1))"),
        (log(tau) * x[j], "x_j log(τ)"),
        (total(x[j], j) + s, "∑_j x_j + s"),
        (total(x[j] + s, j), "∑_j (x_j + s)"),
        (total(x[j], j) ** 2, "(∑_j x_j)²"),
        (total(x[j], j) * total(y[j], j), "(∑_j x_j) ∑_j y_j"),
        (s * total(x[j], j), "s ∑_j x_j"),
        (1 / total(w[j], j), "1 / ∑_j w_j"),
        (total(x[j] / total(w[j], j), j) / tau, "(∑_j x_j / ∑_k w_k) / τ"),
        (x[j] * total(x[j], j), "x_j ∑_k x_k"),
        (total(M[j, k] * total(M[k, j], j), k), "∑_k M_jk ∑_l M_kl"),
        (total(total(A[i, j], j) * x[j], j), "∑_j x_j ∑_k A_ik"),
        (Delta(j, k) * x[j], "x_j δ_jk"),
        (XLogX(Rational(2, 3)), "(2 / 3) log(2 / 3)"),
        (XLogX(tau + s), "(s + τ) log(s + τ)"),
        (Partial(s * x[j] + s**2, s), "∂/∂s (s x_j + s²)"),
        (Partial(s * t, s) * t, "t ∂/∂s s t"),
        (At(x[j] ** 2, x, y), "[x_j²]_(x = y)"),
    ],
)
def test_parentheses_stand_where_they_are_needed(expr: Expr, text: str) -> None:
    assert printer.expr(expr) == text


def test_hypotheses_speak_of_the_general_entry() -> None:
    assert printer.statement(Positive(tau)) == "τ > 0"
    assert printer.statement(Nonnegative(A)) == "A_ij ≥ 0"
    assert printer.statement(Equation(total(x[j], j), s)) == "∑_j x_j = s"


def test_the_case_of_equality_is_for_every_index_that_the_inequality_does_not_have() -> None:
    inequality = Inequality(total(A[i, j] ** 2, j), 0 * s, Equation(A[i, j], 0 * s))
    assert printer.statement(inequality) == "∑_j A_ij² ≥ 0, with equality exactly when A_ij = 0 for every j"


def test_a_bound_letter_is_never_that_of_a_free_index_or_of_an_outer_sum() -> None:
    nested = total(M[j, k] * total(M[k, l] * total(M[l, j] * x[j], j), l), k)
    assert printer.expr(nested) == "∑_k M_jk ∑_l M_kl ∑_j1 x_j1 M_lj1"
    assert printer.expr(x[j] * x[k] * x[l] * total(y[j], j)) == "x_j x_k x_l ∑_j1 y_j1"


@pytest.mark.parametrize("chunk", range(4))
def test_reading_the_text_back_gives_the_same_value(chunk: int) -> None:
    for number in range(60):
        rng = Random(f"{chunk} {number}")
        for expr in identity(rng, 3):
            if expr.has(Named) or expr.has(Abs):
                continue
            text = printer.expr(expr)
            back = read(text, (ROWS, COLUMNS), (*REAL, *POSITIVE), SCALARS)
            assert agree(expr, back, instance(rng, [expr, back], 2, FACTS)), f"{expr} was printed as {text}"
