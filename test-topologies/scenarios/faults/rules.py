"""The rules that the switches hold, read at the switches, and what is wrong with them."""

import re
import subprocess
from dataclasses import dataclass

# A cookie or a table that is 0 is left out of a listing without counters.
_RULE = re.compile(r"^ *(?:cookie=(0x[0-9a-f]+), )?(?:duration=\S+ )?(?:table=(\d+), )?(.*\bactions=.*)$")
_COUNTS = re.compile(r"\b(n_packets|n_bytes|idle_age|hard_age)=\d+, ")
APP_SHIFT = 48


@dataclass(frozen=True)
class Rule:
    """One rule of a switch; `text` is its table, match and actions without anything that changes by itself."""

    cookie: int
    table: int
    text: str


def parse(listing):
    """The rules in a listing of `ovs-ofctl dump-flows`."""
    found = []
    for line in listing.splitlines():
        match = _RULE.match(line)
        if match:
            table = int(match[2] or 0)
            found.append(Rule(int(match[1] or "0", 0), table, f"table={table}, {_COUNTS.sub('', match[3])}"))
    return found


def dump(bridge):
    """The rules that a switch holds now."""
    return parse(subprocess.run(["ovs-ofctl", "-O", "OpenFlow13", "--no-stats", "dump-flows", bridge],
                                capture_output=True, text=True, check=True).stdout)


def of_app(rules, app):
    """Those of an app, by its number."""
    return [rule for rule in rules if rule.cookie >> APP_SHIFT == app]


def differences(held, desired):
    """(missing, left over): how many of the desired cookies are not held, and of those held not desired."""
    there = {rule.cookie for rule in held}
    return len(desired - there), len(there - desired)
