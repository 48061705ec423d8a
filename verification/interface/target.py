"""A function that is not ours as the attention interface: its calls, its instances, and what is expected."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

import numpy as np

from derivations.notation import features, keys, queries, values
from verification.bounds import Array, compute_dtype
from verification.checks import Comparison
from verification.interface import textbook
from verification.interface.calls import FORWARD, VJP, arguments, largest
from verification.interface.checks import MOST_FEATURES, MOST_KEYS, References
from verification.interface.instances import CASES, Instance, Mask, make_instance
from verification.target import (
    BadTarget,
    Binding,
    Call,
    Parameter,
    Record,
    Target,
    bound,
    described,
    results_of,
    shown,
)

NAMES = (FORWARD, VJP)
LABELS = tuple(case.label for case in CASES)
FEATURES: Mapping[str, str] = {
    "groups": "fewer heads of keys than of queries; head n of the queries has head n // (N // K) of the keys",
    "value_width": "values of another width than queries and keys",
    "causal": "is_causal=True: query i sees the keys 0 to i, also if there are more keys than queries",
    "mask": "mask, True where a query may see a key",
    "bias": "bias, added to the scores after scale and softcap",
    "scale": "scale, another factor of the scores than one over the square root of the width",
    "window": "local_window_size, a number or (left, right)",
    "lengths": "query_seq_lengths and key_value_seq_lengths, (B,) integers",
    "softcap": "softcap=c: the scaled scores x become c tanh(x / c), before bias and mask",
    "sinks": "sinks, one more logit for each head, with value 0",
    "offset": "causal_offset, the place of the first query among the keys, one or (B,) integers",
    "logsumexp": "return_logsumexp=True: the log-sum-exp as second result; for the vjp logsumexp_cotangent",
    "empty": "rows with nothing to attend to, output 0 and log-sum-exp minus infinity, and arrays without any keys",
    "infinite_bias": "minus infinity in the bias, which hides a key as a mask does",
    "broadcast": "mask and bias that broadcast to (B, N, T, S)",
    "hidden_nan": "NaN and infinity in keys and values that no query sees",
    "unbatched": "arrays without a batch axis",
}
KEYWORDS: Mapping[str, tuple[str, ...]] = {
    "causal": ("is_causal",),
    "mask": ("mask",),
    "bias": ("bias",),
    "scale": ("scale",),
    "window": ("local_window_size",),
    "lengths": ("query_seq_lengths", "key_value_seq_lengths"),
    "softcap": ("softcap",),
    "sinks": ("sinks",),
    "offset": ("causal_offset",),
}
RESULTS: Mapping[str, tuple[str, ...]] = {
    FORWARD: ("output",),
    VJP: ("query_cotangent", "key_cotangent", "value_cotangent"),
}
COTANGENT = Parameter("output_cotangent", (queries, values))
PARAMETERS = (
    Parameter("query", (queries, features)),
    Parameter("key", (keys, features)),
    Parameter("value", (keys, values)),
)
HEADS_AFTER_TOKENS = ("query", "key", "value", "output", "output_cotangent", *RESULTS[VJP])
OF_ROWS = ("logsumexp", "logsumexp_cotangent")


def rows_with_something(instance: Instance) -> Mask:
    """(B, T, N): the queries that see a key or a sink."""
    sinking = textbook.present(instance)[:, :, None] & ("sinks" in instance.arrays)
    found: Mask = textbook.attending(instance) | sinking
    return found


def needs_of(name: str, instance: Instance) -> frozenset[str]:
    """The features that a function needs to be given an instance; without `empty`, empty rows may be left out."""
    size, options, bias = instance.sizes, instance.options, instance.arrays.get("bias")
    given = {*instance.arrays, *options, *(["mask"] if instance.mask is not None else [])}
    some = rows_with_something(instance)
    of_broadcast = [array for array in (bias, instance.mask) if array is not None]
    needed = {
        "groups": size.N != size.K,
        "value_width": size.E != size.H,
        **{feature: bool(given & set(keywords)) for feature, keywords in KEYWORDS.items()},
        "empty": not size.S or not some.any() or (name == VJP and not some.all()),
        "infinite_bias": bias is not None and bool(np.isneginf(bias).any()),
        "broadcast": any(array.shape != (size.B, size.N, size.T, size.S) for array in of_broadcast),
        "hidden_nan": bool(instance.poisoned),
        "unbatched": instance.unbatched,
    }
    return frozenset(feature for feature, is_needed in needed.items() if is_needed)


@dataclass(frozen=True)
class AttentionTrial:
    """A target as a function of the interface, what it supports, and how it is called."""

    target: Target
    name: str
    supports: frozenset[str]
    binding: Binding

    @property
    def returned(self) -> tuple[str, ...]:
        """The results that the target must return."""
        wide = self.name == FORWARD and "logsumexp" in self.supports
        return (*RESULTS[self.name], *(["logsumexp"] if wide else []))

    @property
    def left_out(self) -> tuple[str, ...]:
        """What the interface is checked for and the target is not, a line for each."""
        lines = [f"{name}: not supported ({about})" for name, about in FEATURES.items() if name not in self.supports]
        others = [name for name in ("bias", "scale", "softcap", "sinks") if name in self.supports]
        if self.name == VJP and others:
            lines.insert(0, f"cotangents of {', '.join(others)}: only those of query, key and value are compared")
        return tuple(lines)

    def cases(self, dtype: np.dtype, seed: int, numbers: Iterable[int]) -> Iterator[AttentionCase]:
        """The instances that need nothing which the target lacks."""
        for number in numbers:
            case = self.case(dtype, number, make_instance(dtype, seed, number))
            if not case.needs - self.supports:
                yield case

    def case(self, dtype: np.dtype, number: int, instance: Instance) -> AttentionCase:
        """The instance as the target can be given it."""
        return AttentionCase(self, dtype, number, self._adapted(instance))

    def _adapted(self, instance: Instance) -> Instance:
        """Without hidden NaN, short shapes, or a cotangent that the target lacks; nothing moves."""
        size, has = instance.sizes, self.supports
        cotangents = {"output": instance.cotangents["output"]}
        if self.name == VJP and "logsumexp" in has and "logsumexp" in instance.cotangents:
            cotangents["logsumexp"] = instance.cotangents["logsumexp"]
        changed = replace(
            instance,
            tangents={name: np.zeros_like(x) for name, x in instance.arrays.items()},
            cotangents=cotangents,
            poisoned=instance.poisoned if "hidden_nan" in has else {},
            unbatched=instance.unbatched and "unbatched" in has,
            options={name: x for name, x in instance.options.items() if name != "causal_offset" or np.any(x)},
        )
        return changed if "broadcast" in has else _in_full(changed, (size.B, size.N, size.T, size.S))


def _in_full(instance: Instance, shape: tuple[int, ...]) -> Instance:
    """With a mask and a bias of the full shape."""
    arrays, tangents, poisoned = (
        {name: np.broadcast_to(x, shape) if name == "bias" else x for name, x in some.items()}
        for some in (instance.arrays, instance.tangents, instance.poisoned)
    )
    mask = None if instance.mask is None else np.broadcast_to(instance.mask, shape)
    return replace(instance, arrays=arrays, tangents=tangents, poisoned=poisoned, mask=mask)


@dataclass(frozen=True)
class AttentionCase:
    """One instance of the interface for a target."""

    trial: AttentionTrial
    dtype: np.dtype
    number: int
    instance: Instance

    @property
    def name(self) -> str:
        """What the table calls it: the one feature that it needs, or several together."""
        needs = [feature for feature in FEATURES if feature in self.needs]
        return ", ".join((self.trial.name, *(needs if len(needs) < 2 else ["several together"])))

    @cached_property
    def needs(self) -> frozenset[str]:
        """The features of the target that it needs."""
        return needs_of(self.trial.name, self.instance)

    @cached_property
    def references(self) -> References:
        return References(self.instance, self.dtype)

    @property
    def call(self) -> Call:
        """The arguments as the target is given them."""
        given, wanted = arguments(self.instance, self.dtype), [p.name for p in _parameters(self.trial.name)]
        made = {name: self._laid_out(name, given[name]) for name in wanted}
        made |= {name: given[name] for names in KEYWORDS.values() for name in names if name in given}
        if "logsumexp_cotangent" in given and self.trial.name == VJP:
            made["logsumexp_cotangent"] = self._laid_out("logsumexp_cotangent", given["logsumexp_cotangent"])
        if "logsumexp" in self.trial.returned:
            made["return_logsumexp"] = True
        return self.trial.binding.call(made)

    def _laid_out(self, name: str, array: Any) -> Any:
        """An array with heads after tokens in the target's layout, or back."""
        if self.trial.target.layout != "BHTD":
            return array
        return np.swapaxes(array, -3, -2) if name in HEADS_AFTER_TOKENS else np.swapaxes(array, -2, -1)

    def results(self) -> Mapping[str, Array]:
        """What the target returns, by name, as the interface lays it out. Raises `BadTarget` for other shapes."""
        found, names = results_of(self.trial.target, self.call), self.trial.returned
        if len(found) != len(names):
            raise BadTarget(f"it returns {len(found)} results; {', '.join(names)} is expected")
        return {name: self._restored(name, result) for name, result in zip(names, found, strict=True)}

    def _restored(self, name: str, result: Array) -> Array:
        shape = self._as_returned(name, np.empty(self.references.bounds[name].shape)).shape
        if result.shape != shape:
            raise BadTarget(f"it returns {name} of shape {result.shape}; {shape} is expected")
        back: Array = self._laid_out(name, result)
        return back[None] if self.instance.unbatched else back

    def _as_returned(self, name: str, array: Array) -> Array:
        """The other way: a result of the interface as the target should return it."""
        laid_out: Array = self._laid_out(name, array[0] if self.instance.unbatched else array)
        return laid_out

    def compared(self, name: str) -> Mask:
        """The entries of a result that are compared: not those of empty rows, unless the target supports them."""
        shape = np.shape(self.references.bounds[name])
        if self.trial.name == VJP or "empty" in self.trial.supports:
            return np.ones(shape, np.bool_)
        some = rows_with_something(self.instance)
        return np.broadcast_to(some if name in OF_ROWS else some[..., None], shape)

    @property
    def affordable(self) -> bool:
        """Whether it is small enough for high precision."""
        size = self.instance.sizes
        return max(size.S, size.T) <= MOST_KEYS and size.B * size.N * size.H <= MOST_FEATURES

    def comparisons(self) -> Iterator[Comparison]:
        """Against high precision and against the textbook; whatever the target raises is a finding."""
        try:
            got = self.results()
        except Exception as error:
            nothing = np.full((), np.nan)
            yield Comparison("runs", described(error), nothing, nothing, nothing, 1.0)
            return
        references = self.references
        for name, result in got.items():
            kept = self.compared(name)
            if self.affordable:
                said = kept & ~np.isnan(references.exact[name])
                yield self._compared("theorem", name, result, references.exact[name], references.bounds[name], said)
            yield self._compared(
                "textbook", name, result, references.textbook[name], references.reference_bounds[name], kept
            )

    def _compared(self, check: str, name: str, got: Array, wanted: Array, allowed: Array, kept: Mask) -> Comparison:
        return Comparison(check, name, got[kept], wanted[kept], allowed[kept], self.largest(name))

    def largest(self, name: str) -> float:
        """The largest number of a result's dtype."""
        return largest(compute_dtype(self.dtype) if name in OF_ROWS else self.dtype)

    @cached_property
    def expected(self) -> Mapping[str, tuple[Array, Array]]:
        """Each result, NaN where it is not compared, and the bound: by the theorems, or else by the textbook."""
        found = {}
        for name in self.trial.returned:
            wanted, allowed = self.references.textbook[name], self.references.reference_bounds[name]
            if self.affordable:
                exact, said = self.references.exact[name], ~np.isnan(self.references.exact[name])
                wanted = np.where(said, exact, wanted)
                allowed = np.where(said, self.references.bounds[name], allowed)
            found[name] = np.where(self.compared(name), wanted, np.nan), allowed
        return found

    def values(self) -> list[Comparison]:
        """What the target returns against what is expected; the target may raise what it likes."""
        return [
            self._compared("value", name, result, *self.expected[name], self.compared(name))
            for name, result in self.results().items()
        ]

    def run(self) -> None:
        """Call the target once. Raises what the target raises, and `BadTarget`."""
        self.results()

    def changed(self, instance: Instance) -> AttentionCase:
        """The same on another instance."""
        return self.trial.case(self.dtype, self.number, instance)

    def record(self) -> Record:
        """What is kept of it on disk."""
        return Record(
            target=self.trial.target,
            kernel=self.trial.name,
            name=", ".join((self.trial.name, *(feature for feature in FEATURES if feature in self.needs))),
            label=self.instance.label,
            dtype=self.dtype,
            call=self.call,
            returned=self.trial.returned,
            expected={
                name: (self._as_returned(name, wanted), self._as_returned(name, allowed))
                for name, (wanted, allowed) in self.expected.items()
            },
            largest={name: self.largest(name) for name in self.trial.returned},
        )


