"""The mathematics: the index algebra, the proof checker, and the chapters of theorems."""

import os

os.environ.setdefault("SYMPY_CACHE_SIZE", "100000")  # SymPy's default forgets within one theorem; read on its import
