"""Faults as named scenarios: what fails, how long, and what became of every stream and of the rules meanwhile."""
