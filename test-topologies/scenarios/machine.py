"""What this machine must have: checks it, installs what is missing, and says in one line what is wrong."""

import importlib.util
import os
import shutil
import socket
import subprocess
from pathlib import Path

from scenarios import priority
from scenarios.progress import StepError, run, say
from topologies.record import MACHINE_DIRECTORY, RUN_DIRECTORY

JDK_MAJOR = 17
JDK_PACKAGE = "openjdk-17-jdk-headless"
JVM_DIRECTORY = Path("/usr/lib/jvm")
OVS_CTL = "/usr/share/openvswitch/scripts/ovs-ctl"
OVS_PID = Path("/run/openvswitch/ovs-vswitchd.pid")
ALLOCATOR = "libjemalloc2"    # Open vSwitch's user-space datapath takes and gives back 32 buffers a port in every turn of
                              # its loop; with the C library's malloc that is half of its CPU time
OVS_STARTED = MACHINE_DIRECTORY / "ovs.started"
OVS_DATABASE = MACHINE_DIRECTORY / "ovs.db"
PORTS = {6653: "OpenFlow", 8181: "REST", 8101: "the CLI", 9876: "the cluster"}
PROGRAMS = {"ovs-vswitchd": "openvswitch-switch", "mnexec": "mininet", "ip": "iproute2", "ethtool": "ethtool",
            "sysctl": "procps", "ping": "iputils-ping", "tcpdump": "tcpdump", "ssh": "openssh-client", "curl": "curl",
            "unzip": "unzip", "mvn": "maven"}
PEERS = {"tracepath": "iputils-tracepath", "arping": "iputils-arping", "dhclient": "isc-dhcp-client",
         "dnsmasq": "dnsmasq-base", "dig": "bind9-dnsutils", "sipp": "sip-tester", "iperf3": "iperf3",
         "dropbear": "dropbear-bin", "openssl": "openssl",    # what tests and benches run on hosts
         "chromium": "chromium", "chromedriver": "chromium-driver"}    # and the browser for the web page
LIBRARIES = {"zeroconf": "python3-zeroconf", "selenium": "python3-selenium"}    # likewise, of the Python that runs this
SEARCH_PATH = os.environ.get("PATH", "") + ":/usr/local/sbin:/usr/sbin:/sbin"


def require_root():
    """Namespaces and switches need root."""
    if os.geteuid() != 0:
        raise StepError("this needs root: run it with sudo")


def jdk_home(environment=os.environ, directory=JVM_DIRECTORY):
    """Home of a JDK 17: JAVA_HOME if it is one, else one of those installed, else None."""
    candidates = [Path(environment["JAVA_HOME"])] if environment.get("JAVA_HOME") else []
    candidates += sorted(directory.glob("*17*")) if directory.is_dir() else []
    return next((home for home in candidates if is_jdk(home)), None)


def is_jdk(home):
    """Whether a directory holds a JDK (not only a JRE) of the version that is needed."""
    try:
        release = (home / "release").read_text()
    except OSError:
        return False
    return f'JAVA_VERSION="{JDK_MAJOR}' in release and (home / "bin" / "javac").exists()


def missing_packages(peers=False):
    """Debian packages to install; with those that tests and benches need as well."""
    programs = {**PROGRAMS, **(PEERS if peers else {})}
    missing = [package for program, package in programs.items() if not shutil.which(program, path=SEARCH_PATH)]
    importlib.invalidate_caches()
    missing += [package for library, package in LIBRARIES.items() if peers and not importlib.util.find_spec(library)]
    missing += [] if allocator() else [ALLOCATOR]
    return missing if jdk_home() else [*missing, JDK_PACKAGE]


