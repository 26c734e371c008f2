/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.api;

import com.google.auto.value.AutoValue;

/**
 * The configuration as it stands in ONOS's network configuration, in force or not.
 */
@AutoValue
public abstract class PolicyDocument {

    /** What stands for a version where there is no configuration. */
    public static final String NONE = "none";

    /** Names what the document says: the same for the same, another one after each change. */
    public abstract String version();

    /** The document as JSON, without what is around it in the network configuration. */
    public abstract String document();

    /** A document by its parts. */
    public static PolicyDocument of(String version, String document) {
        return new AutoValue_PolicyDocument(version, document);
    }
}
