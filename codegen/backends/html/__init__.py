"""The appendix as one HTML page with MathML."""
