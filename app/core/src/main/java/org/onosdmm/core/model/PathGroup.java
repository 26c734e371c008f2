/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.model;

import com.google.auto.value.AutoValue;
import com.google.common.collect.ImmutableList;
import com.google.common.hash.Hashing;
import org.onosproject.core.ApplicationId;
import org.onosproject.core.GroupId;
import org.onosproject.net.DeviceId;
import org.onosproject.net.PortNumber;
import org.onosproject.net.flow.DefaultTrafficTreatment;
import org.onosproject.net.flow.TrafficTreatment;
import org.onosproject.net.group.DefaultGroupBucket;
import org.onosproject.net.group.DefaultGroupDescription;
import org.onosproject.net.group.DefaultGroupKey;
import org.onosproject.net.group.GroupBucket;
import org.onosproject.net.group.GroupBuckets;
import org.onosproject.net.group.GroupDescription;
import org.onosproject.net.group.GroupKey;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A group of a switch (OpenFlow 1.3.5, section 5.6). Either fast failover: ports in order, the first that is alive is
 * taken; or select: several such groups, one is taken by the packet's flow.
 *
 * <p>Its number follows from what it does. So a group never changes: one that does something else is another group.
 */
@AutoValue
public abstract class PathGroup {

    private static final int FAILOVER_IDS = 0x4000_0000;
    private static final int SELECT_IDS = 0x5000_0000;
    private static final int ID_BITS = 0x0fff_ffff;

    /** The switch. */
    public abstract DeviceId device();

    /** Ports, the one to take first comes first; none for a select group. */
    public abstract ImmutableList<PortNumber> ports();

    /** That of the ports by which the packets come in: they have to be told to leave by it. */
    public abstract Optional<PortNumber> back();

    /** The groups to choose from; none for a fast failover group. */
    public abstract ImmutableList<PathGroup> members();

    /** Its number at the switch: that of a select group is higher than those of its members. */
    public abstract int id();

    /** A fast failover group over these ports, the first one first. */
    public static PathGroup failover(DeviceId device, List<PortNumber> ports) {
        return of(device, ports, Optional.empty(), ImmutableList.of());
    }

    /** The same for packets that came in by one of these ports. */
    public static PathGroup failover(DeviceId device, List<PortNumber> ports, PortNumber back) {
        return of(device, ports, Optional.of(back), ImmutableList.of());
    }

    /** A select group of these. */
    public static PathGroup select(DeviceId device, List<PathGroup> members) {
        return of(device, ImmutableList.of(), Optional.empty(), members);
    }

    private static PathGroup of(DeviceId device, List<PortNumber> ports, Optional<PortNumber> back,
                                List<PathGroup> members) {
        String does = ports + " " + back + " " + members.stream().map(PathGroup::id).collect(Collectors.toList());
        int hash = Hashing.sha256().hashString(does, StandardCharsets.UTF_8).asInt() & ID_BITS;
        return new AutoValue_PathGroup(device, ImmutableList.copyOf(ports), back, ImmutableList.copyOf(members),
                hash | (members.isEmpty() ? FAILOVER_IDS : SELECT_IDS));
    }

    /** ONOS's key of the group with this number. */
    public static GroupKey key(int id) {
        return new DefaultGroupKey(("org.onosdmm/" + Integer.toHexString(id)).getBytes(StandardCharsets.UTF_8));
    }

    /** The group in ONOS's words. */
    public GroupDescription describe(ApplicationId app) {
        GroupDescription.Type type =
                members().isEmpty() ? GroupDescription.Type.FAILOVER : GroupDescription.Type.SELECT;
        return new DefaultGroupDescription(device(), type, new GroupBuckets(buckets()), key(id()), id(), app);
    }

    private List<GroupBucket> buckets() {
        if (members().isEmpty()) {
            return ports().stream().map(this::bucket).collect(Collectors.toList());
        }
        return members().stream().map(member -> DefaultGroupBucket.createSelectGroupBucket(to(member)))
                .collect(Collectors.toList());
    }

    private GroupBucket bucket(PortNumber port) {
        PortNumber out = back().filter(port::equals).isPresent() ? PortNumber.IN_PORT : port;
        TrafficTreatment output = DefaultTrafficTreatment.builder().setOutput(out).build();
        return DefaultGroupBucket.createFailoverGroupBucket(output, port, null);
    }

    private static TrafficTreatment to(PathGroup group) {
        return DefaultTrafficTreatment.builder().group(new GroupId(group.id())).build();
    }
}
