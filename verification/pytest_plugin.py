"""A pytest plug-in: a test for each instance of one of our kernels, to be run on a function that is not ours.

@pytest.mark.attnproof("softmax")
def test_my_softmax(attnproof_instance):
    attnproof_instance.check(my_softmax)
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

MARKER = """\
attnproof(kernel, *, instances, dtypes=("float32", "float64"), **options): the kernel of attnproof that \
`attnproof_instance` draws its instances from, and the options of verification.verify_kernel"""


@dataclass(frozen=True)
class KernelInstance:
    """One instance of a kernel, in every form that the function under test supports."""

    kernel: str
    dtype: str
    number: int
    options: Mapping[str, Any]
    folder: Path

    def check(self, function: Callable[..., Any]) -> None:
        """Fail the test if the function fails a check, and name the script that replays it on a small instance.

        Raises:
            BadTarget: the function cannot be called as the kernel is.
        """
        from verification.own import verify_kernel

        options = {**self.options, "dtypes": (self.dtype,), "instance": self.number, "folder": self.folder}
        report = verify_kernel(function, self.kernel, **options)
        if not report.checks:
            pytest.skip(f"the function is not said to support what instance {self.number} needs")
        failed = [check for check in report.checks if check.status != "passed"]
        if failed:
            lines = [f"{c.kernel}, {c.dtype}: {c.check}: {c.message}, error {c.worst_error:.3g} bounds" for c in failed]
            pytest.fail(
                "\n".join([*lines, f"to replay a small failing instance: python {report.script}"]), pytrace=False
            )


def pytest_configure(config: pytest.Config) -> None:
    """Make the marker known."""
    config.addinivalue_line("markers", MARKER)


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """A test for each dtype and instance."""
    if "attnproof_instance" not in metafunc.fixturenames:
        return
    marker = metafunc.definition.get_closest_marker("attnproof")
    if marker is None or len(marker.args) != 1:
        name = metafunc.definition.nodeid
        raise pytest.UsageError(f'{name} uses attnproof_instance; say which kernel: @pytest.mark.attnproof("softmax")')
    from verification.own import USUAL_DTYPES, labels_of

    options = dict(marker.kwargs)
    dtypes, count = options.pop("dtypes", USUAL_DTYPES), options.pop("instances", None)
    labels = labels_of(marker.args[0])
    cases = [(marker.args[0], dtype, number, options) for dtype in dtypes for number in range(count or len(labels))]
    names = [f"{dtype}-{number}-{labels[number % len(labels)]}" for _, dtype, number, _ in cases]
    metafunc.parametrize("attnproof_instance", cases, ids=names, indirect=True)


@pytest.fixture
def attnproof_instance(request: pytest.FixtureRequest, tmp_path: Path) -> KernelInstance:
    """One instance of the kernel that the marker names."""
    kernel, dtype, number, options = request.param
    return KernelInstance(kernel, dtype, number, options, tmp_path)
