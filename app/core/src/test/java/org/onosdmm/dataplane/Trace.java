/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.dataplane;

import org.onosproject.net.ConnectPoint;
import org.onosproject.net.DeviceId;
import org.onosproject.net.flow.FlowRule;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What became of one packet in the whole network. {@link #toString()} tells it to a person. */
public final class Trace {
    private final ConnectPoint origin;
    private final Frame frame;
    private final List<Hop> hops = new ArrayList<>();
    private final List<Delivery> deliveries = new ArrayList<>(1);
    private final List<Punt> punts = new ArrayList<>(0);
    private final List<Drop> drops = new ArrayList<>(0);
    private final List<Hop> loops = new ArrayList<>(0);

    Trace(ConnectPoint origin, Frame frame) {
        this.origin = origin;
        this.frame = frame;
    }

    void hop(Hop hop) {
        hops.add(hop);
    }

    void delivery(Delivery delivery) {
        deliveries.add(delivery);
    }

    void punt(Punt punt) {
        punts.add(punt);
    }

    void drop(Drop drop) {
        drops.add(drop);
    }

    void loop(Hop hop) {
        loops.add(hop);
    }

    /** Where the packet was put in; for a packet-out the switch and the in-port of the message. */
    public ConnectPoint origin() {
        return origin;
    }

    /** The frame that was put in. */
    public Frame frame() {
        return frame;
    }

    /** Every pass of a copy through a switch, in order. */
    public List<Hop> hops() {
        return Collections.unmodifiableList(hops);
    }

    /** Everything that left the network. */
    public List<Delivery> deliveries() {
        return Collections.unmodifiableList(deliveries);
    }

    /** What the controller got. */
    public List<Punt> punts() {
        return Collections.unmodifiableList(punts);
    }

    /** What went no further, and why. */
    public List<Drop> drops() {
        return Collections.unmodifiableList(drops);
    }

    /** Hops where a frame came to a port for the second time, or had passed too many switches; not followed on. */
    public List<Hop> loops() {
        return Collections.unmodifiableList(loops);
    }

    /** Deliveries at a place where a copy was delivered before. */
    public List<Delivery> duplicates() {
        Set<ConnectPoint> seen = new HashSet<>();
        return deliveries.stream().filter(delivery -> !seen.add(delivery.at())).collect(Collectors.toList());
    }

    /** The one delivery; fails with the whole story where there is none, or more than one, or a loop. */
    public Delivery delivery() {
        return only("delivery", deliveries);
    }

    /** The one packet-in; fails with the whole story where there is none, or more than one, or a loop. */
    public Punt punt() {
        return only("packet-in", punts);
    }

    /** The one drop; fails with the whole story where there is none, or more than one, or a loop. */
    public Drop drop() {
        return only("drop", drops);
    }

    private <T> T only(String what, List<T> list) {
        if (list.size() != 1 || !loops.isEmpty()) {
            throw new AssertionError("expected one " + what + " and no loop, but\n" + this);
        }
        return list.get(0);
    }

    /** True if this host took a copy. */
    public boolean isDeliveredTo(TestHost host) {
        return deliveries.stream().anyMatch(delivery -> delivery.receivers().contains(host));
    }

    /** True if a copy left by this port. */
    public boolean isDeliveredAt(ConnectPoint at) {
        return deliveries.stream().anyMatch(delivery -> delivery.at().equals(at));
    }

    /** True if something was dropped for this reason. */
    public boolean isDropped(Drop.Reason reason) {
        return drops.stream().anyMatch(drop -> drop.reason() == reason);
    }

    /** True if a copy went round in a circle. */
    public boolean isLooping() {
        return !loops.isEmpty();
    }

    /** The switches passed, in order; one that was passed twice is there twice. */
    public List<DeviceId> devices() {
        return hops.stream().map(Hop::deviceId).collect(Collectors.toList());
    }

    /** All rules that matched, in order. */
    public List<FlowRule> rules() {
        return hops.stream().flatMap(hop -> hop.steps().stream()).map(Hop.Step::rule).filter(Optional::isPresent)
                .map(Optional::get).collect(Collectors.toList());
    }

    @Override
    public String toString() {
        return TraceText.of(this);
    }
}
