"""The ledger: every analytic fact that a proof may take as given. The real field and finite sums are not listed."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

AXIOMS: Mapping[str, str] = MappingProxyType({
    "exp-sum": "exp(x + y) = exp(x) exp(y)",
    "exp-positive": "exp(x) > 0",
    "exp-log": "exp(log x) = x for x > 0",
    "log-exp": "log(exp x) = x",
    "log-product": "log(x y) = log x + log y and log(x^r) = r log x for x, y > 0",
    "log-gap": "log x <= x - 1 for x > 0, with equality only at x = 1",
    "square": "x^2 >= 0, with equality only at x = 0",
    "xlogx-zero": "x log x is 0 at x = 0, by convention (and by continuity)",
    "d-exp": "d exp(x) / dx = exp(x)",
    "d-log": "d log(x) / dx = 1 / x for x > 0",
    "d-power": "d x^r / dx = r x^(r-1)",
    "monotone": "a function whose derivative has one sign on an interval takes each value there at most once",
    "rank": "if A 1 = 0 and A G = I - w 1^T for some G and w, then A (n by n) has rank n - 1",
})  # fmt: skip
