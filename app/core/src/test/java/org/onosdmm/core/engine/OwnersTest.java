/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.engine;

import org.junit.jupiter.api.Test;
import org.onlab.packet.IpAddress;
import org.onlab.packet.MacAddress;
import org.onosdmm.api.AnchorId;
import org.onosdmm.api.Attachment;
import org.onosdmm.api.Binding;
import org.onosdmm.api.Lease;
import org.onosdmm.api.Locator;
import org.onosdmm.api.MobileNodeId;
import org.onosdmm.api.Trigger;
import org.onosdmm.core.emulation.Topology;
import org.onosdmm.core.model.NodeState;

import java.util.List;
import java.util.Optional;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** An address has one holder at a time. */
class OwnersTest {
    private static final MobileNodeId A = MobileNodeId.of(MacAddress.valueOf("02:00:00:00:00:0a"));
    private static final MobileNodeId B = MobileNodeId.of(MacAddress.valueOf("02:00:00:00:00:0b"));
    private static final IpAddress ONE = IpAddress.valueOf("10.1.0.1");
    private static final IpAddress TWO = IpAddress.valueOf("10.1.0.2");

    private final Owners owners = new Owners();

    private static NodeState state(MobileNodeId node, IpAddress... addresses) {
        return NodeState.attached(Binding.builder().node(node).addresses(List.of(addresses))
                .home(AnchorId.of("edge1")).attachments(List.of(Attachment.of(1, AnchorId.of("edge1"),
                        Topology.campus().access(1), Locator.of(1, 20), 1, Trigger.ARP)))
                .lastSeen(1).absentSince(Optional.empty()).build());
    }

    @Test
    void whoComesFirstHasIt() {
        assertTrue(owners.claim(ONE, A, Trigger.ARP));
        assertTrue(owners.claim(ONE, A, Trigger.ARP));
        assertFalse(owners.claim(ONE, B, Trigger.ARP));
        assertEquals(Optional.of(A), owners.of(ONE));
        assertEquals(Optional.empty(), owners.of(TWO));
    }

    @Test
    void whatANodeGivesUpIsFree() {
        owners.changed(A, state(A, ONE, TWO));
        owners.changed(A, state(A, TWO));
        assertTrue(owners.claim(ONE, B, Trigger.ARP));
        assertFalse(owners.claim(TWO, B, Trigger.ARP));
        owners.changed(A, null);
        assertTrue(owners.claim(TWO, B, Trigger.ARP));
    }

    @Test
    void whatWasClaimedAndNotTakenIsFreeAgain() {
        owners.claim(ONE, A, Trigger.ARP);
        owners.claim(TWO, A, Trigger.ARP);
        owners.changed(A, state(A, TWO));
        assertTrue(owners.claim(ONE, B, Trigger.ARP));
    }

    /** ONOS's host service remembers for long what a host has had. */
    @Test
    void whatANodeHasGivenUpComesBackByItsOwnSignAlone() {
        owners.changed(A, state(A, ONE, TWO));
        owners.changed(A, state(A, TWO));
        assertFalse(owners.claim(ONE, A, Trigger.HOST_EVENT));
        assertTrue(owners.claim(ONE, B, Trigger.HOST_EVENT), "it is free for others");
        owners.changed(B, null);
        assertTrue(owners.claim(ONE, A, Trigger.ARP));
        assertTrue(owners.claim(ONE, A, Trigger.HOST_EVENT));
    }

    @Test
    void aNodeThatIsReleasedHasGivenUpNothing() {
        owners.changed(A, state(A, ONE, TWO));
        owners.changed(A, null);
        assertTrue(owners.claim(ONE, A, Trigger.HOST_EVENT));
        owners.givesUp(A, TWO);
        assertFalse(owners.claim(TWO, A, Trigger.HOST_EVENT), "this one it gave back itself");
    }

    @Test
    void aStateTakesNothingFromItsHolder() {
        owners.changed(A, state(A, ONE));
        owners.changed(B, state(B, ONE, TWO));
        assertEquals(Optional.of(A), owners.of(ONE));
        assertEquals(Optional.of(B), owners.of(TWO));
        owners.changed(B, null);
        assertEquals(Optional.of(A), owners.of(ONE));
    }

    @Test
    void aLeaseTellsWhoHasBorrowedItsAddress() {
        Lease lease = Lease.of(AnchorId.of("edge1"), ONE, IpAddress.valueOf("198.51.100.7"));
        owners.changed(A, state(A, ONE).withLeases(List.of(lease)));
        assertEquals(Optional.of(A), owners.borrower(lease.outside()));
        assertEquals(Optional.empty(), owners.of(lease.outside()), "it holds its own address alone");
        owners.changed(A, state(A, ONE));
        assertEquals(Optional.empty(), owners.borrower(lease.outside()));

        owners.changed(A, state(A, ONE).withLeases(List.of(lease)));
        owners.changed(B, state(B, TWO).withLeases(List.of(lease)));
        owners.changed(A, null);
        assertEquals(Optional.of(B), owners.borrower(lease.outside()), "lent again meanwhile");
    }
}
