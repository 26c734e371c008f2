/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.view.example;

import org.onosdmm.view.json.DmmCodecs;
import org.onosproject.codec.CodecService;
import org.onosproject.codec.JsonCodec;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * A codec service with the codecs of mobility management alone.
 */
public class ExampleCodecs implements CodecService {

    private final Map<Class<?>, JsonCodec<?>> codecs = new HashMap<>();

    /** A codec service with which the codecs are registered. */
    public static ExampleCodecs registered() {
        ExampleCodecs service = new ExampleCodecs();
        new DmmCodecs(service);
        return service;
    }

    @Override
    public Set<Class<?>> getCodecs() {
        return codecs.keySet();
    }

    @Override
    @SuppressWarnings("unchecked")
    public <T> JsonCodec<T> getCodec(Class<T> type) {
        return (JsonCodec<T>) codecs.get(type);
    }

    @Override
    public <T> void registerCodec(Class<T> type, JsonCodec<T> codec) {
        codecs.putIfAbsent(type, codec);
    }

    @Override
    public void unregisterCodec(Class<?> type) {
        codecs.remove(type);
    }
}
