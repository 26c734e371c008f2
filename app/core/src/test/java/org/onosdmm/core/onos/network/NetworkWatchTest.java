/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.onos.network;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.onlab.packet.MacAddress;
import org.onosdmm.api.AnchorId;
import org.onosdmm.core.emulation.Emulation;
import org.onosdmm.core.emulation.QuietDomain;
import org.onosdmm.core.model.Domain;
import org.onosdmm.core.model.NetworkView;
import org.onosdmm.core.model.SwitchView;
import org.onosdmm.core.onos.store.Stores;
import org.onosdmm.core.onos.store.Survey;
import org.onosdmm.core.path.Connection;
import org.onosproject.net.DefaultDevice;
import org.onosproject.net.Device;
import org.onosproject.net.DeviceId;
import org.onosproject.net.Link;
import org.onosproject.net.Port;
import org.onosproject.net.device.DeviceServiceAdapter;
import org.onosproject.net.link.LinkServiceAdapter;
import org.onosproject.net.provider.ProviderId;

import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What of a network, as ONOS has it, comes into the view. */
class NetworkWatchTest {

    private static final Device EDGE = new DefaultDevice(ProviderId.NONE, DeviceId.deviceId("of:0000000000000001"),
            Device.Type.SWITCH, "", "", "", "", null);

    private static final Domain CAMPUS = Emulation.campus().domain();

    private final NetworkWatch watch = new NetworkWatch();
    private final FakeDrivers drivers = new FakeDrivers();
    private final LinkedBlockingQueue<NetworkView> views = new LinkedBlockingQueue<>();

    /** An app that runs for the first time. */
    private static final class NothingFoundBefore implements Survey {
        @Override
        public ImmutableSet<Connection> links() {
            return ImmutableSet.of();
        }

        @Override
        public ImmutableMap<AnchorId, MacAddress> routers() {
            return ImmutableMap.of();
        }

        @Override
        public ImmutableMap<AnchorId, MacAddress> routers6() {
            return ImmutableMap.of();
        }

        @Override
        public void keep(Set<Connection> links, Map<AnchorId, MacAddress> routers, Map<AnchorId, MacAddress> routers6) {
            // nobody asks again
        }

        @Override
        public void close() {
            // it keeps nothing
        }
    }

    @BeforeEach
    void start() {
        watch.deviceService = new DeviceServiceAdapter() {
            @Override
            public Iterable<Device> getDevices() {
                return List.of(EDGE);
            }

            @Override
            public Device getDevice(DeviceId id) {
                return id.equals(EDGE.id()) ? EDGE : null;
            }

            @Override
            public List<Port> getPorts(DeviceId id) {
                return List.of();
            }

            @Override
            public boolean isAvailable(DeviceId id) {
                return id.equals(EDGE.id());
            }
        };
        watch.linkService = new LinkServiceAdapter() {
            @Override
            public Iterable<Link> getActiveLinks() {
                return List.of();
            }
        };
        watch.driverService = drivers.use(FakeDrivers.NO_EXTENSIONS);
        watch.domainService = new QuietDomain(() -> Optional.of(CAMPUS));
        watch.stores = (Stores) Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {Stores.class},
                (proxy, method, arguments) -> new NothingFoundBefore());
        watch.activate();
        watch.addListener(views::add);
    }

    @AfterEach
    void stop() {
        watch.deactivate();
        assertFalse(drivers.hasListeners());
    }

    /** Waits until the edge is one that answers ARP, or is not one. */
    private void awaitEdge(boolean answersArp) throws InterruptedException {
        for (NetworkView view = next(); ; view = next()) {
            SwitchView edge = view.switches().get(EDGE.id());
            if (edge != null && edge.arpMoves().isPresent() == answersArp) {
                return;
            }
        }
    }

    private NetworkView next() throws InterruptedException {
        NetworkView view = views.poll(30, TimeUnit.SECONDS);
        assertNotNull(view, "nothing has changed for 30 s");
        return view;
    }

    @Test
    void aDriverThatComesLaterThanTheSwitchIsNoticed() throws InterruptedException {
        awaitEdge(false);
        assertTrue(drivers.hasListeners(), "only in its first seconds it looks again unasked");
        drivers.use(FakeDrivers.ALL_MOVES);
        awaitEdge(true);
        drivers.use(FakeDrivers.NO_EXTENSIONS);
        awaitEdge(false);
    }
}
