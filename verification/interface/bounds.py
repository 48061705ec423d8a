"""How large the rounding errors of the interface may be: running error analysis of the textbook's composition.

`verification.bounds` does the same for tensor programs, and its rules are used here. The schedules are no single
program: they may cut the keys into blocks of any size and the backward pass starts from a saved log-sum-exp. So each
stage is allowed what any of them may lose; `docs/tolerances.md` says what that is.
"""

from __future__ import annotations

from collections.abc import Mapping
from math import prod

import numpy as np

from verification.bounds import (
    ELEMENTARY,
    FUNCTION,
    Approximate,
    Arithmetic,
    Array,
    compute_dtype,
    precision_of,
)
from verification.interface import textbook
from verification.interface.instances import DIFFERENTIABLE, Instance, Mask

MERGING = 4  # how many roundings a key may cost a sum over keys, when every other one begins a new block


def error_bounds(instance: Instance, dtype: np.dtype, errors: Mapping[str, Array] | None = None) -> dict[str, Array]:
    """The bound on the error of each result, tangent and cotangent, for inputs of this dtype, of its shape.

    `errors` bounds the error of those arrays that are not exact.
    """
    with np.errstate(all="ignore"):
        composition = _Composition(instance, dtype, errors or {})
        found = {**composition.forward(), **composition.backward(), **composition.pushed()}
        return {name: composition.stored(name, x) for name, x in found.items()}


