"""The measurement of handovers: many moves of several kinds under fast streams, with a control run beside each."""
