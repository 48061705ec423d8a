"""The benchmark of attention compares contenders that compute the same, and says what it measured."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest

from attnproof import cli
from benchmarks import attention
from benchmarks.attention import (
    BACKWARD,
    CONTENDERS,
    FORWARD,
    TANGENT,
    WORK,
    Cell,
    Roofline,
    contenders,
    inputs,
    reference,
)
from benchmarks.floor import TILES, tiles

CELLS = [Cell(24, causal, work) for causal in (False, True) for work in WORK]
SPEED = Roofline(products=1e11, exponentials=1e9, tile={"NumPy": 1e10})


@pytest.mark.parametrize("cell", CELLS, ids=lambda cell: cell.name)
def test_every_contender_computes_the_reference(cell: Cell) -> None:
    arrays = inputs(cell)
    wanted = reference(cell, arrays)
    assert len(wanted) == {FORWARD: 1, BACKWARD: 4, TANGENT: 2}[cell.work]
    for name in contenders(cell):
        error = attention._error(CONTENDERS[name](cell, arrays)(), wanted)
        assert error is not None, name
        assert error < 1e-5, name


def test_the_error_of_a_wrong_contender_is_large() -> None:
    full, causal = Cell(24, False, FORWARD), Cell(24, True, FORWARD)
    got = CONTENDERS["NumPy and SciPy"](full, inputs(full))()
    error = attention._error(got, reference(causal, inputs(causal)))
    assert error is not None
    assert error > 0.1


def test_a_causal_cell_has_the_pairs_that_are_seen() -> None:
    assert Cell(4, True, FORWARD).pairs == attention.HEADS * np.tri(4).sum()
    assert SPEED.seconds(Cell(512, False, BACKWARD)) > SPEED.seconds(Cell(512, False, FORWARD)) > 0


@pytest.mark.parametrize("causal", [False, True])
def test_the_tiles_of_a_floor_have_every_pair_that_is_seen_once_and_few_others(causal: bool) -> None:
    seen = np.tri(1024) if causal else np.ones((1024, 1024))
    for size in TILES:
        times = np.zeros_like(seen)
        for rows, columns in tiles(Cell(1024, causal, FORWARD), size):
            times[rows, columns] += 1
        assert times.max() == 1
        assert times[seen > 0].min() == 1
        assert times.sum() <= seen.sum() + (1024 * sum(size) if causal else 0)


def test_the_page_and_the_json_have_what_was_measured(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("attnproof.commands.bench.roofline", lambda: SPEED)
    page = tmp_path / "page.md"
    page.write_text("before\n<!-- measured by attnproof bench -->\nold\n<!-- until here -->\nafter\n", encoding="utf-8")
    assert cli.main(["bench", "--length", "16", "--no-memory", "--page", str(page), "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert [(cell["length"], cell["causal"], cell["work"]) for cell in found["cells"]] == [
        (16, causal, work) for causal in (False, True) for work in WORK
    ]
    for cell in found["cells"]:
        first, *others = cell["contenders"]
        assert first["ratio"] == 1
        assert {"attnproof NumPy", "attnproof JAX"} <= {other["contender"] for other in others}
    text = page.read_text(encoding="utf-8")
    assert text.startswith("before\n")
    assert text.endswith("\nafter\n")
    assert "old" not in text
    assert "### N = 16, causal, forward and backward" in text


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--rounds", "3"], "--rounds is 3; a median wants at least 7"),
        (["--length", "0"], "'0' is not a whole number of at least 1"),
    ],
)
def test_a_mistake_is_one_sentence(arguments: list[str], said: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["bench", *arguments]) != 0
    assert said in capsys.readouterr().err


def test_the_products_of_a_tile_are_timed_in_every_library() -> None:
    rates = attention._in_process("_tile_rates()", attention.ONE_THREAD)
    assert "NumPy" in rates
    assert all(rate > 1e6 for rate in rates.values())


def test_extra_memory_counts_the_results() -> None:
    cell = Cell(256, False, FORWARD)
    extra = attention.extra_memory("NumPy and SciPy", cell)
    assert extra is None or extra > 4 * attention.HEADS * cell.length**2
