"""What the forms of self-attention cost: standard, folded, Gaussian, and two models with fewer projections.

For each size, one forward pass and one training step (the gradient of a squared error and a step of gradient descent),
in JAX on the CPU under jit, in float32. The contenders take turns within each round. A speedup is the median over the
rounds of the standard form's time divided by the contender's in the same round. `folded` and `gaussian` compute the
standard form's outputs, which is checked first; `K = V` and `one projection` are other models with fewer parameters.

A second table has one head, of sizes around the break-even of D7e, where folding starts to pay.
"""

from __future__ import annotations

import argparse
import os
import re
import statistics
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import jax
import jax.numpy as jnp
from rich.table import Table

from attnproof.terminal import print_json, progress, say
from codegen.writing import write_atomically
from derivations.surface import d7_folding

PAGE = Path(__file__).parent.parent / "docs" / "folding.md"
CHANNELS, HEADS, HEAD_SIZE = 512, 8, 64
SIZES = ("1x10", "32x10", "1x64", "1x256", "1x1024")  # sequences x their length
ONE_HEAD = (128, 256, 320, 384, 512, 768)  # sizes of one head, and lengths for them
ONE_HEAD_LENGTHS = (64, 512)
LONG_ENOUGH = 0.03  # seconds: how long the standard form runs in one round
RATE = 1e-4  # of gradient descent; it changes no time

Array = jax.Array
Parameters = dict[str, Array]
Step = Callable[..., Any]


@dataclass(frozen=True)
class Layer:
    """The sizes of a layer, and how many sequences of which length go through it."""

    batch: int
    length: int
    heads: int = HEADS
    head_size: int = HEAD_SIZE


def weights(scores: Array) -> Array:
    """softmax(scores / tau) over the last axis, tau the square root of the usual head size."""
    return jax.nn.softmax(scores / HEAD_SIZE**0.5, axis=-1)


def projected(x: Array, matrix: Array) -> Array:
    """One projection of the input, (batch, heads, tokens, head size)."""
    return jnp.einsum("btx,fxa->bfta", x, matrix)


def put_out(weight: Array, value: Array, matrix: Array) -> Array:
    """The attended values of all heads through the output projection."""
    return jnp.einsum("bftc,fcx->btx", jnp.einsum("bftw,bfwc->bftc", weight, value), matrix)


def scores(query: Array, key: Array) -> Array:
    """<q, k> for all pairs of tokens."""
    return jnp.einsum("bfta,bfwa->bftw", query, key)


def standard(p: Parameters, x: Array) -> Array:
    """Four projections."""
    query, key, value = (projected(x, p[name]) for name in ("query", "key", "value"))
    return put_out(weights(scores(query, key)), value, p["output"])


def folded(p: Parameters, x: Array) -> Array:
    """W_Q W_K^T and W_V W_O as one matrix each (D7c)."""
    weight = weights(jnp.einsum("bfty,bwy->bftw", projected(x, p["query_key"]), x))
    return jnp.einsum("bftx,fxy->bty", jnp.einsum("bftw,bwx->bftx", weight, x), p["value_output"])


def gaussian(p: Parameters, x: Array) -> Array:
    """Gaussian weights in the distance, with the prior of the key's norm (D2c)."""
    query, key, value = (projected(x, p[name]) for name in ("query", "key", "value"))
    norm = jnp.sum(key**2, axis=-1)[..., None, :]
    distance = jnp.sum(query**2, axis=-1)[..., :, None] + norm - 2 * scores(query, key)
    return put_out(weights((norm - distance) / 2), value, p["output"])


def shared_key(p: Parameters, x: Array) -> Array:
    """The keys are the values."""
    query, key = projected(x, p["query"]), projected(x, p["key"])
    return put_out(weights(scores(query, key)), key, p["output"])


def one_projection(p: Parameters, x: Array) -> Array:
    """Queries, keys and values are one projection."""
    key = projected(x, p["key"])
    return put_out(weights(scores(key, key)), key, p["output"])


@dataclass(frozen=True)
class Contender:
    """A form of self-attention and its parameters."""

    form: Callable[[Parameters, Array], Array]
    parameters: tuple[str, ...]


CONTENDERS: Mapping[str, Contender] = {
    "standard": Contender(standard, ("query", "key", "value", "output")),
    "folded": Contender(folded, ("query_key", "value_output")),
    "gaussian": Contender(gaussian, ("query", "key", "value", "output")),
    "K = V": Contender(shared_key, ("query", "key", "output")),
    "one projection": Contender(one_projection, ("key", "output")),
}
SAME_OUTPUT = frozenset({"folded", "gaussian"})


