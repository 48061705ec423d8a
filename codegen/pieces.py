"""The functions of which a schedule by blocks is made: each is lowered from one theorem, for a block of rows and keys.

They are private functions of the generated module; the schedule that calls them holds no formula. A hidden key has the
score minus infinity, and a row in which all are hidden the log-sum-exp minus infinity.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from sympy import Basic, S

from codegen.kernels import AXES, KERNELS, Argument, Kernel, Output
from codegen.program.blocks import Absent, appended, rows_may_be_empty, saturated
from codegen.program.rewrite import Finite, Largest, carried_out, contractions_split
from derivations.index import Lambda, Total
from derivations.learning import c6_jvp, loss
from derivations.learning.a6_prior_vjp import W, ell
from derivations.notation import a, c, i, j
from derivations.scores import f7_jvp, f8_blocks, f10_saved, objects
from derivations.scores.f8_blocks import at, to
from derivations.streaming import e1_merge

if TYPE_CHECKING:  # compiling needs NumPy, and listing what there is does not
    from codegen.compile import ExpressionPass

INTERFACE = "dot_product_attention"
ABOUT = {
    INTERFACE: "Attention with the layout and the meaning of jax.nn.dot_product_attention, by blocks.",
    f"{INTERFACE}_vjp": "Its vector-Jacobian product in every argument.",
    f"{INTERFACE}_jvp": "Its Jacobian-vector product in every argument.",
}
FUNCTIONS = tuple(ABOUT)

PIECE_AXES = (*AXES, at.axis, to.axis)


@dataclass(frozen=True)
class Piece:
    """A kernel without checks, and the passes that it goes through."""

    kernel: Kernel
    passes: tuple[ExpressionPass, ...] = (carried_out, contractions_split, saturated)


query = Argument("query", loss.Q, "queries")
key = Argument("key", loss.K, "keys")
value = Argument("value", loss.V, "values")
scale = Argument("scale", objects.sigma, "the scale")
scores = Argument("scores", objects.Z, "scores, minus infinity where hidden")
uncapped = Argument("scores", objects.X, "scores before the cap")
softcap = Argument("softcap", objects.kappa, "the cap")
bias = Argument("bias", loss.B, "bias")
logsumexp = Argument("logsumexp", ell, "log-sum-exp of the rows")
weights = Argument("weights", f10_saved.p, "weights")
output = Argument("output", f10_saved.o, "output")
output_cotangent = Argument("output_cotangent", loss.G, "cotangent of the output")
shift = Argument("shift", f8_blocks.of_shift, "what is added to each row")
cotangent = Argument("cotangent", objects.dX, "cotangent of the scaled scores")
scaled_query = Argument("scaled_query", f10_saved.q_scaled, "scaled queries")
mixed = Argument("mixed", f10_saved.mixed, "mixed keys, of all blocks of keys")
sink = Argument("sink", objects.zeta, "logit of the sink")
state = (
    Argument("maximum", f8_blocks.of_shift, "the shift of the state"),
    Argument("sum", f8_blocks.of_sum, "its sum"),
    Argument("accumulator", f8_blocks.of_accumulator, "its weighted sum"),
)

Put = Mapping[Basic, Basic | Lambda]
visible: Put = {W: Lambda((i, j), S.One)}
no_sink: Put = {objects.omega: S.Zero}
one_sink: Put = {objects.omega: S.One}
of_rows: Put = {ell: Lambda((i,), Absent(ell[i]))}
largest = Largest(Total(objects.Z[i, j], j))


def piece(name: str, about: str, arguments: tuple[Argument, ...], *outputs: Output, **put: Put) -> Kernel:
    """A kernel whose variables are specialised one after the other."""
    return Kernel(name, about, arguments, outputs, {k: v for part in put.values() for k, v in part.items()})


merge = next(kernel for kernel in KERNELS["streaming"] if kernel.name == "merge")

PIECES: tuple[Piece, ...] = (
    Piece(
        piece(
            "scaled_query",
            "The scaled queries.",
            (query, scale),
            Output("scaled", "F10s", (i, a), "scaled queries"),
        )
    ),
    Piece(
        piece(
            "scaled_scores",
            "The scaled scores.",
            (scaled_query, key),
            Output("scores", "F10t", (i, j), "scaled scores"),
        )
    ),
    Piece(
        piece(
            "capped_scores",
            "The capped scores.",
            (uncapped, softcap),
            Output("capped", "F10i", (i, j), "capped scores"),
        )
    ),
    Piece(
        piece(
            "biased_scores",
            "The scores with their bias; likewise for their tangents.",
            (Argument("scores", objects.Y, "scores"), bias),
            Output("biased", "F10h", (i, j), "biased scores"),
        )
    ),
    Piece(
        piece(
            "squared_norms",
            "The squared norm of each row, by which the scores are bounded (F9c).",
            (query,),
            Output("norms", "F10r", (i,), "squared norms"),
        )
    ),
    Piece(
        piece(
            "block_state",
            "The state of a block: the largest score of each row, and relative to it the sum of the exponentials and "
            "the weighted sum of the values.",
            (scores, value),
            Output("maximum", "F8a", (i,), "largest scores", chosen=largest),
            Output("sum", "F8a", (i,), "sums"),
            Output("accumulator", "F8b", (i, c), "weighted sums"),
            visible=visible,
            shift={e1_merge.mu: Finite(largest)},
        )
    ),
    Piece(
        piece(
            "block_state_unshifted",
            "The same relative to 0, for scores that are known to be small (F9d).",
            (scores, value),
            Output("sum", "F8a", (i,), "sums"),
            Output("accumulator", "F8b", (i, c), "weighted sums"),
            visible=visible,
            shift={e1_merge.mu: S.Zero},
        )
    ),
    Piece(replace(merge, name="merged")),
    Piece(
        piece(
            "finished",
            "The output and the log-sum-exp from the state of all keys. A sink has joined it as (sink, 1, 0).",
            state,
            Output("output", "F8h", (i, c), "output"),
            Output("logsumexp", "F8g", (i,), "log-sum-exp"),
            no_sink=no_sink,
        ),
        (carried_out, rows_may_be_empty),
    ),
    Piece(
        piece(
            "weights",
            "The weights from the saved log-sum-exp.",
            (scores, logsumexp),
            Output("weights", "F8i", (i, j), "weights"),
            visible=visible,
            of_rows=of_rows,
        )
    ),
    Piece(
        piece(
            "exponentials",
            "The weights from scores less the log-sum-exp.",
            (scores,),
            Output("weights", "F8i", (i, j), "weights"),
            visible=visible,
            off={ell: Lambda((i,), S.Zero)},
        )
    ),
    Piece(
        piece(
            "query_and_one",
            "The scaled queries, and a shift of each in one more place.",
            (query, scale, shift),
            Output("extended", "F10k", (i, at), "queries with one more place"),
        ),
        (carried_out, appended),
    ),
    Piece(
        piece(
            "key_and_one",
            "The keys, and 1 in one more place.",
            (key,),
            Output("extended", "F10l", (j, at), "keys with one more place"),
        ),
        (carried_out, appended),
    ),
    Piece(
        piece(
            "cotangent_and_one",
            "The cotangent of the output, and a shift of each row in one more place.",
            (output_cotangent, shift),
            Output("extended", "F10m", (i, to), "cotangents with one more place"),
        ),
        (carried_out, appended),
    ),
    Piece(
        piece(
            "value_and_one",
            "The values, and 1 in one more place.",
            (value,),
            Output("extended", "F10n", (j, to), "values with one more place"),
        ),
        (carried_out, appended),
    ),
    Piece(
        piece(
            "shifted_scores",
            "The scaled scores and the shift of their row, from the arrays with one more place.",
            (
                Argument("query_and_one", f10_saved.q_and_one, "scaled queries with one more place"),
                Argument("key_and_one", f10_saved.k_and_one, "keys with one more place"),
            ),
            Output("shifted", "F10j", (i, j), "shifted scores"),
        )
    ),
    Piece(
        piece(
            "baseline",
            "The mean utility of each row.",
            (output, output_cotangent),
            Output("mean", "F10a", (i,), "mean utilities"),
        )
    ),
    Piece(
        piece(
            "utility_shift",
            "By what the utilities of each row are shifted.",
            (
                Argument("baseline", f10_saved.mean, "mean utility"),
                Argument("logsumexp_cotangent", loss.H, "cotangent of the log-sum-exp"),
            ),
            Output("shift", "F10o", (i,), "shifts"),
        )
    ),
    Piece(
        piece(
            "scores_cotangent",
            "The cotangent of the scores, and of their bias.",
            (
                weights,
                Argument("cotangent_and_one", f10_saved.g_and_one, "cotangent of the output with one more place"),
                Argument("value_and_one", f10_saved.v_and_one, "values with one more place"),
            ),
            Output("cotangent", "F10b", (i, j), "cotangents"),
        )
    ),
    Piece(
        piece(
            "capped_cotangent",
            "The cotangent of what is capped.",
            (
                Argument("capped", f10_saved.capped, "capped scores"),
                Argument("cotangent", objects.dY, "their cotangent"),
                softcap,
            ),
            Output("uncapped_cotangent", "F10e", (i, j), "cotangents"),
        )
    ),
    Piece(
        piece(
            "softcap_cotangent",
            "The cotangent of the cap.",
            (uncapped, Argument("cotangent", objects.dY, "cotangent of the capped scores"), softcap),
            Output("result", "F2f", (), "cotangent"),
        )
    ),
    Piece(
        piece(
            "mixed_keys",
            "The keys, weighted by the cotangent of the scaled scores; blocks of keys add up.",
            (cotangent, key),
            Output("mixed", "F10v", (i, a), "mixed keys"),
        )
    ),
    Piece(
        piece(
            "query_cotangent",
            "The cotangent of the queries.",
            (mixed, scale),
            Output("result", "F10w", (i, a), "cotangents"),
        )
    ),
    Piece(
        piece(
            "key_cotangent",
            "The cotangent of the keys.",
            (cotangent, scaled_query),
            Output("result", "F10u", (j, a), "cotangents"),
        )
    ),
    Piece(
        piece(
            "value_cotangent",
            "The cotangent of the values.",
            (weights, output_cotangent),
            Output("result", "F10c", (j, c), "cotangents"),
        )
    ),
    Piece(
        piece(
            "rescaled",
            "The cotangent of the output for exponentials that were saved relative to the maximum: with it they serve "
            "as weights (F10z).",
            (output_cotangent, Argument("maximum", f8_blocks.of_shift, "shift of the exponentials"), logsumexp),
            Output("rows", "F10y", (i, c), "rescaled cotangents"),
            of_rows=of_rows,
        )
    ),
    Piece(
        piece(
            "scale_cotangent",
            "The cotangent of the scale.",
            (query, mixed),
            Output("result", "F10x", (), "cotangent"),
        )
    ),
    Piece(
        piece(
            "sink_cotangent",
            "The cotangent of the sink's logit.",
            (sink, logsumexp, shift),
            Output("result", "F10d", (), "cotangent"),
            one_sink=one_sink,
            of_rows=of_rows,
        )
    ),
    Piece(
        piece(
            "scores_tangent",
            "The tangent of the scaled scores.",
            (
                query,
                key,
                scale,
                Argument("query_tangent", c6_jvp.dQ, "tangent of the queries"),
                Argument("key_tangent", c6_jvp.dK, "tangent of the keys"),
                Argument("scale_tangent", f7_jvp.sigma_tangent, "tangent of the scale"),
            ),
            Output("tangent", "F7a", (i, j), "tangents"),
        )
    ),
    Piece(
        piece(
            "capped_tangent",
            "The tangent of the capped scores.",
            (
                uncapped,
                Argument("scores_tangent", f7_jvp.x_tangent, "their tangent"),
                softcap,
                Argument("softcap_tangent", f7_jvp.kappa_tangent, "tangent of the cap"),
            ),
            Output("tangent", "F7b", (i, j), "tangents"),
        )
    ),
    Piece(
        piece(
            "tangent_state",
            "What a block adds to the tangents of the log-sum-exp and of the output.",
            (
                weights,
                Argument("scores_tangent", f7_jvp.z_tangent, "tangent of the scores"),
                value,
                Argument("value_tangent", c6_jvp.dV, "tangent of the values"),
            ),
            Output("moved", "F10p", (i,), "weighted tangents"),
            Output("weighted", "F10q", (i, c), "weighted values"),
        )
    ),
    Piece(
        piece(
            "logsumexp_tangent",
            "The tangent of the log-sum-exp, with a sink.",
            (
                Argument("moved", f10_saved.moved, "the sum over all blocks"),
                sink,
                Argument("sink_tangent", f7_jvp.zeta_tangent, "tangent of the sink"),
                logsumexp,
            ),
            Output("tangent", "F10f", (i,), "tangents"),
            one_sink=one_sink,
            of_rows=of_rows,
        )
    ),
    Piece(
        piece(
            "output_tangent",
            "The tangent of the output.",
            (
                Argument("weighted", f10_saved.weighted, "the sum over all blocks"),
                output,
                Argument("logsumexp_tangent", f10_saved.ell_moved, "tangent of the log-sum-exp"),
            ),
            Output("tangent", "F10g", (i, c), "tangents"),
        )
    ),
)
