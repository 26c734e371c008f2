/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.web.gui;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.common.collect.ImmutableList;
import org.junit.jupiter.api.Test;
import org.onosdmm.api.DmmException;
import org.onosdmm.view.example.Example;
import org.onosdmm.web.gui.model.Gui;
import org.onosdmm.web.gui.model.Subject;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.onosdmm.web.gui.FakeConnection.message;

/** A window of ONOS's GUI, from its first message to its end. */
class TopologyMessageHandlerTest {

    private static final String HOST = "00:00:00:00:01:01/None";
    private static final String TO_CORE = "of:0000000000000002/1-of:0000000000000011/2";

    private final ExampleHighlighting example = new ExampleHighlighting();
    private final FakeConnection connection = new FakeConnection("onos");

    private TopologyMessageHandler open(Gui gui) {
        TopologyMessageHandler handler = new TopologyMessageHandler(example.highlighting, gui);
        handler.init(connection, null);
        return handler;
    }

    private ObjectNode payload() {
        return (ObjectNode) connection.last().path("payload");
    }

    @Test
    void nothingIsSentUnasked() {
        open(Gui.FIRST);
        example.time.tick();
        assertTrue(connection.sent.isEmpty());
    }

    @Test
    void theAnchorsAreMarkedFromTheStart() {
        open(Gui.FIRST).process(message(TopologyMessageHandler.START));
        assertEquals("showHighlights", connection.sent.get(0).path("event").asText());
        ObjectNode payload = payload();
        assertEquals(2, payload.path("devices").size());
        assertEquals(0, payload.path("links").size());
    }

    @Test
    void theFlowsOfTheSelectedNodeAreShown() {
        TopologyMessageHandler handler = open(Gui.FIRST);
        handler.process(message(TopologyMessageHandler.START));
        handler.process(message(TopologyMessageHandler.SELECT, "id", HOST));
        ObjectNode payload = payload();
        assertEquals(HOST, payload.at("/hosts/0/id").asText());
        assertTrue(payload.path("links").findValuesAsText("id").contains(TO_CORE));
        handler.process(message(TopologyMessageHandler.SELECT, "id", ""));
        assertEquals(0, payload().path("links").size());
    }

    @Test
    void theFlowsOfTheSelectedAnchorAreShown() {
        TopologyMessageHandler handler = open(Gui.FIRST);
        handler.process(message(TopologyMessageHandler.SELECT, "id", Example.SWITCH1.toString()));
        assertEquals("3 flows, 3 classes", payload().at("/links/0/label").asText());
        handler.process(message(TopologyMessageHandler.SELECT, "id", Example.SWITCH2.toString()));
        assertEquals(0, payload().path("links").size());
    }

    @Test
    void itIsToldAgainBeforeTheSecondGuiForgets() {
        assertTrue(example.time.period() > 0 && example.time.period() < 5_000);
        open(Gui.SECOND).process(message(TopologyMessageHandler.SELECT, "id", HOST));
        connection.sent.clear();
        example.time.tick();
        example.mobility.flows = ImmutableList.of();
        example.time.tick();
        assertEquals(2, connection.sent.size());
        assertEquals(2, connection.sent.get(0).at("/payload/links").size());
        assertEquals(0, connection.sent.get(1).at("/payload/links").size());
        assertEquals("topo2Highlights", connection.sent.get(1).path("event").asText());
    }

    @Test
    void theFirstGuiIsToldOfWhatIsOtherwiseAndSeldomOfTheSame() {
        open(Gui.FIRST).process(message(TopologyMessageHandler.SELECT, "id", HOST));
        connection.sent.clear();
        for (int i = 1; i < Window.UNCHANGED; i++) {
            example.time.tick();
        }
        assertTrue(connection.sent.isEmpty());
        example.time.tick();
        assertEquals(2, payload().path("links").size());
        example.mobility.flows = ImmutableList.of();
        example.time.tick();
        assertEquals(0, payload().path("links").size());
    }

    @Test
    void aTopologyThatIsNotSeenIsNotTold() {
        TopologyMessageHandler handler = open(Gui.FIRST);
        handler.process(message(TopologyMessageHandler.START));
        connection.sent.clear();
        handler.process(message(TopologyMessageHandler.LEAVE));
        example.time.tick();
        assertTrue(connection.sent.isEmpty());
    }

    @Test
    void badgesAreTakenAwayAtTheEnd() {
        TopologyMessageHandler handler = open(Gui.SECOND);
        handler.process(message(TopologyMessageHandler.SELECT, "id", HOST));
        handler.process(message(TopologyMessageHandler.STOP));
        ObjectNode payload = payload();
        assertEquals(2, payload.path("devices").size());
        assertEquals(1, payload.path("hosts").size());
        assertTrue(payload.findValues("badge").isEmpty());
        example.time.tick();
        handler.process(message(TopologyMessageHandler.STOP));
        assertTrue(connection.sent.isEmpty());
    }

    @Test
    void nothingIsSentToAClientThatHasGone() {
        TopologyMessageHandler handler = open(Gui.FIRST);
        handler.process(message(TopologyMessageHandler.START));
        connection.sent.clear();
        handler.destroy();
        handler.destroy();
        example.time.tick();
        assertTrue(connection.sent.isEmpty());
    }

    @Test
    void nonsenseSelectsNothing() {
        TopologyMessageHandler handler = open(Gui.FIRST);
        for (String id : new String[] {"x/y", "of:zzz", "<img src=x onerror=alert(1)>", "of:1/2-of:2/1"}) {
            handler.process(message(TopologyMessageHandler.SELECT, "id", id));
            assertEquals(0, payload().path("links").size(), id);
        }
        handler.process(message(TopologyMessageHandler.SELECT));
        assertEquals(2, payload().path("devices").size());
    }

    @Test
    void aNodeThatHasGoneLeavesTheAnchors() {
        open(Gui.FIRST).process(message(TopologyMessageHandler.SELECT, "id", "00:00:00:00:01:99/None"));
        assertEquals(2, payload().path("devices").size());
    }

    @Test
    void aWindowOutlivesTheApp() {
        TopologyMessageHandler handler = open(Gui.FIRST);
        handler.process(message(TopologyMessageHandler.START));
        connection.sent.clear();
        example.highlighting.deactivate();
        assertEquals(0, payload().path("devices").findValues("badge").size());
        handler.process(message(TopologyMessageHandler.START));
        assertTrue(connection.sent.isEmpty());
    }

    @Test
    void anErrorEndsItAndIsNotRepeated() {
        TopologyMessageHandler handler = open(Gui.FIRST);
        handler.process(message(TopologyMessageHandler.START));
        connection.sent.clear();
        example.mobility.failure = new DmmException(DmmException.Kind.UNAVAILABLE, "test", "fails");
        example.time.tick();
        example.mobility.failure = null;
        example.time.tick();
        assertTrue(connection.sent.isEmpty());
        handler.process(message(TopologyMessageHandler.START));
        assertEquals(1, connection.sent.size());
    }

    @Test
    void onlyTheUsersOwnWindowsOfTheSecondGuiAreAskedFor() {
        open(Gui.FIRST);
        assertEquals(0, example.highlighting.show("onos", Subject.of(Example.NODE)));
        open(Gui.SECOND);
        assertEquals(0, example.highlighting.show("other", Subject.of(Example.NODE)));
        assertTrue(connection.sent.isEmpty());
        assertEquals(1, example.highlighting.show("onos", Subject.of(Example.NODE)));
        assertEquals(1, connection.sent.size());
        assertEquals(1, example.highlighting.hide("onos"));
        assertEquals(1, example.highlighting.windows("onos"));
    }
}
