/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.view.json;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.onosdmm.api.AddressGrant;
import org.onosproject.codec.CodecContext;
import org.onosproject.codec.JsonCodec;

/**
 * JSON of an address that a node was given by DHCP.
 */
final class AddressGrantCodec extends JsonCodec<AddressGrant> {

    @Override
    public ObjectNode encode(AddressGrant grant, CodecContext context) {
        return context.mapper().createObjectNode()
                .put("address", grant.address().toString())
                .put("node", grant.node().toString())
                .put("name", grant.name().orElse(null))
                .put("port", grant.port().toString())
                .put("state", grant.state().name())
                .put("since", grant.since())
                .put("until", grant.until());
    }
}
