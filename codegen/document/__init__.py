"""What the appendix says, before it is LaTeX, HTML or a line on the terminal."""
