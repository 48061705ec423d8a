"""What the searches of the kernels must find: supports and thresholds, exactly or to many digits, written by hand.

Nothing here is derived from the theorems, and nothing is shared with the kernels. A score is taken relative to the
largest of its row, and so is a threshold where it is sought. For sparsemax beta is 1.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import accumulate
from math import ceil

import numpy as np
from mpmath import mpf, workprec
from numpy.typing import NDArray

from verification.bounds import Array, Precision

BITS = 120  # of a threshold that has no exact form
TINY = float(np.finfo(np.float64).tiny)


@dataclass(frozen=True)
class Found:
    """A support of zeros and ones, of shape (..., n), a reference and a threshold, of shape (...), all exact.

    The reference is a score, and the threshold is relative to it.
    """

    support: NDArray[np.object_]
    reference: NDArray[np.object_]
    threshold: NDArray[np.object_]

    def named(self) -> Mapping[str, NDArray[np.object_]]:
        """The values by the names that the kernels give them."""
        return {"support": self.support, "reference": self.reference, "threshold": self.threshold}


@dataclass(frozen=True)
class Inexact:
    """How far off a search may be by rounding.

    `threshold` is the bound for the threshold. `weights` is what keys on the wrong side of it may add to the error of
    each weight.
    """

    threshold: Array
    weights: Array


def sparsemax_threshold(scores: Sequence[Fraction]) -> Fraction:
    """The sort formula: (the sum of the k largest, less 1) / k for the last k at which it is below the k-th."""
    ordered = sorted(scores, reverse=True)
    thresholds = [(total - 1) / place for place, total in enumerate(accumulate(ordered), start=1)]
    return [t for t, score in zip(thresholds, ordered, strict=True) if t < score][-1]


def entmax_threshold(scores: Sequence[Fraction], alpha: Fraction) -> Fraction:
    """The lambda at which sum_j (beta (s_j - lambda))_+^(1 / beta) = 1, by bisection, with the largest score 0."""
    bits = BITS // 2 * max(2, ceil(alpha - 1))  # the weights are the power 1 / beta of a difference
    with workprec(2 * bits):
        beta = mpf(alpha.numerator) / alpha.denominator - 1
        low, high = -1 / beta, mpf(0)
        values = [mpf(score.numerator) / score.denominator for score in scores]
        for _ in range(bits):
            middle = (low + high) / 2
            values = [value for value in values if value > low]
            mass = sum((beta * (value - middle)) ** (1 / beta) for value in values if value > middle)
            low, high = (middle, high) if mass > 1 else (low, middle)
        mantissa, exponent = low.man_exp
        return -abs(int(mantissa)) * Fraction(2) ** int(exponent)


def _relative(scores: Array) -> list[Fraction]:
    exact = [Fraction(float(score)) for score in scores]
    largest = max(exact)
    return [score - largest for score in exact]


def _by_rows(
    scores: Array, threshold: Callable[[list[Fraction], tuple[int, ...]], Fraction], from_smallest: NDArray[np.bool_]
) -> Found:
    """The reference is the smallest score of the support where that is asked for, and otherwise the largest."""
    support = np.empty(scores.shape, object)
    references, thresholds = (np.empty(scores.shape[:-1], object) for _ in range(2))
    for place in np.ndindex(*scores.shape[:-1]):
        row = _relative(scores[place])
        limit = threshold(row, place)
        inside = [score for score in row if score > limit]
        chosen = min(inside) if from_smallest[place] else Fraction(0)
        references[place] = chosen + Fraction(float(scores[place].max()))
        thresholds[place] = limit - chosen
        support[place] = [int(score > limit) for score in row]
    return Found(support, references, thresholds)


def _of_sparsemax(arrays: Mapping[str, Array]) -> Found:
    from_largest = np.zeros(arrays["scores"].shape[:-1], np.bool_)
    return _by_rows(arrays["scores"], lambda row, _: sparsemax_threshold(row), from_largest)


def _of_entmax(arrays: Mapping[str, Array]) -> Found:
    def threshold(row: list[Fraction], place: tuple[int, ...]) -> Fraction:
        return entmax_threshold(row, Fraction(float(arrays["alpha"][place])))

    return _by_rows(arrays["scores"], threshold, arrays["alpha"] >= 2)


def _of_weights(arrays: Mapping[str, Array]) -> Found:
    weights = arrays["weights"]
    nothing = np.zeros(weights.shape[:-1], int).astype(object)
    return Found((weights > 0).astype(int).astype(object), nothing, nothing)


SEARCHED: Mapping[str, Callable[[Mapping[str, Array]], Found]] = {
    "sparsemax_search": _of_sparsemax,
    "entmax_search": _of_entmax,
    "where_positive": _of_weights,
}


def order_of(arrays: Mapping[str, Array]) -> Array:
    """beta = alpha - 1, which is 1 where there is no alpha, with an axis of length one for the keys."""
    return np.asarray(arrays.get("alpha", np.asarray(2.0)), np.float64)[..., None] - 1


def relative_scores(arrays: Mapping[str, Array]) -> Array:
    """The scores less the largest of their row."""
    scores = arrays["scores"]
    relative: Array = scores - scores.max(-1, keepdims=True)
    return relative


def inexact(function: str, arrays: Mapping[str, Array], found: Found, precision: Precision) -> Inexact:
    """The bounds for a search in this precision, to first order; see `docs/tolerances.md`."""
    if function == "where_positive":
        return Inexact(np.asarray(0.0), np.asarray(0.0))
    beta, relative = order_of(arrays), relative_scores(arrays)
    threshold, support = found.threshold.astype(np.float64)[..., None], found.support.astype(np.float64)
    count, unit = relative.shape[-1], precision.unit
    if function == "sparsemax_search":
        error = np.full_like(threshold, 2 * (count + 4) * unit + 2 * precision.tiny)
        near = (np.abs(relative - threshold) <= error).sum(-1, keepdims=True)
        sure = np.maximum((relative - threshold > error).sum(-1, keepdims=True), 1)
        return Inexact(error[..., 0], np.where(near > 0, (1 + near / sure) * error, 0.0) + 0 * support)
    roundings = 2 * (count + 5 + 4 * np.log(count)) * unit
    power = np.maximum(-beta * threshold, TINY)
    moved = ((power ** (1 / beta) + roundings) ** beta - power) / beta
    error = (16 - 4 * np.log(power)) * unit * np.abs(threshold) + moved + 2 * precision.tiny
    slack = 2 * (roundings + 16 * unit / beta)
    near = (np.abs(_masses(arrays["scores"], beta) - 1) <= slack).any(-1, keepdims=True)
    return Inexact(error[..., 0], np.where(near, 2 * slack, 0.0) + 0 * support)


def _masses(scores: Array, beta: Array) -> Array:
    """For each key the sum of the plan of which its score is the threshold: it is in the support if that is below 1."""
    over = np.maximum(scores[..., None, :] - scores[..., :, None], 0)
    masses: Array = (np.minimum(beta[..., None] * over, 1) ** (1 / beta[..., None])).sum(-1)
    return masses
