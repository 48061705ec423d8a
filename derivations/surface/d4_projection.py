"""D4. The output is the weighted least-squares projection of the values onto constants.  [S]

In this sense attention is a projection: with the weights of a row held fixed, what takes a function f on the keys to
its weighted mean is linear, idempotent and self-adjoint in the inner product sum_j p_j f_j h_j of that row.

As a map of the inputs it is none: self-attention applied twice equals self-attention applied once only where all tokens
are equal (D4l, D4m), and D4n to D4q are a counterexample with formulas for the outputs. For
if twice is once, then the outputs are a fixed point, so they are all equal; and outputs of tokens that differ differ by
at least what D4k says.
"""

from __future__ import annotations

from sympy import Expr, S, Symbol, exp, log

from derivations.geometry.softmax import p
from derivations.index import Delta, Lambda, Tensor, total
from derivations.notation import (
    SANGER,
    Definition,
    a,
    c,
    chain,
    features,
    g,
    have,
    j,
    k,
    keys,
    l,
    n,
    r,
    stationary,
    tau,
    theorem,
    values,
)
from derivations.proof import (
    Algebra,
    ByDefinition,
    Certificate,
    Differentiation,
    Equation,
    Inequality,
    Known,
    LogGap,
    Nonnegative,
    Positive,
    Solving,
    Square,
    Term,
    Use,
    Using,
)

from .gaussian import v

y = Tensor("y", values)
output = Definition("o", (c,), total(p[j] * v[j, c], j))


def spread(point: Tensor | Definition) -> Expr:
    """sum_j p_j |y - v_j|^2."""
    return total(p[j] * total((point[g] - v[j, g]) ** 2, g), j)


stationarity = stationary(spread(y), y[c])
gradient = 2 * y[c] - 2 * total(p[j] * v[j, c], j)

D4a = theorem(
    "D4a",
    "The weighted least-squares point is the attention output",
    SANGER,
    (Positive(tau), stationarity),
    chain(stationarity.lhs, (gradient, Differentiation())),
    have(Equation(gradient, S.Zero), Using((Use(stationarity), Use(0, times=S.NegativeOne)))),
    chain(y[c], (total(p[j] * v[j, c], j), Solving(Use(1)))),
)

D4b = theorem(
    "D4b",
    "It is the only minimiser",
    SANGER,
    (Positive(tau),),
    have(
        Inequality(spread(y), spread(output), Equation(y[c], output[c])),
        Certificate((Term(S.One, Square(y[c] - output[c]), over=(c,)),)),
    ),
)

f, f_ = Tensor("f", keys), Tensor("h", keys)


def projection(of: Tensor) -> Expr:
    """(Pi f)_j = sum_l p_l f_l, the same for every j."""
    return total(p[l] * of[l], l)


D4c = theorem(
    "D4c",
    "The projection is idempotent",
    SANGER,
    (Positive(tau),),
    chain(
        total(p[k] * projection(f), k),
        (projection(f) * total(p[k], k), Algebra()),
        (projection(f), Algebra()),
    ),
    remark="The weights are held fixed here. As a map of the inputs attention is not idempotent: see D4l and the "
    "counterexample D4q.",
)

D4d = theorem(
    "D4d",
    "The projection is self-adjoint in the weighted inner product",
    SANGER,
    (Positive(tau),),
    chain(
        total(p[j] * f[j] * projection(f_), j),
        (projection(f) * projection(f_), Algebra()),
        (total(p[j] * projection(f) * f_[j], j), Algebra()),
    ),
)

token = Tensor("z", keys, features)
affinity = Definition("S", (j, l), total(token[j, a] * token[l, a], a))
P = Definition("P", (j, l), exp(affinity[j, l] / tau) / total(exp(affinity[j, r] / tau), r))
normaliser = Definition("Z", (j,), total(exp(affinity[j, l] / tau), l))
attended = Definition("o", (j, a), total(P[j, l] * token[l, a], l))

