"""A figure of one head of a file of inputs: what the kernels say about each query and key."""

from __future__ import annotations

import io
from pathlib import Path

import matplotlib
import numpy as np
from matplotlib.figure import Figure
from numpy.typing import NDArray

import generated.numpy as kernels
from codegen.writing import write_atomically
from verification.inputs import heads, load

HEAD = 1  # of the example, the one whose key norms differ most
Array = NDArray[np.float64]


def panels(query: Array, key: Array, value: Array, temperature: float) -> dict[str, Array]:
    """The matrices (queries, keys) that the figure shows, each from the generated kernels."""
    weights = kernels.gaussian_weights(query, key, temperature)
    output, _ = kernels.attention(query, key, value, temperature)
    cotangent = output / np.linalg.norm(output, axis=-1, keepdims=True)
    scores = query @ key.T
    return {
        "attention weights": kernels.softmax(scores, temperature),
        "Gaussian weights with the prior of the key norms": weights,
        "Gaussian weights without the prior": kernels.gaussian_weights_of_equal_norms(query, key, temperature),
        "advantage of each key, for the output's direction as cotangent": kernels.advantage(
            scores, cotangent @ value.T, temperature
        ),
    }


def draw(inputs: Path, output: Path) -> None:
    """Write the figure as PNG.

    Raises:
        BadInput: the file does not hold what `verification.inputs` asks for.
    """
    arrays = load(inputs)
    chosen = list(heads(arrays))
    head = chosen[min(HEAD, len(chosen) - 1)]
    shown = panels(head["query"], head["key"], head["value"], float(arrays["temperature"].item()))
    figure = Figure(figsize=(10, 9), layout="constrained")
    largest = max(float(matrix.max()) for title, matrix in shown.items() if "weights" in title)
    for axes, (title, matrix) in zip(figure.subplots(2, 2).flat, shown.items(), strict=True):
        signed = "advantage" in title
        bound = float(np.abs(matrix).max()) if signed else largest
        image = axes.imshow(matrix, cmap="RdBu_r" if signed else "magma", vmin=-bound if signed else 0, vmax=bound)
        axes.set_title(title, fontsize=11)
        axes.set_xlabel("key (token)")
        axes.set_ylabel("query (token)")
        figure.colorbar(image, ax=axes, shrink=0.85)
    picture = io.BytesIO()
    figure.savefig(picture, format="png", dpi=110, metadata={"Software": f"matplotlib {matplotlib.__version__}"})
    write_atomically(output, picture.getvalue())
