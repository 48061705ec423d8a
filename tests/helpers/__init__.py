"""What the tests share: random instances, random expressions, true rewritings, and mutants."""
