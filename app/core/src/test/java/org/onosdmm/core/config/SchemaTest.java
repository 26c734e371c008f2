/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Streams;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.onlab.packet.MacAddress;
import org.onosdmm.api.Continuity;
import org.onosdmm.api.DmmException;
import org.onosdmm.core.classify.Classifier;
import org.onosdmm.core.model.Domain;
import org.onosdmm.core.model.Limits;
import org.onosdmm.core.model.Policy;
import org.onosdmm.core.model.Timers;
import org.onosdmm.core.strategy.Strategies;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The schema and the parser describe the same document. */
class SchemaTest {
    private static final Schema SCHEMA = Schema.ofDocument();
    private final DomainParser parser = new DomainParser(Strategies.builtIn().ids());

    @Test
    void acceptsWhatTheParserAccepts() {
        assertTrue(SCHEMA.accepts(Documents.sample()));
        assertTrue(SCHEMA.accepts(Documents.least()));
    }

    @ParameterizedTest
    @EnumSource(BadInput.class)
    void refusesTheMistakesThatASchemaCanSee(BadInput input) {
        assertEquals(input.seenBySchema(), !SCHEMA.accepts(input.document()));
    }

    /** The sample has every field, so nothing below is left out. */
    @ParameterizedTest
    @MethodSource("objects")
    void theSampleHasEveryField(Place object) {
        assertEquals(object.schema.properties(), ImmutableSet.copyOf(object.value.fieldNames()));
    }

    @ParameterizedTest
    @MethodSource("objects")
    void knowsTheSameFields(Place object) {
        JsonNode document = Documents.with(Documents.sample(), object.pointer + "/bogus", "1");
        assertTrue(refusal(document).endsWith("is not known here; known are "
                + String.join(", ", object.schema.properties())), refusal(document));
        assertFalse(SCHEMA.accepts(document));
    }

    @ParameterizedTest
    @MethodSource("objects")
    void requiresTheSameFields(Place object) {
        for (String name : object.schema.properties()) {
            String refusal = refusal(Documents.without(Documents.sample(), object.pointer + "/" + name));
            assertEquals(object.schema.requires(name), refusal.equals(object.path(name) + ": is missing"),
                    object.path(name) + ": " + refusal);
        }
    }

    @ParameterizedTest
    @MethodSource("integers")
    void knowsTheSameRanges(Place number) {
        String least = number.schema.keyword("minimum").asText();
        String most = number.schema.keyword("maximum").asText();
        assertDoesNotThrow(() -> parser.parse(Documents.with(Documents.sample(), number.pointer, least)));
        assertDoesNotThrow(() -> parser.parse(Documents.with(Documents.sample(), number.pointer, most)));
        String below = String.valueOf(Long.parseLong(least) - 1);
        String above = String.valueOf(Long.parseLong(most) + 1);
        assertEquals(number.path() + ": '" + below + "' is not in " + least + " to " + most,
                refusal(Documents.with(Documents.sample(), number.pointer, below)));
        assertEquals(number.path() + ": '" + above + "' is not in " + least + " to " + most,
                refusal(Documents.with(Documents.sample(), number.pointer, above)));
    }

    @ParameterizedTest
    @MethodSource("all")
    void neitherTakesAnotherType(Place place) {
        String other = place.value.isBoolean() ? "1.5" : "true";
        JsonNode document = Documents.with(Documents.sample(), place.pointer, other);
        assertTrue(refusal(document).matches(Pattern.quote((place.path().isEmpty() ? "document" : place.path())
                + ": '" + other + "' is ") + "(not|neither) .*"), refusal(document));
        assertFalse(SCHEMA.accepts(document));
    }

    @Test
    void knowsTheSameContinuityTypesAndStrategies() {
        Schema applicationClass = SCHEMA.property("classes").items();
        assertEquals(Arrays.stream(Continuity.values()).map(Enum::name).collect(Collectors.toSet()),
                texts(applicationClass.property("continuity").keyword("enum")));
        assertEquals(Strategies.builtIn().ids(), texts(applicationClass.property("strategy").keyword("examples")));
        assertEquals(ImmutableSet.copyOf(Policy.STEPS), texts(SCHEMA.property("classification").property("steps")
                .items().keyword("examples")));
        assertEquals(Policy.STEPS, Classifier.builtIn().ids().asList());
    }

