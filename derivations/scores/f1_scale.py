"""F1. The scale: x = sigma <Q_i, K_j>, for any real sigma. Gradients in query, key and scale."""

from __future__ import annotations

from sympy import S

from derivations.index import Partial, total
from derivations.learning import loss as c5
from derivations.learning.loss import B, K, Q
from derivations.notation import OWN, Definition, a, chain, i, j, tau, theorem
from derivations.proof import ByDefinition, Differentiation, Positive, Rewriting, Use, Using

from .objects import dX, product, scaled, sigma, x

through = total(dX[i, j] * x[i, j], i, j)
moved = Definition("R", (i, a), total(dX[i, j] * K[j, a], j))

F1a = theorem(
    "F1a",
    "The gradient in the queries from that in the scaled scores",
    OWN,
    (),
    chain(Partial(through, Q[i, a]), (sigma * moved[i, a], Differentiation())),
    remark=r"$dx_{ij}$ is the gradient in $x_{ij}$; the loss meets queries, keys and scale through $x$ only.",
)

F1b = theorem(
    "F1b",
    "The gradient in the keys from that in the scaled scores",
    OWN,
    (),
    chain(Partial(through, K[j, a]), (sigma * total(dX[i, j] * Q[i, a], i), Differentiation())),
)

F1c = theorem(
    "F1c",
    "The gradient in the scale from that in the scaled scores",
    OWN,
    (),
    chain(
        Partial(through, sigma),
        (total(dX[i, j] * product[i, j], i, j), Differentiation()),
        (total(Q[i, a] * moved[i, a], i, a), ByDefinition(("S", "R"))),
    ),
    remark=r"The last form takes $R$ from the gradient in the queries, and nothing is divided by the scale, which may "
    "be 0.",
)

dz, loss, rows = scaled.gradient, scaled.loss, scaled.rows(i)
direct = scaled.direct_gradient[i, j]
of_rows = Definition("R", (i, a), total(dz[i, j] * K[j, a], j))

F1d = theorem(
    "F1d",
    "The gradient of the loss in the scaled scores (and in a bias added to them)",
    OWN,
    rows,
    chain(
        Partial(loss[i], B[i, j]),
        (direct, Differentiation()),
        (dz[i, j].body, Rewriting(Use(scaled.saved(i)))),
    ),
    remark=r"$L_i$ is the share of row $i$ in the loss (F5e), and $u_{ij} = \partial L_i / \partial P_{ij} = "
    r"\langle G_i, V_j \rangle$ its utilities, which do not move with the scores. Their mean $D_i$ is "
    r"$\langle G_i, O_i \rangle$ (F5d).",
)

F1e = theorem(
    "F1e",
    "The gradient of the loss in the queries",
    OWN,
    rows,
    chain(
        Partial(loss[i], Q[i, a]),
        (sigma * total(direct * K[j, a], j), Differentiation()),
        (sigma * of_rows[i, a], Rewriting(Use(scaled.saved(i)))),
    ),
    remark="It is F1a, for the gradient of F1d.",
)

F1f = theorem(
    "F1f",
    "The gradient of the share of a row in the keys",
    OWN,
    rows,
    chain(
        Partial(loss[i], K[j, a]),
        (sigma * direct * Q[i, a], Differentiation()),
        (sigma * dz[i, j] * Q[i, a], Rewriting(Use(scaled.saved(i)))),
    ),
)

F1g = theorem(
    "F1g",
    "The gradient of the loss in the keys",
    OWN,
    rows,
    chain(
        total(Partial(loss[i], K[j, a]), i),
        (sigma * total(dz[i, j] * Q[i, a], i), Using((Use("F1f", over=(i,)),))),
    ),
    remark="It is F1b, for the gradient of F1d.",
)

F1h = theorem(
    "F1h",
    "The gradient of the share of a row in the scale",
    OWN,
    rows,
    chain(
        Partial(loss[i], sigma),
        (total(direct * product[i, j], j), Differentiation()),
        (total(dz[i, j] * product[i, j], j), Rewriting(Use(scaled.saved(i)))),
    ),
)

F1i = theorem(
    "F1i",
    "The gradient of the loss in the scale",
    OWN,
    rows,
    chain(
        total(Partial(loss[i], sigma), i),
        (total(Q[i, a] * of_rows[i, a], i, a), Using((Use("F1h", over=(i,)),))),
    ),
    remark="It is F1c, for the gradient of F1d.",
)

in_scores = Definition("dx", (i, j), tau * c5.dS[i, j])

F1j = theorem(
    "F1j",
    r"With $\sigma = 1 / \tau$ the gradient in the queries is C5's",
    OWN,
    (Positive(tau),),
    chain(
        1 / tau * total(in_scores[i, j] * K[j, a], j),
        (total(c5.dS[i, j] * K[j, a], j), ByDefinition(("dx",))),
        (Partial(c5.output_loss, Q[i, a]), Using((Use("C5c", times=S.NegativeOne),))),
    ),
    remark=r"$S_{ij} / \tau$ is the scaled score, and its gradient is $\tau$ times that in $S_{ij}$.",
)
