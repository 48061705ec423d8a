"""The chapters: letter, title and introduction of each, from the docstring of its package."""

from __future__ import annotations

import inspect
import re
import sys
from dataclasses import dataclass

from .catalogue import MODULES
from .proof import Theorem


@dataclass(frozen=True)
class Chapter:
    """What a chapter is about: its title in small letters, and paragraphs of prose with LaTeX between dollars."""

    title: str
    introduction: tuple[str, ...]


def chapters() -> dict[str, Chapter]:
    """Each chapter by its letter."""
    texts = dict.fromkeys(inspect.getdoc(sys.modules[str(module.__package__)]) or "" for module in MODULES)
    found = (re.fullmatch(r"Chapter (\w): ([^\n]*)\.(?:\n\n(.*))?", text, re.DOTALL) for text in texts)
    return {match[1]: Chapter(match[2], _paragraphs(match[3] or "")) for match in found if match}


def _paragraphs(text: str) -> tuple[str, ...]:
    return tuple(" ".join(part.split()) for part in text.split("\n\n") if part.strip())


def reading_order(theorem: Theorem) -> tuple[str, int, str]:
    """Chapter, number, letter: B2a before B10. The catalogue's own order puts what is rested on first."""
    found = re.fullmatch(r"([A-Z])(\d+)(\w*)", theorem.id)
    assert found, theorem.id
    return found[1], int(found[2]), found[3]