D4e = theorem(
    "D4e",
    "Self-attention leaves the tokens as they are only where all are equal",
    SANGER,
    (Positive(tau),),
    have(
        Inequality(
            total(normaliser[j] * token[j, a] * (token[j, a] - attended[j, a]), j, a),
            S.Zero,
            Equation(token[j, a], token[k, a]),
        ),
        Certificate(
            (Term(exp(affinity[j, l] / tau) / 2, Square(token[j, a] - token[l, a]), (j, l, a), (Use(0, {k: l}),)),),
            forward=(Use(0, {l: k}),),
        ),
    ),
    remark="If attention leaves every token as it is, the left side is 0. So the fixed points are the equal tokens.",
)

D4f = theorem(
    "D4f",
    "Two tokens attend to the same output only if their weights are equal",
    SANGER,
    (Positive(tau),),
    have(
        Inequality(
            total((token[j, a] - token[k, a]) * (attended[j, a] - attended[k, a]), a),
            S.Zero,
            Equation(P[j, r], P[k, r]),
        ),
        Certificate(
            (
                Term(tau * P[j, r], LogGap(P[k, r] / P[j, r]), (r,), (Use(0, times=-1 / P[j, r]),)),
                Term(tau * P[k, r], LogGap(P[j, r] / P[k, r]), (r,), (Use(0, times=1 / P[k, r]),)),
            ),
            forward=(Use(0, times=-P[j, r]),),
        ),
    ),
    remark=r"The left side is $\tau$ times the divergence of each row of weights from the other, added.",
)

D4g = theorem(
    "D4g",
    "Tokens whose weights are equal are equal",
    SANGER,
    (Positive(tau),),
    chain(
        tau * (log(P[j, j]) - log(P[j, k]) - log(P[k, j]) + log(P[k, k])),
        (affinity[j, j] - affinity[j, k] - affinity[k, j] + affinity[k, k], Algebra()),
        (total((token[j, a] - token[k, a]) ** 2, a), ByDefinition(("S",))),
    ),
    remark="Where the rows of weights of two tokens are equal, the left side is 0, and so the tokens are equal.",
)

one, other, g_ = (Symbol(name, real=True) for name in ("x", "y", "g"))

D4h = theorem(
    "D4h",
    "Weights whose logarithms differ have roots that differ",
    SANGER,
    (),
    have(
        Inequality((exp(other) - exp(one)) * (other - one), 2 * (exp(other / 2) - exp(one / 2)) ** 2),
        Certificate(
            (Term(2 * exp(other), LogGap(exp((one - other) / 2))), Term(2 * exp(one), LogGap(exp((other - one) / 2))))
        ),
    ),
    remark="The weights are $e^x$ and $e^y$; the left side is what a key adds to the divergence of D4f.",
)

row, other_row = Tensor("x", keys), Tensor("y", keys)
roots = exp(row[r] / 2) - exp(other_row[r] / 2)
at_j, at_k = exp((row[j] - other_row[j]) / 2) - 1, exp((other_row[k] - row[k]) / 2) - 1
different = 1 - Delta(j, k)
shares = exp(-other_row[j]) + exp(-row[k])

divergences = total((exp(row[r]) - exp(other_row[r])) * (row[r] - other_row[r]), r)
distance = total(roots**2, r)
tangent = 2 * g_ * (row[j] - other_row[j] + other_row[k] - row[k]) - g_**2

D4i = theorem(
    "D4i",
    "Rows of weights whose divergence is small have ratios near 1",
    SANGER,
    (Nonnegative(g_),),
    have(
        Inequality(divergences, 2 * distance),
        Certificate((Term(S.One, Known("D4h", {one: other_row[r], other: row[r]}), (r,)),)),
    ),
    have(
        Inequality(4 * shares * distance, 4 * different * (at_j + at_k) ** 2),
        Certificate(
            (
                Term(4 * shares, Square((1 - (Delta(r, j) - Delta(r, k)) ** 2) * roots), (r,)),
                Term(
                    4 * different**2 * exp(-other_row[j] - row[k]),
                    Square(exp(other_row[j]) * at_j - exp(row[k]) * at_k),
                ),
            )
        ),
    ),
    have(
        Inequality(4 * different * (at_j + at_k) ** 2, tangent),
        Certificate(
            (
                Term(S.One, Square(2 * different * (at_j + at_k) - g_)),
                Term(4 * g_ * different**2, LogGap(exp((row[j] - other_row[j]) / 2))),
                Term(4 * g_ * different**2, LogGap(exp((other_row[k] - row[k]) / 2))),
            )
        ),
    ),
    have(
        Inequality(2 * shares * divergences, tangent),
        Certificate((Term(2 * shares, Known(0)), Term(S.One, Known(1)), Term(S.One, Known(2)))),
    ),
    remark="The weights of the two rows are $e^{x_r}$ and $e^{y_r}$. The left side has the divergence of each row from "
    "the other, added.",
)

