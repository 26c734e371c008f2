/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.controller.southbound.link;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.onlab.packet.ChassisId;
import org.onlab.packet.DeserializationException;
import org.onlab.packet.Ethernet;
import org.onlab.packet.IpAddress;
import org.onlab.packet.MacAddress;
import org.onosproject.cluster.ClusterMetadata;
import org.onosproject.cluster.ClusterMetadataServiceAdapter;
import org.onosproject.cluster.DefaultControllerNode;
import org.onosproject.cluster.NodeId;
import org.onosproject.core.ApplicationId;
import org.onosproject.core.CoreServiceAdapter;
import org.onosproject.core.DefaultApplicationId;
import org.onosproject.mastership.MastershipServiceAdapter;
import org.onosproject.net.ConnectPoint;
import org.onosproject.net.DefaultDevice;
import org.onosproject.net.DefaultPort;
import org.onosproject.net.Device;
import org.onosproject.net.DeviceId;
import org.onosproject.net.Port;
import org.onosproject.net.PortNumber;
import org.onosproject.net.device.DeviceEvent;
import org.onosproject.net.device.DeviceListener;
import org.onosproject.net.device.DeviceServiceAdapter;
import org.onosproject.net.flow.TrafficSelector;
import org.onosproject.net.flow.instructions.Instructions.OutputInstruction;
import org.onosproject.net.link.LinkDescription;
import org.onosproject.net.link.LinkProvider;
import org.onosproject.net.link.LinkProviderRegistry;
import org.onosproject.net.link.LinkProviderService;
import org.onosproject.net.packet.DefaultInboundPacket;
import org.onosproject.net.packet.InboundPacket;
import org.onosproject.net.packet.OutboundPacket;
import org.onosproject.net.packet.PacketContextAdapter;
import org.onosproject.net.packet.PacketPriority;
import org.onosproject.net.packet.PacketProcessor;
import org.onosproject.net.packet.PacketServiceAdapter;
import org.onosproject.net.provider.AbstractProviderService;
import org.onosproject.net.provider.ProviderId;

import java.nio.ByteBuffer;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

class LldpLinkProviderTest {

    private static final ConnectPoint NEAR = place("of:0000000000000001", 2);
    private static final ConnectPoint FAR = place("of:0000000000000002", 3);
    private static final ProviderId PROVIDER = new ProviderId("of", "test");

    /** Writes down what ONOS is told. */
    private static final class Told extends AbstractProviderService<LinkProvider> implements LinkProviderService {
        private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();

        private Told() {
            super(null);
        }

        @Override
        public void linkDetected(LinkDescription link) {
            lines.add(link.type() + " " + link.src() + " " + link.dst());
        }

        @Override
        public void linkVanished(LinkDescription link) {
            lines.add("vanished " + link.src() + " " + link.dst());
        }

        @Override
        public void linksVanished(ConnectPoint place) {
            lines.add("vanished " + place);
        }

        @Override
        public void linksVanished(DeviceId device) {
            lines.add("vanished " + device);
        }
    }

    /** The network: keeps probes that are sent. */
    private static final class Packeting extends PacketServiceAdapter {
        private final BlockingQueue<OutboundPacket> sent = new LinkedBlockingQueue<>();
        private final Set<String> requests = new HashSet<>();
        private PacketProcessor processor;

        @Override
        public void emit(OutboundPacket packet) {
            sent.add(packet);
        }

        @Override
        public void addProcessor(PacketProcessor added, int priority) {
            processor = added;
        }

        @Override
        public void removeProcessor(PacketProcessor removed) {
            processor = null;
        }

        @Override
        public void requestPackets(TrafficSelector selector, PacketPriority priority, ApplicationId app) {
            requests.add(selector.criteria() + " " + priority.name());
        }

        @Override
        public void cancelPackets(TrafficSelector selector, PacketPriority priority, ApplicationId app) {
            requests.remove(selector.criteria() + " " + priority.name());
        }

        /** The next probe of a kind from a port. */
        private OutboundPacket probe(ConnectPoint from, short type) throws InterruptedException {
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(5);
            while (System.nanoTime() < end) {
                OutboundPacket packet = sent.poll(100, TimeUnit.MILLISECONDS);
                if (packet != null && isFrom(packet, from) && parsed(packet).getEtherType() == type) {
                    return packet;
                }
            }
            throw new AssertionError("no probe from " + from);
        }
    }

    private final Told told = new Told();
    private final Packeting packets = new Packeting();
    private final Map<ConnectPoint, Port> ports = new ConcurrentHashMap<>();
    private final LldpLinkProvider provider = new LldpLinkProvider();
    private DeviceListener deviceListener;
    private volatile boolean master = true;
    private volatile boolean available = true;

    private static ConnectPoint place(String device, long port) {
        return new ConnectPoint(DeviceId.deviceId(device), PortNumber.portNumber(port));
    }

    private static Device device(DeviceId id) {
        return new DefaultDevice(PROVIDER, id, Device.Type.SWITCH, "", "", "", "", new ChassisId(7));
    }

