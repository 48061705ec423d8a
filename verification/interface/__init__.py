"""Evidence for the attention interface: instances, references, error bounds, checks."""

from codegen.pieces import FUNCTIONS
from verification.interface.calls import FORWARD, JVP, VJP
from verification.interface.run import compared, generated_function, numbers

__all__ = ["FORWARD", "FUNCTIONS", "JVP", "VJP", "compared", "generated_function", "numbers"]
