"""E1. The streaming state (shift, sum, accumulator) and its merge: associative, with identity, exact for any partition.

A block with shift mu stands for e^mu times its sum and accumulator. The shift is free (A7); a kernel takes the block's
largest score. The empty block has sum and accumulator 0, whatever its shift: it is the state with maximum -infinity.

From E1h on the shift is the largest score of the block, and a state says whether its block has keys. The algebra
knows no maximum and no infinity. So chi is 1 for a block with keys and 0 for the empty one, and the maximum is what
bounds the blocks that have keys and is attained: shares alpha, which only blocks with keys have, are 0 where it is not.
"""

from __future__ import annotations

from collections.abc import Iterator

from sympy import Expr, S, Symbol, exp

from derivations.geometry.softmax import p, s
from derivations.index import Tensor, substitute, total
from derivations.notation import OWN, Definition, c, chain, have, j, keys, make_axis, tau, theorem, values
from derivations.proof import (
    Algebra,
    Certificate,
    Equation,
    Hypothesis,
    Inequality,
    Known,
    Nonnegative,
    Positive,
    Rewriting,
    Square,
    Step,
    Term,
    Use,
    Using,
)

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
    OWN,
    (),
    chain(
        merged(first_two, mu12, z3, mu3, mu),
        (z1 * exp(mu1 - mu) + z2 * exp(mu2 - mu) + z3 * exp(mu3 - mu), Algebra()),
        (merged(z1, mu1, last_two, mu23, mu), Algebra()),
    ),
    remark="The shifts in between are arbitrary. That the maximum is associative too is E1i with E1j, so the states "
    "agree in every part.",
)

empty = Equation(z2, S.Zero)

E1b = theorem(
    "E1b",
    "The empty block is the identity of the merge",
    OWN,
    (empty,),
    chain(merged(z1, mu1, z2, mu2, mu1), (z1, Using((Use(empty, times=exp(mu2 - mu1)),)))),
    remark=r"The empty block's sum is 0; that it leaves the maximum to the other block is E1k.",
)

block_sum = Definition("z", (b,), total(member[b, j] * exp(s[j] / tau - shift[b]), j))
accumulator = Definition("n", (b, c), total(member[b, j] * exp(s[j] / tau - shift[b]) * v[j, c], j))
partition = Equation(total(member[b, j], b), S.One)
whole_sum = total(exp(s[j] / tau - mu), j)

E1c = theorem(
    "E1c",
    "The merged sum over any partition of the keys is the whole sum",
    OWN,
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
    OWN,
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
    OWN,
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
    OWN,
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
    OWN,
    (Positive(tau),),
    chain(
        total((one[j] + other[j]) * exp(s[j] / tau - mu), j),
        (merged(of_block(one, mu1), mu1, of_block(other, mu2), mu2, mu), Algebra()),
    ),
    remark="So a scan over the blocks, one after the other, gives the state of all keys, as the fold of E1c does. "
    "The accumulator is the same with $v_{jc}$ in each term.",
)

chi1, chi2, chi3 = (Symbol(f"chi_{n}", real=True) for n in (1, 2, 3))
alpha1, alpha2 = (Symbol(f"alpha_{n}", real=True) for n in (1, 2))
beta12, beta3 = (Symbol(name, real=True) for name in ("beta'", "beta_3"))
nu = Symbol("nu", real=True)


def has_keys(one: Expr, other: Expr) -> Expr:
    """1 where one of two blocks has keys, 0 where both are empty."""
    return one + other - one * other


def only(share: Expr, has: Expr) -> Equation:
    """A block without keys has no share."""
    return Equation(share * has, share)


def attained(share: Expr, largest: Expr, maximum: Expr) -> Equation:
    """A block has a share only where its maximum is the largest."""
    return Equation(share * (largest - maximum), S.Zero)


def bounded(has: Expr, bound: Expr, maximum: Expr) -> Nonnegative:
    """Where a block has keys, its maximum is at most the bound."""
    return Nonnegative(has * (bound - maximum))


def given(*bounds: Nonnegative) -> Iterator[tuple[Step, ...]]:
    """What the hypotheses say, as claims."""
    for bound in bounds:
        yield have(Inequality(bound.what, S.Zero), Certificate((Term(bound.what, Square(S.One)),)))


chi12, chi23 = has_keys(chi1, chi2), has_keys(chi2, chi3)

E1h = theorem(
    "E1h",
    "Whichever two of three blocks are merged first, the result is empty where all three are",
    OWN,
    (),
    chain(
        has_keys(chi12, chi3),
        (1 - (1 - chi1) * (1 - chi2) * (1 - chi3), Algebra()),
        (has_keys(chi1, chi23), Algebra()),
    ),
    remark=r"$\chi$ is 1 for a block with keys and 0 for an empty one.",
)

