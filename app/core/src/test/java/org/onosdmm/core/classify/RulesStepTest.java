/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.classify;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.onlab.packet.IpAddress;
import org.onlab.packet.IpPrefix;
import org.onosdmm.api.ApplicationClass;
import org.onosdmm.api.Continuity;
import org.onosdmm.api.FlowKey;
import org.onosdmm.api.PinnedFlow;
import org.onosdmm.core.model.ClassRule;
import org.onosdmm.core.model.FlowSample;
import org.onosdmm.core.model.Policy;
import org.onosdmm.core.model.PortRange;

import java.util.Optional;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** Which class the operator's rules give a flow, and the words for it. */
class RulesStepTest {
    private static final ApplicationClass VOICE = ApplicationClass.of("voice", Continuity.SESSION_LASTING, "nearest");
    private static final ApplicationClass VIDEO = ApplicationClass.of("video", Continuity.SESSION_LASTING, "nearest");
    private static final ApplicationClass REST = ApplicationClass.of("rest", Continuity.NON_PERSISTENT, "serving");
    private static final Policy POLICY = Policy.of(
            ImmutableMap.of("voice", VOICE, "video", VIDEO, "rest", REST),
            ImmutableList.of(
                    ClassRule.builder("voice").protocol(Optional.of(17)).ports(range(16384, 16389)).build(),
                    ClassRule.builder("video").protocol(Optional.of(17)).ports(range(3478, 3481)).build(),
                    ClassRule.builder("voice").dscp(Optional.of(46)).build(),
                    ClassRule.builder("video").prefix(Optional.of(IpPrefix.valueOf("203.0.113.128/25"))).build(),
                    ClassRule.builder("video").protocol(Optional.of(6)).ports(range(554, 554)).dscp(Optional.of(34))
                            .prefix(Optional.of(IpPrefix.valueOf("203.0.113.0/25"))).build(),
                    ClassRule.builder("rest").protocol(Optional.of(132)).build(),
                    ClassRule.builder("rest").protocol(Optional.of(1)).build(),
                    ClassRule.builder("rest").protocol(Optional.of(50)).build()),
            REST, REST);

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "17 | 16384 | 0  | 203.0.113.10  | voice | rule 1 (udp, ports 16384-16389)",
        "17 | 16389 | 46 | 203.0.113.200 | voice | rule 1 (udp, ports 16384-16389)",
        "17 | 16390 | 0  | 203.0.113.10  | rest  | default class",
        "6  | 16384 | 0  | 203.0.113.10  | rest  | default class",
        "17 | 3480  | 46 | 203.0.113.10  | video | rule 2 (udp, ports 3478-3481)",
        "6  | 80    | 46 | 203.0.113.200 | voice | rule 3 (DSCP 46)",
        "6  | 80    | 0  | 203.0.113.200 | video | rule 4 (prefix 203.0.113.128/25)",
        "6  | 554   | 34 | 203.0.113.10  | video | rule 5 (tcp, port 554, DSCP 34, prefix 203.0.113.0/25)",
        "6  | 554   | 33 | 203.0.113.10  | rest  | default class",
        "132| 0     | 0  | 203.0.113.10  | rest  | rule 6 (sctp)",
        "1  | 0     | 0  | 203.0.113.10  | rest  | rule 7 (icmp)",
        "50 | 0     | 0  | 203.0.113.10  | rest  | rule 8 (protocol 50)",
        "47 | 0     | 0  | 2001:db8::1   | rest  | default class"})
    void classifies(int protocol, int remotePort, int dscp, String remote, String name, String reason) {
        FlowKey key = FlowKey.of(protocol, IpAddress.valueOf("10.1.0.7"), 40000, IpAddress.valueOf(remote), remotePort);
        Decision decision = Classifier.of(ImmutableList.of(new RulesStep())).classify(
                FirstPacket.of(FlowSample.of(key, dscp), PinnedFlow.Origin.NODE), Knowledge.NONE, POLICY);
        assertEquals(name, decision.applicationClass().name());
        assertEquals(reason, decision.evidence());
    }

    private static Optional<PortRange> range(int first, int last) {
        return Optional.of(PortRange.of(first, last));
    }
}
