/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.onos.mobility;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.onlab.packet.DHCP.MsgType;
import org.onlab.packet.Ip4Address;
import org.onlab.packet.Ip6Address;
import org.onlab.packet.IpAddress;
import org.onlab.packet.MacAddress;
import org.onosdmm.api.AddressGrant;
import org.onosdmm.core.dhcp.ClientFrame;
import org.onosdmm.core.emulation.DhcpClient;
import org.onosdmm.core.emulation.Emulation;
import org.onosdmm.core.emulation.Outside;
import org.onosdmm.core.emulation.Station;
import org.onosdmm.core.emulation.Topology;
import org.onosdmm.core.model.Domain;
import org.onosdmm.dataplane.Frame;
import org.onosdmm.dataplane.Packets;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** One port sends what makes no sense: nobody else loses an address, a place or a packet by it. */
class HostileFramesTest {

    private static final int FRAMES = 3_000;
    private static final Ip6Address VICTIM6 = Ip6Address.valueOf("2001:db8:0:1::10");
    private static final IpAddress WEB = Outside.address(30);

    private final long seed = new Random().nextLong();
    private final Random random = new Random(seed);
    private Emulation net;
    private Station victim;
    private DhcpClient client;
    private Station forger;

    @BeforeEach
    void attach() {
        net = Emulation.of(Topology.campusDhcp());
        victim = net.station("victim", 1, "10.1.0.10", VICTIM6.toString());
        client = new DhcpClient(net, 0x10).at(net.topology().second(1)).start();
        forger = net.station("forger", 2, "10.2.0.66");
        net.settle();
    }

    /** Messages that are right in themselves, about the victims and others, by any sender. */
    private List<Frame> messages() {
        MacAddress mac = List.of(forger.mac(), victim.mac(), client.mac(), MacAddress.BROADCAST)
                .get(random.nextInt(4));
        Ip4Address granted = client.address().getIp4Address();
        String gateway = client.gateway();
        return List.of(
                Packets.neighborAdvertisement(mac, VICTIM6), Packets.duplicateDetection(mac, VICTIM6),
                Packets.neighborSolicitation(mac, VICTIM6, Ip6Address.valueOf("2001:db8:0:1::1")),
                Packets.routerSolicitation(mac, Domain.linkLocal(mac)),
                Packets.gratuitousArp(mac, granted), Packets.arpProbe(mac, granted),
                frame(ClientFrame.of(mac, MsgType.DHCPRELEASE).own(granted.toString()).server(gateway)),
                frame(ClientFrame.of(mac, MsgType.DHCPDECLINE).asking(granted.toString()).server(gateway)),
                frame(ClientFrame.of(mac, MsgType.DHCPREQUEST).asking(granted.toString()).server(gateway)),
                frame(ClientFrame.of(mac, MsgType.DHCPINFORM).own(granted.toString())),
                frame(ClientFrame.of(mac, MsgType.DHCPDISCOVER)));
    }

    private static Frame frame(ClientFrame message) {
        return Frame.of(message.bytes());
    }

    /** Some octets behind the Ethernet header are others, and maybe the end is missing. */
    private Frame spoilt(Frame frame) {
        byte[] octets = new byte[frame.buffer().remaining()];
        frame.buffer().duplicate().get(octets);
        for (int i = random.nextInt(4); i > 0; i--) {
            octets[14 + random.nextInt(octets.length - 14)] = (byte) random.nextInt();
        }
        int length = random.nextInt(4) > 0 ? octets.length : 14 + random.nextInt(octets.length - 14);
        return Frame.of(Arrays.copyOf(octets, length));
    }

    private void send(Frame frame) {
        try {
            forger.send(frame);
            net.runMicros(500);
        } catch (RuntimeException e) {
            assertTrue(isUnreadable(frame), () -> "seed " + seed + ": " + e);
        }
    }

    /** ONOS shows no frame that it cannot read itself; the emulation throws. */
    private static boolean isUnreadable(Frame frame) {
        try {
            frame.ethernet();
            return false;
        } catch (RuntimeException e) {
            return true;
        }
    }

    @Test
    void nobodyElseLosesAnything() {
        for (int i = 0; i < FRAMES; i++) {
            List<Frame> messages = messages();
            send(spoilt(messages.get(random.nextInt(messages.size()))));
        }
        net.run(10_000);
        victim.say(WEB, 5_000, 80, "still here");
        client.say(WEB, 5_001, 80, "me too");
        net.settle();
        assertEquals(net.topology().access(1), net.binding(victim).current().poa(), () -> "seed " + seed);
        assertTrue(net.binding(victim).addresses().containsAll(Set.of(victim.address(), VICTIM6)), "seed " + seed);
        assertEquals(net.topology().second(1), net.mobility().state(client.id()).get().binding().current().poa(),
                () -> "seed " + seed);
        AddressGrant grant = net.stores().grants().at(client.address()).get();
        assertEquals(AddressGrant.State.GRANTED, grant.state(), () -> "seed " + seed);
        assertEquals(client.id(), grant.node(), () -> "seed " + seed);
        List<String> heard = List.of("still here", "me too");
        assertTrue(net.outside().heard().stream().map(h -> h.text()).filter(heard::contains).count() == 2,
                () -> "seed " + seed);
    }
}
