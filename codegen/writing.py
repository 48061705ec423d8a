"""Writing generated files, whole or not at all, and saying which are stale."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Mapping
from difflib import unified_diff
from pathlib import Path


def write_files(root: Path, files: Mapping[str, str]) -> list[Path]:
    """Write each text (relative path: text) below root where it differs, and give the paths that changed."""
    changed = [root / name for name, text in files.items() if _read(root / name) != text]
    for path in changed:
        write_atomically(path, files[path.relative_to(root).as_posix()].encode())
    return changed


def write_atomically(path: Path, content: bytes) -> None:
    """Write a temporary file beside the path, then rename it: a reader sees the old content or the new.

    An OSError names the path, and not the temporary file.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        _replace(path, content)
    except OSError as error:
        raise OSError(error.errno, error.strerror or str(error), str(path)) from error


def _replace(path: Path, content: bytes) -> None:
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(content)
        temporary.chmod(0o644)
        temporary.replace(path)
    finally:
        temporary.unlink(missing_ok=True)


def stale(root: Path, files: Mapping[str, str]) -> str:
    """The unified diff from the files below root to these texts; empty when all are up to date."""
    return "".join(
        line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"
        for name, text in sorted(files.items())
        for line in unified_diff(
            (_read(root / name) or "").splitlines(keepends=True),
            text.splitlines(keepends=True),
            fromfile=str(root / name) if (root / name).exists() else os.devnull,
            tofile=f"generated anew: {name}",
        )
    )


def _read(path: Path) -> str | None:
    return path.read_bytes().decode() if path.is_file() else None
