"""The interface in high precision, from the theorems: each stage is a theorem's expression, evaluated in balls.

The stages are composed as the theorems say: x is F1's scaled product, y is x or F2's softcap of it, z is F3's sum with
the bias, W is the mask of F4, the sink is F5's. Gradients go back by F5f to F5h, F2e and F2f, and F1a to F1c; tangents
forward by F7a to F7e. The next stage takes the balls of the last as arrays of its own. Rows with nothing to attend to
are left out, since no theorem speaks of them, and the convention adds nothing for them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache, cached_property
from typing import Any

import numpy as np
from flint import arb, ctx
from numpy.typing import NDArray
from sympy import Expr, Symbol

from derivations.catalogue import CATALOGUE
from derivations.index import Axis, Index, Tensor
from derivations.learning.a6_prior_vjp import W, ell
from derivations.learning.c6_jvp import dK, dQ, dV
from derivations.learning.c7_hvp import dB
from derivations.learning.loss import B, G, H, K, Q, V
from derivations.notation import a, c, features, i, j, keys, queries, values
from derivations.proof import Equation
from derivations.scores.f7_jvp import (
    kappa_tangent,
    sigma_tangent,
    x_tangent,
    y_tangent,
    z_tangent,
    zeta_tangent,
)
from derivations.scores.objects import X, Y, Z, biased, dX, dY, dZ, kappa, omega, sigma, x, y, zeta
from verification.evaluate import Evaluation, balls
from verification.interface import textbook
from verification.interface.instances import Array, Instance, Sizes

BITS = 256
Balls = NDArray[np.object_]


@cache
def said(theorem: str) -> Expr:
    """The right side of a theorem's statement."""
    claim = next(one for one in CATALOGUE if one.id == theorem).steps[-1].claim
    if not isinstance(claim, Equation):
        raise TypeError(f"{theorem} is no equation")
    return claim.rhs


@dataclass
class Head:
    """One head of one row of the batch: its arrays by variable, to which each stage adds its own."""

    rows: NDArray[np.intp]
    given: dict[Tensor, Any]
    scalars: Mapping[Symbol, Any]
    has: frozenset[str]
    found: dict[str, Balls] = field(default_factory=dict)

    @cached_property
    def sizes(self) -> Mapping[Axis, int]:
        shapes = {queries: (Q, 0), features: (Q, 1), keys: (V, 0), values: (V, 1)}
        return {axis: self.given[tensor].shape[place] for axis, (tensor, place) in shapes.items()}

    @cached_property
    def evaluation(self) -> Evaluation[Any]:
        return Evaluation(self.sizes, self.given, self.scalars, balls(BITS))

    def stage(self, expr: Expr, *indices: Index) -> Balls:
        """The value of an expression for every value of its indices."""
        made = np.empty([self.sizes[index.axis] for index in indices], object)
        for place in np.ndindex(*made.shape):
            made[place] = self.evaluation(expr, dict(zip(indices, place, strict=True)))
        return made

    def scores(self) -> None:
        """x, y, z and the log-sum-exp."""
        self.given[X] = self.given[Y] = self.stage(x[i, j], i, j)
        if "softcap" in self.has:
            self.given[Y] = self.stage(y[i, j], i, j)
        self.given[Z] = self.stage(biased.z[i, j], i, j)
        self.given[ell] = self.stage(said("F5a"), i)
        self.found["output"] = self.stage(said("F5b"), i, c)
        self.found["logsumexp"] = self.given[ell]

    def backward(self) -> None:
        """The cotangents."""
        self.given[dZ] = self.given[dY] = self.given[dX] = self.stage(said("F5f"), i, j)
        self.found["bias"] = self.stage(said("F3a"), i, j)
        self.found["value"] = self.stage(said("F5h"), j, c)
        self.found["sinks"] = self.stage(said("F5g"))
        if "softcap" in self.has:
            self.found["softcap"] = self.stage(said("F2f"))
            self.given[dX] = self.stage(said("F2e"), i, j)
        self.found["query"] = self.stage(said("F1a"), i, a)
        self.found["key"] = self.stage(said("F1b"), j, a)
        self.found["scale"] = self.stage(said("F1c"))

    def forward(self) -> None:
        """The tangents."""
        self.given[x_tangent] = self.given[y_tangent] = self.stage(said("F7a"), i, j)
        if "softcap" in self.has:
            self.given[y_tangent] = self.stage(said("F7b"), i, j)
        self.given[z_tangent] = self.stage(said("F7c"), i, j)
        self.found["logsumexp_tangent"] = self.stage(said("F7d"), i)
        self.found["output_tangent"] = self.stage(said("F7e"), i, c)


