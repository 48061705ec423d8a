"""The characters that TeX's commands stand for."""

from __future__ import annotations

import unicodedata

_GREEK = {
    name: unicodedata.lookup(f"GREEK {case} LETTER {name.upper().replace('LAMBDA', 'LAMDA')}")
    for case, names in (
        (
            "SMALL",
            "alpha beta gamma delta zeta eta theta iota kappa lambda mu nu xi pi rho sigma tau upsilon chi psi omega",
        ),
        ("CAPITAL", "Gamma Delta Theta Lambda Xi Pi Sigma Upsilon Phi Psi Omega"),
    )
    for name in names.split()
} | {"epsilon": "ϵ", "varepsilon": "ε", "phi": "ϕ", "varphi": "φ"}
LETTERS = {**_GREEK, "partial": "∂", "nabla": "∇", "infty": "∞", "ell": "ℓ", "top": "⊤", "emptyset": "∅"}
OPERATORS = {
    "ge": "≥", "geq": "≥", "le": "≤", "leq": "≤", "ne": "≠", "neq": "≠", "approx": "≈", "to": "→", "in": "∈",
    "cdot": "⋅", "times": "×", "odot": "⊙", "coloneqq": "≔", "mapsto": "↦", "mid": "∣", "dots": "…", "ldots": "…",
    "cdots": "⋯", "pm": "±", "subset": "⊂", "cup": "∪", "cap": "∩", "setminus": "∖", "prod": "∏", "forall": "∀",
    "propto": "∝", "sim": "∼", "circ": "∘",
}  # fmt: skip
OPEN = {"langle": "⟨", "lVert": "‖", "lvert": "|", "lfloor": "⌊", "lceil": "⌈", "{": "{"}
CLOSE = {"rangle": "⟩", "rVert": "‖", "rvert": "|", "rfloor": "⌋", "rceil": "⌉", "}": "}"}
