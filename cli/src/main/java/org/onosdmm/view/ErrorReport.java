/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.view;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.auto.value.AutoValue;
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

    /** HTTP status code. */
    public abstract int code();

    /** The field that the error is about, if it is about one. */
    public abstract Optional<String> field();

    /** What went wrong, in words. */
    public abstract String message();

    /** An error about no field in particular. */
    public static ErrorReport of(int code, String message) {
        return new AutoValue_ErrorReport(code, Optional.empty(), message);
    }

    /** What to tell about an exception. Only messages that were written for users are passed on. */
    public static ErrorReport of(Throwable error) {
        if (error instanceof DmmException) {
            DmmException known = (DmmException) error;
            return new AutoValue_ErrorReport(code(known.kind()), Optional.of(known.field()), known.getMessage());
        }
        if (error instanceof ServiceNotFoundException) {
            return of(code(DmmException.Kind.UNAVAILABLE), error.getMessage() + ": is the app active?");
        }
        return of(INTERNAL, "internal error, see the controller's log");
    }

    /** The JSON of this report: code, field (null if there is none) and message. */
    public ObjectNode json() {
        return JsonNodeFactory.instance.objectNode()
                .put("code", code())
                .put("field", field().orElse(null))
                .put("message", message());
    }

    private static int code(DmmException.Kind kind) {
        switch (kind) {
            case INVALID:
                return 400;
            case NOT_FOUND:
                return 404;
            case CONFLICT:
                return 409;
            case EXHAUSTED:
                return 507;
            case UNAVAILABLE:
                return 503;
            default:
                return INTERNAL;
        }
    }
}