    private static boolean isFrom(OutboundPacket packet, ConnectPoint place) {
        return packet.sendThrough().equals(place.deviceId()) && packet.treatment().allInstructions().stream()
                .anyMatch(output -> ((OutputInstruction) output).port().equals(place.port()));
    }

    private static Ethernet parsed(OutboundPacket packet) {
        byte[] bytes = packet.data().array();
        try {
            return Ethernet.deserializer().deserialize(bytes, 0, bytes.length);
        } catch (DeserializationException e) {
            throw new AssertionError(e);
        }
    }

    private static InboundPacket arrived(OutboundPacket packet, ConnectPoint at) {
        return new DefaultInboundPacket(at, parsed(packet), packet.data(), Optional.empty());
    }

    @BeforeEach
    void activate() {
        provider.coreService = new CoreServiceAdapter() {
            @Override
            public ApplicationId registerApplication(String name) {
                return new DefaultApplicationId(1, name);
            }
        };
        provider.registry = new LinkProviderRegistry() {
            @Override
            public LinkProviderService register(LinkProvider registered) {
                return told;
            }

            @Override
            public void unregister(LinkProvider registered) {
                // nobody looks
            }

            @Override
            public Set<ProviderId> getProviders() {
                return Set.of();
            }
        };
        provider.packetService = packets;
        provider.mastershipService = new MastershipServiceAdapter() {
            @Override
            public boolean isLocalMaster(DeviceId device) {
                return master;
            }
        };
        provider.clusterMetadataService = new ClusterMetadataServiceAdapter() {
            @Override
            public ClusterMetadata getClusterMetadata() {
                return cluster("secret");
            }
        };
        provider.deviceService = new DeviceServiceAdapter() {
            @Override
            public void addListener(DeviceListener listener) {
                deviceListener = listener;
            }

            @Override
            public void removeListener(DeviceListener listener) {
                deviceListener = null;
            }

            @Override
            public Iterable<Device> getAvailableDevices() {
                return ports.keySet().stream().map(ConnectPoint::deviceId).distinct()
                        .map(LldpLinkProviderTest::device).collect(Collectors.toList());
            }

            @Override
            public boolean isAvailable(DeviceId device) {
                return available;
            }

            @Override
            public Device getDevice(DeviceId device) {
                return device(device);
            }

            @Override
            public List<Port> getPorts(DeviceId device) {
                return ports.values().stream().filter(port -> port.element().id().equals(device))
                        .collect(Collectors.toList());
            }

            @Override
            public Port getPort(ConnectPoint place) {
                return ports.get(place);
            }

            private Device device(DeviceId id) {
                return LldpLinkProviderTest.device(id);
            }
        };
        provider.activate();
    }

    private static ClusterMetadata cluster(String secret) {
        DefaultControllerNode node = new DefaultControllerNode(NodeId.nodeId("n"), IpAddress.valueOf("127.0.0.1"));
        return new ClusterMetadata("test", node, Set.of(node), Set.of(), secret);
    }

    @AfterEach
    void deactivate() {
        if (deviceListener != null) {
            provider.deactivate();
        }
    }

    private void port(ConnectPoint place, DeviceEvent.Type type, boolean up) {
        Device device = device(place.deviceId());
        Port port = new DefaultPort(device, place.port(), up);
        ports.put(place, port);
        deviceListener.event(new DeviceEvent(type, device, port));
    }

    private void up(ConnectPoint place) {
        port(place, DeviceEvent.Type.PORT_ADDED, true);
    }

    private PacketContextAdapter receive(OutboundPacket packet, ConnectPoint at) {
        PacketContextAdapter context = new PacketContextAdapter(0, arrived(packet, at), packet, false);
        packets.processor.process(context);
        return context;
    }

    private String next() throws InterruptedException {
        return told.lines.poll(5, TimeUnit.SECONDS);
    }

    @Test
    void probesAreAskedFor() {
        assertEquals(Set.of("[ETH_TYPE:lldp] CONTROL", "[ETH_TYPE:bddp] CONTROL"), packets.requests);
    }

    @Test
    void aPortThatComesUpIsProbed() throws InterruptedException {
        up(NEAR);
        OutboundPacket probe = packets.probe(NEAR, Ethernet.TYPE_LLDP);
        assertEquals(MacAddress.ONOS_LLDP, parsed(probe).getDestinationMAC());
        assertNotNull(packets.probe(NEAR, Ethernet.TYPE_BSN));
    }

    @Test
    void aProbeThatArrivesIsALink() throws InterruptedException {
        up(NEAR);
        PacketContextAdapter context = receive(packets.probe(NEAR, Ethernet.TYPE_LLDP), FAR);
        assertEquals("DIRECT " + NEAR + " " + FAR, next());
        assertTrue(context.isHandled());
    }

    @Test
    void aBroadcastProbeIsAnIndirectLink() throws InterruptedException {
        up(NEAR);
        receive(packets.probe(NEAR, Ethernet.TYPE_BSN), FAR);
        assertEquals("INDIRECT " + NEAR + " " + FAR, next());
    }

