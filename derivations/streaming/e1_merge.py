"""E1. The streaming state (shift, sum, accumulator) and its merge: associative, with identity, exact for any partition.

A block with shift mu stands for e^mu times its sum and accumulator. The shift is free (A7); a kernel takes the block's
largest score. The empty block has sum and accumulator 0, whatever its shift: it is the state with maximum -infinity.
"""

from __future__ import annotations

from sympy import Expr, S, Symbol, exp

from derivations.geometry.softmax import p, s
from derivations.index import Tensor, total
from derivations.notation import LITMAN, Definition, c, chain, j, keys, make_axis, tau, theorem, values
from derivations.proof import Algebra, Equation, Positive, Use, Using

blocks = make_axis("blocks", "B", "b h")
b = blocks.index("b")
v = Tensor("v", keys, values)
member = Tensor("M", blocks, keys)
shift = Tensor("mu", blocks)
z1, z2, z3 = (Symbol(f"z_{n}", real=True) for n in (1, 2, 3))
mu1, mu2, mu3 = (Symbol(f"mu_{n}", real=True) for n in (1, 2, 3))
mu, mu12, mu23 = (Symbol(name, real=True) for name in ("mu", "mu'", "mu''"))


def merged(one: Expr, shift_one: Expr, other: Expr, shift_other: Expr, result: Expr) -> Expr:
    """The sum (or accumulator) of two blocks, brought to the shift of the result."""
    return one * exp(shift_one - result) + other * exp(shift_other - result)


first_two = Definition("z'", (), merged(z1, mu1, z2, mu2, mu12))()
last_two = Definition("z''", (), merged(z2, mu2, z3, mu3, mu23))()

E1a = theorem(
    "E1a",
    "The merge is associative",
    LITMAN,
    (),
    chain(
        merged(first_two, mu12, z3, mu3, mu),
        (z1 * exp(mu1 - mu) + z2 * exp(mu2 - mu) + z3 * exp(mu3 - mu), Algebra()),
        (merged(z1, mu1, last_two, mu23, mu), Algebra()),
    ),
    remark="The shifts in between are arbitrary and the maximum is associative, so the states agree in every part.",
)

empty = Equation(z2, S.Zero)

E1b = theorem(
    "E1b",
    "The empty block is the identity of the merge",
    LITMAN,
    (empty,),
    chain(merged(z1, mu1, z2, mu2, mu1), (z1, Using((Use(empty, times=exp(mu2 - mu1)),)))),
    remark=r"The empty block's sum is 0; its shift $-\infty$ leaves the maximum to the other block.",
)

block_sum = Definition("z", (b,), total(member[b, j] * exp(s[j] / tau - shift[b]), j))
accumulator = Definition("n", (b, c), total(member[b, j] * exp(s[j] / tau - shift[b]) * v[j, c], j))
partition = Equation(total(member[b, j], b), S.One)
whole_sum = total(exp(s[j] / tau - mu), j)

E1c = theorem(
    "E1c",
    "The merged sum over any partition of the keys is the whole sum",
    LITMAN,
    (Positive(tau), partition),
    chain(
        total(block_sum[b] * exp(shift[b] - mu), b),
        (total(exp(s[j] / tau - mu) * total(member[b, j], b), j), Algebra()),
        (whole_sum, Using((Use(partition, times=exp(s[j] / tau - mu), over=(j,)),))),
    ),
)

E1d = theorem(
    "E1d",
    "The merged accumulator over any partition of the keys is the whole one",
    LITMAN,
    (Positive(tau), partition),
    chain(
        total(accumulator[b, c] * exp(shift[b] - mu), b),
        (total(exp(s[j] / tau - mu) * v[j, c] * total(member[b, j], b), j), Algebra()),
        (
            total(exp(s[j] / tau - mu) * v[j, c], j),
            Using((Use(partition, times=exp(s[j] / tau - mu) * v[j, c], over=(j,)),)),
        ),
    ),
)

E1e = theorem(
    "E1e",
    "So blockwise evaluation is exact",
    LITMAN,
    (Positive(tau), partition),
    chain(
        total(accumulator[b, c] * exp(shift[b] - mu), b) / whole_sum,
        (total(exp(s[j] / tau - mu) * v[j, c], j) / whole_sum, Using((Use("E1d", times=1 / whole_sum),))),
        (total(p[j] * v[j, c], j), Algebra()),
    ),
    remark=r"By E1c the denominator is the merged sum. $M_{bj}$ says which block a key belongs to.",
)

E1f = theorem(
    "E1f",
    "The merge of two blocks stands for what both stand for",
    LITMAN,
    (),
    chain((exp(mu1) * z1 + exp(mu2) * z2) / exp(mu), (merged(z1, mu1, z2, mu2, mu), Algebra())),
    remark="This is the merge itself: of the sums, and of each entry of the accumulators.",
)

other = Tensor("M'", keys)
one = Tensor("M", keys)


def of_block(belongs: Tensor, at: Expr) -> Expr:
    """The sum of a block's exponentials, at a shift."""
    return total(belongs[j] * exp(s[j] / tau - at), j)


E1g = theorem(
    "E1g",
    "One more block: the state of two blocks together is the merge of their states",
    LITMAN,
    (Positive(tau),),
    chain(
        total((one[j] + other[j]) * exp(s[j] / tau - mu), j),
        (merged(of_block(one, mu1), mu1, of_block(other, mu2), mu2, mu), Algebra()),
    ),
    remark="So a scan over the blocks, one after the other, gives the state of all keys, as the fold of E1c does. "
    "The accumulator is the same with $v_{jc}$ in each term.",
)
