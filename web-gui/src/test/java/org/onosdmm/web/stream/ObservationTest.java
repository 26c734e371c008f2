/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.web.stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.common.collect.ImmutableList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.onosdmm.api.AnchorInfo;
import org.onosdmm.api.FlowInfo;
import org.onosdmm.api.HandoverPhase;
import org.onosdmm.api.NodeInfo;
import org.onosdmm.api.PolicyDocument;
import org.onosdmm.api.RuleStatus;
import org.onosdmm.view.example.Example;
import org.onosdmm.view.example.ExampleCodecs;
import org.onosdmm.view.example.ExampleService;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What is told of changes, and what is not. */
class ObservationTest {

    private final ExampleService service = new ExampleService();
    private final StandingPolicy policy = new StandingPolicy();
    private final List<String> told = new ArrayList<>();
    private Observation observation;

    @BeforeEach
    void begin() {
        observation = new Observation(service, policy, new EventJson(ExampleCodecs.registered()),
                (type, json) -> told.add(type.text() + " " + json));
        assertEquals(List.of(), told, "what is there already is for REST to say");
    }

    @Test
    void nothingIsToldWhileNothingChanges() {
        lookAtEverything();
        service.flows = Example.flows().stream().map(info -> FlowInfo.of(info.node(), info.flow(), info.serving(),
                info.status(), info.rules(), info.packets() + 100)).collect(ImmutableList.toImmutableList());
        service.nodes = ImmutableList.of(seen(Example.node(), Example.NOW), Example.absent());
        service.handovers = ImmutableList.copyOf(Example.handovers());
        lookAtEverything();
        assertEquals(List.of(), told, "packets and the time of the last one are no events");
    }

    @Test
    void aHandoverIsToldWheneverItComesFurther() throws IOException {
        service.handovers = ImmutableList.of(Example.handovers().get(0), Example.handovers().get(1),
                Example.handovers().get(2).toBuilder().phase(HandoverPhase.CLEANED)
                        .cleanedAt(Optional.of(Example.NOW * 1000)).build());
        observation.lookAtHandovers();
        assertEquals("[handover CLEANED]", told("/phase"));
        told.clear();
        service.handovers = service.handovers.subList(1, 3);
        observation.lookAtHandovers();
        assertEquals(List.of(), told, "one that has left the log is not gone");
    }

    @Test
    void aBindingIsToldWithoutItsFlows() throws IOException {
        NodeInfo node = Example.node();
        service.nodes = ImmutableList.of(NodeInfo.of(node.binding(), ImmutableList.of(), node.flows(), node.rules()),
                Example.absent());
        observation.lookAt(Example.NODE);
        assertEquals("[binding 00:00:00:00:01:01]", told("/id"));
        assertTrue(json(0).path("flows").isMissingNode(), told.get(0));
        assertEquals(node.binding().lastSeen(), json(0).path("lastSeen").asLong());
    }

    @Test
    void aNodeThatGoesTakesItsFlowsAlong() throws IOException {
        service.nodes = ImmutableList.of(Example.absent());
        service.flows = ImmutableList.of();
        observation.lookAt(Example.NODE);
        assertEquals("[flow true, flow true, flow true, binding true]", told("/removed"));
        assertEquals("binding {\"id\":\"00:00:00:00:01:01\",\"removed\":true}", told.get(3));
        assertEquals("flow {\"id\":\"" + Example.CALL.key().id() + "\",\"removed\":true}", told.get(0));
        told.clear();
        lookAtEverything();
        assertEquals(List.of(), told);
    }

    @Test
    void flowsThatComeAndGo() throws IOException {
        service.flows = Example.flows().subList(0, 2);
        observation.lookAt(Example.NODE);
        assertEquals("[flow " + Example.SESSION.key().id() + "]", told("/id"));
        told.clear();
        service.flows = Example.flows();
        observation.lookAt(Example.NODE);
        assertEquals("[flow 7]", told("/packets"));
    }

    @Test
    void confirmedRulesAreLookedForUntilAllAreThere() throws IOException {
        assertTrue(observation.unsettled().contains(Example.NODE), "12 of its 14 rules are confirmed");
        NodeInfo node = Example.node();
        service.nodes = ImmutableList.of(NodeInfo.of(node.binding(), node.leases(), node.flows(),
                RuleStatus.of(14, 14)));
        service.flows = Example.flows().stream().map(info -> FlowInfo.of(info.node(), info.flow(), info.serving(),
                info.status(), RuleStatus.of(2, 2), info.packets())).collect(ImmutableList.toImmutableList());
        observation.unsettled().forEach(observation::lookAt);
        assertEquals("[binding 14, flow 2, flow 2]", told("/rules/installed"));
        assertEquals(List.of(), List.copyOf(observation.unsettled()));
    }

    @Test
    void anAnchorWhoseStandingChangesHasItsFlowsLookedAt() throws IOException {
        AnchorInfo good = Example.anchors().get(0);
        service.anchors = ImmutableList.of(AnchorInfo.builder().id(good.id()).number(1).device(good.device())
                .available(true).prefixes(good.prefixes()).uplink(AnchorInfo.Uplink.DOWN)
                .fault(Optional.of(AnchorInfo.Fault.PORT_DOWN)).uplinkPort(good.uplinkPort()).nextHop(good.nextHop())
                .poolSize(64).leased(1).nodes(0).flows(3).rules(good.rules()).build(), Example.anchors().get(1));
        service.flows = Example.flows().stream().map(info -> FlowInfo.of(info.node(), info.flow(), info.serving(),
                FlowInfo.Status.ANCHOR_DOWN, info.rules(), info.packets())).collect(ImmutableList.toImmutableList());
        observation.lookAtDomain();
        assertEquals("[anchor null, flow ANCHOR_DOWN, flow ANCHOR_DOWN, flow ANCHOR_DOWN]", told("/status"));
        assertEquals("PORT_DOWN", json(0).path("fault").asText());
    }

    @Test
    void anAnchorThatIsTakenOut() {
        service.anchors = Example.anchors().subList(0, 1);
        observation.lookAtDomain();
        assertEquals(List.of("anchor {\"id\":\"edge2\",\"removed\":true}"), told);
    }

    @Test
    void theConfiguration() {
        policy.document = Optional.of(PolicyDocument.of("0123456789abcdef", "{}"));
        observation.lookAtDomain();
        policy.document = Optional.empty();
        observation.lookAtDomain();
        assertEquals(List.of("policy {\"id\":\"policy\",\"version\":\"0123456789abcdef\"}",
                "policy {\"id\":\"policy\",\"removed\":true}"), told);
    }

    private void lookAtEverything() {
        observation.lookAtHandovers();
        observation.lookAt(Example.NODE);
        observation.lookAt(Example.OTHER);
        observation.lookAtAll();
        observation.lookAtDomain();
    }

    private static NodeInfo seen(NodeInfo info, long time) {
        return NodeInfo.of(info.binding().toBuilder().lastSeen(time).build(), info.leases(), info.flows(),
                           info.rules());
    }

    private JsonNode json(int number) throws IOException {
        return new ObjectMapper().readTree(told.get(number).replaceFirst("^\\S* ", ""));
    }

    /** The type and one part of each event. */
    private String told(String pointer) throws IOException {
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < told.size(); i++) {
            parts.add(told.get(i).replaceFirst(" .*", "") + " " + json(i).at(pointer).asText("null"));
        }
        return parts.toString().replace(" ,", " null,");
    }
}
