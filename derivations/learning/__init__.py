r"""Chapter C: the backward pass as an advantage policy gradient.

A loss that depends on the weights through the utilities $u_j = \partial L / \partial p_j$ has a gradient in the scores
that is a policy gradient: the expectation of the score function times the utility less a baseline (C1, C2). The
expectation is the same for every baseline; the variance of an estimate from one sample is not, and C3 says for which
one it is smallest. The Fisher matrix of chapter B turns the utility into the gradient, and its pseudo-inverse turns the
gradient into the centred utility (C4). The full backward pass for queries, keys, values, a bias and the temperature
follows (C5), with the forward derivative (C6), second derivatives in a direction, layer by layer (C7), and the
gradients of self-attention with several heads with respect to its projections and its input, which three paths reach
(C8).
"""
