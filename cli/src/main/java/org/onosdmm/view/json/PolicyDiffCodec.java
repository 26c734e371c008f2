/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.view.json;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.onosdmm.api.PolicyDiff;
import org.onosproject.codec.CodecContext;
import org.onosproject.codec.JsonCodec;

/**
 * JSON of where a configuration differs from the one that stands. Values of fields are JSON as text.
 */
final class PolicyDiffCodec extends JsonCodec<PolicyDiff> {

    @Override
    public ObjectNode encode(PolicyDiff diff, CodecContext context) {
        ObjectNode json = context.mapper().createObjectNode().put("version", diff.version());
        ArrayNode changes = json.putArray("changes");
        diff.changes().forEach(change -> changes.addObject().put("field", change.field())
                .put("from", change.from().orElse(null)).put("to", change.to().orElse(null)));
        return json;
    }
}
