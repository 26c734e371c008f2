"""Hosts that stand still behind the access points of a running campus, so that there is somebody else than the node."""

from topologies import plan
from topologies.frames import Announcer

GUESTS = tuple(plan.HostPlan(f"g{edge.number}", f"10.{edge.number}.0.3{edge.number}/24", edge.gateway,
                             f"00:00:00:00:0{edge.number}:3{edge.number}") for edge in plan.EDGES[:3])


def arrive(world):
    """Add the guests to a campus that is up; they go with it. A no-op when they are there."""
    for guest, edge in zip(GUESTS, plan.EDGES):
        if guest.name not in world.net:
            _add(world, guest, edge)


def _add(world, guest, edge):
    from topologies.campus import PlainHost
    host = world.net.addHost(guest.name, cls=PlainHost, ip=guest.address, mac=guest.mac,
                             defaultRoute=f"via {guest.gateway}")
    air = world.net[plan.AIR]
    world.net.addLink(host, air, intfName2=f"{guest.name}-air")
    host.configDefault(**host.params)
    air.cmd(f"ip link set {guest.name}-air master {edge.access_point} up")
    world.record.add_process(host.pid)


def announcer(world, guest):
    """Sends a guest's gratuitous ARP."""
    return Announcer(world.pid(guest.name), f"{guest.name}-eth0", guest.mac, guest.ip)
