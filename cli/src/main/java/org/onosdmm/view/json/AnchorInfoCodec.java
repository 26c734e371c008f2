/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.view.json;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.onlab.packet.MacAddress;
import org.onosdmm.api.AnchorId;
import org.onosdmm.api.AnchorInfo;
import org.onosdmm.api.RuleStatus;
import org.onosproject.codec.CodecContext;
import org.onosproject.codec.JsonCodec;
import org.onosproject.net.PortNumber;

/**
 * JSON of an anchor.
 */
final class AnchorInfoCodec extends JsonCodec<AnchorInfo> {

    @Override
    public ObjectNode encode(AnchorInfo anchor, CodecContext context) {
        ObjectNode json = context.mapper().createObjectNode()
                .put("id", anchor.id().name())
                .put("number", anchor.number())
                .put("device", anchor.device().toString())
                .put("available", anchor.available());
        ArrayNode prefixes = json.putArray("prefixes");
        anchor.prefixes().forEach(prefix -> prefixes.add(prefix.toString()));
        json.put("uplink", anchor.uplink().name())
                .put("fault", anchor.fault().map(AnchorInfo.Fault::name).orElse(null))
                .put("backup", anchor.backup().map(AnchorId::name).orElse(null))
                .put("standIn", anchor.standIn().map(AnchorId::name).orElse(null))
                .put("uplinkPort", anchor.uplinkPort().map(PortNumber::toLong).orElse(null))
                .put("nextHop", anchor.nextHop().map(MacAddress::toString).orElse(null))
                .put("poolSize", anchor.poolSize())
                .put("leased", anchor.leased())
                .put("nodes", anchor.nodes())
                .put("flows", anchor.flows())
                .put("capacity", anchor.capacity().orElse(null))
                .put("draining", anchor.draining());
        json.set("rules", context.encode(anchor.rules(), RuleStatus.class));
        return json;
    }
}
