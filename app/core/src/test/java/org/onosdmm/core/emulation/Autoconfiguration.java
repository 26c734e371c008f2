/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.emulation;

import com.google.common.collect.ImmutableList;
import org.onlab.packet.ICMP6;
import org.onlab.packet.IPv6;
import org.onlab.packet.Ip6Address;
import org.onlab.packet.IpAddress;
import org.onlab.packet.MacAddress;
import org.onlab.packet.ndp.NeighborDiscoveryOptions;
import org.onlab.packet.ndp.RouterAdvertisement;
import org.onosdmm.dataplane.Frame;
import org.onosdmm.dataplane.Packets;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** What a host makes of router advertisements (RFC 4862, section 5.5), written down independently of the app. */
public final class Autoconfiguration {
    private static final long TWO_HOURS = 7_200_000;
    private static final int ON_LINK = 0x80;
    private static final int AUTONOMOUS = 0x40;

    private final VirtualClock clock;
    private final MacAddress mac;
    private final Consumer<Frame> send;
    private boolean wanted;
    private final Map<IpAddress, long[]> lifetimes = new LinkedHashMap<>();
    private final List<Frame> discovery = new ArrayList<>();
    private int announcements;

    Autoconfiguration(VirtualClock clock, MacAddress mac, Consumer<Frame> send) {
        this.clock = clock;
        this.mac = mac;
        this.send = send;
    }

    /** From now on the host has addresses of the prefixes that it hears of. */
    void wanted() {
        wanted = true;
    }

    /** Takes a frame of neighbour discovery; tells whether it is one. */
    boolean hear(Frame frame) {
        if (!(frame.ethernet().getPayload() instanceof IPv6)
                || !(frame.ethernet().getPayload().getPayload() instanceof ICMP6)) {
            return false;
        }
        ICMP6 icmp = (ICMP6) frame.ethernet().getPayload().getPayload();
        int type = icmp.getIcmpType() & 0xff;
        boolean isDiscovery = type >= 133 && type <= 137;
        if (isDiscovery) {
            discovery.add(frame);
        }
        if (icmp.getPayload() instanceof RouterAdvertisement && frame.checksumsAreValid()) {
            announcements++;
            ((RouterAdvertisement) icmp.getPayload()).getOptions().stream()
                    .filter(o -> o.type() == NeighborDiscoveryOptions.TYPE_PREFIX_INFORMATION)
                    .forEach(o -> prefix(ByteBuffer.wrap(o.data())));
        }
        return isDiscovery;
    }

    private void prefix(ByteBuffer option) {
        int length = option.get();
        int flags = option.get();
        long valid = option.getInt() * 1_000L;
        long preferred = option.getInt() * 1_000L;
        byte[] octets = new byte[Ip6Address.BYTE_LENGTH];
        option.getInt();
        option.get(octets);
        if (length != 64 || (flags & AUTONOMOUS) == 0 || (flags & ON_LINK) != 0 || preferred > valid) {
            throw new AssertionError("no prefix of ours: /" + length + " flags " + flags);
        }
        System.arraycopy(IPv6.getLinkLocalAddress(mac.toBytes()), 8, octets, 8, 8);
        IpAddress address = IpAddress.valueOf(IpAddress.Version.INET6, octets);
        long now = clock.millis();
        long[] known = lifetimes.get(address);
        if (known == null && valid > 0 && wanted) {
            lifetimes.put(address, new long[] {now + preferred, now + valid});
            send.accept(Packets.duplicateDetection(mac, address.getIp6Address()));
        } else if (known != null) {
            known[0] = now + preferred;
            long remaining = known[1] - now;
            known[1] = now + (valid > TWO_HOURS || valid > remaining ? valid : Math.min(remaining, TWO_HOURS));
        }
    }

    /** The address that new connections are made from: the youngest preferred one. */
    public IpAddress preferred() {
        return lifetimes.entrySet().stream().filter(e -> e.getValue()[0] > clock.millis()).map(Map.Entry::getKey)
                .reduce((first, second) -> second).orElseThrow(() -> new AssertionError("no preferred address"));
    }

    /** The addresses that are not to be used for anything new. */
    public List<IpAddress> deprecated() {
        return lifetimes.entrySet().stream().filter(e -> e.getValue()[0] <= clock.millis()
                && e.getValue()[1] > clock.millis()).map(Map.Entry::getKey).collect(ImmutableList.toImmutableList());
    }

    /** All addresses that may be used. */
    public List<IpAddress> valid() {
        return lifetimes.entrySet().stream().filter(e -> e.getValue()[1] > clock.millis()).map(Map.Entry::getKey)
                .collect(ImmutableList.toImmutableList());
    }

    /** What was heard of neighbour discovery. */
    public List<Frame> discovery() {
        return ImmutableList.copyOf(discovery);
    }

    /** How many router advertisements were heard. */
    public int announcements() {
        return announcements;
    }
}