once = Tensor("y", keys, features)
is_once = Equation(once[j, a], attended[j, a])
apart, weak = Tensor("u", keys, keys), Tensor("w", keys, keys)
is_apart = Equation(apart[j, k], total((token[j, a] - token[k, a]) ** 2, a))
weakness = 2 * tau * (1 / P[j, k] + 1 / P[k, j])
is_weak = Equation(weak[j, k], weakness)
pairs = (Positive(tau), is_once, Nonnegative(apart), is_apart, Positive(weak), is_weak)
pairing = total((token[j, a] - token[k, a]) * (once[j, a] - once[k, a]), a)
of_rows = {
    row: Lambda((r,), affinity[j, r] / tau - log(normaliser[j])),
    other_row: Lambda((r,), affinity[k, r] / tau - log(normaliser[k])),
    g_: apart[j, k] / tau,
}

D4j = theorem(
    "D4j",
    "Attention takes tokens that differ to outputs that differ in their direction",
    SANGER,
    pairs,
    have(
        Inequality(weak[j, k] * pairing, apart[j, k] ** 2),
        Certificate(
            (Term(tau**2, Known("D4i", of_rows)),),
            uses=(
                Use(is_once, times=weakness * (token[j, a] - token[k, a]), over=(a,)),
                Use(is_once, {j: k}, -weakness * (token[j, a] - token[k, a]), (a,)),
                Use(is_apart, times=-2 * apart[j, k]),
                Use(is_weak, times=pairing),
            ),
        ),
    ),
    remark="$u_{jk}$ is the squared distance of two tokens, $y_j$ the output of token $j$.",
)

D4k = theorem(
    "D4k",
    "How far apart the outputs of tokens that differ are at least",
    SANGER,
    pairs,
    have(
        Inequality(total((once[j, a] - once[k, a]) ** 2, a), apart[j, k] ** 3 / weak[j, k] ** 2),
        Certificate(
            (
                Term(
                    S.One,
                    Square(once[j, a] - once[k, a] - apart[j, k] * (token[j, a] - token[k, a]) / weak[j, k]),
                    (a,),
                ),
                Term(2 * apart[j, k] / weak[j, k] ** 2, Known("D4j")),
            ),
            uses=(Use(is_apart, times=apart[j, k] ** 2 / weak[j, k] ** 2),),
        ),
    ),
)

similarity = Definition("S'", (j, l), total(once[j, a] * once[l, a], a))
outputs_partition = Definition("Z'", (j,), total(exp(similarity[j, r] / tau), r))
twice = Definition("y'", (j, a), total(exp(similarity[j, l] / tau) * once[l, a], l) / outputs_partition[j])
is_twice = Equation(twice[j, a], once[j, a])

D4l = theorem(
    "D4l",
    "Attention applied twice is attention applied once only where all tokens are equal",
    SANGER,
    (*pairs, is_twice),
    have(
        Inequality(S.Zero, total(exp(similarity[j, k] / tau) * apart[j, k] ** 3 / weak[j, k] ** 2, j, k)),
        Certificate(
            (Term(exp(similarity[j, k] / tau), Known("D4k"), (j, k)),),
            uses=(Use(is_twice, times=2 * outputs_partition[j] * once[j, a], over=(j, a)),),
        ),
    ),
    remark="No summand is negative, so each is 0: any two tokens are at distance 0. And where all tokens are equal, "
    "their outputs are the tokens again (D4e).",
)

outputs_apart = total(outputs_partition[j] * once[j, a] * (once[j, a] - twice[j, a]), j, a)

