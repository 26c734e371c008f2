"""Multicast DNS as programs on hosts do it, with python3-zeroconf: announces a printer, or looks for it.

`announce` says `ready` when the name is its own, and ends when its standard input closes; `find` prints the addresses
of the printer, one a line; none if nobody answers in time.
"""

import argparse
import socket
import sys

import zeroconf

import probes.base as base

KIND = "_ipp._tcp.local."
NAME, HOST, PORT = f"printer.{KIND}", "printer.local.", 631


def announce(own):
    service = zeroconf.ServiceInfo(KIND, NAME, addresses=[socket.inet_aton(own)], port=PORT, server=HOST)
    responder = zeroconf.Zeroconf(interfaces=[own])
    responder.register_service(service)
    base.ready()
    sys.stdin.read()
    responder.close()


def find(own, timeout_s):
    asker = zeroconf.Zeroconf(interfaces=[own])
    found = asker.get_service_info(KIND, NAME, timeout=timeout_s * 1e3)
    print(*(found.parsed_addresses() if found else ()), sep="\n")
    asker.close()


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("what", choices=("announce", "find"))
    parser.add_argument("own", help="the host's address")
    parser.add_argument("--timeout", type=float, default=1.5, help="s")
    options = parser.parse_args()
    if options.what == "announce":
        announce(options.own)
    else:
        find(options.own, options.timeout)


if __name__ == "__main__":
    main()
