/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.controller.southbound.host;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.onlab.packet.ChassisId;
import org.onlab.packet.Ethernet;
import org.onlab.packet.IpAddress;
import org.onosproject.core.ApplicationId;
import org.onosproject.core.CoreServiceAdapter;
import org.onosproject.core.DefaultApplicationId;
import org.onosproject.net.ConnectPoint;
import org.onosproject.net.DefaultDevice;
import org.onosproject.net.DefaultHost;
import org.onosproject.net.DefaultLink;
import org.onosproject.net.DefaultPort;
import org.onosproject.net.Device;
import org.onosproject.net.DeviceId;
import org.onosproject.net.Host;
import org.onosproject.net.HostId;
import org.onosproject.net.HostLocation;
import org.onosproject.net.Link;
import org.onosproject.net.PortNumber;
import org.onosproject.net.config.Config;
import org.onosproject.net.config.ConfigFactory;
import org.onosproject.net.config.NetworkConfigRegistryAdapter;
import org.onosproject.net.config.basics.HostLearningConfig;
import org.onosproject.net.device.DeviceEvent;
import org.onosproject.net.device.DeviceListener;
import org.onosproject.net.device.DeviceServiceAdapter;
import org.onosproject.net.flow.TrafficSelector;
import org.onosproject.net.host.HostDescription;
import org.onosproject.net.host.HostProvider;
import org.onosproject.net.host.HostProviderRegistry;
import org.onosproject.net.host.HostProviderService;
import org.onosproject.net.host.HostServiceAdapter;
import org.onosproject.net.link.LinkEvent;
import org.onosproject.net.link.LinkListener;
import org.onosproject.net.link.LinkServiceAdapter;
import org.onosproject.net.packet.DefaultInboundPacket;
import org.onosproject.net.packet.PacketContext;
import org.onosproject.net.packet.PacketContextAdapter;
import org.onosproject.net.packet.PacketPriority;
import org.onosproject.net.packet.PacketProcessor;
import org.onosproject.net.packet.PacketServiceAdapter;
import org.onosproject.net.provider.AbstractProviderService;
import org.onosproject.net.provider.ProviderId;
import org.onosproject.net.topology.Topology;
import org.onosproject.net.topology.TopologyServiceAdapter;

import java.nio.ByteBuffer;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

class HostLocationProviderTest {

    private static final DeviceId DEVICE = DeviceId.deviceId("of:0000000000000001");
    private static final DeviceId OTHER = DeviceId.deviceId("of:0000000000000002");
    private static final ProviderId PROVIDER = new ProviderId("of", "test");
    private static final ConnectPoint EDGE = new ConnectPoint(DEVICE, PortNumber.portNumber(10));
    private static final ConnectPoint UPLINK = new ConnectPoint(DEVICE, PortNumber.portNumber(99));
    private static final ConnectPoint FABRIC = new ConnectPoint(DEVICE, PortNumber.portNumber(2));
    private static final ConnectPoint FABRIC_FAR = new ConnectPoint(OTHER, PortNumber.portNumber(1));
    private static final HostId ID = HostId.hostId(Packets.HOST);

    /** Writes down what ONOS is told. */
    private static final class Told extends AbstractProviderService<HostProvider> implements HostProviderService {
        private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
        private volatile boolean unwelcome;

        private Told() {
            super(null);
        }

        @Override
        public void hostDetected(HostId host, HostDescription description, boolean replace) {
            lines.add("detected " + host + " " + description.location() + " " + description.ipAddress()
                    + (replace ? " replacing" : ""));
            if (unwelcome) {
                throw new IllegalStateException("on purpose");
            }
        }

        @Override
        public void hostVanished(HostId host) {
            lines.add("vanished " + host);
        }

        @Override
        public void removeIpFromHost(HostId host, IpAddress address) {
            lines.add("no longer " + address);
        }

        @Override
        public void removeLocationFromHost(HostId host, HostLocation location) {
            lines.add("left " + host + " " + location);
        }

        private String next() throws InterruptedException {
            return lines.poll(5, TimeUnit.SECONDS);
        }

        private void assertNothing() throws InterruptedException {
            assertNull(lines.poll(150, TimeUnit.MILLISECONDS));
        }
    }

    private static final class Registry implements HostProviderRegistry {
        private final Told told;
        private HostProvider registered;

        private Registry(Told told) {
            this.told = told;
        }

        @Override
        public HostProviderService register(HostProvider provider) {
            registered = provider;
            return told;
        }

        @Override
        public void unregister(HostProvider provider) {
            registered = null;
        }

        @Override
        public Set<ProviderId> getProviders() {
            return Set.of();
        }
    }

