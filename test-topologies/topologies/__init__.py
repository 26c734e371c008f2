"""Emulated networks: the graph, the address plan and the air in which hosts move."""
