/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.common.collect.ImmutableList;
import org.junit.jupiter.api.Test;
import org.onosdmm.api.Finding;
import org.onosdmm.view.example.ExampleService;

import java.io.IOException;

import static org.junit.jupiter.api.Assertions.assertEquals;

/**
 * What a program reads: the envelopes of REST, with the same filters as the text.
 */
class CommandsJsonTest {

    private final ExampleService service = new ExampleService();
    private final Shell shell = new Shell(service);

    @Test
    void envelopes() throws IOException {
        assertEquals("edge2", run(new AnchorsCommand()).at("/anchors/1/id").asText());
        assertEquals("00:00:00:00:01:02", run(new BindingsCommand()).at("/bindings/1/node").asText());
        assertEquals("FIXED", run(new FlowsCommand()).at("/flows/2/continuity").asText());
        assertEquals("laptop", run(new GrantsCommand()).at("/grants/0/name").asText());
        assertEquals(3, run(new HandoversCommand()).at("/handovers").size());
        assertEquals("standard", run(new ClassesCommand()).at("/classes/2/name").asText());
        assertEquals("OK", run(new CheckCommand()).at("/verdict").asText());
    }

    @Test
    void oneBindingHasNoEnvelope() throws IOException {
        assertEquals("00:00:00:00:01:01", run(new BindingsCommand(), "00:00:00:00:01:01").at("/node").asText());
    }

    @Test
    void filters() throws IOException {
        JsonNode flows = run(new FlowsCommand(), "--class", "oam").at("/flows");
        assertEquals(1, flows.size());
        assertEquals(22, flows.at("/0/localPort").asInt());
        JsonNode handovers = run(new HandoversCommand(), "--last", "2").at("/handovers");
        assertEquals(2, handovers.size());
        assertEquals("ROLLED_BACK", handovers.at("/0/phase").asText());
    }

    @Test
    void emptyIsAnEmptyArray() throws IOException {
        Shell empty = new Shell(ExampleService.empty());
        assertEquals("{\"anchors\":[]}", empty.run(new AnchorsCommand(), "-j"));
        assertEquals("{\"flows\":[]}", empty.run(new FlowsCommand(), "--json"));
    }

    @Test
    void checkStillPrintsJsonWhenItFails() throws IOException {
        service.findings = ImmutableList.of(Finding.error("edge2", "1 of 28 rules is missing"));
        assertEquals("{\"verdict\":\"ERROR\",\"findings\":[{\"severity\":\"ERROR\",\"subject\":\"edge2\","
                         + "\"message\":\"1 of 28 rules is missing\"}]}", shell.run(new CheckCommand(), "-j"));
        assertEquals(1, shell.status());
    }

    private JsonNode run(DmmCommand command, String... arguments) throws IOException {
        String[] all = ImmutableList.<String>builder().add("-j").add(arguments).build().toArray(new String[0]);
        String printed = shell.run(command, all);
        assertEquals(0, shell.status(), printed);
        return new ObjectMapper().readTree(printed);
    }
}
