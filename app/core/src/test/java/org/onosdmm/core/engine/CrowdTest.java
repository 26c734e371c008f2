/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.engine;

import org.junit.jupiter.api.Test;
import org.onlab.packet.IpAddress;
import org.onosdmm.api.Handover;
import org.onosdmm.api.HandoverPhase;
import org.onosdmm.core.emulation.Emulation;
import org.onosdmm.core.emulation.Outside;
import org.onosdmm.core.emulation.Station;
import org.onosdmm.core.emulation.Topology;
import org.onosproject.net.host.HostEvent;

import java.util.ArrayList;
import java.util.List;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** A thousand nodes move within a second, and none of them waits for the others. */
class CrowdTest {
    private static final IpAddress SIP = Outside.address(10);
    private static final int CALL = 16384;
    private static final int EDGES = 8;
    private static final int NODES = 1_000;
    private static final long MILLISECOND = 1_000;

    @Test
    void aThousandNodesMoveWithinASecond() {
        Emulation net = Emulation.of(Topology.of(EDGES));
        List<Station> crowd = new ArrayList<>();
        for (int i = 0; i < NODES; i++) {
            int edge = i % EDGES + 1;
            Station one = net.station("n" + i, "10." + edge + "." + (1 + i / 200) + "." + (1 + i % 200))
                    .at(net.topology().access(edge)).announce();
            one.say(SIP, CALL, CALL, "hello");
            crowd.add(one);
            net.run(5);
        }
        net.run(500);
        assertEquals(NODES, net.outside().heard().size());
        net.outside().clear();

        for (int i = 0; i < NODES; i++) {
            Station one = crowd.get(i);
            one.at(net.topology().second((i + 3) % EDGES + 1));
            net.hostSeen(HostEvent.Type.HOST_MOVED, one, one.location().get(), net.clock().millis());
            one.say(SIP, CALL, CALL, "moved");
            net.run(1);
        }
        net.settle();
        assertEquals(NODES, net.outside().heard().size(), "every first packet at the new place is passed on");
        long longest = 0;
        for (Station one : crowd) {
            Handover handover = net.handovers(one).get(0);
            assertEquals(HandoverPhase.CLEANED, handover.phase());
            assertEquals(one.location().get(), net.binding(one).current().poa());
            longest = Math.max(longest, handover.switchedAt().get() - handover.detectedAt());
        }
        assertTrue(longest < 5 * MILLISECOND, "the slowest took " + longest + " us");
        net.assertExact();
    }
}
