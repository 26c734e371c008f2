"""One module for each subcommand of `./dmm`: its options, and `run`.

What needs Mininet is imported inside `run`, once the machine has been prepared: on a fresh machine
Mininet is only installed then.
"""
