"""The objects of the chapter: scale, softcap, bias, mask, sink, and attention over the scores that they give.

W_ij is the weight of key j in row i, 0 where the key is hidden. The sink has the logit zeta and the weight omega, and
its value is 0. G is the cotangent of the output, H that of the log-sum-exp.
"""

from __future__ import annotations

from dataclasses import dataclass

from sympy import Expr, Symbol, exp, log

from derivations.index import Index, Tensor, total
from derivations.learning.a6_prior_vjp import W, ell
from derivations.learning.loss import B, G, H, K, Q, U, V
from derivations.notation import Definition, a, c, i, j, keys, l, queries
from derivations.proof import Equation, Hypothesis, Nonnegative, Positive

sigma, kappa, zeta, omega = (Symbol(name, real=True) for name in ("sigma", "kappa", "zeta", "omega"))
X, Y, Z = (Tensor(name, queries, keys) for name in "xyz")  # the results of the maps, as arrays of their own
u = Tensor("u", queries, keys)
dX, dY, dZ = (Tensor(name, queries, keys) for name in ("dx", "dy", "dz"))

product = Definition("S", (i, j), total(Q[i, a] * K[j, a], a))
x = Definition("x", (i, j), sigma * product[i, j])


theta = Definition("theta", (i, j), 1 - 2 / (exp(2 * X[i, j] / kappa) + 1))
y = Definition("y", (i, j), kappa * theta[i, j])
slope = Definition("eta", (i, j), 1 - theta[i, j] ** 2)
steepness = Definition("eta^e", (i, j), 4 * exp(2 * X[i, j] / kappa) / (exp(2 * X[i, j] / kappa) + 1) ** 2)


@dataclass(frozen=True)
class Attention:
    """Attention with mask and sink over the scores z, row by row."""

    z: Tensor | Definition

    def unnormalised(self, row: Index, key: Index) -> Expr:
        """W_ij exp(z_ij)."""
        return W[row, key] * exp(self.z[row, key])

    def partition(self, row: Index) -> Expr:
        """omega exp(zeta) + sum_l W_il exp(z_il)."""
        return omega * exp(zeta) + total(self.unnormalised(row, l), l)

    def saved(self, row: Index) -> Equation:
        """The log-sum-exp of the row."""
        return Equation(ell[row], log(self.partition(row)))

    def given(self, row: Index) -> tuple[Hypothesis, ...]:
        """The row is not empty."""
        return (Nonnegative(W), Nonnegative(omega), Positive(self.partition(row)))

    def rows(self, row: Index) -> tuple[Hypothesis, ...]:
        """The row is not empty, and its log-sum-exp is known."""
        return (*self.given(row), self.saved(row))

    @property
    def direct(self) -> Definition:
        """The weights, normalised by the partition function."""
        return Definition("P^Z", (i, j), self.unnormalised(i, j) / self.partition(i))

    def direct_sink(self, row: Index) -> Expr:
        """The sink's weight, normalised by the partition function."""
        return omega * exp(zeta) / self.partition(row)

    @property
    def weights(self) -> Definition:
        """The weights from the log-sum-exp."""
        return Definition("P", (i, j), W[i, j] * exp(self.z[i, j] - ell[i]))

    @property
    def sink(self) -> Definition:
        """The sink's weight from the log-sum-exp."""
        return Definition("psi", (i,), omega * exp(zeta - ell[i]))

    @property
    def output(self) -> Definition:
        """The output; the sink adds nothing to it."""
        return Definition("O", (i, c), total(self.weights[i, j] * V[j, c], j))

    @property
    def baseline(self) -> Definition:
        """The mean utility."""
        return Definition("D", (i,), total(G[i, c] * self.output[i, c], c))

    @property
    def gradient(self) -> Definition:
        """The gradient in the scores."""
        return Definition("dz", (i, j), self.weights[i, j] * (U[i, j] - self.baseline[i] + H[i]))

    @property
    def loss(self) -> Definition:
        """The share of row i in the loss."""
        output = total(self.direct[i, j] * V[j, c], j)
        return Definition("L", (i,), total(G[i, c] * output, c) + H[i] * log(self.partition(i)))


@dataclass(frozen=True)
class Utility(Attention):
    """The same, with the loss through the utilities u_ij of the weights, which do not move with the scores."""

    @property
    def baseline(self) -> Definition:
        """The mean utility."""
        return Definition("D", (i,), total(self.weights[i, j] * u[i, j], j))

    @property
    def gradient(self) -> Definition:
        """The gradient in the scores."""
        return Definition("dz", (i, j), self.weights[i, j] * (u[i, j] - self.baseline[i] + H[i]))

    @property
    def direct_gradient(self) -> Definition:
        """The gradient in the scores, as the rules give it."""
        mean = total(self.direct[i, l] * u[i, l], l)
        return Definition("dz^Z", (i, j), self.direct[i, j] * (u[i, j] - mean + H[i]))

    @property
    def loss(self) -> Definition:
        """The share of row i in the loss."""
        return Definition("L", (i,), total(self.direct[i, j] * u[i, j], j) + H[i] * log(self.partition(i)))


plain = Attention(Z)
biased = Utility(Definition("z", (i, j), Y[i, j] + B[i, j]))
scaled = Utility(Definition("z", (i, j), x[i, j] + B[i, j]))
capped = Utility(Definition("z", (i, j), y[i, j] + B[i, j]))
