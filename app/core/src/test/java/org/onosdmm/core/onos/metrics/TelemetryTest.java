/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.onos.metrics;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.common.collect.ImmutableList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.onlab.packet.IpPrefix;
import org.onosdmm.api.AnchorId;
import org.onosdmm.api.AnchorInfo;
import org.onosdmm.api.Metric;
import org.onosdmm.api.MobilityService;
import org.onosdmm.api.RuleStatus;
import org.onosdmm.core.emulation.Emulation;
import org.onosdmm.core.emulation.Outside;
import org.onosdmm.core.emulation.Station;
import org.onosdmm.core.engine.FabricEngine;
import org.onosdmm.core.engine.MobilityEngine;
import org.onosdmm.core.onos.mobility.Engines;
import org.onosproject.net.DeviceId;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toCollection;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Metrics of an emulated network; and that what is written of them elsewhere is true. */
class TelemetryTest {

    private static final Path DOCS = Path.of("../../docs");
    private static final Pattern NAME = Pattern.compile("\\bdmm_[a-z0-9_]+");

    private final Telemetry telemetry = new Telemetry();
    private Emulation net;

    @BeforeEach
    void start() {
        net = Emulation.campus();
        telemetry.engines = new Engines() {
            @Override
            public MobilityEngine mobility() {
                return net.mobility();
            }

            @Override
            public FabricEngine fabric() {
                return net.fabric();
            }
        };
        AnchorInfo anchor = AnchorInfo.builder().id(AnchorId.of("edge1")).number(1)
                .device(DeviceId.deviceId("of:0000000000000001")).available(true)
                .prefixes(ImmutableList.of(IpPrefix.valueOf("10.1.0.0/24"))).uplink(AnchorInfo.Uplink.DOWN)
                .uplinkPort(Optional.empty()).nextHop(Optional.empty()).poolSize(64).leased(2).nodes(1).flows(0)
                .rules(RuleStatus.of(70, 68)).build();
        telemetry.mobility = (MobilityService) Proxy.newProxyInstance(getClass().getClassLoader(),
                new Class<?>[] {MobilityService.class}, (proxy, method, arguments) ->
                        method.getName().equals("handovers") ? net.mobility().handovers().handovers()
                                : ImmutableList.of(anchor));
    }

    @Test
    void aMoveWithACall() {
        Station one = net.station("one", 1, "10.1.0.10");
        one.say(Outside.address(10), 5_000, 16_384, "a call");
        one.say(Outside.address(30), 5_001, 9, "not kept");
        net.run(50);
        one.at(net.topology().access(3)).announce();
        net.settle();
        assertEquals("{trigger=arp, outcome=completed} 1", samples("dmm_handovers_total", ""));
        assertEquals("{phase=make} 1, {phase=switch} 1, {phase=break} 1",
                samples("dmm_handover_phase_seconds", "_count"));
        assertEquals("{anchor=edge3} 1", samples("dmm_nodes", ""));
        assertEquals("{} 0", samples("dmm_nodes_absent", ""));
        assertEquals("{class=telephony, anchor=edge1} 1", samples("dmm_pinned_flows", ""));
        assertEquals("{class=standard} 1", samples("dmm_known_flows", ""));
        assertEquals("{anchor=edge1} 0", samples("dmm_anchor_uplink_up", ""));
        assertEquals("{anchor=edge1} 70", samples("dmm_anchor_rules_desired", ""));
        assertTrue(Integer.parseInt(samples("dmm_compile_seconds", "_count").replace("{} ", "")) > 1);
        assertTrue(samples("dmm_packet_wait_seconds", "_count").contains("{waited_for=flow} "));
    }

    @Test
    void everyMetricIsThereFromTheBeginning() {
        Set<String> before = names();
        net.station("one", 1, "10.1.0.10");
        net.settle();
        assertEquals(before, names());
        telemetry.metrics().forEach(metric -> {
            assertTrue(NAME.matcher(metric.name()).matches(), metric.name());
            assertEquals(metric.type() == Metric.Type.COUNTER, metric.name().endsWith("_total"), metric.name());
            assertTrue(metric.type() != Metric.Type.HISTOGRAM || metric.name().endsWith("_seconds"), metric.name());
            assertTrue(metric.help().endsWith("."), metric.help());
        });
    }

    @Test
    void theDashboardAsksForWhatThereIs() throws IOException {
        Set<String> asked = new TreeSet<>();
        List<JsonNode> queries = new ObjectMapper().readTree(DOCS.resolve("grafana/onos-dmm.json").toFile())
                .findValues("expr");
        assertTrue(queries.size() > 20);
        for (JsonNode query : queries) {
            Matcher matcher = NAME.matcher(query.textValue());
            assertTrue(matcher.find(), query.textValue());
            do {
                asked.add(matcher.group());
            } while (matcher.find());
        }
        Set<String> series = telemetry.metrics().stream().flatMap(TelemetryTest::series)
                .collect(toCollection(TreeSet::new));
        assertTrue(series.containsAll(asked), asked + " but there is " + series);
        Set<String> shown = asked.stream().map(name -> name.replaceFirst("(_seconds)_[a-z]+$", "$1"))
                .collect(toCollection(TreeSet::new));
        assertEquals(names(), shown, "each metric has a place on it");
    }

    private static Stream<String> series(Metric metric) {
        return metric.type() == Metric.Type.HISTOGRAM
                ? Stream.of("_bucket", "_sum", "_count").map(metric.name()::concat) : Stream.of(metric.name());
    }

    @Test
    void theDocumentationNamesThemAll() throws IOException {
        Set<String> written = new TreeSet<>();
        for (String line : Files.readAllLines(DOCS.resolve("operations.md"))) {
            if (line.startsWith("| `dmm_")) {
                Matcher matcher = NAME.matcher(line.split("\\|")[1]);
                while (matcher.find()) {
                    written.add(matcher.group());
                }
            }
        }
        assertEquals(names(), written);
    }

    private Set<String> names() {
        return telemetry.metrics().stream().map(Metric::name).collect(toCollection(TreeSet::new));
    }

    private String samples(String name, String suffix) {
        return telemetry.metrics().stream().filter(metric -> metric.name().equals(name))
                .flatMap(metric -> metric.samples().stream()).filter(sample -> sample.suffix().equals(suffix))
                .map(sample -> sample.labels() + " " + (long) sample.value()).collect(joining(", "));
    }
}
