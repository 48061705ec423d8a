"""Evidence for the attention interface: instances, references, error bounds, checks."""

from codegen.pieces import FUNCTIONS
from verification.interface.calls import FORWARD, JVP, VJP
from verification.interface.checks import References
from verification.interface.given import references_of
from verification.interface.run import compared, generated_function, numbers, seeded

__all__ = [
    "FORWARD",
    "FUNCTIONS",
    "JVP",
    "VJP",
    "References",
    "compared",
    "generated_function",
    "numbers",
    "references_of",
    "seeded",
]