def install_packages(peers=False):
    """Install what is missing, and only that."""
    missing = missing_packages(peers)
    if not missing:
        return
    names = " ".join(missing)
    if not shutil.which("apt-get"):
        raise StepError(f"missing: {names}, and there is no apt-get: install them and try again")
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    log = RUN_DIRECTORY / "apt.log"
    run("package lists", ["apt-get", "update"], log, "is the network up?", env=environment)
    run(f"installing {names}", ["apt-get", "install", "-y", "--no-install-recommends", *missing], log,
        f"try: apt-get install {names}", env=environment)
    still = missing_packages(peers)
    if JDK_PACKAGE in still:
        raise StepError(f"no JDK {JDK_MAJOR}: set JAVA_HOME to one, or apt-get install {JDK_PACKAGE}")
    if still:
        raise StepError(f"still missing after the installation: {' '.join(still)}")


def allocator(directory=Path("/usr/lib")):
    """The library that Open vSwitch gets its memory from, if it is installed."""
    return next(iter(sorted(directory.glob("*/libjemalloc.so.2"))), None)


def open_vswitch_runs():
    """Whether the database and the switch daemon answer."""
    checks = (["ovs-vsctl", "--timeout=3", "--no-wait", "show"], ["ovs-appctl", "--timeout=3", "version"])
    return all(subprocess.run(check, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False).returncode == 0
               for check in checks)


def start_open_vswitch():
    """Start Open vSwitch where it does not run, and remember that it was us; whether it had to be started. It begins with
    no bridges, in a database of its own: in the machine's there may be some that are nobody's business here, or that a
    killed run has left."""
    if open_vswitch_runs():
        return False
    MACHINE_DIRECTORY.mkdir(parents=True, exist_ok=True)
    OVS_DATABASE.unlink(missing_ok=True)
    OVS_STARTED.touch()
    library = allocator()
    preload = {"LD_PRELOAD": str(library)} if library else {}
    run("starting Open vSwitch", [OVS_CTL, "start", "--system-id=random", f"--db-file={OVS_DATABASE}"],
        RUN_DIRECTORY / "ovs.log", env={**os.environ, **preload})
    if not open_vswitch_runs():
        raise StepError(f"Open vSwitch does not answer: see {RUN_DIRECTORY / 'ovs.log'} and /var/log/openvswitch")
    if not priority.run_at_once(open_vswitch(), priority.SWITCH):
        say("  no real-time priority for the switches: a busy machine may hold packets up")
    return True


def open_vswitch():
    """The number of the switch daemon's process, as a string."""
    return OVS_PID.read_text().strip()


def stop_open_vswitch():
    """Stop Open vSwitch if we started it and nobody has a bridge on it."""
    if not OVS_STARTED.exists():
        return
    bridges = subprocess.run(["ovs-vsctl", "--timeout=3", "list-br"], capture_output=True, text=True, check=False)
    if bridges.returncode == 0 and bridges.stdout.strip():
        say(f"  Open vSwitch goes on: it has other bridges ({' '.join(bridges.stdout.split())})")
        return
    subprocess.run([OVS_CTL, "stop"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
    OVS_STARTED.unlink(missing_ok=True)


def in_use(port):
    """Whether something listens on a TCP port."""
    with socket.socket() as probe:
        probe.settimeout(1.0)
        return probe.connect_ex(("127.0.0.1", port)) == 0


def user_of(port):
    """Who listens on a port, in words: `java, process 123`; empty when that cannot be told."""
    listing = subprocess.run(["ss", "-Hltnp", f"sport = :{port}"], capture_output=True, text=True, check=False).stdout
    if 'users:(("' not in listing:
        return ""
    name, _, rest = listing.partition('users:(("')[2].partition('"')
    return f"{name}, process {rest.partition('pid=')[2].partition(',')[0]}"


def require_free_ports():
    """The controller's ports must be free."""
    for port, purpose in PORTS.items():
        if in_use(port):
            raise StepError(f"port {port} ({purpose}) is in use by {user_of(port) or 'another program'}: "
                            "stop that, or ./dmm down if it is ours")


def prepare(peers=False):
    """Everything that must be there before a network is brought up; True when Open vSwitch was started for it."""
    require_root()
    install_packages(peers)
    return start_open_vswitch()
