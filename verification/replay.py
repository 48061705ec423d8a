"""A failing instance on disk: its arrays as `.npz`, and beside it a script that runs the target on them."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any

import numpy as np

from codegen.writing import write_atomically
from verification.target import Record, folder_of

SCRIPT = '''\
"""Replays an instance on which {target} fails as {name}: {about}.

It needs NumPy and the target only, and ends with exit code 1 while the target fails. To run another function:

    python {file} package.module:function
"""

import importlib
import sys
from functools import reduce
from pathlib import Path

import numpy as np
{imports}
TARGET = sys.argv[1] if len(sys.argv) > 1 else {importable}
RESULTS = {results}
saved = np.load(Path(__file__).with_suffix(".npz"))


def given(name):
    """An array of the call, in its dtype."""
    return {given}


def as_numpy(result):
    """A result in float64."""
    return {as_numpy}


def error(found, expected, bound, largest):
    """The largest difference in units of the bound on rounding errors; at most 1 is right, NaN expects nothing."""
    if found.shape != expected.shape:
        return np.inf
    found, expected = (np.clip(x, -largest, largest) for x in (found, expected))
    with np.errstate(all="ignore"):
        gap = np.where((found == expected) | np.isnan(expected), 0.0, np.abs(found - expected) / bound)
    return np.max(np.where(np.isnan(gap), np.inf, gap), initial=0.0)


sys.path[:0] = {folders}
module, _, name = TARGET.partition(":")
function = reduce(getattr, name.split("."), importlib.import_module(module))
results = function({call})
results = results if isinstance(results, (tuple, list)) else (results,)
failed = len(results) != len(RESULTS)
print(f"{{TARGET}} returns {{len(results)}} results" if failed else f"{{TARGET}} as {name}")
for name, result in zip(RESULTS, results):
    if f"expected_{{name}}" not in saved:
        continue  # it is not compared
    found, expected, bound = as_numpy(result), saved[f"expected_{{name}}"], saved[f"bound_{{name}}"]
    off = error(found, expected, bound, saved[f"largest_{{name}}"])
    failed = failed or not off <= 1
    print(f"{{name}}\\nexpected\\n{{expected}}\\nfound\\n{{found}}\\nerror in units of the bound: {{off:.3g}}")
sys.exit(failed)
'''
IMPORTS = {
    "numpy": "",
    "jax": 'import jax\n\njax.config.update("jax_enable_x64", True)\n',
    "torch": "import torch\n",
}
GIVEN = {
    "numpy": "saved[name].astype({dtype}) if saved[name].dtype == np.float64 else saved[name]",
    "jax": "jax.numpy.asarray(saved[name], {dtype} if saved[name].dtype == np.float64 else None)",
    "torch": "(lambda x: x.to(torch.{dtype}) if x.is_floating_point() else x)(torch.from_numpy(saved[name]))",
}
AS_NUMPY = {
    "numpy": "np.asarray(result).astype(np.float64)",
    "jax": "np.asarray(result).astype(np.float64)",
    "torch": "result.detach().cpu().double().numpy()",
}


def save(record: Record, folder: Path) -> Path:
    """Write the arrays of a failing call and the script; the script's path.

    What the call is given is under the names of the target's parameters, floating point as float64, which holds it
    exactly; what is expected, and the bounds, are in the target's layout.
    """
    arrays = {name: _stored(value) for name, value in record.call.named.items() if isinstance(value, np.ndarray)}
    for name, pair in record.expected.items():
        arrays |= {f"{prefix}_{name}": np.asarray(x) for prefix, x in zip(("expected", "bound"), pair, strict=True)}
        arrays[f"largest_{name}"] = np.asarray(record.largest[name])
    script = script_of(record.kernel, folder)
    packed = io.BytesIO()
    np.savez(packed, **arrays)  # type: ignore[arg-type]
    write_atomically(script.with_suffix(".npz"), packed.getvalue())
    write_atomically(script, text(record, script.name).encode())
    return script


def script_of(kernel: str, folder: Path) -> Path:
    """Where the script is written."""
    return folder / f"failed_{kernel}.py"


def _stored(array: np.ndarray) -> np.ndarray:
    return array if array.dtype.kind in "bi" else array.astype(np.float64)


def text(record: Record, file: str) -> str:
    """The script."""
    kind, dtype = record.target.arrays, str(record.dtype)
    name = record.target.name
    ask = f'sys.exit("name a function: python {file} package.module:function")'
    words = [_argument(name, value) for name, value in record.call.positional]
    words += [f"{name}={_argument(name, value)}" for name, value in record.call.keywords.items()]
    imports = "import ml_dtypes\n" if kind == "numpy" and dtype == "bfloat16" else IMPORTS[kind]
    quoted = dtype if kind == "torch" else "ml_dtypes.bfloat16" if "ml_dtypes" in imports else json.dumps(dtype)
    return SCRIPT.format(
        target=name,
        importable=ask if "<" in name else f'"{name}"',
        folders=f"[{', '.join(map(json.dumps, dict.fromkeys(['', folder_of(record.target.function)])))}]",
        name=record.name,
        about=f'"{record.label}" in {dtype}, shrunk',
        file=file,
        imports=imports,
        results=json.dumps(record.returned),
        given=GIVEN[kind].format(dtype=quoted),
        as_numpy=AS_NUMPY[kind],
        call=", ".join(words),
    )


def _argument(name: str, value: Any) -> str:
    return f'given("{name}")' if isinstance(value, np.ndarray) else repr(value)
