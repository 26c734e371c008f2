/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.web;

import org.onosdmm.api.AnchorInfo;
import org.onosdmm.api.DmmException;
import org.onosdmm.api.MobileNodeId;
import org.onosdmm.web.gui.Highlighting;
import org.onosdmm.web.gui.model.Subject;

import java.security.Principal;
import javax.ws.rs.DELETE;
import javax.ws.rs.GET;
import javax.ws.rs.PUT;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.SecurityContext;

/**
 * What the topology of ONOS's second GUI highlights, in the windows that the user has open there.
 */
@Path("highlights")
@Produces(MediaType.APPLICATION_JSON)
public class HighlightsWebResource extends DmmWebResource {

    /**
     * Answers with the number of the user's windows.
     *
     * @param security the request's user
     */
    @GET
    public Response getWindows(@Context SecurityContext security) {
        return answer(get(Highlighting.class).windows(user(security)));
    }

    /**
     * Has them show the flows of a node until another one is asked for, or none; they stay as long as the window.
     *
     * @param node the node's MAC address
     * @param security the request's user
     */
    @PUT
    @Path("nodes/{node}")
    public Response showNode(@PathParam("node") String node, @Context SecurityContext security) {
        MobileNodeId id = view().node(node).binding().node();
        return shown(get(Highlighting.class).show(user(security), Subject.of(id)));
    }

    /**
     * Has them show the flows that leave by an anchor.
     *
     * @param anchor the anchor's configured name
     * @param security the request's user
     */
    @PUT
    @Path("anchors/{anchor}")
    public Response showAnchor(@PathParam("anchor") String anchor, @Context SecurityContext security) {
        AnchorInfo info = view().anchor(anchor);
        return shown(get(Highlighting.class).show(user(security), Subject.of(info.device())));
    }

    /**
     * Has them show nothing any more.
     *
     * @param security the request's user
     */
    @DELETE
    public Response hide(@Context SecurityContext security) {
        return answer(get(Highlighting.class).hide(user(security)));
    }

    private Response shown(int windows) {
        if (windows == 0) {
            throw new DmmException(DmmException.Kind.CONFLICT, "windows",
                                   "you have no window of ONOS's GUI2 (org.onosproject.gui2) open");
        }
        return answer(windows);
    }

    private Response answer(int windows) {
        return ok(mapper().createObjectNode().put("windows", windows)).build();
    }

    private static String user(SecurityContext security) {
        Principal user = security.getUserPrincipal();
        return user == null ? "" : user.getName();
    }
}
