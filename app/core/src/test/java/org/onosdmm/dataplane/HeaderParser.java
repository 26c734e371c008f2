/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.dataplane;

/**
 * Reads the match fields of a frame, as Open vSwitch does: of a frame that is cut short it reads the headers that are
 * there, and every fragment, the first one included, looks as if its transport ports were 0.
 */
final class HeaderParser {
    /** OFPVID_PRESENT: the frame has a VLAN tag (OpenFlow 1.3.5 section A.2.3.7). */
    static final int VLAN_PRESENT = 0x1000;

    private static final int ETHERNET_HEADER = 14;
    private static final int IPV4_HEADER = 20;
    private static final int IPV6_HEADER = 40;
    private static final int FRAGMENT_HEADER = 8;
    private static final int ND_HEADER = 24;
    private static final int ARP_PACKET = 28;

    private final byte[] bytes;
    private final Headers headers;

    private HeaderParser(byte[] bytes) {
        this.bytes = bytes;
        this.headers = new Headers(ETHERNET_HEADER, bytes.length);
    }

    static Headers parse(byte[] bytes) {
        HeaderParser parser = new HeaderParser(bytes);
        parser.ethernet();
        return parser.headers;
    }

    private void ethernet() {
        headers.set(Field.ETH_DST, Bytes.u48(bytes, 0));
        headers.set(Field.ETH_SRC, Bytes.u48(bytes, 6));
        int at = 12;
        int type = Bytes.u16(bytes, at);
        if ((type == EtherTypes.VLAN || type == EtherTypes.QINQ) && has(at, 6)) {
            int tag = Bytes.u16(bytes, at + 2);
            headers.set(Field.VLAN_VID, VLAN_PRESENT | tag & 0xfff);
            headers.set(Field.VLAN_PCP, tag >> 13);
            at += 4;
            type = Bytes.u16(bytes, at);
        }
        headers.set(Field.ETH_TYPE, type < EtherTypes.FIRST ? EtherTypes.NONE : type);
        network(type, at + 2);
    }

    private void network(int type, int at) {
        if (type == EtherTypes.IPV4 && has(at, IPV4_HEADER)) {
            ipv4(at);
        } else if (type == EtherTypes.IPV6 && has(at, IPV6_HEADER)) {
            ipv6(at);
        } else if (type == EtherTypes.ARP && has(at, ARP_PACKET)) {
            arp(at);
        }
    }

    private void arp(int at) {
        headers.network(at);
        headers.set(Field.ARP_OP, Bytes.u16(bytes, at + 6));
        headers.set(Field.ARP_SHA, Bytes.u48(bytes, at + 8));
        headers.set(Field.ARP_SPA, Bytes.u32(bytes, at + 14));
        headers.set(Field.ARP_THA, Bytes.u48(bytes, at + 18));
        headers.set(Field.ARP_TPA, Bytes.u32(bytes, at + 24));
    }

    private void ipv4(int at) {
        int headerLength = (bytes[at] & 0xf) * 4;
        int totalLength = Bytes.u16(bytes, at + 2);
        if (headerLength < IPV4_HEADER || totalLength < headerLength || !has(at, totalLength)) {
            return;
        }
        headers.network(at);
        headers.end(at + totalLength);
        trafficClass(bytes[at + 1] & 0xff);
        headers.set(Field.IPV4_SRC, Bytes.u32(bytes, at + 12));
        headers.set(Field.IPV4_DST, Bytes.u32(bytes, at + 16));
        int fragment = Bytes.u16(bytes, at + 6);
        headers.fragment((fragment & 0x3fff) != 0);
        transport(bytes[at + 9] & 0xff, at + headerLength, (fragment & 0x1fff) == 0);
    }

    private void ipv6(int at) {
        int end = at + IPV6_HEADER + Bytes.u16(bytes, at + 4);
        if (end > bytes.length) {
            return;
        }
        headers.network(at);
        headers.end(end);
        trafficClass(Bytes.u16(bytes, at) >> 4 & 0xff);
        headers.set(Field.IPV6_FLABEL, Bytes.u32(bytes, at) & 0xfffff);
        headers.set(Field.IPV6_SRC, Bytes.u64(bytes, at + 8), Bytes.u64(bytes, at + 16));
        headers.set(Field.IPV6_DST, Bytes.u64(bytes, at + 24), Bytes.u64(bytes, at + 32));
        extensions(bytes[at + 6] & 0xff, at + IPV6_HEADER);
    }

