/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.api;

import com.google.common.collect.ImmutableList;
import org.onlab.packet.IpAddress;

import java.time.Duration;

/**
 * Takes requests for what flows are to be promised. They come before everything else that is known of a flow, are kept
 * with the state of their node, and end by themselves.
 */
public interface FlowRequestService {

    /** Requests of one node at most. */
    int MOST = 64;
    /** The longest lifetime. */
    Duration LONGEST = Duration.ofHours(24);

    /**
     * Takes a request. New flows are decided by it within a moment; those that are known and not kept are kept from now
     * on, with the address that they have.
     *
     * @param request what is asked for; its name and times are given here
     * @param lifetime how long it holds
     * @return the request as it was taken
     * @throws DmmException if its node, address or class is not known, a part is out of range, or the node has too many
     */
    FlowRequest request(FlowRequest request, Duration lifetime);

    /**
     * The class that a continuity type stands for in a request: of those that promise it the one with the lowest
     * priority.
     *
     * @throws DmmException of kind INVALID if no class promises it
     */
    ApplicationClass classFor(String continuity);

    /**
     * The node that holds an address.
     *
     * @throws DmmException of kind INVALID if nobody does
     */
    MobileNodeId holder(IpAddress address);

    /** The requests that hold, by node and age. */
    ImmutableList<FlowRequest> requests();

    /**
     * Takes a request back. What was decided by it stays.
     *
     * @throws DmmException of kind NOT_FOUND if there is none of this name
     */
    void withdraw(String id);
}
