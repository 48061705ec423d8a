"""How long the checker takes for each theorem, and for all of them: the first run, and the median of later ones."""

from __future__ import annotations

import argparse
import statistics

from rich.table import Table

from attnproof.proving import verdicts
from attnproof.terminal import print_json, say
from attnproof.wording import plain
from derivations.catalogue import CATALOGUE

GOAL = 3.0  # seconds for everything, in the first run


def run() -> dict[str, float]:
    """Seconds for each theorem. The first run fills caches, as every `attnproof prove` does."""
    return {verdict.theorem.id: verdict.seconds for verdict in verdicts(CATALOGUE)}


def main() -> None:
    """Print the times, as a table or as JSON."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--runs", type=int, default=5, help="runs after the first one")
    options.add_argument("--json", action="store_true", help="print JSON")
    given = options.parse_args()
    if given.runs < 1:
        options.error(f"--runs is at least 1, not {given.runs}")
    first, *later = (run() for _ in range(1 + given.runs))
    median = {name: statistics.median(times[name] for times in later) for name in first}
    totals = {"first": sum(first.values()), "median": statistics.median(sum(times.values()) for times in later)}
    if given.json:
        rows = [{"id": name, "first": first[name], "median": median[name]} for name in first]
        print_json({"theorems": rows, **totals, "goal": GOAL, "runs": given.runs})
        return
    table = Table("id", "title", "steps", "first run", f"median of {given.runs}", box=None, pad_edge=False)
    for column in table.columns[2:]:
        column.justify = "right"
    for theorem in CATALOGUE:
        times = (f"{1000 * seconds[theorem.id]:.1f} ms" for seconds in (first, median))
        table.add_row(theorem.id, plain(theorem.title), str(len(theorem.steps)), *times)
    steps = sum(len(theorem.steps) for theorem in CATALOGUE)
    table.add_row("", "everything", str(steps), *(f"{total:.2f} s" for total in totals.values()))
    met = "met" if totals["first"] < GOAL else "missed"
    say(table, f"\nthe goal of less than {GOAL:.0f} s in the first run is {met}")


if __name__ == "__main__":
    main()