def all_parameters(key: Array, layer: Layer) -> Parameters:
    """Random factors, such that the scores have one spread for every head size, and the folded matrices of them."""
    names, shape = ("query", "key", "value", "output"), (layer.heads, CHANNELS, layer.head_size)
    keys, spread = jax.random.split(key, len(names)), (HEAD_SIZE / layer.head_size) ** 0.25 / CHANNELS**0.5
    made = {name: spread * jax.random.normal(k, shape) for name, k in zip(names, keys, strict=True)}
    made["output"] = made["output"].swapaxes(1, 2)
    made["query_key"] = jnp.einsum("fxa,fya->fxy", made["query"], made["key"])
    made["value_output"] = jnp.einsum("fxc,fcy->fxy", made["value"], made["output"])
    return made


def training_step(form: Callable[[Parameters, Array], Array]) -> Step:
    """parameters, input, target -> the parameters after a step of gradient descent."""

    def loss(p: Parameters, x: Array, target: Array) -> Array:
        return jnp.mean((form(p, x) - target) ** 2)

    def step(p: Parameters, x: Array, target: Array) -> Parameters:
        slopes = jax.grad(loss)(p, x, target)
        return {name: value - RATE * slopes[name] for name, value in p.items()}

    return jax.jit(step, donate_argnums=0)


def timed(step: Step, calls: int) -> float:
    """Seconds per call."""
    start = time.perf_counter()
    for _ in range(calls):
        result = step()
    jax.block_until_ready(result)
    return (time.perf_counter() - start) / calls


def rounds(steps: Mapping[str, Step], count: int) -> dict[str, list[float]]:
    """The seconds of each contender in each round; every round starts with another one."""
    names = list(steps)
    for name in names:
        jax.block_until_ready(steps[name]())  # compiles
    calls = max(1, round(LONG_ENOUGH / timed(steps["standard"], 2)))
    times: dict[str, list[float]] = {name: [] for name in names}
    for number in range(count):
        first = number % len(names)
        for name in names[first:] + names[:first]:
            times[name].append(timed(steps[name], calls))
    return times


def steps_of(
    layer: Layer, seed: int, names: Sequence[str] = tuple(CONTENDERS)
) -> tuple[dict[str, Step], dict[str, Step]]:
    """The forward passes and the training steps of the contenders, each without arguments."""
    key_p, key_x, key_y = jax.random.split(jax.random.key(seed), 3)
    everything = all_parameters(key_p, layer)
    x, target = (jax.random.normal(k, (layer.batch, layer.length, CHANNELS)) for k in (key_x, key_y))
    forward: dict[str, Step] = {}
    training: dict[str, Step] = {}
    for name in names:
        contender = CONTENDERS[name]
        run, step = jax.jit(contender.form), training_step(contender.form)
        state = {which: everything[which] for which in contender.parameters}
        forward[name] = lambda run=run, state=state: run(state, x)
        training[name] = _stepping(step, {which: jnp.array(value) for which, value in state.items()}, x, target)
    return forward, training


def _stepping(step: Step, state: Parameters, x: Array, target: Array) -> Step:
    def go() -> Parameters:
        nonlocal state
        state = step(state, x, target)
        return state

    return go


def check_outputs(forward: Mapping[str, Step]) -> None:
    """Raise RuntimeError where a form that should give the standard outputs does not, in float32."""
    right = forward["standard"]()
    for name in SAME_OUTPUT & forward.keys():
        gap = float(jnp.max(jnp.abs(forward[name]() - right)) / jnp.max(jnp.abs(right)))
        if not gap < 1e-3:
            raise RuntimeError(f"{name} differs from the standard outputs by {gap:.1e} of the largest one")


def folded_multiply_adds(layer: Layer) -> float:
    """The multiply-adds of the folded forward pass over those of the standard one, as D7d counts them."""
    d7 = d7_folding
    sizes = {
        d7.T: layer.length, d7.D: CHANNELS, d7.N: layer.heads, d7.d: layer.head_size, d7.e: layer.head_size
    }  # fmt: skip
    return float((d7.folded_cost.body / d7.cost.body).xreplace(sizes))


def measured(layer: Layer, count: int, seed: int, names: Sequence[str] = tuple(CONTENDERS)) -> list[dict[str, Any]]:
    """One row for the forward pass and one for the training step."""
    forward, training = steps_of(layer, seed, names)
    check_outputs(forward)
    rows = []
    for what, steps in (("forward", forward), ("training step", training)):
        times = rounds(steps, count)
        speedups = {
            name: statistics.median(one / other for one, other in zip(times["standard"], own, strict=True))
            for name, own in times.items()
        }
        milliseconds = {name: 1e3 * statistics.median(own) for name, own in times.items()}
        rows.append({
            "what": what, **asdict(layer),
            "folded_multiply_adds": folded_multiply_adds(layer),
            "speedup": speedups, "milliseconds": milliseconds,
        })  # fmt: skip
    return rows


