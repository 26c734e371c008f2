/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.onos.network;

import org.onlab.packet.IpAddress;
import org.onlab.packet.MacAddress;
import org.onosdmm.api.AnchorId;
import org.onosdmm.core.model.NetworkView;
import org.onosproject.net.ConnectPoint;

import java.util.function.Consumer;

/**
 * The network as it is now.
 */
public interface NetworkViews {

    /** The newest view. */
    NetworkView view();

    /** Whether an earlier run of the controller has known this network; not before there is a view. */
    boolean isRemembered();

    /** Hears of every new view, on a thread of this service; told the present one at once. */
    void addListener(Consumer<NetworkView> listener);

    /** Hears of nothing any more. */
    void removeListener(Consumer<NetworkView> listener);

    /** The router behind an anchor's uplink that takes packets of a family has been heard of, with this MAC address. */
    void routerIs(AnchorId anchor, IpAddress.Version version, MacAddress mac);

    /** The router behind an anchor's uplink is asked. */
    void routerAsked(AnchorId anchor);

    /** Whether a port is up, as far as anybody can tell. */
    boolean isUp(ConnectPoint port);

    /** Looks at the uplinks again, as time has gone on. */
    void reviewUplinks();

    /** What the uplink of an anchor carries in and out, bit/s, as last counted. */
    default long uplinkRate(AnchorId anchor) {
        return 0;
    }
}
