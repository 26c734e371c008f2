/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.view.json;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.onlab.packet.IpAddress;
import org.onosdmm.api.AnchorId;
import org.onosdmm.api.Explanation;
import org.onosdmm.api.FlowDirection;
import org.onosdmm.api.FlowPath;
import org.onosdmm.api.NextMove;
import org.onosdmm.api.PathHop;
import org.onosdmm.api.PathRule;
import org.onosdmm.api.PinnedFlow;
import org.onosproject.codec.CodecContext;
import org.onosproject.codec.JsonCodec;
import org.onosproject.net.PortNumber;

/**
 * JSON of what the network does with a flow. Cookies are text: they do not fit the numbers of many JSON readers.
 */
final class ExplanationCodec extends JsonCodec<Explanation> {

    @Override
    public ObjectNode encode(Explanation explanation, CodecContext context) {
        ObjectNode json = context.mapper().createObjectNode()
                .put("id", explanation.key().id())
                .put("node", explanation.node().toString());
        json.set("flow", explanation.known().map(flow -> context.encode(flow, PinnedFlow.class)).orElse(null));
        json.put("classified", explanation.classified())
                .put("anchored", explanation.anchored())
                .put("promised", explanation.promised())
                .put("placed", explanation.placed());
        direction(explanation.outbound(), json.putObject("outbound"));
        direction(explanation.inbound(), json.putObject("inbound"));
        ArrayNode next = json.putArray("next");
        explanation.next().forEach(move -> next(move, next.addObject()));
        return json;
    }

    private static void direction(FlowDirection direction, ObjectNode json) {
        json.put("sentence", direction.sentence()).put("confirmed", direction.confirmed());
        ArrayNode paths = json.putArray("paths");
        direction.paths().forEach(path -> path(path, paths.addObject()));
        ArrayNode present = json.putArray("present");
        direction.present().forEach(path -> path(path, present.addObject()));
    }

    private static void path(FlowPath path, ObjectNode json) {
        json.put("copy", path.copy());
        ArrayNode hops = json.putArray("hops");
        path.hops().forEach(hop -> hop(hop, hops.addObject()));
        json.putObject("end").put("kind", path.end().kind().name())
                .put("device", path.end().at().deviceId().toString())
                .put("port", path.end().port().toLong())
                .put("words", path.end().words());
    }

    private static void hop(PathHop hop, ObjectNode json) {
        json.put("device", hop.device().toString())
                .put("edge", hop.edge().map(AnchorId::name).orElse(null))
                .put("in", hop.in().toLong())
                .put("out", hop.out().map(PortNumber::toLong).orElse(null));
        ArrayNode rules = json.putArray("rules");
        hop.rules().forEach(rule -> rule(rule, rules.addObject()));
    }

    private static void rule(PathRule rule, ObjectNode json) {
        json.put("table", rule.table())
                .put("tableName", rule.tableName())
                .put("priority", rule.priority())
                .put("cookie", Long.toUnsignedString(rule.cookie()))
                .put("words", rule.words())
                .put("confirmed", rule.confirmed());
    }

    private static void next(NextMove move, ObjectNode json) {
        json.put("edge", move.edge().name())
                .put("outcome", move.outcome().name())
                .put("anchor", move.anchor().name())
                .put("outside", move.outside().map(IpAddress::toString).orElse(null))
                .put("sentence", move.sentence());
    }
}
