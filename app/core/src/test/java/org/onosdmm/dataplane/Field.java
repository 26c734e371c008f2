/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.dataplane;

/**
 * The match fields that this switch knows (OpenFlow 1.3.5 section A.2.3.7), each with the place that it takes in a
 * packet's key, an array of 64-bit words, and with its prerequisites (section A.2.3.8).
 */
enum Field {
    IN_PORT(64),
    METADATA(64),
    ETH_DST(48),
    ETH_SRC(48),
    ETH_TYPE(16),
    VLAN_VID(13),
    VLAN_PCP(3, need(VLAN_VID)),
    IP_DSCP(6, need(ETH_TYPE, EtherTypes.IPV4, EtherTypes.IPV6)),
    IP_ECN(2, need(ETH_TYPE, EtherTypes.IPV4, EtherTypes.IPV6)),
    IP_PROTO(8, need(ETH_TYPE, EtherTypes.IPV4, EtherTypes.IPV6)),
    IPV4_SRC(32, need(ETH_TYPE, EtherTypes.IPV4)),
    IPV4_DST(32, need(ETH_TYPE, EtherTypes.IPV4)),
    IPV6_SRC(128, need(ETH_TYPE, EtherTypes.IPV6)),
    IPV6_DST(128, need(ETH_TYPE, EtherTypes.IPV6)),
    IPV6_FLABEL(20, need(ETH_TYPE, EtherTypes.IPV6)),
    TCP_SRC(16, need(IP_PROTO, IpProtocols.TCP)),
    TCP_DST(16, need(IP_PROTO, IpProtocols.TCP)),
    UDP_SRC(16, need(IP_PROTO, IpProtocols.UDP)),
    UDP_DST(16, need(IP_PROTO, IpProtocols.UDP)),
    SCTP_SRC(16, need(IP_PROTO, IpProtocols.SCTP)),
    SCTP_DST(16, need(IP_PROTO, IpProtocols.SCTP)),
    ICMPV4_TYPE(8, need(ETH_TYPE, EtherTypes.IPV4), need(IP_PROTO, IpProtocols.ICMP)),
    ICMPV4_CODE(8, need(ETH_TYPE, EtherTypes.IPV4), need(IP_PROTO, IpProtocols.ICMP)),
    ICMPV6_TYPE(8, need(ETH_TYPE, EtherTypes.IPV6), need(IP_PROTO, IpProtocols.ICMPV6)),
    ICMPV6_CODE(8, need(ETH_TYPE, EtherTypes.IPV6), need(IP_PROTO, IpProtocols.ICMPV6)),
    ARP_OP(16, need(ETH_TYPE, EtherTypes.ARP)),
    ARP_SPA(32, need(ETH_TYPE, EtherTypes.ARP)),
    ARP_TPA(32, need(ETH_TYPE, EtherTypes.ARP)),
    ARP_SHA(48, need(ETH_TYPE, EtherTypes.ARP)),
    ARP_THA(48, need(ETH_TYPE, EtherTypes.ARP)),
    IPV6_ND_TARGET(128, need(ICMPV6_TYPE, 135, 136)),
    IPV6_ND_SLL(48, need(ICMPV6_TYPE, 135)),
    IPV6_ND_TLL(48, need(ICMPV6_TYPE, 136));

    /** How many words a packet's key has. */
    static final int WORDS = words();

    private final int bits;
    private final Need[] needs;
    private int slot;

    Field(int bits, Need... needs) {
        this.bits = bits;
        this.needs = needs;
    }

    private static int words() {
        int next = 0;
        for (Field field : values()) {
            field.slot = next;
            next += field.isWide() ? 2 : 1;
        }
        return next;
    }

    /** Index of the field's first word in a packet's key. */
    int slot() {
        return slot;
    }

    /** True for the 128-bit fields, which take two words. */
    boolean isWide() {
        return bits > 64;
    }

    /** All ones in a word of this field. */
    long exactMask() {
        return bits >= 64 ? -1L : (1L << bits) - 1;
    }

    /** Throws an exception that names the first prerequisite that the match does not meet. */
    void checkPrerequisites(Match match) {
        for (Need need : needs) {
            if (!need.isMetBy(match)) {
                throw new FlowModException(FlowModException.Kind.BAD_PREREQUISITE, this + " needs " + need);
            }
        }
    }

    private static Need need(Field field, long... values) {
        return new Need(field, values);
    }

    /** One prerequisite: a field that has to be one of these values, or any at all where none is given. */
    private static final class Need {
        private final Field field;
        private final long[] values;

        Need(Field field, long... values) {
            this.field = field;
            this.values = values;
        }

        boolean isMetBy(Match match) {
            if (values.length == 0) {
                return match.constrains(field);
            }
            for (long value : values) {
                if (match.isExactly(field, value)) {
                    return true;
                }
            }
            return false;
        }

        @Override
        public String toString() {
            StringBuilder text = new StringBuilder(field.name());
            for (int i = 0; i < values.length; i++) {
                text.append(i == 0 ? " = " : " or ").append("0x").append(Long.toHexString(values[i]));
            }
            return text.toString();
        }
    }
}
