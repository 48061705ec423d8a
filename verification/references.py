"""Which independent reference checks which kernel."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import jax

from verification import textbook


@dataclass(frozen=True)
class Reference:
    """A hand-written function of the kernel's arguments; `most_keys` bounds the sizes it is affordable for."""

    check: str
    function: Callable[..., Any]
    most_keys: int = 10**9


def _first(function: Callable[..., tuple[Any, ...]]) -> Callable[..., Any]:
    return lambda *args: function(*args)[0]


def _pulled_back(function: Callable[..., Any], primals: int) -> Callable[..., tuple[Any, ...]]:
    """The vector-Jacobian product of a textbook function, by automatic differentiation."""

    def vjp(*args: Any) -> tuple[Any, ...]:
        cotangents = args[primals:]
        _, pull_back = jax.vjp(function, *args[:primals])
        return tuple(pull_back(cotangents[0] if len(cotangents) == 1 else cotangents))

    return vjp


REFERENCES: Mapping[str, tuple[Reference, ...]] = {
    "softmax": (Reference("textbook", textbook.softmax),),
    "logsumexp": (Reference("textbook", textbook.logsumexp),),
    "transport_objective": (Reference("textbook", textbook.transport_objective),),
    "attention": (Reference("textbook", textbook.attention),),
    "attention_vjp": (Reference("autodiff", _pulled_back(textbook.attention, 4)),),
    "fisher_matrix": (
        Reference("expectation", textbook.fisher_as_expectation),
        Reference("autodiff", textbook.fisher_as_hessian),
    ),
    "fisher_vector_product": (
        Reference("autodiff", lambda s, x, tau: textbook.fisher_as_hessian(s, tau) @ x, most_keys=512),
    ),
    "policy_gradient": (
        Reference("expectation", textbook.expected_score_times),
        Reference("autodiff", lambda s, u, b, tau: textbook.loss_gradient(s, u, tau)),
    ),
    "advantage": (Reference("textbook", textbook.advantages),),
    "natural_gradient": (Reference("autodiff", textbook.preconditioned_gradient, most_keys=64),),
    "gaussian_weights": (Reference("textbook", textbook.attention_weights),),
    "gaussian_weights_of_equal_norms": (Reference("textbook", textbook.distance_weights),),
    "gaussian_attention": (Reference("textbook", _first(textbook.attention)),),
    "gaussian_attention_vjp": (Reference("autodiff", _pulled_back(_first(textbook.attention), 4)),),
}

DIFFERENTIATED: Mapping[str, Callable[..., Any]] = {
    "attention_vjp": textbook.attention,
    "gaussian_attention_vjp": _first(textbook.attention),
}  # what each vjp kernel is the derivative of
