/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.view.example;

import com.google.common.collect.ImmutableList;
import org.onlab.packet.ChassisId;
import org.onosdmm.view.Topology;
import org.onosproject.net.AnnotationKeys;
import org.onosproject.net.ConnectPoint;
import org.onosproject.net.DefaultAnnotations;
import org.onosproject.net.DefaultDevice;
import org.onosproject.net.DefaultLink;
import org.onosproject.net.Device;
import org.onosproject.net.DeviceId;
import org.onosproject.net.Link;
import org.onosproject.net.provider.ProviderId;

/**
 * Two edges at one core switch, which is not connected at the moment, and what else ONOS may know.
 */
public final class ExampleNetwork {

    private static final ProviderId PROVIDER = new ProviderId("of", "org.onosdmm.example");
    private static final String CORE = "of:0000000000000011";

    private ExampleNetwork() {
    }

    /** The devices, in no order; the last one is not a switch. */
    public static ImmutableList<Device> devices() {
        return ImmutableList.of(device(CORE, Device.Type.SWITCH, "<b>core</b>"),
                                device("of:0000000000000002", Device.Type.SWITCH, null),
                                device("of:0000000000000001", Device.Type.SWITCH, "edge one"),
                                device("of:00000000000000ff", Device.Type.CONTROLLER, "other"));
    }

    /** The links, both directions of one of them. */
    public static ImmutableList<Link> links() {
        return ImmutableList.of(link(CORE + "/2", "of:0000000000000002/1", Link.State.ACTIVE),
                                link(CORE + "/1", "of:0000000000000001/1", Link.State.ACTIVE),
                                link("of:0000000000000001/1", CORE + "/1", Link.State.ACTIVE),
                                link("of:0000000000000001/9", CORE + "/9", Link.State.INACTIVE));
    }

    /** Whether a device is connected. */
    public static boolean available(DeviceId device) {
        return !device.toString().equals(CORE);
    }

    /** What a map shows of them. */
    public static Topology topology() {
        return Topology.of(devices(), ExampleNetwork::available, links());
    }

    private static Device device(String id, Device.Type type, String name) {
        DefaultAnnotations.Builder annotations = DefaultAnnotations.builder();
        if (name != null) {
            annotations.set(AnnotationKeys.NAME, name);
        }
        return new DefaultDevice(PROVIDER, DeviceId.deviceId(id), type, "m", "h", "s", "n", new ChassisId(),
                                 annotations.build());
    }

    private static Link link(String from, String to, Link.State state) {
        return DefaultLink.builder().providerId(PROVIDER).type(Link.Type.DIRECT).state(state)
                .src(ConnectPoint.deviceConnectPoint(from)).dst(ConnectPoint.deviceConnectPoint(to)).build();
    }
}
