"""D1. Polarisation: the score is a distance, up to norms."""

from __future__ import annotations

from derivations.index import total
from derivations.notation import SANGER, a, chain, j, theorem
from derivations.proof import Algebra, ByDefinition

from .gaussian import distance, key, norm, q, query_norm, score

D1 = theorem(
    "D1",
    "Polarisation",
    SANGER,
    (),
    chain(
        distance[j],
        (total((q[a] - key[j, a]) ** 2, a), ByDefinition(("|q - k_{}|^2",))),
        (query_norm + norm[j] - 2 * score[j], Algebra()),
    ),
)
