"""What the printer of proofs makes of a theorem."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Printed:
    """A theorem's proof in Coq, with the identities that it uses; `open` says why it has none."""

    text: str
    identities: Mapping[str, str]
    open: str | None
