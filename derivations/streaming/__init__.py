r"""Chapter E: evaluation from a saved log-sum-exp.

Attention over many keys is evaluated in blocks. A block leaves a shift, a sum and an accumulator behind; merging two of
these is associative and has an identity, the empty block, and the merge over any partition of the keys is the
evaluation over all of them, in the sums and in the maximum (E1). So the order of the evaluation does not matter, and
neither does the device: a ring or a tree of merges gives the same (E3). The backward pass needs nothing of the forward
pass but its output and its log-sum-exp (E2).
"""