    @Test
    void namesTheSameDefaults() {
        Domain domain = parser.parse(Documents.least());
        assertEquals(MacAddress.valueOf(defaultOf("gatewayMac")), domain.gatewayMac());
        assertEquals(defaultOf("defaultClass"), domain.policy().defaultClass().name());
        assertEquals(defaultOf("inboundClass"), domain.policy().inboundClass().name());
        Schema timers = SCHEMA.property("timers");
        assertEquals(Timers.DEFAULTS, Timers.builder()
                .drain(timers.property("drain").keyword("default").longValue())
                .probe(timers.property("probe").keyword("default").longValue())
                .leaseLinger(timers.property("leaseLinger").keyword("default").longValue())
                .pinIdle(timers.property("pinIdle").keyword("default").longValue())
                .bindingLifetime(timers.property("bindingLifetime").keyword("default").longValue())
                .preferredLifetime(timers.property("preferredLifetime").keyword("default").longValue())
                .validLifetime(timers.property("validLifetime").keyword("default").longValue())
                .unpinnedIdle(timers.property("unpinnedIdle").keyword("default").longValue())
                .addressHold(timers.property("addressHold").keyword("default").longValue())
                .overlap(timers.property("overlap").keyword("default").longValue())
                .router(timers.property("router").keyword("default").longValue()).build());
        Schema limits = SCHEMA.property("limits");
        assertEquals(Limits.DEFAULTS, Limits.of(limits.property("flowsPerNode").keyword("default").intValue(),
                limits.property("flowsPerEdge").keyword("default").intValue(),
                limits.property("namesPerNode").keyword("default").intValue()));
    }

    @Test
    void allowsAsManyRules() {
        int most = SCHEMA.property("rules").keyword("maxItems").intValue();
        assertEquals(most, parser.parse(Documents.withRules(most)).policy().rules().size());
        assertTrue(SCHEMA.accepts(Documents.withRules(most)));
        assertTrue(refusal(Documents.withRules(most + 1)).endsWith("' has more than " + most + " rules"));
        assertFalse(SCHEMA.accepts(Documents.withRules(most + 1)));
    }

    private String refusal(JsonNode document) {
        try {
            parser.parse(document);
            return "accepted";
        } catch (DmmException e) {
            return e.getMessage();
        }
    }

    private static String defaultOf(String name) {
        return SCHEMA.keyword("properties").get(name).get("default").textValue();
    }

    private static ImmutableSet<String> texts(JsonNode list) {
        return Streams.stream(list).map(JsonNode::textValue).collect(ImmutableSet.toImmutableSet());
    }

    static Stream<Place> all() {
        return Place.of("", SCHEMA, Documents.sample()).stream();
    }

    static Stream<Place> objects() {
        return all().filter(p -> p.value.isObject());
    }

    static Stream<Place> integers() {
        return all().filter(p -> p.schema.keyword("type").asText().equals("integer"));
    }

    /** A place in the sample, and what the schema says of it. */
    private static final class Place {
        private final String pointer;
        private final Schema schema;
        private final JsonNode value;

        private Place(String pointer, Schema schema, JsonNode value) {
            this.pointer = pointer;
            this.schema = schema;
            this.value = value;
        }

        /** The place and all places below it; of lists the first item. */
        static List<Place> of(String pointer, Schema schema, JsonNode value) {
            List<Place> places = new ArrayList<>();
            places.add(new Place(pointer, schema, value));
            schema.properties().forEach(name ->
                    places.addAll(of(pointer + "/" + name, schema.property(name), value.get(name))));
            if (value.isArray()) {
                places.addAll(of(pointer + "/0", schema.items(), value.get(0)));
            }
            return places;
        }

        String path() {
            return pointer.replaceAll("/(\\d+)", "[$1]").replace('/', '.').replaceFirst("^\\.", "");
        }

        String path(String name) {
            return path().isEmpty() ? name : path() + "." + name;
        }

        @Override
        public String toString() {
            return pointer;
        }
    }
}
