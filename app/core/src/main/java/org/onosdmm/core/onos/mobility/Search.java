/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.onos.mobility;

import org.onlab.packet.IpAddress;

/**
 * Finds nodes that have not been heard yet.
 */
public interface Search {

    /** Asks for the holder of an address, unless there is one already or it was asked for just now. */
    void lookFor(IpAddress address);
}
