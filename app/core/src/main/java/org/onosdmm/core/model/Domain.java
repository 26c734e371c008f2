/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.model;

import com.google.auto.value.AutoValue;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import org.onlab.packet.IPv6;
import org.onlab.packet.Ip6Address;
import org.onlab.packet.IpAddress;
import org.onlab.packet.MacAddress;
import org.onosdmm.api.AnchorId;
import org.onosdmm.api.Binding;
import org.onosproject.net.ConnectPoint;
import org.onosproject.net.DeviceId;

import java.util.Collection;
import java.util.Optional;

/**
 * The mobility domain as configured: its anchors, its policy, its timers.
 */
@AutoValue
public abstract class Domain {

    /** The virtual gateway's MAC address, the same at every edge. */
    public abstract MacAddress gatewayMac();

    /** The anchors by name, in the order of the configuration. */
    public abstract ImmutableMap<AnchorId, Anchor> anchors();

    /** Classes and rules. */
    public abstract Policy policy();

    /** How long things last. */
    public abstract Timers timers();

    /** How much is kept at most. */
    public abstract Limits limits();

    /** How nodes get addresses by DHCP; absent where they do not. */
    public abstract Optional<DhcpPolicy> dhcp();

    /** What nodes are told by DHCPv6; absent where they are told nothing. */
    public abstract Optional<Dhcp6Policy> dhcp6();

    /** Who hears whom by multicast. */
    public abstract GroupPolicy multicast();

    /** A domain by its parts, without DHCP and multicast. */
    public static Domain of(MacAddress gatewayMac, Collection<Anchor> anchors, Policy policy, Timers timers) {
        return new AutoValue_Domain(gatewayMac, Maps.uniqueIndex(anchors, Anchor::id), policy, timers,
                Limits.DEFAULTS, Optional.empty(), Optional.empty(), GroupPolicy.NONE);
    }

    /** The same domain with this DHCP and multicast. */
    public Domain with(Optional<DhcpPolicy> dhcp, Optional<Dhcp6Policy> dhcp6, GroupPolicy multicast) {
        return new AutoValue_Domain(gatewayMac(), anchors(), policy(), timers(), limits(), dhcp, dhcp6, multicast);
    }

    /** The same domain with these limits. */
    public Domain with(Limits limits) {
        return new AutoValue_Domain(gatewayMac(), anchors(), policy(), timers(), limits, dhcp(), dhcp6(), multicast());
    }

    /** The anchor of this name; it has to exist. */
    public Anchor anchor(AnchorId id) {
        Anchor anchor = anchors().get(id);
        if (anchor == null) {
            throw new IllegalArgumentException("No anchor " + id);
        }
        return anchor;
    }

    /** The anchor at this switch. */
    public Optional<Anchor> anchorAt(DeviceId device) {
        return anchors().values().stream().filter(a -> a.device().equals(device)).findFirst();
    }

    /** The anchor that owns the prefix of this address. */
    public Optional<Anchor> homeOf(IpAddress address) {
        return anchors().values().stream().filter(a -> a.owns(address)).findFirst();
    }

    /** The anchor that owns the prefix of a node's address; the node's home where that is nobody's. */
    public Anchor homeOf(IpAddress address, Binding binding) {
        return homeOf(address).orElseGet(() -> anchor(binding.home()));
    }

    /** The virtual gateway's link-local address, the same at every edge (RFC 4291, appendix A). */
    public Ip6Address gatewayLinkLocal() {
        return linkLocal(gatewayMac());
    }

    /** The link-local address that goes with a MAC address. */
    public static Ip6Address linkLocal(MacAddress mac) {
        return Ip6Address.valueOf(IPv6.getLinkLocalAddress(mac.toBytes()));
    }

    /** Whether nodes have addresses of this family. */
    public boolean speaks(IpAddress.Version version) {
        return anchors().values().stream().flatMap(a -> a.prefixes().stream()).anyMatch(p -> p.version() == version);
    }

    /**
     * Whether packets of this family may leave with another address than the node's own. Where no anchor has addresses
     * to lend, every address is its own anchor.
     */
    public boolean rewrites(IpAddress.Version version) {
        return anchors().values().stream().anyMatch(a -> a.lends(version));
    }

    /** The same domain with these anchors in place of those of the same names. */
    public Domain withAnchors(Collection<Anchor> anchors) {
        return of(gatewayMac(), anchors, policy(), timers()).with(limits()).with(dhcp(), dhcp6(), multicast());
    }

    /**
     * The anchor by which flows that are not pinned leave now, of a node at this edge with this address: the edge
     * itself, or the node's home if the edge has no uplink, or else the one {@link #elsewhere}.
     */
    public Anchor serving(Anchor edge, IpAddress address) {
        return elsewhere(edge, address).orElseGet(() -> usual(edge, address));
    }

    /** While the usual anchor of such flows does not take them: the nearest one whose uplink is in use. */
    public Optional<Anchor> elsewhere(Anchor edge, IpAddress address) {
        return usual(edge, address).takesUnpinned() ? Optional.empty()
                : edge.standing().elsewhere().map(this::anchor);
    }

    private Anchor usual(Anchor edge, IpAddress address) {
        return edge.uplink().isPresent() ? edge : homeOf(address).orElse(edge);
    }

    /** Whether the address is a gateway of the domain. */
    public boolean isGateway(IpAddress address) {
        return address.isIp6() && address.equals(gatewayLinkLocal())
                || anchors().values().stream().anyMatch(a -> a.gateways().contains(address));
    }

    /** Whether the address belongs to a pool of the domain. */
    public boolean isLent(IpAddress address) {
        return anchors().values().stream().anyMatch(a -> a.lends(address));
    }

    /** Whether the port leads out of the domain. */
    public boolean isUplink(ConnectPoint port) {
        return anchorAt(port.deviceId()).flatMap(Anchor::uplink).filter(u -> u.port().equals(port.port())).isPresent();
    }

    /** The anchors that have an uplink. */
    public ImmutableList<Anchor> withUplink() {
        return anchors().values().stream().filter(a -> a.uplink().isPresent()).collect(ImmutableList.toImmutableList());
    }
}
