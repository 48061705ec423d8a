"""NumPy kernels."""

from .printer import NumpyPrinter

__all__ = ["NumpyPrinter"]
