"""Chapter B: the potential, its Hessian and the Fisher matrix."""
