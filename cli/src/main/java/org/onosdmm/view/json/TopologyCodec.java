/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.view.json;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.onosdmm.view.Topology;
import org.onosproject.codec.CodecContext;
import org.onosproject.codec.JsonCodec;
import org.onosproject.net.ConnectPoint;

/**
 * JSON of switches and links.
 */
final class TopologyCodec extends JsonCodec<Topology> {

    @Override
    public ObjectNode encode(Topology topology, CodecContext context) {
        ObjectNode json = context.mapper().createObjectNode();
        ArrayNode switches = json.putArray("switches");
        topology.switches().forEach(one -> switches.addObject()
                .put("id", one.id().toString())
                .put("name", one.name())
                .put("available", one.available()));
        ArrayNode links = json.putArray("links");
        topology.lines().forEach(line -> {
            ObjectNode link = links.addObject();
            end(link.putObject("one"), line.one());
            end(link.putObject("other"), line.other());
        });
        return json;
    }

    private static void end(ObjectNode json, ConnectPoint place) {
        json.put("device", place.deviceId().toString()).put("port", place.port().toLong());
    }
}