shares12, shares = Equation(alpha1 + alpha2, chi12), Equation(beta12 + beta3, has_keys(chi12, chi3))
largest: tuple[Hypothesis, ...] = (
    *(Nonnegative(share) for share in (alpha1, alpha2, beta12, beta3)),
    *(shares12, only(alpha1, chi1), only(alpha2, chi2), attained(alpha1, mu12, mu1), attained(alpha2, mu12, mu2)),
    *(shares, only(beta12, chi12), only(beta3, chi3), attained(beta12, mu, mu12), attained(beta3, mu, mu3)),
)
bounds = (bounded(chi2, mu23, mu2), bounded(chi3, mu23, mu3), bounded(chi1, nu, mu1), bounded(chi23, nu, mu23))

E1i = theorem(
    "E1i",
    "The maximum of three blocks, the first two merged first, is at most that with the last two merged first",
    OWN,
    (*largest, *bounds),
    *given(*bounds),
    have(
        Inequality(has_keys(chi12, chi3) * (nu - mu), S.Zero),
        Certificate(
            (
                Term(beta12 * alpha2, Known(0)),
                Term(beta3, Known(1)),
                Term(beta12 * alpha1, Known(2)),
                Term(beta12 * alpha2 + beta3, Known(3)),
            ),
            uses=(
                Use(shares, times=mu - nu),
                Use(attained(beta12, mu, mu12), times=S.NegativeOne),
                Use(attained(beta3, mu, mu3), times=S.NegativeOne),
                Use(only(beta12, chi12), times=mu12 - nu),
                Use(shares12, times=beta12 * (mu12 - nu)),
                Use(attained(alpha1, mu12, mu1), times=-beta12),
                Use(attained(alpha2, mu12, mu2), times=-beta12),
                Use(only(alpha1, chi1), times=beta12 * (mu1 - nu)),
                Use(only(alpha2, chi2), times=beta12 * (mu2 - mu23 + (mu23 - nu) * (1 - chi3))),
                Use(only(beta3, chi3), times=mu3 - mu23 + (mu23 - nu) * (1 - chi2)),
            ),
        ),
    ),
    remark=r"$\mu'$ is the maximum of the first two and $\mu$ that of $\mu'$ and $\mu_3$; the shares say that each is "
    r"attained. $\mu''$ and $\nu$ are those of the last two and of $\mu_1$ and $\mu''$; here only that they are bounds "
    "is needed.",
)

mirrored = {chi1: chi3, chi3: chi1, mu1: mu3, mu3: mu1, mu12: mu23, mu23: mu12}
mirrored_largest: tuple[Hypothesis, ...] = tuple(
    fact.put(mirrored) if isinstance(fact, Equation) else Nonnegative(substitute(fact.what, mirrored))
    for fact in largest
)
mirrored_bounds = tuple(Nonnegative(substitute(bound.what, mirrored)) for bound in bounds)

E1j = theorem(
    "E1j",
    "And the other way round, so that the two maxima are equal",
    OWN,
    (*mirrored_largest, *mirrored_bounds),
    have(
        Inequality(has_keys(chi1, chi23) * (nu - mu), S.Zero),
        Certificate((Term(S.One, Known("E1i", mirrored)),)),
    ),
    remark=r"Here the last two blocks are merged first for $\mu$. So merging is associative in every part of the "
    "state: whether it has keys (E1h), the maximum where it has (E1i and this), and the sum and the accumulator (E1a).",
)

merged_maximum: tuple[Hypothesis, ...] = (
    shares12,
    *(only(alpha1, chi1), only(alpha2, chi2), attained(alpha1, mu, mu1), attained(alpha2, mu, mu2)),
)
has_none, has_some = Equation(chi2, S.Zero), Equation(chi1, S.One)
nothing1, nothing2 = Equation(chi1 * z1, z1), Equation(chi2 * z2, z2)

E1k = theorem(
    "E1k",
    "An empty block leaves the maximum to the other one",
    OWN,
    (*merged_maximum, has_none),
    chain(
        alpha2,
        (alpha2 * chi2, Using((Use(only(alpha2, chi2), times=S.NegativeOne),))),
        (S.Zero, Using((Use(has_none, times=alpha2),))),
    ),
    chain(
        chi1,
        (alpha1, Using((Use(shares12, times=S.NegativeOne), Use(1), Use(has_none, times=chi1 - 1)))),
    ),
    chain(
        chi1 * (mu - mu1),
        (
            S.Zero,
            Using((Use(2, times=mu - mu1), Use(attained(alpha1, mu, mu1)))),
        ),
    ),
    remark=r"So $\mu = \mu_1$ where the other block has keys. For kernels the empty block is the state "
    r"$(-\infty, 0, 0)$: $-\infty$ is below every maximum, and $e^{-\infty} = 0$ is its weight.",
)

