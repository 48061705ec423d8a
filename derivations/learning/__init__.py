"""Chapter C: the backward pass as an advantage policy gradient."""
