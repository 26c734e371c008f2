/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.view.json;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.onosdmm.api.Attachment;
import org.onosproject.codec.CodecContext;
import org.onosproject.codec.JsonCodec;

/**
 * JSON of an attachment. The port is a connect point (edge switch and port number); times are ms since the epoch.
 */
final class AttachmentCodec extends JsonCodec<Attachment> {

    @Override
    public ObjectNode encode(Attachment attachment, CodecContext context) {
        return context.mapper().createObjectNode()
                .put("sequence", attachment.sequence())
                .put("edge", attachment.edge().name())
                .put("port", attachment.poa().deviceId() + "/" + attachment.poa().port().toLong())
                .put("locator", attachment.locator().toString())
                .put("since", attachment.since())
                .put("trigger", attachment.trigger().name());
    }
}
