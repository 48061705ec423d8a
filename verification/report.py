"""What a verification run found."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class CheckResult:
    """One check of one kernel in one backend and dtype, over all its instances.

    `worst_error` is in units of the bound on rounding errors (`verification.bounds`); `reproduce` is the command that
    repeats the worst instance, empty when the check passed.
    """

    kernel: str
    backend: str
    dtype: str
    check: str
    instances: int
    worst_error: float
    tolerance: float
    status: str
    reproduce: str
    message: str


@dataclass(frozen=True)
class Report:
    """Every check of a run."""

    checks: tuple[CheckResult, ...]
    seed: int
    seconds: float

    @property
    def passed(self) -> bool:
        """Whether every check passed, and there was one."""
        return bool(self.checks) and all(check.status == "passed" for check in self.checks)
