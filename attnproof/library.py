"""Looking up theorems, chapters and kernels."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from attnproof.errors import Stop, unknown
from codegen.kernels import KERNELS, Kernel
from codegen.pieces import ABOUT, FUNCTIONS, INTERFACE, PIECES
from derivations import catalogue
from derivations.catalogue import cites
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
    """The theorems with these ids, where A2 means A2a, A2b and so on; all of them when no id is given.

    Raises Stop for an id that no theorem has.
    """
    known, ids = theorems(), list(ids)
    wanted = {name for each in ids for name in _matching(each, known)} if ids else set(known)
    return tuple(theorem for name, theorem in known.items() if name in wanted)


def _matching(given: str, known: dict[str, Theorem]) -> list[str]:
    found = [name for name in known if re.fullmatch(rf"{re.escape(given)}[a-z]?", name, re.IGNORECASE)]
    if found:
        return found
    if given in kernels():
        sources = " ".join(lowered_from(kernels()[given][1]))
        raise Stop(f"{given!r} is a kernel, not a theorem; it is lowered from: attnproof show {sources}")
    raise unknown("theorem", given, list(known), "`attnproof list` shows them all.")


def with_premises(wanted: Sequence[Theorem]) -> tuple[Theorem, ...]:
    """The theorems and all that they rest on, in the catalogue's order."""
    known, needed, open_ids = theorems(), set[str](), [theorem.id for theorem in wanted]
    while open_ids:
        name = open_ids.pop()
        if name in known and name not in needed:
            needed.add(name)
            open_ids += cites(known[name])
    return tuple(theorem for name, theorem in known.items() if name in needed)
