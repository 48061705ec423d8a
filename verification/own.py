"""A kernel of one's own, verified: every check of ours on a function that is not ours."""

from __future__ import annotations

import shlex
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import jax

from verification.instances import DTYPES, KINDS
from verification.interface.smaller import smaller_attention
from verification.interface.target import LABELS, NAMES, AttentionCase, AttentionTrial, attention_trial
from verification.replay import save, script_of
from verification.report import CheckResult, Report
from verification.run import TOLERANCE, Progress, Worst
from verification.shrink import shrunk, smaller
from verification.subject import FEATURES, Case, Subject, Trial, declared, trial
from verification.target import ARRAYS, LAYOUTS, BadTarget, Function, Target, name_of

AnyCase = Case | AttentionCase
USUAL_DTYPES = ("float32", "float64")


@dataclass(frozen=True)
class TargetReport(Report):
    """Every check of a target; what of its kernel was not checked; the script that replays the first failure."""

    target: str = ""
    left_out: tuple[str, ...] = ()
    script: Path | None = None


def verify_kernel(
    function: Function,
    as_: str,
    *,
    arrays: str = "numpy",
    layout: str = "",
    supports: Iterable[str] = (),
    dtypes: Sequence[str] = USUAL_DTYPES,
    instances: int | None = None,
    instance: int | None = None,
    seed: int = 0,
    folder: Path | str | None = None,
    name: str = "",
    progress: Progress = lambda label, done, whole: None,
    announce: Callable[[Path], None] = lambda script: None,
) -> TargetReport:
    """Run the instances, references and checks of our kernel of the name `as_` against a function.

    The function gets the kernel's arguments as arrays of the kind `arrays` (numpy, jax or torch), in the kernel's
    shapes or in a `layout` (BTNH or BHTD), by name where its parameters have the kernel's names. It may return the
    first few of the kernel's results only. `supports` names the optional features that it has. The first failing
    instance is shrunk and saved in `folder`, if one is given, with a script that replays it. `name` is what the target
    is called where it is reported, by default its module and name. `progress` is told what is under way, and
    `announce`, before the checks begin, which script a failure is written to. By default every instance is run.

    Raises:
        BadTarget: the function cannot be called as the kernel is, or an argument names nothing that exists.
    """
    for kind, given, known in (("array kind", [arrays], ARRAYS), ("layout", [layout], ("", *LAYOUTS))):
        _require(kind, given, known)
    _require("dtype", dtypes, tuple(DTYPES))
    start = time.perf_counter()
    target = Target(name or name_of(function), function, arrays, layout)
    with jax.enable_x64(True):
        tried = tried_as(target, as_, supports)
        numbers = range(instances or len(labels_of(as_))) if instance is None else [instance]
        cases = [case for dtype in dtypes for case in tried.cases(DTYPES[dtype], seed, numbers)]
        found = _Found()
        if folder is not None:
            announce(script_of(as_, Path(folder)))
        for done, case in enumerate(cases):
            progress(f"{case.name}, {case.dtype}", done, len(cases))
            found.include(case)
        script = None
        if found.failed and folder is not None:
            script = save(shrunk_failure(found.failed).record(), Path(folder))
    checks = tuple(found.results(lambda dtype, number: command(tried, dtype, seed, number)))
    return TargetReport(checks, seed, time.perf_counter() - start, target.name, left_out(tried), script)


def tried_as(target: Target, as_: str, supports: Iterable[str]) -> Trial | AttentionTrial:
    """The target as a kernel or as a function of the attention interface. Raises `BadTarget`."""
    if as_ in NAMES:
        return attention_trial(target, as_, supports)
    return trial(target, Subject(declared(as_)), supports)


def labels_of(as_: str) -> tuple[str, ...]:
    """What the instances of a kernel or of the interface are called."""
    return LABELS if as_ in NAMES else tuple(kind.label for kind in KINDS)


def _require(what: str, given: Iterable[str], known: Sequence[str]) -> None:
    for name in given:
        if name not in known:
            raise BadTarget(f"there is no {what} {name!r}; known: {', '.join(filter(None, known))}")


class _Found:
    """The worst error of each check, and the first case that failed."""

    def __init__(self) -> None:
        self.failed: AnyCase | None = None
        self._worst: dict[tuple[str, str, str, str], Worst] = {}

    def include(self, case: AnyCase) -> None:
        for comparison in case.comparisons():
            key = case.name, case.trial.target.arrays, str(case.dtype), comparison.check
            self._worst.setdefault(key, Worst()).include(case.number, comparison, case.instance.label)
            if comparison.error > TOLERANCE and self.failed is None:
                self.failed = case

    def results(self, repeated: Callable[[str, int], str]) -> Iterator[CheckResult]:
        for (kernel, arrays, dtype, check), worst in self._worst.items():
            passed = worst.error <= TOLERANCE
            yield CheckResult(
                kernel=kernel,
                backend=arrays,
                dtype=dtype,
                check=check,
                instances=len(worst.numbers),
                worst_error=worst.error,
                tolerance=TOLERANCE,
                status="passed" if passed else "failed",
                reproduce="" if passed else repeated(dtype, worst.number),
                message=worst.place,
            )


def shrunk_failure(case: AnyCase) -> AnyCase:
    """A smaller case that fails in the same way: it raises, gives wrong values, or only some other check fails."""
    how = next((way for way in (_raises, _is_wrong) if way(case)), _fails)
    return shrunk(case, how, smaller_attention) if isinstance(case, AttentionCase) else shrunk(case, how, smaller)


def _raises(case: AnyCase) -> bool:
    try:
        case.run()
    except Exception:  # whatever a target raises is a finding
        return True
    return False


def _is_wrong(case: AnyCase) -> bool:
    return not _raises(case) and any(not comparison.error <= TOLERANCE for comparison in case.values())


def _fails(case: AnyCase) -> bool:
    return any(not comparison.error <= TOLERANCE for comparison in case.comparisons())


def command(tried: Trial | AttentionTrial, dtype: str, seed: int, number: int) -> str:
    """The command that repeats an instance."""
    words = ["attnproof", "verify", "--target", tried.target.name, "--as", tried.name]
    words += ["--arrays", tried.target.arrays] if tried.target.arrays != "numpy" else []
    words += ["--layout", tried.target.layout] if tried.target.layout else []
    words += ["--supports", ",".join(sorted(tried.supports))] if tried.supports else []
    return shlex.join([*words, "--dtype", dtype, "--seed", str(seed), "--instance", str(number)])


def left_out(tried: Trial | AttentionTrial) -> tuple[str, ...]:
    """What our kernel is checked for and the target is not, a line for each."""
    if isinstance(tried, AttentionTrial):
        return tried.left_out
    subject, taken = tried.subject, tried.binding.parameters
    usual = {p.name: "0" if p.axes else tried.usual_in_words(p) for p in subject.parameters if p.name not in taken}
    returned = tried.returned
    return (
        *(f"{name}: the target does not take it, so it is {value} everywhere" for name, value in usual.items()),
        *(f"{output.name}: the target does not return it" for output in subject.kernel.outputs[len(returned) :]),
        *(
            f"{name}: its number is one for all leading axes, or a scale"
            for name in returned
            if name not in tried.results
        ),
        *(f"{name}: not supported ({FEATURES[name]})" for name in subject.optional if name not in tried.supports),
    )
