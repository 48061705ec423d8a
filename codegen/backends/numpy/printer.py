"""NumPy: contractions that are matrix products go to `matmul`, which calls BLAS; the rest to `einsum`."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from codegen.backends.arrays import ArrayPrinter
from codegen.program.ir import Ref
from derivations.index import Index


class NumpyPrinter(ArrayPrinter):
    """Prints a program for NumPy."""

    def contraction(self, operands: Sequence[Ref], result: tuple[Index, ...]) -> str:
        """sum_s x_ls y_sr as a matrix product, sum_s x_ls y_s as a matrix times a column."""
        for left, right in itertools.permutations(operands, 2) if len(operands) == 2 else ():
            shared = set(left.indices) & set(right.indices)
            if len(left.indices) != 2 or len(shared) != 1 or shared & set(result):
                continue
            rows, (summed,) = tuple(index for index in left.indices if index not in shared), shared
            columns = tuple(index for index in right.indices if index not in shared)
            if result != rows + columns or len(columns) > 1:
                continue
            matrix = self.transposed(left.name, left.indices, (*rows, summed))
            if not columns:
                return f"{self.module}.matmul({matrix}, {right.name}[..., None])[..., 0]"
            return f"{self.module}.matmul({matrix}, {self.transposed(right.name, right.indices, (summed, *columns))})"
        return self.einsum(operands, result)
