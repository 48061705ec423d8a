"""The derived functions of blocks: what is printed computes the theorem's expression, and `out` destroys nothing."""

from __future__ import annotations

import types
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import jax.numpy as jnp
import jinja2
import numpy as np
import pytest
from sympy import Symbol

from codegen.backends import interface
from codegen.backends.numpy import inplace
from codegen.compile import Compiled
from codegen.pieces import PIECES
from codegen.program.blocks import LAST, PLACING
from codegen.program.denote import Unproved
from derivations.catalogue import CATALOGUE
from derivations.index import Tensor
from derivations.notation import features, keys, queries, values
from derivations.scores.f8_blocks import at, to
from verification.evaluate import balls, evaluate

SIZES = {queries: 3, keys: 4, features: 2, values: 3, at.axis: 3, to.axis: 4}
PROGRAMS = {program.kernel.name: program for program in interface.compiled_pieces()}
KNOWN = {theorem.id: theorem for theorem in CATALOGUE}
MODULE = """{% import "shared.py.jinja" as shared %}
{{ shared.functions(pieces) }}
{{ shared.arithmetic(module, uses) }}
"""


def module(backend: str) -> types.ModuleType:
    """The functions of a backend, printed and executed."""
    functions = [interface._function(interface.PRINTERS[backend], program, KNOWN) for program in PROGRAMS.values()]
    code = " ".join(line for function in functions for line in function["lines"])
    environment = jinja2.Environment(loader=jinja2.PackageLoader("codegen.backends"), undefined=jinja2.StrictUndefined)
    text = environment.from_string(MODULE).render(
        pieces=functions,
        module={"numpy": "np", "jax": "jnp"}[backend],
        uses={name for name in interface.HELPERS if f"_{name}(" in code},
    )
    found = types.ModuleType(backend)
    exec(f"import jax\nimport jax.numpy as jnp\nimport numpy as np\n{text}", found.__dict__)
    return found


def arguments(program: Compiled, seed: int) -> dict[str, Any]:
    """Random arguments in float64, positive where they are sums or bounds."""
    rng = np.random.default_rng(seed)
    found = {}
    for argument in program.kernel.arguments:
        axes = argument.variable.axes if isinstance(argument.variable, Tensor) else ()
        array = rng.normal(size=[SIZES[axis] for axis in axes])
        found[argument.name] = np.abs(array) + 0.5 if argument.name in ("sum", "other_sum", "softcap") else array
    return found


def called(functions: types.ModuleType, program: Compiled, given: dict[str, Any]) -> tuple[Any, ...]:
    """The results of a function, with a fresh `out` where it takes one."""
    function = getattr(functions, f"_{program.kernel.name}")
    names = function.__code__.co_varnames[: function.__code__.co_argcount]
    array = jnp.asarray if functions.__name__ == "jax" else np.array
    place = {"out": np.full((SIZES[queries], SIZES[keys]), np.nan)} if "out" in names else {}
    results = function(**{name: array(value) for name, value in given.items()}, **place)
    return results if isinstance(results, tuple) else (results,)


def expected(program: Compiled, given: dict[str, Any]) -> Iterator[np.ndarray]:
    """The theorem's expression in high precision."""
    by_variable = {argument.variable: given[argument.name] for argument in program.kernel.arguments}
    arrays = {v: array for v, array in by_variable.items() if isinstance(v, Tensor)}
    arrays |= {place: np.eye(SIZES[place.axes[0]])[:, :-1] for place in PLACING}
    arrays |= {end: np.eye(SIZES[end.axes[0]])[-1] for end in LAST}
    scalars = {v: float(number) for v, number in by_variable.items() if isinstance(v, Symbol)}
    for output in program.kernel.outputs:
        shape = [SIZES[index.axis] for index in output.indices]
        entries = np.empty(shape)
        for place in np.ndindex(*shape):
            at_place = dict(zip(output.indices, place, strict=True))
            ball = evaluate(program.expressions[output.name], SIZES, arrays, scalars, at_place, balls(100))
            entries[place] = float(ball.mid())
        yield entries


@pytest.mark.parametrize("name", PROGRAMS)
@pytest.mark.parametrize("backend", ["numpy", "jax"])
def test_a_printed_function_computes_its_theorem(backend: str, name: str) -> None:
    given = arguments(PROGRAMS[name], seed=7)
    results = called(module(backend), PROGRAMS[name], given)
    for got, wanted in zip(results, expected(PROGRAMS[name], given), strict=True):
        tolerance = 1e-5 if got.dtype == np.float32 else 1e-12
        np.testing.assert_allclose(np.asarray(got), wanted, rtol=tolerance, atol=tolerance)


@pytest.mark.parametrize("name", PROGRAMS)
def test_out_may_be_each_array_that_is_named(name: str) -> None:
    program, functions = PROGRAMS[name], module("numpy")
    function = getattr(functions, f"_{name}")
    named = function.__doc__.partition("`out` may be ")[2].rstrip(".").split(" or ")
    for alias in filter(None, named):
        given = {key: np.array(value) for key, value in arguments(program, seed=8).items()}
        wanted = called(functions, program, given)
        results = function(**given, out=given[alias])
        for got, value in zip(results if isinstance(results, tuple) else (results,), wanted, strict=True):
            np.testing.assert_array_equal(got, value)


def test_a_printer_that_forgets_what_is_in_out_is_caught(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(inplace.InPlacePrinter, "_fits", lambda self, term, needed: inplace._is_spine(term))
    program = PROGRAMS["softcap_cotangent"]
    given = arguments(program, seed=9)
    (got,), (wanted,) = called(module("numpy"), program, given), expected(program, given)
    assert abs(got - wanted) > 1e-3


@pytest.mark.parametrize("name", ["scores_cotangent", "query_and_one", "block_state", "capped_scores"])
def test_a_corrupted_pass_is_refused(name: str) -> None:
    piece = next(piece for piece in PIECES if piece.kernel.name == name)
    doubled = replace(piece, passes=(*piece.passes, lambda expr: 2 * expr))
    with pytest.raises(Unproved, match=name):
        interface.compiled(doubled.kernel, CATALOGUE, doubled.passes, interface.PIECE_AXES)
