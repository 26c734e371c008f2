/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.uplink;

import com.google.auto.value.AutoValue;
import com.google.common.collect.ImmutableMap;
import org.onlab.packet.IpAddress;
import org.onlab.packet.MacAddress;
import org.onosdmm.api.AnchorId;
import org.onosdmm.core.model.Anchor;
import org.onosdmm.core.model.Domain;
import org.onosdmm.core.model.NetworkView;
import org.onosdmm.core.model.UplinkTrouble;
import org.onosproject.net.ConnectPoint;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;

/**
 * All uplinks of a domain over time. One that takes both families is watched by the router of the first. Safe on any
 * thread.
 */
public final class UplinkTracker {

    /** Where an uplink is: an anchor that is configured elsewhere is followed anew. */
    @AutoValue
    abstract static class Site {

        abstract ConnectPoint port();

        abstract IpAddress nextHop();

        static Site of(Anchor anchor) {
            return new AutoValue_UplinkTracker_Site(new ConnectPoint(anchor.device(), anchor.uplink().get().port()),
                    anchor.uplink().get().nextHop());
        }
    }

    private final Map<AnchorId, Site> sites = new HashMap<>();
    private final Map<AnchorId, UplinkTrack> tracks = new HashMap<>();
    private final Map<AnchorId, MacAddress> routers = new HashMap<>();
    private final Map<AnchorId, MacAddress> routers6 = new HashMap<>();

    /** These routers were known before; whether they are still there is to be seen. */
    public synchronized void remember(Map<AnchorId, MacAddress> before, Map<AnchorId, MacAddress> before6) {
        before.forEach(routers::putIfAbsent);
        before6.forEach(routers6::putIfAbsent);
    }

    /** The router behind an anchor's uplink is asked. */
    public synchronized void asked(AnchorId anchor) {
        tracks.computeIfPresent(anchor, (id, track) -> track.asked());
    }

    /** The router behind an anchor's uplink has answered; tells whether its address is news. */
    public synchronized boolean answered(AnchorId anchor, IpAddress.Version version, MacAddress mac, long now) {
        Site site = sites.get(anchor);
        if (site != null && site.nextHop().version() == version) {
            tracks.computeIfPresent(anchor, (id, track) -> track.answered(now));
        }
        return !mac.equals((version == IpAddress.Version.INET ? routers : routers6).put(anchor, mac));
    }

    /** The routers that take packets of a family, by the last that was heard of them. */
    public synchronized ImmutableMap<AnchorId, MacAddress> routers(IpAddress.Version version) {
        return ImmutableMap.copyOf(version == IpAddress.Version.INET ? routers : routers6);
    }

    /**
     * What is wrong with uplinks now.
     *
     * <p>A switch that is not connected still forwards, as long as another one has a link to it.
     *
     * @param network switches and paths as they are now
     * @param portUp whether a port is up, as far as anybody can tell
     * @param now time, ms
     */
    public synchronized ImmutableMap<AnchorId, UplinkTrouble> observe(Domain domain, NetworkView network,
                                                                      Predicate<ConnectPoint> portUp, long now) {
        follow(domain, now);
        ImmutableMap.Builder<AnchorId, UplinkTrouble> troubles = ImmutableMap.builder();
        sites.forEach((anchor, site) -> {
            UplinkTrack track = tracks.get(anchor).observed(isThere(domain.anchor(anchor), network),
                    portUp.test(site.port()), now, domain.timers().router(), domain.timers().leaseLinger());
            tracks.put(anchor, track);
            track.trouble().ifPresent(trouble -> troubles.put(anchor, trouble));
        });
        return troubles.build();
    }

    private static boolean isThere(Anchor anchor, NetworkView network) {
        return network.isAvailable(anchor.device()) || network.switches().values().stream()
                .anyMatch(other -> other.nextHops().containsKey(anchor.number()));
    }

    private void follow(Domain domain, long now) {
        Map<AnchorId, Site> present = new HashMap<>();
        domain.withUplink().forEach(anchor -> present.put(anchor.id(), Site.of(anchor)));
        sites.forEach((anchor, site) -> {
            if (!site.equals(present.get(anchor))) {
                tracks.remove(anchor);
                routers.remove(anchor);
                routers6.remove(anchor);
            }
        });
        sites.clear();
        sites.putAll(present);
        present.keySet().forEach(anchor -> tracks.computeIfAbsent(anchor, a -> UplinkTrack.begin(now)));
    }
}
