"""The running text of the appendix outside its chapters. `[L]`, `[S]` are the papers, `{name}` a table or a count."""

from __future__ import annotations

PROVED = (
    "Two papers say what scaled dot-product attention is. Litman [L] shows that the forward pass solves a "
    "one-sided entropic transport problem exactly, and that the backward pass is a policy gradient with an "
    "advantage, in the geometry of the Fisher matrix. Sanger [S] shows that for inputs of one norm the weights "
    "are Gaussian in the distance between query and key, so that attention projects its input onto a surface. "
    "This appendix proves {theorems} theorems on which these claims rest, in {chapters} chapters. The sizes are "
    "symbols throughout: each theorem holds for every number of keys, queries, features and values. Which claim "
    "is which theorem, and what it needs to be true, stands in {concordance}.",
    "Every formula below is printed from the object that a proof checker has accepted, and so is the reason that "
    "stands beside it. The checker decides each step by itself: identities by the normal form of sums, "
    "exponentials, logarithms and powers; derivatives by carrying them out; a solution by substituting it back "
    "into an equation that is strictly monotone in the unknown; inequalities by a sum of terms that are "
    "nonnegative. A theorem that is used with its variables replaced is cited with the replacement, such as "
    r"$C_{j} \coloneqq -s_{j}$; an equation that is used after multiplication or summation is cited with the "
    "factor and the index.",
    "What the checker takes as given are the {axioms} axioms of {ledger}. What each theorem rests on is drawn in "
    "{graph} and listed, with the axioms, in {rests}.",
)
CONVENTIONS = (
    "Indices and the sizes over which they run are those of {ranges}; the letters that keep their meaning "
    "throughout are those of {notation}. A sum runs over the whole range of its index. A statement or an "
    "assumption with an index that is not summed holds for every value of that index. All variables are real, "
    r"$\delta$ is Kronecker's, and $x \log x$ is $0$ at $x = 0$. Abbreviations are written out in each theorem "
    "that uses them, so that each can be read alone.",
)
CONCORDANCE = (
    "The claims are told in our words, each with the part of the paper it belongs to. What is called a consequence is "
    "not claimed there in so many words; it follows. The hypotheses are those of the theorems, so a claim holds as far "
    "as they do. The verdict says where a theorem is weaker or stronger than the claim.",
)
RESTS = (
    "In {graph} an arrow leads from a theorem to each theorem whose proof cites it. A theorem without an arrow is "
    "proved from the axioms alone, and no other needs it.",
)
