/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.view.json;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.onosdmm.api.FlowInfo;
import org.onosdmm.api.PinnedFlow;
import org.onosdmm.api.RuleStatus;
import org.onosproject.codec.CodecContext;
import org.onosproject.codec.JsonCodec;

/**
 * JSON of a pinned flow with its node, its serving edge, and what the switches hold and have counted of it.
 */
final class FlowInfoCodec extends JsonCodec<FlowInfo> {

    @Override
    public ObjectNode encode(FlowInfo info, CodecContext context) {
        ObjectNode json = context.mapper().createObjectNode()
                .put("node", info.node().toString())
                .put("serving", info.serving().name());
        json.setAll(context.encode(info.flow(), PinnedFlow.class));
        json.put("status", info.status().name()).put("packets", info.packets());
        json.set("rules", context.encode(info.rules(), RuleStatus.class));
        return json;
    }
}
