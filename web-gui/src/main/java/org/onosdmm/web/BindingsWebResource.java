/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.web;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.onosdmm.api.NodeInfo;
import org.onosproject.net.flow.FlowRule;
import org.onosproject.net.flow.TrafficSelector;
import org.onosproject.net.flow.TrafficTreatment;

import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;

/**
 * The mobile nodes: where they are, and the rules that this takes.
 */
@Path("bindings")
@Produces(MediaType.APPLICATION_JSON)
public class BindingsWebResource extends DmmWebResource {

    /** Answers with all mobile nodes, by MAC address. */
    @GET
    public Response getBindings() {
        return ok(encodeArray(NodeInfo.class, "bindings", view().nodes())).build();
    }

    /**
     * Answers with one mobile node.
     *
     * @param node the node's MAC address
     */
    @GET
    @Path("{node}")
    public Response getBinding(@PathParam("node") String node) {
        return ok(encode(view().node(node), NodeInfo.class)).build();
    }

    /**
     * Answers with the rules of one mobile node, over all switches.
     *
     * @param node the node's MAC address
     */
    @GET
    @Path("{node}/rules")
    public Response getRules(@PathParam("node") String node) {
        ObjectNode json = mapper().createObjectNode();
        ArrayNode rules = json.putArray("rules");
        view().rules(node).forEach(rule -> rules.add(rule(rule)));
        return ok(json).build();
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
