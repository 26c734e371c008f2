/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.view.json;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.onosdmm.api.PolicyCheck;
import org.onosproject.codec.CodecContext;
import org.onosproject.codec.JsonCodec;

/**
 * JSON of what a configuration would change.
 */
final class PolicyCheckCodec extends JsonCodec<PolicyCheck> {

    @Override
    public ObjectNode encode(PolicyCheck check, CodecContext context) {
        ObjectNode json = context.mapper().createObjectNode().put("version", check.version())
                .put("applied", check.applied().orElse(null));
        ArrayNode changes = json.putArray("changes");
        check.changes().forEach(changes::add);
        json.put("unharmed", check.unharmed());
        ArrayNode broken = json.putArray("broken");
        check.broken().forEach(broken::add);
        return json;
    }
}
