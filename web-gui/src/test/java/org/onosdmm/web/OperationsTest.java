/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.web;

import com.google.common.collect.ImmutableMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.onosdmm.api.AnchorId;
import org.onosdmm.api.Delay;
import org.onosdmm.api.DmmException;
import org.onosdmm.api.OperationService;
import org.onosdmm.api.PolicyCheck;
import org.onosdmm.api.PolicyDiff;
import org.onosdmm.api.PolicyDocument;
import org.onosdmm.view.json.DmmCodecs;
import org.onosproject.codec.CodecService;
import org.onosproject.codec.impl.CodecManager;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** What an operator has done or looks up: drains, dry runs, packet counts. */
class OperationsTest {

    private final List<String> heard = new ArrayList<>();
    private Optional<PolicyDocument> document = Optional.of(PolicyDocument.of("v1", "{\"anchors\":[]}"));
    private final OperationService service = new OperationService() {
        @Override
        public void drain(AnchorId anchor, boolean draining) {
            if (!anchor.name().equals("edge2")) {
                throw DmmException.notFound("anchor", anchor);
            }
            heard.add((draining ? "drain " : "undrain ") + anchor);
        }

        @Override
        public Optional<PolicyDocument> policy() {
            return OperationsTest.this.document;
        }

        @Override
        public PolicyCheck check(String document) {
            if (!document.startsWith("{")) {
                throw new DmmException(DmmException.Kind.INVALID, "rules[0].class", "is not a class");
            }
            heard.add("check " + document);
            return PolicyCheck.of("v1", List.of("class web is new: FIXED, home"), 7, List.of("udp 5004 of somebody"));
        }

        @Override
        public PolicyDiff diff(String document) {
            return PolicyDiff.of("v1", List.of(PolicyDiff.Change.of("anchors", Optional.of("[]"), Optional.empty())));
        }

        @Override
        public ImmutableMap<String, Long> repairs() {
            return ImmutableMap.of();
        }

        @Override
        public PolicyCheck apply(String document, Set<String> versions) {
            PolicyCheck check = check(document);
            heard.set(heard.size() - 1, "apply " + document + versions);
            OperationsTest.this.document = Optional.of(PolicyDocument.of("v3", "somebody else's, right after it"));
            return check.appliedAs("v2");
        }

        @Override
        public ImmutableMap<String, Long> packets() {
            return ImmutableMap.of("flows shown", 12L);
        }

        @Override
        public ImmutableMap<String, Delay> delays() {
            return ImmutableMap.of("flow", Delay.of(12, 800, 2_500, 3_100));
        }
    };
    private final Rest rest = served(new Rest("admin", "viewer"));

    private Rest served(Rest fresh) {
        CodecManager codecs = new CodecManager();
        codecs.activate();
        new DmmCodecs(codecs);
        return fresh.with(OperationService.class, service).with(CodecService.class, codecs);
    }

    @Test
    void anAnchorIsDrainedAndTakesFlowsAgain() {
        assertEquals(204, rest.request("PUT", "anchors/edge2/drain"));
        assertEquals(204, rest.request("DELETE", "anchors/edge2/drain"));
        assertEquals(List.of("drain edge2", "undrain edge2"), heard);
    }

    @Test
    void anAnchorThatIsNotThereCannotBeDrained() {
        assertEquals(404, rest.request("PUT", "anchors/edge9/drain"));
        assertEquals("anchor", rest.json("/field").asText());
        assertEquals(404, rest.request("DELETE", "anchors/edge9/drain"));
    }

    @Test
    void aViewerMayNotDrain() {
        Rest viewer = served(new Rest("viewer"));
        assertEquals(403, viewer.request("PUT", "anchors/edge2/drain"));
        assertEquals(403, viewer.request("DELETE", "anchors/edge2/drain"));
        assertEquals(List.of(), heard);
    }

    @Test
    void aDryRunSaysWhatWouldChange() {
        assertEquals(200, rest.post("policy/check", "{'anchors':[]}"));
        assertEquals(List.of("check {\"anchors\":[]}"), heard);
        assertEquals("v1", rest.json("/version").asText());
        assertEquals("class web is new: FIXED, home", rest.json("/changes/0").asText());
        assertEquals(7, rest.json("/unharmed").asInt());
        assertEquals("udp 5004 of somebody", rest.json("/broken/0").asText());
    }

    @Test
    void aConfigurationIsAppliedAndSaysWhatItChanges() {
        assertEquals(200, rest.request("PUT", "policy", "{\"anchors\":[]}", "If-Match", "*"));
        assertEquals(List.of("apply {\"anchors\":[]}[]"), heard);
        assertEquals("\"v2\"", rest.header("ETag"));
        assertEquals("class web is new: FIXED, home", rest.json("/changes/0").asText());
    }

