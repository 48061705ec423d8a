"""Verification of the interface: which instances, in which backends and dtypes, and what was found."""

from __future__ import annotations

import importlib
from collections.abc import Iterable, Iterator, Sequence

import jax

from verification.checks import Comparison
from verification.instances import DTYPES
from verification.interface.calls import Function
from verification.interface.checks import Functions, Problem, References, comparisons, references
from verification.interface.instances import ALONE, CASES, SPECIAL, TOGETHER

WITHOUT_PAIRS = len(ALONE) + len(SPECIAL) + len(TOGETHER)
FULLEST_FIRST = (*range(len(ALONE) + len(SPECIAL), WITHOUT_PAIRS), *range(len(ALONE) + len(SPECIAL)))
SETS_IN_JAX = 3  # in float32; the tests run more
CUT = tuple(number for number, case in enumerate(CASES) if case.cut)
JAX_FIRST = tuple(dict.fromkeys((*FULLEST_FIRST[:SETS_IN_JAX], *CUT, *FULLEST_FIRST)))


def generated_function(backend: str, name: str) -> Function:
    """The committed function."""
    function: Function = getattr(importlib.import_module(f"generated.{backend}.dot_product_attention"), name)
    return function


def numbers(backend: str, dtype: str, count: int | None = None) -> Sequence[int]:
    """The first instances for a backend, as many as are wanted; by default as many as take no more than seconds.

    That is all of them for NumPy but the pairs of features, which are also in the sets that are together. JAX compiles
    each set of features anew, which takes seconds, so it runs a few of those sets, and what is cut into small blocks.
    """
    if backend == "numpy":
        return range(len(CASES))[: count or WITHOUT_PAIRS]
    return JAX_FIRST[: count or (SETS_IN_JAX + len(CUT) if dtype == "float32" else 1)]


def seeded(dtype: str, seed: int, chosen: Iterable[int]) -> Iterator[tuple[int, References]]:
    """The numbers of random and adversarial instances, each with its references."""
    return ((number, references(DTYPES[dtype], seed, number)) for number in chosen)


def compared(
    names: Sequence[str],
    backend: str,
    given: Iterable[tuple[int, References]],
    functions: Functions = generated_function,
) -> Iterator[tuple[str, int, str, Comparison]]:
    """Every comparison, with the function, and the number and label of the instance."""
    with jax.enable_x64(True):
        for number, its_references in given:
            problem = Problem(its_references, functions)
            for name in names:
                for comparison in comparisons(problem, name, backend):
                    yield name, number, problem.instance.label, comparison
