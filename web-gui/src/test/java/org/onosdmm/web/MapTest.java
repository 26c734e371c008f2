/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.web;

import org.junit.jupiter.api.Test;
import org.onosdmm.view.example.ExampleCodecs;
import org.onosdmm.view.example.ExampleNetwork;
import org.onosproject.codec.CodecService;
import org.onosproject.net.Device;
import org.onosproject.net.DeviceId;
import org.onosproject.net.Link;
import org.onosproject.net.device.DeviceService;
import org.onosproject.net.device.DeviceServiceAdapter;
import org.onosproject.net.link.LinkService;
import org.onosproject.net.link.LinkServiceAdapter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * What the page asks for beside what there is of mobility: the map, and who is looking at it.
 */
class MapTest {

    private final Rest rest = new Rest("viewer").with(CodecService.class, ExampleCodecs.registered());

    @Test
    void topologyHasSwitchesAndEachLinkOnce() {
        rest.with(DeviceService.class, new Devices()).with(LinkService.class, new Links());
        assertEquals(200, rest.get("topology"), rest.body());
        assertEquals(3, rest.json("/switches").size());
        assertEquals("{\"id\":\"of:0000000000000001\",\"name\":\"edge one\",\"available\":true}",
                     rest.json("/switches/0").toString());
        assertFalse(rest.json("/switches/2/available").asBoolean());
        assertEquals(2, rest.json("/links").size());
        assertEquals("{\"one\":{\"device\":\"of:0000000000000001\",\"port\":1},"
                             + "\"other\":{\"device\":\"of:0000000000000011\",\"port\":1}}",
                     rest.json("/links/0").toString());
    }

    @Test
    void withoutTheServicesItIsUnavailable() {
        assertEquals(503, rest.get("topology"));
    }

    @Test
    void aSessionTellsWhoMayChangeThings() {
        assertEquals(200, rest.get("session"));
        assertEquals("someone", rest.json("/user").asText());
        assertFalse(rest.json("/admin").asBoolean());
        Rest admin = new Rest("admin", "viewer").with(CodecService.class, ExampleCodecs.registered());
        admin.get("session");
        assertTrue(admin.json("/admin").asBoolean());
    }

    private static final class Devices extends DeviceServiceAdapter {

        @Override
        public Iterable<Device> getDevices() {
            return ExampleNetwork.devices();
        }

        @Override
        public boolean isAvailable(DeviceId device) {
            return ExampleNetwork.available(device);
        }
    }

    private static final class Links extends LinkServiceAdapter {

        @Override
        public Iterable<Link> getLinks() {
            return ExampleNetwork.links();
        }
    }
}
