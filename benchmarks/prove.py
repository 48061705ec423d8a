"""How long the checker takes: for each theorem, its processor time; for all, also the time that passes.

The first run fills caches, as every `attnproof prove` does; the median is that of later ones.
"""

from __future__ import annotations

import argparse
import statistics
import time

from rich.table import Table

from attnproof.proving import judged
from attnproof.terminal import print_json, say
from attnproof.wording import plain
from derivations.catalogue import CATALOGUE

GOAL = 3.0  # seconds that pass until everything is proved, in the first run


def run() -> tuple[dict[str, float], float]:
    """Seconds of processor time for each theorem, and how long all of them took, on all cores."""
    start = time.perf_counter()
    found = judged(CATALOGUE, lambda label, done, total: None)
    return {verdict.theorem.id: verdict.seconds for verdict in found}, time.perf_counter() - start


def main() -> None:
    """Print the times, as a table or as JSON."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--runs", type=int, default=5, help="runs after the first one")
    options.add_argument("--json", action="store_true", help="print JSON")
    given = options.parse_args()
    if given.runs < 1:
        options.error(f"--runs is at least 1, not {given.runs}")
    (first, first_wall), *later = (run() for _ in range(1 + given.runs))
    median = {name: statistics.median(times[name] for times, _ in later) for name in first}
    work = {"first": sum(first.values()), "median": statistics.median(sum(times.values()) for times, _ in later)}
    wall = {"first": first_wall, "median": statistics.median(passed for _, passed in later)}
    if given.json:
        rows = [{"id": name, "first": first[name], "median": median[name]} for name in first]
        print_json({"theorems": rows, "processor": work, "wall": wall, "goal": GOAL, "runs": given.runs})
        return
    table = Table("id", "title", "steps", "first run", f"median of {given.runs}", box=None, pad_edge=False)
    for column in table.columns[2:]:
        column.justify = "right"
    for theorem in CATALOGUE:
        times = (f"{1000 * seconds[theorem.id]:.1f} ms" for seconds in (first, median))
        table.add_row(theorem.id, plain(theorem.title), str(len(theorem.steps)), *times)
    steps = sum(len(theorem.steps) for theorem in CATALOGUE)
    table.add_row("", "everything, processor time", str(steps), *(f"{total:.2f} s" for total in work.values()))
    table.add_row("", "everything, time that passes", "", *(f"{total:.2f} s" for total in wall.values()))
    met = "met" if wall["first"] < GOAL else "missed"
    say(table, f"\nthe goal of less than {GOAL:.0f} s in the first run is {met}")


if __name__ == "__main__":
    main()
