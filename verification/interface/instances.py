"""Seeded instances of the attention interface: each feature alone, each pair, all together, and adversarial ones."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray

from verification.bounds import precision_of
from verification.instances import held

Array = NDArray[np.float64]
Mask = NDArray[np.bool_]

DIFFERENTIABLE = ("query", "key", "value", "bias", "scale", "softcap", "sinks")
SCALARS = ("scale", "softcap")


@dataclass(frozen=True)
class Sizes:
    """Batch, queries, keys, heads, heads of keys, features, width of the values."""

    B: int = 2
    T: int = 5
    S: int = 5
    N: int = 2
    K: int = 2
    H: int = 3
    E: int = 3


@dataclass(frozen=True)
class Instance:
    """Arguments of the interface.

    `arrays` holds the differentiable arguments that are given, all in float64 and held by the working dtype: query
    (B, T, N, H), key (B, S, K, H), value (B, S, K, E), bias (broadcast to (B, N, T, S)), scale, softcap, sinks (N,).
    `tangents` has one for each of them; `cotangents` are those of the output and, if there is one, of the log-sum-exp.
    `options` are the keyword arguments that are not differentiable, as they are given. `poisoned` replaces some arrays
    by the same with NaN and infinity where they are hidden: the kernels get those, the references do not.
    `unbatched` says that the arrays have no batch axis when they are handed to the interface, and `cut` that every
    backend takes them in small blocks.
    """

    label: str
    features: frozenset[str]
    sizes: Sizes
    arrays: Mapping[str, Array]
    tangents: Mapping[str, Array]
    cotangents: Mapping[str, Array]
    options: Mapping[str, Any] = field(default_factory=dict)
    mask: Mask | None = None
    poisoned: Mapping[str, Array] = field(default_factory=dict)
    unbatched: bool = False
    cut: bool = False

    @property
    def given(self) -> Mapping[str, Array]:
        """What the kernels are given."""
        return {**self.arrays, **self.poisoned}


@dataclass
class Draft:
    """An instance while its features are put in."""

    sizes: Sizes
    dtype: np.dtype
    rng: np.random.Generator
    arrays: dict[str, Array] = field(default_factory=dict)
    options: dict[str, Any] = field(default_factory=dict)
    mask: Mask | None = None
    poisoned: dict[str, Array] = field(default_factory=dict)
    with_logsumexp: bool = False
    unbatched: bool = False

    def normal(self, *shape: int) -> Array:
        return self.rng.normal(size=shape)

    def hide(self, mask: Mask) -> None:
        """Hide what this mask hides too."""
        self.mask = mask if self.mask is None else self.mask & mask


Change = Callable[[Draft], None]


def _bias(draft: Draft) -> None:
    size = draft.sizes
    draft.arrays["bias"] = draft.normal(size.B, size.N, size.T, size.S)


def _shared_bias(draft: Draft) -> None:
    """One for all rows of the batch and all queries."""
    draft.arrays["bias"] = draft.normal(draft.sizes.N, 1, draft.sizes.S)


def _minus_infinity(draft: Draft) -> None:
    """In a third of the bias, and in all of one row."""
    if "bias" not in draft.arrays:
        _bias(draft)
    bias = draft.arrays["bias"]
    bias[draft.rng.random(bias.shape) < 0.3] = -np.inf
    bias[..., -1, :] = -np.inf


def _mask(draft: Draft) -> None:
    size = draft.sizes
    draft.hide(draft.rng.random((size.B, 1, size.T, size.S)) < 0.6)


def _option(name: str, value: Any) -> Change:
    def change(draft: Draft) -> None:
        draft.options[name] = value

    return change


def _causal(offset: Callable[[Sizes], Any]) -> Change:
    def change(draft: Draft) -> None:
        draft.options |= {"is_causal": True, "causal_offset": offset(draft.sizes)}

    return change


def _number(name: str, value: float) -> Change:
    def change(draft: Draft) -> None:
        draft.arrays[name] = np.asarray(value)

    return change


def _lengths(name: str, lengths: Callable[[Sizes], Sequence[int]]) -> Change:
    def change(draft: Draft) -> None:
        draft.options[name] = np.asarray(lengths(draft.sizes), np.int32)

    return change


def _sinks(draft: Draft) -> None:
    draft.arrays["sinks"] = draft.normal(draft.sizes.N)


def _cotangent(draft: Draft) -> None:
    draft.with_logsumexp = True


def _nothing(draft: Draft) -> None:
    pass


@dataclass(frozen=True)
class Feature:
    """Something that a call may ask for. Of one `kind`, a call has at most one."""

    kind: str
    change: Change = _nothing
    sizes: Mapping[str, int] = field(default_factory=dict)


FEATURES: Mapping[str, Feature] = {
    "grouped queries": Feature("heads", sizes={"N": 4}),
    "wide values": Feature("width", sizes={"E": 4}),
    "more keys": Feature("lengths", sizes={"T": 3, "S": 7}),
    "more queries": Feature("lengths", sizes={"T": 7, "S": 3}),
    "bias": Feature("bias", _bias),
    "shared bias": Feature("bias", _shared_bias),
    "infinite bias": Feature("infinite bias", _minus_infinity),
    "mask": Feature("mask", _mask),
    "causal": Feature("causal", _causal(lambda size: 0)),
    "offset": Feature("causal", _causal(lambda size: 2)),
    "negative offset": Feature("causal", _causal(lambda size: -1)),
    "offsets by row": Feature("causal", _causal(lambda size: np.asarray([size.S - size.T, -1][: size.B], np.int32))),
    "window": Feature("window", _option("local_window_size", (1, 2))),
    "query lengths": Feature("query lengths", _lengths("query_seq_lengths", lambda size: [size.T - 1, size.T])),
    "key lengths": Feature("key lengths", _lengths("key_value_seq_lengths", lambda size: [size.S, size.S - 2])),
    "softcap": Feature("softcap", _number("softcap", 1.5)),
    "scale": Feature("scale", _number("scale", 0.8)),
    "zero scale": Feature("scale", _number("scale", 0.0)),
    "negative scale": Feature("scale", _number("scale", -1.3)),
    "sinks": Feature("sinks", _sinks),
    "cotangent of the log-sum-exp": Feature("cotangent", _cotangent),
}  # in the order in which they are put in


def _rows_masked(draft: Draft) -> None:
    """Every query of one row of the batch, one query of all heads, and all queries of one head."""
    size = draft.sizes
    mask = np.ones((size.B, size.N, size.T, size.S), np.bool_)
    mask[-1] = mask[:, :, 1] = mask[:, -1] = False
    draft.hide(mask)


def _all_masked(draft: Draft) -> None:
    draft.hide(np.zeros((1, 1, 1, 1), np.bool_))


def _poison(draft: Draft) -> None:
    """NaN and infinities in the last two keys and values, which are hidden by the mask, and in the hidden bias."""
    size = draft.sizes
    mask = draft.rng.random((size.B, size.N, size.T, size.S)) < 0.7
    mask[..., -2:] = False
    draft.hide(mask)
    _bias(draft)
    for name in ("key", "value"):
        poisoned = draft.arrays[name].copy()
        poisoned[:, -2:] = draft.rng.choice([np.nan, np.inf, -np.inf], poisoned[:, -2:].shape)
        draft.poisoned[name] = poisoned
    draft.poisoned["bias"] = np.where(mask, draft.arrays["bias"], draft.rng.choice([np.nan, np.inf], mask.shape))


def _poison_beyond(draft: Draft) -> None:
    """NaN beyond the lengths, and in keys that lie outside every window."""
    size = draft.sizes
    draft.options |= {"key_value_seq_lengths": np.asarray([size.S - 1, 2], np.int32), "local_window_size": (1, 1)}
    draft.options |= {"is_causal": True, "causal_offset": 1}
    for name in ("key", "value"):
        poisoned = draft.arrays[name].copy()
        poisoned[0, -1] = poisoned[1, 2:] = np.nan
        draft.poisoned[name] = poisoned


def _scores_of(size: float) -> Change:
    def change(draft: Draft) -> None:
        for name in ("query", "key"):
            draft.arrays[name] *= size**0.5

    return change


def _times(size: float, *names: str) -> Change:
    def change(draft: Draft) -> None:
        for name in names:
            draft.arrays[name] *= size

    return change


def _denormals(draft: Draft) -> None:
    for name in ("query", "key", "value"):
        draft.arrays[name] *= precision_of(draft.dtype).tiny / 4


def _wide_range(draft: Draft) -> None:
    for name in ("query", "key", "value"):
        draft.arrays[name] *= 10 ** draft.rng.uniform(-2, 2, draft.arrays[name].shape)


def _ties(draft: Draft) -> None:
    draft.arrays["key"][...] = draft.arrays["key"][:, :1]


def _large_negative(size: float) -> Change:
    """Every score of two rows is a large negative number, which hides nothing."""

    def change(draft: Draft) -> None:
        _bias(draft)
        draft.arrays["bias"][:, :, 1:3] -= size

    return change


def _bias_of(*shape: str | int) -> Change:
    def change(draft: Draft) -> None:
        draft.arrays["bias"] = draft.normal(*_shape(draft.sizes, shape))

    return change


def _mask_of(*shape: str | int) -> Change:
    def change(draft: Draft) -> None:
        draft.hide(draft.rng.random(_shape(draft.sizes, shape)) < 0.6)

    return change


def _shape(sizes: Sizes, shape: Sequence[str | int]) -> tuple[int, ...]:
    return tuple(getattr(sizes, length) if isinstance(length, str) else length for length in shape)


def _unbatched(draft: Draft) -> None:
    draft.unbatched = True


def _all_of(*changes: Change) -> Change:
    def change(draft: Draft) -> None:
        for one in changes:
            one(draft)

    return change


@dataclass(frozen=True)
class Case:
    """A way of making instances: sizes, features by name, what else is done, and whether the scores are cut small."""

    label: str
    features: tuple[str, ...] = ()
    sizes: Mapping[str, int] = field(default_factory=dict)
    change: Change = _nothing
    cut: bool = False


ALONE = (Case("nothing else"), *(Case(name, (name,)) for name in FEATURES))

SPECIAL = (
    Case("rows with nothing to attend to", ("bias", "cotangent of the log-sum-exp"), change=_rows_masked),
    Case("rows that see the sink only", ("sinks", "cotangent of the log-sum-exp"), change=_rows_masked),
    Case("nothing for anyone", (), change=_all_masked),
    Case("hidden NaN and infinity", ("cotangent of the log-sum-exp",), change=_poison),
    Case("hidden NaN, sinks, groups", ("sinks", "grouped queries", "softcap"), change=_poison),
    Case("NaN beyond lengths and window", (), change=_poison_beyond),
    Case("one key", ("cotangent of the log-sum-exp",), {"S": 1}),
    Case("one query, the last position", ("grouped queries",), {"T": 1}, _causal(lambda size: size.S - size.T)),
    Case("bottom-right", ("more keys",), change=_causal(lambda size: size.S - size.T)),
    Case("bottom-right, more queries", ("more queries",), change=_causal(lambda size: size.S - size.T)),
    Case("offset beyond the keys", (), change=_causal(lambda size: size.S + 3)),
    Case("offset before the keys", ("sinks",), change=_causal(lambda size: -size.T - 3)),
    Case("window of one", (), change=_option("local_window_size", 0)),
    Case("window wider than the keys", (), change=_option("local_window_size", (9, 9))),
    Case("window past the last key", ("more queries",), change=_option("local_window_size", (1, 0))),
    Case(
        "window that moves with the offset",
        ("more keys",),
        change=_all_of(_option("local_window_size", (2, 0)), _causal(lambda size: size.S - size.T)),
    ),
    Case(
        "lengths of zero",
        ("sinks",),
        change=_all_of(
            _lengths("query_seq_lengths", lambda size: [0, size.T]),
            _lengths("key_value_seq_lengths", lambda size: [size.S, 0]),
        ),
    ),
    Case("lengths past the ends", (), change=_lengths("key_value_seq_lengths", lambda size: [size.S + 4, size.S])),
    Case("scores of 1e4", ("cotangent of the log-sum-exp",), change=_scores_of(1e4)),
    Case("scores of 1e4 under a softcap", ("softcap",), change=_scores_of(1e4)),
    Case("scores beyond float16", ("sinks",), change=_times(400.0, "query", "key")),
    Case("values beyond float16", (), change=_times(3e4, "value")),
    Case("denormals", ("cotangent of the log-sum-exp",), change=_denormals),
    Case("wide range", (), change=_wide_range),
    Case("equal scores", ("causal",), change=_ties),
    Case("large negative rows", ("sinks",), change=_large_negative(2e4)),
    Case("rows of -3e38", ("cotangent of the log-sum-exp",), change=_large_negative(3e38)),
    Case("bias (S,)", (), change=_bias_of(1, "S")),
    Case("bias (B, 1, 1, S)", (), change=_bias_of("B", 1, 1, "S")),
    Case("bias (T, 1) of groups", ("grouped queries",), change=_bias_of(1, "T", 1)),
    Case("mask (T, S)", (), change=_mask_of("T", "S")),
    Case("mask (B, N, 1, S) of groups", ("grouped queries",), change=_mask_of("B", "N", 1, "S")),
    Case("one head of keys", ("bias",), {"N": 4, "K": 1}),
    Case("no batch axis", ("bias", "mask", "grouped queries"), {"B": 1}, _unbatched),
    Case("no keys", ("sinks",), {"S": 0}),
    Case("no keys and no sink", (), {"S": 0}),
    Case("no queries", ("bias",), {"T": 0}),
    Case("many blocks", ("causal", "sinks", "grouped queries"), {"B": 1, "T": 70, "S": 90, "H": 4}),
    Case("blocks under a causal mask", ("causal",), {"T": 8, "S": 8}, cut=True),
    Case("blocks under a window", (), {"T": 9, "S": 9}, _option("local_window_size", (2, 2)), cut=True),
    Case(
        "blocks within lengths",
        (),
        {"T": 8, "S": 8},
        _all_of(
            _lengths("query_seq_lengths", lambda size: [3, size.T]),
            _lengths("key_value_seq_lengths", lambda size: [size.S, 3]),
        ),
        cut=True,
    ),
    Case("blocks of scores of 100", (), {"T": 8, "S": 8}, _scores_of(100.0), cut=True),
)


MOST_TOGETHER = 7


def _exclusive(names: Sequence[str]) -> bool:
    kinds = [FEATURES[name].kind for name in names]
    return len(set(kinds)) == len(kinds)


def _pairs() -> Iterator[tuple[str, str]]:
    return (pair for pair in itertools.combinations(FEATURES, 2) if _exclusive(pair))


def _together() -> Iterator[tuple[str, ...]]:
    """Sets of compatible features such that every pair is in one of them, greedily.

    They are no larger than `MOST_TOGETHER`, for all masks together hide nearly everything.
    """
    missing = set(_pairs())
    while missing:
        chosen: list[str] = []
        while len(chosen) < MOST_TOGETHER:
            compatible = [name for name in FEATURES if _exclusive([*chosen, name])]
            chosen.append(max(compatible, key=lambda name: _covered(missing, chosen, name)))
        ordered = tuple(name for name in FEATURES if name in chosen)
        missing -= set(itertools.combinations(ordered, 2))
        yield ordered


def _covered(missing: set[tuple[str, str]], chosen: Sequence[str], name: str) -> tuple[int, int]:
    """How many missing pairs a feature adds to those chosen, and how many it has altogether."""
    mine = [pair for pair in missing if name in pair]
    return sum(set(pair) <= {*chosen, name} for pair in mine), len(mine)


TOGETHER = tuple(Case(f"together {n}", names) for n, names in enumerate(_together()))
PAIRS = tuple(Case(" + ".join(pair), pair) for pair in _pairs())
CASES = (*ALONE, *SPECIAL, *TOGETHER, *PAIRS)


def make_instance(dtype: np.dtype, seed: int, number: int) -> Instance:
    """Instance `number` of a run: the cases take turns, the values depend on the dtype, the seed and the number."""
    case = CASES[number % len(CASES)]
    chosen = [FEATURES[name] for name in FEATURES if name in case.features]
    lengths = {name: length for feature in chosen for name, length in feature.sizes.items()}
    draft = Draft(Sizes(**{**lengths, **case.sizes}), dtype, np.random.default_rng([seed, number]))
    size = draft.sizes
    draft.arrays |= {
        "query": draft.normal(size.B, size.T, size.N, size.H),
        "key": draft.normal(size.B, size.S, size.K, size.H),
        "value": draft.normal(size.B, size.S, size.K, size.E),
    }
    for feature in chosen:
        feature.change(draft)
    case.change(draft)
    arrays = {name: _held(draft.arrays[name], dtype) for name in DIFFERENTIABLE if name in draft.arrays}
    cotangents = {"output": draft.normal(size.B, size.T, size.N, size.E)}
    if draft.with_logsumexp:
        cotangents["logsumexp"] = draft.normal(size.B, size.T, size.N)
    return Instance(
        case.label,
        frozenset(case.features),
        size,
        arrays,
        {name: held(draft.rng.normal(size=x.shape), dtype) for name, x in arrays.items()},
        {name: held(x, dtype) for name, x in cotangents.items()},
        draft.options,
        draft.mask,
        {name: _held(x, dtype) for name, x in draft.poisoned.items()},
        draft.unbatched,
        case.cut,
    )


def _held(array: Array, dtype: np.dtype) -> Array:
    """The nearest finite values that the dtype holds; NaN and infinity stay."""
    largest = float(np.finfo(dtype).max) if dtype.kind == "f" else 3e38
    return held(np.where(np.isfinite(array), np.clip(array, -largest, largest), array), dtype)
