/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.web.gui;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import org.onlab.osgi.ServiceDirectory;
import org.onlab.osgi.ServiceNotFoundException;
import org.onosdmm.api.MobilityService;
import org.onosdmm.view.example.ExampleService;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.onosdmm.web.gui.FakeConnection.message;

/** What the view of the anchors is answered. */
class AnchorsMessageHandlerTest {

    private final FakeConnection connection = new FakeConnection("onos");
    private MobilityService mobility = new ExampleService();
    private final AnchorsMessageHandler handler = new AnchorsMessageHandler();

    AnchorsMessageHandlerTest() {
        handler.init(connection, new ServiceDirectory() {
            @Override
            public <T> T get(Class<T> type) {
                if (mobility == null) {
                    throw new ServiceNotFoundException("Service " + type.getName() + " not found");
                }
                return type.cast(mobility);
            }
        });
    }

    private ObjectNode rows(String... sorting) {
        handler.process(message(AnchorsMessageHandler.ROWS, sorting));
        ObjectNode answer = connection.last();
        assertEquals("dmmAnchorDataResponse", answer.path("event").asText());
        return (ObjectNode) answer.path("payload");
    }

    @Test
    void anchorsAreRows() {
        assertEquals("{\"_iconid_state\":\"active\",\"id\":\"edge1\",\"number\":\"1\","
                + "\"device\":\"of:0000000000000001\",\"state\":\"good\",\"uplink\":\"up, port 10\","
                + "\"flows\":\"3\",\"load\":\"2 %\",\"nodes\":\"0\",\"leased\":\"1/64\",\"drain\":\"\"}",
                rows().at("/dmmAnchors/0").toString());
    }

    @Test
    void theyAreSortedByAnyColumn() {
        assertEquals("edge2", rows("firstCol", "flows", "firstDir", "asc").at("/dmmAnchors/0/id").asText());
        assertEquals("edge1", rows("firstCol", "flows", "firstDir", "desc").at("/dmmAnchors/0/id").asText());
        for (String column : new String[] {"load", "state", "drain", "_iconid_state", "leased"}) {
            assertEquals(2, rows("firstCol", column, "firstDir", "desc", "secondCol", "id", "secondDir", "asc")
                    .path("dmmAnchors").size());
        }
    }

    @Test
    void aColumnThatThereIsNotDoesNoHarm() {
        assertEquals(2, rows("firstCol", "<b>", "secondCol", "nothing").path("dmmAnchors").size());
    }

    @Test
    void withoutAnchorsItSaysWhy() {
        mobility = ExampleService.empty();
        assertEquals("No anchors: no configuration is in force.", rows().at("/annots/no_rows_msg").asText());
        mobility = null;
        assertEquals("The app org.onosdmm is not active.", rows().at("/annots/no_rows_msg").asText());
    }

    @Test
    void oneAnchorInFull() {
        handler.process(message(AnchorsMessageHandler.DETAILS, "id", "edge1"));
        ObjectNode answer = connection.last();
        assertEquals("dmmAnchorDetailsResponse", answer.path("event").asText());
        assertEquals("edge1", answer.at("/payload/details/id").asText());
        assertEquals(3, answer.at("/payload/details/flows").size());
    }

    @Test
    void oneThatIsNotThereIsGone() {
        for (String id : new String[] {"edge9", "", "<script>"}) {
            handler.process(message(AnchorsMessageHandler.DETAILS, "id", id));
            ObjectNode answer = connection.last();
            assertTrue(answer.at("/payload/gone").asBoolean());
            assertFalse(answer.at("/payload").has("details"));
        }
    }
}
