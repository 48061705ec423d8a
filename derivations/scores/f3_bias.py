"""F3. An additive bias: z = y + B, after scale and softcap."""

from __future__ import annotations

from sympy import exp

from derivations.index import Partial, Tensor, total
from derivations.learning.a6_prior_vjp import W
from derivations.learning.loss import B
from derivations.notation import OWN, chain, heads, i, j, keys, l, queries, theorem
from derivations.proof import Algebra, Differentiation, Nonnegative, Positive, Rewriting, Use, Using

from .objects import Y, biased, dZ, omega, zeta

f = heads.index("f")
z, dz, loss = biased.z, biased.gradient, biased.loss
through = total(dZ[i, j] * z[i, j], i, j)

F3a = theorem(
    "F3a",
    "The gradient in a bias is that in the scores",
    OWN,
    (),
    chain(Partial(through, B[i, j]), (dZ[i, j], Differentiation())),
)

F3b = theorem(
    "F3b",
    "The gradient in what the bias is added to is that in the scores",
    OWN,
    (),
    chain(
        Partial(through, Y[i, j]),
        (Partial(through, B[i, j]), Differentiation()),
        (dZ[i, j], Using((Use("F3a"),))),
    ),
    remark=r"Scale, softcap, bias, mask: the softcap comes before the bias. The other order, $\kappa \tanh((x + B) / "
    r"\kappa)$, is another function, in which a bias of $-\infty$ hides nothing, for it is capped too.",
)

F3c = theorem(
    "F3c",
    "The gradient of the loss in a bias",
    OWN,
    biased.rows(i),
    chain(
        Partial(loss[i], B[i, j]),
        (biased.direct_gradient[i, j], Differentiation()),
        (dz[i, j].body, Rewriting(Use(biased.saved(i)))),
    ),
    remark="It is F3a, for the gradient of F5f, whose utilities $u_{ij}$ are $\\langle G_i, V_j \\rangle$.",
)

of_key, of_row = Tensor("b", keys), Tensor("b", queries)

F3d = theorem(
    "F3d",
    "The gradient in a bias that all queries share is the sum over the queries",
    OWN,
    (),
    chain(
        Partial(total(dZ[i, j] * (Y[i, j] + of_key[j]), i, j), of_key[j]),
        (total(dZ[i, j], i), Differentiation()),
    ),
    remark="So for every axis that the bias does not have: its gradient has the shape of the bias.",
)

F3e = theorem(
    "F3e",
    "The gradient in a bias that all keys share is the sum over the keys",
    OWN,
    (),
    chain(
        Partial(total(dZ[i, j] * (Y[i, j] + of_row[i]), i, j), of_row[i]),
        (total(dZ[i, j], j), Differentiation()),
    ),
)

y_of_heads, dz_of_heads = Tensor("y", heads, queries, keys), Tensor("dz", heads, queries, keys)

F3f = theorem(
    "F3f",
    "The gradient in a bias that all heads share is the sum over the heads",
    OWN,
    (),
    chain(
        Partial(total(dz_of_heads[f, i, j] * (y_of_heads[f, i, j] + B[i, j]), f, i, j), B[i, j]),
        (total(dz_of_heads[f, i, j], f), Differentiation()),
    ),
    remark="A batch is an axis like the heads.",
)

F3g = theorem(
    "F3g",
    "A bias is a weight, with a sink too",
    OWN,
    (Nonnegative(W), Nonnegative(omega), Positive(biased.partition(i))),
    chain(
        biased.direct[i, j],
        (
            W[i, j]
            * exp(B[i, j])
            * exp(Y[i, j])
            / (omega * exp(zeta) + total(W[i, l] * exp(B[i, l]) * exp(Y[i, l]), l)),
            Algebra(),
        ),
    ),
    remark=r"It is A6k. A bias of $-\infty$ is the weight $e^{-\infty} = 0$.",
)
