/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.view.json;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.onosdmm.api.FlowKey;
import org.onosdmm.api.PinnedFlow;
import org.onosproject.codec.CodecContext;
import org.onosproject.codec.JsonCodec;

/**
 * JSON of a pinned flow. Times are ms since the epoch.
 */
final class PinnedFlowCodec extends JsonCodec<PinnedFlow> {

    @Override
    public ObjectNode encode(PinnedFlow flow, CodecContext context) {
        FlowKey key = flow.key();
        return context.mapper().createObjectNode()
                .put("id", key.id())
                .put("protocol", key.protocol())
                .put("local", key.local().toString())
                .put("localPort", key.localPort())
                .put("remote", key.remote().toString())
                .put("remotePort", key.remotePort())
                .put("origin", flow.origin().name())
                .put("class", flow.applicationClass())
                .put("continuity", flow.continuity().name())
                .put("anchor", flow.anchor().name())
                .put("outside", flow.outside().toString())
                .put("translated", flow.translated())
                .put("step", flow.step())
                .put("evidence", flow.evidence())
                .put("strategy", flow.strategy())
                .put("reason", flow.reason())
                .put("copied", flow.copied())
                .put("overlapEnds", flow.overlapEnds().orElse(null))
                .put("released", flow.released().orElse(null))
                .put("since", flow.since());
    }
}
