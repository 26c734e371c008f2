/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.common.collect.ImmutableList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.onlab.packet.IpPrefix;
import org.onlab.packet.MacAddress;
import org.onosdmm.api.AddressGrant;
import org.onosdmm.api.AnchorInfo;
import org.onosdmm.api.ApplicationClass;
import org.onosdmm.api.Finding;
import org.onosdmm.api.FlowInfo;
import org.onosdmm.api.Handover;
import org.onosdmm.api.MobileNodeId;
import org.onosdmm.api.MobilityService;
import org.onosdmm.api.NodeInfo;
import org.onosdmm.view.example.Example;
import org.onosdmm.view.example.ExampleService;
import org.onosdmm.view.json.DmmCodecs;
import org.onosproject.codec.CodecService;
import org.onosproject.codec.impl.CodecManager;
import org.onosproject.core.DefaultApplicationId;
import org.onosproject.net.PortNumber;
import org.onosproject.net.flow.DefaultFlowRule;
import org.onosproject.net.flow.DefaultTrafficSelector;
import org.onosproject.net.flow.DefaultTrafficTreatment;
import org.onosproject.net.flow.FlowRule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * What the resources answer, with ONOS's own codec service behind them.
 */
class ResourcesTest {

    private final ExampleService service = new ExampleService();
    private final Rest rest = new Rest("admin", "viewer");

    @BeforeEach
    void services() {
        CodecManager codecs = new CodecManager();
        codecs.activate();
        new DmmCodecs(codecs);
        rest.with(MobilityService.class, service).with(CodecService.class, codecs);
    }

    @Test
    void anchors() {
        assertEquals(200, rest.get("anchors"));
        assertEquals("application/json", rest.type());
        assertEquals(service.anchors.size(), rest.json("/anchors").size());
        assertEquals(encoded(AnchorInfo.class, service.anchors.get(1)), rest.json("/anchors/1").toString());
    }

    @Test
    void oneAnchor() {
        assertEquals(200, rest.get("anchors/edge2"));
        assertEquals(encoded(AnchorInfo.class, service.anchors.get(1)), rest.body());
    }

    @Test
    void bindings() {
        assertEquals(200, rest.get("bindings"));
        assertEquals(2, rest.json("/bindings").size());
        assertEquals(encoded(NodeInfo.class, Example.node()), rest.json("/bindings/0").toString());
    }

    @Test
    void oneBindingInEitherCase() {
        service.nodes = ImmutableList.of(NodeInfo.of(Example.node().binding().toBuilder()
                .node(MobileNodeId.of(MacAddress.valueOf("0a:bc:de:f0:00:01"))).build(),
                ImmutableList.of(), ImmutableList.of(), Example.node().rules()));
        assertEquals(200, rest.get("bindings/0a:bc:de:f0:00:01"));
        assertEquals("0A:BC:DE:F0:00:01", rest.json("/node").asText());
        assertEquals(200, rest.get("bindings/0A:BC:DE:F0:00:01"));
    }

    @Test
    void rules() {
        FlowRule rule = DefaultFlowRule.builder().forDevice(Example.SWITCH2).forTable(1).withPriority(40000)
                .fromApp(new DefaultApplicationId(250, "org.onosdmm")).makePermanent()
                .withSelector(DefaultTrafficSelector.builder().matchEthType((short) 0x800)
                        .matchIPDst(IpPrefix.valueOf("10.1.0.10/32")).build())
                .withTreatment(DefaultTrafficTreatment.builder().setEthDst(MacAddress.valueOf("0a:00:00:02:00:11"))
                        .setOutput(PortNumber.IN_PORT).transition(2).build())
                .build();
        service.rules = ImmutableList.of(rule);
        assertEquals(200, rest.get("bindings/00:00:00:00:01:01/rules"));
        assertEquals(1, rest.json("/rules").size());
        String id = rest.json("/rules/0/id").asText();
        assertEquals("0x", id.substring(0, 2));
        assertEquals(rule.id().value(), Long.parseUnsignedLong(id.substring(2), 16));
        assertEquals(rule.id().value(), Long.parseUnsignedLong(rest.json("/rules/0/cookie").asText()));
        assertEquals("of:0000000000000002", rest.json("/rules/0/device").asText());
        assertEquals(1, rest.json("/rules/0/table").asInt());
        assertEquals(40000, rest.json("/rules/0/priority").asInt());
        assertEquals(0, rest.json("/rules/0/timeout").asInt());
        assertEquals("10.1.0.10/32", rest.json("/rules/0/selector/criteria/1/ip").asText());
        assertEquals("0A:00:00:02:00:11", rest.json("/rules/0/treatment/instructions/0/mac").asText());
        assertEquals("IN_PORT", rest.json("/rules/0/treatment/instructions/1/port").asText());
        assertEquals("2", rest.json("/rules/0/treatment/instructions/2/tableId").asText());
    }

