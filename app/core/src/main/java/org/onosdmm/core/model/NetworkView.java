/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.model;

import com.google.auto.value.AutoValue;
import com.google.common.collect.ImmutableMap;
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

    /** MAC addresses of the uplinks' next hops; an anchor without one cannot be left through. */
    public abstract ImmutableMap<AnchorId, MacAddress> routers();

    /** A view by its parts. */
    public static NetworkView of(Map<DeviceId, SwitchView> switches, Map<AnchorId, MacAddress> routers) {
        return new AutoValue_NetworkView(ImmutableMap.copyOf(switches), ImmutableMap.copyOf(routers));
    }

    /** The same network with these routers. */
    public NetworkView withRouters(Map<AnchorId, MacAddress> routers) {
        return of(switches(), routers);
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

    /** Whether packets can leave the domain at this anchor: its switch is connected, its router known. */
    public boolean canLeaveAt(Anchor anchor) {
        return anchor.uplink().isPresent() && routers().containsKey(anchor.id()) && isAvailable(anchor.device());
    }
}
