r"""F10. What a schedule computes from arrays that it has saved.

The weights p, the output o and the capped scores are arrays of their own here, with what they are as hypotheses; so
are $\mu_i = H_i - D_i$, by which a row's utilities are shifted, and the arrays with one more place (F8m, F8n).
"""

from __future__ import annotations

from sympy import S, exp

from derivations.index import Partial, Tensor, total
from derivations.learning.a6_prior_vjp import W, ell
from derivations.learning.c6_jvp import dV
from derivations.learning.loss import G, H, K, Q, U, V
from derivations.notation import OWN, Definition, a, c, chain, features, h, i, j, keys, queries, theorem, values
from derivations.proof import ByDefinition, Equation, Use, Using

from .f1_scale import moved as of_scores
from .f1_scale import through as through_scale
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
from .objects import X, Z, biased, dX, dY, kappa, plain, sigma, x, y, zeta

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
    OWN,
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
    OWN,
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
    OWN,
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
    OWN,
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
    OWN,
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
    OWN,
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
    OWN,
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
    OWN,
    (),
    chain(biased.z[i, j], (biased.z[i, j].body, ByDefinition(("z",)))),
)

F10i = theorem(
    "F10i",
    "The capped score",
    OWN,
    capped_by,
    chain(y[i, j], (y[i, j].body, ByDefinition(("y",)))),
)

appended = (Equation(q_and_one[i, at], query_and_one[i, at]), Equation(k_and_one[j, at], key_and_one[j, at]))

F10j = theorem(
    "F10j",
    "A scaled score less a shift of its row from the saved arrays with one more place",
    OWN,
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
        OWN,
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
    OWN,
    (is_mean,),
    chain(H[i] - plain.baseline[i], (H[i] - mean[i], Using((Use(is_mean),)))),
)

F10p = theorem(
    "F10p",
    "What the keys add to the tangent of the log-sum-exp, from the saved weights",
    OWN,
    (is_weight,),
    chain(
        total(plain.weights[i, j] * z_tangent[i, j], j),
        (total(p[i, j] * z_tangent[i, j], j), Using((Use(is_weight, times=-z_tangent[i, j], over=(j,)),))),
    ),
)

F10q = theorem(
    "F10q",
    "What they add to the tangent of the output",
    OWN,
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
    OWN,
    (),
    chain(query_norm[i], (query_norm[i].body, ByDefinition((query_norm.name,)))),
    remark="By F9c; the keys' norms are the same sum.",
)

scaled_query = Definition("Q^s", (i, a), sigma * Q[i, a])
q_scaled, mixed = Tensor("q^s", queries, features), Tensor("r", queries, features)
is_scaled, is_mixed = Equation(q_scaled[i, a], scaled_query[i, a]), Equation(mixed[i, a], of_scores[i, a])

F10s = theorem(
    "F10s",
    "The scaled query",
    OWN,
    (),
    chain(scaled_query[i, a], (scaled_query[i, a].body, ByDefinition(("Q^s",)))),
)

F10t = theorem(
    "F10t",
    "The scaled score from the saved scaled query",
    OWN,
    (is_scaled,),
    chain(
        x[i, j],
        (total(scaled_query[i, a] * K[j, a], a), ByDefinition(("x", "S", "Q^s"))),
        (total(q_scaled[i, a] * K[j, a], a), Using((Use(is_scaled, times=-K[j, a], over=(a,)),))),
    ),
)

F10u = theorem(
    "F10u",
    "The gradient in the keys from the saved scaled query",
    OWN,
    (is_scaled,),
    chain(
        Partial(through_scale, K[j, a]),
        (sigma * total(dX[i, j] * Q[i, a], i), Using((Use("F1b"),))),
        (total(dX[i, j] * q_scaled[i, a], i), Using((Use(is_scaled, times=-dX[i, j], over=(i,)),))),
    ),
)

F10v = theorem(
    "F10v",
    "The mixed keys, which add up over blocks of keys",
    OWN,
    (),
    chain(of_scores[i, a], (of_scores[i, a].body, ByDefinition((of_scores.name,)))),
)

F10w = theorem(
    "F10w",
    "The gradient in the queries from the saved mixed keys",
    OWN,
    (is_mixed,),
    chain(
        Partial(through_scale, Q[i, a]),
        (sigma * of_scores[i, a], Using((Use("F1a"),))),
        (sigma * mixed[i, a], Using((Use(is_mixed, times=-sigma),))),
    ),
)

F10x = theorem(
    "F10x",
    "The gradient in the scale from the saved mixed keys",
    OWN,
    (is_mixed,),
    chain(
        Partial(through_scale, sigma),
        (total(Q[i, a] * of_scores[i, a], i, a), Using((Use("F1c"),))),
        (total(Q[i, a] * mixed[i, a], i, a), Using((Use(is_mixed, times=-Q[i, a], over=(i, a)),))),
    ),
)

rescaled = Definition("G^mu", (i, c), exp(of_shift[i] - ell[i]) * G[i, c])
exponentials = Tensor("e^s", queries, keys)
is_exponential = Equation(exponentials[i, j], W[i, j] * exp(Z[i, j] - of_shift[i]))

F10y = theorem(
    "F10y",
    "The cotangent of the output, rescaled to the shift of a block's exponentials",
    OWN,
    (),
    chain(rescaled[i, c], (rescaled[i, c].body, ByDefinition(("G^mu",)))),
)

F10z = theorem(
    "F10z",
    "The gradient in the values from exponentials that were saved at some shift",
    OWN,
    (*plain.rows(h), is_exponential),
    chain(
        total(Partial(plain.loss[h], V[j, c]), h),
        (total(plain.weights[i, j] * G[i, c], i), Using((Use("F5h"),))),
        (
            total(exponentials[i, j] * rescaled[i, c], i),
            Using((Use(is_exponential, times=-rescaled[i, c], over=(i,)),)),
        ),
    ),
    remark=r"$e^{\mu_i - \ell_i}$ turns the exponentials at the shift $\mu$ into weights.",
)