E1l = theorem(
    "E1l",
    "The empty block on the right: the merged state is the other one's",
    OWN,
    (*merged_maximum, has_some, has_none, nothing2),
    chain(z2, (S.Zero, Using((Use(nothing2, times=S.NegativeOne), Use(has_none, times=z2))))),
    chain(mu, (mu1, Using((Use("E1k"), Use(has_some, times=mu1 - mu))))),
    chain(
        merged(z1, mu1, z2, mu2, mu),
        (z1 * exp(mu1 - mu), Using((Use(0, times=exp(mu2 - mu)),))),
        (z1, Rewriting(Use(1))),
    ),
    remark=r"$\chi_2 z_2 = z_2$ says that the sum of an empty block is 0.",
)

exchanged = {chi1: chi2, chi2: chi1, z1: z2, z2: z1, mu1: mu2, mu2: mu1, alpha1: alpha2, alpha2: alpha1}

E1m = theorem(
    "E1m",
    "The empty block on the left: the same",
    OWN,
    (
        *merged_maximum,
        *(fact.put(exchanged) for fact in (has_some, has_none, nothing2)),
    ),
    chain(merged(z1, mu1, z2, mu2, mu), (z2, Using((Use("E1l", exchanged),)))),
)

E1n = theorem(
    "E1n",
    "Two empty blocks make an empty one",
    OWN,
    (Equation(chi1, S.Zero), has_none),
    chain(has_keys(chi1, chi2), (S.Zero, Using((Use(Equation(chi1, S.Zero), times=1 - chi2), Use(has_none))))),
)

E1o = theorem(
    "E1o",
    "And its sum is 0, whatever the shifts are",
    OWN,
    (Equation(chi1, S.Zero), has_none, nothing1, nothing2),
    chain(
        merged(z1, mu1, z2, mu2, mu),
        (
            merged(chi1 * z1, mu1, chi2 * z2, mu2, mu),
            Using((Use(nothing1, times=-exp(mu1 - mu)), Use(nothing2, times=-exp(mu2 - mu)))),
        ),
        (
            S.Zero,
            Using(
                (
                    Use(Equation(chi1, S.Zero), times=z1 * exp(mu1 - mu)),
                    Use(has_none, times=z2 * exp(mu2 - mu)),
                )
            ),
        ),
    ),
)

chi = Tensor("chi", blocks)
alpha, beta = Tensor("alpha", blocks, keys), Tensor("beta", blocks)
score = s[j] / tau
above_keys, above_blocks = Nonnegative(member[b, j] * (shift[b] - score)), bounded(chi[b], mu, shift[b])
has_key = Equation(member[b, j] * chi[b], member[b, j])

E1p = theorem(
    "E1p",
    "The maximum over the blocks of any partition bounds the score of every key",
    OWN,
    (Positive(tau), Nonnegative(member), partition, has_key, above_keys, above_blocks),
    *given(above_keys, above_blocks),
    have(
        Inequality(mu, score),
        Certificate(
            (Term(S.One, Known(0), over=(b,)), Term(member[b, j], Known(1), over=(b,))),
            uses=(
                Use(partition, times=score - mu),
                Use(has_key, times=shift[b] - mu, over=(b,)),
            ),
        ),
    ),
    remark=r"$\chi_b$ is 1 where the block $b$ has a key, and $\mu_b$ is then at least the score of each of its keys.",
)

is_bound = Nonnegative(nu - score)
key_shares = Equation(total(alpha[b, j], j), chi[b])
block_shares = Equation(total(beta[b], b), S.One)
key_attains = attained(alpha[b, j], shift[b], score)
block_attains = attained(beta[b], mu, shift[b])

E1q = theorem(
    "E1q",
    "And it is the least such bound, so that it is the maximum over all keys",
    OWN,
    (
        *(Positive(tau), Nonnegative(alpha), Nonnegative(beta), is_bound),
        *(key_shares, key_attains, block_shares, only(beta[b], chi[b]), block_attains),
    ),
    *given(is_bound),
    have(
        Inequality(nu, mu),
        Certificate(
            (Term(beta[b] * alpha[b, j], Known(0), over=(b, j)),),
            uses=(
                Use(block_shares, times=mu - nu),
                Use(block_attains, times=S.NegativeOne, over=(b,)),
                Use(only(beta[b], chi[b]), times=shift[b] - nu, over=(b,)),
                Use(key_shares, times=beta[b] * (shift[b] - nu), over=(b,)),
                Use(key_attains, times=-beta[b], over=(b, j)),
            ),
        ),
    ),
    remark=r"$\nu$ is any bound of the scores. The shares say that the maximum of each block with keys is the score of "
    "a key, and that the largest is the maximum of a block with keys.",
)