    /**
     * Walks along the extension headers (RFC 8200 section 4) to the protocol that they lead to. The protocol of a
     * fragment that is not the first one is the fragment header itself, as in Open vSwitch.
     */
    private void extensions(int first, int start) {
        int protocol = first;
        int at = start;
        boolean begins = true;
        while (isExtension(protocol) && at + 8 <= headers.end() && begins) {
            int next = bytes[at] & 0xff;
            int length = (bytes[at + 1] & 0xff) * 8 + 8;
            if (protocol == IpProtocols.FRAGMENT) {
                int fragment = Bytes.u16(bytes, at + 2);
                headers.fragment((fragment & 0xfff9) != 0);
                begins = fragment >> 3 == 0;
                length = FRAGMENT_HEADER;
                next = begins ? next : IpProtocols.FRAGMENT;
            } else if (protocol == IpProtocols.AUTHENTICATION) {
                length = (bytes[at + 1] & 0xff) * 4 + 8;
            }
            protocol = next;
            at += length;
        }
        transport(protocol, at, begins);
    }

    private static boolean isExtension(int protocol) {
        return protocol == IpProtocols.HOP_BY_HOP || protocol == IpProtocols.ROUTING
                || protocol == IpProtocols.DESTINATION_OPTIONS || protocol == IpProtocols.AUTHENTICATION
                || protocol == IpProtocols.FRAGMENT;
    }

    private void trafficClass(int octet) {
        headers.set(Field.IP_DSCP, octet >> 2);
        headers.set(Field.IP_ECN, octet & 3);
    }

    private void transport(int protocol, int at, boolean begins) {
        headers.set(Field.IP_PROTO, protocol);
        headers.payload(Math.min(at, headers.end()));
        if (!begins || at >= headers.end()) {
            return;
        }
        headers.transport(at);
        if (headers.isFragment() || at + 4 > headers.end()) {
            return;
        }
        if (protocol == IpProtocols.TCP) {
            ports(Field.TCP_SRC, Field.TCP_DST, at);
        } else if (protocol == IpProtocols.UDP) {
            ports(Field.UDP_SRC, Field.UDP_DST, at);
        } else if (protocol == IpProtocols.SCTP) {
            ports(Field.SCTP_SRC, Field.SCTP_DST, at);
        } else if (protocol == IpProtocols.ICMP && headers.isIpv4()) {
            headers.set(Field.ICMPV4_TYPE, bytes[at] & 0xff);
            headers.set(Field.ICMPV4_CODE, bytes[at + 1] & 0xff);
        } else if (protocol == IpProtocols.ICMPV6 && headers.isIpv6()) {
            icmpv6(at);
        }
    }

    private void ports(Field source, Field destination, int at) {
        headers.set(source, Bytes.u16(bytes, at));
        headers.set(destination, Bytes.u16(bytes, at + 2));
    }

    private void icmpv6(int at) {
        int type = bytes[at] & 0xff;
        headers.set(Field.ICMPV6_TYPE, type);
        headers.set(Field.ICMPV6_CODE, bytes[at + 1] & 0xff);
        if ((type == 135 || type == 136) && bytes[at + 1] == 0 && at + ND_HEADER <= headers.end()) {
            headers.set(Field.IPV6_ND_TARGET, Bytes.u64(bytes, at + 8), Bytes.u64(bytes, at + 16));
            ndOptions(type == 135 ? Field.IPV6_ND_SLL : Field.IPV6_ND_TLL, type == 135 ? 1 : 2, at + ND_HEADER);
        }
    }

    /** Link-layer address options of neighbour discovery (RFC 4861 section 4.6). */
    private void ndOptions(Field field, int wanted, int start) {
        for (int at = start; at + 8 <= headers.end() && bytes[at + 1] != 0; at += (bytes[at + 1] & 0xff) * 8) {
            if (bytes[at] == wanted) {
                headers.set(field, Bytes.u48(bytes, at + 2));
            }
        }
    }

    private boolean has(int at, int length) {
        return at + length <= bytes.length;
    }
}
