"""Chapter D: attention as a Gaussian-weighted projection."""
