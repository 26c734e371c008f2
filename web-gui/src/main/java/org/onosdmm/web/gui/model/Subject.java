/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.web.gui.model;

import com.google.auto.value.AutoValue;
import org.onlab.packet.MacAddress;
import org.onosdmm.api.MobileNodeId;
import org.onosproject.net.DeviceId;
import org.onosproject.net.HostId;

import java.util.Optional;

/**
 * What is selected in a topology: a node, a switch, or nothing.
 */
@AutoValue
public abstract class Subject {

    private static final Subject NOTHING = new AutoValue_Subject(Optional.empty(), Optional.empty());

    /** The node, if it is one. */
    public abstract Optional<MobileNodeId> node();

    /** The switch, if it is one. */
    public abstract Optional<DeviceId> device();

    /** Nothing: the anchors alone. */
    public static Subject nothing() {
        return NOTHING;
    }

    /** A node. */
    public static Subject of(MobileNodeId node) {
        return new AutoValue_Subject(Optional.of(node), Optional.empty());
    }

    /** A host of ONOS. */
    public static Subject of(HostId host) {
        return of(MobileNodeId.of(host.mac()));
    }

    /** A switch. */
    public static Subject of(DeviceId device) {
        return new AutoValue_Subject(Optional.empty(), Optional.of(device));
    }

    /** What an id of the topology names: a host as {@code MAC/VLAN}, a switch as {@code of:...}; else nothing. */
    public static Subject named(String id) {
        int slash = id.indexOf('/');
        try {
            if (slash >= 0) {
                return of(MobileNodeId.of(MacAddress.valueOf(id.substring(0, slash))));
            }
            return id.isEmpty() ? NOTHING : of(DeviceId.deviceId(id));
        } catch (IllegalArgumentException e) {
            return NOTHING;
        }
    }
}
