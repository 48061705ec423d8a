"""E3. Merging across devices is the same law: blocks of blocks, in any order, and from what devices exchange.

A device holds some blocks, and a block some keys. Merging within each device first and then across devices (a tree), or
one after the other (a ring), gives the state of all keys. Devices may exchange the output and the log-sum-exp in place
of the sum and the accumulator: the merge is then attention over the blocks, with the log-sum-exps for scores.
"""

from __future__ import annotations

from sympy import Expr, S, Symbol, exp, log

from derivations.geometry.softmax import p, s
from derivations.index import Delta, Tensor, total
from derivations.notation import OWN, Definition, c, chain, j, make_axis, tau, theorem, values
from derivations.proof import Algebra, Equation, Positive, Rewriting, Use, Using

from .e1_merge import (
    accumulator,
    b,
    block_sum,
    blocks,
    member,
    merged,
    mu,
    mu12,
    partition,
    shift,
    v,
    whole_sum,
)

h = blocks.index("h")
devices = make_axis("devices", "G", "g g'")
g = devices.index("g")
holds = Tensor("H", devices, blocks)
device_shift = Tensor("nu", devices)
placed = Equation(total(holds[g, b], g), S.One)

next_device = devices.index("g'")
visited, device_state = Tensor("R", devices), Tensor("Z", devices)


def gone_round(devices_met: Expr, at: Expr) -> Expr:
    """The sum (or accumulator) of the devices that a ring has met, at a shift."""
    return total(devices_met * device_state[g] * exp(device_shift[g] - at), g)


E3a = theorem(
    "E3a",
    "A ring of merges: the next device merges its state with that of all before it, whichever was the first",
    OWN,
    (),
    chain(
        gone_round(visited[g] + Delta(g, next_device), mu),
        (
            merged(gone_round(visited[g], mu12), mu12, device_state[next_device], device_shift[next_device], mu),
            Algebra(),
        ),
    ),
    remark="$R_g$ is 1 for each device that the ring has met. So the state depends on which devices were met and not "
    "on the order or the start, and after a full round it is that of all devices, as E3b has it.",
)


def on_device(state: Expr) -> Expr:
    """The sum (or accumulator) of the blocks that a device holds, brought to the shift of the device."""
    return total(holds[g, b] * state * exp(shift[b] - device_shift[g]), b)


device_sum = Definition("Z", (g,), on_device(block_sum[b]))
device_accumulator = Definition("A", (g, c), on_device(accumulator[b, c]))

E3b = theorem(
    "E3b",
    "Merged within each device and then across devices, the sum is the whole sum",
    OWN,
    (Positive(tau), partition, placed),
    chain(
        total(device_sum[g] * exp(device_shift[g] - mu), g),
        (total(block_sum[b] * exp(shift[b] - mu) * total(holds[g, b], g), b), Algebra()),
        (
            total(block_sum[b] * exp(shift[b] - mu), b),
            Using((Use(placed, times=block_sum[b] * exp(shift[b] - mu), over=(b,)),)),
        ),
        (whole_sum, Using((Use("E1c"),))),
    ),
    remark="Any tree of merges: each level is a partition of the level below.",
)

E3c = theorem(
    "E3c",
    "And so is the accumulator",
    OWN,
    (Positive(tau), partition, placed),
    chain(
        total(device_accumulator[g, c] * exp(device_shift[g] - mu), g),
        (total(accumulator[b, c] * exp(shift[b] - mu) * total(holds[g, b], g), b), Algebra()),
        (
            total(accumulator[b, c] * exp(shift[b] - mu), b),
            Using((Use(placed, times=accumulator[b, c] * exp(shift[b] - mu), over=(b,)),)),
        ),
        (total(exp(s[j] / tau - mu) * v[j, c], j), Using((Use("E1d"),))),
    ),
)

ell = Tensor("ell", blocks)
o = Tensor("o", blocks, values)
saved_sum = Equation(exp(ell[b]), total(member[b, j] * exp(s[j] / tau), j))
saved_output = Equation(exp(ell[b]) * o[b, c], total(member[b, j] * exp(s[j] / tau) * v[j, c], j))

