"""The record of what Coq has checked: for each theorem a hash of what it was when Coq accepted it."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

from derivations import catalogue

from .digest import contents, sha
from .files import BASE, statements_by_id

NAME = "checked.json"


def current() -> dict[str, str]:
    """A hash of each theorem as it stands: its statement in Coq, its steps, and those that it rests on."""
    base, whole, texts = BASE.read_text(encoding="utf-8"), contents(catalogue.CATALOGUE), statements_by_id()
    return {name: sha(base, text, whole[name])[:16] for name, text in texts.items() if name in whole}


def read(folder: Path) -> dict[str, str]:
    """The entries that are true of the theorems as they stand; none when there is no record."""
    try:
        found = json.loads((folder / NAME).read_text(encoding="utf-8"))
        return {name: digest for name, digest in current().items() if found.get(name) == digest}
    except (OSError, ValueError, AttributeError):
        return {}


def written(names: Iterable[str]) -> str:
    """The record of these theorems as they stand."""
    wanted = set(names)
    return json.dumps({name: digest for name, digest in current().items() if name in wanted}, indent=0) + "\n"
