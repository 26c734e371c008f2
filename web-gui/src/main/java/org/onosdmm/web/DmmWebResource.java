/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.web;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.onosdmm.api.DmmException;
import org.onosdmm.api.MobilityService;
import org.onosdmm.view.MobilityView;
import org.onosproject.codec.JsonCodec;
import org.onosproject.net.flow.FlowRule;
import org.onosproject.net.flow.TrafficSelector;
import org.onosproject.net.flow.TrafficTreatment;
import org.onosproject.rest.AbstractWebResource;

import java.util.List;

/**
 * What all resources share.
 */
abstract class DmmWebResource extends AbstractWebResource {

    /** The mobility service as a user asks it. */
    MobilityView view() {
        return MobilityView.of(get(MobilityService.class));
    }

    @Override
    public <T> JsonCodec<T> codec(Class<T> type) {
        JsonCodec<T> codec = super.codec(type);
        if (codec == null) {
            throw new DmmException(DmmException.Kind.UNAVAILABLE, "json", "no codec of " + type.getSimpleName());
        }
        return codec;
    }

    /** JSON of a part of a list, with the number of all that is in it. */
    <T> ObjectNode page(Class<T> type, String name, List<T> all, Page page) {
        return encodeArray(type, name, page.of(all)).put("total", all.size());
    }

    /** JSON of rules. */
    ObjectNode rules(Iterable<FlowRule> rules) {
        ObjectNode json = mapper().createObjectNode();
        ArrayNode array = json.putArray("rules");
        rules.forEach(rule -> array.add(rule(rule)));
        return json;
    }

    // The cookie is text: it does not fit the numbers of many JSON readers.
    private ObjectNode rule(FlowRule rule) {
        ObjectNode json = mapper().createObjectNode()
                .put("id", "0x" + Long.toHexString(rule.id().value()))
                .put("cookie", Long.toUnsignedString(rule.id().value()))
                .put("device", rule.deviceId().toString())
                .put("table", rule.tableId())
                .put("priority", rule.priority())
                .put("timeout", rule.timeout());
        json.set("selector", encode(rule.selector(), TrafficSelector.class));
        json.set("treatment", encode(rule.treatment(), TrafficTreatment.class));
        return json;
    }
}
