/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.engine;

import org.onosdmm.api.DmmException;
import org.onosdmm.api.FlowKey;
import org.onosdmm.core.model.Domain;
import org.onosdmm.core.model.NodeState;

/**
 * Finds what a user's question or order is about, or says that it is not there.
 */
public final class Lookup {

    private Lookup() {
    }

    /**
     * The domain that is in force.
     *
     * @throws DmmException of kind UNAVAILABLE if there is none
     */
    public static Domain domain(MobilityEngine mobility) {
        return mobility.domain().orElseThrow(() -> new DmmException(DmmException.Kind.UNAVAILABLE,
                "apps.org.onosdmm.dmm", "no configuration is in force"));
    }

    /**
     * The node that a flow belongs to.
     *
     * @throws DmmException of kind NOT_FOUND if no node has the flow's own address
     */
    static NodeState owner(MobilityEngine mobility, FlowKey flow) {
        return mobility.holder(flow.local()).flatMap(mobility::state).orElseThrow(() -> unknown(flow));
    }

    /** The error that no node has a flow's own address. */
    static DmmException unknown(FlowKey flow) {
        return new DmmException(DmmException.Kind.NOT_FOUND, "flow", "'" + flow.id() + "': no node has the address "
                + flow.local());
    }
}
