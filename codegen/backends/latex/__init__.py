"""The LaTeX appendix, printed from the proof objects."""
