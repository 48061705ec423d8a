"""Verification runs: which kernels, on which instances, and what was found."""

from __future__ import annotations

import importlib
import multiprocessing
import os
import shlex
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor, as_completed
from dataclasses import dataclass, field
from functools import cache, partial
from pathlib import Path

import jax
import numpy as np

from codegen.compile import Compiled, compiled
from codegen.kernels import KERNELS, Kernel
from verification import interface
from verification.checks import Comparison, Function, Problem, comparisons
from verification.inputs import instances_of, load
from verification.instances import DTYPES, KINDS, Instance, make_instance
from verification.report import CheckResult, Report

TOLERANCE = 1.0
BACKENDS = ("numpy", "jax")
DECLARED = tuple(kernel.name for kernels in KERNELS.values() for kernel in kernels)
KNOWN = (*DECLARED, *interface.FUNCTIONS)
Progress = Callable[[str, int, int], None]
Functions = Callable[[str, str], Function]
Numbered = Iterable[tuple[int, Instance]]
NumberedReferences = Iterator[tuple[int, interface.References]]


@dataclass(frozen=True)
class Selection:
    """What to verify: names (all of them by default), how many instances, the seed, or one instance's number.

    By default there is one instance of each kind.
    """

    kernels: tuple[str, ...] = KNOWN
    backends: tuple[str, ...] = BACKENDS
    dtypes: tuple[str, ...] = tuple(DTYPES)
    instances: int | None = None
    seed: int = 0
    instance: int | None = None


@dataclass(frozen=True)
class Seeded:
    """Random and adversarial instances."""

    selection: Selection

    def __call__(self, kernel: Kernel, dtype: np.dtype) -> Numbered:
        chosen = self.selection
        numbers = range(chosen.instances or len(KINDS)) if chosen.instance is None else [chosen.instance]
        return ((number, make_instance(kernel, dtype, chosen.seed, number)) for number in numbers)

    def of_interface(self, backend: str, dtype: str) -> NumberedReferences:
        """The first instances of the attention interface, if fewer are wanted."""
        chosen = self.selection
        numbers = interface.numbers(backend, dtype, chosen.instances) if chosen.instance is None else [chosen.instance]
        return interface.seeded(dtype, chosen.seed, numbers)

    def __str__(self) -> str:
        return f"--seed {self.selection.seed}"


@dataclass(frozen=True)
class FromFile:
    """The heads of a file of inputs."""

    selection: Selection
    path: Path

    def __call__(self, kernel: Kernel, dtype: np.dtype) -> Numbered:
        made = enumerate(instances_of(load(self.path), kernel, dtype, self.selection.seed))
        return ((number, instance) for number, instance in made if self.selection.instance in (None, number))

    def of_interface(self, backend: str, dtype: str) -> NumberedReferences:
        """All of the file as instance 0."""
        if self.selection.instance in (None, 0):
            yield 0, interface.references_of(load(self.path), DTYPES[dtype], self.selection.seed)

    def __str__(self) -> str:
        return f"--inputs {shlex.quote(str(self.path))} --seed {self.selection.seed}"


Source = Seeded | FromFile


def generated_function(backend: str, kernel: str) -> Function:
    """The committed kernel."""
    function: Function = getattr(importlib.import_module(f"generated.{backend}"), kernel)
    return function


def verify(selection: Selection, progress: Progress) -> Report:
    """Check the generated kernels on seeded instances, random and adversarial."""
    return _run(selection, progress, Seeded(selection))


def verify_inputs(path: Path, selection: Selection, progress: Progress) -> Report:
    """Check the generated kernels on the arrays of a file.

    Raises:
        BadInput: the file does not hold what `verification.inputs` asks for.
    """
    load(path)
    return _run(selection, progress, FromFile(selection, path))


