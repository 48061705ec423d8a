"""Which claim of which paper is which theorem. The claims are in our words; the hypotheses are the theorems' own."""

from __future__ import annotations

from dataclasses import dataclass

PAPERS = ("litman", "sanger")


@dataclass(frozen=True)
class Claim:
    """A claim of a paper, or a consequence of its claims; the theorems that say it, and how they differ from it."""

    paper: str
    place: str
    words: str
    theorems: tuple[str, ...]
    verdict: str


def _ids(names: str) -> tuple[str, ...]:
    return tuple(names.split())


CLAIMS: tuple[Claim, ...] = (
    Claim(
        "litman",
        "forward pass",
        r"The attention weights of one query are the plan that makes $\langle C, p\rangle - \varepsilon H(p)$ "
        r"stationary on the simplex, for the cost $C_j = -\langle q, k_j\rangle$ and $\varepsilon = \tau$.",
        _ids("A1a A1b"),
        "Holds for every cost. The multiplier is derived and nothing about it is assumed; that the plan is positive "
        "is assumed here, and A2d removes that.",
    ),
    Claim(
        "litman",
        "forward pass",
        "The forward pass solves the problem exactly: the weights are the global optimum, and the only one.",
        _ids("A2a A2b A2c A2d"),
        "Holds on the closed simplex. The excess of the objective over its minimum is a divergence, so it also says "
        "how far any other plan is from the optimum.",
    ),
    Claim(
        "litman",
        "forward pass",
        "The optimal value is minus the log-sum-exp potential.",
        _ids("A3a A3b A3c A3d"),
        "Holds as claimed.",
    ),
    Claim(
        "litman",
        "forward pass",
        "The log-sum-exp potential is the convex conjugate of the negative entropy on the simplex, and the duality "
        "gap closes at the weights.",
        _ids("A4a A4b A4c"),
        "Holds as claimed; the supremum is a maximum, and the gap is a divergence.",
    ),
    Claim(
        "litman",
        "forward pass",
        "The transport is one-sided: only what leaves each query is constrained.",
        _ids("A5a A5b A5c A5d"),
        "This makes the transport problem degenerate: it splits over the queries, and Sinkhorn's iteration stops "
        "after half a step.",
    ),
    Claim(
        "litman",
        "a consequence",
        "With a prior in place of the uniform measure the plan is the softmax of the scores plus the log-prior; "
        "masks and position biases are priors.",
        _ids("A6a A6b A6c A6d A6e A6f A6g A6h A6i A6j A6k A6l A6m A6n A6o A6p A6w A6x A6y"),
        "Holds, with one hypothesis: a row whose prior is zero everywhere has no feasible plan (A6n).",
    ),
    Claim(
        "litman",
        "a consequence",
        "The weights depend on differences of scores only.",
        _ids("A7a A7b A7c"),
        "Holds as claimed; it is what makes the evaluation with the largest score subtracted right.",
    ),
    Claim(
        "litman",
        "a consequence",
        "The temperature trades cost against entropy.",
        _ids("A8a A8b A8c"),
        "Made exact: the mean score falls with the temperature at the rate of its variance.",
    ),
    Claim(
        "litman",
        "a consequence",
        "A high temperature makes the weights uniform, a low one picks the largest scores.",
        _ids("A8d A8e A8f A8g A8h A8i A8j"),
        r"Made exact: bounds with a rate, of the order of $1/\tau$ for a high temperature and $\exp(-g/\tau)$ for a "
        "low one, where $g$ is the gap below the largest score.",
    ),
    Claim(
        "litman",
        "a consequence",
        "Other regularisers give other attention: Tsallis' gives sparsemax and entmax.",
        _ids("A9a A9b A9c A9d A9e A9f A9g A9h A9i A9j A9k A9l A9m A9n A9o A9p A9q A9r A9s"),
        "Holds, with the Jacobian on the support only: where a score equals the threshold, sparsemax is not "
        "differentiable (A9s).",
    ),
    Claim(
        "litman",
        "a consequence",
        "Where scores are close together, attention collapses to the prior; a key far ahead is a sink.",
        _ids("A10a A10b A10c A10d"),
        "Made exact: two-sided bounds in the range of the scores.",
    ),
    Claim(
        "litman",
        "geometry",
        "The gradient of the log-sum-exp potential is the weights, and its Hessian is their Jacobian.",
        _ids("B1 B2a B2b"),
        "Holds as claimed.",
    ),
    Claim(
        "litman",
        "geometry",
        "The Hessian of the potential is the Fisher information matrix of the weights.",
        _ids("B3a B3b B3c B3d B4"),
        r"Holds up to one factor $\tau$, which B4 states. Three definitions of the Fisher matrix give one matrix.",
    ),
    Claim(
        "litman",
        "geometry",
        "The Fisher matrix is a metric on the scores.",
        _ids("B5a B5b B5c B5d B6a B6b B6c B6d B6e B6f"),
        "Weaker: it is positive semidefinite, and a metric only once scores that differ by a constant count as one. "
        "Its null space is exactly the constants. It is bounded, so that softmax is Lipschitz; the bound is sharp "
        "(B6f).",
    ),
    Claim(
        "litman",
        "a consequence",
        "The geometry carries over: an inverse on the range, a Bregman divergence, a metric for the query.",
        _ids("B7a B7b B7c B8 B9"),
        "Follows from the claims above.",
    ),
    Claim(
        "litman",
        "backward pass",
        "The gradient of a loss in the scores is a policy gradient with an advantage, for the utilities $u_j = "
        r"\partial L / \partial p_j$.",
        _ids("C1 C2a C2b C2c"),
        "Holds as claimed, and for every baseline, not only for the mean utility.",
    ),
    Claim(
        "litman",
        "backward pass",
        "With the mean utility as its baseline the gradient is variance-reduced.",
        _ids("C3a C3b C3c C3d C3e C3f C3g C3h C3i C3j C3k"),
        "Weaker: the gradient is an exact sum and does not depend on the baseline. Of the one-sample estimator the "
        "variance is smallest for another baseline (C3k), and the mean utility is that one exactly when utility and "
        "weight are uncorrelated (C3d). It can even raise the variance (C3h). What it always minimises is the second "
        "moment of the advantage (C3i).",
    ),
    Claim(
        "litman",
        "backward pass",
        "The geometry of the forward pass dictates the gradient of the backward pass.",
        _ids("C4a C4b C4c C4d B10a B10b B10c"),
        r"Holds as claimed: the gradient is $\tau F u$, and the natural gradient is the centred utility. "
        "In the weights it is the replicator flow, and a step of mirror descent, which B10c derives, multiplies them "
        "by exponentials of the utility.",
    ),
    Claim(
        "litman",
        "a consequence",
        "So the gradients with respect to queries, keys, values, a bias and the temperature are known.",
        _ids("C5a C5b C5c C5d C5e C5f A6q A6r A6s A6t A6u A6v"),
        "Follows from the claims above, with a prior too; the baseline is found from the output alone.",
    ),
    Claim(
        "litman",
        "a consequence",
        "So are derivatives in other directions, and second ones.",
        _ids("C6a C6b C7a C7b C7c C7d C7e C7f C7g"),
        "The forward derivative is one identity from the inputs to the output. The second derivative is proved layer "
        "by layer: C7c to C7g take the weights, the utilities and their tangents as arrays of their own, so that their "
        "composition with C7a and C7b is no theorem here. The checker accepts the composed identities in the tests "
        "(tests/test_layers.py), for every gradient and direction; they are too many and too long for the catalogue.",
    ),
    Claim(
        "litman",
        "a consequence",
        "Learning in self-attention adjusts the projections.",
        _ids("C8a C8b C8c C8d C8e C8f C8g C8h C8i C8j C8k C8l C8m C8n C8o C8p"),
        "Follows from the claims above, for several heads and with a prior. The input's gradient has three paths.",
    ),
    Claim(
        "litman",
        "a consequence",
        "The log-sum-exp is the state that both passes share.",
        _ids(
            "E1a E1b E1c E1d E1e E1f E1g E1h E1i E1j E1k E1l E1m E1n E1o E1p E1q "
            "E2a E2b E2c E3a E3b E3c E3d E3e E3f E3g E3h"
        ),
        "Follows from the claims above: blocks of keys may be evaluated apart, and on several devices, and merged in "
        "any order, and a block may be empty.",
    ),
    Claim(
        "litman",
        "a consequence",
        "Inner products may be scaled by any number before the weights are taken.",
        _ids("F1a F1b F1c F1d F1e F1f F1g F1h F1i F1j"),
        "Follows from the claims above; the gradient in the scale is derived too.",
    ),
    Claim(
        "litman",
        "a consequence",
        "Scores may be capped by a hyperbolic tangent.",
        _ids("F2a F2b F2c F2d F2e F2f F2g F2h F2i"),
        "Follows from the claims above, with the cap differentiated.",
    ),
    Claim(
        "litman",
        "a consequence",
        "Scores may have a bias, and keys may be hidden by a mask.",
        _ids("F3a F3b F3c F3d F3e F3f F3g F4a F4b F4c F4d F4e F4f F4g F4h F4i"),
        "Follows from the claims above, with the gradient in the bias; what is hidden has gradient 0.",
    ),
    Claim(
        "litman",
        "a consequence",
        "A row may have a sink: a logit without key and value.",
        _ids("F5a F5b F5c F5d F5e F5f F5g F5h F5i"),
        "Follows from the claims above, with the gradient in the sink.",
    ),
    Claim(
        "litman",
        "a consequence",
        "Heads may share the keys and values of their group.",
        _ids("F6a F6b F6c F6d F6e F6f F6g F6h F6i F6j F6k F6l"),
        "Follows from the claims above, with the gradients summed over the group.",
    ),
    Claim(
        "litman",
        "a consequence",
        "So are derivatives in a direction through all of these.",
        _ids("F7a F7b F7c F7d F7e F7f F7g"),
        "Follows from the claims above, with every layer between the inner products and the weights differentiated.",
    ),
    Claim(
        "litman",
        "a consequence",
        "So is the evaluation by blocks, with any shift or none.",
        _ids("F8a F8b F8c F8d F8e F8f F8g F8h F8i F8j F8k F8l F8m F8n F9a F9b F9c F9d F9e"),
        "Follows from the claims above: blocks are identities of sums, and a bound of the scores says when no shift is "
        "needed. Nothing new is differentiated.",
    ),
    Claim(
        "litman",
        "a consequence",
        "So are the functions of which such an evaluation is made, from what it has saved.",
        _ids(
            "F10a F10b F10c F10d F10e F10f F10g F10h F10i F10j F10k F10l F10m "
            "F10n F10o F10p F10q F10r F10s F10t F10u F10v F10w F10x F10y F10z"
        ),
        "Follows from the claims above, with gradients and tangents written in what was saved.",
    ),
    Claim(
        "sanger",
        "weights",
        "For inputs of one norm the weights are Gaussian in the distance between query and key.",
        _ids("D1 D2a D2b"),
        "Holds as claimed when the keys have one norm; the query's norm does not matter. For other keys the Gaussian "
        "has a prior, the exponential of half the key's squared norm over the temperature.",
    ),
    Claim(
        "sanger",
        "weights",
        "Layer normalisation gives inputs of one norm.",
        _ids("D3a D3b D3c D3d D3e D3f D3g D3h D3i D3j D3k D3l"),
        "Weaker: with the usual small number inside the root the norms are below that of the sphere, by a bounded "
        "amount, and the weights are then within a bounded factor of the Gaussian ones. A gain on each feature "
        "breaks the claim.",
    ),
    Claim(
        "sanger",
        "a consequence",
        "Attention and its gradients can be evaluated in the Gaussian form.",
        _ids("D2c D2d D2e D2f D2g"),
        "Holds as claimed, for keys of any norms.",
    ),
    Claim(
        "sanger",
        "projection",
        "Attention projects each input onto a surface that the inputs determine.",
        _ids("D4a D4b D4c D4d D4e D4f D4g D4h D4i D4j D4k D4l D4m D4n D4o D4p D4q"),
        "Holds in one sense: for one query, the output is the weighted least-squares projection of the values onto "
        "the constants, an idempotent and self-adjoint map in the inner product of that query's weights. It does not "
        "hold as a map of the inputs, which applied twice is itself only where all tokens are equal (D4l, "
        "D4m); D4q is a counterexample with its outputs in closed form.",
    ),
    Claim(
        "sanger",
        "projection",
        "The surface is that of the inputs' density.",
        _ids("D5a D5b D5c"),
        "Made exact: attention over the keys themselves is one step of mean shift, a step up the logarithm of the "
        "kernel density in which each key has the prior of its norm.",
    ),
    Claim(
        "sanger",
        "a consequence",
        "Near an input the surface has a tangent.",
        _ids("D6a D6b D6c"),
        "Made exact: the derivative of the output is a covariance.",
    ),
    Claim(
        "sanger",
        "computation",
        "The projections can be folded into one matrix for the scores and one for the outputs, which makes attention "
        "faster.",
        _ids("D7a D7b D7c D7d D7e D7f D7g D7h D7i"),
        "The outputs are equal, but folding saves multiply-adds only where a head is larger than half of the "
        "channels; for heads of the usual size it loses at every length (D7g). "
        "What either form costs in time is measured, not proved.",
    ),
    Claim(
        "sanger",
        "projection",
        "The surface depends on the context.",
        _ids("D8a D8b D8c D8d D8e D8f"),
        "Made exact: under a causal mask the surface of a step depends on that step and earlier ones only.",
    ),
)
