"""Compares what became of sessions with what was written down before. Pure functions."""

from ipaddress import ip_address, ip_network

from scenarios.continuity.expectations import BY_ADDRESS, BY_NAME, GOES_ON, HOME, NEW, OLD, hops, lost_with, renewed
from topologies import plan


def differences(act):
    """What is not as expected, in words."""
    return [f"{about(row)}: {words}" for row in act.rows for words in of_row(row)] + \
        [words for anchor in act.deaths for words in of_death(act, anchor)]


def about(row):
    return f"{row.scene}, {row.move}, {row.family}, {row.name} ({row.generation})"


def of_row(row):
    """The differences of one session."""
    known = BY_NAME[row.name]
    fate = known.fate(row.scene)
    yield from differs("class", known.told_in(row.scene), row.told)
    if row.generation == "new":
        yield from placed("begins", row.scene, fate.new, (row.anchor, row.address))
        yield from differs("switches", (hops(fate.new, NEW),) * 2, row.after)
        yield from differs("afterwards", GOES_ON, row.late)
        return
    yield from placed("begins", row.scene, fate.anchor, (row.anchor, row.address))
    yield from differs("switches before the move", (hops(fate.anchor, OLD),) * 2, row.before)
    yield from differs("after the move", fate.soon, row.soon)
    yield from differs("after the overlap", fate.late, row.late)
    if fate.soon == row.soon == GOES_ON:
        anchor = fate.new if renewed(known) else fate.anchor
        yield from placed("goes on", row.scene, anchor, (row.soon_anchor, row.soon_address))
        yield from differs("switches after the move", (hops(anchor, NEW),) * 2, row.after)
        if row.soon_address != row.address and not renewed(known):
            yield f"goes on as {row.soon_address}, having begun as {row.address}"


def placed(what, scene, anchor, seen):
    """Whether packets leave by an anchor, with an address of it; `seen` is where, and with which one."""
    if seen[0] != anchor:
        yield f"{what} at {seen[0]}, expected {anchor}"
    elif not belongs(scene, anchor, seen[1]):
        yield f"{what} at {seen[0]} as {seen[1]}"


def belongs(scene, anchor, address):
    """Whether an address outside is one that flows of an anchor have: the node's own at home, a lent one elsewhere; by
    address one of its prefix."""
    edge = plan.BY_NAME[anchor]
    if scene == BY_ADDRESS:
        return ip_address(address) in ip_network(edge.prefix6)
    if anchor == HOME:
        return address in (plan.NODE.ip, plan.NODE.ip6)
    return ip_address(address) in ip_network(edge.pool6 if ":" in address else edge.pool)


def differs(what, expected, seen):
    if expected != seen:
        yield f"{what}: {seen}, expected {expected}"


def lost(act, anchor):
    """Sessions that did not go on while an anchor was dead."""
    return [row for row in act.rows if row.deaths.get(anchor, GOES_ON) != GOES_ON]


def of_death(act, anchor):
    """Sessions that an anchor's death took and should not have, or the other way round."""
    for row in act.rows:
        expected = row.name in lost_with(act.scene, anchor, row.generation)
        seen = row.deaths.get(anchor)
        if seen is None:
            if expected:
                yield f"{about(row)}: did not run before {anchor} died"
        elif (seen != GOES_ON) != expected:
            yield f"{about(row)}: {seen} while {anchor} is dead, expected {'not to go on' if expected else GOES_ON}"