def _heads(instance: Instance) -> dict[tuple[int, int], Head]:
    """The heads that have a row that sees something, after all stages."""
    size, seen, there = instance.sizes, textbook.visible(instance), textbook.present(instance)
    full = (size.B, size.N, size.T, size.S)
    arrays, tangents, out = textbook.cleaned(instance.arrays), instance.tangents, instance.cotangents
    bias, bias_tangent = (np.broadcast_to(given.get("bias", 0.0), full) for given in (arrays, tangents))
    logsumexp = out.get("logsumexp", np.zeros((size.B, size.T, size.N)))
    sinks, sinks_tangent = (given.get("sinks", np.zeros(size.N)) for given in (arrays, tangents))
    made = {}
    for b, n in np.ndindex(size.B, size.N):
        group = n // (size.N // size.K)
        rows = np.flatnonzero(there[b] & (seen[b, n].any(-1) | ("sinks" in arrays)))
        if not len(rows) or not size.S:
            continue
        given: dict[Tensor, Any] = {
            Q: arrays["query"][b, rows, n],
            K: arrays["key"][b, :, group],
            V: arrays["value"][b, :, group],
            B: bias[b, n, rows],
            W: seen[b, n, rows].astype(float),
            G: out["output"][b, rows, n],
            H: logsumexp[b, rows, n],
            dQ: tangents["query"][b, rows, n],
            dK: tangents["key"][b, :, group],
            dV: tangents["value"][b, :, group],
            dB: bias_tangent[b, n, rows],
        }
        scalars = {
            sigma: arrays.get("scale", _usual_scale(size.H)),
            kappa: arrays.get("softcap", 1.0),
            zeta: sinks[n],
            omega: float("sinks" in arrays),
            sigma_tangent: tangents.get("scale", 0.0),
            kappa_tangent: tangents.get("softcap", 0.0),
            zeta_tangent: sinks_tangent[n],
        }
        made[b, n] = Head(rows, given, scalars, frozenset(arrays))
        for stage in (Head.scores, Head.backward, Head.forward):
            stage(made[b, n])
    return made


def _usual_scale(width: int) -> Any:
    with ctx.workprec(BITS):
        return 1 / arb(width).sqrt()


def evaluated(instance: Instance) -> dict[str, Array]:
    """Results, tangents and cotangents; NaN for the results of rows with nothing to attend to."""
    with ctx.workprec(BITS):
        heads = _heads(instance)
        size = instance.sizes
        of_rows = {"output": (size.E,), "output_tangent": (size.E,), "logsumexp": (), "logsumexp_tangent": ()}
        placed = {name: _placed(size, heads, name, width) for name, width in of_rows.items()}
        summed = {f"{name}_cotangent": _summed(instance, heads, name) for name in instance.arrays}
    return {**placed, **summed}


def _placed(size: Sizes, heads: Mapping[tuple[int, int], Head], name: str, width: tuple[int, ...]) -> Array:
    """A result of all heads and rows, as the interface lays it out: (B, T, N) or (B, T, N, E)."""
    placed = np.full((size.B, size.T, size.N, *width), np.nan)
    for (b, n), head in heads.items():
        placed[b, head.rows, n] = _floats(head.found[name])
    return placed


def _summed(instance: Instance, heads: Mapping[tuple[int, int], Head], name: str) -> Array:
    """The cotangent of an argument: what heads, rows and queries share gets the sum of theirs (F3d to F3f, F6j)."""
    size = instance.sizes
    full = (size.B, size.N, size.T, size.S) if name == "bias" else instance.arrays[name].shape
    total = np.full(full, arb(0))
    for (b, n), head in heads.items():
        group = n // (size.N // size.K)
        place: dict[str, Any] = {
            "query": (b, head.rows, n),
            "key": (b, slice(None), group),
            "value": (b, slice(None), group),
            "bias": (b, n, head.rows),
            "sinks": n,
        }
        total[place.get(name, ())] += head.found[name] if head.found[name].ndim else head.found[name][()]
    if name == "bias":
        total = _reduced(total, instance.arrays[name].shape)
    return np.full(total.shape, np.nan) if not size.S else _floats(total)


def _reduced(full: Balls, shape: tuple[int, ...]) -> Balls:
    """The sum over the axes that the shape does not have."""
    own = (1,) * (full.ndim - len(shape)) + shape
    axes = tuple(axis for axis in range(full.ndim) if own[axis] == 1)
    return np.asarray(full.sum(axis=axes, keepdims=True), object).reshape(shape)


def _floats(exact: Balls) -> Array:
    return np.reshape([float(one.mid()) for one in exact.ravel()], exact.shape)
