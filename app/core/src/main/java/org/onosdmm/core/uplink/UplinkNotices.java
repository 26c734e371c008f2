/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.uplink;

import com.google.common.collect.ImmutableListMultimap;
import org.onlab.packet.Ethernet;
import org.onlab.packet.IpAddress;
import org.onosdmm.api.AnchorId;
import org.onosdmm.api.Lease;
import org.onosdmm.core.model.Anchor;
import org.onosdmm.core.model.Domain;
import org.onosdmm.core.model.NodeState;
import org.onosdmm.core.model.Way;
import org.onosdmm.core.packet.ArpAnswers;
import org.onosproject.net.ConnectPoint;

import java.util.Collection;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What is announced at uplinks when the flows of an anchor take another one: every address in use, once. A router that
 * has these addresses on its link, and both uplinks on one segment, would else go on sending to the dead one.
 */
public final class UplinkNotices {

    /** Addresses that are announced for one anchor at most. */
    private static final int MOST = 1_024;

    private UplinkNotices() {
    }

    /** The frames to send when one domain comes into force after another, by port. */
    public static ImmutableListMultimap<ConnectPoint, Ethernet> between(Domain before, Domain after,
                                                                        Collection<NodeState> states) {
        ImmutableListMultimap.Builder<ConnectPoint, Ethernet> frames = ImmutableListMultimap.builder();
        for (Anchor anchor : after.withUplink()) {
            Optional<AnchorId> now = detour(after, anchor.id());
            if (anchor.standing().served() && !now.equals(detour(before, anchor.id()))) {
                Way way = anchor.standing().detour().orElseGet(() -> Way.own(anchor));
                states.stream().flatMap(state -> addresses(anchor, state)).filter(IpAddress::isIp4).limit(MOST)
                        .forEach(address -> frames.put(new ConnectPoint(way.device(), way.port()),
                                ArpAnswers.announce(way.mac(), address)));
            }
        }
        return frames.build();
    }

    private static Optional<AnchorId> detour(Domain domain, AnchorId anchor) {
        return Optional.ofNullable(domain.anchors().get(anchor)).flatMap(a -> a.standing().detour()).map(Way::owner);
    }

    /** The addresses by which the outside reaches a node through this anchor. */
    private static Stream<IpAddress> addresses(Anchor anchor, NodeState state) {
        return Stream.concat(
                state.leases().stream().filter(lease -> lease.anchor().equals(anchor.id())).map(Lease::outside),
                state.binding().addresses().stream().filter(anchor::owns));
    }
}
