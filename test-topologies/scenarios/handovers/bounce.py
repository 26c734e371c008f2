"""The bounce at the old edge, seen and taken out from outside: rules of table 2 for one locator, by ovs-ofctl.

To take it out, a rule with a higher priority drops what still arrives for the old locator. It has a cookie of its own.
ONOS removes rules that it does not know, at its next statistics poll: the flow monitor tells when ours has gone.
"""

import re
import subprocess

from probes import channel, openflow
from topologies.errors import DmmError
from topologies.frames import mac_bytes

TABLE = 2
LOWEST_BOUNCE = 50000         # priorities of bounces; see docs/concepts.md
PRIORITY = 65000
COOKIE = 0xbe7c
_RULE = re.compile(r"\bn_packets=(\d+).*\bpriority=(\d+)")


class BounceError(DmmError):
    """Open vSwitch refuses a rule."""


def match(locator):
    return f"table={TABLE},priority={PRIORITY},dl_dst={locator.lower()}"


def take_out(bridge, locator):
    """From now on a bridge drops what it gets for a locator."""
    ofctl("add-flow", bridge, f"cookie={COOKIE:#x},{match(locator)},actions=drop")


def put_back(bridge, locator):
    """Remove the rule that drops, if it is still there."""
    ofctl("--strict", "del-flows", bridge, match(locator))


def bounced(bridge, locator):
    """Packets that the bounce for a locator has sent on; None when there is no such rule."""
    return packets(ofctl("dump-flows", bridge, f"table={TABLE},dl_dst={locator.lower()}"))


def packets(listing):
    """Packets of the bounces in what `ovs-ofctl dump-flows` prints."""
    counts = [int(rule[1]) for rule in map(_RULE.search, listing.splitlines())
              if rule and LOWEST_BOUNCE <= int(rule[2]) < PRIORITY]
    return sum(counts) if counts else None


def confirmed(messages, locator, since):
    """When the barrier reply for the bounce for a locator arrived, epoch ms; `messages` are probes.channel.Messages."""
    address = mac_bytes(locator)
    return channel.confirmed(messages, lambda data: openflow.adds(data, TABLE, LOWEST_BOUNCE, address), since)


def gone_at(changes, bridge, since):
    """When the rule that drops was removed from a bridge after `since`, by anybody; None if it was not.

    `changes` are probes.flowmods.FlowMods."""
    times = [mod.at for mod in changes if mod.bridge == bridge and mod.cookie == COOKIE and mod.event == "DELETED"
             and mod.at >= since]
    return min(times, default=None)


def ofctl(*arguments):
    done = subprocess.run(["ovs-ofctl", "-O", "OpenFlow13", *arguments], stdin=subprocess.DEVNULL,
                          capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise BounceError(f"ovs-ofctl {' '.join(arguments[:2])}: {' '.join(done.stderr.split())}")
    return done.stdout
