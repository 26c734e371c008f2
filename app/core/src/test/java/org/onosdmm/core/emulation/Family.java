/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.emulation;

import org.onlab.packet.IpAddress;
import org.onosdmm.api.Trigger;
import org.onosdmm.dataplane.Frame;
import org.onosdmm.dataplane.PacketBuilder;
import org.onosdmm.dataplane.Packets;

/** The two families of addresses, for tests that hold for both where anchors have addresses to lend. */
public enum Family {
    /** IPv4. */
    IPV4("10.%d.0.%d", 3, 4, 3, 3) {
        @Override
        public Topology topology() {
            return Topology.campus();
        }

        @Override
        public IpAddress outside(int number) {
            return Outside.address(number);
        }
    },
    /** IPv6, beside IPv4. */
    IPV6("2001:db8:0:%d::%d", 2, 0, 1, 4) {
        @Override
        public Topology topology() {
            return Topology.lending();
        }

        @Override
        public IpAddress outside(int number) {
            return Outside.address6(number);
        }
    };

    private final String own;
    private final int tooBigType;
    private final int tooBigCode;
    private final int unreachableType;
    private final int portCode;

    Family(String own, int tooBigType, int tooBigCode, int unreachableType, int portCode) {
        this.own = own;
        this.tooBigType = tooBigType;
        this.tooBigCode = tooBigCode;
        this.unreachableType = unreachableType;
        this.portCode = portCode;
    }

    /** What a host's own announcement of where it is counts as. */
    public Trigger announcement() {
        return this == IPV4 ? Trigger.ARP : Trigger.NDP;
    }

    /** A packet was too big for a link (RFC 792, RFC 4443). */
    public PacketBuilder tooBig(Frame packet) {
        return Packets.icmpError(tooBigType, tooBigCode, packet);
    }

    /** Nobody listens at the port that a packet was for. */
    public PacketBuilder portUnreachable(Frame packet) {
        return Packets.icmpError(unreachableType, portCode, packet);
    }

    /** The network. */
    public abstract Topology topology();

    /** A correspondent's address. */
    public abstract IpAddress outside(int number);

    /** An address of an edge's home prefix. */
    public String own(int edge, int host) {
        return String.format(own, edge, host);
    }
}
