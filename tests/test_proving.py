"""Workers say what checking one theorem after the other says, and none outlives its parent's interest.

Each runs in a process of its own, for one with JAX's threads in it is not forked.
"""

from __future__ import annotations

import subprocess
import sys

import pytest

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="there are workers on Linux only")

PREAMBLE = """
import multiprocessing, os
from dataclasses import replace
from attnproof import proving
from attnproof.library import with_premises
from derivations.catalogue import CATALOGUE
from derivations.proof import Equation, Proved, Step

cheap = with_premises([theorem for theorem in CATALOGUE if theorem.id[:2] in ("B2", "B4", "B5", "D1", "E1", "E2")])
b1 = next(theorem for theorem in cheap if theorem.id == "B1")
*steps, last = b1.steps
wrong = Equation(last.claim.lhs, 2 * last.claim.rhs)
broken = replace(b1, statement=wrong, steps=(*steps, Step(wrong, last.reason)))

proving._cores = lambda: 2
proving.MANY = 2

def said(candidates):
    return [(v.theorem.id, words(v.outcome), v.axioms) for v in proving.verdicts(candidates)]

def words(outcome):
    return sorted(outcome.axioms) if isinstance(outcome, Proved) else str(outcome)

def said_by_one(candidates):
    proving._worth_forking = lambda candidates: False
    return said(candidates)
"""


def printed(script: str) -> str:
    ran = subprocess.run([sys.executable, "-c", PREAMBLE + script], capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stderr
    return ran.stdout


def test_workers_say_what_one_process_says() -> None:
    printed(
        "here, check = [], proving._checked\n"
        "proving._checked = lambda *given: here.append(given) or check(*given)\n"
        "found = said(cheap)\n"
        "assert not here\n"
        "assert found == said_by_one(cheap)"
    )


def test_what_rests_on_a_refused_theorem_is_refused_with_the_same_words() -> None:
    out = printed(
        "candidates = [broken if theorem is b1 else theorem for theorem in cheap]\n"
        "found = said(candidates)\n"
        "assert found == said_by_one(candidates)\n"
        "print(*(text for name, text, _ in found if name in ('B1', 'B2b')), sep='\\n')"
    )
    first, second = out.splitlines()
    assert first.startswith("B1, step 2 (Algebra): the two sides differ; this should vanish:")
    assert second.startswith("B2b, step 2 (Using): B1 is not proved before this theorem")


def test_what_a_worker_that_dies_leaves_is_checked_all_the_same() -> None:
    printed("proving._work = lambda *_: os._exit(1)\nassert said(cheap) == said_by_one(cheap)")


def test_an_interrupt_ends_the_workers() -> None:
    printed(
        "def interrupt(*_): raise KeyboardInterrupt\n"
        "try: proving.judged(cheap, interrupt)\n"
        "except KeyboardInterrupt: assert not multiprocessing.active_children()\n"
        "else: raise AssertionError"
    )