class _Composition:
    """The stages of the interface; arrays are (B, N, T, S) and the like, with the keys' heads repeated."""

    def __init__(self, instance: Instance, dtype: np.dtype, errors: Mapping[str, Array]) -> None:
        self.instance, self.size, self.dtype = instance, instance.sizes, dtype
        self.rules = Arithmetic(precision_of(compute_dtype(dtype)))
        self.unit = self.rules.precision.unit
        self.seen: Mask = textbook.visible(instance)
        sinking = textbook.present(instance)[:, None, :] & ("sinks" in instance.arrays)
        self.sinking: Mask = np.broadcast_to(sinking, self.seen.shape[:3])
        arrays = textbook.cleaned(instance.arrays)
        self.exact = {name: self.laid_out(name, x, errors.get(name, 0 * x)) for name, x in arrays.items()}
        self.moved = {name: self.laid_out(name, instance.tangents[name], 0 * x) for name, x in arrays.items()}
        if "scale" not in arrays:
            usual = np.asarray(self.size.H**-0.5)
            self.exact["scale"] = self.rules.precision.rounded(usual, 0 * usual)
        self.scores()

    def laid_out(self, name: str, array: Array, error: Array) -> Approximate:
        if name in ("query", "key", "value"):
            array, error = (np.repeat(part, self.size.N // part.shape[2], axis=2) for part in (array, error))
        return self.rules.given(array, error)

    def hidden_zero(self, x: Approximate) -> Approximate:
        """0 where a key is hidden, exactly."""
        value, error = (np.broadcast_to(part, self.seen.shape) for part in (x.value, x.error))
        return Approximate(np.where(self.seen, value, 0.0), np.where(self.seen, error, 0.0))

    def scores(self) -> None:
        """x, y and z; then the weights and the log-sum-exp."""
        rules, exact = self.rules, self.exact
        query, key, scale = exact["query"], exact["key"], exact["scale"]
        self.scaled = self.hidden_zero(rules.contraction("btnh,bsnh,->bnts", self.size.H, query, key, scale))
        self.capped = self.scaled
        if "softcap" in exact:
            self.theta = rules.tanh(rules.div(self.scaled, exact["softcap"]))
            self.capped = rules.mul(exact["softcap"], self.theta)
        self.z = self.hidden_zero(rules.add(self.capped, exact["bias"]) if "bias" in exact else self.capped)
        sinks = exact.get("sinks", Approximate(np.zeros(self.size.N), np.zeros(self.size.N)))
        self.sink = Approximate(
            *(np.broadcast_to(part[:, None], self.sinking.shape) for part in (sinks.value, sinks.error))
        )

    def forward(self) -> dict[str, Approximate]:
        """Relative to the largest score: any shift gives the same, and a change of it is a rounding of the distance."""
        rules, z, seen = self.rules, self.z, self.seen
        largest = np.maximum(
            np.max(z.value, axis=-1, where=seen, initial=-np.inf), np.where(self.sinking, self.sink.value, -np.inf)
        )
        self.empty = np.isneginf(largest)
        shift = np.where(self.empty, 0.0, largest)
        away = z.value - shift[..., None]
        exponent = Approximate(away, z.error + ELEMENTARY * self.unit * np.abs(away))
        weights = self.hidden_zero(rules.exp(exponent))
        sink = rules.exp(
            Approximate(
                self.sink.value - shift, self.sink.error + ELEMENTARY * self.unit * np.abs(self.sink.value - shift)
            )
        )
        sink = Approximate(*(np.where(self.sinking, part, 0.0) for part in (sink.value, sink.error)))
        count = MERGING * (self.size.S + 1)
        total = rules.add(rules.contraction("bnts->bnt", count, weights), sink)
        total = Approximate(np.where(self.empty, 1.0, total.value), np.where(self.empty, 0.0, total.error))
        sums = rules.contraction("bnts,bsne->bnte", count, weights, self.exact["value"])
        output = rules.div(sums, Approximate(total.value[..., None], total.error[..., None]))
        most = np.max(np.abs(self.exact["value"].value), axis=1, initial=0.0)[:, :, None, :]
        self.output = Approximate(output.value, np.where(output.error < 4 * most, output.error, 4 * most))
        self.logsumexp = self._logsumexp(shift, total.value, count)
        self.weights = self._weights()
        return {"output": _tokens_first(self.output), "logsumexp": _tokens_first(self.logsumexp)}

    def _logsumexp(self, shift: Array, total: Array, count: int) -> Approximate:
        """It moves by no more than the scores do, and by the roundings of the sum."""
        moved = np.maximum(
            np.max(self.z.error, axis=-1, where=self.seen, initial=0.0), np.where(self.sinking, self.sink.error, 0.0)
        )
        value = shift + np.log(total)
        own = (count + 2 * FUNCTION) * self.unit + ELEMENTARY * self.unit * (np.abs(value) + np.abs(shift))
        found = self.rules.precision.rounded(value, moved + own, FUNCTION)
        return Approximate(np.where(self.empty, -np.inf, value), np.where(self.empty, 0.0, found.error))

    def _weights(self) -> Approximate:
        """exp(z - ell) from the log-sum-exp as it was saved; the difference may be one product of H + 1 terms."""
        ell = Approximate(np.where(self.empty, 0.0, self.logsumexp.value), self.logsumexp.error)
        products = np.einsum(
            "btnh,bsnh,->bnts", *(np.abs(self.exact[name].value) for name in ("query", "key", "scale"))
        )
        size = products + np.abs(self.z.value) + np.abs(ell.value)[..., None]
        error = self.z.error + ell.error[..., None] + (self.size.H + 4) * self.unit * size
        found = self.hidden_zero(self.rules.exp(Approximate(self.z.value - ell.value[..., None], error)))
        error = np.where(found.error < 2, found.error, 2.0)
        sink = self.sink.value - ell.value
        off = self.sink.error + ell.error + ELEMENTARY * self.unit * (np.abs(sink) + np.abs(ell.value))
        self.sinks_weight = self.rules.exp(Approximate(sink, off))
        self.sinks_weight = Approximate(
            *(np.where(self.sinking, part, 0.0) for part in (self.sinks_weight.value, self.sinks_weight.error))
        )
        return Approximate(found.value, error)

    def backward(self) -> dict[str, Approximate]:
        rules, size, exact = self.rules, self.size, self.exact
        out = rules.given(self.instance.cotangents["output"])
        through = (
            np.zeros((size.B, size.T, size.N))
            if "logsumexp" not in self.instance.cotangents
            else self.instance.cotangents["logsumexp"]
        )
        direct = rules.given(np.moveaxis(through, 2, 1))
        saved = _rounded_to(self.output, self.dtype)
        baseline = rules.contraction("btne,bnte->bnt", size.E, out, saved)
        shift = rules.add(direct, Approximate(-baseline.value, baseline.error))
        utility = rules.contraction("btne,bsne->bnts", size.E + 2, out, exact["value"])
        wide = Approximate(
            shift.value[..., None], shift.error[..., None] + (size.E + 2) * self.unit * np.abs(shift.value)[..., None]
        )
        dz = self.hidden_zero(rules.mul(self.weights, rules.add(utility, wide)))
        found = {"sinks": rules.contraction("bnt,bnt->n", size.B * size.T, self.sinks_weight, shift)}
        found["value"] = self._of_group(rules.contraction("bnts,btne->bsne", MERGING * size.T, self.weights, out))
        if "bias" in exact:
            found["bias"] = self._of_bias(dz)
        dx = dz
        if "softcap" in exact:
            slope = self._slope()
            dx = rules.mul(dz, slope)
            found["softcap"] = rules.contraction("bnts,bnts->", self._many(size.T, size.S), dz, self._in_softcap(slope))
        found["query"] = rules.contraction("bnts,bsnh,->btnh", MERGING * size.S, dx, exact["key"], exact["scale"])
        found["key"] = self._of_group(
            rules.contraction("bnts,btnh,->bsnh", MERGING * size.T, dx, exact["query"], exact["scale"])
        )
        mixed = rules.contraction("bnts,bsnh->btnh", MERGING * size.S, dx, exact["key"])
        found["scale"] = rules.contraction("btnh,btnh->", self._many(size.T, size.H), mixed, exact["query"])
        return {f"{name}_cotangent": found[name] for name in DIFFERENTIABLE if name in self.instance.arrays}

    def _many(self, *lengths: int) -> int:
        return prod((self.size.B, self.size.N, *lengths))

    def _slope(self) -> Approximate:
        """1 - theta^2, by a difference."""
        square = self.rules.mul(self.theta, self.theta)
        return self.rules.add(Approximate(np.ones(()), np.zeros(())), self.rules.neg(square))

    def _in_softcap(self, slope: Approximate) -> Approximate:
        """theta - x (1 - theta^2) / kappa."""
        rest = self.rules.div(self.rules.mul(self.scaled, slope), self.exact["softcap"])
        return self.rules.add(self.theta, self.rules.neg(rest))

    def _of_group(self, x: Approximate) -> Approximate:
        """(B, S, N, ...) summed over the heads of each group."""
        size = self.size
        grouped = (part.reshape(size.B, size.S, size.K, size.N // size.K, part.shape[3]) for part in (x.value, x.error))
        return self.rules.contraction("bskgx->bskx", size.N // size.K, Approximate(*grouped))

    def _of_bias(self, dz: Approximate) -> Approximate:
        shape = self.instance.arrays["bias"].shape
        own = (1,) * (4 - len(shape)) + shape
        over = [axis for axis in range(4) if own[axis] == 1]
        kept = "".join(letter for axis, letter in enumerate("bnts") if axis not in over)
        count = prod(dz.value.shape[axis] for axis in over)
        summed = self.rules.contraction(f"bnts->{kept}", count, dz)
        return Approximate(summed.value.reshape(shape), summed.error.reshape(shape))

    def pushed(self) -> dict[str, Approximate]:
        rules, size, exact, moved = self.rules, self.size, self.exact, self.moved
        terms = [
            rules.contraction("btnh,bsnh,->bnts", 2 * size.H, moved["query"], exact["key"], exact["scale"]),
            rules.contraction("btnh,bsnh,->bnts", 2 * size.H, exact["query"], moved["key"], exact["scale"]),
        ]
        if "scale" in moved:
            terms.append(rules.contraction("btnh,bsnh,->bnts", size.H, exact["query"], exact["key"], moved["scale"]))
        tangent = self._sum(terms)
        if "softcap" in exact:
            slope = self._slope()
            tangent = rules.add(rules.mul(slope, tangent), rules.mul(self._in_softcap(slope), moved["softcap"]))
        if "bias" in exact:
            tangent = rules.add(tangent, moved["bias"])
        tangent, count = self.hidden_zero(tangent), MERGING * (size.S + 1)
        of_logsumexp = rules.contraction("bnts,bnts->bnt", count, self.weights, tangent)
        if "sinks" in moved:
            wide = Approximate(moved["sinks"].value[:, None], moved["sinks"].error[:, None])
            of_logsumexp = rules.add(of_logsumexp, rules.mul(self.sinks_weight, wide))
        last = rules.mul(Approximate(of_logsumexp.value[..., None], of_logsumexp.error[..., None]), self.output)
        of_output = self._sum(
            [
                rules.contraction("bnts,bnts,bsne->bnte", count, self.weights, tangent, exact["value"]),
                rules.contraction("bnts,bsne->bnte", count, self.weights, moved["value"]),
                rules.neg(last),
            ]
        )
        return {"output_tangent": _tokens_first(of_output), "logsumexp_tangent": _tokens_first(of_logsumexp)}

    def _sum(self, terms: list[Approximate]) -> Approximate:
        total = terms[0]
        for term in terms[1:]:
            total = self.rules.add(total, term)
        return total

    def stored(self, name: str, x: Approximate) -> Array:
        """With the rounding of the result's own dtype."""
        wide = name.startswith("logsumexp")
        return np.asarray(_rounded_to(x, compute_dtype(self.dtype) if wide else self.dtype).error)


def _rounded_to(x: Approximate, dtype: np.dtype) -> Approximate:
    rounded = precision_of(dtype).rounded(x.value, x.error, 1.0)
    unbounded = np.isnan(rounded.error) & np.isfinite(x.value)
    return Approximate(x.value, np.where(unbounded, np.inf, rounded.error))


def _tokens_first(x: Approximate) -> Approximate:
    """(B, N, T, ...) as (B, T, N, ...)."""
    return Approximate(np.moveaxis(x.value, 1, 2), np.moveaxis(x.error, 1, 2))
