"""Functions that are not ours, and how they are called: their parameters, kinds of arrays and layouts of axes."""

from __future__ import annotations

import importlib
import inspect
import sys
from collections import OrderedDict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from functools import reduce
from pathlib import Path
from typing import Any

import jax
import numpy as np
from numpy.typing import NDArray

from derivations.index import Axis
from derivations.notation import keys, queries

Function = Callable[..., Any]
Shape = tuple[int, ...]

STARS = (inspect.Parameter.VAR_POSITIONAL, inspect.Parameter.VAR_KEYWORD)
ARRAYS = ("numpy", "jax", "torch")
LAYOUTS = ("BTNH", "BHTD")
SCALES = ("scale", "softmax_scale", "sm_scale")  # parameters that are one over the temperature
SYNONYMS: Mapping[str, tuple[str, ...]] = {
    "temperature": ("temperature", "tau", *SCALES),
    "mask": ("mask", "attn_mask"),
    "is_causal": ("is_causal", "causal"),
    "bias": ("bias", "attn_bias"),
}
FLAGS = ("mask", "is_causal", "bias")  # passed by name


class BadTarget(ValueError):
    """A target that cannot be verified as it is; the message says why and what is expected."""


@dataclass(frozen=True)
class Target:
    """A function under test, the kind of arrays it takes, and the layout of their axes, the kernel's own if empty."""

    name: str
    function: Function
    arrays: str = "numpy"
    layout: str = ""


@dataclass(frozen=True)
class Parameter:
    """What a kernel is given under a name: an array over these axes, or a number; optional if it has a default."""

    name: str
    axes: tuple[Axis, ...]
    default: str = ""


@dataclass(frozen=True)
class Call:
    """The arguments of one call, each with a name: NumPy arrays, numbers and flags."""

    positional: tuple[tuple[str, Any], ...]
    keywords: Mapping[str, Any]

    @property
    def named(self) -> dict[str, Any]:
        """All of them."""
        return {**dict(self.positional), **self.keywords}


@dataclass(frozen=True)
class Record:
    """A call on which a target fails, and for each result what is expected and the bound, in the target's layout.

    What is expected is NaN where nothing is.
    """

    target: Target
    kernel: str
    name: str
    label: str
    dtype: np.dtype
    call: Call
    returned: tuple[str, ...]
    expected: Mapping[str, tuple[NDArray[np.float64], NDArray[np.float64]]]
    largest: Mapping[str, float]


def loaded(name: str) -> Function:
    """The function that `package.module:function` names. Raises `BadTarget`."""
    module_name, _, path = name.partition(":")
    if not module_name or not path:
        raise BadTarget(f"the target {name!r} does not name a function; write it as package.module:function")
    try:
        module = importlib.import_module(module_name)
    except ModuleNotFoundError as error:
        if error.name and f"{module_name}.".startswith(f"{error.name}."):
            raise BadTarget(
                f"there is no module {error.name!r}; install it, or run this in the folder that holds it"
            ) from None
        raise BadTarget(f"{module_name!r} does not import: it needs the package {error.name!r}") from None
    except Exception as error:
        raise BadTarget(f"{module_name!r} does not import: {described(error)}") from None
    try:
        function = reduce(getattr, path.split("."), module)
    except AttributeError:
        near = get_close_matches(path, [other for other in vars(module) if callable(getattr(module, other))], n=1)
        hint = f"; did you mean {near[0]!r}?" if near else ""
        raise BadTarget(f"the module {module_name!r} has no {path!r}{hint}") from None
    if not callable(function):
        raise BadTarget(f"{name!r} is no function but {type(function).__name__}")
    made: Function = function
    return made


def name_of(function: Function) -> str:
    """The name by which `loaded` finds a function; it has a `<` in it if that cannot be."""
    name = getattr(function, "__qualname__", f"<{type(function).__qualname__}>")
    return f"{getattr(function, '__module__', type(function).__module__)}:{name}"


def folder_of(function: Function) -> str:
    """The folder from which the function's module can be imported; empty if that is not known."""
    name = getattr(function, "__module__", "")
    file = getattr(sys.modules.get(name), "__file__", None)
    if not file:
        return ""
    path = Path(file).absolute()
    return str((path.parent if path.stem == "__init__" else path).parents[name.count(".")])


def described(error: Exception) -> str:
    """An exception in one line."""
    return " ".join(f"{type(error).__name__}: {error}".split())


@dataclass(frozen=True)
class Binding:
    """Which parameter of a function takes what we call by a name.

    A function without a signature takes flags by name and all else by position.
    """

    parameters: Mapping[str, str]
    signature: inspect.Signature | None
    flags: tuple[str, ...] = FLAGS

    @property
    def scaled(self) -> bool:
        """Whether the function takes one over the temperature."""
        return self.parameters.get("temperature") in SCALES

    def call(self, values: Mapping[str, Any]) -> Call:
        """The arguments in the function's order and under its names; those that it does not take are left out."""
        given = {
            self.parameters[name]: 1 / value if name == "temperature" and self.scaled else value
            for name, value in values.items()
            if name in self.parameters
        }
        if self.signature is None:
            by_position = tuple((name, value) for name, value in given.items() if name not in self.flags)
            return Call(by_position, {name: value for name, value in given.items() if name in self.flags})
        flags = [self.parameters[name] for name in self.flags if self.parameters.get(name) in given]
        ordered = OrderedDict((name, name) for name in self.signature.parameters if name in given and name not in flags)
        arguments = inspect.BoundArguments(self.signature, ordered)
        by_position = tuple((name, given[name]) for name in arguments.args)
        return Call(by_position, {name: given[name] for name in (*arguments.kwargs, *flags)})


