/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.model;

import com.google.auto.value.AutoValue;
import com.google.common.collect.ImmutableMap;
import org.onlab.packet.MacAddress;
import org.onosdmm.api.AnchorId;
import org.onosproject.net.DeviceId;

import java.util.Map;
import java.util.Optional;

/**
 * The network as it is now: switches, paths, and the routers behind the uplinks. An immutable snapshot.
 */
@AutoValue
public abstract class NetworkView {

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

    /** Whether packets can leave the domain at this anchor: its switch is connected, its router known. */
    public boolean canLeaveAt(Anchor anchor) {
        return anchor.uplink().isPresent() && routers().containsKey(anchor.id())
                && Optional.ofNullable(switches().get(anchor.device())).map(SwitchView::available).orElse(false);
    }
}
