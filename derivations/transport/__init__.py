"""Chapter A: the forward pass as one-sided entropic optimal transport."""
