"""Attention against what a user would pick instead: time, memory and error, in one run on one machine.

In each round of a cell every contender has one turn, in an order that turns from round to round: it rests, runs in a
loop untimed, so that its threads are awake and its memory is mapped, and then in a loop that is timed; each loop takes
a tenth of a second or one run. The ratio of a contender is the median over the rounds of its time divided by PyTorch's
(or, without PyTorch, jax.nn's) in the same round. Extra memory is the peak of a process of its own over what it held
before the call, results included. Errors are those of the first head against the textbook formula in float64, relative
to the largest entry.
"""

from __future__ import annotations

import importlib.metadata
import importlib.util
import json
import os
import platform
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

Arrays = tuple[NDArray[Any], ...]
Run = Callable[[], Arrays]
Prepare = Callable[["Cell", Arrays], Run]

HEADS, WIDTH = 8, 64
LENGTHS = (128, 512, 1024, 2048, 4096, 8192)
KEPT = "attnproof NumPy, weights kept"
TWO_DEVICES = "attnproof JAX, two devices"
FORWARD, BACKWARD, TANGENT = WORK = ("forward", "forward and backward", "jvp")
LOOP = 0.1  # seconds, at least
REST = 0.15  # seconds between two turns; the threads of OpenBLAS spin for more than 60 ms after a product
ERRORS_UP_TO = 4096  # a length above which the reference would take too much memory
NAIVE_UP_TO = 4096  # likewise the code that holds all weights


@dataclass(frozen=True)
class Cell:
    """What is timed: N queries and keys, full or causal; the output, with its vjp, or with its jvp."""

    length: int
    causal: bool
    work: str

    @property
    def name(self) -> str:
        return f"N = {self.length}, {'causal' if self.causal else 'full'}, {self.work}"

    @property
    def pairs(self) -> float:
        """How many pairs of a query and a key there are in all heads."""
        return HEADS * self.length * (self.length + 1) / 2 if self.causal else HEADS * self.length**2


@dataclass(frozen=True)
class Measured:
    """A contender in a cell. `extra` is in bytes; `error` and `extra` are None where they were not measured."""

    contender: str
    seconds: float
    ratio: float
    of_roofline: float
    extra: int | None
    error: float | None


@dataclass(frozen=True)
class Roofline:
    """What the machine can do: floating-point operations of large matrix products, and exponentials, a second.

    `tile` has by library the operations a second of one core in the two products of a tile of 256 queries by 512 keys:
    the part of the difference between two contenders that is their library's.
    """

    products: float
    exponentials: float
    tile: Mapping[str, float]

    def seconds(self, cell: Cell) -> float:
        """How long the products and the exponentials of a cell take at these speeds."""
        products, exponentials = OPERATIONS[cell.work]
        return cell.pairs * (2 * products * WIDTH / self.products + exponentials / self.exponentials)


OPERATIONS: Mapping[str, tuple[int, int]] = {  # products of width WIDTH for each pair, and exponentials
    FORWARD: (2, 1),  # scores and output
    BACKWARD: (7, 2),  # these, the scores again, and those of four gradients
    TANGENT: (6, 1),  # these, two for the tangent of the scores, and two for that of the output
}


def inputs(cell: Cell) -> Arrays:
    """Queries, keys and values, then the cotangent of the output or the tangents of the three, (1, heads, N, width)."""
    rng, count = np.random.default_rng(cell.length), {FORWARD: 3, BACKWARD: 4, TANGENT: 6}[cell.work]
    return tuple(rng.normal(size=(1, HEADS, cell.length, WIDTH)).astype(np.float32) for _ in range(count))


def of_numpy(cell: Cell, arrays: Arrays) -> Run:
    """This project's NumPy kernels; the way back is from the output and the log-sum-exp."""
    from generated.numpy.dot_product_attention import (
        blockwise_attention,
        blockwise_attention_jvp,
        blockwise_attention_vjp,
    )

    query, key, value, *others = arrays

    def run() -> Arrays:
        if cell.work == TANGENT:
            names = ("query_tangent", "key_tangent", "value_tangent")
            tangents = dict(zip(names, others, strict=True))
            output, _, moved, _ = blockwise_attention_jvp(query, key, value, is_causal=cell.causal, **tangents)
            return output, moved
        output, logsumexp = blockwise_attention(query, key, value, is_causal=cell.causal)
        if cell.work == FORWARD:
            return (output,)
        saved = {"output": output, "logsumexp": logsumexp}
        found = blockwise_attention_vjp(query, key, value, None, None, None, *others, is_causal=cell.causal, **saved)
        return output, found["query"], found["key"], found["value"]

    return run


