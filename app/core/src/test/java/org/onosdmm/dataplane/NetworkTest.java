/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.dataplane;

import org.junit.jupiter.api.Test;
import org.onlab.packet.Ip4Address;
import org.onlab.packet.MacAddress;
import org.onosproject.net.DeviceId;
import org.onosproject.net.PortNumber;

import java.util.List;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.onosdmm.dataplane.Samples.MAC_A;
import static org.onosdmm.dataplane.Samples.MAC_B;
import static org.onosdmm.dataplane.Samples.S1;
import static org.onosdmm.dataplane.Samples.S2;
import static org.onosdmm.dataplane.Samples.act;
import static org.onosdmm.dataplane.Samples.at;
import static org.onosdmm.dataplane.Samples.device;
import static org.onosdmm.dataplane.Samples.ipv4;
import static org.onosdmm.dataplane.Samples.match;
import static org.onosdmm.dataplane.Samples.out;
import static org.onosdmm.dataplane.Samples.port;
import static org.onosdmm.dataplane.Samples.rule;

/** Links, ports, hosts, and the trace of a packet through several switches. */
class NetworkTest {
    private static final DeviceId S3 = device(3);

    private final TestHost a = TestHost.of("A", MAC_A);
    private final TestHost b = TestHost.of("B", MAC_B);
    private final DataPlane net = new DataPlane();
    private final Frame packet = Packets.udp().eth(MAC_A, MAC_B).ip("10.0.0.1", "10.0.1.1").ports(1000, 2000).build();

    /** A - 1 S1 2 - 1 S2 2 - 1 S3 2 - B. */
    private void line() {
        net.attach(a, at(S1, 1)).link(at(S1, 2), at(S2, 1)).link(at(S2, 2), at(S3, 1)).attach(b, at(S3, 2));
        for (DeviceId device : List.of(S1, S2, S3)) {
            net.add(rule(device, 0, 10, match().matchEthDst(MAC_B), out(2)),
                    rule(device, 0, 10, match().matchEthDst(MAC_A), out(1)));
        }
    }

    @Test
    void aPacketIsFollowedOverAllLinksToTheHost() {
        line();

        Trace trace = net.send(a, packet);

        assertEquals(List.of(S1, S2, S3), trace.devices());
        assertTrue(trace.isDeliveredTo(b));
        assertEquals(List.of(b), trace.delivery().receivers());
        assertEquals(at(S3, 2), trace.delivery().at());
        assertEquals(3, trace.delivery().hop().path().size());
        assertEquals(List.of(packet), b.received());
    }

    @Test
    void aTraceTellsAPersonTheWholeStory() {
        line();
        net.remove(rule(S3, 0, 10, match().matchEthDst(MAC_B), out(2)));

        assertEquals(String.join("\n",
                "packet at of:0000000000000001/1: udp 10.0.0.1:1000 > 10.0.1.1:2000 "
                        + "(00:00:00:00:00:0A > 00:00:00:00:00:0B, 60 bytes)",
                "#1 in of:0000000000000001/1: udp 10.0.0.1:1000 > 10.0.1.1:2000 "
                        + "(00:00:00:00:00:0A > 00:00:00:00:00:0B, 60 bytes)",
                "      table 0 priority    10 [ETH_DST:00:00:00:00:00:0B] -> OUTPUT:2 (app 7)",
                "      out 2: udp 10.0.0.1:1000 > 10.0.1.1:2000 (00:00:00:00:00:0A > 00:00:00:00:00:0B, 60 bytes)",
                "#2 in of:0000000000000002/1, from #1: udp 10.0.0.1:1000 > 10.0.1.1:2000 "
                        + "(00:00:00:00:00:0A > 00:00:00:00:00:0B, 60 bytes)",
                "      table 0 priority    10 [ETH_DST:00:00:00:00:00:0B] -> OUTPUT:2 (app 7)",
                "      out 2: udp 10.0.0.1:1000 > 10.0.1.1:2000 (00:00:00:00:00:0A > 00:00:00:00:00:0B, 60 bytes)",
                "#3 in of:0000000000000003/1, from #2: udp 10.0.0.1:1000 > 10.0.1.1:2000 "
                        + "(00:00:00:00:00:0A > 00:00:00:00:00:0B, 60 bytes)",
                "      table 0 no rule matches",
                "DROPPED at of:0000000000000003/1 TABLE_MISS (table 0): udp 10.0.0.1:1000 > 10.0.1.1:2000 "
                        + "(00:00:00:00:00:0A > 00:00:00:00:00:0B, 60 bytes)",
                "delivered nowhere"), net.send(a, packet).toString());
    }

    @Test
    void askingForTheOnlyDeliveryFailsWithTheStory() {
        line();
        net.setPort(at(S2, 2), false);

        AssertionError error = assertThrows(AssertionError.class, () -> net.send(a, packet).delivery());

        assertTrue(error.getMessage().contains("DROPPED at of:0000000000000002/2 PORT_DOWN"), error.getMessage());
    }

    @Test
    void aLinkIsDownWhereEitherEndIs() {
        line();
        net.setPort(at(S2, 1), false);
        assertFalse(net.isLive(at(S1, 2)));
        assertEquals(at(S1, 2), net.send(a, packet).drop().at());

        net.setPort(at(S2, 1), true);
        assertTrue(net.send(a, packet).isDeliveredTo(b));
    }

