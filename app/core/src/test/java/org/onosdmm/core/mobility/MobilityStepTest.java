/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.mobility;

import com.google.common.collect.ImmutableList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.onlab.packet.IpAddress;
import org.onosdmm.api.Binding;
import org.onosdmm.api.HandoverPhase;
import org.onosdmm.api.Locator;
import org.onosdmm.api.Trigger;
import org.onosdmm.core.emulation.Topology;
import org.onosdmm.core.model.NodeState;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.onosdmm.core.mobility.Samples.ADDRESS;
import static org.onosdmm.core.mobility.Samples.CAMPUS;
import static org.onosdmm.core.mobility.Samples.DOMAIN;
import static org.onosdmm.core.mobility.Samples.access;
import static org.onosdmm.core.mobility.Samples.sign;
import static org.onosdmm.core.mobility.Samples.walked;

/** What a sign makes of a state. */
class MobilityStepTest {
    private final Set<IpAddress> taken = new HashSet<>();
    private int attachments = 1_000;
    private final MobilityStep step = new MobilityStep(DOMAIN,
            edge -> Locator.of(edge.number(), attachments++), (address, trigger) -> !taken.contains(address));

    private NodeState after(NodeState before, Evidence evidence) {
        return step.apply(Optional.of(before), evidence).get();
    }

    private Optional<NodeState> first(Evidence evidence) {
        return step.apply(Optional.empty(), evidence);
    }

    @Test
    void aFirstSignAttaches() {
        Binding binding = first(sign(Trigger.ARP, access(2), 77, "10.1.0.10")).get().binding();
        assertEquals(1, binding.sequence());
        assertEquals(HandoverPhase.CLEANED, binding.phase());
        assertEquals(Topology.anchor(DOMAIN, 1).id(), binding.home(), "the owner of the address");
        assertEquals(Topology.anchor(DOMAIN, 2).id(), binding.current().edge());
        assertEquals(77, binding.current().since());
        assertEquals(2, binding.current().locator().edge());
    }

    @Test
    void withoutAnAddressOfTheDomainThereIsNothingToBind() {
        assertFalse(first(sign(Trigger.ARP, access(2), 1)).isPresent());
        assertFalse(first(sign(Trigger.ARP, access(2), 1, "203.0.113.5", "10.1.0.1")).isPresent());
        taken.add(ADDRESS);
        assertFalse(first(sign(Trigger.ARP, access(2), 1, "10.1.0.10")).isPresent());
    }

    @Test
    void onlyTheUsableAddressesAreBound() {
        taken.add(IpAddress.valueOf("10.1.0.11"));
        Binding binding = first(sign(Trigger.ARP, access(2), 1, "10.1.0.11", "10.1.0.1", "172.16.0.1", "10.4.0.12"))
                .get().binding();
        assertEquals(Set.of(IpAddress.valueOf("10.4.0.12")), binding.addresses());
        assertEquals(Topology.anchor(DOMAIN, 4).id(), binding.home());
    }

    @Test
    void aSwitchThatIsNoEdgeIsNoPlace() {
        NodeState before = walked(1);
        assertSame(before, after(before, sign(Trigger.ARP, Topology.port(CAMPUS.cores().get(0), 1), 9_000)));
        assertFalse(first(sign(Trigger.ARP, Topology.port(CAMPUS.cores().get(0), 1), 1, "10.1.0.10")).isPresent());
    }

    @Test
    void aYoungerSignFromElsewhereIsAMoveWithALocatorOfItsOwn() {
        NodeState before = walked(1);
        NodeState moved = after(before, sign(Trigger.DATA_PACKET, access(3), 1_001, "10.1.0.10"));
        assertEquals(HandoverPhase.SWITCHED, moved.binding().phase());
        assertEquals(2, moved.binding().sequence());
        assertEquals(ImmutableList.of(before.binding().current()), moved.binding().former());
        assertEquals(Trigger.DATA_PACKET, moved.binding().current().trigger());
        assertEquals(1_000, moved.binding().current().locator().attachment());
        assertEquals(1_001, moved.binding().lastSeen());
    }

    @ParameterizedTest
    @EnumSource(Trigger.class)
    void anOlderSignIsNone(Trigger trigger) {
        NodeState before = walked(1);
        assertSame(before, after(before, sign(trigger, access(3), 999, "10.1.0.10")));
    }

    @ParameterizedTest
    @EnumSource(Trigger.class)
    void ofSignsOfOneMillisecondOnlyAnAnswerToAProbeCounts(Trigger trigger) {
        NodeState before = walked(1);
        NodeState after = after(before, sign(trigger, access(3), 1_000, "10.1.0.10"));
        assertEquals(trigger == Trigger.PROBE_REPLY ? 2 : 1, after.binding().sequence());
    }

    @Test
    void aNodeThatHadLeftIsSteeredToItsNewPlaceAtOnce() {
        NodeState gone = Handovers.absent(walked(1), 1_500);
        NodeState moved = after(gone, sign(Trigger.ARP, access(2), 1_600, "10.1.0.10"));
        assertEquals(HandoverPhase.SWITCHED, moved.binding().phase());
        assertFalse(moved.binding().absentSince().isPresent());
    }

    @Test
    void signsOfTheSamePlaceAreNotedSeldom() {
        NodeState before = walked(1);
        assertSame(before, after(before, sign(Trigger.ARP, access(1), 5_000, "10.1.0.10")));
        assertEquals(11_001, after(before, sign(Trigger.ARP, access(1), 11_001)).binding().lastSeen());
        assertEquals(2, after(before, sign(Trigger.ARP, access(1), 1_001, "10.1.0.11")).binding().addresses().size());
    }

    @Test
    void aSignOfTheSamePlaceEndsAnAbsence() {
        NodeState gone = Handovers.absent(walked(1), 1_500);
        assertFalse(after(gone, sign(Trigger.ARP, access(1), 1_501)).binding().absentSince().isPresent());
    }

    @Test
    void aNodeKeepsItsAddressesWhenTooManyCome() {
        NodeState before = walked(1);
        String[] many = IntStream.range(0, MobilityStep.MAX_ADDRESSES).mapToObj(i -> "10.1.0." + (50 + i))
                .toArray(String[]::new);
        assertEquals(Set.of(ADDRESS), after(before, sign(Trigger.ARP, access(1), 20_000, many)).binding().addresses());
        assertTrue(first(sign(Trigger.ARP, access(1), 1, many)).get().binding().addresses().size()
                <= MobilityStep.MAX_ADDRESSES);
    }
}
