/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.dataplane;

import org.onlab.packet.Ip4Address;

/** A frame in one line, for a person: protocol, addresses and ports, MAC addresses, length. */
final class FrameText {
    private FrameText() {
    }

    static String of(Frame frame) {
        String what = what(frame.headers());
        String between = frame.ethType() == EtherTypes.ARP ? arp(frame) : addresses(frame);
        return what + between + " (" + frame.ethSrc() + " > " + frame.ethDst() + ", " + frame.length() + " bytes)";
    }

    private static String what(Headers headers) {
        if (headers.ethType() == EtherTypes.ARP) {
            return "arp ";
        }
        if (!headers.isIpv4() && !headers.isIpv6()) {
            return String.format("eth_type 0x%04x", headers.ethType());
        }
        return (headers.isFragment() ? "fragment of " : "") + protocol(headers) + " ";
    }

    private static String protocol(Headers headers) {
        switch (headers.protocol()) {
            case IpProtocols.TCP:
                return "tcp";
            case IpProtocols.UDP:
                return "udp";
            case IpProtocols.SCTP:
                return "sctp";
            case IpProtocols.ICMP:
                return "icmp type " + headers.get(Field.ICMPV4_TYPE) + " code " + headers.get(Field.ICMPV4_CODE);
            case IpProtocols.ICMPV6:
                return "icmpv6 type " + headers.get(Field.ICMPV6_TYPE) + " code " + headers.get(Field.ICMPV6_CODE);
            default:
                return "ip_proto " + headers.protocol();
        }
    }

    private static String addresses(Frame frame) {
        if (!frame.ipSrc().isPresent()) {
            return "";
        }
        String ports = frame.sourcePort() == 0 && frame.destinationPort() == 0 ? "" : ":";
        return frame.ipSrc().get() + (ports.isEmpty() ? "" : ports + frame.sourcePort())
                + " > " + frame.ipDst().get() + (ports.isEmpty() ? "" : ports + frame.destinationPort());
    }

    private static String arp(Frame frame) {
        long op = frame.headers().get(Field.ARP_OP);
        String sender = ipv4(frame.headers().get(Field.ARP_SPA));
        String target = ipv4(frame.headers().get(Field.ARP_TPA));
        if (op == 1) {
            return "request, " + sender + " asks for " + target;
        }
        return (op == 2 ? "reply, " : "op " + op + ", ") + sender + " tells " + target;
    }

    private static String ipv4(long address) {
        return Ip4Address.valueOf((int) address).toString();
    }
}