    @Test
    void theWayBackIsLookedForAtOnce() throws InterruptedException {
        up(NEAR);
        up(FAR);
        OutboundPacket probe = packets.probe(NEAR, Ethernet.TYPE_LLDP);
        TimeUnit.MILLISECONDS.sleep(20);
        packets.sent.clear();
        receive(probe, FAR);
        long start = System.nanoTime();
        packets.probe(FAR, Ethernet.TYPE_LLDP);
        assertTrue(System.nanoTime() - start < TimeUnit.SECONDS.toNanos(1));
    }

    @Test
    void othersProbesAndForgeriesAreNoLinks() throws InterruptedException {
        up(NEAR);
        MacAddress ours = parsed(packets.probe(NEAR, Ethernet.TYPE_LLDP)).getSourceMAC();
        Port port = ports.get(NEAR);
        receive(new Probes(MacAddress.valueOf("02:eb:00:00:00:01"), "secret")
                .direct(device(NEAR.deviceId()), port), FAR);
        receive(new Probes(ours, "guessed").direct(device(NEAR.deviceId()), port), FAR);
        assertNull(told.lines.poll(100, TimeUnit.MILLISECONDS));
        receive(new Probes(ours, "secret").direct(device(NEAR.deviceId()), port), FAR);
        assertEquals("DIRECT " + NEAR + " " + FAR, next());
    }

    @Test
    void aHandledPacketIsLeftAlone() throws InterruptedException {
        up(NEAR);
        OutboundPacket probe = packets.probe(NEAR, Ethernet.TYPE_LLDP);
        packets.processor.process(new PacketContextAdapter(0, arrived(probe, FAR), probe, true));
        assertNull(told.lines.poll(100, TimeUnit.MILLISECONDS));
    }

    @Test
    void aPortThatGoesDownLosesItsLinks() throws InterruptedException {
        up(NEAR);
        port(NEAR, DeviceEvent.Type.PORT_UPDATED, false);
        assertEquals("vanished " + NEAR, next());
        port(NEAR, DeviceEvent.Type.PORT_REMOVED, true);
        assertEquals("vanished " + NEAR, next());
    }

    @Test
    void aPortThatIsDownIsNotProbed() throws InterruptedException {
        up(NEAR);
        packets.probe(NEAR, Ethernet.TYPE_LLDP);
        port(NEAR, DeviceEvent.Type.PORT_UPDATED, false);
        next();
        packets.sent.clear();
        assertNull(packets.sent.poll(600, TimeUnit.MILLISECONDS));
    }

    @Test
    void aSwitchThatGoesLosesItsLinks() throws InterruptedException {
        up(NEAR);
        available = false;
        deviceListener.event(new DeviceEvent(DeviceEvent.Type.DEVICE_AVAILABILITY_CHANGED,
                device(NEAR.deviceId())));
        assertEquals("vanished " + NEAR.deviceId(), next());
        deviceListener.event(new DeviceEvent(DeviceEvent.Type.DEVICE_REMOVED, device(NEAR.deviceId())));
        assertEquals("vanished " + NEAR.deviceId(), next());
    }

    @Test
    void aSwitchThatComesBackIsProbedOnAllItsPorts() throws InterruptedException {
        ports.put(NEAR, new DefaultPort(device(NEAR.deviceId()), NEAR.port(), true));
        deviceListener.event(new DeviceEvent(DeviceEvent.Type.DEVICE_AVAILABILITY_CHANGED,
                device(NEAR.deviceId())));
        assertNotNull(packets.probe(NEAR, Ethernet.TYPE_LLDP));
    }

    @Test
    void onlyTheMasterProbes() throws InterruptedException {
        master = false;
        up(NEAR);
        assertNull(packets.sent.poll(300, TimeUnit.MILLISECONDS));
    }

    @Test
    void logicalPortsAreNotProbed() throws InterruptedException {
        up(new ConnectPoint(NEAR.deviceId(), PortNumber.LOCAL));
        assertNull(packets.sent.poll(300, TimeUnit.MILLISECONDS));
    }

    @Test
    void switchesThatAreThereAlreadyAreProbed() throws InterruptedException {
        provider.deactivate();
        ports.put(NEAR, new DefaultPort(device(NEAR.deviceId()), NEAR.port(), true));
        provider.activate();
        assertNotNull(packets.probe(NEAR, Ethernet.TYPE_LLDP));
    }

    @Test
    void nothingIsLeftAfterDeactivation() {
        provider.deactivate();
        assertEquals(Set.of(), packets.requests);
        assertNull(packets.processor);
        assertNull(deviceListener);
    }

    @Test
    void aProbeIsNoLongerThanAFrameMayBe() throws InterruptedException {
        up(NEAR);
        ByteBuffer data = packets.probe(NEAR, Ethernet.TYPE_LLDP).data();
        assertTrue(data.remaining() <= 1514);
    }
}