def of_numpy_kept(cell: Cell, arrays: Arrays) -> Run:
    """The same, with the weights kept for the way back, in the layout of `dot_product_attention`."""
    from generated.numpy import dot_product_attention_pullback

    query, key, value, cotangent = map(_turned, arrays)

    def run() -> Arrays:
        output, _, pullback = dot_product_attention_pullback(
            query, key, value, is_causal=cell.causal, schedule={"cache_weights": True}
        )
        found = pullback(cotangent)
        return tuple(array.swapaxes(1, 2) for array in (output, found["query"], found["key"], found["value"]))

    return run


def _turned(array: NDArray[Any]) -> NDArray[Any]:
    """(B, N, T, H) as (B, T, N, H)."""
    return np.ascontiguousarray(array.swapaxes(1, 2))


def of_jax(cell: Cell, arrays: Arrays) -> Run:
    """This project's JAX kernels, under jit."""
    from generated.jax.dot_product_attention import blockwise_attention, blockwise_attention_jvp

    if cell.work != TANGENT:
        return _jitted(cell, arrays, lambda q, k, v: blockwise_attention(q, k, v, is_causal=cell.causal)[0])

    def both(query: Any, key: Any, value: Any, dq: Any, dk: Any, dv: Any) -> Any:
        tangents = {"query_tangent": dq, "key_tangent": dk, "value_tangent": dv}
        output, _, moved, _ = blockwise_attention_jvp(query, key, value, is_causal=cell.causal, **tangents)
        return output, moved

    return _compiled(both, arrays)


def of_jax_on_two_devices(cell: Cell, arrays: Arrays) -> Run:
    """The same, with the heads over two devices of the host, in the layout of `dot_product_attention`."""
    import jax

    from generated.jax.dot_product_attention import sharded_dot_product_attention

    mesh = jax.sharding.Mesh(np.array(jax.devices()[:2]), ("heads",))
    over = {"mesh": mesh, "axis": "heads", "over": "heads", "is_causal": cell.causal}
    placed = jax.sharding.NamedSharding(mesh, jax.sharding.PartitionSpec(None, None, "heads"))
    turned = tuple(jax.device_put(_turned(array), placed) for array in arrays)
    run = _jitted(cell, turned, lambda q, k, v: sharded_dot_product_attention(q, k, v, **over))
    return lambda: tuple(array.swapaxes(1, 2) for array in run())


def of_jax_nn(cell: Cell, arrays: Arrays) -> Run:
    """jax.nn.dot_product_attention, under jit, in its own layout."""
    from jax.nn import dot_product_attention

    run = _jitted(
        cell, tuple(map(_turned, arrays)), lambda q, k, v: dot_product_attention(q, k, v, is_causal=cell.causal)
    )
    return lambda: tuple(array.swapaxes(1, 2) for array in run())


def _jitted(cell: Cell, arrays: Sequence[Any], attention: Callable[..., Any]) -> Run:
    import jax

    def with_gradients(query: Any, key: Any, value: Any, cotangent: Any) -> Any:
        output, pull = jax.vjp(attention, query, key, value)
        return (output, *pull(cotangent))

    work: Mapping[str, Callable[..., Any]] = {
        FORWARD: lambda *primals: (attention(*primals),),
        BACKWARD: with_gradients,
        TANGENT: lambda *given: jax.jvp(attention, given[:3], given[3:]),
    }
    return _compiled(work[cell.work], arrays)


def _compiled(function: Callable[..., Any], arrays: Sequence[Any]) -> Run:
    import jax

    on_device = tuple(map(jax.numpy.asarray, arrays))
    compiled = jax.jit(function).lower(*on_device).compile()

    def run() -> Arrays:
        return tuple(array.block_until_ready() for array in compiled(*on_device))

    return run


def of_pytorch(cell: Cell, arrays: Arrays) -> Run:
    """PyTorch's scaled_dot_product_attention on the CPU."""
    import torch

    torch.set_num_threads(os.cpu_count() or 1)
    query, key, value, *cotangent = (torch.from_numpy(array) for array in arrays)
    for tensor in (query, key, value):
        tensor.requires_grad_(cell.work == BACKWARD)

    def run() -> Arrays:
        output = torch.nn.functional.scaled_dot_product_attention(query, key, value, is_causal=cell.causal)
        found = torch.autograd.grad(output, (query, key, value), *cotangent) if cell.work == BACKWARD else ()
        return tuple(tensor.detach().numpy() for tensor in (output, *found))

    return run