def _parameters(name: str) -> tuple[Parameter, ...]:
    return (*PARAMETERS, *([COTANGENT] if name == VJP else []))


def _flags(name: str, supports: frozenset[str]) -> Sequence[str]:
    """The keywords that the target must take."""
    of_results = ["logsumexp_cotangent"] if name == VJP else ["return_logsumexp"]
    named = [keyword for feature, keywords in KEYWORDS.items() if feature in supports for keyword in keywords]
    return [*named, *(of_results if "logsumexp" in supports else [])]


def attention_trial(target: Target, name: str, supports: Iterable[str]) -> AttentionTrial:
    """The target with how it is called, tried once.

    Raises:
        BadTarget: there is no such feature, the parameters do not fit, the target raises, or it returns results of
            other shapes.
    """
    has = frozenset(supports)
    for feature in sorted(has - FEATURES.keys()):
        raise BadTarget(f"{name} has no feature {feature!r}; known: {', '.join(FEATURES)}")
    tried = AttentionTrial(target, name, has, bound(target, _parameters(name), _flags(name, has)))
    dtype = np.dtype(np.float32)
    first = tried.case(dtype, 0, make_instance(dtype, 0, 0))
    try:
        first.run()
    except BadTarget as error:
        raise BadTarget(f"{target.name}, called with {shown(first.call)}: {error}") from None
    except Exception as error:
        raise BadTarget(f"{target.name} raises {described(error)}, called with {shown(first.call)}") from error
    return tried
