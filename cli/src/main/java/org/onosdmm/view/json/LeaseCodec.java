/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.view.json;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.onosdmm.api.Lease;
import org.onosproject.codec.CodecContext;
import org.onosproject.codec.JsonCodec;

/**
 * JSON of a lease. Times are ms since the epoch.
 */
final class LeaseCodec extends JsonCodec<Lease> {

    @Override
    public ObjectNode encode(Lease lease, CodecContext context) {
        return context.mapper().createObjectNode()
                .put("anchor", lease.anchor().name())
                .put("local", lease.local().toString())
                .put("outside", lease.outside().toString())
                .put("unusedSince", lease.unusedSince().orElse(null));
    }
}
