/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.view.json;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.onosdmm.api.Binding;
import org.onosdmm.api.RuleStatus;
import org.onosdmm.view.NodeSummary;
import org.onosproject.codec.CodecContext;
import org.onosproject.codec.JsonCodec;

/**
 * JSON of a node in a line. Times are ms since the epoch.
 */
final class NodeSummaryCodec extends JsonCodec<NodeSummary> {

    @Override
    public ObjectNode encode(NodeSummary summary, CodecContext context) {
        Binding binding = summary.binding();
        ObjectNode json = context.mapper().createObjectNode()
                .put("node", binding.node().toString())
                .put("name", summary.name().orElse(null));
        ArrayNode addresses = json.putArray("addresses");
        binding.addresses().forEach(address -> addresses.add(address.toString()));
        json.put("edge", binding.current().edge().name())
                .put("port", binding.current().poa().toString())
                .put("since", binding.current().since())
                .put("absentSince", binding.absentSince().orElse(null))
                .put("home", binding.home().name())
                .put("phase", binding.phase().name())
                .put("moves", summary.moves())
                .put("kept", summary.kept())
                .put("known", summary.known())
                .put("leases", summary.leases());
        json.set("rules", context.encode(summary.rules(), RuleStatus.class));
        return json;
    }
}
