"""What the programs talk to, in the namespaces of the hosts outside; and the node's own SSH server."""

import shutil
import subprocess
from pathlib import Path

from scenarios.continuity.clients import IMAP_PORT, SMTP_PORT, STUN_PORT, Ear
from scenarios.continuity.expectations import FAMILIES
from scenarios.continuity.ports import await_open
from scenarios.continuity.servers import Http, Imap, Smtp, Stun
from scenarios.continuity.session import Program
from scenarios.dnsmasq import Dnsmasq
from topologies import plan
from topologies.errors import DmmError

HERE = Path(__file__).parent
SIP, CONF, WEB, MAIL, ADMIN = (plan.OUTSIDE_BY_NAME[name] for name in ("sip", "conf", "web", "mail", "admin"))
HTTP_PORT, MEDIA_SERVER_PORT, SIP_PORT, VOICE_PORT, SSH_PORT, DNS_PORT = 80, 32400, 5060, 16384, 22, 53
NAME = "web.campus.example"
READY_TIMEOUT_S = 10.0
CERTIFICATE = ("openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes",
               "-keyout", "dtls.key", "-out", "dtls.pem", "-subj", "/CN=conf.example", "-days", "2")


class Outside:
    """Everything that serves for the whole scene; `run` starts a program on a host, ended with the rest."""

    def __init__(self, world, directory):
        self._world, self.directory = world, Path(directory)
        self.closing = []
        try:
            self._files()
            self._serve()
        except BaseException:
            self.close()
            raise

    def run(self, host, name, command, silent=False):
        program = Program(self._world.pid(host), command, self.directory, name, silent)
        self.closing.append(program)
        return program

    def await_port(self, host, protocol, port, families=FAMILIES):
        """Until somebody waits at a port of a host."""
        await_open(self._world.pid(host), protocol, port, READY_TIMEOUT_S, families)

    def _files(self):
        """Keys, a certificate, and a second of silence (G.711)."""
        home = self.directory / "home"
        (home / ".ssh").mkdir(parents=True, mode=0o700)
        home.chmod(0o700)
        (self.directory / "voice.ul").write_bytes(bytes([0xff]) * 8000)
        for command in (("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", "key"),
                        ("dropbearkey", "-t", "ed25519", "-f", "hostkey"), CERTIFICATE):
            done = subprocess.run(command, cwd=self.directory, capture_output=True, text=True, check=False)
            if done.returncode != 0:
                raise DmmError(f"{' '.join(command)}: {done.stderr.strip()}")
        shutil.copy(self.directory / "key.pub", home / ".ssh" / "authorized_keys")
        (home / ".ssh" / "authorized_keys").chmod(0o600)

    def _serve(self):
        pid = self._world.pid
        for serve, host, port in ((Http, WEB, HTTP_PORT), (Http, WEB, MEDIA_SERVER_PORT), (Smtp, MAIL, SMTP_PORT),
                                  (Imap, MAIL, IMAP_PORT), (Stun, CONF, STUN_PORT)):
            self.closing.append(serve(pid(host.name), port))
        self.closing.append(Dnsmasq(pid(ADMIN.name), self.directory, "--no-resolv", "--no-hosts",
                                    f"--address=/{NAME}/{WEB.ip}", port=DNS_PORT))
        for host in (ADMIN.name, plan.NODE.name):
            self._ssh_server(host)
        for family, address in (("IPv4", SIP.ip), ("IPv6", f"[{SIP.ip6}]")):
            self.run(SIP.name, f"callee-{family}",
                     ["sipp", "-sf", HERE / "callee.xml", "-i", address, "-mi", address, "-p", SIP_PORT, "-rtp_echo",
                      "-mp", VOICE_PORT, "-nostdin"], silent=True)
        self.ear = Ear(pid(plan.NODE.name))
        self.closing.append(self.ear)
        self.ear.start()
        for host, protocol, port in ((ADMIN, "udp", DNS_PORT), (ADMIN, "tcp", SSH_PORT), (plan.NODE, "tcp", SSH_PORT),
                                     (SIP, "udp", SIP_PORT), (SIP, "udp", VOICE_PORT)):
            self.await_port(host.name, protocol, port)

    def _ssh_server(self, host):
        """Root's home is ours, for this server alone: the key that it takes is nowhere else. Its process namespace
        ends the sessions with it."""
        self.run(host, f"sshd-{host}", ["unshare", "--mount", "--pid", "--fork", "--kill-child", "sh", "-c",
                                        f"mount --bind home {Path('~root').expanduser()} && "
                                        f"exec dropbear -F -E -s -p {SSH_PORT} -r hostkey -P ''"])

    def close(self):
        while self.closing:
            self.closing.pop().close()
