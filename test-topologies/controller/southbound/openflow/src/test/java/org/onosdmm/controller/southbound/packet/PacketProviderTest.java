/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.controller.southbound.packet;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.onlab.packet.Ethernet;
import org.onlab.packet.MacAddress;
import org.onosdmm.controller.southbound.FakeController;
import org.onosdmm.controller.southbound.FakeRegistry;
import org.onosdmm.controller.southbound.FakeSwitch;
import org.onosproject.net.ConnectPoint;
import org.onosproject.net.DeviceId;
import org.onosproject.net.PortNumber;
import org.onosproject.net.flow.DefaultTrafficTreatment;
import org.onosproject.net.flow.TrafficTreatment;
import org.onosproject.net.packet.DefaultOutboundPacket;
import org.onosproject.net.packet.PacketContext;
import org.onosproject.net.packet.PacketProvider;
import org.onosproject.net.packet.PacketProviderRegistry;
import org.onosproject.net.packet.PacketProviderService;
import org.onosproject.net.provider.AbstractProviderService;
import org.projectfloodlight.openflow.protocol.OFPacketIn;
import org.projectfloodlight.openflow.protocol.OFPacketInReason;
import org.projectfloodlight.openflow.protocol.OFPacketOut;
import org.projectfloodlight.openflow.protocol.action.OFActionOutput;
import org.projectfloodlight.openflow.protocol.match.MatchField;
import org.projectfloodlight.openflow.types.OFBufferId;
import org.projectfloodlight.openflow.types.OFPort;
import org.projectfloodlight.openflow.types.TableId;
import org.projectfloodlight.openflow.types.U64;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

class PacketProviderTest {

    private static final DeviceId DEVICE = DeviceId.deviceId("of:0000000000000001");

    private static final class Inbox extends AbstractProviderService<PacketProvider> implements PacketProviderService {
        private final List<PacketContext> packets = new ArrayList<>();
        private Thread thread;

        private Inbox() {
            super(null);
        }

        @Override
        public void processPacket(PacketContext context) {
            packets.add(context);
            thread = Thread.currentThread();
        }
    }

    private static final class Registry extends FakeRegistry<PacketProvider, PacketProviderService>
            implements PacketProviderRegistry {
        private Registry(PacketProviderService service) {
            super(service);
        }
    }

    private final Inbox inbox = new Inbox();
    private final FakeController controller = new FakeController();
    private final FakeSwitch sw = new FakeSwitch(1);
    private final OpenFlowPacketProvider provider = new OpenFlowPacketProvider();

    @BeforeEach
    void activate() {
        provider.registry = new Registry(inbox);
        provider.controller = controller;
        provider.activate();
        controller.connect(sw);
    }

    private static byte[] frame() {
        Ethernet frame = new Ethernet();
        frame.setEtherType((short) 0x88b5)
                .setSourceMACAddress(MacAddress.valueOf("02:00:00:00:00:01"))
                .setDestinationMACAddress(MacAddress.valueOf("02:00:00:00:00:02"));
        frame.setPayload(new org.onlab.packet.Data(new byte[] {1, 2, 3, 4}));
        return frame.serialize();
    }

    private static OFPacketIn packetIn(byte[] data) {
        return FakeSwitch.FACTORY.buildPacketIn()
                .setBufferId(OFBufferId.NO_BUFFER)
                .setTotalLen(data.length)
                .setReason(OFPacketInReason.ACTION)
                .setTableId(TableId.of(2))
                .setCookie(U64.of(0x77))
                .setMatch(FakeSwitch.FACTORY.buildMatch().setExact(MatchField.IN_PORT, OFPort.of(7)).build())
                .setData(data)
                .build();
    }

    private static List<OFPort> ports(OFPacketOut message) {
        return message.getActions().stream().map(action -> ((OFActionOutput) action).getPort())
                .collect(Collectors.toList());
    }

    private PacketContext received() {
        controller.receive(sw, packetIn(frame()));
        return inbox.packets.get(inbox.packets.size() - 1);
    }

    private void emit(PortNumber inPort, TrafficTreatment treatment) {
        provider.emit(inPort == null
                ? new DefaultOutboundPacket(DEVICE, treatment, ByteBuffer.wrap(frame()))
                : new DefaultOutboundPacket(DEVICE, treatment, ByteBuffer.wrap(frame()), inPort));
    }

    private OFPacketOut onlyPacketOut() {
        List<OFPacketOut> all = sw.sent(OFPacketOut.class);
        assertEquals(1, all.size());
        return all.get(0);
    }

