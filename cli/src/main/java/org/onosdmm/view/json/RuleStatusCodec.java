/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.view.json;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.onosdmm.api.RuleStatus;
import org.onosproject.codec.CodecContext;
import org.onosproject.codec.JsonCodec;

/**
 * JSON of a count of rules: how many there should be, how many the switches hold.
 */
final class RuleStatusCodec extends JsonCodec<RuleStatus> {

    @Override
    public ObjectNode encode(RuleStatus status, CodecContext context) {
        return context.mapper().createObjectNode()
                .put("desired", status.desired())
                .put("installed", status.installed());
    }
}
