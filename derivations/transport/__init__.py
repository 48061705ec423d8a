r"""Chapter A: the forward pass as one-sided entropic optimal transport.

One query has scores $s_j$, one for each key. Attention chooses weights $p$ on the simplex that trade the cost $C_j =
-s_j$ against the entropy. This chapter finds the weights by differentiating and solving (A1), shows that they are the
only global minimum, boundary of the simplex included (A2), and names the optimal value, the log-sum-exp potential
$\phi$ (A3), and its convex dual (A4). Everything global rests on one inequality, $\log x \le x - 1$: the excess of
any plan over the optimum is a divergence, and divergences are nonnegative.

The rest says what kind of problem this is. Only the rows are constrained, so that it splits over queries and one
scaling solves it (A5). A prior in place of the uniform measure gives masks and position biases, and an empty row has
no plan (A6). The weights do not see a shift of a row's scores (A7); the temperature moves them in one direction, and
bounds with a rate say how fast they reach its limits (A8). Other regularisers give sparsemax and entmax (A9). Where
scores are close together the weights collapse to the prior, and a key far ahead is a sink (A10).
"""
