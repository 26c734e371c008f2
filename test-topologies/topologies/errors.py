"""The base of every error whose message is meant for the person at the terminal."""


class DmmError(RuntimeError):
    """Something is wrong that a person can mend; the message is one line and says how."""