D4m = theorem(
    "D4m",
    "How far a second application moves the outputs at least",
    SANGER,
    pairs,
    have(
        Inequality(2 * outputs_apart, total(exp(similarity[j, k] / tau) * apart[j, k] ** 3 / weak[j, k] ** 2, j, k)),
        Certificate((Term(exp(similarity[j, k] / tau), Known("D4k"), (j, k)),)),
    ),
    remark="$y'$ is attention applied twice. The right side is positive as soon as two tokens differ, and so "
    "$y' = y$ for no such input.",
)

squared, extra = Symbol("kappa", real=True), Symbol("omega", real=True)
orthogonal = Equation(affinity[j, l], squared * Delta(j, l))
own_weight = Equation(exp(affinity[j, l] / tau), 1 + extra * Delta(j, l))
example = (Positive(tau), Positive(squared), Positive(extra), orthogonal, own_weight, is_once)
all_tokens = n + extra
applied_once = (extra * token[j, a] + total(token[l, a], l)) / all_tokens
closeness = squared / all_tokens**2 * (n + 2 * extra + extra**2 * Delta(j, l))

D4n = theorem(
    "D4n",
    "A counterexample: orthogonal tokens of one length are drawn to their mean",
    SANGER,
    example,
    chain(
        once[j, a],
        (attended[j, a], Using((Use(is_once),))),
        (
            (extra * token[j, a] + total(token[l, a], l)) / normaliser[j],
            Using((Use(own_weight, times=token[l, a] / normaliser[j], over=(l,)),)),
        ),
        (applied_once, Using((Use(own_weight, times=-applied_once / normaliser[j], over=(l,)),))),
    ),
    remark=r"The tokens have the squared length $\kappa$; the hypothesis with $\omega$ is the one before it under the "
    r"exponential, for $\omega = e^{\kappa / \tau} - 1$. There are such tokens where $d \ge n$.",
)

D4o = theorem(
    "D4o",
    "How close the outputs of these tokens are",
    SANGER,
    example,
    chain(
        similarity[j, l],
        (
            total(applied_once * once[l, a], a),
            Using((Use("D4n", times=once[l, a], over=(a,)),)),
        ),
        (
            total(applied_once * (extra * token[l, a] + total(token[r, a], r)) / all_tokens, a),
            Using((Use("D4n", {j: l}, applied_once, (a,)),)),
        ),
        (
            closeness,
            Using(
                (
                    Use(orthogonal, times=extra**2 / all_tokens**2),
                    Use(orthogonal, {l: r}, extra / all_tokens**2, (r,)),
                    Use(orthogonal, {j: r}, extra / all_tokens**2, (r,)),
                    Use(orthogonal, {j: k, l: r}, 1 / all_tokens**2, (k, r)),
                )
            ),
        ),
    ),
)

drawn = squared * extra**2 / all_tokens**2

D4p = theorem(
    "D4p",
    "How far a second application moves these outputs",
    SANGER,
    example,
    chain(
        outputs_apart,
        (
            total(exp(similarity[j, l] / tau) * drawn * (1 - Delta(j, l)), j, l),
            Using(
                (
                    Use("D4o", {l: j}, outputs_partition[j], (j,)),
                    Use("D4o", times=-exp(similarity[j, l] / tau), over=(j, l)),
                )
            ),
        ),
    ),
)

D4q = theorem(
    "D4q",
    "So for two or more of these tokens attention applied twice is not attention applied once",
    SANGER,
    example,
    have(
        Inequality(outputs_apart, n * (n - 1) * drawn),
        Certificate(
            (
                Term(drawn * (1 - Delta(j, l)) ** 2, LogGap(exp(similarity[j, l] / tau)), (j, l)),
                Term(drawn * squared * (n + 2 * extra) / (tau * all_tokens**2), Square(1 - Delta(j, l)), (j, l)),
            ),
            uses=(Use("D4p"), Use("D4o", times=drawn * (1 - Delta(j, l)) / tau, over=(j, l))),
        ),
    ),
    remark="The right side is positive for two tokens or more. So as a map of the inputs attention is not idempotent, "
    "and no projection. A projection is what takes values to their weighted mean while one query's weights are held "
    "fixed (D4c, D4d).",
)
