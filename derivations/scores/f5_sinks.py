"""F5. A sink: one more logit in the normaliser, with a weight and with value 0.

The normaliser of row i is omega exp(zeta) + sum_l W_il exp(z_il), and psi_i is the sink's weight in it.
"""

from __future__ import annotations

from sympy import S, exp, log

from derivations.index import Delta, Partial, total
from derivations.learning.a6_prior_vjp import ell
from derivations.learning.loss import G, H, U, V
from derivations.notation import OWN, Definition, c, chain, h, i, j, l, theorem
from derivations.proof import Algebra, ByDefinition, Differentiation, Equation, Rewriting, Solving, Use, Using

from .objects import Z, plain, zeta

P, psi, O, D, dz = plain.weights, plain.sink, plain.output, plain.baseline, plain.gradient
partition = plain.partition(i)
normalised = Equation(psi[i] + total(P[i, j], j), S.One)

F5a = theorem(
    "F5a",
    "The log-sum-exp with a sink",
    OWN,
    (*plain.given(i), normalised),
    chain(partition, (exp(ell[i]), Using((Use(normalised, times=exp(ell[i])),)))),
    chain(ell[i], (log(partition), Solving(Use(0)))),
    remark=r"The hypothesis says that the weights and the sink's sum to 1. With $\omega = 0$ there is no sink, and "
    "this is A6p.",
)

F5b = theorem(
    "F5b",
    "The output with a sink",
    OWN,
    plain.rows(i),
    chain(
        O[i, c],
        (total(P[i, j] * V[j, c], j), ByDefinition(("O",))),
        (total(plain.unnormalised(i, j) * V[j, c], j) / partition, Rewriting(Use(plain.saved(i)))),
    ),
    remark=r"The sink is a key of score $\zeta$ and weight $\omega$ whose value is 0. A row in which only the sink has "
    r"a weight has output 0 and log-sum-exp $\zeta + \log \omega$.",
)

F5c = theorem(
    "F5c",
    "The weights sum to what the sink leaves",
    OWN,
    plain.rows(i),
    chain(total(P[i, j], j), (1 - psi[i], Rewriting(Use(plain.saved(i))))),
)

F5d = theorem(
    "F5d",
    "With a sink too, the baseline is the cotangent times the output",
    OWN,
    (),
    chain(
        total(P[i, j] * U[i, j], j),
        (total(G[i, c] * total(P[i, j] * V[j, c], j), c), ByDefinition(("U",))),
        (D[i], ByDefinition(("D", "O"))),
    ),
)

direct = plain.direct
mean = Definition("D^Z", (i,), total(direct[i, l] * U[i, l], l))
rows, loss = plain.rows(h), plain.loss

F5e = theorem(
    "F5e",
    "With a sink, the gradient of the share of a row in the scores",
    OWN,
    rows,
    chain(
        Partial(loss[h], Z[i, j]),
        (Delta(h, i) * direct[h, j] * (U[h, j] - mean[h] + H[h]), Differentiation()),
        (Delta(h, i) * dz[h, j], Rewriting(Use(plain.saved(h)))),
    ),
    remark="$L_h$ is the share of row $h$ in the loss. The scores of a row meet its own share only, and so do its bias "
    "and its query.",
)

F5f = theorem(
    "F5f",
    "With a sink, the gradient in the scores",
    OWN,
    rows,
    chain(total(Partial(loss[h], Z[i, j]), h), (dz[i, j].body, Using((Use("F5e", over=(h,)),)))),
    remark="The loss is the sum of the shares of its rows.",
)

F5g = theorem(
    "F5g",
    "The gradient in the sink's logit",
    OWN,
    rows,
    chain(
        Partial(loss[h], zeta),
        (plain.direct_sink(h) * (H[h] - mean[h]), Differentiation()),
        (psi[h] * (H[h] - D[h]), Rewriting(Use(plain.saved(h)))),
    ),
    chain(
        total(Partial(loss[h], zeta), h),
        (total(psi[i] * (H[i] - D[i]), i), Using((Use(1, over=(h,)),))),
    ),
)

F5h = theorem(
    "F5h",
    "With a sink, the gradient in the values",
    OWN,
    rows,
    chain(
        Partial(loss[h], V[j, c]),
        (direct[h, j] * G[h, c], Differentiation()),
        (P[h, j] * G[h, c], Rewriting(Use(plain.saved(h)))),
    ),
    chain(
        total(Partial(loss[h], V[j, c]), h),
        (total(P[i, j] * G[i, c], i), Using((Use(1, over=(h,)),))),
    ),
)

F5i = theorem(
    "F5i",
    "A shift of all logits of a row and its gradients: those in the scores and in the sink's logit sum to $H_i$",
    OWN,
    plain.rows(i),
    chain(
        total(dz[i, j], j) + psi[i] * (H[i] - D[i]),
        (total(P[i, j] * U[i, j], j) + (H[i] - D[i]) * (total(P[i, j], j) + psi[i]), Algebra()),
        (D[i] + (H[i] - D[i]) * (total(P[i, j], j) + psi[i]), Using((Use("F5d"),))),
        (H[i], Using((Use("F5c", times=H[i] - D[i]),))),
    ),
    remark="Without the cotangent of the log-sum-exp they sum to 0: a shift changes no output.",
)
