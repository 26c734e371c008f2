/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.web.gui.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import org.junit.jupiter.api.Test;
import org.onosdmm.api.ApplicationClass;
import org.onosdmm.api.FlowInfo;
import org.onosdmm.view.example.Example;
import org.onosdmm.view.example.ExampleExplanation;
import org.onosdmm.view.example.ExampleNetwork;
import org.onosdmm.web.gui.ExampleHost;
import org.onosproject.net.DefaultEdgeLink;
import org.onosproject.net.HostId;
import org.onosproject.net.Link;
import org.onosproject.ui.topo.Highlights;
import org.onosproject.ui.topo.NodeBadge;

import java.util.List;
import java.util.stream.Collectors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

class PictureTest {

    private static final HostId HOST = HostId.hostId("00:00:00:00:01:01/None");
    private static final String TO_CORE = "of:0000000000000002/1-of:0000000000000011/2";
    private static final String TO_HOST = "00:00:00:00:01:01/None/0-of:0000000000000002/3";

    private Scene scene(List<FlowInfo> flows) {
        ImmutableList<Route> routes = Strand.of(flows, Example.anchors()).stream()
                .map(strand -> Route.of(strand, new ExampleExplanation().explain(strand.sample())))
                .collect(ImmutableList.toImmutableList());
        return Scene.builder().anchors(Example.anchors())
                .classes(Example.classes().stream().map(ApplicationClass::name).collect(Collectors.toList()))
                .routes(routes).links(links()).hosts(ImmutableMap.of(HOST, flows.size())).build();
    }

    private static List<Link> links() {
        return ImmutableList.<Link>builder().addAll(ExampleNetwork.links())
                .addAll(DefaultEdgeLink.createEdgeLinks(ExampleHost.host(), true)).build();
    }

    @Test
    void anchorsHaveABadgeWithTheirFlowsAndHowTheyAre() {
        Highlights highlights = Picture.of(Gui.FIRST, Scene.builder().anchors(Example.anchors())
                .classes(ImmutableList.of()).build());
        NodeBadge good = highlights.getDevice(Example.SWITCH1.toString()).badge();
        assertEquals("3", good.text());
        assertEquals(NodeBadge.Status.INFO, good.status());
        assertEquals("edge1: up, port 10", good.message());
        NodeBadge bad = highlights.getDevice(Example.SWITCH2.toString()).badge();
        assertEquals(NodeBadge.Status.ERROR, bad.status());
        assertEquals("edge2: switch down", bad.message());
        assertTrue(highlights.links().isEmpty());
    }

    @Test
    void flowsAreDrawnAlongTheWaysOfTheirExplanations() {
        Highlights highlights = Picture.of(Gui.FIRST, scene(Example.flows()));
        assertEquals(ImmutableSet.of(TO_CORE, TO_HOST), ids(highlights));
        assertEquals("3 flows, 3 classes", highlights.getLink(TO_CORE).label());
        assertEquals("3", highlights.getHost(HOST.toString()).badge().text());
    }

    @Test
    void theFirstGuiGetsTheColoursOfThePage() {
        String css = Picture.of(Gui.FIRST, scene(Example.flows().subList(0, 1))).getLink(TO_CORE).cssClasses();
        assertEquals("primary style=\"stroke: #0b5cc4; stroke-width: 5px;\"", css);
        assertEquals("1 telephony", Picture.of(Gui.FIRST, scene(Example.flows().subList(0, 1)))
                .getLink(TO_CORE).label());
    }

    @Test
    void theSecondGuiGetsStylesThatItHas() {
        assertEquals("primary", Picture.of(Gui.SECOND, scene(Example.flows().subList(0, 1))).getLink(TO_CORE)
                .cssClasses());
        assertEquals("primary optical", Picture.of(Gui.SECOND, scene(Example.flows().subList(1, 2)))
                .getLink(TO_CORE).cssClasses());
        assertEquals("secondary port-traffic-orange", Picture.of(Gui.SECOND, scene(Example.flows().subList(2, 3)))
                .getLink(TO_CORE).cssClasses());
    }

    @Test
    void lostFlowsAreDrawnAsLost() {
        FlowInfo call = Example.flows().get(0);
        List<FlowInfo> lost = ImmutableList.of(FlowInfo.of(call.node(), call.flow(), call.serving(),
                FlowInfo.Status.ANCHOR_DOWN, call.rules(), 0));
        assertTrue(Picture.of(Gui.FIRST, scene(lost)).getLink(TO_CORE).cssClasses().contains("stroke-dasharray"));
        assertEquals("plain not-permitted", Picture.of(Gui.SECOND, scene(lost)).getLink(TO_CORE).cssClasses());
    }

    @Test
    void whatHasGoneLosesItsBadge() {
        Highlights before = Picture.of(Gui.SECOND, scene(Example.flows()));
        assertEquals(ImmutableSet.of(Example.SWITCH1.toString(), Example.SWITCH2.toString(), HOST.toString()),
                     Picture.badged(before));
        Highlights after = Picture.without(Picture.badged(before), new Highlights());
        assertNull(after.getHost(HOST.toString()).badge());
        assertNull(after.getDevice(Example.SWITCH1.toString()).badge());
        assertTrue(Picture.badged(after).isEmpty());
    }

    @Test
    void theMessagesAreThoseThatEachGuiListensTo() {
        Highlights highlights = Picture.of(Gui.SECOND, scene(Example.flows()));
        assertEquals("showHighlights", Gui.FIRST.message(highlights).path("event").asText());
        JsonNode message = Gui.SECOND.message(highlights);
        assertEquals("topo2Highlights", message.path("event").asText());
        assertEquals(2, message.at("/payload/links").size());
        assertEquals(2, message.at("/payload/devices").size());
        assertFalse(message.at("/payload/hosts/0/badge").isMissingNode());
    }

    private static ImmutableSet<String> ids(Highlights highlights) {
        return highlights.links().stream().map(link -> link.elementId()).collect(ImmutableSet.toImmutableSet());
    }
}