    /** Whoever has not said what the change is based on might overwrite what somebody else has done meanwhile. */
    @Test
    void nothingIsReplacedUnseen() {
        assertEquals(428, rest.put("policy", "{'anchors':[]}"));
        assertEquals("application/problem+json", rest.type());
        assertEquals("Precondition Required", rest.json("/title").asText());
        assertEquals("If-Match", rest.json("/field").asText());
        assertEquals("If-Match: is missing: give the version that this one is based on, as ETag has it, or * to "
                + "replace whatever is there", rest.json("/detail").asText());
        assertEquals(List.of(), heard);
    }

    @Test
    void theFirstConfigurationIsPutWhereThereIsNone() {
        assertEquals(200, rest.request("PUT", "policy", "{}", "If-None-Match", "*"));
        assertEquals(List.of("apply {}[none]"), heard, "the service refuses it if there is one");
        heard.clear();
        document = Optional.empty();
        assertEquals(412, rest.request("PUT", "policy", "{}", "If-Match", "*"));
        assertEquals("If-Match", rest.json("/field").asText());
        assertEquals(400, rest.request("PUT", "policy", "{}", "If-None-Match", "\"v1\""));
        assertEquals("If-None-Match", rest.json("/field").asText());
        assertEquals(400, rest.request("PUT", "policy", "{}", "If-None-Match", "*", "If-Match", "*"));
        assertEquals(List.of(), heard);
    }

    @Test
    void aDocumentIsComparedWithTheOneThatStands() {
        Rest viewer = served(new Rest("viewer"));
        assertEquals(200, rest.post("policy/diff", "{}"));
        assertEquals("{\"version\":\"v1\",\"changes\":[{\"field\":\"anchors\",\"from\":\"[]\",\"to\":null}]}",
                rest.body());
        assertEquals(403, viewer.post("policy/diff", "{}"));
    }

    @Test
    void theConfigurationHasAVersion() {
        assertEquals(200, rest.get("policy"));
        assertEquals("{\"anchors\":[]}", rest.body());
        assertEquals("\"v1\"", rest.header("ETag"));
        assertEquals(304, rest.request("GET", "policy", null, "If-None-Match", "\"v1\""));
        assertEquals(200, rest.request("GET", "policy", null, "If-None-Match", "\"v0\""));
        document = Optional.empty();
        assertEquals(404, rest.get("policy"));
        assertEquals("policy", rest.json("/field").asText());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"\"v1\" | [v1]", "\"v0\", \"v1\" | [v0, v1]", "* | []"})
    void whatAChangeIsBasedOnIsHandedOn(String header, String versions) {
        assertEquals(200, rest.request("PUT", "policy", "{}", "If-Match", header));
        assertEquals(List.of("apply {}" + versions), heard);
    }

    @ParameterizedTest
    @ValueSource(strings = {"v1", "W/\"v1\"", "", "\"v1", "\"v1\",", "\"\""})
    void aVersionThatIsNoneChangesNothing(String header) {
        assertEquals(400, rest.request("PUT", "policy", "{}", "If-Match", header));
        assertEquals("If-Match", rest.json("/field").asText());
        assertEquals(header, rest.json("/value").asText());
        assertEquals(List.of(), heard);
    }

    @Test
    void aViewerMayNotApply() {
        assertEquals(403, served(new Rest("viewer")).put("policy", "{}"));
        assertEquals(List.of(), heard);
    }

    @Test
    void whatWouldBeRefusedNamesTheField() {
        assertEquals(400, rest.post("policy/check", "[]"));
        assertEquals("rules[0].class", rest.json("/field").asText());
        assertEquals(400, rest.request("PUT", "policy", "[]", "If-Match", "*"));
        assertEquals("rules[0].class", rest.json("/field").asText());
    }

    @Test
    void aDocumentIsNotReadWithoutEnd() {
        String large = "{" + " ".repeat(4 << 20) + "}";
        for (String request : List.of("POST policy/check", "POST policy/diff", "PUT policy")) {
            assertEquals(413, rest.request(request.split(" ")[0], request.split(" ")[1], large, "If-Match", "*"));
            assertEquals("Payload Too Large", rest.json("/title").asText());
            assertEquals("document", rest.json("/field").asText());
            assertEquals("document: is larger than 4194304 bytes", rest.json("/detail").asText());
        }
        assertEquals(List.of(), heard);
    }

    @Test
    void packetsAndTheirDelaysAreCounted() {
        assertEquals(200, rest.get("packets"));
        assertEquals("{\"counts\":{\"flows shown\":12},\"delays\":{\"flow\":{\"count\":12,\"p50\":800,\"p99\":2500,"
                + "\"most\":3100}}}", rest.body());
    }
}
