/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.cli;

import org.junit.jupiter.api.Test;
import org.onosdmm.view.example.ExampleInterventions;
import org.onosdmm.view.example.ExampleService;

import java.util.List;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What an operator does by the shell; what is wrong changes nothing. */
class OperatingCommandsTest {

    private static final String CALL = "udp,10.1.0.10,40000,203.0.113.10,16384";

    private final ExampleInterventions interventions = new ExampleInterventions();
    private final Shell shell = new Shell(new ExampleService());

    private String move(String... arguments) {
        MoveCommand command = new MoveCommand();
        command.interventions = () -> interventions;
        return shell.run(command, arguments);
    }

    private String resync(String... arguments) {
        ResyncCommand command = new ResyncCommand();
        command.interventions = () -> interventions;
        return shell.run(command, arguments);
    }

    @Test
    void moves() {
        assertEquals(CALL + " is anchored at edge1 as 198.51.100.1", move(CALL, "edge1"));
        assertEquals(0, shell.status());
        assertTrue(move("-j", CALL, "edge1").startsWith("{\"id\":\"" + CALL + "\","));
        assertEquals(List.of("move " + CALL + " to edge1", "move " + CALL + " to edge1"), interventions.done);
    }

    @Test
    void refusedMoves() {
        assertEquals("Error: flow: '" + CALL + "' is SESSION_LASTING", move(CALL, "edge2"));
        assertEquals(1, shell.status());
        assertTrue(move("-j", CALL, "edge2").endsWith(
                "\"code\":409,\"message\":\"flow: '" + CALL + "' is SESSION_LASTING\"}"));
        assertTrue(move("call", "edge1").startsWith("Error: flow: 'call' is not of the form udp,10.1.0.10,5004,"));
        assertEquals("Error: localPort: 'x' is not a port from 0 to 65535",
                     move("udp,10.1.0.10,x,203.0.113.10,16384", "edge1"));
        assertEquals(1, shell.status());
        assertEquals(List.of(), interventions.done);
    }

    @Test
    void tellsSwitchesAgain() {
        assertEquals("100 rules sent again to all switches", resync());
        assertEquals("1 rule sent again to of:0000000000000001", resync("of:0000000000000001"));
        assertEquals("12 rules sent again for 00:00:00:00:01:01", resync("00:00:00:00:01:01"));
        assertEquals("{\"rules\":12}", resync("-j", "00:00:00:00:01:01"));
        assertEquals(List.of("resync", "resync of:0000000000000001", "resync 00:00:00:00:01:01",
                             "resync 00:00:00:00:01:01"), interventions.done);
    }

    @Test
    void tellsNobodyWhoIsNotThere() {
        String wrong = "' is neither the id of a switch, such as of:0000000000000001, nor the MAC address of a node";
        assertEquals("Error: target: 'edge1" + wrong, resync("edge1"));
        assertEquals("Error: target: '" + wrong, resync(""));
        assertEquals("Error: device: 'of:0000000000000099' does not exist", resync("of:0000000000000099"));
        assertEquals(1, shell.status());
        assertEquals(List.of(), interventions.done);
    }
}
