"""What the person at the terminal reads when a command cannot go on."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from difflib import get_close_matches

MISTAKE, FAILED, INTERRUPTED = 2, 1, 130  # exit codes


class Stop(Exception):
    """A command ends here; the message is one sentence that says what is wrong and what to do."""

    def __init__(self, message: str, exit_code: int = MISTAKE) -> None:
        super().__init__(message)
        self.exit_code = exit_code


def near(name: str, known: Sequence[str]) -> str | None:
    """The known name that is most like this one, where one is; upper and lower case are the same."""
    nearest = get_close_matches(name.lower(), [other.lower() for other in known], n=1)
    return next((other for other in known if other.lower() in nearest), None)


def unknown(kind: str, name: str, known: Sequence[str], where: str) -> Stop:
    """Nothing has this name: the one that is near, if any, and the command that lists them."""
    if original := near(name, known):
        return Stop(f"there is no {kind} {name!r}; did you mean {original!r}? {where}")
    return Stop(f"there is no {kind} {name!r}; {where[:1].lower()}{where[1:]}")


def checked(kind: str, given: Iterable[str], known: Sequence[str], where: str = "") -> tuple[str, ...]:
    """The names given, or all of them when none is. Raises Stop for a name that is not known."""
    names = tuple(dict.fromkeys(given))
    for name in names:
        if name not in known:
            raise unknown(kind, name, known, where or f"Known: {', '.join(known)}.")
    return names or tuple(known)
