/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.model;

/**
 * Which new flows of a node are not shown to the controller any more, since there is no room for them.
 */
public enum Crowding {
    /** There is room. */
    NONE,
    /** Those of UDP that nothing speaks for, neither a rule nor a name. */
    UNKNOWN,
    /** All but those that somebody has asked for. */
    ALL
}
