/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.dhcp;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import org.onlab.packet.IpAddress;
import org.onosdmm.api.AddressGrant;
import org.onosdmm.api.MobileNodeId;
import org.onosdmm.core.model.AddressRange;
import org.onosdmm.core.model.DhcpPolicy;
import org.onosdmm.core.model.Reservation;

import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which address a node can have (RFC 2131, section 4.3.1): the one that is reserved for it, the one that it has, the
 * one that it had, the one that it asks for, or any other of the serving anchor's.
 */
final class Allocation {

    private final Situation situation;
    private final DhcpPolicy policy;
    private final ImmutableSet<IpAddress> reserved;
    private final MobileNodeId node;

    Allocation(Situation situation, MobileNodeId node) {
        this.situation = situation;
        this.policy = situation.policy();
        this.reserved = policy.reservations().values().stream().map(Reservation::address)
                .collect(ImmutableSet.toImmutableSet());
        this.node = node;
    }

    /** The address to offer; absent if there is none. */
    Optional<IpAddress> choose(Optional<IpAddress> requested) {
        Optional<Reservation> reservation = reservation();
        if (reservation.isPresent()) {
            return reservation.map(Reservation::address).filter(this::mayHave);
        }
        Optional<IpAddress> known = Stream.concat(present().stream(), former())
                .filter(this::mayHave).findFirst();
        if (known.isPresent()) {
            return known;
        }
        return requested.filter(a -> isOf(ranges(), a) && mayHave(a)).map(Optional::of).orElseGet(this::any);
    }

    /** The address that the node has, or was offered. */
    Optional<IpAddress> present() {
        return grants().filter(g -> g.holds(situation.now())
                        && (g.state() == AddressGrant.State.GRANTED || g.state() == AddressGrant.State.OFFERED))
                .map(AddressGrant::address).findFirst();
    }

    private Stream<IpAddress> former() {
        return grants().filter(g -> g.state() != AddressGrant.State.DECLINED).map(AddressGrant::address);
    }

    /** The youngest first. */
    private Stream<AddressGrant> grants() {
        return situation.grants().of(node).stream().filter(g -> g.address().isIp4())
                .sorted(Comparator.comparing(AddressGrant::since).reversed());
    }

    /** Whether a new address would be one too many for the nodes at this port. */
    boolean isBarred() {
        return !present().isPresent() && !reservation().isPresent()
                && situation.grants().held(situation.port(), situation.now()) >= policy.perPort();
    }

    /** Whether the node can have this address here and now. */
    boolean mayHave(IpAddress address) {
        Optional<Reservation> reservation = reservation();
        if (reservation.isPresent()) {
            return reservation.get().address().equals(address) && isFree(address);
        }
        return isOf(policy.onMove() == DhcpPolicy.OnMove.KEEP ? policy.ranges() : ranges(), address)
                && !reserved.contains(address) && isFree(address);
    }

    /** Whether nobody else has the address, by DHCP or by its own configuration, and it is not in quarantine. */
    private boolean isFree(IpAddress address) {
        boolean withheld = situation.grants().at(address).filter(g -> g.holds(situation.now()))
                .filter(g -> !g.node().equals(node) || g.state() == AddressGrant.State.DECLINED).isPresent();
        return !withheld && situation.holder().apply(address).map(node::equals).orElse(true);
    }

    /** The ranges that new addresses are of here: the serving anchor's, or all if that has none. */
    private ImmutableList<AddressRange> ranges() {
        ImmutableList<AddressRange> own = policy.rangesOf(situation.edge());
        return own.isEmpty() ? policy.ranges() : own;
    }

    /** Looks from a start of the node's own, so that nodes seldom try the same address. */
    private Optional<IpAddress> any() {
        ImmutableList<AddressRange> ranges = ranges();
        long size = ranges.stream().mapToLong(AddressRange::size).sum();
        long start = size == 0 ? 0 : Math.floorMod(node.mac().hashCode() * 2_654_435_761L, size);
        for (long i = 0; i < size; i++) {
            IpAddress candidate = at(ranges, (start + i) % size);
            if (mayHave(candidate)) {
                return Optional.of(candidate);
            }
        }
        return Optional.empty();
    }

    private static IpAddress at(ImmutableList<AddressRange> ranges, long number) {
        long rest = number;
        for (AddressRange range : ranges) {
            if (rest < range.size()) {
                return range.at(rest);
            }
            rest -= range.size();
        }
        throw new IndexOutOfBoundsException("No address number " + number + " in " + ranges);
    }

    private Optional<Reservation> reservation() {
        return Optional.ofNullable(policy.reservations().get(node.mac()));
    }

    private static boolean isOf(ImmutableList<AddressRange> ranges, IpAddress address) {
        return ranges.stream().anyMatch(r -> r.contains(address));
    }
}
