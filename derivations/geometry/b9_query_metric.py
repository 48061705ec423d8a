"""B9. Pulled back to the query, the Fisher matrix is the covariance of the keys."""

from __future__ import annotations

from derivations.index import Tensor, total
from derivations.notation import OWN, Definition, a, b, chain, features, j, k, keys, l, tau, theorem
from derivations.proof import Algebra, Positive

from .softmax import fisher, p

key = Tensor("k", keys, features)
mean_key = Definition("E_p[k]", (a,), total(p[l] * key[l, a], l))
covariance = Definition("Cov_p(k)", (a, b), total(p[j] * (key[j, a] - mean_key[a]) * (key[j, b] - mean_key[b]), j))

B9 = theorem(
    "B9",
    "The Fisher matrix of the query is the covariance of the keys",
    OWN,
    (Positive(tau),),
    chain(
        total(key[j, a] * fisher[j, k] * key[k, b], j, k),
        ((total(p[j] * key[j, a] * key[j, b], j) - mean_key[a] * mean_key[b]) / tau**2, Algebra()),
        (covariance[a, b] / tau**2, Algebra()),
    ),
)