    private static final class Packeting extends PacketServiceAdapter {
        private PacketProcessor processor;
        private final Set<String> requests = new HashSet<>();

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
            requests.add(selector.criteria() + " " + priority.name() + " " + app.name());
        }

        @Override
        public void cancelPackets(TrafficSelector selector, PacketPriority priority, ApplicationId app) {
            requests.remove(selector.criteria() + " " + priority.name() + " " + app.name());
        }
    }

    private final Told told = new Told();
    private final Registry registry = new Registry(told);
    private final Packeting packets = new Packeting();
    private final Set<ConnectPoint> infrastructure = new HashSet<>();
    private final Set<Host> hosts = new HashSet<>();
    private final HostLocationProvider provider = new HostLocationProvider();
    private final Set<String> configKeys = new HashSet<>();
    private DeviceListener deviceListener;
    private LinkListener linkListener;
    private boolean available = true;

    @BeforeEach
    void activate() {
        provider.coreService = new CoreServiceAdapter() {
            @Override
            public ApplicationId registerApplication(String name) {
                return new DefaultApplicationId(1, name);
            }
        };
        provider.registry = registry;
        provider.packetService = packets;
        provider.topologyService = new TopologyServiceAdapter() {
            @Override
            public boolean isInfrastructure(Topology topology, ConnectPoint place) {
                return infrastructure.contains(place);
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
            public boolean isAvailable(DeviceId device) {
                return available;
            }
        };
        provider.linkService = new LinkServiceAdapter() {
            @Override
            public void addListener(LinkListener listener) {
                linkListener = listener;
            }

            @Override
            public void removeListener(LinkListener listener) {
                linkListener = null;
            }
        };
        provider.hostService = new HostServiceAdapter() {
            @Override
            public Set<Host> getConnectedHosts(ConnectPoint place) {
                return hosts.stream().filter(host -> host.locations().stream().anyMatch(at -> isAt(at, place)))
                        .collect(Collectors.toSet());
            }

            @Override
            public Set<Host> getConnectedHosts(DeviceId device) {
                return hosts.stream().filter(host -> host.location().deviceId().equals(device))
                        .collect(Collectors.toSet());
            }
        };
        provider.networkConfig = new NetworkConfiguration();
        provider.activate();
    }

    @SuppressWarnings("rawtypes") // as the adapter has them
    private final class NetworkConfiguration extends NetworkConfigRegistryAdapter {
        @Override
        public void registerConfigFactory(ConfigFactory factory) {
            configKeys.add(factory.configKey());
        }

        @Override
        public void unregisterConfigFactory(ConfigFactory factory) {
            configKeys.remove(factory.configKey());
        }

        @Override
        public <S, C extends Config<S>> C getConfig(S subject, Class<C> type) {
            return subject.equals(UPLINK) ? type.cast(notLearning()) : null;
        }
    }

    private static HostLearningConfig notLearning() {
        ObjectMapper mapper = new ObjectMapper();
        HostLearningConfig config = new HostLearningConfig();
        config.init(UPLINK, "hostLearning", mapper.createObjectNode().put("enabled", false), mapper, changed -> { });
        return config;
    }

    private static boolean isAt(HostLocation location, ConnectPoint place) {
        return location.deviceId().equals(place.deviceId()) && location.port().equals(place.port());
    }

    @AfterEach
    void deactivate() {
        if (registry.registered != null) {
            provider.deactivate();
        }
    }

    private static PacketContext packet(Ethernet frame, ConnectPoint heardOn) {
        return new PacketContextAdapter(0, new DefaultInboundPacket(heardOn, frame,
                ByteBuffer.wrap(new byte[0]), Optional.empty()), null, false);
    }

    private void hear(Ethernet frame, ConnectPoint heardOn) {
        packets.processor.process(packet(frame, heardOn));
    }

    private void hostAt(ConnectPoint place) {
        hosts.add(new DefaultHost(PROVIDER, ID, Packets.HOST, ID.vlanId(), new HostLocation(place, 1), Set.of()));
    }

    private static Device device(DeviceId id) {
        return new DefaultDevice(PROVIDER, id, Device.Type.SWITCH, "", "", "", "", new ChassisId());
    }

    private void port(DeviceEvent.Type type, ConnectPoint place, boolean up) {
        Device device = device(place.deviceId());
        deviceListener.event(new DeviceEvent(type, device, new DefaultPort(device, place.port(), up)));
    }

    @Test
    void onlyArpIsAskedFor() {
        assertEquals(Set.of("[ETH_TYPE:arp] CONTROL org.onosproject.provider.host"), packets.requests);
    }

    @Test
    void arpFindsAHostWithItsAddress() throws InterruptedException {
        hear(Packets.arp(Packets.IP4), EDGE);
        assertEquals("detected " + ID + " " + EDGE + " [10.0.0.1]", told.next());
    }

    @Test
    void anyIpPacketUpdatesThePlace() throws InterruptedException {
        hear(Packets.ipv4(), EDGE);
        assertEquals("detected " + ID + " " + EDGE + " []", told.next());
    }

    @Test
    void portsBetweenSwitchesHaveNoHosts() throws InterruptedException {
        infrastructure.add(FABRIC);
        hear(Packets.arp(Packets.IP4), FABRIC);
        told.assertNothing();
    }

    @Test
    void nothingIsLearntWhereLearningIsSwitchedOff() throws InterruptedException {
        assertEquals(Set.of("hostLearning"), configKeys);
        hear(Packets.arp(Packets.IP4), UPLINK);
        told.assertNothing();
    }

    @Test
    void logicalPortsHaveNoHosts() throws InterruptedException {
        hear(Packets.arp(Packets.IP4), new ConnectPoint(DEVICE, PortNumber.LOCAL));
        told.assertNothing();
    }

    @Test
    void aPacketThatCannotBeParsedIsIgnored() throws InterruptedException {
        hear(null, EDGE);
        told.assertNothing();
    }

    @Test
    void anUnwelcomeHostDoesNotStopTheNext() throws InterruptedException {
        told.unwelcome = true;
        hear(Packets.arp(Packets.IP4), EDGE);
        told.next();
        told.unwelcome = false;
        hear(Packets.ipv4(), EDGE);
        assertTrue(told.next().startsWith("detected"));
    }

    @Test
    void sightingsOfAHostKeepTheirOrder() throws InterruptedException {
        for (int i = 1; i <= 50; i++) {
            hear(Packets.ipv4(), new ConnectPoint(DEVICE, PortNumber.portNumber(i)));
        }
        for (int i = 1; i <= 50; i++) {
            assertEquals("detected " + ID + " " + DEVICE + "/" + i + " []", told.next());
        }
    }

    @Test
    void aPortThatGoesDownTakesItsHostsWithIt() throws InterruptedException {
        hostAt(EDGE);
        port(DeviceEvent.Type.PORT_UPDATED, EDGE, false);
        assertEquals("left " + ID + " " + EDGE, told.next());
        port(DeviceEvent.Type.PORT_REMOVED, EDGE, true);
        assertEquals("left " + ID + " " + EDGE, told.next());
    }

    @Test
    void aPortThatComesUpTakesNobody() throws InterruptedException {
        hostAt(EDGE);
        port(DeviceEvent.Type.PORT_UPDATED, EDGE, true);
        port(DeviceEvent.Type.PORT_ADDED, EDGE, true);
        port(DeviceEvent.Type.PORT_UPDATED, FABRIC, false);
        told.assertNothing();
    }

    @Test
    void aSwitchThatGoesTakesItsHostsWithIt() throws InterruptedException {
        hostAt(EDGE);
        deviceListener.event(new DeviceEvent(DeviceEvent.Type.DEVICE_AVAILABILITY_CHANGED, device(DEVICE)));
        told.assertNothing();
        available = false;
        deviceListener.event(new DeviceEvent(DeviceEvent.Type.DEVICE_AVAILABILITY_CHANGED, device(DEVICE)));
        assertEquals("left " + ID + " " + EDGE, told.next());
        deviceListener.event(new DeviceEvent(DeviceEvent.Type.DEVICE_REMOVED, device(DEVICE)));
        assertEquals("left " + ID + " " + EDGE, told.next());
    }

    @Test
    void aNewLinkShowsThatWhatWasSeenThereIsNoHost() throws InterruptedException {
        hostAt(FABRIC_FAR);
        Link link = DefaultLink.builder().providerId(PROVIDER).src(FABRIC).dst(FABRIC_FAR)
                .type(Link.Type.DIRECT).build();
        linkListener.event(new LinkEvent(LinkEvent.Type.LINK_REMOVED, link));
        told.assertNothing();
        linkListener.event(new LinkEvent(LinkEvent.Type.LINK_ADDED, link));
        assertEquals("left " + ID + " " + FABRIC_FAR, told.next());
    }

    @Test
    void nothingIsLeftAfterDeactivation() {
        provider.deactivate();
        assertEquals(Set.of(), packets.requests);
        assertEquals(Set.of(), configKeys);
        assertNull(packets.processor);
        assertNull(deviceListener);
        assertNull(linkListener);
        assertEquals(List.of(), List.copyOf(told.lines));
    }
}
