/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.api;

import com.google.auto.value.AutoValue;

/**
 * Something that an operator should know.
 */
@AutoValue
public abstract class Finding {

    /** How bad it is. */
    public enum Severity {
        /** Works, but not as it should. */
        WARNING,
        /** Something does not work. */
        ERROR
    }

    /** How bad it is. */
    public abstract Severity severity();

    /** What it is about: a field of the configuration, a switch, an app. */
    public abstract String subject();

    /** What is wrong, in words. */
    public abstract String message();

    /** Something that does not work. */
    public static Finding error(String subject, String message) {
        return new AutoValue_Finding(Severity.ERROR, subject, message);
    }

    /** Something that works, but not as it should. */
    public static Finding warning(String subject, String message) {
        return new AutoValue_Finding(Severity.WARNING, subject, message);
    }
}
