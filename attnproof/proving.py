"""Checking theorems, past those that are refused; on all cores where there are many of them.

A check needs the statements of the theorems that are cited, not their proofs. So workers check each theorem as if all
before it were proved. Their answer counts once those it cites are; any other theorem is checked again, by itself.
"""

from __future__ import annotations

import os
import signal
import sys
import time
from collections.abc import Generator, Sequence
from contextlib import closing
from dataclasses import dataclass
from multiprocessing import connection, get_context
from multiprocessing.connection import Connection
from multiprocessing.sharedctypes import Synchronized

from attnproof.collection import uncollected
from attnproof.errors import FAILED, Stop
from attnproof.library import theorems
from attnproof.terminal import Report
from derivations.catalogue import axioms_with, cites
from derivations.proof import Proved, Refused, Theorem, check

MANY = 40  # theorems that are worth starting workers for
AT_ONCE = 4  # theorems that a worker takes: neighbours have expressions in common


@dataclass(frozen=True)
class Verdict:
    """What the checker said of a theorem. `axioms` counts those of the theorems it rests on; empty when refused."""

    theorem: Theorem
    outcome: Proved | Refused
    axioms: tuple[str, ...]
    seconds: float

    @property
    def proved(self) -> bool:
        """Whether the theorem was accepted."""
        return isinstance(self.outcome, Proved)


@dataclass(frozen=True)
class Answer:
    """What a worker says of the theorem at this place, if all before it are proved: the axioms its own steps used."""

    place: int
    axioms: frozenset[str] | None  # None when it is refused
    seconds: float


def verdicts(candidates: Sequence[Theorem]) -> Generator[Verdict]:
    """Check each theorem, given those before it that were accepted; the verdicts in order.

    `seconds` is processor time, in whichever process it was spent.
    """
    accepted: dict[str, Theorem] = {}
    axioms: dict[str, tuple[str, ...]] = {}
    answered: dict[int, Answer] = {}
    with closing(_answers(candidates)) as answers:
        for place, theorem in enumerate(candidates):
            while place not in answered and (new := next(answers, None)):
                answered[new.place] = new
            answer = answered.get(place)
            if answer and answer.axioms is not None and accepted.keys() >= set(cites(theorem)):
                outcome: Proved | Refused = Proved(theorem, answer.axioms)
                seconds = answer.seconds
            else:
                outcome, seconds = _checked(theorem, accepted)
            if isinstance(outcome, Proved):
                accepted[theorem.id] = theorem
                axioms[theorem.id] = axioms_with(outcome, axioms)
            yield Verdict(theorem, outcome, axioms.get(theorem.id, ()), seconds)


def _checked(theorem: Theorem, earlier: dict[str, Theorem]) -> tuple[Proved | Refused, float]:
    """What the checker says, and the processor time it took."""
    start = time.process_time()
    try:
        outcome: Proved | Refused = check(theorem, earlier)
    except Refused as refused:
        outcome = refused
    return outcome, time.process_time() - start


def _answers(candidates: Sequence[Theorem]) -> Generator[Answer]:
    """What the workers say, as it comes; nothing where there are none."""
    if not _worth_forking(candidates):
        return
    fork = get_context("fork")
    following = fork.Value("i", 0)
    readers, processes = [], []
    for _ in range(_cores()):
        reader, writer = fork.Pipe(duplex=False)
        processes.append(fork.Process(target=_work, args=(candidates, following, writer), daemon=True))
        processes[-1].start()
        writer.close()
        readers.append(reader)
    try:
        while readers:
            waiting = connection.wait(readers)
            for reader in [each for each in readers if each in waiting]:
                try:
                    yield reader.recv()
                except EOFError:
                    readers.remove(reader)
    finally:
        for process in processes:
            process.terminate()
            process.join()


def _work(candidates: Sequence[Theorem], following: Synchronized[int], answers: Connection) -> None:
    """Check the theorems that no other worker has taken, a few at a time."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # an interrupt ends the parent, which ends its workers
    while True:
        with following.get_lock():
            first = following.value
            following.value += AT_ONCE
        for place in range(first, min(first + AT_ONCE, len(candidates))):
            outcome, seconds = _checked(candidates[place], {before.id: before for before in candidates[:place]})
            axioms = outcome.axioms if isinstance(outcome, Proved) else None
            answers.send(Answer(place, axioms, seconds))
        if first >= len(candidates):
            return


def _worth_forking(candidates: Sequence[Theorem]) -> bool:
    """Whether there is enough to do for several cores; a process with JAX's threads in it must not be forked."""
    return sys.platform == "linux" and "jax" not in sys.modules and _cores() > 1 and len(candidates) >= MANY


def _cores() -> int:
    return len(os.sched_getaffinity(0))


def judged(candidates: Sequence[Theorem], report: Report) -> list[Verdict]:
    """The verdicts on the theorems, with progress."""
    found: list[Verdict] = []
    with uncollected(), closing(verdicts(candidates)) as checked:
        for verdict in checked:
            found.append(verdict)
            report(verdict.theorem.id, len(found), len(candidates))
    return found


def everything_proved(report: Report) -> list[Proved]:
    """Every theorem of the catalogue. Raises Stop when one is refused, so that nothing is printed from it."""
    found = judged(tuple(theorems().values()), report)
    refused = [verdict.theorem.id for verdict in found if not verdict.proved]
    if refused:
        names = ", ".join(refused)
        raise Stop(f"nothing was written, for the checker refuses {names}; see: attnproof prove {refused[0]}", FAILED)
    return [verdict.outcome for verdict in found if isinstance(verdict.outcome, Proved)]
