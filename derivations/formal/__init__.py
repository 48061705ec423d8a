"""A second checker: the theorems as Coq statements, with proofs that Coq's kernel checks."""
