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
import org.onosdmm.api.FlowRequest;
import org.onosdmm.api.Lease;
import org.onosdmm.api.Locator;
import org.onosdmm.api.MobileNodeId;
import org.onosdmm.api.PinnedFlow;
import org.onosdmm.api.Trigger;
import org.onosdmm.core.model.Crowding;
import org.onosdmm.core.model.Hints;
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
            "830401FC0301010990A7ABFEF9621701000000034701000000040A01000A4701000000040A01000B470100000010"
            + "20010DB8000000010000000000000010160100000002FB0301F703010165646765B1F80301220EA50201A102016F"
            + "663A303030303030303030303030303030B1A202010000000000000000030E8EA0ABFEF9620103FB0301F7030101"
            + "65646765B2F803012210A50201A102016F663A303030303030303030303030303030B2A202010000000000000000"
            + "031090A0ABFEF962010101810401FB0301F7030BF803012212A50201A102016F663A303030303030303030303030"
            + "303030B1A202010000000000000000041292A0ABFEF9620105D0ACACFEF962F7030BF6A1ABFEF962F603014A0100"
            + "00000001100E0102180100000001FD03014706984E22470100000004CB00710A808002FF0301F7030B0174656C65"
            + "70686F6EF90102010172756C6520B1FD03260101470100000004C63364010109C0C9B2FEF9622B0109A0ADB1FEF9"
            + "6280A0ABFEF9620172756C65F3016E6561726573F4840401180100000001470100000004CB007114850401170100"
            + "00000103016D6565742E6578616D706C652E636FEDC0EFCFFEF96216010000000182040129017062F80172B10100"
            + "3CF6032201020C01470100000004CB00711E3C80A0ABFEF962C08E99FFF962160100000001860401470100000004"
            + "CB00710A29FD03268080028280022280BFF4FEF9621601000000018704014706984E2280BFF4FEF9621601000000"
            + "02800401F7030B4706470100000004C63364013C800401F703134706470100000004C63364410109AAACABFEF962"
            + "18010000000147080980A0ABFEF962170100000001F603014A01000000000420";

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
                .shut(7)
                .lastSeen(1_700_000_000_123L)
                .absentSince(Optional.of(1_700_000_000_456L))
                .expected(Optional.of(Expected.of(
                        place(9, HOME, "of:0000000000000001/4", Trigger.NOTICE), 1_700_000_009_000L)))
                .build();
        PinnedFlow call = PinnedFlow.builder()
                .key(FlowKey.of(17, OWN, 5004, IpAddress.valueOf("203.0.113.10"), 16384))
                .origin(PinnedFlow.Origin.NODE).applicationClass("telephony")
                .continuity(Continuity.SESSION_LASTING).anchor(HOME).outside(IpAddress.valueOf("198.51.100.1"))
                .step("rules").evidence("rule 1").strategy("nearest").copied(true)
                .overlapEnds(Optional.of(1_700_000_060_000L)).released(Optional.of(1_700_000_050_000L))
                .reason("rule 1").since(1_700_000_000_000L).build();
        return NodeState.attached(binding).toBuilder()
                .leases(ImmutableList.of(Lease.of(HOME, OWN, IpAddress.valueOf("198.51.100.1")),
                        Lease.of(SERVING, OWN, IpAddress.valueOf("198.51.100.65"))
                                .unusedSince(Optional.of(1_700_000_000_789L))))
                .flows(ImmutableMap.of(call.key(), call))
                .peers(ImmutableSet.of(MobileNodeId.of(MacAddress.valueOf("00:00:00:00:04:20"))))
                .left(ImmutableMap.of(OWN6, 1_700_000_000_000L))
                .hints(Hints.of(ImmutableMap.of(IpAddress.valueOf("203.0.113.20"),
                                Hints.Named.of(ImmutableSet.of("meet.example.com"), 1_700_000_300_000L)),
                        ImmutableList.of(Hints.Session.of(17, IpAddress.valueOf("203.0.113.10"), 16384, 16385,
                                "telephony", call.key(), 1_700_000_600_000L)),
                        ImmutableList.of(Hints.Told.of(17, OWN, 5004, 1_700_000_600_000L)),
                        ImmutableList.of(FlowRequest.builder().id("r1").node(binding.node())
                                .remote(Optional.of(IpAddress.valueOf("203.0.113.30"))).protocol(Optional.of(6))
                                .applicationClass("telephony").by("pbx").since(1_700_000_000_000L)
                                .until(1_700_000_900_000L).build())))
                .crowding(Crowding.UNKNOWN)
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
