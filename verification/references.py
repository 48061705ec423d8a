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


def _pulled_back(
    function: Callable[..., Any], primals: int, varied: tuple[int, ...] = ()
) -> Callable[..., tuple[Any, ...]]:
    """The vector-Jacobian product of a textbook function in its varied arguments, by automatic differentiation."""

    def vjp(*args: Any) -> tuple[Any, ...]:
        cotangents = args[primals:]
        _, pull_back = jax.vjp(function, *args[:primals])
        pulled = tuple(pull_back(cotangents[0] if len(cotangents) == 1 else cotangents))
        return tuple(pulled[place] for place in varied) if varied else pulled

    return vjp


def _pushed_forward(function: Callable[..., Any], primals: int) -> Callable[..., Any]:
    """The Jacobian-vector product of a textbook function, by automatic differentiation."""
    return lambda *args: jax.jvp(function, args[:primals], args[primals:])[1]


def _moved(function: Callable[..., Any], primals: int, cotangents: int) -> Callable[..., Any]:
    """How the vector-Jacobian product moves with the primals, at fixed cotangents: forward mode over reverse mode."""
    pulled = _pulled_back(function, primals)

    def hvp(*args: Any) -> Any:
        fixed, tangents = args[primals : primals + cotangents], args[primals + cotangents :]
        return jax.jvp(lambda *given: pulled(*given, *fixed), args[:primals], tangents)[1]

    return hvp


REFERENCES: Mapping[str, tuple[Reference, ...]] = {
    "softmax": (Reference("textbook", textbook.softmax),),
    "logsumexp": (Reference("textbook", textbook.logsumexp),),
    "sparsemax": (Reference("textbook", textbook.sparsemax),),
    "sparsemax_vjp": (Reference("autodiff", _pulled_back(textbook.sparsemax_at, 1)),),
    "entmax": (Reference("textbook", textbook.entmax),),
    "entmax_vjp": (Reference("autodiff", _pulled_back(textbook.entmax_at, 2, (0,))),),
    "transport_objective": (Reference("textbook", textbook.transport_objective),),
    "attention": (Reference("textbook", textbook.attention),),
    "attention_jvp": (Reference("autodiff", _pushed_forward(textbook.attention, 4)),),
    "attention_vjp": (Reference("autodiff", _pulled_back(textbook.attention, 4)),),
    "fisher_matrix": (
        Reference("expectation", textbook.fisher_as_expectation),
        Reference("autodiff", textbook.fisher_as_hessian),
    ),
    "fisher_vector_product": (
        Reference("autodiff", lambda s, x, tau: textbook.fisher_as_hessian(s, tau) @ x, most_keys=512),
    ),
    "attention_hvp": (Reference("autodiff", _moved(textbook.attention, 4, 2)),),
    "folded_attention": (Reference("textbook", textbook.folded_attention),),
    "self_attention_vjp": (Reference("autodiff", _pulled_back(textbook.self_attention, 7, (0, 1, 2, 3, 4))),),
    "prior_attention": (Reference("textbook", textbook.prior_attention),),
    "prior_attention_vjp": (Reference("autodiff", _pulled_back(textbook.prior_attention, 6, (0, 1, 2, 4, 5))),),
    "query_fisher": (Reference("expectation", textbook.query_fisher_as_expectation),),
    "bregman_divergence": (Reference("textbook", textbook.bregman_divergence),),
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
    "mean_shift": (
        Reference("textbook", textbook.mean_shift),
        Reference("autodiff", lambda q, k, tau: tau * textbook.log_kernel_densities(q, k, tau)[1]),
    ),
    "kernel_density": (Reference("autodiff", textbook.log_kernel_densities),),
    "merge": (Reference("textbook", textbook.merge),),
}

DIFFERENTIATED: Mapping[str, Callable[..., Any]] = {
    "prior_attention_vjp": textbook.prior_attention,
    "self_attention_vjp": textbook.self_attention,
    "attention_vjp": textbook.attention,
    "sparsemax_vjp": textbook.sparsemax_at,
    "entmax_vjp": textbook.entmax_at,
    "gaussian_attention_vjp": _first(textbook.attention),
}  # what each vjp kernel is the derivative of
