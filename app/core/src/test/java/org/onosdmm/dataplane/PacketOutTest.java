/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.dataplane;

import org.junit.jupiter.api.Test;
import org.onosproject.net.PortNumber;
import org.onosproject.net.flow.TrafficTreatment;
import org.onosproject.net.packet.DefaultOutboundPacket;

import java.util.ArrayList;
import java.util.List;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.onosdmm.dataplane.Samples.MAC_B;
import static org.onosdmm.dataplane.Samples.S1;
import static org.onosdmm.dataplane.Samples.S2;
import static org.onosdmm.dataplane.Samples.act;
import static org.onosdmm.dataplane.Samples.at;
import static org.onosdmm.dataplane.Samples.match;
import static org.onosdmm.dataplane.Samples.oneSwitch;
import static org.onosdmm.dataplane.Samples.out;
import static org.onosdmm.dataplane.Samples.port;
import static org.onosdmm.dataplane.Samples.rule;

/** What the controller sends out (OpenFlow 1.3.5 section A.3.7). */
class PacketOutTest {
    private final DataPlane net = oneSwitch(3);
    private final Frame packet = Packets.udp().ip("10.0.0.1", "10.0.1.1").build();

    private Trace send(TrafficTreatment.Builder treatment, PortNumber inPort) {
        return net.packetOut(S1, treatment.build(), packet, inPort);
    }

    @Test
    void leavesByThePortWithoutMeetingAnyTable() {
        Trace trace = send(out(2), PortNumber.CONTROLLER);

        assertEquals(at(S1, 2), trace.delivery().at());
        assertTrue(trace.rules().isEmpty());
    }

    @Test
    void goesThroughTheTablesWithItsInPort() {
        net.add(rule(S1, 0, 10, match().matchInPort(port(3)), out(2)));

        assertEquals(at(S1, 2), send(act().setOutput(PortNumber.TABLE), port(3)).delivery().at());
        assertEquals(Drop.Reason.TABLE_MISS, send(act().setOutput(PortNumber.TABLE), port(1)).drop().reason());
    }

    @Test
    void throughTheTablesIsNotSentBackByItsInPort() {
        net.add(rule(S1, 0, 10, match(), out(2)));

        assertEquals(Drop.Reason.OUTPUT_TO_IN_PORT, send(act().setOutput(PortNumber.TABLE), port(2)).drop().reason());
    }

    @Test
    void mayChangeThePacketFirst() {
        assertEquals(MAC_B, send(act().setEthDst(MAC_B).setOutput(port(2)), port(1)).delivery().frame().ethDst());
    }

    @Test
    void floodsToAllPortsButItsInPort() {
        assertEquals(3, send(act().setOutput(PortNumber.FLOOD), PortNumber.CONTROLLER).deliveries().size());
        assertEquals(2, send(act().setOutput(PortNumber.FLOOD), port(1)).deliveries().size());
    }

    @Test
    void goesOnOverLinks() {
        net.link(at(S1, 3), at(S2, 1)).addPort(at(S2, 2));
        net.add(rule(S2, 0, 10, match(), out(2)));

        assertEquals(at(S2, 2), send(out(3), PortNumber.CONTROLLER).delivery().at());
    }

    @Test
    void cannotBePartOfTheOnesThatNeedATable() {
        assertThrows(FlowModException.class, () -> send(act().transition(1), port(1)));
        assertThrows(FlowModException.class, () -> send(act().writeMetadata(1, 1), port(1)));
    }

    @Test
    void needsTheControlChannel() {
        net.faults().disconnect(S1);

        assertThrows(FlowModException.class, () -> send(out(2), port(1)));
    }

    @Test
    void ofOnosHasTheControllerAsInPortUnlessItSaysOtherwise() {
        net.add(rule(S1, 0, 10, match().matchInPort(PortNumber.CONTROLLER), out(2)),
                rule(S1, 0, 10, match().matchInPort(port(1)), out(3)));
        TrafficTreatment table = act().setOutput(PortNumber.TABLE).build();

        assertEquals(at(S1, 2), net.packetOut(new DefaultOutboundPacket(S1, table, packet.buffer())).delivery().at());
        assertEquals(at(S1, 3), net.packetOut(new DefaultOutboundPacket(S1, table, packet.buffer(), port(1)))
                .delivery().at());
    }

    /** ONOS's OpenFlow provider sends the outputs and leaves everything else out. */
    @Test
    void ofOnosCannotChangeThePacket() {
        TrafficTreatment change = act().setEthDst(MAC_B).setOutput(port(2)).build();

        assertThrows(FlowModException.class,
                () -> net.packetOut(new DefaultOutboundPacket(S1, change, packet.buffer())));
    }

    @Test
    void toTheControllerComesBackAsPacketIn() {
        List<Punt> heard = new ArrayList<>();
        net.onPunt(heard::add);

        Trace trace = send(act().setOutput(PortNumber.CONTROLLER), port(1));

        assertEquals(at(S1, 1), trace.punt().at());
        assertEquals(trace.punts(), heard);
    }

    @Test
    void canBeTheAnswerToAPacketIn() {
        net.add(rule(S1, 0, 10, match(), act().punt()));
        List<Trace> answers = new ArrayList<>();
        net.onPunt(punt -> answers.add(net.packetOut(S1, out(2).build(), punt.frame(), punt.at().port())));

        net.inject(at(S1, 1), packet);

        assertEquals(at(S1, 2), answers.get(0).delivery().at());
    }
}
