/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.view.json;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.onlab.packet.IpAddress;
import org.onosdmm.api.FlowRequest;
import org.onosproject.codec.CodecContext;
import org.onosproject.codec.JsonCodec;

/**
 * JSON of a request. Times are ms since the epoch.
 */
final class FlowRequestCodec extends JsonCodec<FlowRequest> {

    @Override
    public ObjectNode encode(FlowRequest request, CodecContext context) {
        return context.mapper().createObjectNode()
                .put("id", request.id())
                .put("node", request.node().toString())
                .put("address", request.local().map(IpAddress::toString).orElse(null))
                .put("protocol", request.protocol().orElse(null))
                .put("localPort", request.localPort().orElse(null))
                .put("remote", request.remote().map(IpAddress::toString).orElse(null))
                .put("remotePort", request.remotePort().orElse(null))
                .put("class", request.applicationClass())
                .put("by", request.by())
                .put("since", request.since())
                .put("until", request.until());
    }
}
