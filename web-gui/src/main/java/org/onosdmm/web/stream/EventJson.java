/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.web.stream;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.onosdmm.api.DmmException;
import org.onosproject.codec.CodecContext;
import org.onosproject.codec.CodecService;
import org.onosproject.codec.JsonCodec;

/**
 * The JSON of events: that of REST.
 */
final class EventJson implements CodecContext {

    private final ObjectMapper mapper = new ObjectMapper();
    private final CodecService codecs;

    EventJson(CodecService codecs) {
        this.codecs = codecs;
    }

    /** Of something that is gone. */
    String removed(Object id) {
        return mapper.createObjectNode().put("id", id.toString()).put("removed", true).toString();
    }

    /** Of a new configuration. */
    String policy(String version) {
        return mapper.createObjectNode().put("id", "policy").put("version", version).toString();
    }

    <T> ObjectNode of(T thing, Class<T> type) {
        return encode(thing, type);
    }

    @Override
    public ObjectMapper mapper() {
        return mapper;
    }

    @Override
    public <T> JsonCodec<T> codec(Class<T> type) {
        JsonCodec<T> codec = codecs.getCodec(type);
        if (codec == null) {
            throw new DmmException(DmmException.Kind.UNAVAILABLE, "json", "no codec of " + type.getSimpleName());
        }
        return codec;
    }

    @Override
    public <T> T getService(Class<T> type) {
        throw new UnsupportedOperationException("no codec of this app needs " + type);
    }
}
