/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.mobility;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Iterables;
import com.google.common.collect.Sets;
import org.onlab.packet.IpAddress;
import org.onosdmm.api.Attachment;
import org.onosdmm.api.Binding;
import org.onosdmm.api.Expected;
import org.onosdmm.api.Locator;
import org.onosdmm.api.Trigger;
import org.onosdmm.core.model.Anchor;
import org.onosdmm.core.model.Domain;
import org.onosdmm.core.model.MacAddresses;
import org.onosdmm.core.model.NodeState;

import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Function;

/**
 * What a piece of evidence makes of a node's state. Every way to notice a move leads here.
 */
public final class MobilityStep {

    /** A node keeps at most this many addresses: a flood of addresses from one port must not fill the switches. */
    public static final int MAX_ADDRESSES = 16;
    /** Evidence of an unchanged place is noted at most this often, ms. */
    private static final long REFRESH = 10_000;

    private final Domain domain;
    private final Function<Anchor, Locator> freshLocator;
    private final BiPredicate<IpAddress, Trigger> free;

    /**
     * A step.
     *
     * @param domain the domain as configured
     * @param freshLocator gives a locator of an edge that was not in use for long
     * @param free whether no other node holds an address, of which there is such a sign
     */
    public MobilityStep(Domain domain, Function<Anchor, Locator> freshLocator, BiPredicate<IpAddress, Trigger> free) {
        this.domain = domain;
        this.freshLocator = freshLocator;
        this.free = free;
    }

    /**
     * The state after the evidence.
     *
     * @param before the state before; absent for a node that is not bound
     * @return the state after; absent for a node that stays unbound
     */
    public Optional<NodeState> apply(Optional<NodeState> before, Evidence evidence) {
        Optional<Anchor> edge = domain.anchorAt(evidence.poa().deviceId());
        if (!edge.isPresent()) {
            return before;
        }
        if (!before.isPresent()) {
            return attach(edge.get(), evidence);
        }
        NodeState state = before.get();
        Attachment current = state.binding().current();
        if (current.poa().equals(evidence.poa())) {
            return Optional.of(refresh(state, evidence));
        }
        return outdated(evidence, current) ? before : Optional.of(move(state, edge.get(), evidence));
    }

    /** Evidence of another place has to be younger than the binding; an answer to a probe is asked for after it. */
    private static boolean outdated(Evidence evidence, Attachment current) {
        return evidence.time() < current.since()
                || evidence.time() == current.since() && evidence.trigger() != Trigger.PROBE_REPLY;
    }

    private Optional<NodeState> attach(Anchor edge, Evidence evidence) {
        ImmutableSet<IpAddress> addresses = usable(evidence);
        if (addresses.isEmpty() || !MacAddresses.isUnicast(evidence.node().mac())) {
            return Optional.empty();
        }
        Attachment place = Attachment.of(1, edge.id(), evidence.poa(), freshLocator.apply(edge), evidence.time(),
                evidence.trigger());
        return Optional.of(NodeState.attached(Binding.builder()
                .node(evidence.node())
                .addresses(addresses)
                .home(domain.homeOf(addresses.iterator().next()).get().id())
                .attachments(ImmutableList.of(place))
                .lastSeen(evidence.time())
                .absentSince(Optional.empty())
                .build()));
    }

    private NodeState refresh(NodeState state, Evidence evidence) {
        Binding binding = state.binding();
        ImmutableSet<IpAddress> addresses = merged(state, evidence);
        boolean news = !addresses.equals(binding.addresses()) || binding.absentSince().isPresent()
                || evidence.time() - binding.lastSeen() > REFRESH;
        if (!news || evidence.time() < binding.current().since()) {
            return state;
        }
        return state.with(seen(binding, addresses, evidence));
    }

    /** The node has a new place, and is steered to it. */
    private NodeState move(NodeState state, Anchor edge, Evidence evidence) {
        Binding binding = state.binding();
        Attachment place = Attachment.of(binding.sequence() + 1, edge.id(), evidence.poa(),
                preparedLocator(binding, evidence).orElseGet(() -> freshLocator.apply(edge)),
                evidence.time(), evidence.trigger());
        Binding moved = seen(binding, merged(state, evidence), evidence).toBuilder().expected(Optional.empty())
                .attachments(Iterables.concat(binding.attachments(), ImmutableList.of(place))).build();
        return Overlaps.begun(domain, state.with(moved), evidence.time());
    }

    /** Where the node was expected, everything is in place already, under the locator that it was given then. */
    private static Optional<Locator> preparedLocator(Binding binding, Evidence evidence) {
        return binding.expected().map(Expected::place).filter(place -> place.poa().equals(evidence.poa()))
                .map(Attachment::locator);
    }

    private static Binding seen(Binding binding, Iterable<IpAddress> addresses, Evidence evidence) {
        return binding.toBuilder().addresses(addresses).absentSince(Optional.empty())
                .lastSeen(Math.max(binding.lastSeen(), evidence.time())).build();
    }

    /** Where there is no room, addresses of prefixes that the node has left make it, those first that rest longest. */
    private ImmutableSet<IpAddress> merged(NodeState state, Evidence evidence) {
        ImmutableSet<IpAddress> present = state.binding().addresses();
        ImmutableSet<IpAddress> both = ImmutableSet.copyOf(Sets.union(present, usable(evidence)));
        int surplus = both.size() - MAX_ADDRESSES;
        if (surplus <= 0) {
            return both;
        }
        ImmutableSet<IpAddress> resting = state.left().entrySet().stream()
                .filter(e -> present.contains(e.getKey()) && !evidence.addresses().contains(e.getKey()))
                .sorted(Map.Entry.comparingByValue()).limit(surplus).map(Map.Entry::getKey)
                .collect(ImmutableSet.toImmutableSet());
        return resting.size() < surplus ? present : ImmutableSet.copyOf(Sets.difference(both, resting));
    }

    /** Addresses of the domain that are nobody else's: neither a gateway's nor another node's. */
    private ImmutableSet<IpAddress> usable(Evidence evidence) {
        return evidence.addresses().stream()
                .filter(a -> domain.homeOf(a).isPresent() && !domain.isGateway(a) && free.test(a, evidence.trigger()))
                .limit(MAX_ADDRESSES)
                .collect(ImmutableSet.toImmutableSet());
    }
}
