/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.model;

import com.google.auto.value.AutoValue;
import com.google.common.collect.ImmutableMap;
import org.onlab.packet.IpAddress;
import org.onlab.packet.MacAddress;
import org.onosdmm.api.AnchorId;
import org.onosproject.net.ConnectPoint;
import org.onosproject.net.DeviceId;
import org.onosproject.net.PortNumber;

import java.util.Map;
import java.util.Optional;

/**
 * The network as it is now: switches, paths, and the routers behind the uplinks. An immutable snapshot.
 */
@AutoValue
public abstract class NetworkView {

    /** Nothing known yet. */
    public static final NetworkView EMPTY = of(ImmutableMap.of(), ImmutableMap.of());

    /** The switches. */
    public abstract ImmutableMap<DeviceId, SwitchView> switches();

    /** MAC addresses of the uplinks' IPv4 next hops, by the last answer; without one an anchor cannot be left. */
    public abstract ImmutableMap<AnchorId, MacAddress> routers();

    /** MAC addresses of the uplinks' IPv6 next hops. */
    public abstract ImmutableMap<AnchorId, MacAddress> routers6();

    /** Uplinks that something is wrong with, or was until just now. */
    public abstract ImmutableMap<AnchorId, UplinkTrouble> troubles();

    /** A view by its parts. */
    public static NetworkView of(Map<DeviceId, SwitchView> switches, Map<AnchorId, MacAddress> routers) {
        return of(switches, routers, ImmutableMap.of());
    }

    /** A view by its parts. */
    public static NetworkView of(Map<DeviceId, SwitchView> switches, Map<AnchorId, MacAddress> routers,
                                 Map<AnchorId, MacAddress> routers6) {
        return new AutoValue_NetworkView(ImmutableMap.copyOf(switches), ImmutableMap.copyOf(routers),
                ImmutableMap.copyOf(routers6), ImmutableMap.of());
    }

    /** The same network with these routers. */
    public NetworkView withRouters(Map<AnchorId, MacAddress> routers) {
        return of(switches(), routers, routers6()).withTroubles(troubles());
    }

    /** The same network with these uplinks in trouble. */
    public NetworkView withTroubles(Map<AnchorId, UplinkTrouble> troubles) {
        return new AutoValue_NetworkView(switches(), routers(), routers6(), ImmutableMap.copyOf(troubles));
    }

    /** The router that takes packets of this family at an anchor; absent while none is known. */
    public Optional<MacAddress> router(Anchor anchor, IpAddress.Version version) {
        return Optional.ofNullable((version == IpAddress.Version.INET ? routers() : routers6()).get(anchor.id()))
                .filter(mac -> anchor.uplink(version).isPresent());
    }

    /** Whether the switch is connected. */
    public boolean isAvailable(DeviceId device) {
        return Optional.ofNullable(switches().get(device)).map(SwitchView::available).orElse(false);
    }

    /** Whether the port leads to another switch. */
    public boolean isFabric(ConnectPoint port) {
        return Optional.ofNullable(switches().get(port.deviceId()))
                .map(s -> s.fabricPorts().contains(port.port())).orElse(false);
    }

    /** A port of the switch that leads to another one, if there is any. */
    public Optional<PortNumber> fabricPort(DeviceId device) {
        return Optional.ofNullable(switches().get(device)).flatMap(s -> s.fabricPorts().stream().findFirst());
    }

    /** What is wrong with the uplink of an anchor, or was until just now. */
    public Optional<UplinkTrouble> trouble(AnchorId anchor) {
        return Optional.ofNullable(troubles().get(anchor));
    }

    /**
     * Whether packets of this family can leave at this anchor's own uplink: its switch is connected, its port up, its
     * router known and not silent.
     */
    public boolean canLeaveAt(Anchor anchor, IpAddress.Version version) {
        return router(anchor, version).isPresent() && isAvailable(anchor.device())
                && !trouble(anchor.id()).filter(UplinkTrouble::isDead).isPresent();
    }

    /** Whether packets of the family that the anchor's uplink is watched by can leave there. */
    public boolean isAlive(Anchor anchor) {
        return anchor.uplink().filter(u -> canLeaveAt(anchor, u.address().version())).isPresent();
    }

    /** Whether packets of every family that the anchor has an uplink for can leave the domain there. */
    public boolean canLeaveAt(Anchor anchor) {
        return anchor.uplink().isPresent()
                && anchor.uplinks().stream().allMatch(u -> canLeaveAt(anchor, u.address().version()));
    }
}
