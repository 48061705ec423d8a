"""Printed proofs kept from one run to the next: each with a hash of all that it is printed from."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict
from functools import lru_cache
from pathlib import Path
from typing import Any

from derivations import catalogue
from derivations.proof import Theorem

from .digest import contents, sha, sources
from .printed import Printed


def folder() -> Path:
    """Where printed and compiled files are kept."""
    home = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    return Path(home) / "attnproof" / "coq"


def kept_statement(theorem: Theorem, print_anew: Callable[[Theorem], str]) -> str:
    """The printed statement, from the last run when nothing that it depends on has changed since."""
    return str(_kept(theorem, "statement", lambda: {"text": print_anew(theorem)})["text"])


def kept_proof(theorem: Theorem, print_anew: Callable[[Theorem], Printed]) -> Printed:
    """The printed proof, likewise."""
    return Printed(**_kept(theorem, "proof", lambda: asdict(print_anew(theorem))))


def _kept(theorem: Theorem, what: str, print_anew: Callable[[], dict[str, Any]]) -> dict[str, Any]:
    key, path = sha(sources(), _contents()[theorem.id]), folder() / "text" / f"{theorem.id}.{what}.json"
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
        if found["key"] == key:
            return dict(found["printed"])
    except (OSError, ValueError, KeyError, TypeError):
        pass  # not there, or not whole
    printed = print_anew()
    write(path, json.dumps({"key": key, "printed": printed}))
    return printed


def write(path: Path, text: str) -> None:
    """The whole file or none of it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(f"{path.name}.{os.getpid()}.part")
    part.write_text(text, encoding="utf-8")
    part.replace(path)


@contextmanager
def alone(place: Path, waiting: Callable[[], None] = lambda: None) -> Iterator[None]:
    """The folder for this run alone: another one, of any checkout, waits. The lock ends with the process."""
    import fcntl  # not there on every system, nor is it needed where there is no Coq

    place.mkdir(parents=True, exist_ok=True)
    with (place / ".lock").open("w") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            waiting()
            fcntl.flock(file, fcntl.LOCK_EX)
        yield


@lru_cache(maxsize=1)
def _contents() -> dict[str, str]:
    return contents(catalogue.CATALOGUE)