def _run(selection: Selection, progress: Progress, source: Source) -> Report:
    """Each kernel in a process of its own, as many at once as there are cores."""
    start = time.perf_counter()
    tasks = {name: partial(verify_kernel, name, selection, source) for name in DECLARED if name in selection.kernels}
    if set(interface.FUNCTIONS) & set(selection.kernels):
        of_interface = {
            f"{interface.FORWARD}, {b}": partial(verify_interface, selection, b, source) for b in selection.backends
        }
        tasks = of_interface | tasks  # they take longest
    workers = min(len(tasks), os.cpu_count() or 1)
    results: list[CheckResult] = []
    if workers <= 1:
        for task in tasks.values():
            results += task()
    else:
        with ProcessPoolExecutor(workers, multiprocessing.get_context("spawn")) as pool:
            try:
                futures = {pool.submit(task): label for label, task in tasks.items()}
                for done, future in enumerate(as_completed(futures)):
                    progress(futures[future], done, len(tasks))
                    results += future.result()
            except BaseException:
                pool.shutdown(wait=False, cancel_futures=True)
                raise
    progress("done", len(tasks), len(tasks))
    results.sort(key=lambda result: KNOWN.index(result.kernel))
    return Report(tuple(results), selection.seed, time.perf_counter() - start)


@cache
def program_of(name: str) -> Compiled:
    """The program of the declared kernel of this name."""
    return compiled(next(kernel for group in KERNELS.values() for kernel in group if kernel.name == name))


def verify_kernel(
    name: str, selection: Selection, source: Source, functions: Functions = generated_function
) -> list[CheckResult]:
    """Every check of one kernel; `functions` gives the function that a backend has under a kernel's name."""
    program = program_of(name)
    with jax.enable_x64(True):
        return [
            _result(name, backend, dtype, check, worst, str(source))
            for dtype in selection.dtypes
            for (backend, check), worst in _worst(program, DTYPES[dtype], selection, source, functions).items()
        ]


def verify_interface(
    selection: Selection, backend: str, source: Source, functions: Functions = interface.generated_function
) -> list[CheckResult]:
    """Every check of the attention interface's functions in one backend."""
    names = [name for name in interface.FUNCTIONS if name in selection.kernels]
    found = []
    for dtype in selection.dtypes:
        worst: dict[tuple[str, str], Worst] = {}
        for name, number, label, comparison in interface.compared(
            names, backend, source.of_interface(backend, dtype), functions
        ):
            worst.setdefault((name, comparison.check), Worst()).include(number, comparison, label)
        found += [
            _result(name, backend, dtype, check, one, str(source)) for (name, check), one in sorted(worst.items())
        ]
    return found


@dataclass
class Worst:
    """The worst error of one check so far, and the instances it was made on."""

    numbers: set[int] = field(default_factory=set)
    error: float = -1.0
    number: int = 0
    place: str = ""

    def include(self, number: int, comparison: Comparison, label: str) -> None:
        self.numbers.add(number)
        if comparison.error > self.error:
            self.error, self.number = comparison.error, number
            self.place = f"{comparison.output} on instance {number} ({label})"


def _worst(
    program: Compiled, dtype: np.dtype, selection: Selection, source: Source, functions: Functions
) -> Mapping[tuple[str, str], Worst]:
    """The worst error of each check in each backend."""
    worst: dict[tuple[str, str], Worst] = {}
    for backend, number, instance, comparison in _compared(program, dtype, selection, source, functions):
        worst.setdefault((backend, comparison.check), Worst()).include(number, comparison, instance.label)
    return dict(sorted(worst.items()))


def _compared(
    program: Compiled, dtype: np.dtype, selection: Selection, source: Source, functions: Functions
) -> Iterator[tuple[str, int, Instance, Comparison]]:
    for number, instance in source(program.kernel, dtype):
        problem = Problem(program, dtype, instance)
        for backend in selection.backends:
            for comparison in comparisons(problem, backend, functions):
                yield backend, number, instance, comparison


def _result(kernel: str, backend: str, dtype: str, check: str, worst: Worst, source: str) -> CheckResult:
    passed = worst.error <= TOLERANCE
    chosen = f"--kernel {kernel} --backend {backend} --dtype {dtype}"
    command = "" if passed else f"attnproof verify {chosen} {source} --instance {worst.number}"
    status = "passed" if passed else "failed"
    count = len(worst.numbers)
    return CheckResult(kernel, backend, dtype, check, count, worst.error, TOLERANCE, status, command, worst.place)
