/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.api;

/**
 * Phases of a handover, in the wording of RFC 5568: make, switch, break.
 */
public enum HandoverPhase {
    /** A move was noticed; nothing has been sent yet. */
    DETECTED,
    /** The new edge delivers. */
    PREPARED,
    /** Steering points to the new edge and the old edge bounces packets in flight. */
    SWITCHED,
    /** What the old edge held is gone. */
    CLEANED,
    /** The switches refused or did not answer; it is tried again. */
    FAILED,
    /** The move turned out to be false: the node answered at the old place. */
    ROLLED_BACK
}
