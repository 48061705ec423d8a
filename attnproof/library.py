"""Looking up theorems, chapters and kernels."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from string import ascii_lowercase

from attnproof.errors import Stop, near
from codegen.kernels import KERNELS, Kernel
from codegen.pieces import ABOUT, FUNCTIONS, INTERFACE, PIECES
from derivations import catalogue
from derivations.catalogue import cites
from derivations.chapters import reading_order
from derivations.proof import Theorem


def theorems() -> dict[str, Theorem]:
    """Every theorem of the catalogue by its id, in order."""
    return {theorem.id: theorem for theorem in catalogue.CATALOGUE}


def kernels() -> dict[str, tuple[str, Kernel]]:
    """Every kernel's name, with its module."""
    return {kernel.name: (module, kernel) for module, group in KERNELS.items() for kernel in group}


def listed() -> list[tuple[str, str, tuple[str, ...], str]]:
    """Name, module, theorems and purpose of every kernel and of the functions of the attention interface."""
    declared = [(name, module, lowered_from(kernel), kernel.about) for name, (module, kernel) in kernels().items()]
    return [*declared, *((name, INTERFACE, interface_theorems(), about) for name, about in ABOUT.items())]


def verified() -> tuple[str, ...]:
    """The names of what can be verified: the kernels and the functions of the attention interface."""
    return (*kernels(), *FUNCTIONS)


def lowered_from(kernel: Kernel) -> tuple[str, ...]:
    """The ids of the theorems that a kernel is lowered from."""
    return tuple(dict.fromkeys(output.theorem for output in kernel.outputs))


def kernels_of(theorem: Theorem) -> tuple[str, ...]:
    """The names of the kernels that are lowered from a theorem, and of the interface where a function of it is."""
    names = [name for name, (_, kernel) in kernels().items() if theorem.id in lowered_from(kernel)]
    return (*names, *([INTERFACE] if theorem.id in interface_theorems() else []))


def interface_theorems() -> tuple[str, ...]:
    """The ids of the theorems that the functions of the attention interface are lowered from."""
    return tuple(dict.fromkeys(name for piece in PIECES for name in lowered_from(piece.kernel)))


def selected(ids: Iterable[str]) -> tuple[Theorem, ...]:
    """The theorems with these ids in reading order, where A2 means A2a, A2b and so on; all when no id is given.

    Raises Stop for an id that no theorem has.
    """
    known, ids = theorems(), list(ids)
    wanted = {name for each in ids for name in _matching(each, known)} if ids else set(known)
    return tuple(theorem for theorem in in_order(known) if theorem.id in wanted)


def in_order(known: Mapping[str, Theorem]) -> list[Theorem]:
    """Theorems in reading order: by chapter, number and letter."""
    return sorted(known.values(), key=reading_order)


def _matching(given: str, known: dict[str, Theorem]) -> list[str]:
    found = [name for name in known if re.fullmatch(rf"{re.escape(given)}[a-z]?", name, re.IGNORECASE)]
    if found:
        return found
    raise Stop(_of_kernel(given) or _of_id(given, known) or _NOWHERE.format(given))


_NOWHERE = "there is no theorem {!r}; `attnproof list` shows them all"


def _of_kernel(given: str) -> str:
    """What to say of the name of a kernel, or of what is nearly one; nothing of any other."""
    sources = {name: f"attnproof show {' '.join(ids)}" for name, _, ids, _ in listed()}
    if given in sources:
        return f"{given!r} is a kernel, not a theorem; it is lowered from: {sources[given]}"
    if nearest := near(given, list(sources)):
        return f"there is no theorem {given!r}; the kernel {nearest!r} is lowered from: {sources[nearest]}"
    return ""


def _of_id(given: str, known: Mapping[str, Theorem]) -> str:
    """What to say of what looks like an id: what its item or its chapter holds; nothing of any other name."""
    looked = re.fullmatch(r"([A-Z])(\d*)[a-z]*", given[:1].upper() + given[1:].lower())
    if not looked:
        return ""
    chapter, item = looked[1], looked[1] + looked[2]
    ids = [theorem.id for theorem in in_order(known)]
    items = list(dict.fromkeys(name.rstrip(ascii_lowercase) for name in ids if name[0] == chapter))
    if item in items:
        inside = [name for name in ids if name.rstrip(ascii_lowercase) == item]
        return f"there is no theorem {given!r}; did you mean one of {', '.join(inside)}?"
    if not items:
        return ""
    if given.upper() == chapter:
        return f"{given!r} is a chapter, not a theorem; to see all of it: attnproof show {' '.join(items)}"
    return f"there is no theorem {given!r}; chapter {chapter} has {', '.join(items)}"


def with_premises(wanted: Sequence[Theorem]) -> tuple[Theorem, ...]:
    """The theorems and all that they rest on, in the catalogue's order."""
    known, needed, open_ids = theorems(), set[str](), [theorem.id for theorem in wanted]
    while open_ids:
        name = open_ids.pop()
        if name in known and name not in needed:
            needed.add(name)
            open_ids += cites(known[name])
    return tuple(theorem for name, theorem in known.items() if name in needed)
