"""What is to become of each session, written down before anything runs.

The node is at home at edge 1, begins at edge 2 and moves to edge 4. Edge 3 is nearest to the conference by
configuration, and the one anchor of all classes where there is one.
"""

from dataclasses import dataclass

HOME, OLD, NEAREST, NEW = "edge1", "edge2", "edge3", "edge4"
CENTRAL = NEAREST
GOES_ON, BROKEN, SILENT = "goes on", "broken", "silent"
PER_FLOW, ONE_ANCHOR, BY_ADDRESS = "per flow", "one anchor", "by address"
UNSEEN = "-"                  # of a class that nobody has to tell: the controller is not shown such flows
FAMILIES = ("IPv4", "IPv6")
MOVES = ("air", "hard")


@dataclass(frozen=True)
class Fate:
    """Where a session that begins before the move is anchored, what is true of it right after the move and once the
    overlap is over, and where one that begins after the move is anchored. At home it has the node's own address,
    elsewhere one that the anchor has lent."""

    anchor: str
    soon: str
    late: str
    new: str


@dataclass(frozen=True)
class Expected:
    """A session of a program: its class and continuity type, and its fates with an anchor for each flow and with one
    for all. `told` is what the controller says of the class; `UNSEEN` where it has not been shown the flow. Where the
    node makes itself IPv6 addresses and no anchor lends any, all fare alike, and of calls alone flows are known."""

    name: str
    program: str
    told: str
    of: str
    continuity: str
    per_flow: Fate
    one_anchor: Fate

    def fate(self, scene):
        return {PER_FLOW: self.per_flow, ONE_ANCHOR: self.one_anchor, BY_ADDRESS: ITS_ADDRESS}[scene]

    def told_in(self, scene):
        return UNSEEN if scene == BY_ADDRESS and self.of != CALL else self.told


def everywhere(anchor):
    """The fate of what keeps an anchor, whoever moves."""
    return Fate(anchor, GOES_ON, GOES_ON, anchor)


ITS_ADDRESS = Fate(OLD, GOES_ON, GOES_ON, NEW)
LEFT_BEHIND = Fate(OLD, BROKEN, BROKEN, NEW)
DETOUR = everywhere(CENTRAL)
CALL, CONFERENCE, STREAM = "telephony", "multimedia-conferencing", "multimedia-streaming"
PLAY, MAIL, WEB, CONSOLE = "real-time-interactive", "high-throughput-data", "standard", "oam"
LASTING, GRACEFUL, FLEETING = "SESSION_LASTING", "GRACEFUL_REPLACEMENT", "NON_PERSISTENT"

EXPECTED = (
    Expected("call", "sipp, SIP", CALL, CALL, LASTING, Fate(OLD, GOES_ON, GOES_ON, NEW), DETOUR),
    Expected("voice", "sipp, RTP of the same call", CALL, CALL, LASTING, everywhere(HOME), everywhere(HOME)),
    Expected("meeting", "own client, STUN and media", CONFERENCE, CONFERENCE, LASTING, everywhere(NEAREST), DETOUR),
    Expected("dtls", "openssl, DTLS", CONFERENCE, CONFERENCE, LASTING, everywhere(NEAREST), DETOUR),
    Expected("play", "iperf3, port under a rule", PLAY, PLAY, LASTING, Fate(OLD, GOES_ON, GOES_ON, NEW), DETOUR),
    Expected("stream", "curl, port of a media server", STREAM, STREAM, GRACEFUL, Fate(OLD, GOES_ON, BROKEN, NEW),
             DETOUR),
    Expected("web", "curl", UNSEEN, WEB, FLEETING, LEFT_BEHIND, DETOUR),
    Expected("names", "dig, again and again", UNSEEN, WEB, FLEETING, Fate(OLD, GOES_ON, GOES_ON, NEW), DETOUR),
    Expected("smtp", "Python's smtplib", UNSEEN, MAIL, FLEETING, LEFT_BEHIND, DETOUR),
    Expected("imap", "Python's imaplib", UNSEEN, MAIL, FLEETING, LEFT_BEHIND, DETOUR),
    Expected("load", "iperf3", UNSEEN, WEB, FLEETING, LEFT_BEHIND, DETOUR),
    Expected("ssh-out", "ssh to outside", CONSOLE, CONSOLE, "FIXED", everywhere(HOME), DETOUR),
    Expected("ssh-in", "ssh from outside", CONSOLE, CONSOLE, "FIXED", everywhere(HOME), everywhere(HOME)),
)
BY_NAME = {one.name: one for one in EXPECTED}


def families(scene):
    return ("IPv6",) if scene == BY_ADDRESS else FAMILIES


def hops(anchor, place):
    """Switches that a packet crosses between the node at an edge and the outside behind an anchor: the edge alone, or
    the edge, a core switch and the anchor."""
    return 1 if anchor == place else 3


def lost_with(scene, anchor, generation):
    """Names of the sessions that do not go on while an anchor without a backup is dead; `generation` is `old` for those
    that began before the move, `new` for those after it."""
    for one in EXPECTED:
        fate = one.fate(scene)
        if generation == "old" and fate.late == GOES_ON and fate.anchor == anchor and not renewed(one) \
                or generation == "new" and fate.new == anchor and not renewed(one):
            yield one.name


def renewed(one):
    """Whether it is not one flow but many: the next one leaves where it can."""
    return one.name == "names"
