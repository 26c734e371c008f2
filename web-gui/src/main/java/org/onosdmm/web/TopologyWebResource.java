/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.web;

import org.onosdmm.view.Topology;
import org.onosproject.net.device.DeviceService;
import org.onosproject.net.link.LinkService;

import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;

/**
 * The switches and links that ONOS knows, which is what a map of the network needs beside the anchors.
 */
@Path("topology")
@Produces(MediaType.APPLICATION_JSON)
public class TopologyWebResource extends DmmWebResource {

    /** Answers with switches, by id, and links, each once. */
    @GET
    public Response getTopology() {
        DeviceService devices = get(DeviceService.class);
        Topology topology = Topology.of(devices.getDevices(), devices::isAvailable, get(LinkService.class).getLinks());
        return ok(encode(topology, Topology.class)).build();
    }
}
