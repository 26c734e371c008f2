/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.onos;

/**
 * The name under which the app registers.
 */
public final class AppId {

    /** The app's name. */
    public static final String NAME = "org.onosdmm";

    private AppId() {
    }
}
