/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.emulation;

import org.onlab.packet.IpAddress;
import org.onlab.packet.MacAddress;
import org.onosdmm.api.AnchorId;
import org.onosdmm.core.model.Domain;
import org.onosdmm.core.model.NetworkView;
import org.onosdmm.core.onos.network.NetworkViews;
import org.onosdmm.core.path.Connection;
import org.onosdmm.core.path.ShortestPaths;
import org.onosproject.net.DeviceId;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** What the controller knows of the network: which switches are connected, which links are up, which routers answer. */
final class NetworkFeed implements NetworkViews {
    private final Topology topology;
    private final Wires wires;
    private final Supplier<Domain> domain;
    private final Map<DeviceId, Boolean> available = new LinkedHashMap<>();
    private final Map<AnchorId, MacAddress> routers = new HashMap<>();
    private final Map<AnchorId, MacAddress> routers6 = new HashMap<>();
    private final Set<Consumer<NetworkView>> listeners = new LinkedHashSet<>();
    private NetworkView view = NetworkView.EMPTY;

    NetworkFeed(Topology topology, Wires wires, Supplier<Domain> domain) {
        this.topology = topology;
        this.wires = wires;
        this.domain = domain;
        topology.edges().forEach(edge -> available.put(edge, true));
        topology.cores().forEach(core -> available.put(core, true));
    }

    void available(DeviceId device, boolean connected) {
        available.put(device, connected);
        refresh();
    }

    /** Builds the view anew and tells of it if it has changed. */
    void refresh() {
        List<Connection> connections = new ArrayList<>();
        topology.links().forEach((from, to) -> {
            if (wires.isUp(from) && wires.isUp(to)) {
                connections.add(Connection.of(from, to));
            }
        });
        NetworkView next = NetworkView.of(ShortestPaths.views(domain.get(), available, connections), routers,
                routers6);
        if (!next.equals(view)) {
            view = next;
            new ArrayList<>(listeners).forEach(listener -> listener.accept(next));
        }
    }

    @Override
    public NetworkView view() {
        return view;
    }

    @Override
    public void addListener(Consumer<NetworkView> listener) {
        listeners.add(listener);
        listener.accept(view);
    }

    @Override
    public void removeListener(Consumer<NetworkView> listener) {
        listeners.remove(listener);
    }

    @Override
    public void routerIs(AnchorId anchor, IpAddress.Version version, MacAddress mac) {
        if (!mac.equals((version == IpAddress.Version.INET ? routers : routers6).put(anchor, mac))) {
            refresh();
        }
    }
}
