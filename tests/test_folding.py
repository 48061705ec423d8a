"""The benchmark of folding compares what it says it compares."""

from __future__ import annotations

import jax.numpy as jnp
import pytest

from benchmarks.folding import CONTENDERS, SAME_OUTPUT, Layer, check_outputs, folded_multiply_adds, steps_of


def test_the_forms_of_one_model_give_the_same_outputs_and_the_other_models_do_not() -> None:
    forward, _ = steps_of(Layer(2, 5), seed=0)
    check_outputs(forward)
    for name in CONTENDERS.keys() - {"standard", *SAME_OUTPUT}:
        with pytest.raises(RuntimeError, match="folded differs from the standard outputs"):
            check_outputs({**forward, "folded": forward[name]})


def test_a_training_step_changes_every_parameter() -> None:
    _, training = steps_of(Layer(1, 3), seed=0)
    for name, contender in CONTENDERS.items():
        before = {which: jnp.array(value) for which, value in training[name]().items()}  # the step donates its buffers
        after = training[name]()
        assert before.keys() == after.keys() == set(contender.parameters)
        assert all((before[which] != after[which]).any() for which in before), name


def test_one_head_of_half_the_channels_loses_by_the_counts_and_one_of_all_of_them_gains() -> None:
    for length in (1, 64, 4096):
        assert folded_multiply_adds(Layer(1, length, 1, 256)) > 1 > folded_multiply_adds(Layer(1, length, 1, 512))


def test_every_head_size_has_the_same_outputs_when_folded() -> None:
    for size in (16, 512):
        forward, _ = steps_of(Layer(1, 5, 1, size), seed=0, names=("standard", "folded"))
        check_outputs(forward)
