/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.cli;

import org.junit.jupiter.api.Test;
import org.onlab.osgi.ServiceNotFoundException;
import org.onosdmm.api.ExplanationService;
import org.onosdmm.view.example.ExampleExplanation;
import org.onosdmm.view.example.ExampleService;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What a person reads about a flow. */
class ExplainCommandTest {

    private static final String CALL = "udp,10.1.0.10,40000,203.0.113.10,16384";

    private final Shell shell = new Shell(new ExampleService());

    private String run(String... arguments) {
        ExplainCommand command = new ExplainCommand();
        command.explanations = ExampleExplanation::new;
        return shell.run(command, arguments);
    }

    @Test
    void inWords() {
        assertEquals(String.join("\n",
            "Flow       udp 10.1.0.10:40000 - 203.0.113.10:16384",
            "Id         udp,10.1.0.10,40000,203.0.113.10,16384",
            "Node       00:00:00:00:01:01 is at edge2/3; the handover from edge1/1 is SWITCHED",
            "Class      telephony, told by the step rules: rule 1",
            "Anchor     edge1, chosen by nearest",
            "Promise    SESSION_LASTING: keeps anchor and address until it ends",
            "",
            "From node  edge2 > core > edge1: leave",
            "Switch               Ports  Table      Priority  Cookie              Rule               "
                + "                           There",
            "edge2                3 > 1  0 admit       44000  0x00002a0000000001  source guard: the n"
                + "ode is here: go on to      no",
            "                                                                     steer",
            "                            1 steer       60000  0xffffffffffffffff  pin of the flow: lo"
                + "cator 0A:00:00:01:00:01:   yes",
            "                                                                     leave at edge1 with"
                + " an address lent there,",
            "                                                                     go on to attach",
            "of:0000000000000011  2 > 1  3 transit     40000  0x0000000000000007  towards the edge: o"
                + "ut of port 1               yes"),
            run(CALL).split("\n\nTo node")[0]);
        assertEquals(0, shell.status());
    }

    @Test
    void withinTheWidthOfATerminal() {
        List<String> lines = Arrays.asList(run(CALL).split("\n"));
        assertEquals(List.of(), lines.stream().filter(line -> line.length() > 120).collect(Collectors.toList()));
        assertTrue(lines.stream().anyMatch(line -> line.startsWith("To node    edge1: lost")), lines::toString);
        assertTrue(lines.stream().anyMatch(line -> line.startsWith("Until then leave the domain by the uplink of")));
        assertTrue(lines.stream().anyMatch(line -> line.contains("no rule matches")));
        assertTrue(lines.stream().anyMatch(line -> line.matches("to edge1 +goes on: still leaves at edge1.*")));
    }

    @Test
    void asProgramsReadIt() {
        assertTrue(run("-j", CALL).startsWith("{\"id\":\"" + CALL + "\",\"node\":\"00:00:00:00:01:01\",\"flow\":{"));
    }

    @Test
    void inThreeWords() {
        assertTrue(run("udp", "10.1.0.10:1", "203.0.113.10:2").startsWith(
                "Flow       udp 10.1.0.10:1 - 203.0.113.10:2\n"));
    }

    @Test
    void halfAFlow() {
        assertEquals("Error: flow: 'udp 10.1.0.10:1' is neither the id of a flow, such as "
                + "udp,10.1.0.10,5004,203.0.113.10,16384, nor three words, such as udp 10.1.0.10:5004 "
                + "203.0.113.10:16384", run("udp", "10.1.0.10:1"));
        assertEquals(1, shell.status());
        assertEquals("Error: flow: 'udp,10.9.0.1,1,203.0.113.10,2' does not exist",
                     run("udp,10.9.0.1,1,203.0.113.10,2"));
        assertEquals(1, shell.status());
    }

    @Test
    void theServiceIsThere() {
        ExplainCommand command = new ExplainCommand();
        command.explanations = () -> {
            throw new ServiceNotFoundException("Service " + ExplanationService.class.getName()
                    + " not found");
        };
        assertTrue(shell.run(command, CALL).endsWith("not found: is the app active?"));
    }
}
