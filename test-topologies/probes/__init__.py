"""Traffic generators and measurers. Each runs as a process of its own in a host's namespace.

A probe says `ready` on standard output, takes one-word commands on standard input and ends when
that closes, so that none outlives whoever started it. Its log is a file of JSON lines; every time
in it is CLOCK_REALTIME in epoch milliseconds.
"""