    @Test
    void rulesOfASwitch() {
        service.rules = ImmutableList.of(Example.SWITCH1, Example.SWITCH2).stream()
                .map(device -> DefaultFlowRule.builder().forDevice(device).forTable(3).withPriority(1)
                        .fromApp(new DefaultApplicationId(250, "org.onosdmm")).makePermanent()
                        .withSelector(DefaultTrafficSelector.emptySelector())
                        .withTreatment(DefaultTrafficTreatment.emptyTreatment()).build())
                .collect(ImmutableList.toImmutableList());
        assertEquals(200, rest.get("rules/of:0000000000000002"));
        assertEquals(1, rest.json("/rules").size());
        assertEquals(Long.toUnsignedString(service.rules.get(1).id().value()),
                rest.json("/rules/0/cookie").asText());
        assertEquals(200, rest.get("rules/of:0000000000000099"));
        assertEquals(0, rest.json("/rules").size());
    }

    @Test
    void flows() {
        assertEquals(200, rest.get("flows"));
        assertEquals(3, rest.json("/flows").size());
        assertEquals(encoded(FlowInfo.class, service.flows.get(2)), rest.json("/flows/2").toString());
    }

    @Test
    void flowsOfANodeAClassAnAnchor() {
        assertEquals(200, rest.get("flows?class=telephony"));
        assertEquals(1, rest.json("/flows").size());
        assertEquals(40000, rest.json("/flows/0/localPort").asInt());
        assertEquals(200, rest.get("flows?anchor=edge2"));
        assertEquals(0, rest.json("/flows").size());
        assertEquals(200, rest.get("flows?node=00:00:00:00:01:01&anchor=edge1"));
        assertEquals(3, rest.json("/flows").size());
        assertEquals(200, rest.get("flows?node=00:00:00:00:01:02"));
        assertEquals(0, rest.json("/flows").size());
    }

    @Test
    void grants() {
        assertEquals(200, rest.get("grants"));
        assertEquals(2, rest.json("/grants").size());
        assertEquals(encoded(AddressGrant.class, service.grants.get(0)), rest.json("/grants/0").toString());
        assertEquals(200, rest.get("grants?node=00:00:00:00:01:02"));
        assertEquals(1, rest.json("/grants").size());
        assertEquals(400, rest.get("grants?node=me"));
    }

    @Test
    void handovers() {
        assertEquals(200, rest.get("handovers"));
        assertEquals(3, rest.json("/handovers").size());
        assertEquals(200, rest.get("handovers?last=1"));
        assertEquals("{\"handovers\":[" + encoded(Handover.class, service.handovers.get(2)) + "],\"total\":1}",
                rest.body());
        assertTrue(rest.body().contains("\"detectedAt\":1699999987600.007,"), rest.body());
    }

    @Test
    void classes() {
        assertEquals(200, rest.get("classes"));
        assertEquals(4, rest.json("/classes").size());
        assertEquals(encoded(ApplicationClass.class, service.classes.get(3)), rest.json("/classes/3").toString());
    }

    @Test
    void checkAnswersWhateverTheVerdict() {
        assertEquals(200, rest.get("check"));
        assertEquals("{\"verdict\":\"OK\",\"findings\":[]}", rest.body());
        service.findings = ImmutableList.of(Finding.error("edge2", "1 of 28 rules is missing"));
        assertEquals(200, rest.get("check"));
        assertEquals("ERROR", rest.json("/verdict").asText());
    }

    @ParameterizedTest
    @CsvSource({"flows, flows, 3, 0, 3", "flows?offset=1, flows, 3, 1, 2", "flows?limit=1&offset=1, flows, 3, 1, 1",
        "flows?offset=7, flows, 3, 0, 0", "flows?limit=2147483647&offset=2147483647, flows, 3, 0, 0",
        "bindings?offset=1, bindings, 2, 1, 1", "bindings?anchor=edge2, bindings, 1, 0, 1",
        "grants?limit=1, grants, 2, 0, 1", "handovers?offset=2&limit=5, handovers, 3, 2, 1",
        "handovers?node=00:00:00:00:01:01, handovers, 2, 0, 2",
        "handovers?node=00:00:00:00:01:01&last=1&limit=9, handovers, 1, 2, 1"})
    void longListsInParts(String path, String name, int total, int from, int size) {
        assertEquals(200, rest.get(name));
        JsonNode first = rest.json("/" + name + "/" + from);
        assertEquals(200, rest.get(path));
        assertEquals(total, rest.json("/total").asInt());
        assertEquals(size, rest.json("/" + name).size());
        if (size > 0) {
            assertEquals(first, rest.json("/" + name + "/0"));
        }
    }

    @Test
    void emptyArrays() {
        rest.with(MobilityService.class, ExampleService.empty());
        for (String name : ImmutableList.of("anchors", "bindings", "flows", "grants", "handovers", "classes")) {
            assertEquals(200, rest.get(name));
            assertEquals("{\"" + name + "\":[]", rest.body().replaceFirst("(,\"total\":0)?}$", ""));
        }
    }

    @Test
    void nothingCanBeChanged() {
        for (String method : ImmutableList.of("POST", "PUT", "DELETE", "PATCH")) {
            assertEquals(405, rest.request(method, "anchors"));
            assertNotEquals("", rest.json("/message").asText());
        }
    }

    private <T> String encoded(Class<T> type, T value) {
        return new CheckWebResource().encode(value, type).toString();
    }
}
