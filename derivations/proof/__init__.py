"""Theorems, justifications, the checker and the ledger of axioms. Trusted."""

from .axioms import AXIOMS
from .checker import Proved, Refused, check
from .reasons import (
    Algebra,
    Between,
    ByDefinition,
    Cases,
    Certificate,
    Differentiation,
    Known,
    LogGap,
    RankCertificate,
    Reason,
    Rewriting,
    Solving,
    Square,
    Strict,
    Term,
    Use,
    Using,
)
from .statements import Equation, Hypothesis, Inequality, Nonnegative, Positive, Rank, Statement
from .theorem import Step, Theorem

__all__ = [
    "AXIOMS",
    "Algebra",
    "Between",
    "ByDefinition",
    "Cases",
    "Certificate",
    "Differentiation",
    "Equation",
    "Hypothesis",
    "Inequality",
    "Known",
    "LogGap",
    "Nonnegative",
    "Positive",
    "Proved",
    "Rank",
    "RankCertificate",
    "Reason",
    "Refused",
    "Rewriting",
    "Solving",
    "Square",
    "Statement",
    "Step",
    "Strict",
    "Term",
    "Theorem",
    "Use",
    "Using",
    "check",
]