    @Test
    void nothingComesInByAPortThatIsDown() {
        line();
        net.setPort(at(S1, 1), false);

        assertEquals(Drop.Reason.PORT_DOWN, net.send(a, packet).drop().reason());
        assertEquals(0, net.received(at(S1, 1)).packets());
    }

    @Test
    void aLoopIsReportedWithItsPath() {
        net.addPort(at(S1, 1)).link(at(S1, 2), at(S2, 1)).link(at(S2, 2), at(S3, 1)).link(at(S3, 2), at(S1, 3));
        for (DeviceId device : List.of(S1, S2, S3)) {
            net.add(rule(device, 0, 10, match(), out(2)));
        }

        Trace trace = net.inject(at(S1, 1), packet);

        assertTrue(trace.isLooping());
        assertTrue(trace.toString().contains("LOOP: of:0000000000000001/1 -> of:0000000000000002/1 -> "
                + "of:0000000000000003/1 -> of:0000000000000001/3 -> "), trace::toString);
    }

    @Test
    void aPingPongIsALoop() {
        net.addPort(at(S1, 1)).link(at(S1, 2), at(S2, 1));
        net.add(rule(S1, 0, 10, match().matchInPort(port(1)), out(2)),
                rule(S1, 0, 10, match().matchInPort(port(2)), act().setOutput(PortNumber.IN_PORT)),
                rule(S2, 0, 10, match(), act().setOutput(PortNumber.IN_PORT)));

        assertTrue(net.inject(at(S1, 1), packet).isLooping());
    }

    @Test
    void aPacketThatChangesOnEveryRoundIsStoppedAfterManyHops() {
        net.addPort(at(S1, 1)).link(at(S1, 2), at(S2, 1)).link(at(S2, 2), at(S1, 3));
        net.add(rule(S1, 0, 10, ipv4(), act().decNwTtl().setOutput(port(2))), rule(S2, 0, 10, match(), out(2)));
        Frame longLiving = Packets.udp().ttl(255).build();

        Trace trace = net.inject(at(S1, 1), longLiving);

        assertTrue(trace.isLooping());
        assertTrue(trace.hops().size() <= Forwarder.MOST_HOPS + 1);
    }

    @Test
    void aBroadcastStormComesToAnEnd() {
        DeviceId[] devices = new DeviceId[6];
        for (int i = 0; i < devices.length; i++) {
            devices[i] = device(i + 1);
            net.addPort(at(devices[i], 99)).add(rule(devices[i], 0, 1, match(), act().setOutput(PortNumber.FLOOD)));
            for (int j = 0; j < i; j++) {
                net.link(at(devices[i], j + 1), at(devices[j], i + 1));
            }
        }

        assertTrue(net.inject(at(S1, 99), packet).isLooping());
    }

    @Test
    void copiesToOnePlaceAreDuplicatesAndToTwoPlacesAreNot() {
        net.addPort(at(S1, 1)).addPort(at(S1, 4)).link(at(S1, 2), at(S2, 1)).link(at(S1, 3), at(S2, 2))
                .attach(b, at(S2, 3));
        net.add(rule(S1, 0, 10, match(), out(2).setOutput(port(3)).setOutput(port(4))),
                rule(S2, 0, 10, match(), out(3)));

        Trace trace = net.inject(at(S1, 1), packet);

        assertEquals(3, trace.deliveries().size());
        assertEquals(at(S2, 3), trace.duplicates().get(0).at());
        assertEquals(1, trace.duplicates().size());
        assertFalse(trace.isLooping());
        assertEquals(2, b.received().size());
        assertTrue(trace.toString().contains("DUPLICATE delivered at"), trace::toString);
    }

    @Test
    void ofSeveralHostsAtOnePortThoseTakeItThatItIsAddressedTo() {
        net.addPort(at(S1, 1)).attach(a, at(S1, 2)).attach(b, at(S1, 2));
        net.add(rule(S1, 0, 10, match(), out(2)));

        Trace trace = net.inject(at(S1, 1), packet);
        assertEquals(List.of(b), trace.delivery().receivers());
        assertEquals(1, a.ignored().size());

        Frame broadcast = Packets.gratuitousArp(MacAddress.valueOf(5), Ip4Address.valueOf("10.0.0.5"));
        assertEquals(List.of(a, b), net.inject(at(S1, 1), broadcast).delivery().receivers());
    }

    @Test
    void aHostThatHasMovedGetsNothingAtItsOldPort() {
        line();
        net.attach(b, at(S2, 3));

        Trace trace = net.send(a, packet);

        assertFalse(trace.isDeliveredTo(b));
        assertTrue(trace.delivery().receivers().isEmpty());
        assertTrue(b.received().isEmpty());
        assertEquals(at(S2, 3), net.location(b).get());
        assertTrue(trace.toString().contains("to nobody"), trace::toString);
    }

    @Test
    void aHostForgetsWhatArrived() {
        line();
        net.send(a, packet);
        b.clear();

        assertTrue(b.received().isEmpty());
    }

    @Test
    void unknownPortsAndHostsThatAreNowhereAreErrorsOfTheTest() {
        line();
        net.detach(a);

        assertThrows(IllegalStateException.class, () -> net.send(a, packet));
        assertThrows(IllegalArgumentException.class, () -> net.inject(at(S1, 9), packet));
        assertThrows(IllegalArgumentException.class, () -> net.inject(at(device(9), 1), packet));
    }
}
