/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.packet;

import org.junit.jupiter.api.Test;
import org.onlab.packet.IP;
import org.onlab.packet.IPv4;
import org.onlab.packet.IpAddress;
import org.onosdmm.api.FlowKey;
import org.onosdmm.core.model.FlowSample;
import org.onosdmm.dataplane.Fragments;
import org.onosdmm.dataplane.Frame;
import org.onosdmm.dataplane.Packets;

import java.util.List;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** The flow that a packet belongs to, seen from the node. */
class FlowReaderTest {
    private static final IpAddress NODE = IpAddress.valueOf("10.1.0.10");
    private static final IpAddress REMOTE = IpAddress.valueOf("203.0.113.10");

    private static IPv4 ip(Frame frame) {
        return (IPv4) frame.ethernet().getPayload();
    }

    @Test
    void udpAndTcp() {
        assertEquals(FlowSample.of(FlowKey.of(17, NODE, 5000, REMOTE, 53), 0),
                FlowReader.fromNode(ip(Packets.udp().ip(NODE, REMOTE).ports(5000, 53).build())));
        assertEquals(FlowSample.of(FlowKey.of(6, NODE, 65535, REMOTE, 443), 46),
                FlowReader.fromNode(ip(Packets.tcp().ip(NODE, REMOTE).ports(65535, 443).dscp(46).build())));
    }

    @Test
    void theOtherWayRoundItIsTheSameFlow() {
        assertEquals(FlowKey.of(17, NODE, 22, REMOTE, 4000),
                FlowReader.toNode(ip(Packets.udp().ip(REMOTE, NODE).ports(4000, 22).build())));
    }

    @Test
    void protocolsWithoutPorts() {
        assertEquals(FlowKey.of(1, NODE, 0, REMOTE, 0),
                FlowReader.fromNode(ip(Packets.ping().ip(NODE, REMOTE).build())).key());
        assertEquals(FlowKey.of(132, NODE, 0, REMOTE, 0),
                FlowReader.toNode(ip(Packets.sctp().ip(REMOTE, NODE).ports(1, 2).build())));
    }

    @Test
    void everyFragmentIsOfTheSameFlowAsSwitchesSeeIt() {
        Frame large = Packets.udp().ip(NODE, REMOTE).ports(5000, 53).size(900).build();
        List<Frame> fragments = Fragments.of(large, 300, 1);
        assertEquals(4, fragments.size());
        for (Frame fragment : fragments) {
            assertEquals(FlowKey.of(17, NODE, fragment.sourcePort(), REMOTE, fragment.destinationPort()),
                    FlowReader.fromNode(ip(fragment)).key());
        }
    }

    @Test
    void addressesAboveTheHalf() {
        assertEquals(IpAddress.valueOf("240.1.2.3"),
                FlowReader.source(ip(Packets.udp().ip("240.1.2.3", "200.0.0.1").build())));
        assertEquals(IpAddress.valueOf("200.0.0.1"),
                FlowReader.destination(ip(Packets.udp().ip("240.1.2.3", "200.0.0.1").build())));
    }

    @Test
    void ipv6() {
        String node = "2001:db8:0:1::10";
        String remote = "2001:db8:cafe::30";
        assertEquals(FlowSample.of(FlowKey.of(17, IpAddress.valueOf(node), 5000, IpAddress.valueOf(remote), 53), 46),
                FlowReader.fromNode((IP) Packets.udp().ip(node, remote).ports(5000, 53).dscp(46).build().ethernet()
                        .getPayload()));
        assertEquals(FlowKey.of(58, IpAddress.valueOf(node), 0, IpAddress.valueOf(remote), 0),
                FlowReader.toNode((IP) Packets.ping6().ip(remote, node).build().ethernet().getPayload()));
    }

    @Test
    void fragmentsOfIpv6AsSwitchesSeeThem() {
        Frame large = Packets.udp().ip("2001:db8:0:1::10", "2001:db8:cafe::30").ports(5000, 53).size(900).build();
        List<Frame> fragments = Fragments.of(large, 300, 1);
        for (Frame fragment : fragments) {
            FlowKey key = FlowReader.fromNode((IP) fragment.ethernet().getPayload()).key();
            assertEquals(fragment.equals(fragments.get(0)) ? 17 : 44, key.protocol());
            assertEquals(0, key.localPort());
            assertEquals(0, key.remotePort());
        }
    }
}
