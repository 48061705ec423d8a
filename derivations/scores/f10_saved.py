r"""F10. What a schedule computes from arrays that it has saved.

The weights p, the output o and the capped scores are arrays of their own here, with what they are as hypotheses; so
are $\mu_i = H_i - D_i$, by which a row's utilities are shifted, and the arrays with one more place (F8m, F8n).
"""

from __future__ import annotations

from sympy import S

from derivations.index import Partial, Tensor, total
from derivations.learning.c6_jvp import dV
from derivations.learning.loss import G, H, K, Q, U, V
from derivations.notation import LITMAN, Definition, a, c, chain, h, i, j, keys, queries, theorem, values
from derivations.proof import ByDefinition, Equation, Use, Using

from .f2_softcap import given as capped_by
from .f2_softcap import through
from .f7_jvp import ell_tangent, z_tangent, zeta_tangent
from .f8_blocks import (
    at,
    cotangent_and_one,
    key_and_one,
    of_features,
    of_shift,
    of_values,
    query_and_one,
    to,
    value_and_one,
)
from .f9_shift import query_norm
from .objects import X, Z, biased, dY, kappa, plain, sigma, x, y, zeta

p, o = Tensor("p", queries, keys), Tensor("o", queries, values)
capped = Tensor("y^s", queries, keys)
q_and_one, k_and_one = Tensor("q^+", queries, at.axis), Tensor("k^+", keys, at.axis)
g_and_one, v_and_one = Tensor("g^+", queries, to.axis), Tensor("v^+", keys, to.axis)

is_weight = Equation(p[i, j], plain.weights[i, j])
is_output = Equation(o[i, c], plain.output[i, c])
is_shift = Equation(of_shift[i], H[i] - plain.baseline[i])

F10a = theorem(
    "F10a",
    "The mean utility from the saved output",
    LITMAN,
    (is_output,),
    chain(
        plain.baseline[i],
        (total(G[i, c] * plain.output[i, c], c), ByDefinition(("D",))),
        (total(G[i, c] * o[i, c], c), Using((Use(is_output, times=-G[i, c], over=(c,)),))),
    ),
)

products = (Equation(g_and_one[i, to], cotangent_and_one[i, to]), Equation(v_and_one[j, to], value_and_one[j, to]))

F10b = theorem(
    "F10b",
    "The gradient in the scores from the weights and one product",
    LITMAN,
    (*plain.rows(h), is_weight, is_shift, *products, *of_values),
    chain(
        total(g_and_one[i, to] * v_and_one[j, to], to),
        (
            total(cotangent_and_one[i, to] * value_and_one[j, to], to),
            Using(
                (
                    Use(products[0], times=v_and_one[j, to], over=(to,)),
                    Use(products[1], times=cotangent_and_one[i, to], over=(to,)),
                )
            ),
        ),
        (U[i, j] + of_shift[i], Using((Use("F8n"),))),
    ),
    chain(
        total(Partial(plain.loss[h], Z[i, j]), h),
        (plain.gradient[i, j].body, Using((Use("F5f"),))),
        (
            p[i, j] * (U[i, j] + of_shift[i]),
            Using(
                (
                    Use(is_weight, times=-(U[i, j] + of_shift[i])),
                    Use(is_shift, times=-plain.weights[i, j]),
                )
            ),
        ),
        (p[i, j] * total(g_and_one[i, to] * v_and_one[j, to], to), Using((Use(1, times=-p[i, j]),))),
    ),
)

F10c = theorem(
    "F10c",
    "The gradient in the values from the saved weights",
    LITMAN,
    (*plain.rows(h), is_weight),
    chain(
        total(Partial(plain.loss[h], V[j, c]), h),
        (total(plain.weights[i, j] * G[i, c], i), Using((Use("F5h"),))),
        (total(p[i, j] * G[i, c], i), Using((Use(is_weight, times=-G[i, c], over=(i,)),))),
    ),
)

F10d = theorem(
    "F10d",
    "The gradient in the sink's logit from the shift of the utilities",
    LITMAN,
    (*plain.rows(h), is_shift),
    chain(
        total(Partial(plain.loss[h], zeta), h),
        (total(plain.sink[i] * (H[i] - plain.baseline[i]), i), Using((Use("F5g"),))),
        (total(plain.sink[i] * of_shift[i], i), Using((Use(is_shift, times=-plain.sink[i], over=(i,)),))),
    ),
)

is_capped = Equation(capped[i, j], y[i, j])

F10e = theorem(
    "F10e",
    "The gradient in what is capped from the saved capped scores",
    LITMAN,
    (*capped_by, is_capped),
    chain(
        Partial(through, X[i, j]),
        (dY[i, j] * (1 - (y[i, j] / kappa) ** 2), Using((Use("F2e"),))),
        (
            dY[i, j] * (1 - (capped[i, j] / kappa) ** 2),
            Using((Use(is_capped, times=dY[i, j] * (capped[i, j] + y[i, j]) / kappa**2),)),
        ),
    ),
)

moved, weighted = Tensor("s", queries), Tensor("n", queries, values)
is_moved = Equation(moved[i], total(p[i, j] * z_tangent[i, j], j))
is_weighted = Equation(weighted[i, c], total(p[i, j] * (z_tangent[i, j] * V[j, c] + dV[j, c]), j))

