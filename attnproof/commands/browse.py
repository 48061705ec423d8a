"""`attnproof list` and `attnproof show`."""

from __future__ import annotations

from collections.abc import Sequence

from attnproof import library, proving, view
from attnproof.errors import FAILED, Stop
from attnproof.terminal import print_json, say
from attnproof.wording import plain
from derivations.catalogue import cites
from derivations.chapters import chapters


def list_all(as_json: bool) -> None:
    """Every theorem and every kernel."""
    theorems, kernels, parts = library.theorems(), library.listed(), chapters()
    if as_json:
        print_json({
            "theorems": [
                {
                    "id": theorem.id,
                    "title": plain(theorem.title),
                    "source": theorem.source,
                    "chapter": parts[theorem.id[0]].title,
                    "rests_on": list(cites(theorem)),
                }
                for theorem in library.in_order(theorems)
            ],
            "kernels": [
                {"name": name, "module": module, "theorems": list(ids), "about": about}
                for name, module, ids, about in library.listed()
            ],
        })  # fmt: skip
        return
    say(view.theorem_table(library.in_order(theorems), parts), "", view.kernel_table(kernels))


def show(ids: Sequence[str], as_json: bool) -> None:
    """Each theorem with its proof and the axioms it rests on. Raises Stop when one is refused."""
    wanted, known = library.selected(ids), library.theorems()
    verdicts = {v.theorem.id: v for v in proving.verdicts(library.with_premises(wanted))}
    if refused := [name for name, verdict in verdicts.items() if not verdict.proved]:
        raise Stop(f"the checker refuses {', '.join(refused)}; see: attnproof prove {refused[0]}", FAILED)
    if as_json:
        print_json({"theorems": [view.theorem_values(t, known, verdicts[t.id].axioms) for t in wanted]})
        return
    say(*(view.theorem_page(theorem, known, verdicts[theorem.id].axioms) for theorem in wanted))
