/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.dataplane;

/**
 * A flow-mod or group-mod that the switch does not take, with the reason: an OpenFlow error message (OpenFlow 1.3.5
 * section A.4.4) or an injected failure.
 */
public final class FlowModException extends RuntimeException {

    /** Why it is not taken. */
    public enum Kind {
        /** No such switch. */
        UNKNOWN_DEVICE,
        /** The control channel is down. */
        DISCONNECTED,
        /** Refused by a failure that a test injected. */
        REJECTED,
        /** OFPFMFC_TABLE_FULL. */
        TABLE_FULL,
        /** OFPFMFC_BAD_TABLE_ID or OFPBIC_BAD_TABLE_ID. */
        BAD_TABLE,
        /** OFPBMC_BAD_PREREQ, and OFPBAC_MATCH_INCONSISTENT for an action. */
        BAD_PREREQUISITE,
        /** OFPBMC_BAD_WILDCARDS or OFPBMC_BAD_VALUE. */
        BAD_MATCH,
        /** OFPBAC_BAD_OUT_GROUP, OFPGMFC_UNKNOWN_GROUP, OFPGMFC_LOOP. */
        BAD_GROUP,
        /** A criterion or an instruction that this switch does not know: named, never ignored. */
        UNSUPPORTED
    }

    private static final long serialVersionUID = 1L;

    private final Kind kind;

    FlowModException(Kind kind, String message) {
        super(kind + ": " + message);
        this.kind = kind;
    }

    /** Why it is not taken. */
    public Kind kind() {
        return kind;
    }
}
