/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.view.example;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import org.onlab.packet.IPv4;
import org.onlab.packet.IpAddress;
import org.onlab.packet.IpPrefix;
import org.onlab.packet.MacAddress;
import org.onosdmm.api.AddressGrant;
import org.onosdmm.api.AnchorId;
import org.onosdmm.api.AnchorInfo;
import org.onosdmm.api.ApplicationClass;
import org.onosdmm.api.Attachment;
import org.onosdmm.api.Binding;
import org.onosdmm.api.Continuity;
import org.onosdmm.api.FlowInfo;
import org.onosdmm.api.FlowKey;
import org.onosdmm.api.Handover;
import org.onosdmm.api.HandoverPhase;
import org.onosdmm.api.Lease;
import org.onosdmm.api.Locator;
import org.onosdmm.api.MobileNodeId;
import org.onosdmm.api.NodeInfo;
import org.onosdmm.api.PinnedFlow;
import org.onosdmm.api.RuleStatus;
import org.onosdmm.api.Trigger;
import org.onosproject.net.ConnectPoint;
import org.onosproject.net.DeviceId;
import org.onosproject.net.PortNumber;

import java.util.Optional;

/**
 * Two anchors, a node that made a call at edge1 and moved to edge2, and what there is to say of it.
 */
public final class Example {

    /** Now, ms since the epoch. */
    public static final long NOW = 1_700_000_000_000L;

    public static final AnchorId EDGE1 = AnchorId.of("edge1");
    public static final AnchorId EDGE2 = AnchorId.of("edge2");
    public static final DeviceId SWITCH1 = DeviceId.deviceId("of:0000000000000001");
    public static final DeviceId SWITCH2 = DeviceId.deviceId("of:0000000000000002");
    public static final MobileNodeId NODE = MobileNodeId.of(MacAddress.valueOf("00:00:00:00:01:01"));
    public static final MobileNodeId OTHER = MobileNodeId.of(MacAddress.valueOf("00:00:00:00:01:02"));
    public static final IpAddress ADDRESS = IpAddress.valueOf("10.1.0.10");

    public static final Attachment OLD =
            Attachment.of(3, EDGE1, new ConnectPoint(SWITCH1, PortNumber.portNumber(1)), Locator.of(1, 16),
                          NOW - 300_000, Trigger.HOST_EVENT);
    public static final Attachment CURRENT =
            Attachment.of(4, EDGE2, new ConnectPoint(SWITCH2, PortNumber.portNumber(3)), Locator.of(2, 17),
                          NOW - 12_400, Trigger.ARP);

    public static final PinnedFlow CALL = PinnedFlow.builder()
            .key(FlowKey.of(IPv4.PROTOCOL_UDP, ADDRESS, 40000, IpAddress.valueOf("203.0.113.10"), 16384))
            .origin(PinnedFlow.Origin.NODE).applicationClass("telephony").continuity(Continuity.SESSION_LASTING)
            .anchor(EDGE1).outside(IpAddress.valueOf("198.51.100.1")).reason("rule 1: udp 16384-16389; nearest")
            .since(NOW - 61_000).build();
    public static final PinnedFlow CONFERENCE = PinnedFlow.builder()
            .key(FlowKey.of(IPv4.PROTOCOL_UDP, ADDRESS, 40002, IpAddress.valueOf("203.0.113.20"), 3478))
            .origin(PinnedFlow.Origin.NODE).applicationClass("multimedia-conferencing")
            .continuity(Continuity.SESSION_LASTING).anchor(EDGE1).outside(IpAddress.valueOf("198.51.100.1"))
            .reason("rule 2: udp 3478-3481; nearest").since(NOW - 59_000).build();
    public static final PinnedFlow SESSION = PinnedFlow.builder()
            .key(FlowKey.of(IPv4.PROTOCOL_TCP, ADDRESS, 22, IpAddress.valueOf("203.0.113.30"), 51000))
            .origin(PinnedFlow.Origin.OUTSIDE).applicationClass("oam").continuity(Continuity.FIXED)
            .anchor(EDGE1).outside(ADDRESS).reason("began outside; home").since(NOW - 7_200_000).build();

    private Example() {
    }

    /** The anchors; the second one's switch is not connected. */
    public static ImmutableList<AnchorInfo> anchors() {
        AnchorInfo first = AnchorInfo.builder().id(EDGE1).number(1).device(SWITCH1).available(true)
                .prefixes(ImmutableList.of(IpPrefix.valueOf("10.1.0.0/24")))
                .uplink(AnchorInfo.Uplink.UP).uplinkPort(Optional.of(PortNumber.portNumber(10)))
                .nextHop(Optional.of(MacAddress.valueOf("02:00:00:00:00:0a")))
                .poolSize(64).leased(1).nodes(0).flows(3).rules(RuleStatus.of(31, 31)).build();
        AnchorInfo second = AnchorInfo.builder().id(EDGE2).number(2).device(SWITCH2).available(false)
                .prefixes(ImmutableList.of(IpPrefix.valueOf("10.2.0.0/24"), IpPrefix.valueOf("2001:db8:2::/64")))
                .uplink(AnchorInfo.Uplink.NONE).uplinkPort(Optional.empty()).nextHop(Optional.empty())
                .poolSize(0).leased(0).nodes(1).flows(0).rules(RuleStatus.of(28, 27)).build();
        return ImmutableList.of(first, second);
    }

