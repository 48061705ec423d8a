"""JAX kernels."""

from .printer import JaxPrinter

__all__ = ["JaxPrinter"]
