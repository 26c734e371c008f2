/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.api;

import org.onosproject.net.DeviceId;

/**
 * What an operator does when the usual course is not enough: moves a flow, has switches told again what they should
 * hold.
 */
public interface InterventionService {

    /**
     * Moves a flow to another anchor, with the address that this lends, if what the flow is promised allows another
     * address; with it go the others of its UDP endpoint. A flow that is there already stays as it is.
     *
     * @return the flow as it is from now on
     * @throws DmmException of kind NOT_FOUND if nobody knows the flow one by one, or there is no such anchor; of kind
     *         CONFLICT if it is to keep its address, or if the anchor cannot take it now; of kind EXHAUSTED if the
     *         anchor has no address left. Nothing is changed then
     */
    PinnedFlow move(FlowKey flow, AnchorId anchor);

    /**
     * Has all switches told again what they should hold, whatever they are believed to hold. No packet is lost by that.
     *
     * @return how many rules are sent again
     */
    int resync();

    /**
     * The same for one switch.
     *
     * @throws DmmException of kind NOT_FOUND if there is no such switch, of kind CONFLICT if it is not connected
     */
    int resync(DeviceId device);

    /**
     * The same for the rules of one node, on all switches.
     *
     * @throws DmmException of kind NOT_FOUND if the node is not bound
     */
    int resync(MobileNodeId node);
}
