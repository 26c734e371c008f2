/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.classify.payload;

import com.google.auto.value.AutoValue;

import java.util.Optional;

/**
 * What a payload was recognised as.
 */
@AutoValue
public abstract class Recognition {

    static final String TELEPHONY = "telephony";
    static final String CONFERENCING = "multimedia-conferencing";
    static final String INTERACTIVE = "real-time-interactive";
    static final String STREAMING = "multimedia-streaming";
    static final String LOW_PRIORITY = "low-priority-data";

    /** Name of the class that follows; nothing where the protocol serves many purposes. */
    public abstract Optional<String> applicationClass();

    /** The name of the server that the sender asks for. */
    public abstract Optional<String> server();

    /** What it is, in words. */
    public abstract String evidence();

    /** A protocol that is of one class. */
    static Optional<Recognition> as(String applicationClass, String evidence) {
        return Optional.of(new AutoValue_Recognition(Optional.of(applicationClass), Optional.empty(), evidence));
    }

    /** A protocol of which no class follows, so that it is not taken for another one. */
    static Optional<Recognition> other(String evidence) {
        return Optional.of(new AutoValue_Recognition(Optional.empty(), Optional.empty(), evidence));
    }

    /** A protocol that names the server. */
    static Optional<Recognition> to(Optional<String> server, String evidence) {
        return Optional.of(new AutoValue_Recognition(Optional.empty(), server, evidence));
    }
}
