/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.view.json;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.onosdmm.api.Attachment;
import org.onosdmm.api.Binding;
import org.onosdmm.api.Lease;
import org.onosdmm.api.NodeInfo;
import org.onosdmm.api.PinnedFlow;
import org.onosdmm.api.RuleStatus;
import org.onosproject.codec.CodecContext;
import org.onosproject.codec.JsonCodec;

/**
 * JSON of a mobile node: its binding, and what it holds. Times are ms since the epoch.
 */
final class NodeInfoCodec extends JsonCodec<NodeInfo> {

    @Override
    public ObjectNode encode(NodeInfo info, CodecContext context) {
        Binding binding = info.binding();
        ObjectNode json = context.mapper().createObjectNode()
                .put("id", binding.node().toString())
                .put("node", binding.node().toString());
        ArrayNode addresses = json.putArray("addresses");
        binding.addresses().forEach(address -> addresses.add(address.toString()));
        json.put("home", binding.home().name())
                .put("sequence", binding.sequence())
                .put("phase", binding.phase().name())
                .put("lastSeen", binding.lastSeen())
                .put("absentSince", binding.absentSince().orElse(null));
        json.set("attachments", context.codec(Attachment.class).encode(binding.attachments(), context));
        json.set("leases", context.codec(Lease.class).encode(info.leases(), context));
        json.set("flows", context.codec(PinnedFlow.class).encode(info.flows(), context));
        json.set("rules", context.encode(info.rules(), RuleStatus.class));
        return json;
    }
}
