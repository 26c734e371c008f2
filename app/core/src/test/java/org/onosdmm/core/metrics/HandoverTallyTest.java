/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.metrics;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import org.junit.jupiter.api.Test;
import org.onlab.packet.MacAddress;
import org.onosdmm.api.AnchorId;
import org.onosdmm.api.Attachment;
import org.onosdmm.api.Handover;
import org.onosdmm.api.HandoverPhase;
import org.onosdmm.api.Locator;
import org.onosdmm.api.Metric;
import org.onosdmm.api.MobileNodeId;
import org.onosdmm.api.Trigger;
import org.onosproject.net.ConnectPoint;
import org.onosproject.net.DeviceId;
import org.onosproject.net.PortNumber;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertEquals;

/** Every handover counts once, however often the log is looked at. */
class HandoverTallyTest {

    private static final long MS = 1_000;

    private final HandoverTally tally = new HandoverTally();

    @Test
    void aHandoverCountsOnceItIsOverAndItsPhasesBefore() {
        look(detected(1, 100, Trigger.ARP));
        assertEquals("", handovers());
        assertEquals("1", value("dmm_handovers_open", ""));
        look(switched(1, 100, Trigger.ARP));
        look(switched(1, 100, Trigger.ARP));
        assertEquals("", handovers());
        assertEquals("make 1 0.004, switch 1 0.002, break 0 0.0", phases());
        look(cleaned(1, 100, Trigger.ARP));
        look(cleaned(1, 100, Trigger.ARP));
        assertEquals("{trigger=arp, outcome=completed} 1", handovers());
        assertEquals("make 1 0.004, switch 1 0.002, break 1 6.0", phases());
        assertEquals("0", value("dmm_handovers_open", ""));
        assertEquals("3", value("dmm_handover_held_packets_total", ""));
        assertEquals("20", value("dmm_handover_rescued_packets_total", ""));
    }

    @Test
    void thoseThatAreOverWhenTheyAreSeenFirst() {
        look(cleaned(1, 100, Trigger.NOTICE), rolledBack(2, 200), cleaned(1, 300, Trigger.NOTICE));
        assertEquals("{trigger=data_packet, outcome=rolled_back} 1, {trigger=notice, outcome=completed} 2",
                handovers());
    }

    @Test
    void oneThatTheNextHasOvertaken() {
        look(detected(1, 100, Trigger.ARP), switched(1, 200, Trigger.ARP), detected(2, 150, Trigger.NDP));
        assertEquals("", handovers());
        look(detected(1, 100, Trigger.ARP), cleaned(1, 200, Trigger.ARP), detected(2, 150, Trigger.NDP));
        assertEquals("{trigger=arp, outcome=completed} 1, {trigger=arp, outcome=overtaken} 1", handovers());
        assertEquals("1", value("dmm_handovers_open", ""), "that of another node goes on");
    }

    @Test
    void oneThatLeavesTheLogUnfinished() {
        look(detected(1, 100, Trigger.ARP));
        look(detected(2, 200, Trigger.NDP));
        assertEquals("{trigger=arp, outcome=unknown} 1", handovers());
    }

    @Test
    void aLogThatMovesOnCountsEveryHandoverOnce() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        List<Handover> log = new ArrayList<>();
        int begun = 0;
        for (int step = 0; step < 500; step++) {
            if (random.nextBoolean()) {
                log.add(detected(step, step, Trigger.ARP));
                begun++;
            }
            if (!log.isEmpty()) {
                int any = random.nextInt(log.size());
                Handover one = log.get(any);
                log.set(any, one.toBuilder().phase(HandoverPhase.CLEANED).build());
            }
            if (log.size() > 20) {
                log.remove(0);
            }
            tally.look(ImmutableList.copyOf(log));
        }
        double counted = metric("dmm_handovers_total").samples().stream().mapToDouble(Metric.Sample::value).sum()
                + metric("dmm_handovers_open").samples().get(0).value();
        assertEquals(begun, counted, "seed " + seed);
    }

    @Test
    void bucketsAreCumulative() {
        Histogram histogram = new Histogram(ImmutableList.of(1_000L, 20_000L));
        for (long micros : new long[] {-5, 999, 1_000, 1_001, 20_000, 20_001, 5_000_000}) {
            histogram.observe(micros);
        }
        assertEquals("_bucket{le=0.001} 3.0, _bucket{le=0.02} 5.0, _bucket{le=+Inf} 7.0, _sum{} 5.043001, "
                + "_count{} 7.0", histogram.samples(ImmutableMap.of()).stream()
                .map(sample -> sample.suffix() + sample.labels() + " " + sample.value()).collect(joining(", ")));
    }

    private void look(Handover... log) {
        tally.look(ImmutableList.copyOf(log));
    }

    private Metric metric(String name) {
        Families families = new Families();
        tally.into(families);
        return families.metrics().stream().filter(metric -> metric.name().equals(name)).findFirst().get();
    }

    private String value(String name, String suffix) {
        return metric(name).samples().stream().filter(sample -> sample.suffix().equals(suffix))
                .map(sample -> String.valueOf((long) sample.value())).collect(joining(", "));
    }

    private String handovers() {
        return metric("dmm_handovers_total").samples().stream()
                .map(sample -> sample.labels() + " " + (long) sample.value()).sorted().collect(joining(", "));
    }

    private String phases() {
        List<Metric.Sample> samples = metric("dmm_handover_phase_seconds").samples();
        List<String> words = new ArrayList<>();
        for (String phase : List.of("make", "switch", "break")) {
            double[] both = new double[2];
            samples.stream().filter(sample -> sample.labels().get("phase").equals(phase)).forEach(sample -> {
                both[0] = sample.suffix().equals("_count") ? sample.value() : both[0];
                both[1] = sample.suffix().equals("_sum") ? sample.value() : both[1];
            });
            words.add(phase + " " + (long) both[0] + " " + both[1]);
        }
        return String.join(", ", words);
    }

    private static Handover detected(int node, long time, Trigger trigger) {
        return Handover.detected(MobileNodeId.of(MacAddress.valueOf(node)), attachment(1, Trigger.ARP),
                attachment(2, trigger), time).build();
    }

    private static Handover switched(int node, long time, Trigger trigger) {
        return detected(node, time, trigger).toBuilder().phase(HandoverPhase.SWITCHED)
                .preparedAt(Optional.of(time + 4 * MS)).switchedAt(Optional.of(time + 6 * MS)).build();
    }

    private static Handover cleaned(int node, long time, Trigger trigger) {
        return switched(node, time, trigger).toBuilder().phase(HandoverPhase.CLEANED)
                .cleanedAt(Optional.of(time + 6_006 * MS)).packetsHeld(3).packetsRescued(20).build();
    }

    private static Handover rolledBack(int node, long time) {
        return detected(node, time, Trigger.DATA_PACKET).toBuilder().phase(HandoverPhase.ROLLED_BACK).build();
    }

    private static Attachment attachment(int sequence, Trigger trigger) {
        return Attachment.of(sequence, AnchorId.of("edge1"), new ConnectPoint(
                DeviceId.deviceId("of:0000000000000001"), PortNumber.portNumber(1)), Locator.of(1, 16), 0, trigger);
    }
}