F10f = theorem(
    "F10f",
    "The tangent of the log-sum-exp from the saved weights",
    LITMAN,
    (is_weight, is_moved),
    chain(
        ell_tangent[i],
        (
            total(p[i, j] * z_tangent[i, j], j) + plain.sink[i] * zeta_tangent,
            Using((Use(is_weight, times=-z_tangent[i, j], over=(j,)),)),
        ),
        (moved[i] + plain.sink[i] * zeta_tangent, Using((Use(is_moved, times=S.NegativeOne),))),
    ),
    remark="By F7d it is the derivative of the log-sum-exp along the tangents.",
)

ell_moved = Tensor("lambda", queries)
is_ell_moved = Equation(ell_moved[i], ell_tangent[i])
output_tangent = Definition(
    "O'",
    (i, c),
    total(plain.weights[i, j] * z_tangent[i, j] * V[j, c], j)
    + total(plain.weights[i, j] * dV[j, c], j)
    - ell_tangent[i] * plain.output[i, c],
)

F10g = theorem(
    "F10g",
    "The tangent of the output from the saved weights and output",
    LITMAN,
    (is_weight, is_output, is_ell_moved, is_weighted),
    chain(
        output_tangent[i, c],
        (
            total(p[i, j] * (z_tangent[i, j] * V[j, c] + dV[j, c]), j) - ell_tangent[i] * plain.output[i, c],
            Using((Use(is_weight, times=-(z_tangent[i, j] * V[j, c] + dV[j, c]), over=(j,)),)),
        ),
        (
            weighted[i, c] - ell_moved[i] * o[i, c],
            Using(
                (
                    Use(is_weighted, times=S.NegativeOne),
                    Use(is_ell_moved, times=o[i, c]),
                    Use(is_output, times=ell_tangent[i]),
                )
            ),
        ),
    ),
    remark="By F7e it is the derivative of the output along the tangents.",
)

F10h = theorem(
    "F10h",
    "The scores are the capped ones and the bias",
    LITMAN,
    (),
    chain(biased.z[i, j], (biased.z[i, j].body, ByDefinition(("z",)))),
)

F10i = theorem(
    "F10i",
    "The capped score",
    LITMAN,
    capped_by,
    chain(y[i, j], (y[i, j].body, ByDefinition(("y",)))),
)

appended = (Equation(q_and_one[i, at], query_and_one[i, at]), Equation(k_and_one[j, at], key_and_one[j, at]))

F10j = theorem(
    "F10j",
    "A scaled score less a shift of its row from the saved arrays with one more place",
    LITMAN,
    (*appended, *of_features),
    chain(
        x[i, j] + of_shift[i],
        (total(query_and_one[i, at] * key_and_one[j, at], at), Using((Use("F8m", times=S.NegativeOne),))),
        (
            total(q_and_one[i, at] * k_and_one[j, at], at),
            Using(
                (
                    Use(appended[0], times=-key_and_one[j, at], over=(at,)),
                    Use(appended[1], times=-q_and_one[i, at], over=(at,)),
                )
            ),
        ),
    ),
)

F10k, F10l, F10m, F10n = (
    theorem(
        name,
        f"The {what} with one more place",
        LITMAN,
        (),
        chain(array[array.params], (array[array.params].body, ByDefinition((array.name,)))),
    )
    for name, what, array in (
        ("F10k", "query", query_and_one),
        ("F10l", "key", key_and_one),
        ("F10m", "cotangent", cotangent_and_one),
        ("F10n", "value", value_and_one),
    )
)

mean = Tensor("D^s", queries)
is_mean = Equation(mean[i], plain.baseline[i])

F10o = theorem(
    "F10o",
    "The shift of the utilities from the saved mean",
    LITMAN,
    (is_mean,),
    chain(H[i] - plain.baseline[i], (H[i] - mean[i], Using((Use(is_mean),)))),
)

F10p = theorem(
    "F10p",
    "What the keys add to the tangent of the log-sum-exp, from the saved weights",
    LITMAN,
    (is_weight,),
    chain(
        total(plain.weights[i, j] * z_tangent[i, j], j),
        (total(p[i, j] * z_tangent[i, j], j), Using((Use(is_weight, times=-z_tangent[i, j], over=(j,)),))),
    ),
)

F10q = theorem(
    "F10q",
    "What they add to the tangent of the output",
    LITMAN,
    (is_weight,),
    chain(
        total(plain.weights[i, j] * (z_tangent[i, j] * V[j, c] + dV[j, c]), j),
        (
            total(p[i, j] * z_tangent[i, j] * V[j, c], j) + total(p[i, j] * dV[j, c], j),
            Using((Use(is_weight, times=-(z_tangent[i, j] * V[j, c] + dV[j, c]), over=(j,)),)),
        ),
    ),
    remark="Both are sums over the keys, so the blocks add up.",
)

F10r = theorem(
    "F10r",
    "The squared norm of a query, by which its scores are bounded",
    LITMAN,
    (),
    chain(query_norm[i], (query_norm[i].body, ByDefinition((query_norm.name,)))),
    remark="By F9c; the keys' norms are the same sum.",
)

F10s = theorem(
    "F10s",
    "The scaled score is the product of the scaled query and the key",
    LITMAN,
    (),
    chain(x[i, j], (total(sigma * Q[i, a] * K[j, a], a), ByDefinition(("x", "S")))),
)