    /** The node in the middle of a handover. */
    public static NodeInfo node() {
        Binding binding = Binding.builder().node(NODE).addresses(ImmutableList.of(ADDRESS)).home(EDGE1)
                .attachments(ImmutableList.of(OLD, CURRENT)).lastSeen(NOW - 1_000)
                .absentSince(Optional.empty()).build();
        ImmutableList<Lease> leases = ImmutableList.of(
                Lease.of(EDGE1, ADDRESS, IpAddress.valueOf("198.51.100.1")),
                Lease.of(EDGE2, ADDRESS, IpAddress.valueOf("198.51.100.65"))
                        .unusedSince(Optional.of(NOW - 90_000)));
        return NodeInfo.of(binding, leases, ImmutableList.of(CALL, CONFERENCE, SESSION), RuleStatus.of(14, 12));
    }

    /** A node with two addresses that is gone. */
    public static NodeInfo absent() {
        Attachment only = Attachment.of(1, EDGE1, new ConnectPoint(SWITCH1, PortNumber.portNumber(2)),
                                        Locator.of(1, 18), NOW - 900_000, Trigger.DATA_PACKET);
        Binding binding = Binding.builder().node(OTHER)
                .addresses(ImmutableList.of(IpAddress.valueOf("10.1.0.11"), IpAddress.valueOf("10.1.0.12")))
                .home(EDGE1).attachments(ImmutableList.of(only)).lastSeen(NOW - 5_000)
                .absentSince(Optional.of(NOW - 5_000)).build();
        return NodeInfo.of(binding, ImmutableList.of(), ImmutableList.of(), RuleStatus.of(6, 6));
    }

    /** The flows of all nodes. */
    public static ImmutableList<FlowInfo> flows() {
        return ImmutableList.of(FlowInfo.of(NODE, CALL, EDGE2, FlowInfo.Status.ACTIVE, RuleStatus.of(2, 2), 6120),
                                FlowInfo.of(NODE, CONFERENCE, EDGE2, FlowInfo.Status.ACTIVE, RuleStatus.of(2, 1),
                                            24031),
                                FlowInfo.of(NODE, SESSION, EDGE2, FlowInfo.Status.ACTIVE, RuleStatus.of(1, 1), 7));
    }

    /** A finished handover, one that was rolled back, and one that waits for the old edge to be cleaned. */
    public static ImmutableList<Handover> handovers() {
        long before = us(NOW - 300_000);
        Handover cleaned = Handover.detected(NODE, CURRENT, OLD, before)
                .phase(HandoverPhase.CLEANED).preparedAt(Optional.of(before + 843))
                .switchedAt(Optional.of(before + 2_043)).cleanedAt(Optional.of(before + 1_514_043))
                .flowMods(17).switches(ImmutableSet.of(SWITCH1, SWITCH2)).packetsHeld(0).build();
        Handover forged = Handover.detected(OTHER, OLD, CURRENT, us(NOW - 60_000))
                .phase(HandoverPhase.ROLLED_BACK).flowMods(4).switches(ImmutableSet.of(SWITCH2)).build();
        long last = us(NOW - 12_400) + 7;
        Handover switched = Handover.detected(NODE, OLD, CURRENT, last)
                .phase(HandoverPhase.SWITCHED).preparedAt(Optional.of(last + 12_300))
                .switchedAt(Optional.of(last + 13_000)).flowMods(14).switches(ImmutableSet.of(SWITCH1, SWITCH2))
                .packetsHeld(2).packetsRescued(20).build();
        return ImmutableList.of(cleaned, forged, switched);
    }

    /** Addresses by DHCP: one that a node has, one that has ended. */
    public static ImmutableList<AddressGrant> grants() {
        AddressGrant grant = AddressGrant.builder().address(ADDRESS).node(NODE).name(Optional.of("laptop"))
                .port(OLD.poa()).state(AddressGrant.State.GRANTED).since(NOW - 600_000).until(NOW + 1_800_000).build();
        return ImmutableList.of(grant, AddressGrant.builder().address(IpAddress.valueOf("10.1.0.11")).node(OTHER)
                .port(CURRENT.poa()).state(AddressGrant.State.EXPIRED).since(NOW - 90_000).until(NOW - 90_000).build());
    }

    /** The classes in force. */
    public static ImmutableList<ApplicationClass> classes() {
        return ImmutableList.of(ApplicationClass.of("telephony", Continuity.SESSION_LASTING, "nearest")
                                    .withRescue(true),
                                ApplicationClass.of("multimedia-conferencing", Continuity.SESSION_LASTING, "nearest"),
                                ApplicationClass.of("standard", Continuity.NON_PERSISTENT, "serving"),
                                ApplicationClass.of("oam", Continuity.FIXED, "home"));
    }

    private static long us(long ms) {
        return ms * 1000;
    }
}
