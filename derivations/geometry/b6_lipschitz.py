"""B6. The Fisher matrix is at most the identity over 2 tau^2, so softmax is 1/(2 tau)-Lipschitz."""

from __future__ import annotations

from sympy import Expr, Integer, Rational, S, Symbol, log

from derivations.index import At, Delta, Index, Lambda, Partial, Tensor, total
from derivations.notation import LITMAN, Definition, chain, have, j, k, keys, n, r, softmax, tau, theorem
from derivations.proof import (
    Algebra,
    Between,
    Certificate,
    Inequality,
    Known,
    Nonnegative,
    Positive,
    Square,
    Term,
)

from .b5_quadratic_form import quadratic_form
from .softmax import fisher, p, s, x

half = Rational(1, 2)

B6a = theorem(
    "B6a",
    "The Fisher matrix is at most the identity over $2 \\tau^2$",
    LITMAN,
    (Positive(tau),),
    have(
        Inequality(total(x[j] ** 2, j) / (2 * tau**2), quadratic_form),
        Certificate(
            (
                Term(2 / tau**2, Square(x[j] * (half - p[j])), over=(j,)),
                Term(p[j] * p[k] / (2 * tau**2), Square((1 - Delta(j, k)) * (x[j] + x[k])), over=(j, k)),
            )
        ),
    ),
    remark=r"The factor $1 - \delta_{jk}$ is its own square: only different keys count.",
)

y = Tensor("y", keys)
step = Tensor("h", keys)
constant = 1 / (2 * tau)
young = half * (total(y[j] ** 2, j) + constant**2 * total(step[j] ** 2, j))

B6b = theorem(
    "B6b",
    "A bound on the Hessian of the potential as a bilinear form",
    LITMAN,
    (Positive(tau),),
    have(
        Inequality(young, tau * total(y[j] * fisher[j, k] * step[k], j, k)),
        Certificate(
            (
                Term(tau**2 / 2, Known("B5c", {x: Lambda((j,), y[j] - constant * step[j])})),
                Term(tau**2 / 2, Known("B6a", {x: Lambda((j,), y[j] + constant * step[j])})),
                Term(half / 2, Square(y[j] - constant * step[j]), over=(j,)),
            )
        ),
    ),
    remark=r"Four times the pairing is the difference of the quadratic forms of $y + h / (2 \tau)$ and "
    r"$y - h / (2 \tau)$, times $2 \tau$.",
)

t = Symbol("t", real=True)
p_on_the_way = softmax("p(t)", lambda index: s[index] + t * step[index])
component = total(y[j] * p_on_the_way[j], j)

B6c = theorem(
    "B6c",
    "A bound on the change of the weights in any one direction",
    LITMAN,
    (Positive(tau),),
    have(
        Inequality(young, Partial(component, t)),
        Certificate((Term(S.One, Known("B6b", {s: Lambda((j,), s[j] + t * step[j])})),)),
    ),
    have(Inequality(young, At(component, t, S.One) - At(component, t, S.Zero)), Between(0)),
    remark="The slope is the pairing of B6b at the scores on the way, and the bound does not depend on them.",
)

moved = Tensor("s'", keys)
p_moved = softmax("p'", lambda index: moved[index])
difference = Lambda((j,), p_moved[j] - p[j])

B6d = theorem(
    "B6d",
    "Softmax is Lipschitz with the constant $1 / (2 \\tau)$",
    LITMAN,
    (Positive(tau),),
    have(
        Inequality(total((moved[j] - s[j]) ** 2, j) / (4 * tau**2), total(difference(j) ** 2, j)),
        Certificate((Term(Integer(2), Known("B6c", {step: Lambda((j,), moved[j] - s[j]), y: difference})),)),
    ),
    remark="No smaller constant will do: see B6f.",
)

t_key = keys.index("t")


def pair(index: Index) -> Expr:
    """1 at key r, -1 at key t, 0 elsewhere."""
    return Delta(index, r) - Delta(index, t_key)


def gap(matrix: Expr) -> Expr:
    """What the bound of B6a is above the quadratic form of a matrix of entries jk, for the difference of two keys."""
    return total(pair(j) ** 2, j) / (2 * tau**2) - total(pair(j) * matrix * pair(k), j, k)


different = 1 - Delta(r, t_key)

B6e = theorem(
    "B6e",
    "How far the bound is from an equality for the difference of two keys",
    LITMAN,
    (Positive(tau),),
    chain(
        gap(fisher[j, k]),
        (different * (1 - p[r] - p[t_key] + (p[r] - p[t_key]) ** 2) / tau**2, Algebra()),
    ),
    remark="So the bound of B6a is an equality where two keys share all weight equally.",
)

ahead = Symbol("y", real=True)


def raised(index: Index) -> Expr:
    """Scores that are higher at the keys r and t than elsewhere."""
    return tau * log(1 + ahead * (Delta(index, r) + Delta(index, t_key)))


p_raised = softmax("p", raised, rows=(r, t_key))
fisher_raised = Definition(
    "F",
    (r, t_key, j, k),
    (p_raised[r, t_key, j] * Delta(j, k) - p_raised[r, t_key, j] * p_raised[r, t_key, k]) / tau**2,
)

B6f = theorem(
    "B6f",
    "The bound on the Fisher matrix is sharp for any number of keys",
    LITMAN,
    (Positive(tau), Nonnegative(ahead)),
    chain(
        gap(fisher_raised[r, t_key, j, k]),
        (different * (n - 2) / ((n + 2 * ahead) * tau**2), Algebra()),
    ),
    remark="It is B6e for these scores; $y$ says how far the keys $r$ and $t$ are ahead. The gap falls as $1 / y$, and "
    r"for two keys it is 0 throughout. So no constant below $1 / (2 \tau^2)$ will do in B6a; the Jacobian of softmax "
    r"is $\tau F$ (B4), so none below $1 / (2 \tau)$ in B6d.",
)