def one_head(row: Mapping[str, Any]) -> list[str]:
    """A row of the table about one head: what folding gains by the clock, and by the counts alone."""
    size = (row["what"], str(row["length"]), str(row["head_size"]))
    return [*size, f"{row['speedup']['folded']:.2f}", f"{1 / row['folded_multiply_adds']:.2f}"]


def cells(row: Mapping[str, Any]) -> list[str]:
    """A row of the table: the speedups, the standard form's time, and what the counts alone say of folding."""
    others = [f"{row['speedup'][name]:.2f}" for name in CONTENDERS if name != "standard"]
    size = (row["what"], str(row["batch"]), str(row["length"]))
    return [*size, *others, f"{row['milliseconds']['standard']:.2f} ms", f"{1 / row['folded_multiply_adds']:.2f}"]


HEAD = (
    "",
    "sequences",
    "length",
    *(name for name in CONTENDERS if name != "standard"),
    "standard takes",
    "folded, counted",
)


ONE_HEAD_HEAD = ("", "length", "d = e", "folded", "folded, counted")


def machine(count: int, heads: str) -> str:
    """Where and how it was measured."""
    return (
        f"Measured with JAX {jax.__version__} on {os.cpu_count()} CPU cores: D = {CHANNELS}, {heads}, float32, "
        f"medians of {count} rounds."
    )


EIGHT, ONE = f"N = {HEADS}, d = e = {HEAD_SIZE}", "N = 1, d = e as said"


def write_page(rows: list[dict[str, Any]], of_one_head: list[dict[str, Any]], count: int) -> None:
    """Put the tables into the page."""
    start, end = "<!-- measured by benchmarks/folding.py -->", "<!-- until here -->"
    parts = [machine(count, EIGHT), _lines(HEAD, map(cells, rows))]
    parts += [machine(count, ONE), _lines(ONE_HEAD_HEAD, map(one_head, of_one_head))]
    block = "\n".join((start, "\n\n".join(parts), end))
    page, found = re.subn(f"{start}.*?{end}", lambda _: block, PAGE.read_text(), flags=re.DOTALL)
    if not found:
        raise SystemExit(f"{PAGE} has no place for the tables: put the lines {start} and {end} into it")
    write_atomically(PAGE, page.encode())


def _lines(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    return "\n".join(f"| {' | '.join(line)} |" for line in (head, ["---"] * len(head), *rows))


def _printed(head: Sequence[str], rows: Iterable[Sequence[str]]) -> Table:
    table = Table(*head, box=None, pad_edge=False)
    for column in table.columns[1:]:
        column.justify = "right"
    for row in rows:
        table.add_row(*row)
    return table


def main() -> None:
    """Print the table, or JSON, or write it into docs/folding.md."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--sizes", nargs="+", default=SIZES, metavar="BxT", help="sequences x length, such as 32x10")
    options.add_argument("--rounds", type=int, default=9, help="rounds, at least 7")
    options.add_argument("--seed", type=int, default=0)
    options.add_argument("--json", action="store_true", help="print JSON")
    options.add_argument("--write", action="store_true", help="write the table into docs/folding.md")
    given = options.parse_args()
    if given.rounds < 7:
        options.error(f"--rounds is at least 7, not {given.rounds}")
    for size in given.sizes:
        if not re.fullmatch(r"[1-9]\d*x[1-9]\d*", size):
            options.error(f"--sizes takes sequences x length, such as 32x10, not {size}")
    layers = [Layer(*map(int, size.split("x"))) for size in given.sizes]
    single = [Layer(1, length, 1, size) for length in ONE_HEAD_LENGTHS for size in ONE_HEAD]
    rows, of_one_head = [], []
    with progress("measuring") as report:
        for number, layer in enumerate([*layers, *single]):
            report(f"{layer.batch}x{layer.length}", number, len(layers) + len(single))
            if number < len(layers):
                rows += measured(layer, given.rounds, given.seed)
            else:
                of_one_head += measured(layer, given.rounds, given.seed, ("standard", "folded"))
    if given.write:
        write_page(rows, of_one_head, given.rounds)
    if given.json:
        about = {"channels": CHANNELS, "cores": os.cpu_count(), "jax": jax.__version__, "rounds": given.rounds}
        print_json({**about, "rows": rows, "one_head": of_one_head})
        return
    say(_printed(HEAD, map(cells, rows)), f"\n{machine(given.rounds, EIGHT)}\n")
    say(_printed(ONE_HEAD_HEAD, map(one_head, of_one_head)), f"\n{machine(given.rounds, ONE)}")
    say("\nSpeedups over the standard form; more is faster.")


if __name__ == "__main__":
    main()
