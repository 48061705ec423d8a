"""Passes from program to program. Each keeps the meaning, which the checker confirms after each (see `compile`)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

import opt_einsum

from derivations.index import Axis, Index

from .ir import Apply, Assignment, Contract, Map, Operation, Program, Reduce, Ref

TYPICAL = {
    "queries": 512,
    "keys": 512,
    "tokens": 512,
    "channels": 256,
    "heads": 8,
}  # sizes by which the order of contractions is chosen
TYPICAL_OTHER = 64


def contractions_ordered(program: Program, axes: Sequence[Axis]) -> Program:
    """Contractions of more than two operands as a sequence of pairs (associativity; distributivity over sums)."""
    made = tuple(step for assignment in program.assignments for step in _pairwise(assignment, axes))
    return replace(program, assignments=made)


def _pairwise(assignment: Assignment, axes: Sequence[Axis]) -> Iterator[Assignment]:
    operation = assignment.operation
    if not isinstance(operation, Contract) or len(operation.operands) <= 2:
        yield replace(assignment, operation=_simplest(operation, assignment.indices))
        return
    operands = list(operation.operands)
    for number, pair in enumerate(_path(operands, assignment.indices), start=1):
        chosen = [operands.pop(place) for place in sorted(pair, reverse=True)][::-1]
        if not operands:
            yield replace(assignment, operation=_simplest(Contract(tuple(chosen)), assignment.indices))
            return
        needed = {index for operand in operands for index in operand.indices} | set(assignment.indices)
        kept = {index for operand in chosen for index in operand.indices} & needed
        order = tuple(sorted(kept, key=lambda index: (axes.index(index.axis), index.name)))
        name = f"{assignment.name}_part" + (f"_{number}" if number > 1 else "")
        yield Assignment(name, order, _simplest(Contract(tuple(chosen)), order))
        operands.append(Ref(name, order))


def _simplest(operation: Operation, result: tuple[Index, ...]) -> Operation:
    """A contraction that sums nothing is an elementwise product; one operand is a reduction."""
    if not isinstance(operation, Contract):
        return operation
    summed = {index for operand in operation.operands for index in operand.indices} - set(result)
    if not summed:
        return Map(Apply("mul", operation.operands))
    if len(operation.operands) == len(summed) == 1:
        return Reduce("sum", operation.operands[0], summed.pop())
    return operation


def _path(operands: Sequence[Ref], result: tuple[Index, ...]) -> list[tuple[int, ...]]:
    indices = sorted({index for operand in operands for index in operand.indices}, key=str)
    letters = {index: opt_einsum.get_symbol(place) for place, index in enumerate(indices)}
    terms = ["".join(letters[index] for index in operand.indices) for operand in operands]
    shapes = [[TYPICAL.get(index.axis.name, TYPICAL_OTHER) for index in operand.indices] for operand in operands]
    equation = f"{','.join(terms)}->{''.join(letters[index] for index in result)}"
    path, _ = opt_einsum.contract_path(equation, *shapes, shapes=True, optimize="optimal")
    return list(path)
