/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.dataplane;

import org.onlab.packet.IpPrefix;
import org.onlab.packet.MacAddress;
import org.onlab.packet.TpPort;
import org.onosproject.core.ApplicationId;
import org.onosproject.core.DefaultApplicationId;
import org.onosproject.core.GroupId;
import org.onosproject.net.ConnectPoint;
import org.onosproject.net.DeviceId;
import org.onosproject.net.PortNumber;
import org.onosproject.net.flow.DefaultFlowRule;
import org.onosproject.net.flow.DefaultTrafficSelector;
import org.onosproject.net.flow.DefaultTrafficTreatment;
import org.onosproject.net.flow.FlowRule;
import org.onosproject.net.flow.TrafficSelector;
import org.onosproject.net.flow.TrafficTreatment;
import org.onosproject.net.group.DefaultGroupDescription;
import org.onosproject.net.group.DefaultGroupKey;
import org.onosproject.net.group.GroupBucket;
import org.onosproject.net.group.GroupBuckets;
import org.onosproject.net.group.GroupDescription;

import java.util.List;

/** Short names for what the tests of this package write all the time. */
final class Samples {
    static final ApplicationId APP = new DefaultApplicationId(7, "org.example.app");
    static final MacAddress MAC_A = MacAddress.valueOf("00:00:00:00:00:0a");
    static final MacAddress MAC_B = MacAddress.valueOf("00:00:00:00:00:0b");
    static final DeviceId S1 = device(1);
    static final DeviceId S2 = device(2);

    private Samples() {
    }

    static DeviceId device(int number) {
        return DeviceId.deviceId(String.format("of:%016x", number));
    }

    static ConnectPoint at(DeviceId device, int port) {
        return new ConnectPoint(device, port(port));
    }

    static PortNumber port(int number) {
        return PortNumber.portNumber(number);
    }

    static TrafficSelector.Builder match() {
        return DefaultTrafficSelector.builder();
    }

    static TrafficSelector.Builder ipv4() {
        return match().matchEthType((short) EtherTypes.IPV4);
    }

    static TrafficSelector.Builder ipv6() {
        return match().matchEthType((short) EtherTypes.IPV6);
    }

    static TrafficSelector.Builder udp() {
        return ipv4().matchIPProtocol((byte) IpProtocols.UDP);
    }

    static TrafficSelector.Builder tcp() {
        return ipv4().matchIPProtocol((byte) IpProtocols.TCP);
    }

    static TrafficSelector.Builder arp() {
        return match().matchEthType((short) EtherTypes.ARP);
    }

    static TrafficTreatment.Builder act() {
        return DefaultTrafficTreatment.builder();
    }

    static TrafficTreatment.Builder out(int port) {
        return act().setOutput(port(port));
    }

    static IpPrefix prefix(String text) {
        return IpPrefix.valueOf(text);
    }

    static TpPort tp(int port) {
        return TpPort.tpPort(port);
    }

    static FlowRule rule(DeviceId device, int table, int priority, TrafficSelector.Builder match,
                         TrafficTreatment.Builder treatment) {
        return rule(APP, device, table, priority, match, treatment);
    }

    static FlowRule rule(ApplicationId app, DeviceId device, int table, int priority, TrafficSelector.Builder match,
                         TrafficTreatment.Builder treatment) {
        return DefaultFlowRule.builder().forDevice(device).forTable(table).withPriority(priority)
                .withSelector(match.build()).withTreatment(treatment.build()).fromApp(app).makePermanent().build();
    }

    static GroupDescription group(GroupDescription.Type type, int id, GroupBucket... buckets) {
        return new DefaultGroupDescription(S1, type, new GroupBuckets(List.of(buckets)),
                new DefaultGroupKey(new byte[] {(byte) id}), id, APP);
    }

    static GroupId groupId(int id) {
        return new GroupId(id);
    }

    /** One switch with some ports that nothing is plugged into. */
    static DataPlane oneSwitch(int ports) {
        DataPlane net = new DataPlane();
        for (int number = 1; number <= ports; number++) {
            net.addPort(at(S1, number));
        }
        return net;
    }
}
