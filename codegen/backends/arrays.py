"""What the array backends share: a tensor program as lines of Python over arrays with leading batch axes.

Every value is an array of shape (..., then one axis for each of its indices); scalars are arrays of shape (...).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from codegen.program.ir import (
    Append,
    Apply,
    Assignment,
    Contract,
    Identity,
    Length,
    Map,
    Number,
    Program,
    Reduce,
    Ref,
    Scalar,
    Term,
)
from derivations.index import Index, Tensor

HELPERS = (
    *("xlogx", "finite", "nonzero", "log0", "open", "absent", "appended", "clipped", "on_support"),
    *("sparsemax_search", "entmax_search", "where_positive"),
)  # functions of the templates
SUM, PRODUCT, UNARY, ATOM = 1, 2, 3, 4


class Code(NamedTuple):
    """A piece of Python and how tightly it binds."""

    text: str
    binds: int

    def inside(self, binds: int) -> str:
        """The text, in parentheses where its place binds more tightly."""
        return f"({self.text})" if self.binds < binds else self.text


class ArrayPrinter:
    """Prints a program for a module that speaks NumPy's language. `module` is that module's name in the kernel."""

    module = "np"

    def __init__(self, program: Program, names: dict[Tensor, str]) -> None:
        self.program = program
        self.lengths = {
            axis: f"{name}.shape[{place - len(tensor.axes)}]"
            for tensor, name in reversed(names.items())
            for place, axis in enumerate(tensor.axes)
        }

    def lines(self) -> list[tuple[str, str]]:
        """The name and the right side of each assignment."""
        return [(step.name, self.operation(step)) for step in self.program.assignments]

    def results(self) -> list[tuple[str, str]]:
        """The name and the expression of each result."""
        return [(r.name, self.aligned(r.value, r.indices).text) for r in self.program.results]

    def operation(self, step: Assignment) -> str:
        """The right side of an assignment."""
        match step.operation:
            case Map(term=term):
                return self.aligned(term, step.indices).text
            case Contract(operands=operands):
                return self.contraction(operands, step.indices)
            case Reduce(kind=kind, operand=operand, over=over):
                axis = operand.indices.index(over) - len(operand.indices)
                kept = tuple(index for index in operand.indices if index != over)
                return self.transposed(self.reduction(kind, operand.name, axis), kept, step.indices)
            case Append(first=first, last=last, place=place):
                rows = step.indices[:-1]
                old = self.aligned(first, (*rows, place.indices[1])).text
                return f"_appended({old}, {self.aligned(last, rows).text})"
        raise TypeError(f"no way to print {step.operation}")

    def reduction(self, kind: str, name: str, axis: int) -> str:
        """A sum or a maximum over one axis."""
        return f"{self.module}.{kind}({name}, axis={axis})"

    def contraction(self, operands: Sequence[Ref], result: tuple[Index, ...]) -> str:
        """A product of operands summed over what the result lacks."""
        return self.einsum(operands, result)

    def einsum(self, operands: Sequence[Ref], result: tuple[Index, ...], options: str = "") -> str:
        """The same by index letters."""
        letters: dict[Index, str] = {}
        for index in (i for operand in operands for i in operand.indices):
            free = (letter for letter in f"{index.name[0]}abcdefghijklmnopqrstuvwxyz" if letter not in letters.values())
            letters.setdefault(index, next(free))
        terms = ["..." + "".join(letters[index] for index in operand.indices) for operand in operands]
        equation = f"{','.join(terms)}->...{''.join(letters[index] for index in result)}"
        return f'{self.module}.einsum("{equation}", {", ".join(o.name for o in operands)}{options})'

    def aligned(self, term: Term, order: tuple[Index, ...]) -> Code:
        """An elementwise term over indices in this order; missing ones become axes of length one."""
        match term:
            case Number(value=value):
                return Code(str(value), ATOM if value.is_Integer and value >= 0 else SUM)
            case Length(axis=axis):
                return Code(self.lengths[axis], ATOM)
            case Scalar(name=name):
                return Code(f"{name}{_expanded((), order)}", ATOM)
            case Ref(name=name, indices=indices):
                wanted = tuple(index for index in order if index in indices)
                return Code(f"{self.transposed(name, indices, wanted)}{_expanded(wanted, order)}", ATOM)
            case Identity(indices=(one, other)):
                array = self.lengths[one.axis].split(".")[0]
                eye = f"{self.module}.eye({self.lengths[one.axis]}, dtype={array}.dtype)"
                return Code(f"{eye}{_expanded((one, other), order, batched=False)}", ATOM)
            case Apply(function=function, args=args):
                return self.apply(function, [self.aligned(arg, order) for arg in args], args)
        raise TypeError(f"no way to print {term}")

    def apply(self, function: str, args: Sequence[Code], terms: Sequence[Term]) -> Code:
        """An elementwise function."""
        match function:
            case "add":
                first, *rest = ((_negative(term), arg) for term, arg in zip(terms, args, strict=True))
                text = first[1].inside(SUM) + "".join(
                    f" - {a.text.removeprefix('-')}" if negative else f" + {a.inside(PRODUCT)}" for negative, a in rest
                )
                return Code(text, SUM)
            case "mul":
                return Code(" * ".join(arg.inside(PRODUCT if n == 0 else UNARY) for n, arg in enumerate(args)), PRODUCT)
            case "div":
                return Code(f"{args[0].inside(PRODUCT)} / {args[1].inside(UNARY)}", PRODUCT)
            case "neg":
                return Code(f"-{args[0].inside(PRODUCT)}", SUM)
            case "pow":
                return Code(f"{args[0].inside(ATOM)} ** {args[1].inside(ATOM)}", UNARY)
        given = ", ".join(arg.text for arg in args)
        return Code(f"_{function}({given})" if function in HELPERS else f"{self.module}.{function}({given})", ATOM)

    def transposed(self, name: str, indices: tuple[Index, ...], order: tuple[Index, ...]) -> str:
        """The array with its last axes in another order."""
        if indices == order:
            return name
        if len(set(indices)) == len(indices) == 2:
            return f"{self.module}.swapaxes({name}, -1, -2)"
        return self.einsum([Ref(name, indices)], order)


def _negative(term: Term) -> bool:
    """Whether it is printed with a minus sign in front."""
    match term:
        case Apply(function=function):
            return function == "neg"
        case Number(value=value):
            return bool(value < 0)
    return False


def _expanded(indices: tuple[Index, ...], order: tuple[Index, ...], *, batched: bool = True) -> str:
    """The subscript that puts an axis of length one where an index of the order is missing."""
    if indices == order:
        return ""
    places = ", ".join(":" if index in indices else "None" for index in order)
    return f"[..., {places}]" if batched else f"[{places}]"
