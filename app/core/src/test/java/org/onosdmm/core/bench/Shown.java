/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.bench;

import org.onosdmm.api.FlowKey;

import java.util.Set;

/** Which packets the switches' rules show to the controller. */
interface Shown {

    /**
     * Whether a packet is punted, copied or held.
     *
     * @param flow its flow as the node sees it
     * @param fromNode whether the node sent it
     * @param known whether the flow has been shown and decided before
     * @param names the names by which the node has looked the correspondent up
     */
    boolean shows(FlowKey flow, boolean fromNode, boolean known, Set<String> names);
}
