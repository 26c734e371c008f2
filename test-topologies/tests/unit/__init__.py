"""Pure functions: no root, no network, no controller."""
