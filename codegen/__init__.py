"""From proved theorems to what is printed from them: kernels and the appendix."""
