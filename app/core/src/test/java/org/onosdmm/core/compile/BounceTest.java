/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.compile;

import com.google.common.collect.ImmutableSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.onlab.packet.IpAddress;
import org.onlab.packet.MacAddress;
import org.onosdmm.api.Attachment;
import org.onosdmm.api.Binding;
import org.onosdmm.api.Locator;
import org.onosdmm.api.MobileNodeId;
import org.onosdmm.api.Trigger;
import org.onosdmm.core.emulation.Emulation;
import org.onosdmm.core.emulation.SwitchControl;
import org.onosdmm.core.emulation.Topology;
import org.onosdmm.core.model.Anchor;
import org.onosdmm.core.model.NodeState;
import org.onosdmm.core.model.RuleSet;
import org.onosdmm.dataplane.DataPlane;
import org.onosdmm.dataplane.Frame;
import org.onosdmm.dataplane.Packets;
import org.onosdmm.dataplane.Snapshot;
import org.onosdmm.dataplane.Trace;
import org.onosproject.net.ConnectPoint;
import org.onosproject.net.flow.TrafficTreatment;
import org.onosproject.net.flow.instructions.Instruction;
import org.onosproject.net.flow.instructions.L2ModificationInstruction;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Wherever a node has been: packets for any of its former places end where it is steered to, and never go back. */
class BounceTest {
    private static final MobileNodeId NODE = MobileNodeId.of(MacAddress.valueOf("02:00:00:00:00:10"));
    private static final IpAddress ADDRESS = IpAddress.valueOf("10.1.0.10");
    private static final int WALKS = 40;

    private final Emulation net = Emulation.campus();
    private final List<ConnectPoint> places = new ArrayList<>();

    BounceTest() {
        for (int edge = 1; edge <= 4; edge++) {
            places.add(net.topology().access(edge));
            places.add(net.topology().second(edge));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1_020})
    void everyFormerPlaceLeadsToTheTarget(long firstSequence) {
        for (int seed = 0; seed < WALKS; seed++) {
            Random random = new Random(seed);
            NodeState state = walk(random, firstSequence, 2 + random.nextInt(6));
            RuleSet rules = NodeCompiler.compile(net.domain(), net.mobility().network(), state, ImmutableSet.of());
            DataPlane still = with(rules);
            for (Attachment place : state.binding().former()) {
                leadsToTheTarget(still, state, place, "seed " + seed);
            }
            bouncesPointForwards(state, rules);
        }
    }

    /** A random walk over all access ports. */
    private NodeState walk(Random random, long firstSequence, int steps) {
        List<Attachment> attachments = new ArrayList<>();
        for (int i = 1; i <= steps; i++) {
            ConnectPoint poa = places.get(random.nextInt(places.size()));
            Anchor edge = net.domain().anchorAt(poa.deviceId()).get();
            attachments.add(Attachment.of(firstSequence + i, edge.id(), poa,
                    Locator.of(edge.number(), Locator.FIRST_ATTACHMENT + 1_000 + i), i, Trigger.ARP));
        }
        return NodeState.attached(Binding.builder().node(NODE).addresses(List.of(ADDRESS))
                .home(net.domain().homeOf(ADDRESS).get().id()).attachments(attachments)
                .lastSeen(steps).absentSince(Optional.empty()).build());
    }

    private DataPlane with(RuleSet rules) {
        DataPlane still = net.wires().still();
        Snapshot fabric = net.wires().live().snapshot();
        still.restore(fabric);
        rules.rules().forEach((key, treatment) -> still.add(SwitchControl.flowRule(key, treatment)));
        return still;
    }

    private void leadsToTheTarget(DataPlane still, NodeState state, Attachment former, String seed) {
        Frame packet = Packets.udp().eth(net.domain().gatewayMac(), former.locator().mac())
                .ip(IpAddress.valueOf("203.0.113.10"), ADDRESS).build();
        int edge = former.locator().edge();
        for (int core = 1; core <= 2; core++) {
            Trace trace = still.inject(net.topology().fabric(edge, core), packet);
            assertEquals(state.binding().current().poa(), trace.delivery().at(), () -> seed + "\n" + trace);
            assertEquals(NODE.mac(), trace.delivery().frame().ethDst());
            int most = 1 + 2 * state.binding().attachments().size();
            assertTrue(trace.hops().size() <= most, () -> seed + "\n" + trace);
        }
    }

    private void bouncesPointForwards(NodeState state, RuleSet rules) {
        Map<MacAddress, Long> sequences = new HashMap<>();
        state.binding().attachments().forEach(a -> sequences.put(a.locator().mac(), a.sequence()));
        for (Attachment place : state.binding().attachments()) {
            rules.where(key -> Bounces.isBounce(key, place)).rules().values().forEach(treatment ->
                    newLocator(treatment).ifPresent(to -> assertTrue(sequences.get(to) > place.sequence())));
        }
        assertFalse(rules.where(key -> Bounces.isBounce(key, state.binding().current())).size() > 0);
    }

    private static Optional<MacAddress> newLocator(TrafficTreatment treatment) {
        return treatment.allInstructions().stream().filter(i -> i.type() == Instruction.Type.L2MODIFICATION)
                .map(i -> (L2ModificationInstruction) i)
                .filter(i -> i.subtype() == L2ModificationInstruction.L2SubType.ETH_DST)
                .map(i -> ((L2ModificationInstruction.ModEtherInstruction) i).mac())
                .filter(mac -> mac.toLong() >> 40 == Locator.PREFIX.toLong() >> 40).findFirst();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void aBounceLeavesByThePortThatThePacketCameInOnIfThatIsTheWay(int to) {
        for (int from = 1; from <= 4; from++) {
            if (from == to) {
                continue;
            }
            NodeState state = twoPlaces(from, to);
            DataPlane still = with(NodeCompiler.compile(net.domain(), net.mobility().network(), state,
                    ImmutableSet.of()));
            leadsToTheTarget(still, state, state.binding().attachments().get(0), from + " to " + to);
        }
    }

    private NodeState twoPlaces(int from, int to) {
        List<Attachment> attachments = List.of(place(1, from), place(2, to));
        return NodeState.attached(Binding.builder().node(NODE).addresses(List.of(ADDRESS))
                .home(Topology.anchor(net.domain(), 1).id()).attachments(attachments)
                .lastSeen(2).absentSince(Optional.empty()).build());
    }

    private Attachment place(long sequence, int edge) {
        return Attachment.of(sequence, Topology.anchor(net.domain(), edge).id(), net.topology().access(edge),
                Locator.of(edge, Locator.FIRST_ATTACHMENT + 500), sequence, Trigger.ARP);
    }
}