def usual(cell: Cell, arrays: Arrays) -> Run:
    """The usual lines of NumPy and SciPy, with all weights at once."""
    from scipy.special import softmax

    query, key, value, *others = arrays
    scale = np.float32(WIDTH**-0.5)

    def run() -> Arrays:
        scores = query @ key.swapaxes(-1, -2) * scale
        if cell.causal:
            scores = np.where(np.tri(cell.length, dtype=bool), scores, -np.inf)
        weights = softmax(scores, axis=-1)
        output = weights @ value
        if cell.work == FORWARD:
            return (output,)
        if cell.work == TANGENT:
            by_query, by_key, by_value = others
            moved = (by_query @ key.swapaxes(-1, -2) + query @ by_key.swapaxes(-1, -2)) * scale
            moved = weights * (moved - np.sum(weights * moved, axis=-1, keepdims=True))
            return output, moved @ value + weights @ by_value
        (cotangent,) = others
        utility = cotangent @ value.swapaxes(-1, -2)
        moved = weights * (utility - np.sum(weights * utility, axis=-1, keepdims=True)) * scale
        return output, moved @ key, moved.swapaxes(-1, -2) @ query, weights.swapaxes(-1, -2) @ cotangent

    return run


CONTENDERS: Mapping[str, Prepare] = {
    "PyTorch": of_pytorch,
    "jax.nn": of_jax_nn,
    "NumPy and SciPy": usual,
    "attnproof NumPy": of_numpy,
    KEPT: of_numpy_kept,
    "attnproof JAX": of_jax,
    TWO_DEVICES: of_jax_on_two_devices,
}


def contenders(cell: Cell) -> list[str]:
    """Who takes part: PyTorch where it is installed and has the work, and what holds all weights up to some length."""
    import jax

    left_out = set() if importlib.util.find_spec("torch") and cell.work != TANGENT else {"PyTorch"}
    if cell.length > NAIVE_UP_TO:
        left_out |= {"jax.nn", "NumPy and SciPy", KEPT}
    if cell.work != BACKWARD:
        left_out |= {KEPT}
    if cell.work == TANGENT or len(jax.devices()) < 2:
        left_out |= {TWO_DEVICES}
    return [name for name in CONTENDERS if name not in left_out]


def with_two_devices() -> None:
    """Make two devices of the host's processors, if JAX has not started yet and nobody asked for another number."""
    flags = os.environ.get("XLA_FLAGS", "")
    if "xla_force_host_platform_device_count" not in flags:
        os.environ["XLA_FLAGS"] = f"{flags} --xla_force_host_platform_device_count=2".strip()


def reference(cell: Cell, arrays: Arrays) -> Arrays:
    """The usual lines in float64, for the first head."""
    return usual(cell, tuple(array[:, :1].astype(np.float64) for array in arrays))()


def roofline() -> Roofline:
    """Measured on all cores: matrix products of NumPy, and its exponentials in a thread for each core."""
    rng = np.random.default_rng(0)
    one, other = (rng.normal(size=(2048, 2048)).astype(np.float32) for _ in range(2))
    products = 2 * 2048**3 / _best(lambda: one @ other)
    cores = os.cpu_count() or 1
    parts = [rng.normal(size=2**16).astype(np.float32) for _ in range(cores)]
    results = [np.empty_like(part) for part in parts]

    def exponentials(part: NDArray[Any], out: NDArray[Any]) -> None:
        for _ in range(64):
            np.exp(part, out=out)

    with ThreadPoolExecutor(cores) as pool:
        seconds = _best(lambda: list(pool.map(exponentials, parts, results)))
    return Roofline(products, 64 * 2**16 * cores / seconds, _in_process("_tile_rates()", ONE_THREAD))


