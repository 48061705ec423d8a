"""The ledger: every fact that a proof may take as given, but for the laws of the real field and of finite sums."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

AXIOMS: Mapping[str, str] = MappingProxyType({
    "exp-sum": "exp(x + y) = exp(x) exp(y), and so exp(r x) = exp(x)^r for rational r",
    "exp-positive": "exp(x) > 0",
    "exp-log": "exp(log x) = x for x > 0",
    "log-exp": "log(exp x) = x",
    "log-product": "log(x y) = log x + log y and log(x^r) = r log x for x, y > 0",
    "log-gap": "log x <= x - 1 for x > 0, with equality only at x = 1",
    "square": "x^2 >= 0, with equality only at x = 0",
    "xlogx-zero": "x log x is 0 at x = 0, by convention (and by continuity)",
    "nonempty": "the size of an axis is positive: every axis has an index",
    "d-sum": "d(f + g) = df + dg, and so for a sum over an axis",
    "d-product": "d(f g) = f dg + g df",
    "d-exp": "d exp(f) = exp(f) df",
    "d-log": "d log(f) = df / f for f > 0",
    "d-power": "d f^r = r f^(r-1) df for real r, wherever f^r and f^(r-1) are defined",
    "monotone": "a function whose derivative has one sign on an interval takes each value there at most once",
    "mean-value": "f(1) - f(0) = f'(t) for some t between 0 and 1, if f is differentiable on the real line",
    "rank": "if A 1 = 0 and A G = I - w 1^T for some G and w, then A (n by n) has rank n - 1",
})  # fmt: skip
