/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.view;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.auto.value.AutoValue;
import com.google.common.collect.ImmutableMap;
import org.onlab.osgi.ServiceNotFoundException;
import org.onosdmm.api.DmmException;

import java.util.Optional;

/**
 * What a user is told when something went wrong: the one place where errors become a code and a message.
 */
@AutoValue
public abstract class ErrorReport {

    /** Code of an error that is ours and not the user's. */
    public static final int INTERNAL = 500;

    private static final int LONGEST_VALUE = 200;
    private static final int LONGEST_MESSAGE = 1_000;
    private static final ImmutableMap<Integer, String> TITLES = ImmutableMap.<Integer, String>builder()
            .put(400, "Bad Request").put(401, "Unauthorized").put(403, "Forbidden").put(404, "Not Found")
            .put(405, "Method Not Allowed").put(406, "Not Acceptable").put(409, "Conflict")
            .put(412, "Precondition Failed").put(413, "Payload Too Large").put(415, "Unsupported Media Type")
            .put(428, "Precondition Required")
            .put(INTERNAL, "Internal Server Error").put(503, "Service Unavailable").put(507, "Insufficient Storage")
            .build();

    /** HTTP status code. */
    public abstract int code();

    /** The field that the error is about, if it is about one. */
    public abstract Optional<String> field();

    /** The value that the error is about, if it is about one. */
    public abstract Optional<String> value();

    /** What went wrong, in words. */
    public abstract String message();

    /** An error about no field in particular. */
    public static ErrorReport of(int code, String message) {
        return new AutoValue_ErrorReport(code, Optional.empty(), Optional.empty(), message);
    }

    /** What to tell about an exception. Only messages that were written for users are passed on. */
    public static ErrorReport of(Throwable error) {
        if (error instanceof DmmException) {
            DmmException known = (DmmException) error;
            return new AutoValue_ErrorReport(code(known.kind()), Optional.of(known.field()), known.value(),
                                             known.getMessage());
        }
        if (error instanceof ServiceNotFoundException) {
            return of(code(DmmException.Kind.UNAVAILABLE), error.getMessage() + ": is the app active?");
        }
        return of(INTERNAL, "internal error, see the controller's log");
    }

    /**
     * The JSON of this report: that of RFC 7807, with field and value, which are null if it is about none. Code and
     * message say the same as status and detail, for who has always read them.
     */
    public ObjectNode json() {
        return JsonNodeFactory.instance.objectNode()
                .put("type", "about:blank")
                .put("title", TITLES.getOrDefault(code(), "Error"))
                .put("status", code())
                .put("detail", shortened(message(), LONGEST_MESSAGE))
                .put("field", field().orElse(null))
                .put("value", value().map(text -> shortened(text, LONGEST_VALUE)).orElse(null))
                .put("code", code())
                .put("message", shortened(message(), LONGEST_MESSAGE));
    }

    private static String shortened(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most) + "...";
    }

    private static int code(DmmException.Kind kind) {
        switch (kind) {
            case INVALID:
                return 400;
            case NOT_FOUND:
                return 404;
            case CONFLICT:
                return 409;
            case STALE:
                return 412;
            case TOO_LARGE:
                return 413;
            case GROUNDLESS:
                return 428;
            case EXHAUSTED:
                return 507;
            case UNAVAILABLE:
                return 503;
            default:
                return INTERNAL;
        }
    }
}
