"""The letters of the papers, and the few words in which a derivation is written."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from sympy import Expr, S, Symbol, Tuple, exp
from sympy.core.symbol import Str

from derivations.index import Axis, Index, Named, Partial, Size, Tensor, free_indices, rename, total
from derivations.proof import Equation, Hypothesis, Reason, Statement, Step, Theorem

LITMAN = "Litman, arXiv 2508.08369"
SANGER = "Sanger, arXiv 2602.02521"
OWN = "a consequence"  # claimed by neither paper


def make_axis(name: str, size: str, letters: str) -> Axis:
    """An axis with the name of its size and the letters of its indices."""
    return Axis(name, Size(size, integer=True, positive=True), tuple(letters.split()))


queries = make_axis("queries", "m", "i h i' h'")
keys = make_axis("keys", "n", "j l r t j' l'")
features = make_axis("features", "d", "a b a' b'")
values = make_axis("values", "e", "c g c' g'")
tokens = make_axis("tokens", "T", "t w t' w'")
channels = make_axis("channels", "D", "x y x' y'")
heads = make_axis("heads", "N", "f f'")

i, h = (queries.index(letter) for letter in "ih")
j, k, l, r = (keys.index(letter) for letter in "jklr")
a, b = (features.index(letter) for letter in "ab")
c, g = (values.index(letter) for letter in "cg")

tau, eps, lam = (Symbol(name, real=True) for name in ("tau", "epsilon", "lambda"))
n = keys.size


@dataclass(frozen=True)
class Definition:
    """name_{params} := body. Indexing gives the abbreviation; its free indices must all be parameters."""

    name: str
    params: tuple[Index, ...]
    body: Expr

    def __post_init__(self) -> None:
        loose = free_indices(self.body) - set(self.params)
        if loose:
            raise ValueError(f"the definition of {self.name} leaves {sorted(i.name for i in loose)} free")

    def __getitem__(self, indices: Index | tuple[Index, ...]) -> Named:
        given = indices if isinstance(indices, tuple) else (indices,)
        if [i.axis for i in given] != [i.axis for i in self.params]:
            raise ValueError(f"{self.name} takes {len(self.params)} indices over {[i.axis.name for i in self.params]}")
        return Named(Str(self.name), Tuple(*given), rename(self.body, dict(zip(self.params, given, strict=True))))

    def __call__(self) -> Named:
        return self[()]


def softmax(
    name: str, score: Callable[[Index], Expr], temperature: Expr = tau, rows: tuple[Index, ...] = ()
) -> Definition:
    """name_{rows, j} := exp(score_j / temperature) / sum_l exp(score_l / temperature)."""
    normaliser = total(exp(score(l) / temperature), l)
    return Definition(name, (*rows, j), exp(score(j) / temperature) / normaliser)


def on_simplex(p: Tensor) -> Equation:
    """sum_j p_j = 1."""
    return Equation(total(p[j], j), S.One)


def stationary(objective: Expr, variable: Expr) -> Equation:
    """d objective / d variable = 0."""
    return Equation(Partial(objective, variable), S.Zero)


def chain(lhs: Expr, *links: tuple[Expr, Reason]) -> tuple[Step, ...]:
    """lhs = e1 = e2 = ..., each link with its reason."""
    return tuple(Step(Equation(lhs, rhs), reason) for rhs, reason in links)


def have(claim: Statement, reason: Reason) -> tuple[Step, ...]:
    """One claim with its reason."""
    return (Step(claim, reason),)


def theorem(
    name: str, title: str, source: str, given: tuple[Hypothesis, ...], *proof: tuple[Step, ...], remark: str = ""
) -> Theorem:
    """The theorem whose statement is what its proof arrives at: the last claim."""
    steps = tuple(step for part in proof for step in part)
    return Theorem(name, title, source, given, steps[-1].claim, steps, remark)
