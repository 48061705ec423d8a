r"""Chapter B: the potential, its Hessian and the Fisher matrix.

The weights are the gradient of the potential $\phi$, and their Jacobian is its Hessian (B1, B2). The same matrix is, up
to a factor, the Fisher information of the weights, which three derivations agree on (B3, B4). This chapter describes
it: its quadratic form is a variance, its null space are the constants, its rank is $n - 1$ (B5), it is bounded, so that
softmax is Lipschitz (B6), and it can be inverted on its range (B7). Each is shown for every $n$ by an identity that
writes the matter as sums of squares, not by eigenvalues. The potential's divergence is the Kullback-Leibler divergence
of the weights (B8), and seen from the query the Fisher matrix is the covariance of the keys (B9). A loss that the
weights enter moves them by the replicator equation when one follows the natural gradient, and a step of mirror descent
multiplies them by exponentials of the utility (B10).
"""
