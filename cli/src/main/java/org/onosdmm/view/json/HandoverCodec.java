/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.view.json;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.ValueNode;
import org.onosdmm.api.Attachment;
import org.onosdmm.api.Handover;
import org.onosproject.codec.CodecContext;
import org.onosproject.codec.JsonCodec;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * JSON of a handover. Times are ms since the epoch with three decimals; a phase that was not reached has none (null).
 */
final class HandoverCodec extends JsonCodec<Handover> {

    private static final int MICROSECONDS = 3;

    @Override
    public ObjectNode encode(Handover handover, CodecContext context) {
        ObjectNode json = context.mapper().createObjectNode()
                .put("id", handover.node() + "@" + handover.detectedAt())
                .put("node", handover.node().toString())
                .put("sequence", handover.to().sequence());
        json.set("from", context.encode(handover.from(), Attachment.class));
        json.set("to", context.encode(handover.to(), Attachment.class));
        json.put("trigger", handover.to().trigger().name())
                .put("phase", handover.phase().name());
        json.set("detectedAt", time(Optional.of(handover.detectedAt())));
        json.set("preparedAt", time(handover.preparedAt()));
        json.set("bouncedAt", time(handover.bouncedAt()));
        json.set("switchedAt", time(handover.switchedAt()));
        json.set("cleanedAt", time(handover.cleanedAt()));
        json.put("flowMods", handover.flowMods());
        ArrayNode switches = json.putArray("switches");
        handover.switches().forEach(device -> switches.add(device.toString()));
        return json.put("packetsHeld", handover.packetsHeld())
                .put("packetsRescued", handover.packetsRescued());
    }

    // A DecimalNode of its own: the node factory would strip zeros and write 1.7E+12.
    private static ValueNode time(Optional<Long> microseconds) {
        return microseconds.<ValueNode>map(us -> DecimalNode.valueOf(BigDecimal.valueOf(us, MICROSECONDS)))
                .orElse(JsonNodeFactory.instance.nullNode());
    }
}
