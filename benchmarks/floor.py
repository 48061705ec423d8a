"""What attention could reach with a library's products and exponentials, if nothing else took any time.

The products of matrices and the exponentials of a cell, tile by tile in arrays that are used again, without masks,
sums, shifts or results; on each core its own heads. Once with the functions of NumPy, once with those of PyTorch.
Ratios are to PyTorch's whole attention in the same rounds. A kernel that calls the same functions for the same products
is not faster than this, whatever its schedule; of a few sizes of tiles the fastest counts. That is for tiles that take
far longer than a call: from a length of 512 on, not at 128, where one call for several heads is faster.
"""

from __future__ import annotations

import argparse
import importlib.util
import os
import statistics
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from itertools import product
from typing import Any

import numpy as np
from rich.table import Table

from attnproof.terminal import print_json, say
from benchmarks.attention import BACKWARD, FORWARD, HEADS, WIDTH, Cell, inputs, mean_time, of_pytorch

CORES = 2
TILES = (256, 512), (512, 512), (512, 256)  # queries and keys of a tile

Run = Callable[[], object]


def tiles(cell: Cell, size: tuple[int, int]) -> Iterator[tuple[slice, slice]]:
    """The queries and keys of the tiles that are not hidden whole."""
    rows, columns = (min(part, cell.length) for part in size)
    for row, column in product(range(0, cell.length, rows), range(0, cell.length, columns)):
        if not cell.causal or column < row + rows:
            yield slice(row, row + rows), slice(column, column + columns)


def in_threads(pool: ThreadPoolExecutor, lane: Callable[[range], None]) -> Run:
    """Calls lane(heads) on every core, each with its share of the heads."""
    shares = [range(HEADS * core // CORES, HEADS * (core + 1) // CORES) for core in range(CORES)]
    return lambda: list(pool.map(lane, shares))


def of_library(cell: Cell, size: tuple[int, int], library: Any, pool: ThreadPoolExecutor, arrays: list[Any]) -> Run:
    """The loop with the functions of NumPy or PyTorch, which have the same names but for the transpose."""
    parts = list(tiles(cell, size))
    rows, columns = (min(part, cell.length) for part in size)

    def lane(heads: range) -> None:
        scores, slopes = (library.empty((rows, columns), dtype=library.float32) for _ in range(2))
        narrow, tall = (library.empty((count, WIDTH), dtype=library.float32) for count in (rows, columns))
        for head, (some, others) in product(heads, parts):
            query, key, value = arrays[0][head, some], arrays[1][head, others], arrays[2][head, others]
            library.matmul(query, key.T, out=scores)
            library.exp(scores, out=scores)
            library.matmul(scores, value, out=narrow)
        for head, (some, others) in product(heads, parts) if cell.work == BACKWARD else ():
            query, key, value = arrays[0][head, some], arrays[1][head, others], arrays[2][head, others]
            cotangent = arrays[3][head, some]
            library.matmul(query, key.T, out=scores)
            library.exp(scores, out=scores)
            library.matmul(cotangent, value.T, out=slopes)
            library.matmul(scores.T, cotangent, out=tall)
            library.matmul(slopes.T, query, out=tall)
            library.matmul(slopes, key, out=narrow)

    return in_threads(pool, lane)


def floors(cell: Cell, rounds: int) -> dict[str, float]:
    """By library, the least ratio to PyTorch's attention that its products and exponentials leave."""
    import torch

    given = inputs(cell)
    arrays = [array[0] * np.float32(WIDTH**-0.25) for array in given]
    tensors = [torch.from_numpy(array) for array in arrays]
    whole = of_pytorch(cell, given)
    with ThreadPoolExecutor(CORES, initializer=partial(torch.set_num_threads, 1)) as pool:
        runs: dict[tuple[str, Any], Run] = {}
        for size in TILES:
            runs["NumPy", size] = of_library(cell, size, np, pool, arrays)
            runs["PyTorch", size] = of_library(cell, size, torch, pool, tensors)
        ratios: dict[tuple[str, Any], list[float]] = {name: [] for name in runs}
        for _ in range(rounds):
            for name, run in runs.items():
                against = mean_time(whole)
                ratios[name].append(mean_time(run) / against)
    medians = {name: statistics.median(found) for name, found in ratios.items()}
    return {library: min(medians[library, size] for size in TILES) for library in ("NumPy", "PyTorch")}


def main() -> None:
    """Print the floors, as a table or as JSON."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--length", type=int, action="append", help="queries and keys; again for more lengths")
    options.add_argument("--rounds", type=int, default=5)
    options.add_argument("--json", action="store_true", help="print JSON")
    given = options.parse_args()
    if given.rounds < 1:
        options.error(f"--rounds is at least 1, not {given.rounds}")
    if importlib.util.find_spec("torch") is None:
        options.error("the floors are relative to PyTorch, which is not installed; docs/performance.md says how to")
    if os.environ.get("OPENBLAS_NUM_THREADS") != "1":  # which is read when NumPy is loaded
        os.execve(sys.executable, [sys.executable, *sys.argv], {**os.environ, "OPENBLAS_NUM_THREADS": "1"})
    cells = [
        Cell(*cell) for cell in product(given.length or (512, 1024, 2048, 4096), (False, True), (FORWARD, BACKWARD))
    ]
    found = {cell.name: floors(cell, given.rounds) for cell in cells}
    if given.json:
        print_json(found)
        return
    table = Table("cell", "NumPy", "PyTorch", box=None, pad_edge=False)
    for name, ratios in found.items():
        table.add_row(name, *(f"{ratio:.2f}" for ratio in ratios.values()))
    say(table)


if __name__ == "__main__":
    main()
