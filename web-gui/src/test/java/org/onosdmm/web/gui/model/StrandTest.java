/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.web.gui.model;

import com.google.common.collect.ImmutableList;
import org.junit.jupiter.api.Test;
import org.onlab.packet.IpAddress;
import org.onosdmm.api.FlowInfo;
import org.onosdmm.api.FlowKey;
import org.onosdmm.view.example.Example;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class StrandTest {

    private static FlowInfo like(FlowInfo info, String remote, int port, FlowInfo.Status status) {
        FlowKey key = info.flow().key();
        return FlowInfo.of(info.node(), info.flow().toBuilder().key(FlowKey.of(key.protocol(), key.local(),
                key.localPort(), IpAddress.valueOf(remote), port)).build(), info.serving(), status, info.rules(), 0);
    }

    @Test
    void flowsThatMeetTheSameRulesAreOneStrand() {
        FlowInfo call = Example.flows().get(0);
        ImmutableList<Strand> strands = Strand.of(ImmutableList.of(call,
                like(call, "203.0.113.99", 5, FlowInfo.Status.ACTIVE)), Example.anchors());
        assertEquals(1, strands.size());
        assertEquals(2, strands.get(0).count());
        assertEquals(call.flow().key(), strands.get(0).sample());
        assertFalse(strands.get(0).lost());
    }

    @Test
    void classesAndFatesAreStrandsOfTheirOwn() {
        FlowInfo call = Example.flows().get(0);
        ImmutableList<Strand> strands = Strand.of(ImmutableList.<FlowInfo>builder().addAll(Example.flows())
                .add(like(call, "203.0.113.10", 7, FlowInfo.Status.ANCHOR_DOWN)).build(), Example.anchors());
        assertEquals(4, strands.size());
        assertTrue(strands.get(3).lost());
    }

    @Test
    void eachCorrespondentInsideHasAWayOfItsOwn() {
        FlowInfo call = Example.flows().get(0);
        assertEquals(2, Strand.of(ImmutableList.of(like(call, "10.2.0.7", 7, FlowInfo.Status.ACTIVE),
                like(call, "10.2.0.8", 7, FlowInfo.Status.ACTIVE)), Example.anchors()).size());
    }
}
