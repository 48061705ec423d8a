"""NumPy, into a given array: the values over rows and keys of a block are written where the caller says."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from codegen.backends.numpy.printer import NumpyPrinter
from codegen.program.ir import Apply, Assignment, Contract, Map, Number, Program, Ref, Term, indices_of, refs
from derivations.index import Index, Tensor

OUT = "out"
_FUNCTIONS = {"exp": "exp", "tanh": "tanh", "log": "log"}
_BINARY = {"mul": "multiply", "div": "divide", "pow": "power"}


class InPlacePrinter(NumpyPrinter):
    """Prints a program whose values over queries and keys are in one array, `out`, as long as one is enough."""

    def __init__(self, program: Program, names: dict[Tensor, str]) -> None:
        super().__init__(program, names)
        self._held = ""  # the value that is in `out`

    def lines(self) -> list[tuple[str, str]]:
        """The name and the right side of each assignment; the name is empty where only `out` changes."""
        steps = self.program.assignments
        return [line for place, step in enumerate(steps) for line in self._assignment(step, self._needed(place + 1))]

    def reduction(self, kind: str, name: str, axis: int) -> str:
        """A sum over the keys of a block is a product with ones, which BLAS does faster than NumPy adds."""
        if kind == "sum" and name == self._held and axis == -1:
            return f"{self.module}.matmul({name}, {self.module}.ones({name}.shape[-1], {name}.dtype))"
        return super().reduction(kind, name, axis)

    def results(self) -> list[tuple[str, str]]:
        """The name and the expression of each result."""
        found = []
        for result in self.program.results:
            if not isinstance(result.value, Ref) and _is_block(result.indices) and self._fits(result.value, set()):
                *before, last = self._into(result.value, result.indices)
                found += [*(("", line) for line in before), (result.name, last)]
            else:
                found.append((result.name, self.aligned(result.value, result.indices).text))
        return found

    def _needed(self, start: int) -> set[str]:
        """The values that assignments from this one on, and results, use."""
        later = [step.operation for step in self.program.assignments[start:]]
        used = [*(ref for operation in later for ref in refs(operation))]
        used += [ref for result in self.program.results for ref in refs(result.value)]
        return {ref.name for ref in used}

    def _assignment(self, step: Assignment, needed: set[str]) -> Iterator[tuple[str, str]]:
        match step.operation:
            case Contract(operands=operands) if _is_block(step.indices) and not self._held:
                code = self.contraction(operands, step.indices)
                if code.startswith(f"{self.module}.matmul("):
                    self._held = step.name
                    code = f"{code[:-1]}, out={OUT})"
                yield step.name, code
            case Map(term=term) if _is_block(step.indices) and self._fits(term, needed):
                *before, last = self._into(term, step.indices)
                yield from (("", line) for line in before)
                yield step.name, last
                self._held = step.name
            case _:
                yield step.name, self.operation(step)

    def _fits(self, term: Term, needed: set[str]) -> bool:
        """Whether the term can be computed in `out`: what is in it is used first, once, and not later."""
        if not self._held:
            return _is_spine(term)
        uses = [ref.name for ref in refs(term)].count(self._held)
        return uses == 1 and self._held not in needed and _is_spine(term) and _start(term, self._held) == self._held

    def _into(self, term: Term, order: tuple[Index, ...]) -> list[str]:
        """The calls that leave the term in `out`."""
        lines: list[str] = []
        self._emit(term, order, lines)
        return lines

    def _emit(self, term: Term, order: tuple[Index, ...], lines: list[str]) -> str:
        """Append the calls that compute a term over rows and keys; where it is afterwards."""
        if not isinstance(term, Apply):
            return self.aligned(term, order).text
        main = _main(term.args, self._held)
        others = [arg for arg in term.args if arg is not main]
        if term.function == "neg":
            return self._call(lines, "negative", self._emit(main, order, lines))
        if term.function == "add":
            return self._sum(main, others, order, lines)
        source = self._emit(main, order, lines)
        for other in others:
            given = self.aligned(other, order).text
            if term.function == "pow" and isinstance(other, Number) and other.value == 2:
                source = self._call(lines, "square", source)
            elif term.function == "div" and main is term.args[1]:
                source = self._call(lines, "divide", given, source)
            else:
                source = self._call(lines, _BINARY[term.function], source, given)
        return self._call(lines, _FUNCTIONS[term.function], source) if not others else source

    def _sum(self, main: Term, others: Sequence[Term], order: tuple[Index, ...], lines: list[str]) -> str:
        negative = isinstance(main, Apply) and main.function == "neg"
        source = self._emit(main.args[0] if isinstance(main, Apply) and negative else main, order, lines)
        for other in others:
            less = isinstance(other, Apply) and other.function == "neg"
            given = self.aligned(other.args[0] if isinstance(other, Apply) and less else other, order).text
            if negative:
                source, negative = self._call(lines, "subtract", given, source), False
            else:
                source = self._call(lines, "subtract" if less else "add", source, given)
        return source

    def _call(self, lines: list[str], function: str, *args: str) -> str:
        lines.append(f"{self.module}.{function}({', '.join(args)}, out={OUT})")
        return OUT


def may_be_out(lines: Sequence[tuple[str, str]], arrays: Sequence[str]) -> list[str]:
    """Which arrays `out` may be: those that are not read once something was written."""
    writes = [place for place, (_, code) in enumerate(lines) if f"out={OUT}" in code]
    if not writes or "matmul" in lines[writes[0]][1]:
        return []
    return [name for name in arrays if not any(_mentions(code, name) for _, code in lines[writes[0] + 1 :])]


def _mentions(code: str, name: str) -> bool:
    return name in code.replace("(", " ").replace(",", " ").replace("[", " ").replace(")", " ").split()


def _is_block(indices: Sequence[Index]) -> bool:
    return {index.axis.name for index in indices} == {"queries", "keys"}


def _is_spine(term: Term) -> bool:
    """Whether every operation in it has at most one argument over rows and keys that has to be computed."""
    if not isinstance(term, Apply):
        return True
    blocks = [arg for arg in term.args if _is_block(tuple(indices_of(arg))) and isinstance(arg, Apply)]
    known = {"add", "mul", "div", "neg", "pow", *_FUNCTIONS}
    return len(blocks) <= 1 and all(_is_spine(arg) and arg.function in known for arg in blocks)


def _start(term: Term, held: str) -> str:
    """The array that the computation of a term starts from."""
    while isinstance(term, Apply):
        term = _main(term.args, held)
    return term.name if isinstance(term, Ref) else ""


def _main(args: Sequence[Term], held: str) -> Term:
    """The argument over rows and keys that is computed first: one that is not an array yet, or what is in `out`."""
    blocks = [arg for arg in args if _is_block(tuple(indices_of(arg)))]
    computed = [arg for arg in blocks if isinstance(arg, Apply)]
    in_out = [arg for arg in blocks if isinstance(arg, Ref) and arg.name == held]
    return (computed or in_out or blocks)[0]