ONE_THREAD = dict.fromkeys(("OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "OMP_NUM_THREADS"), "1")


def _tile_rates() -> dict[str, float]:
    """Operations a second in the products of a tile, by library."""
    rng = np.random.default_rng(0)
    query, key, value = (rng.normal(size=(rows, WIDTH)).astype(np.float32) for rows in (256, 512, 512))
    scores = query @ key.T
    operations = 2 * 2 * scores.size * WIDTH

    def repeated(products: Callable[[], object]) -> float:
        return 50 * operations / _best(lambda: [products() for _ in range(50)])

    rates = {"NumPy": repeated(lambda: (np.matmul(query, key.T, out=scores), scores @ value))}
    if importlib.util.find_spec("torch"):
        import torch

        q, k, v, out = map(torch.from_numpy, (query, key, value, scores))
        rates["PyTorch"] = repeated(lambda: (torch.matmul(q, k.T, out=out), out @ v))
    return rates


def _in_process(code: str, environment: Mapping[str, str] | None = None) -> Any:
    """What an expression of this module gives in a fresh process."""
    names = "Cell, _peak, _tile_rates"
    program = f"import json; from benchmarks.attention import {names}; print(json.dumps({code}))"
    run = subprocess.run(
        [sys.executable, "-c", program],
        capture_output=True, text=True, check=True, env={**os.environ, **(environment or {})},
    )  # fmt: skip
    return json.loads(run.stdout.splitlines()[-1])


def _best(run: Callable[[], object]) -> float:
    return min(_timed(run) for _ in range(7))


def _in_loop(run: Callable[[], object]) -> float:
    """The mean time of a run, over at least one and at least LOOP seconds."""
    start, count = time.perf_counter(), 0
    while count == 0 or time.perf_counter() - start < LOOP:
        run()
        count += 1
    return (time.perf_counter() - start) / count


def mean_time(run: Callable[[], object]) -> float:
    """The mean time of a run after a rest and an untimed loop: its threads are awake and its memory is mapped."""
    time.sleep(REST)
    _in_loop(run)
    return _in_loop(run)


def _timed(run: Callable[[], object]) -> float:
    start = time.perf_counter()
    run()
    return time.perf_counter() - start


def measured(cell: Cell, rounds: int, speed: Roofline, with_memory: bool) -> list[Measured]:
    """Every contender in a cell."""
    arrays, names = inputs(cell), contenders(cell)
    runs = {name: CONTENDERS[name](cell, arrays) for name in names}
    wanted = reference(cell, arrays) if cell.length <= ERRORS_UP_TO else None
    errors = {name: _error(run(), wanted) for name, run in runs.items()}
    times: dict[str, list[float]] = {name: [] for name in names}
    for turn in range(rounds):
        for name in names[turn % len(names) :] + names[: turn % len(names)]:
            times[name].append(mean_time(runs[name]))
    against = times[names[0]]
    return [
        Measured(
            name,
            statistics.median(times[name]),
            statistics.median(one / other for one, other in zip(times[name], against, strict=True)),
            speed.seconds(cell) / statistics.median(times[name]),
            extra_memory(name, cell) if with_memory else None,
            errors[name],
        )
        for name in names
    ]


def _error(got: Arrays, wanted: Arrays | None) -> float | None:
    if wanted is None:
        return None
    pairs = zip(got, wanted, strict=True)
    return max(float(np.max(np.abs(np.asarray(one)[:, :1] - other)) / np.max(np.abs(other))) for one, other in pairs)


def extra_memory(contender: str, cell: Cell) -> int | None:
    """The peak of a fresh process over what it held before the call, in bytes; None where Linux does not tell it."""
    if not Path("/proc/self/clear_refs").exists():
        return None
    return int(_in_process(f"_peak({contender!r}, {cell!r})"))


def _peak(contender: str, cell: Cell) -> int:
    small = Cell(128, cell.causal, cell.work)
    CONTENDERS[contender](small, inputs(small))()  # loads libraries and starts their threads
    run = CONTENDERS[contender](cell, inputs(cell))
    before = _status("VmRSS")
    Path("/proc/self/clear_refs").write_text("5")  # the peak from here on
    results = run()
    return max(_status("VmHWM") - before, sum(array.nbytes for array in results))


def _status(name: str) -> int:
    line = next(line for line in Path("/proc/self/status").read_text().splitlines() if line.startswith(name))
    return int(line.split()[1]) * 1024


def machine() -> dict[str, str]:
    """What this was measured on."""
    cpu = next((line for line in _lines("/proc/cpuinfo") if line.startswith("model name")), platform.processor())
    packages = ("numpy", "jax", "torch")
    versions = {name: importlib.metadata.version(name) for name in packages if importlib.util.find_spec(name)}
    return {"cpu": cpu.partition(":")[2].strip() or cpu, "cores": str(os.cpu_count()), **versions}


def _lines(path: str) -> list[str]:
    return Path(path).read_text().splitlines() if Path(path).exists() else []


def cells(lengths: Sequence[int]) -> Iterator[Cell]:
    """Every cell, the shortest first."""
    return (Cell(n, causal, work) for n in lengths for causal in (False, True) for work in WORK)


def as_json(cell: Cell, found: Sequence[Measured]) -> dict[str, Any]:
    """A cell and its contenders as values."""
    return {**asdict(cell), "contenders": [asdict(one) for one in found]}
