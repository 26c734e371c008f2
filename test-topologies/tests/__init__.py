"""Tests of this side: `unit` needs nothing, `network` root and Open vSwitch, `system` the controller too."""