Z = Symbol("Z", real=True)
normaliser = Equation(Z, total(exp(s[j] / tau), j))
together = Definition("ell", (), log(total(exp(ell[h]), h)))()

E3d = theorem(
    "E3d",
    "The normaliser from the log-sum-exps of the blocks",
    OWN,
    (Positive(tau), normaliser, partition, saved_sum),
    chain(
        Z,
        (normaliser.rhs, Using((Use(normaliser),))),
        (
            total(exp(s[j] / tau) * total(member[b, j], b), j),
            Using((Use(partition, times=-exp(s[j] / tau), over=(j,)),)),
        ),
        (total(exp(ell[b]), b), Using((Use(saved_sum, times=S.NegativeOne, over=(b,)),))),
    ),
    remark="A block without keys has no log-sum-exp: it is left out, or has minus infinity.",
)

E3e = theorem(
    "E3e",
    "The log-sum-exp of all keys is that of the blocks'",
    OWN,
    (Positive(tau), Positive(Z), normaliser, partition, saved_sum),
    chain(log(Z), (log(total(exp(ell[b]), b)), Rewriting(Use("E3d")))),
)

E3f = theorem(
    "E3f",
    "The output is attention over the blocks, with their log-sum-exps for scores",
    OWN,
    (Positive(tau), Positive(Z), normaliser, partition, saved_sum, saved_output),
    chain(
        total(exp(s[j] / tau) * v[j, c], j),
        (
            total(exp(s[j] / tau) * v[j, c] * total(member[b, j], b), j),
            Using((Use(partition, times=-exp(s[j] / tau) * v[j, c], over=(j,)),)),
        ),
        (total(exp(ell[b]) * o[b, c], b), Using((Use(saved_output, times=S.NegativeOne, over=(b,)),))),
    ),
    chain(
        total(p[j] * v[j, c], j),
        (total(exp(s[j] / tau) * v[j, c], j) / Z, Rewriting(Use(normaliser))),
        (total(exp(ell[b]) * o[b, c], b) / Z, Using((Use(1, times=1 / Z),))),
        (total(exp(ell[b]) * o[b, c], b) / total(exp(ell[h]), h), Rewriting(Use("E3d"))),
        (total(exp(ell[b] - together) * o[b, c], b), Algebra()),
    ),
)

l1, l2, l3, o1, o2, o3 = (Symbol(name, real=True) for name in ("ell_1", "ell_2", "ell_3", "o_1", "o_2", "o_3"))


def both(name: str, one: Expr, other: Expr) -> Expr:
    """The log-sum-exp of two blocks."""
    return Definition(name, (), log(exp(one) + exp(other)))()


def mixed(name: str, one: Expr, output: Expr, other: Expr, other_output: Expr, whole: Expr) -> Expr:
    """The output of two blocks with the log-sum-exp `whole`."""
    return Definition(name, (), exp(one - whole) * output + exp(other - whole) * other_output)()


l12, l23 = both("ell'", l1, l2), both("ell''", l2, l3)
o12, o23 = mixed("o'", l1, o1, l2, o2, l12), mixed("o''", l2, o2, l3, o3, l23)

E3g = theorem(
    "E3g",
    "Merging log-sum-exps is associative",
    OWN,
    (),
    chain(
        log(exp(l12) + exp(l3)),
        (log(exp(l1) + exp(l2) + exp(l3)), Algebra()),
        (log(exp(l1) + exp(l23)), Algebra()),
    ),
)

x = Symbol("x", real=True)

E3h = theorem(
    "E3h",
    "And so is merging outputs",
    OWN,
    (),
    chain(
        exp(l12 - x) * o12 + exp(l3 - x) * o3,
        (exp(l1 - x) * o1 + exp(l2 - x) * o2 + exp(l3 - x) * o3, Algebra()),
        (exp(l1 - x) * o1 + exp(l23 - x) * o23, Algebra()),
    ),
    remark="$x$ is the log-sum-exp of all three (E3g).",
)
