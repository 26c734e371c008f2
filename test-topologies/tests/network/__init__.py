"""The emulated network and the probes, with Open vSwitch but without a controller."""
