"""How many multiply-adds an expression takes, read off its sums.

An abbreviation is an array that is computed once. If it is a sum of products of at least two arrays, it takes one
multiply-add for each value of each index involved: of its own and of those summed over. Everything else (exponentials,
quotients, sums of one array) is elementwise work, which is not counted.
"""

from __future__ import annotations

from collections.abc import Iterator

from sympy import Add, Expr, Integer, Mul, preorder_traversal

from derivations.index import Element, Index, Named, Tensor, Total


def multiply_adds(expr: Expr) -> Expr:
    """The multiply-adds of every array that the expression is made of, each computed once, in the axes' sizes.

    Raises ValueError where a sum of products has no name: nothing says for which indices it is computed.
    """
    arrays = {str(node.args[0]): node for node in preorder_traversal(expr) if isinstance(node, Named)}
    for part in (expr, *(_summed(array)[1] for array in arrays.values())):
        for loose in _contractions(part):
            raise ValueError(
                f"{loose} is a sum of products without a name; name it with a Definition to have it counted"
            )
    return Add(*(_size(array) for array in arrays.values()))


def entries(*tensors: Tensor) -> Expr:
    """How many numbers the tensors hold, in the axes' sizes."""
    return Add(*(Mul(*(axis.size for axis in tensor.axes)) for tensor in tensors))


def _size(array: Named) -> Expr:
    """The product of the sizes of all indices of a sum of products; 0 for elementwise work."""
    bound, body = _summed(array)
    if not bound or not _is_product(body):
        return Integer(0)
    return Mul(*(index.axis.size for index in (*array.args[1], *bound)))


def _summed(array: Named) -> tuple[list[Index], Expr]:
    """The indices over which an abbreviation sums, and what it adds up."""
    bound, body = list[Index](), array.body
    while isinstance(body, Total):
        body, index = body.open()
        bound.append(index)
    return bound, body


def _contractions(expr: Expr) -> Iterator[Expr]:
    """The sums of products in an expression, but those inside its abbreviations."""
    inner = expr
    while isinstance(inner, Total):
        inner = inner.args[0]
    if inner is not expr and _is_product(inner):
        yield expr
    if not isinstance(inner, Named):
        for arg in inner.args:
            if isinstance(arg, Expr):
                yield from _contractions(arg)


def _is_product(body: Expr) -> bool:
    """Whether at least two factors are arrays, a square counted twice."""
    powers = (factor.as_base_exp() for factor in Mul.make_args(body))
    return sum(int(power) for base, power in powers if isinstance(base, Element | Named)) > 1
