"""Evidence that the kernels compute what was proved: instances, references, checks and their report."""
