/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.api;

import com.google.common.collect.ImmutableMap;

import java.util.Optional;
import java.util.Set;

/**
 * What an operator does while the domain is running.
 */
public interface OperationService {

    /**
     * Has an anchor take no new flows, or take them again. It is empty once the flows that it has are over.
     *
     * @throws DmmException of kind NOT_FOUND if there is no such anchor
     */
    void drain(AnchorId anchor, boolean draining);

    /** The configuration that stands in ONOS's network configuration, if there is one. */
    Optional<PolicyDocument> policy();

    /**
     * Says where a configuration differs from the one that stands. It need not be one that would be taken.
     *
     * @param document as in {@link #check}
     * @throws DmmException of kind INVALID if it is not JSON
     */
    PolicyDiff diff(String document);

    /**
     * Says what a configuration would change, without putting it in force.
     *
     * @param document the configuration as JSON: as in the network configuration, with or without what is around it
     * @throws DmmException of kind INVALID if it would be refused; names the field
     */
    PolicyCheck check(String document);

    /**
     * Hands a configuration to ONOS's network configuration, in place of the present one. It is in force once the
     * network bears it out.
     *
     * @param document as in {@link #check}
     * @param versions versions of the present one on any of which it may be based, {@link PolicyDocument#NONE} if there
     *                 may be none; no version at all if that does not matter
     * @return what it changes
     * @throws DmmException of kind INVALID if it is refused; names the field, and nothing is changed. Of kind STALE if
     *         the present one has none of these versions
     */
    PolicyCheck apply(String document, Set<String> versions);

    /** Packets that went the way of the controller since the app was started, by the reason. */
    ImmutableMap<String, Long> packets();

    /** Rules that had drifted at switches and were put right since the app was started, by switch. */
    ImmutableMap<String, Long> repairs();

    /** How long they waited there, by what they waited for: the rule of a flow, those that follow from a name. */
    ImmutableMap<String, Delay> delays();
}
