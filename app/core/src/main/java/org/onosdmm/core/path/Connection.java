/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.path;

import com.google.auto.value.AutoValue;
import org.onosproject.net.ConnectPoint;

/**
 * One direction of a link between two switches.
 */
@AutoValue
public abstract class Connection {

    /** Where it begins. */
    public abstract ConnectPoint from();

    /** Where it ends. */
    public abstract ConnectPoint to();

    /** The other direction of the same link. */
    Connection reversed() {
        return of(to(), from());
    }

    /** A connection by its ends. */
    public static Connection of(ConnectPoint from, ConnectPoint to) {
        return new AutoValue_Connection(from, to);
    }
}
