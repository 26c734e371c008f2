/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.api;

import java.util.Optional;

/**
 * The one error of this product: a user's or client's mistake, or a request that cannot be met. The message names the
 * field and the value. Mapped once to an HTTP status and once to a CLI message.
 */
public class DmmException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** What kind of error it is. */
    public enum Kind {
        /** The input is wrong. */
        INVALID,
        /** What is named does not exist. */
        NOT_FOUND,
        /** It cannot be done in the present state. */
        CONFLICT,
        /** It was asked for on the ground of something that has changed since. */
        STALE,
        /** It was asked for without saying on the ground of what. */
        GROUNDLESS,
        /** The input is longer than is read. */
        TOO_LARGE,
        /** There is nothing left of what is needed. */
        EXHAUSTED,
        /** The domain is not configured, or the controller is not ready. */
        UNAVAILABLE
    }

    private final Kind kind;
    private final String field;
    private final String value;

    /** An error about one field. */
    public DmmException(Kind kind, String field, String message) {
        this(kind, field, null, message);
    }

    private DmmException(Kind kind, String field, String value, String message) {
        super(field + ": " + message);
        this.kind = kind;
        this.field = field;
        this.value = value;
    }

    /** Wrong input: names the field, shows the value, says what is wrong with it. */
    public static DmmException invalid(String field, Object value, String problem) {
        return about(Kind.INVALID, field, value, problem);
    }

    /** Something that does not exist. */
    public static DmmException notFound(String field, Object value) {
        return about(Kind.NOT_FOUND, field, value, "does not exist");
    }

    /** An error about the value of a field: names the field, shows the value, says what is wrong with it. */
    public static DmmException about(Kind kind, String field, Object value, String problem) {
        return new DmmException(kind, field, String.valueOf(value), "'" + value + "' " + problem);
    }

    /** What kind of error it is. */
    public Kind kind() {
        return kind;
    }

    /** The field that the error is about, such as {@code anchors[2].uplink.port}. */
    public String field() {
        return field;
    }

    /** The value that the error is about, if it is about one. */
    public Optional<String> value() {
        return Optional.ofNullable(value);
    }
}
