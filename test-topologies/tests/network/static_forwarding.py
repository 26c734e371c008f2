"""Just enough forwarding for campus without any controller, to try the air and the probes alone.

Everything leaves by edge1's uplink under the node's own address. `follow` is the crudest possible
handover: rewrite two rules once the node has moved.
"""

import subprocess

from topologies import plan

HOME = plan.BY_NAME["edge1"]
CORE = "core1"


def flow(bridge, rule):
    subprocess.run(["ovs-ofctl", "-O", "OpenFlow13", "add-flow", bridge, rule], check=True)


def install(world):
    """Rules for the node at edge1, and static neighbours in place of ARP."""
    for edge in plan.EDGES:
        flow(edge.name, f"in_port={plan.PORT_AP},ip,actions=output:{plan.PORT_CORE[1]}")
        flow(edge.name, f"in_port={plan.PORT_CORE[1]},ip,nw_dst={plan.NODE.ip},actions=output:{plan.PORT_AP}")
    router = world.net[plan.ROUTER]
    router_mac = router.intf(f"to-{HOME.name}").MAC()
    world.net[plan.NODE.name].cmd(f"ip neigh replace {HOME.gateway} lladdr {plan.GATEWAY_MAC} dev mn-eth0")
    router.cmd(f"ip neigh replace {HOME.uplink_address} lladdr {plan.GATEWAY_MAC} dev to-{HOME.name}")
    to_router = f"set_field:{router_mac}->eth_dst,output:{plan.PORT_UPLINK}"
    flow(HOME.name, f"priority=40000,in_port={plan.PORT_AP},ip,actions={to_router}")
    flow(HOME.name, f"priority=40000,in_port={plan.PORT_CORE[1]},ip,nw_src={plan.NODE.ip},actions={to_router}")
    flow(CORE, f"ip,nw_src={plan.NODE.ip},actions=output:{HOME.number}")
    follow(HOME.name)


def follow(edge_name):
    """Send the node's packets to where it is now."""
    there = plan.BY_NAME[edge_name]
    deliver = f"set_field:{plan.NODE.mac}->eth_dst"
    out = plan.PORT_AP if there == HOME else plan.PORT_CORE[1]
    flow(HOME.name, f"priority=40000,in_port={plan.PORT_UPLINK},ip,actions={deliver},output:{out}")
    if there != HOME:
        flow(CORE, f"priority=40000,in_port={HOME.number},ip,actions=output:{there.number}")
