/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.api;

import org.onlab.packet.IpAddress;
import org.onosproject.net.ConnectPoint;

import java.time.Duration;
import java.util.Set;

/**
 * Notices from the access network (a wireless controller, a hypervisor, an orchestrator), which often knows of a move
 * before the first packet shows it.
 */
public interface AttachmentService {

    /** The longest window that can be announced. */
    Duration LONGEST_WINDOW = Duration.ofSeconds(10);

    /**
     * A node has attached.
     *
     * @param addresses its own addresses; may be empty for a node that is bound already
     * @throws DmmException of kind INVALID if nodes cannot attach at the port; of kind NOT_FOUND if the node is not
     *         bound and none of the addresses belongs to the domain
     */
    void attached(MobileNodeId node, ConnectPoint poa, Set<IpAddress> addresses);

    /**
     * A node has left a place. A notice about another place than the one where the node is has no effect.
     *
     * @throws DmmException of kind NOT_FOUND if the node is not bound
     */
    void detached(MobileNodeId node, ConnectPoint poa);

    /**
     * A node will attach soon. The place is prepared, and until the window closes packets for the node go to both
     * places; then, if the node has not come, the preparation is taken back.
     *
     * @param window how long, 1 ms to {@link #LONGEST_WINDOW}
     * @throws DmmException of kind INVALID if nodes cannot attach at the port, if the window is out of range, or if
     *         the node is at the port already; of kind NOT_FOUND if the node is not bound
     */
    void expected(MobileNodeId node, ConnectPoint poa, Duration window);
}