def bound(target: Target, parameters: Sequence[Parameter], flags: Sequence[str]) -> Binding:
    """How the function takes a kernel's arguments.

    A parameter takes the argument of its name. The arguments that are left go, in their order, to the parameters that
    are left and have no default; the optional arguments and the temperature need no parameter.

    Raises:
        BadTarget: there are more or fewer such parameters.
    """
    signature = _signature(target.function)
    if signature is None:
        return Binding({name: name for name in (*(p.name for p in parameters), *flags)}, None, tuple(flags))
    known = signature.parameters
    takes_any = any(p.kind is p.VAR_KEYWORD for p in known.values())
    taken = {
        name: theirs
        for name in (*(p.name for p in parameters), *flags)
        for theirs in [next((other for other in SYNONYMS.get(name, (name,)) if other in known), "")]
        if theirs
    }
    for flag in flags:
        if flag not in taken and takes_any:
            taken[flag] = flag
        elif flag not in taken:
            names = " or ".join(SYNONYMS.get(flag, (flag,)))
            raise BadTarget(f"{target.name} takes {signature}, without {names}")
    open_ = [p.name for p in known.values() if p.default is p.empty and p.kind not in STARS]
    free = [name for name in open_ if name not in taken.values()]
    missing = [p for p in parameters if p.name not in taken]
    required = [p for p in missing if not p.default]
    for choice in (required, missing, *([p for p in some if p.name != "temperature"] for some in (required, missing))):
        if len(choice) == len(free):
            named = {p.name: theirs for p, theirs in zip(choice, free, strict=True)}
            return Binding({**taken, **named}, signature, tuple(flags))
    wanted = ", ".join(f"[{p.name}]" if p.default else p.name for p in parameters)
    raise BadTarget(
        f"{target.name} takes {signature}, but it is called with ({wanted}); wrap it in a function of these"
    )


def _signature(function: Function) -> inspect.Signature | None:
    """The signature, if it says what the function takes."""
    try:
        signature = inspect.signature(function)
    except (TypeError, ValueError):
        return None
    named = [p for p in signature.parameters.values() if p.kind not in STARS]
    stars = [p for p in signature.parameters.values() if p.kind is p.VAR_POSITIONAL]
    return None if stars and not named else signature


def arranged(array: NDArray[Any], axes: Sequence[Axis], layout: str) -> NDArray[Any]:
    """The array (..., *axes) in the layout: (B, H) in front, and in BTNH the head after the tokens.

    What has both queries and keys, such as a mask, is (B, H, T, S) in both layouts.
    """
    if not layout:
        return array
    four = array.reshape((1,) * (2 - array.ndim + len(axes)) + array.shape)
    return np.swapaxes(four, 1, 2) if _moved(axes, layout) else four


def restored(array: NDArray[Any], axes: Sequence[Axis], shape: Shape, layout: str) -> NDArray[Any]:
    """The array in a layout as one of this shape, (..., *axes)."""
    return (np.swapaxes(array, 1, 2) if _moved(axes, layout) else array).reshape(shape)


def _moved(axes: Sequence[Axis], layout: str) -> bool:
    tokens = {queries, keys}
    return layout == "BTNH" and bool(axes) and axes[0] in tokens and not set(axes[1:]) & tokens


def made_of(kind: str, value: Any) -> Any:
    """An array of the kind that the target takes, with memory of its own; numbers and flags as they are."""
    if not isinstance(value, np.ndarray):
        return value
    if kind == "numpy":
        return value.copy()
    if kind == "jax":
        return jax.numpy.asarray(value)
    torch = importlib.import_module("torch")
    return torch.from_dlpack(jax.numpy.asarray(value)).clone()


def as_numpy(result: Any) -> NDArray[np.float64]:
    """An array of any kind in float64."""
    if hasattr(result, "detach"):
        result = result.detach().cpu().double()
    return np.asarray(result).astype(np.float64)


def results_of(target: Target, call: Call) -> tuple[NDArray[np.float64], ...]:
    """What the target returns, as float64 arrays in its layout."""
    positional = [made_of(target.arrays, value) for _, value in call.positional]
    keywords = {name: made_of(target.arrays, value) for name, value in call.keywords.items()}
    with np.errstate(all="ignore"):
        results = target.function(*positional, **keywords)
        return tuple(as_numpy(x) for x in (results if isinstance(results, tuple | list) else (results,)))


def shown(call: Call) -> str:
    """The arguments in a few words."""
    words = {name: str(x.shape) if isinstance(x, np.ndarray) else f"{x:.6g}" for name, x in call.named.items()}
    return ", ".join(f"{name} {word}" for name, word in words.items())
