"""Evidence that the kernels compute what was proved: instances, references, checks and their report."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from verification.own import TargetReport, verify_kernel
    from verification.target import BadTarget

__all__ = ["BadTarget", "TargetReport", "verify_kernel"]
_MODULES = {"BadTarget": "target", "TargetReport": "own", "verify_kernel": "own"}


def __getattr__(name: str) -> Any:
    """The names above; they come with JAX, which takes a second, so they are imported when they are used."""
    if name not in _MODULES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"verification.{_MODULES[name]}"), name)
