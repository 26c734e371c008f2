/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.dataplane;

import org.junit.jupiter.api.Test;
import org.onosproject.net.ConnectPoint;
import org.onosproject.net.flow.TrafficTreatment;
import org.onosproject.net.group.DefaultGroupBucket;
import org.onosproject.net.group.GroupBucket;
import org.onosproject.net.group.GroupDescription;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.onosdmm.dataplane.Samples.MAC_A;
import static org.onosdmm.dataplane.Samples.S1;
import static org.onosdmm.dataplane.Samples.S2;
import static org.onosdmm.dataplane.Samples.act;
import static org.onosdmm.dataplane.Samples.at;
import static org.onosdmm.dataplane.Samples.group;
import static org.onosdmm.dataplane.Samples.groupId;
import static org.onosdmm.dataplane.Samples.match;
import static org.onosdmm.dataplane.Samples.oneSwitch;
import static org.onosdmm.dataplane.Samples.out;
import static org.onosdmm.dataplane.Samples.port;
import static org.onosdmm.dataplane.Samples.rule;

/** Groups and their buckets (OpenFlow 1.3.5 sections 5.6 and 6.5). */
class GroupTest {
    private final DataPlane net = oneSwitch(4);
    private final Frame packet = Packets.udp().ip("10.0.0.1", "10.0.1.1").ports(1000, 2000).build();

    private static GroupBucket all(TrafficTreatment.Builder treatment) {
        return DefaultGroupBucket.createAllGroupBucket(treatment.build());
    }

    private static GroupBucket select(int weight, TrafficTreatment.Builder treatment) {
        return DefaultGroupBucket.createSelectGroupBucket(treatment.build(), (short) weight);
    }

    private static GroupBucket watching(int port, TrafficTreatment.Builder treatment) {
        return DefaultGroupBucket.createFailoverGroupBucket(treatment.build(), port(port), null);
    }

    private void sendAllTo(int group) {
        net.add(rule(S1, 0, 10, match(), act().group(groupId(group))));
    }

    private Trace inject() {
        return net.inject(at(S1, 1), packet);
    }

    @Test
    void allSendsACopyToEveryBucket() {
        net.apply(group(GroupDescription.Type.ALL, 1, all(out(2).setEthDst(MAC_A)), all(out(3))));
        sendAllTo(1);

        Trace trace = inject();

        assertEquals(2, trace.deliveries().size());
        assertEquals(MAC_A, trace.deliveries().get(0).frame().ethDst());
        assertEquals(packet, trace.deliveries().get(1).frame(), "not changed by the other bucket");
    }

    @Test
    void aBucketDropsWhatWouldLeaveByTheInPort() {
        net.apply(group(GroupDescription.Type.ALL, 1, all(out(1)), all(out(2))));
        sendAllTo(1);

        Trace trace = inject();

        assertEquals(at(S1, 2), trace.delivery().at());
        assertEquals(Drop.Reason.OUTPUT_TO_IN_PORT, trace.drop().reason());
    }

    @Test
    void whatABucketChangesIsNotSeenBehindTheGroup() {
        GroupBucket bucket = DefaultGroupBucket.createIndirectGroupBucket(out(2).setEthDst(MAC_A).build());
        net.apply(group(GroupDescription.Type.INDIRECT, 1, bucket));
        net.add(rule(S1, 0, 10, match(), act().group(groupId(1)).setOutput(port(3))));

        Trace trace = inject();

        assertEquals(MAC_A, trace.deliveries().get(0).frame().ethDst());
        assertEquals(packet, trace.deliveries().get(1).frame());
    }

    @Test
    void aBucketIsASetOfActions() {
        net.apply(group(GroupDescription.Type.ALL, 1, all(out(2).setOutput(port(3)).setEthDst(MAC_A))));
        sendAllTo(1);

        Delivery delivery = inject().delivery();

        assertEquals(at(S1, 3), delivery.at(), "the last output written");
        assertEquals(MAC_A, delivery.frame().ethDst(), "set before the output");
    }

