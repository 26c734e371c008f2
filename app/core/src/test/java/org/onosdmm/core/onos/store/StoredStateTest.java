/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.onos.store;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.io.BaseEncoding;
import org.junit.jupiter.api.Test;
import org.onlab.packet.IpAddress;
import org.onlab.packet.MacAddress;
import org.onosdmm.api.AnchorId;
import org.onosdmm.api.Attachment;
import org.onosdmm.api.Binding;
import org.onosdmm.api.Continuity;
import org.onosdmm.api.Expected;
import org.onosdmm.api.FlowKey;
import org.onosdmm.api.Lease;
import org.onosdmm.api.Locator;
import org.onosdmm.api.MobileNodeId;
import org.onosdmm.api.PinnedFlow;
import org.onosdmm.api.Trigger;
import org.onosdmm.core.model.NodeState;
import org.onosproject.net.ConnectPoint;
import org.onosproject.store.service.Serializer;

import java.util.Optional;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** What is stored is read back, also by the next release. */
class StoredStateTest {

    private static final AnchorId HOME = AnchorId.of("edge1");
    private static final AnchorId SERVING = AnchorId.of("edge2");
    private static final IpAddress OWN6 = IpAddress.valueOf("2001:db8:0:1::10");
    private static final IpAddress OWN = IpAddress.valueOf("10.1.0.10");

    /**
     * What the first release wrote for {@link #state()}. If this test fails, stored states of running controllers
     * have become unreadable: append to the namespace instead, or take a new name for the map.
     */
    private static final String GOLDEN =
            "820401FC0301010990A7ABFEF9621701000000034701000000040A01000A4701000000040A01000B470100000010"
            + "20010DB8000000010000000000000010160100000002FB0301F703010165646765B1F80301220EA50201A102016F"
            + "663A303030303030303030303030303030B1A202010000000000000000030E8EA0ABFEF9620103FB0301F7030101"
            + "65646765B2F803012210A50201A102016F663A303030303030303030303030303030B2A202010000000000000000"
            + "031090A0ABFEF962010101810401FB0301F7030BF803012212A50201A102016F663A303030303030303030303030"
            + "303030B1A202010000000000000000041292A0ABFEF9620105D0ACACFEF962F7030BF6A1ABFEF962F603014A0100"
            + "0000000110180100000001FD03014706984E22470100000004CB00710A808002FF0301F7030B0174656C6570686F"
            + "6EF90102FD03250101470100000004C63364010172756C6520B180A0ABFEF962160100000002800401F7030B4706"
            + "470100000004C63364010100800401F703134706470100000004C63364410109AAACABFEF9621801000000014708"
            + "0980A0ABFEF962170100000001F603014A01000000000420";

    private final Serializer serializer = DistributedStores.serializer();

    @Test
    void aStateIsReadBackAsItWas() {
        NodeState state = state();
        assertEquals(state, serializer.decode(serializer.encode(state)));
    }

    @Test
    void aNodeThatHasNothingIsReadBackAsItWas() {
        NodeState bare = NodeState.attached(state().binding().toBuilder().absentSince(Optional.empty())
                .expected(Optional.empty())
                .attachments(ImmutableList.of(state().binding().current())).build());
        assertEquals(bare, serializer.decode(serializer.encode(bare)));
    }

    @Test
    void whatTheFirstReleaseWroteIsStillRead() {
        assertEquals(state(), serializer.decode(BaseEncoding.base16().decode(GOLDEN)));
    }

    private static NodeState state() {
        Binding binding = Binding.builder()
                .node(MobileNodeId.of(MacAddress.valueOf("00:00:00:00:01:10")))
                .addresses(ImmutableSet.of(OWN, IpAddress.valueOf("10.1.0.11"), OWN6))
                .home(HOME)
                .attachments(ImmutableList.of(
                        place(7, HOME, "of:0000000000000001/3", Trigger.HOST_EVENT),
                        place(8, SERVING, "of:0000000000000002/3", Trigger.DATA_PACKET)))
                .lastSeen(1_700_000_000_123L)
                .absentSince(Optional.of(1_700_000_000_456L))
                .expected(Optional.of(Expected.of(
                        place(9, HOME, "of:0000000000000001/4", Trigger.NOTICE), 1_700_000_009_000L)))
                .build();
        PinnedFlow call = PinnedFlow.builder()
                .key(FlowKey.of(17, OWN, 5004, IpAddress.valueOf("203.0.113.10"), 16384))
                .origin(PinnedFlow.Origin.NODE).applicationClass("telephony")
                .continuity(Continuity.SESSION_LASTING).anchor(HOME).outside(IpAddress.valueOf("198.51.100.1"))
                .reason("rule 1").since(1_700_000_000_000L).build();
        return NodeState.attached(binding).toBuilder()
                .leases(ImmutableList.of(Lease.of(HOME, OWN, IpAddress.valueOf("198.51.100.1")),
                        Lease.of(SERVING, OWN, IpAddress.valueOf("198.51.100.65"))
                                .unusedSince(Optional.of(1_700_000_000_789L))))
                .flows(ImmutableMap.of(call.key(), call))
                .peers(ImmutableSet.of(MobileNodeId.of(MacAddress.valueOf("00:00:00:00:04:20"))))
                .left(ImmutableMap.of(OWN6, 1_700_000_000_000L))
                .build();
    }

    private static Attachment place(long sequence, AnchorId edge, String poa, Trigger trigger) {
        return Attachment.of(sequence, edge, ConnectPoint.deviceConnectPoint(poa),
                Locator.of((int) sequence, 17), 1_700_000_000_000L + sequence, trigger);
    }

    /** Prints the golden bytes, for the day on which a new map needs new ones. */
    public static void main(String[] arguments) {
        System.out.println(BaseEncoding.base16().encode(DistributedStores.serializer().encode(state())));
    }
}
