"""Chapter E: evaluation from a saved log-sum-exp."""
