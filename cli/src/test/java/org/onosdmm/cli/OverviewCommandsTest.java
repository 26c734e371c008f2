/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import org.junit.jupiter.api.Test;
import org.onosdmm.api.Finding;
import org.onosdmm.api.OperationService;
import org.onosdmm.view.example.ExampleService;

import java.io.IOException;
import java.lang.reflect.Proxy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** All nodes, and all of the domain, at a glance. */
class OverviewCommandsTest {

    private final ExampleService service = new ExampleService();
    private final Shell shell = new Shell(service);

    private String summary(String... arguments) {
        return summary(shell, ImmutableMap.of("flows shown", 12L, "flows held", 3L),
                ImmutableMap.of("of:0000000000000001", 2L), arguments);
    }

    private static String summary(Shell shell, ImmutableMap<String, Long> packets,
                                  ImmutableMap<String, Long> repairs, String... arguments) {
        SummaryCommand command = new SummaryCommand();
        command.operations = () -> (OperationService) Proxy.newProxyInstance(OperationService.class.getClassLoader(),
                new Class<?>[] {OperationService.class}, (self, method, values) ->
                        ImmutableMap.of("packets", packets, "repairs", repairs).get(method.getName()));
        return shell.run(command, arguments);
    }

    @Test
    void nodes() {
        assertEquals(text(
            "Node               Name    Addresses             PoA      Home   State          Moves  Kept  Known  Lent  "
                + "Rules",
            "00:00:00:00:01:01  laptop  10.1.0.10             edge2/3  edge1  attached 12 s      3     3      3     2  "
                + "12/14",
            "00:00:00:00:01:02  -       10.1.0.11, 10.1.0.12  edge1/2  edge1  absent 5 s         0     0      0     0  "
                + "  6/6"),
            shell.run(new NodesCommand()));
        assertEquals("No mobile nodes.", new Shell(ExampleService.empty()).run(new NodesCommand()));
    }

    @Test
    void nodesAsProgramsReadThem() throws IOException {
        JsonNode nodes = new ObjectMapper().readTree(shell.run(new NodesCommand(), "-j")).at("/nodes");
        assertEquals(2, nodes.size());
        assertEquals("laptop", nodes.at("/0/name").asText());
        assertEquals("of:0000000000000002/3", nodes.at("/0/port").asText());
        assertEquals(3, nodes.at("/0/moves").asInt());
        assertTrue(nodes.at("/1/name").isNull());
        assertEquals(2, nodes.at("/1/addresses").size());
    }

    @Test
    void theDomainOnOneScreen() {
        service.findings = ImmutableList.of(
            Finding.warning("edge1", "61 of 68 rules are confirmed"),
            Finding.error("edge2", "switch of:0000000000000002 is not connected"));
        assertEquals(text(
            "Nodes      2; away 1, moving 1",
            "Flows      3 kept (multimedia-conferencing 1, oam 1, telephony 1), 0 known and not kept, 0 lost",
            "Packet-ins 15: flows shown 12, flows held 3",
            "Repairs    rules at of:0000000000000001 2",
            "Problems   1 error, 1 warning: edge2 switch of:0000000000000002 is not connected; see dmm-check",
            "",
            "Anchor  Switch  Uplink       New flows  Nodes  Flows  Leased  Rules",
            "edge1   up      up, port 10  taken          0      3    1/64  31/31",
            "edge2   down    none         taken          1      0     0/0  27/28",
            "",
            "Handovers    Number  Switched  Rolled back  Failed   Median      p99  Longest",
            "last minute       2         1            1       0  13.0 ms  13.0 ms  13.0 ms",
            "last hour         3         2            1       0  2.04 ms  13.0 ms  13.0 ms"),
            summary());
        assertEquals(0, shell.status());
    }

    @Test
    void aDomainWithoutConfiguration() {
        assertEquals(text(
            "Nodes      0; away 0, moving 0",
            "Flows      0 kept, 0 known and not kept, 0 lost",
            "Packet-ins 0",
            "Repairs    none",
            "Problems   0 errors, 0 warnings",
            "",
            "No anchors: no configuration is in force, see dmm-check.",
            "",
            "Handovers    Number  Switched  Rolled back  Failed  Median  p99  Longest",
            "last minute       0         0            0       0       -    -        -",
            "last hour         0         0            0       0       -    -        -"),
            summary(new Shell(ExampleService.empty()), ImmutableMap.of(), ImmutableMap.of()));
    }

    @Test
    void theSummaryAsProgramsReadIt() throws IOException {
        JsonNode json = new ObjectMapper().readTree(summary("-j"));
        assertEquals(2, json.at("/anchors").size());
        assertEquals(1, json.at("/flows/kept/telephony").asInt());
        assertEquals(13.0, json.at("/handovers/lastMinute/median").asDouble());
        assertEquals(12, json.at("/packets/flows shown").asInt());
        assertEquals(2, json.at("/repairs/of:0000000000000001").asInt());
        assertEquals("OK", json.at("/check/verdict").asText());
    }

    @Test
    void slowHandovers() {
        assertEquals(3, shell.run(new HandoversCommand(), "--slow", "10").split("\n").length,
                     "the one of 13 ms, and the one that has not come so far for a minute");
        assertEquals(4, shell.run(new HandoversCommand(), "--slow", "1").split("\n").length);
        assertEquals(2, shell.run(new HandoversCommand(), "--slow", "10", "--last", "1").split("\n").length);
        assertEquals("Error: slow: 'fast' is not a whole number from 1 to 2147483647",
                     shell.run(new HandoversCommand(), "--slow", "fast"));
    }

    private static String text(String... lines) {
        return String.join("\n", lines);
    }
}