    @Test
    void aPacketComesInWithItsPlaceAndCookie() {
        PacketContext packet = received();
        assertEquals(new ConnectPoint(DEVICE, PortNumber.portNumber(7)), packet.inPacket().receivedFrom());
        assertEquals(Optional.of(0x77L), packet.inPacket().cookie());
        assertEquals(MacAddress.valueOf("02:00:00:00:00:01"), packet.inPacket().parsed().getSourceMAC());
        assertArrayEquals(frame(), PacketOuts.bytes(packet.inPacket().unparsed()));
    }

    @Test
    void aPacketIsHandedUpOnTheThreadThatReadIt() {
        received();
        assertSame(Thread.currentThread(), inbox.thread);
    }

    @Test
    void aPacketIsSentOnFromWhereItCameIn() {
        PacketContext packet = received();
        packet.treatmentBuilder().setOutput(PortNumber.TABLE);
        packet.send();
        OFPacketOut out = onlyPacketOut();
        assertEquals(OFPort.of(7), out.getInPort());
        assertEquals(List.of(OFPort.TABLE), ports(out));
        assertArrayEquals(frame(), out.getData());
        assertEquals(OFBufferId.NO_BUFFER, out.getBufferId());
    }

    @Test
    void aPacketIsSentOnOnce() {
        PacketContext packet = received();
        packet.treatmentBuilder().setOutput(PortNumber.portNumber(1));
        packet.send();
        packet.send();
        assertTrue(packet.isHandled());
        onlyPacketOut();
    }

    @Test
    void aBlockedPacketIsNotSentOn() {
        PacketContext packet = received();
        packet.block();
        packet.treatmentBuilder().setOutput(PortNumber.portNumber(1));
        packet.send();
        assertTrue(sw.sent(OFPacketOut.class).isEmpty());
    }

    @Test
    void aPacketSentOnGoesToAllItsOutputs() {
        PacketContext packet = received();
        packet.treatmentBuilder().setOutput(PortNumber.portNumber(1)).setOutput(PortNumber.IN_PORT);
        packet.send();
        assertEquals(List.of(OFPort.of(1), OFPort.IN_PORT), ports(onlyPacketOut()));
    }

    @Test
    void ourOwnPacketComesFromTheController() {
        emit(null, DefaultTrafficTreatment.builder().setOutput(PortNumber.portNumber(4)).build());
        OFPacketOut out = onlyPacketOut();
        assertEquals(OFPort.CONTROLLER, out.getInPort());
        assertEquals(List.of(OFPort.of(4)), ports(out));
    }

    @Test
    void ourOwnPacketMayPretendToComeFromAPort() {
        emit(PortNumber.portNumber(9), DefaultTrafficTreatment.builder().setOutput(PortNumber.TABLE).build());
        OFPacketOut out = onlyPacketOut();
        assertEquals(OFPort.of(9), out.getInPort());
        assertEquals(List.of(OFPort.TABLE), ports(out));
    }

    @Test
    void severalOutputsAreOneMessage() {
        emit(null, DefaultTrafficTreatment.builder()
                .setOutput(PortNumber.portNumber(1)).setOutput(PortNumber.portNumber(2)).build());
        assertEquals(List.of(OFPort.of(1), OFPort.of(2)), ports(onlyPacketOut()));
    }

    @Test
    void whatAStockOnosWouldLeaveOutIsRefused() {
        emit(null, DefaultTrafficTreatment.builder().setEthDst(MacAddress.BROADCAST)
                .setOutput(PortNumber.portNumber(1)).build());
        assertTrue(sw.sent(OFPacketOut.class).isEmpty());
        PacketContext packet = received();
        packet.treatmentBuilder().setEthDst(MacAddress.BROADCAST).setOutput(PortNumber.portNumber(1));
        packet.send();
        assertTrue(sw.sent(OFPacketOut.class).isEmpty());
    }

    @Test
    void packetForALostSwitchIsDropped() {
        controller.lose(sw);
        emit(null, DefaultTrafficTreatment.builder().setOutput(PortNumber.portNumber(1)).build());
        assertTrue(sw.sent.isEmpty());
    }

    @Test
    void whatCannotBeReadIsHandedUpAsItIs() {
        controller.receive(sw, packetIn(new byte[] {1, 2, 3}));
        assertNull(inbox.packets.get(0).inPacket().parsed());
        assertArrayEquals(new byte[] {1, 2, 3}, PacketOuts.bytes(inbox.packets.get(0).inPacket().unparsed()));
    }

    @Test
    void nothingComesAfterDeactivation() {
        provider.deactivate();
        controller.receive(sw, packetIn(frame()));
        assertTrue(inbox.packets.isEmpty());
    }

    @Test
    void bytesAreTakenFromAPartOfABuffer() {
        ByteBuffer whole = ByteBuffer.wrap(new byte[] {9, 1, 2, 9});
        whole.position(1);
        ByteBuffer part = whole.slice();
        part.limit(2);
        assertArrayEquals(new byte[] {1, 2}, PacketOuts.bytes(part));
    }
}
