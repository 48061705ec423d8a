"""What things cost: proofs, folded projections, attention against its peers."""
