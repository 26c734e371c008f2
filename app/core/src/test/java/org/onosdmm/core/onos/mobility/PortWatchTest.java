/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.onos.mobility;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.onlab.packet.Ethernet;
import org.onlab.packet.IpAddress;
import org.onosdmm.api.MobileNodeId;
import org.onosdmm.core.emulation.Emulation;
import org.onosdmm.core.emulation.Station;
import org.onosdmm.core.engine.HeldPacket;
import org.onosdmm.core.onos.packet.PacketsOut;
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
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

/** Nodes that have vanished are asked for at ports that come up. */
class PortWatchTest {
    private final Emulation net = Emulation.campus();
    private final Station node = net.station("mn", 1, "10.1.0.10");
    private final BlockingQueue<List<Object>> asked = new LinkedBlockingQueue<>();
    private final PortWatch watch = new PortWatch();
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

    private final class Questions implements PacketsOut {
        @Override
        public void ask(ConnectPoint port, MobileNodeId id, IpAddress address) {
            asked.add(List.of(port, id, address));
        }

        @Override
        public void send(ConnectPoint port, Ethernet frame) {
            throw new UnsupportedOperationException();
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

    private List<Object> question() throws InterruptedException {
        return asked.poll(10, TimeUnit.SECONDS);
    }

    @Test
    void aNodeThatHasVanishedIsAskedFor() throws InterruptedException {
        vanish();
        up(net.topology().access(2));
        assertEquals(List.of(net.topology().access(2), node.id(), node.address()), question());
    }

    @Test
    void alsoIfItsOldPortGoesDownAfterTheNewOneHasComeUp() throws InterruptedException {
        up(net.topology().access(2));
        assertNull(asked.poll(20, TimeUnit.MILLISECONDS), "it has not vanished yet");
        vanish();
        assertEquals(List.of(net.topology().access(2), node.id(), node.address()), question());
    }

    @Test
    void notAtPortsThatLeadElsewhere() throws InterruptedException {
        vanish();
        up(net.topology().uplink(2));
        up(net.topology().fabric(2, 1));
        up(net.topology().access(3));
        assertEquals(net.topology().access(3), question().get(0), "and the first one is that");
    }
}
