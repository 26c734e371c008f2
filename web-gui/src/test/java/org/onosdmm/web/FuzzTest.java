/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ObjectArrays;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.onosdmm.api.AttachmentService;
import org.onosdmm.api.DmmException;
import org.onosdmm.api.ExplanationService;
import org.onosdmm.api.FlowRequestService;
import org.onosdmm.api.InterventionService;
import org.onosdmm.api.MobilityService;
import org.onosdmm.api.OperationService;
import org.onosdmm.api.TelemetryService;
import org.onosdmm.view.example.ExampleService;
import org.onosdmm.view.json.DmmCodecs;
import org.onosproject.codec.CodecService;
import org.onosproject.codec.impl.CodecManager;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.stream.Stream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * Bad input for every operation of the OpenAPI document, made from what that says of its parameters and bodies.
 * Whatever comes: an answer as described, never an error of ours, nothing of the inside, and nothing changed by what is
 * refused.
 */
class FuzzTest {

    private static final int ROUNDS = 300;
    private static final int SLACK = 3_000;
    private static final List<String> VALUES = ImmutableList.of("", " ", "x", "-1", "0", "1.5", "NaN", "null", "true",
            "99999999999999999999", "2147483648", "00:00:00:00:00:99", "00:00:00:00:01:01,00:00:00:00:01:02",
            "of:zzz", "<script>alert(1)</script>",
            "' OR 1=1 --", "%", "{}", "[]", "../..", "\u0000", "\n",
            "\ud83d\ude00", "\u00e4".repeat(50), "a".repeat(5_000));
    private static final List<String> PARTS = ImmutableList.of("null", "true", "-1", "1.5", "99999999999999999999",
            "1e999", "\"\"", "\"x\"", "\"<b>\"", "[]", "[null]", "[[1]]", "{}", "{\"a\":{}}",
            "\"" + "a".repeat(5_000) + "\"");
    private static final ImmutableMap<String, String> GOOD = ImmutableMap.of(
            "Notice", "{\"event\":\"expected\",\"node\":\"00:00:00:00:01:10\","
                    + "\"port\":\"of:0000000000000002/3\",\"window\":500,\"addresses\":[\"10.1.0.10\"]}",
            "NewRequest", "{\"node\":\"00:00:00:00:01:10\",\"address\":\"10.1.0.10\",\"protocol\":\"udp\","
                    + "\"localPort\":5004,\"remote\":\"203.0.113.10\",\"remotePort\":16384,\"class\":\"telephony\","
                    + "\"lifetime\":60000,\"by\":\"pbx\"}",
            "Policy", "{\"anchors\":[]}");

    private final ObjectMapper mapper = new ObjectMapper();
    private final List<String> changed = new ArrayList<>();
    private final Rest rest = served("admin", "viewer");

    private Rest served(String... roles) {
        CodecManager codecs = new CodecManager();
        codecs.activate();
        new DmmCodecs(codecs);
        return new Rest(roles).with(CodecService.class, codecs).with(MobilityService.class, new ExampleService())
                .with(TelemetryService.class, ImmutableList::of)
                .with(OperationService.class, fake(OperationService.class))
                .with(AttachmentService.class, fake(AttachmentService.class))
                .with(FlowRequestService.class, fake(FlowRequestService.class))
                .with(InterventionService.class, fake(InterventionService.class))
                .with(ExplanationService.class, fake(ExplanationService.class));
    }

