/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.view.json;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.onosdmm.api.Finding;
import org.onosproject.codec.CodecContext;
import org.onosproject.codec.JsonCodec;

/**
 * JSON of a finding.
 */
final class FindingCodec extends JsonCodec<Finding> {

    @Override
    public ObjectNode encode(Finding finding, CodecContext context) {
        return context.mapper().createObjectNode()
                .put("severity", finding.severity().name())
                .put("subject", finding.subject())
                .put("message", finding.message());
    }
}
