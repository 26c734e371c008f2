/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.web.gui;

import org.junit.jupiter.api.Test;
import org.onosdmm.view.example.Example;
import org.onosdmm.view.example.ExampleService;
import org.onosproject.net.DeviceId;
import org.onosproject.net.HostId;
import org.onosproject.ui.topo.PropertyPanel;

import java.util.stream.Collectors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What the panels of the topology say besides. */
class AnchorsOverlayTest {

    private final AnchorsOverlay overlay = new AnchorsOverlay(new ExampleService());
    private final PropertyPanel panel = new PropertyPanel("title", "glyph");

    private String said() {
        return panel.properties().stream().map(one -> one.label() + "=" + one.value())
                .collect(Collectors.joining("; "));
    }

    @Test
    void anAnchorIsDescribed() {
        overlay.modifyDeviceDetails(panel, Example.SWITCH1);
        assertEquals("-=; DMM anchor=edge1; Uplink=up, port 10; Flows=3; Nodes here=0; New flows=taken", said());
        assertEquals("dmmPage", panel.buttons().get(0).id());
    }

    @Test
    void aNodeIsDescribed() {
        overlay.modifyHostDetails(panel, HostId.hostId("00:00:00:00:01:01/None"));
        assertEquals("-=; DMM edge=edge2; Home=edge1; Moves=3; Known flows=3; multimedia-conferencing=1; oam=1; "
                + "telephony=1", said());
        assertEquals(1, panel.buttons().size());
    }

    @Test
    void ofOthersThereIsNothingToSay() {
        overlay.modifyDeviceDetails(panel, DeviceId.deviceId("of:0000000000000011"));
        overlay.modifyHostDetails(panel, HostId.hostId("00:00:00:00:01:99/None"));
        assertTrue(panel.properties().isEmpty());
        assertTrue(panel.buttons().isEmpty());
    }

    @Test
    void thereIsOneSeparator() {
        panel.addProp("mac", "MAC", "x").addSeparator();
        overlay.modifyHostDetails(panel, HostId.hostId("00:00:00:00:01:01/None"));
        assertTrue(said().startsWith("MAC=x; -=; DMM edge=edge2"), said());
    }

    @Test
    void theSummaryCounts() {
        overlay.modifySummary(panel);
        assertEquals("-=; DMM flows=3", said());
    }
}
