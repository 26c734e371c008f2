/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.onos.mobility;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.onlab.packet.ARP;
import org.onlab.packet.Ethernet;
import org.onlab.packet.Ip4Address;
import org.onlab.packet.IpAddress;
import org.onlab.packet.MacAddress;
import org.onosdmm.api.MobileNodeId;
import org.onosdmm.core.emulation.Emulation;
import org.onosdmm.core.emulation.Station;
import org.onosdmm.core.engine.HeldPacket;
import org.onosdmm.core.onos.packet.PacketsOut;
import org.onosdmm.core.packet.ArpAnswers;
import org.onosdmm.dataplane.Packets;
import org.onosproject.net.ConnectPoint;
import org.onosproject.net.DefaultDevice;
import org.onosproject.net.DefaultPort;
import org.onosproject.net.Device;
import org.onosproject.net.device.DeviceEvent;
import org.onosproject.net.device.DeviceListener;
import org.onosproject.net.device.DeviceServiceAdapter;
import org.onosproject.net.host.HostEvent;
import org.onosproject.net.provider.ProviderId;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Nodes that have vanished are asked for at ports that come up. */
class PortWatchTest {
    private final Emulation net = Emulation.campus();
    private final Station node = net.station("mn", 1, "10.1.0.10");
    private final Deque<List<Object>> asked = new ArrayDeque<>();
    private final Deque<List<Object>> everybody = new ArrayDeque<>();
    private final PortWatch watch = new Watch();
    private Station listens;
    private DeviceListener listener;

    @BeforeEach
    void start() {
        watch.engines = new EmulatedEngines(net);
        watch.deviceService = new DeviceServiceAdapter() {
            @Override
            public void addListener(DeviceListener added) {
                listener = added;
            }
        };
        watch.packets = new Questions();
        watch.activate();
    }

    @AfterEach
    void stop() {
        watch.deactivate();
    }

    /** By the emulation's time. */
    private final class Watch extends PortWatch {
        @Override
        protected void schedule(Runnable task, long delay) {
            net.clock().after(1_000 * delay, task);
        }

        @Override
        protected long nanos() {
            return 1_000 * net.clock().micros();
        }
    }

    private final class Questions implements PacketsOut {
        @Override
        public void ask(ConnectPoint port, MobileNodeId id, IpAddress address) {
            asked.add(List.of(port, id, address));
        }

        /** Who only listens answers, and that is all. */
        @Override
        public void send(ConnectPoint port, Ethernet frame) {
            IpAddress address = ArpAnswers.address(((ARP) frame.getPayload()).getTargetProtocolAddress());
            everybody.add(List.of(port, frame.getDestinationMAC(), address));
            if (listens != null && listens.location().equals(Optional.of(port))
                    && listens.addresses().contains(address)) {
                net.wires().send(port, Packets.arpReply(listens.mac(), address.getIp4Address(),
                        net.domain().gatewayMac(), Ip4Address.valueOf("10.1.0.1")));
            }
        }

        @Override
        public void send(ConnectPoint port, ByteBuffer frame) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void release(HeldPacket packet) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void hand(HeldPacket packet, MobileNodeId node, ConnectPoint port) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void probe(MobileNodeId id, IpAddress address, ConnectPoint place) {
            throw new UnsupportedOperationException();
        }
    }

    private void vanish() {
        node.leave();
        net.hostSeen(HostEvent.Type.HOST_REMOVED, node, net.topology().access(1), 0);
        net.run(50);
    }

    private void up(ConnectPoint port) {
        Device device = new DefaultDevice(ProviderId.NONE, port.deviceId(), Device.Type.SWITCH, "", "", "", "", null);
        listener.event(new DeviceEvent(DeviceEvent.Type.PORT_UPDATED, device,
                new DefaultPort(device, port.port(), true)));
    }

    @Test
    void aNodeThatHasVanishedIsAskedFor() {
        vanish();
        up(net.topology().access(2));
        net.run(0);
        assertEquals(List.of(List.of(net.topology().access(2), node.id(), node.address())), List.copyOf(asked));
        net.run(3_000);
        assertEquals(4, asked.size());
    }

    @Test
    void alsoIfItsOldPortGoesDownAfterTheNewOneHasComeUp() {
        up(net.topology().access(2));
        net.run(20);
        assertTrue(asked.isEmpty(), "it has not vanished yet");
        vanish();
        net.run(50);
        assertEquals(List.of(net.topology().access(2), node.id(), node.address()), asked.getFirst());
    }

    @Test
    void notAtPortsThatLeadElsewhere() {
        vanish();
        up(net.topology().uplink(2));
        up(net.topology().fabric(2, 1));
        net.run(3_000);
        assertTrue(asked.isEmpty() && everybody.isEmpty());
    }

    /** Another MAC address, and not a word from it: it can have the address once the holder may lose it. */
    @Test
    void whoHasTheAddressByNowAndOnlyListensIsFound() {
        vanish();
        ConnectPoint place = net.topology().access(2);
        listens = net.station("heir", "10.1.0.66", "10.1.0.10").at(place);
        up(place);
        net.age(5);
        assertEquals(List.of(place, MacAddress.BROADCAST, node.address()), everybody.getFirst());
        assertEquals(Optional.of(node.id()), net.mobility().holder(node.address()), "it may be back in time");
        net.age(20);
        assertEquals(Optional.of(listens.id()), net.mobility().holder(node.address()));
        assertEquals(place, net.binding(listens).current().poa());
        int questions = everybody.size();
        assertTrue(questions <= 5, questions + " questions");
        net.age(60);
        assertEquals(questions, everybody.size(), "nobody is asked for any more");
        net.assertExact();
    }

    @Test
    void whoIsBackIsNotAskedForAnyMore() {
        vanish();
        up(net.topology().access(2));
        net.run(1_000);
        node.at(net.topology().access(2)).announce();
        net.run(20_000);
        assertTrue(everybody.isEmpty());
    }

    @Test
    void aPortThatFlapsMakesNoStorm() {
        for (int i = 0; i < 100; i++) {
            Station one = net.station("n" + i, 1, "10.1.0." + (20 + i));
            one.leave();
            net.hostSeen(HostEvent.Type.HOST_REMOVED, one, net.topology().access(1), 0);
        }
        net.run(50);
        for (int i = 0; i < 100; i++) {
            up(net.topology().access(2));
            net.run(100);
        }
        net.run(60_000);
        assertTrue(asked.size() + everybody.size() <= 200 + 200 * 12 + 64 * 4, asked.size() + " and "
                + everybody.size() + " questions");
        assertTrue(everybody.size() > 64, everybody.size() + " to everybody");
    }
}
