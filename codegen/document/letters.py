"""What the variables stand for, by name and axes. Listed are those that mean one thing in every theorem."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

Variable = tuple[str, ...]  # the name, then the names of the axes

MEANINGS: Mapping[Variable, str] = MappingProxyType({
    ("s", "keys"): "the scores of one query",
    ("tau",): r"the temperature; usually $\sqrt{d}$",
    ("p", "keys"): "where it is a variable and no abbreviation: any weights",
    ("C", "keys"): "the costs of one row",
    ("C", "queries", "keys"): "the costs",
    ("epsilon",): "the weight of the entropy",
    ("P", "queries", "keys"): "where it is a variable: any plan",
    ("q", "features"): "one query",
    ("k", "keys", "features"): "the keys, in a theorem about one query",
    ("v", "keys", "values"): "the values, in a theorem about one query",
    ("Q", "queries", "features"): "the queries",
    ("K", "keys", "features"): "the keys",
    ("V", "keys", "values"): "the values",
    ("B", "queries", "keys"): "a bias added to the scores: a mask, a position, the logarithm of a prior",
    ("u", "keys"): r"the utilities $\partial L / \partial p_j$, held fixed",
    ("b",): "a baseline",
    ("G", "queries", "values"): r"the cotangent of the output, $\partial L / \partial O$",
    ("H", "queries"): "the cotangent of the log-sum-exp",
})  # fmt: skip
