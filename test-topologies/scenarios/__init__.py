"""Scenes played on an emulated network, and what is measured, asserted and printed about them."""
