/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.mobility;

import org.onlab.packet.IpAddress;
import org.onlab.packet.MacAddress;
import org.onosdmm.api.Attachment;
import org.onosdmm.api.Binding;
import org.onosdmm.api.Continuity;
import org.onosdmm.api.FlowKey;
import org.onosdmm.api.Lease;
import org.onosdmm.api.Locator;
import org.onosdmm.api.MobileNodeId;
import org.onosdmm.api.PinnedFlow;
import org.onosdmm.api.Trigger;
import org.onosdmm.core.emulation.Topology;
import org.onosdmm.core.model.Domain;
import org.onosdmm.core.model.NodeState;
import org.onosproject.net.ConnectPoint;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** States and signs of a node in the network {@code campus}. */
final class Samples {
    static final Topology CAMPUS = Topology.campus();
    static final Domain DOMAIN = CAMPUS.domain();
    static final MobileNodeId NODE = MobileNodeId.of(MacAddress.valueOf("02:00:00:00:00:10"));
    static final IpAddress ADDRESS = IpAddress.valueOf("10.1.0.10");
    static final IpAddress REMOTE = IpAddress.valueOf("203.0.113.10");

    private Samples() {
    }

    static ConnectPoint access(int edge) {
        return CAMPUS.access(edge);
    }

    static Evidence sign(Trigger trigger, ConnectPoint place, long time, String... addresses) {
        List<IpAddress> all = new ArrayList<>();
        for (String address : addresses) {
            all.add(IpAddress.valueOf(address));
        }
        return Evidence.of(NODE, all, place, trigger, time);
    }

    static Attachment place(long sequence, int edge) {
        return Attachment.of(sequence, Topology.anchor(DOMAIN, edge).id(), access(edge),
                Locator.of(edge, 100 + (int) sequence), sequence * 1_000, Trigger.ARP);
    }

    /** A node that went from edge to edge. */
    static NodeState walked(int... edges) {
        List<Attachment> places = new ArrayList<>();
        for (int edge : edges) {
            places.add(place(places.size() + 1, edge));
        }
        return NodeState.attached(Binding.builder().node(NODE).addresses(Set.of(ADDRESS))
                .home(Topology.anchor(DOMAIN, 1).id()).attachments(places)
                .lastSeen(places.size() * 1_000).absentSince(Optional.empty()).build());
    }

    static Lease lease(int edge, String outside) {
        return Lease.of(Topology.anchor(DOMAIN, edge).id(), ADDRESS, IpAddress.valueOf(outside));
    }

    static PinnedFlow flow(int edge, String outside) {
        return PinnedFlow.builder().key(FlowKey.of(17, ADDRESS, 5_000 + edge, REMOTE, 16_384))
                .origin(PinnedFlow.Origin.NODE).applicationClass("telephony")
                .continuity(Continuity.SESSION_LASTING).anchor(Topology.anchor(DOMAIN, edge).id())
                .outside(IpAddress.valueOf(outside)).reason("a test").since(1).build();
    }
}
