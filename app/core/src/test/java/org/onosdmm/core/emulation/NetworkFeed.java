/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.emulation;

import com.google.common.collect.Maps;
import org.onlab.packet.IpAddress;
import org.onlab.packet.MacAddress;
import org.onosdmm.api.AnchorId;
import org.onosdmm.core.model.ArpMoves;
import org.onosdmm.core.model.Domain;
import org.onosdmm.core.model.NetworkView;
import org.onosdmm.core.model.SwitchView;
import org.onosdmm.core.model.UplinkTrouble;
import org.onosdmm.core.onos.network.NetworkViews;
import org.onosdmm.core.path.BelievedPaths;
import org.onosdmm.core.path.Connection;
import org.onosdmm.core.path.LinkMemory;
import org.onosdmm.core.uplink.UplinkTracker;
import org.onosdmm.dataplane.FieldMove;
import org.onosproject.net.ConnectPoint;
import org.onosproject.net.DeviceId;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** What the controller knows of the network: which switches are connected, which links are up, which routers answer. */
final class NetworkFeed implements NetworkViews {
    private static final long RECONSIDER = 1_000_000;

    private final Topology topology;
    private final Wires wires;
    private final VirtualClock clock;
    private final Supplier<Domain> domain;
    private final Map<DeviceId, Boolean> available = new LinkedHashMap<>();
    private final UplinkTracker uplinks = new UplinkTracker();
    private final Set<Consumer<NetworkView>> listeners = new LinkedHashSet<>();
    private boolean waiting;
    private boolean remembered;
    private NetworkView view = NetworkView.EMPTY;
    private Optional<ArpMoves> arpMoves =
            Optional.of(ArpMoves.of(FieldMove.ETHERNET, FieldMove.ARP_HARDWARE, FieldMove.ARP_PROTOCOL));
    private LinkMemory memory = new LinkMemory(Set.of(), 0L);

    NetworkFeed(Topology topology, Wires wires, VirtualClock clock, Supplier<Domain> domain) {
        this.clock = clock;
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

    /** From now on the drivers of the switches know no extensions. */
    void useNoExtensions() {
        arpMoves = Optional.empty();
        refresh();
    }

    /** From now on a controller that starts is not the first one. */
    void remember() {
        remembered = true;
    }

    /** A controller that starts knows no switch yet, and of links and routers what its predecessor has stored. */
    void restart() {
        memory = new LinkMemory(memory.believed(), clock.millis());
        available.replaceAll((device, connected) -> false);
        view = NetworkView.EMPTY;
        refresh();
    }

    /** Builds the view anew and tells of it if it has changed. */
    void refresh() {
        List<Connection> found = new ArrayList<>();
        topology.links().forEach((from, to) -> {
            if (isConnected(from) && isConnected(to) && !isDown(from) && !isDown(to)) {
                found.add(Connection.of(from, to));
            }
        });
        memory.observe(available, found, this::isDown, clock.millis());
        if (!waiting && !memory.isSettled(clock.millis())) {
            waiting = true;
            clock.after(RECONSIDER, () -> {
                waiting = false;
                refresh();
            });
        }
        Map<DeviceId, SwitchView> switches = BelievedPaths.views(domain.get(), available.keySet(), memory,
                clock.millis());
        NetworkView next = NetworkView.of(Maps.transformValues(switches, view -> view.withArpMoves(arpMoves)),
                uplinks.routers(IpAddress.Version.INET), uplinks.routers(IpAddress.Version.INET6));
        publish(next.withTroubles(troubles(next)));
    }

    private Map<AnchorId, UplinkTrouble> troubles(NetworkView now) {
        return uplinks.observe(domain.get(), now, wires::isUp, clock.millis());
    }

    private void publish(NetworkView next) {
        if (!next.equals(view)) {
            view = next;
            new ArrayList<>(listeners).forEach(listener -> listener.accept(next));
        }
    }

    private boolean isConnected(ConnectPoint end) {
        return available.get(end.deviceId());
    }

    /** The switch at an end of a link sees at once that the link is cut or the other switch has no power. */
    private boolean isDown(ConnectPoint end) {
        return !wires.isUp(end) || !wires.hasPower(topology.links().get(end).deviceId());
    }

    @Override
    public NetworkView view() {
        return view;
    }

    @Override
    public boolean isRemembered() {
        return remembered;
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
        if (uplinks.answered(anchor, version, mac, clock.millis()) || view.trouble(anchor).isPresent()) {
            refresh();
        }
    }

    @Override
    public void routerAsked(AnchorId anchor) {
        uplinks.asked(anchor);
    }

    @Override
    public boolean isUp(ConnectPoint port) {
        return wires.isUp(port);
    }

    @Override
    public void reviewUplinks() {
        publish(view.withTroubles(troubles(view)));
    }
}
