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

import static org.junit.jupiter.api.Assertions.assertEquals;

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
