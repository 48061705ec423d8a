"""Where files are written when no folder is given."""

from __future__ import annotations

from pathlib import Path

import generated


def generated_folder() -> Path:
    """The committed `generated/`, found from its package."""
    return Path(next(iter(generated.__path__)))


def repository() -> Path:
    """The folder that holds `generated/`, `docs/` and `examples/`."""
    return generated_folder().parent
