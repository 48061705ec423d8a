"""The benchmark of folding compares what it says it compares."""

from __future__ import annotations

import jax.numpy as jnp
import pytest

from benchmarks.folding import CONTENDERS, SAME_OUTPUT, check_outputs, steps_of


def test_the_forms_of_one_model_give_the_same_outputs_and_the_other_models_do_not() -> None:
    forward, _ = steps_of(batch=2, length=5, seed=0)
    check_outputs(forward)
    for name in CONTENDERS.keys() - {"standard", *SAME_OUTPUT}:
        with pytest.raises(RuntimeError, match=f"{SAME_OUTPUT[0]} differs from the standard outputs"):
            check_outputs({**forward, SAME_OUTPUT[0]: forward[name]})


def test_a_training_step_changes_every_parameter() -> None:
    _, training = steps_of(batch=1, length=3, seed=0)
    for name, contender in CONTENDERS.items():
        before = {which: jnp.array(value) for which, value in training[name]().items()}  # the step donates its buffers
        after = training[name]()
        assert before.keys() == after.keys() == set(contender.parameters)
        assert all((before[which] != after[which]).any() for which in before), name
