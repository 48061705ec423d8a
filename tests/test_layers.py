"""What C7 and C8 prove layer by layer is what holds end to end, for every size.

For C8 the catalogue has both, and they agree. For C7 the checker accepts the end-to-end identities too, one for each
gradient and direction; they are too many for the catalogue.
"""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from sympy import Basic, Expr, S, Symbol

from codegen.program.rewrite import specialised
from derivations.index import Index, Lambda, Partial, Tensor, rename, total
from derivations.learning import c5_vjp, c6_jvp, c7_hvp, c8_self_attention, loss
from derivations.notation import a, c, i, j, tau
from derivations.proof import Differentiation, Equation, Positive, Refused, Step, Theorem, check

Put = Mapping[Basic, Basic | Lambda]


def composed(expr: Expr, layers: tuple[Put, ...]) -> Expr:
    """The expression with each layer's arrays replaced by what the next layer makes them."""
    for put in layers:
        expr = specialised(expr, put)
    return expr


def accepted(lhs: Expr, rhs: Expr) -> bool:
    claim = Equation(lhs, rhs)
    try:
        check(Theorem("T", "", "", (Positive(tau),), claim, (Step(claim, Differentiation()),)), {})
    except Refused:
        return False
    return True


def result(theorem: Theorem) -> Expr:
    assert isinstance(theorem.statement, Equation)
    return theorem.statement.rhs


m = c8_self_attention
f, t, w, x = m.f, m.t, m.w, m.x
SELF_ATTENTION: tuple[Put, ...] = (
    {
        m.dQ: Lambda((f, t, a), result(m.C8f)),
        m.dK: Lambda((f, w, a), result(m.C8g)),
        m.dV: Lambda((f, w, c), result(m.C8d)),
    },
    {m.dS: Lambda((f, t, w), result(m.C8e))},
    {m.dP: Lambda((f, t, w), result(m.C8c))},
    {m.dO: Lambda((f, t, c), result(m.C8b)), m.O: Lambda((f, t, c), m.attended[f, t, c])},
    {m.P: Lambda((f, t, w), m.weights[f, t, w])},
    {m.S: Lambda((f, t, w), m.score[f, t, w]), m.prior: Lambda((t, w), S.One)},
    {
        m.Q: Lambda((f, t, a), m.query[f, t, a]),
        m.K: Lambda((f, t, a), m.key[f, t, a]),
        m.V: Lambda((f, t, c), m.value[f, t, c]),
    },
)


y, u = m.z, m.u
NO_PRIOR: Put = {m.prior: Lambda((t, w), S.One)}
HANDED_DOWN: Put = {m.dO: Lambda((f, t, c), result(m.C8b))}


@pytest.mark.parametrize(
    ("layer", "end_to_end", "over"),
    [
        (m.C8a, m.C8o, (t,)),
        (m.C8h, m.C8l, (t,)),
        (m.C8i, m.C8m, (t,)),
        (m.C8j, m.C8n, (t,)),
        (m.C8k, m.C8p, (f, t)),
    ],
    ids=["output projection", "query projection", "key projection", "value projection", "input"],
)
def test_the_layers_of_self_attention_compose_to_its_gradient(
    layer: Theorem, end_to_end: Theorem, over: tuple[Index, ...]
) -> None:
    whole = total(composed(result(end_to_end), (HANDED_DOWN, NO_PRIOR)), *over)
    assert accepted(rename(composed(result(layer), SELF_ATTENTION), {x: y, t: u}), whole)


n = c7_hvp
HESSIAN: tuple[Put, ...] = (
    {n.cotangent: Lambda((i, j), n.dS[i, j]), n.dcotangent: Lambda((i, j), n.tangent_of_dS[i, j])},
    {n.scores: Lambda((i, j), loss.S[i, j]), n.dscores: Lambda((i, j), n.score_tangent[i, j])},
    {n.dP: Lambda((i, j), n.weight_tangent[i, j]), n.dU: Lambda((i, j), n.utility_tangent[i, j])},
    {n.P: Lambda((i, j), loss.P[i, j]), n.U: Lambda((i, j), loss.U[i, j])},
)


@pytest.mark.parametrize(
    ("gradient", "product"),
    [(c5_vjp.C5b, n.C7c), (c5_vjp.C5c, n.C7d), (c5_vjp.C5d, n.C7e), (c5_vjp.C5e, n.C7f), (c5_vjp.C5f, n.C7g)],
    ids=["bias", "query", "key", "value", "temperature"],
)
@pytest.mark.parametrize(
    ("variable", "direction"),
    [(loss.Q, c6_jvp.dQ), (loss.K, c6_jvp.dK), (loss.V, c6_jvp.dV), (loss.B, n.dB), (tau, c6_jvp.dtau)],
    ids=["along query", "along key", "along value", "along bias", "along temperature"],
)
def test_the_layers_of_the_hessian_vector_product_compose_to_it(
    gradient: Theorem, product: Theorem, variable: Tensor | Symbol, direction: Tensor | Symbol
) -> None:
    directions = (c6_jvp.dQ, c6_jvp.dK, c6_jvp.dV, n.dB, c6_jvp.dtau)
    still: dict[Basic, Basic | Lambda] = {d: at_rest(d) for d in directions if d != direction}
    if isinstance(direction, Tensor):
        moved = n.moved(result(gradient), (variable, direction))
    else:
        moved = Partial(result(gradient), variable) * direction
    claimed = composed(result(product), (*HESSIAN, still))
    assert accepted(moved, claimed)


def test_a_wrong_layer_is_refused() -> None:
    whole = total(composed(result(m.C8n), (HANDED_DOWN, NO_PRIOR)), t)
    swapped = ({m.dV: Lambda((f, t, c), m.dO[f, t, c])}, *SELF_ATTENTION)
    assert accepted(rename(composed(result(m.C8j), SELF_ATTENTION), {x: y}), whole)
    assert not accepted(rename(composed(result(m.C8j), swapped), {x: y}), whole)


def at_rest(direction: Tensor | Symbol) -> Basic | Lambda:
    if isinstance(direction, Symbol):
        return S.Zero
    return Lambda(tuple(Index(axis.letters[0], axis) for axis in direction.axes), S.Zero)
