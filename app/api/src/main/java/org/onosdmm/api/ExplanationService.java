/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.api;

/**
 * Says what the network does with a flow, and why.
 */
public interface ExplanationService {

    /**
     * Explains a flow, whether anybody knows it one by one or not.
     *
     * @throws DmmException of kind NOT_FOUND if no node has the flow's local address; of kind UNAVAILABLE while no
     *         configuration is in force
     */
    Explanation explain(FlowKey flow);
}
