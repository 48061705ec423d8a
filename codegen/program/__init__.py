"""Tensor programs: the form between a theorem's expression and a printed kernel."""