    /** Takes everything, and notes what would change something. */
    private <T> T fake(Class<T> type) {
        InvocationHandler handler = (proxy, method, arguments) -> answer(proxy, method, arguments);
        return type.cast(Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {type}, handler));
    }

    private Object answer(Object proxy, Method method, Object[] arguments) {
        switch (method.getName()) {
            case "packets":
            case "delays":
                return ImmutableMap.of();
            case "requests":
                return ImmutableList.of();
            case "policy":
                return Optional.empty();
            case "classFor":
            case "holder":
            case "explain":
                throw DmmException.invalid(method.getName(), arguments[0], "is not known");
            case "repairs":
                return ImmutableMap.of();
            case "diff":
            case "check":
                throw DmmException.invalid("anchors", arguments[0], "is not an anchor");
            default:
                changed.add(method.getName());
                throw new DmmException(DmmException.Kind.CONFLICT, "all", "cannot be done");
        }
    }

    private Stream<OpenApi.Operation> operations() {
        return OpenApi.operations().stream().filter(operation -> !operation.path.equals("/events"));
    }

    @TestFactory
    Stream<DynamicTest> parameters() {
        return operations().map(operation -> DynamicTest.dynamicTest(operation.toString(), () -> {
            for (JsonNode parameter : operation.json.path("parameters")) {
                for (String value : VALUES) {
                    String encoded = URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
                    String name = parameter.path("name").asText();
                    if (parameter.path("in").asText().equals("path")) {
                        // without a value it is the path of another resource
                        ask(rest, operation, path(operation, encoded.isEmpty() ? "x" : encoded));
                    } else if (parameter.path("in").asText().equals("query")) {
                        ask(rest, operation, path(operation, "x") + "?" + name + "=" + encoded);
                    } else if (!value.contains("\n")) {
                        ask(rest, operation, path(operation, "x"), name, value);
                    }
                }
            }
        }));
    }

    @TestFactory
    Stream<DynamicTest> bodies() {
        return operations().filter(operation -> operation.json.has("requestBody")).map(operation ->
                DynamicTest.dynamicTest(operation.toString(), () -> {
                    String name = operation.json.at("/requestBody/content/application~1json/schema/$ref").asText()
                            .replaceFirst(".*/", "");
                    for (byte[] body : bodies(GOOD.get(name))) {
                        int status = send(operation, body, "application/json");
                        assertTrue(status == 413 || body.length < 5 << 20, operation + " " + body.length);
                    }
                    for (String type : List.of("text/plain", "x/y;q", "application/json;charset=x")) {
                        send(operation, GOOD.get(name).getBytes(StandardCharsets.UTF_8), type);
                    }
                }));
    }

    private List<byte[]> bodies(String good) throws Exception {
        List<String> bodies = new ArrayList<>(List.of("", " ", "null", "1", "\"x\"", "[]", "[1]", "{", "}", "{}",
                "{\"a\":1}", "{'event':1}", "\ufeff{}", good + "x", good + good, "[".repeat(60_000),
                "{\"a\":".repeat(10_000), "[".repeat(2_000_000), " ".repeat(5 << 20),
                "{\"by\":\"" + "x".repeat(5 << 20) + "\"}"));
        ObjectNode object = (ObjectNode) mapper.readTree(good);
        for (Iterator<String> names = object.fieldNames(); names.hasNext();) {
            String name = names.next();
            ObjectNode without = object.deepCopy();
            without.remove(name);
            bodies.add(without.toString());
            for (String part : PARTS) {
                bodies.add(without.toString().replaceFirst("\\{", Matcher.quoteReplacement(
                        "{\"" + name + "\":" + part + (without.isEmpty() ? "" : ","))));
            }
        }
        List<byte[]> octets = new ArrayList<>();
        bodies.forEach(body -> octets.add(body.getBytes(StandardCharsets.UTF_8)));
        long seed = System.nanoTime();
        System.out.println("FUZZ seed " + seed);
        Random random = new Random(seed);
        for (int round = 0; round < ROUNDS; round++) {
            byte[] mutant = good.getBytes(StandardCharsets.UTF_8);
            for (int i = random.nextInt(4); i >= 0; i--) {
                mutant[random.nextInt(mutant.length)] = (byte) random.nextInt(256);
            }
            octets.add(mutant);
        }
        return octets;
    }

    @TestFactory
    Stream<DynamicTest> whatAViewerMayNot() {
        Rest viewer = served("viewer");
        Rest stranger = served("guest");
        return operations().map(operation -> DynamicTest.dynamicTest(operation.toString(), () -> {
            byte[] body = operation.json.has("requestBody") ? "{}".getBytes(StandardCharsets.UTF_8) : null;
            int status = viewer.send(operation.method, path(operation, "edge1"), body, "Content-Type",
                    "application/json");
            assertEquals(operation.method.equals("GET"), status != 403, operation + " " + status);
            assertEquals(403, stranger.send(operation.method, path(operation, "edge1"), body, "Content-Type",
                    "application/json"));
            assertEquals(List.of(), changed);
        }));
    }

    @TestFactory
    Stream<DynamicTest> methodsThatThereAreNot() {
        return operations().map(operation -> operation.path).distinct().map(path ->
                DynamicTest.dynamicTest(path, () -> otherMethods(path)));
    }

    private void otherMethods(String path) {
        for (String method : List.of("GET", "POST", "PUT", "DELETE", "PATCH", "TRACE", "BREW")) {
            if (operations().noneMatch(known -> known.path.equals(path) && known.method.equals(method))) {
                int status = rest.send(method, path.substring(1).replaceAll("\\{[a-z]+}", "x"), null);
                assertTrue(status == 405 || status == 404, method + " " + path + " " + status);
                assertEquals(List.of(), changed);
            }
        }
    }

    private void ask(Rest to, OpenApi.Operation operation, String path, String... headers) {
        byte[] body = operation.json.has("requestBody") ? "{}".getBytes(StandardCharsets.UTF_8) : null;
        String[] all = body == null ? headers
                : ObjectArrays.concat(headers, new String[] {"Content-Type", "application/json"}, String.class);
        check(operation + " " + path, to, to.send(operation.method, path, body, all));
    }

    private int send(OpenApi.Operation operation, byte[] body, String type) {
        int status = rest.send(operation.method, path(operation, "x"), body, "Content-Type", type, "If-Match",
                "\"v\"");
        check(operation + " " + new String(body, 0, Math.min(body.length, 200), StandardCharsets.UTF_8), rest, status);
        return status;
    }

    private void check(String what, Rest asked, int status) {
        assertNotEquals(500, status, what);
        if (status < 400) {
            return;
        }
        String body = asked.body();
        assertEquals("application/problem+json", asked.type(), what);
        assertTrue(body.length() < SLACK, what + " is answered at length: " + body.length());
        assertFalse(asked.json("/detail").asText().isEmpty(), what);
        if (status == 400 || status == 413 || status == 428) {
            assertTrue(asked.json("/field").isTextual(), what + " " + body);
            assertTrue(asked.json("/detail").asText().contains(asked.json("/field").asText()), what + " " + body);
        }
        for (String inside : List.of("Exception", "\tat ", ".java", "org.onosdmm", "com.fasterxml")) {
            assertFalse(body.contains(inside), what + " " + body);
        }
        // What was understood may be refused by the service: 409, which the fakes answer with.
        if (status != 409) {
            assertEquals(List.of(), changed, what);
        }
        changed.clear();
    }

    private static String path(OpenApi.Operation operation, String value) {
        return operation.path.substring(1).replaceAll("\\{[a-z]+}", Matcher.quoteReplacement(value));
    }
}
