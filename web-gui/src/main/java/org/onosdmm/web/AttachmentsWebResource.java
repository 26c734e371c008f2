/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.web;

import org.onosdmm.api.AttachmentService;
import org.onosdmm.api.MobileNodeId;

import java.io.InputStream;
import javax.ws.rs.Consumes;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;

/**
 * Notices from the access network: a node has attached, has left, or is expected.
 */
@Path("attachments")
@Produces(MediaType.APPLICATION_JSON)
public class AttachmentsWebResource extends DmmWebResource {

    /**
     * Takes one notice, such as {@code {"event": "expected", "node": "00:00:00:00:01:10",
     * "port": "of:0000000000000002/3", "window": 500}}. An attached node may come with its {@code addresses}; the
     * window of an expected one is in ms.
     *
     * @param body the notice
     */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response notice(InputStream body) {
        Notice notice = Notice.read(mapper(), body);
        AttachmentService attachments = get(AttachmentService.class);
        MobileNodeId node = notice.node();
        switch (notice.event()) {
            case ATTACHED:
                attachments.attached(node, notice.port(), notice.addresses());
                break;
            case DETACHED:
                attachments.detached(node, notice.port());
                break;
            default:
                attachments.expected(node, notice.port(), notice.window());
                break;
        }
        return Response.accepted().build();
    }
}
