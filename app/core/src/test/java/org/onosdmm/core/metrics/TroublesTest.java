/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.metrics;

import com.google.common.collect.ImmutableMap;
import org.junit.jupiter.api.Test;

import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertEquals;

/** No series for each node or port that there ever was. */
class TroublesTest {

    @Test
    void namesOfNodesAndPortsAreLeftOut() {
        Families families = new Families();
        Troubles.into(families, ImmutableMap.<String, Long>builder()
                .put("failed rules", 2L)
                .put("failed store", 1L)
                .put("refused flows of 00:00:00:00:01:10", 3L)
                .put("refused flows of 00:00:00:00:01:11", 4L)
                .put("refused packets from of:0000000000000001/3", 5L)
                .put("refused DHCP messages from of:0000000000000001/3", 6L)
                .put("refused DHCP: more addresses at of:0000000000000001/[eth](3)", 7L)
                .put("refused DHCP: no free address at edge1", 8L)
                .put("refused DHCP: an address of another", 9L)
                .put("refused multicast from where the sender is not known to be", 10L)
                .put("repaired at of:0000000000000001", 11L).build());
        assertEquals("dmm_operations_failed_total {operation=rules} 2\n"
                + "dmm_operations_failed_total {operation=store} 1\n"
                + "dmm_refused_total {reason=DHCP messages} 6\n"
                + "dmm_refused_total {reason=DHCP: an address of another} 9\n"
                + "dmm_refused_total {reason=DHCP: more addresses} 7\n"
                + "dmm_refused_total {reason=DHCP: no free address} 8\n"
                + "dmm_refused_total {reason=flows} 7\n"
                + "dmm_refused_total {reason=multicast from where the sender is not known to be} 10\n"
                + "dmm_refused_total {reason=packets} 5\n"
                + "dmm_rules_repaired_total {device=of:0000000000000001} 11",
                families.metrics().stream().flatMap(metric -> metric.samples().stream().map(sample ->
                        metric.name() + " " + sample.labels() + " " + (long) sample.value())).collect(joining("\n")));
    }
}
