/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.cli;

import com.google.common.collect.ImmutableList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.onlab.osgi.ServiceNotFoundException;
import org.onosdmm.api.DmmException;
import org.onosdmm.api.MobilityService;
import org.onosdmm.view.example.ExampleCodecs;
import org.onosdmm.view.example.ExampleService;

import java.util.LinkedHashMap;
import java.util.Map;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * One line an error, and an exit status that a script can test.
 */
class CommandErrorsTest {

    private final ExampleService service = new ExampleService();
    private final Shell shell = new Shell(service);

    @AfterEach
    void failed() {
        assertEquals(1, shell.status());
    }

    @Test
    void malformedMac() {
        assertEquals("Error: node: '10.1.0.10' is not a MAC address",
                     shell.run(new BindingsCommand(), "10.1.0.10"));
        assertEquals("Error: node: 'me' is not a MAC address", shell.run(new FlowsCommand(), "--node", "me"));
        assertEquals("Error: node: 'me' is not a MAC address", shell.run(new GrantsCommand(), "--node", "me"));
    }

    @Test
    void unknownNode() {
        assertEquals("Error: node: '00:00:00:00:00:99' does not exist",
                     shell.run(new BindingsCommand(), "00:00:00:00:00:99"));
        assertEquals("Error: node: '00:00:00:00:00:99' does not exist",
                     shell.run(new FlowsCommand(), "--node", "00:00:00:00:00:99"));
        assertEquals("Error: node: '00:00:00:00:00:99' does not exist",
                     shell.run(new GrantsCommand(), "--node", "00:00:00:00:00:99"));
        assertEquals("Error: node: '00:00:00:00:00:99' does not exist",
                     shell.run(new HandoversCommand(), "--node", "00:00:00:00:00:99"));
    }

    @Test
    void unknownAnchorAndClass() {
        assertEquals("Error: anchor: 'edge9' does not exist", shell.run(new FlowsCommand(), "--anchor", "edge9"));
        assertEquals("Error: class: 'voip' does not exist", shell.run(new FlowsCommand(), "--class", "voip"));
    }

    @Test
    void lastIsNoCount() {
        for (String wrong : ImmutableList.of("-1", "0", "many", "", "99999999999", "1.5")) {
            assertEquals("Error: last: '" + wrong + "' is not a whole number from 1 to 2147483647",
                         shell.run(new HandoversCommand(), "--last", wrong));
        }
    }

    /** The shell's own parser refuses these, in one line, before the command has done anything. */
    @Test
    void halfACommand() {
        service.failure = new IllegalStateException("it was begun");
        Map<DmmCommand, String> half = new LinkedHashMap<>();
        half.put(new DrainCommand(), "");
        half.put(new DrainCommand(), "--off");
        half.put(new MoveCommand(), "");
        half.put(new MoveCommand(), "udp,10.1.0.10,5004,203.0.113.10,16384");
        half.put(new ExplainCommand(), "");
        half.put(new PolicyCommand(), "");
        half.put(new HandoversCommand(), "--last");
        half.put(new HandoversCommand(), "--node");
        half.put(new HandoversCommand(), "--slow");
        half.put(new FlowsCommand(), "--node");
        half.put(new FlowsCommand(), "--class");
        half.put(new FlowsCommand(), "--anchor");
        half.put(new GrantsCommand(), "--node");
        for (DmmCommand command : ImmutableList.of(new AnchorsCommand(), new CheckCommand(), new ClassesCommand(),
                new FlowsCommand(), new GrantsCommand(), new HandoversCommand(), new NodesCommand(),
                new SummaryCommand())) {
            half.put(command, "too-much");
        }
        half.put(new BindingsCommand(), "00:00:00:00:01:01 too-much");
        half.put(new ResyncCommand(), "00:00:00:00:01:01 too-much");
        half.put(new ResyncCommand(), "--unknown");
        half.forEach((command, words) -> {
            String said = shell.run(command, words.isEmpty() ? new String[0] : words.split(" "));
            assertEquals(1, shell.status(), said);
            assertTrue(said.contains("argument") || said.contains("option"), said);
            assertFalse(said.contains("Exception") || said.contains("\tat "), said);
        });
    }

    @Test
    void jsonOfAnError() {
        assertEquals("{\"type\":\"about:blank\",\"title\":\"Not Found\",\"status\":404,"
                + "\"detail\":\"anchor: 'edge9' does not exist\",\"field\":\"anchor\",\"value\":\"edge9\","
                + "\"code\":404,\"message\":\"anchor: 'edge9' does not exist\"}",
                     shell.run(new FlowsCommand(), "-j", "--anchor", "edge9"));
    }

    @Test
    void notReady() {
        service.failure = new DmmException(DmmException.Kind.UNAVAILABLE, "config", "none is in force");
        assertEquals("Error: config: none is in force", shell.run(new CheckCommand()));
    }

    @Test
    void internalErrorSaysNothingOfTheInside() {
        service.failure = new IllegalStateException("secret of the inside");
        assertEquals("Error: internal error, see the controller's log", shell.run(new AnchorsCommand()));
    }

    @Test
    void appNotActive() {
        Shell without = new Shell(() -> {
            throw new ServiceNotFoundException("Service " + MobilityService.class.getName() + " not found");
        });
        assertEquals("Error: Service org.onosdmm.api.MobilityService not found: is the app active?",
                     without.run(new AnchorsCommand()));
        assertEquals(1, without.status());
        shell.run(new HandoversCommand(), "--last", "0");
    }

    @Test
    void codecsNotThere() {
        assertEquals("{\"type\":\"about:blank\",\"title\":\"Service Unavailable\",\"status\":503,"
                + "\"detail\":\"json: no codec of AnchorInfo\",\"field\":\"json\",\"value\":null,"
                + "\"code\":503,\"message\":\"json: no codec of AnchorInfo\"}",
                     shell.codecs(new ExampleCodecs()).run(new AnchorsCommand(), "-j"));
    }
}
