/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.view.json;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.onosdmm.api.AnchorId;
import org.onosdmm.api.ApplicationClass;
import org.onosproject.codec.CodecContext;
import org.onosproject.codec.JsonCodec;

/**
 * JSON of an application class.
 */
final class ApplicationClassCodec extends JsonCodec<ApplicationClass> {

    @Override
    public ObjectNode encode(ApplicationClass entity, CodecContext context) {
        ObjectNode json = context.mapper().createObjectNode()
                .put("name", entity.name())
                .put("continuity", entity.continuity().name())
                .put("strategy", entity.strategy())
                .put("anchor", entity.anchor().map(AnchorId::name).orElse(null))
                .put("priority", entity.priority())
                .put("idle", entity.idle().orElse(null))
                .put("rescue", entity.rescue());
        ArrayNode dscp = json.putArray("dscp");
        entity.dscp().forEach(dscp::add);
        return json;
    }
}
