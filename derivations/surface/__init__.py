r"""Chapter D: attention as a Gaussian-weighted projection.

An inner product is a difference of squared norms less a squared distance (D1). So the attention weights are Gaussian in
the distance between query and key, with a prior that the keys' norms decide, and without it when the norms are equal
(D2). Layer and RMS normalisation make them nearly equal, and D3 says how nearly. For the weights of one query the
output is the constant that lies nearest to the values, which is a projection in the inner product of these weights; as
a map of the inputs attention is no projection, and D4 has the counterexample. Over the keys themselves attention climbs
the logarithm of their kernel density (D5), and its derivative, a covariance, is the local tangent (D6). Folding two
projections into one matrix keeps the outputs and rarely saves work (D7). Under a causal mask the surface of a step is
that of the steps before it and its own (D8).
"""