    @Test
    void selectKeepsAFlowOnOneBucketAndSpreadsFlowsByWeight() {
        net.apply(group(GroupDescription.Type.SELECT, 1, select(1, out(2)), select(3, out(3))));
        sendAllTo(1);
        int heavy = 0;
        for (int port = 1; port <= 1000; port++) {
            Frame frame = Packets.udp().ports(port, 2000).build();
            ConnectPoint first = net.inject(at(S1, 1), frame).delivery().at();
            assertEquals(first, net.inject(at(S1, 1), frame).delivery().at());
            heavy += first.equals(at(S1, 3)) ? 1 : 0;
        }
        assertTrue(heavy > 650 && heavy < 850, heavy + " of 1000 by a bucket of weight 3 in 4");
    }

    @Test
    void failoverTakesTheFirstLiveBucket() {
        net.apply(group(GroupDescription.Type.FAILOVER, 1, watching(2, out(2)), watching(3, out(3))));
        sendAllTo(1);
        assertEquals(at(S1, 2), inject().delivery().at());

        net.setPort(at(S1, 2), false);
        assertEquals(at(S1, 3), inject().delivery().at());

        net.setPort(at(S1, 3), false);
        assertEquals(Drop.Reason.NO_LIVE_BUCKET, inject().drop().reason());
    }

    @Test
    void failoverNoticesThatTheOtherEndOfTheLinkIsDown() {
        net.link(at(S1, 2), at(S2, 1));
        net.apply(group(GroupDescription.Type.FAILOVER, 1, watching(2, out(2)), watching(3, out(3))));
        sendAllTo(1);

        net.faults().powerOff(S2);

        assertEquals(at(S1, 3), inject().delivery().at());
    }

    @Test
    void failoverWatchesAGroup() {
        net.apply(group(GroupDescription.Type.FAILOVER, 1, watching(2, out(2))));
        TrafficTreatment chained = act().group(groupId(1)).build();
        GroupBucket first = DefaultGroupBucket.createFailoverGroupBucket(chained, null, groupId(1));
        net.apply(group(GroupDescription.Type.FAILOVER, 2, first, watching(3, out(3))));
        sendAllTo(2);
        assertEquals(at(S1, 2), inject().delivery().at());

        net.setPort(at(S1, 2), false);
        assertEquals(at(S1, 3), inject().delivery().at());
    }

    @Test
    void aGroupInTheActionSetWinsOverAnOutput() {
        net.apply(group(GroupDescription.Type.ALL, 1, all(out(2))));
        net.add(rule(S1, 0, 10, match(), act().deferred().setOutput(port(3)).group(groupId(1))));

        assertEquals(at(S1, 2), inject().delivery().at());
    }

    @Test
    void refusesARuleThatNamesNoGroup() {
        FlowModException refused = assertThrows(FlowModException.class, () -> sendAllTo(9));

        assertEquals(FlowModException.Kind.BAD_GROUP, refused.kind());
    }

    @Test
    void refusesALoopOfGroups() {
        net.apply(group(GroupDescription.Type.ALL, 1, all(out(2))));
        net.apply(group(GroupDescription.Type.ALL, 2, all(act().group(groupId(1)))));

        assertThrows(FlowModException.class,
                () -> net.apply(group(GroupDescription.Type.ALL, 1, all(act().group(groupId(2))))));
    }

    @Test
    void aBucketThatNamesAGroupThatIsGoneDrops() {
        net.apply(group(GroupDescription.Type.ALL, 1, all(out(2))));
        net.apply(group(GroupDescription.Type.ALL, 2, all(act().group(groupId(1)))));
        sendAllTo(2);

        net.removeGroup(S1, groupId(1));

        assertEquals(Drop.Reason.NO_LIVE_BUCKET, inject().drop().reason());
    }

    @Test
    void takesTheRulesThatNameItAlongWhenItGoes() {
        net.apply(group(GroupDescription.Type.ALL, 1, all(out(2))));
        sendAllTo(1);

        net.removeGroup(S1, groupId(1));

        assertTrue(net.rules().isEmpty());
    }
}
