"""JAX: contractions go to `einsum` at full precision; the largest score is held constant under differentiation."""

from __future__ import annotations

from collections.abc import Sequence

from codegen.backends.arrays import ArrayPrinter
from codegen.program.ir import Ref
from derivations.index import Index


class JaxPrinter(ArrayPrinter):
    """Prints a program for JAX."""

    module = "jnp"

    def contraction(self, operands: Sequence[Ref], result: tuple[Index, ...]) -> str:
        """By index letters, without the reduced precision that accelerators default to."""
        first, *others = operands
        if result and result[0] not in first.indices:
            operands = (*others, first)  # rows first, so that the product needs no transposing
        return self.einsum(operands, result, ", precision=jax.lax.Precision.HIGHEST")

    def reduction(self, kind: str, name: str, axis: int) -> str:
        """No derivative flows through a maximum: the value does not depend on the shift (A7)."""
        reduced = super().reduction(kind, name, axis)
        return f"jax.lax.stop_gradient({reduced})" if kind == "max" else reduced
