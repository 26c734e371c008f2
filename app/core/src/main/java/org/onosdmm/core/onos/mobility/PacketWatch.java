/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.onos.mobility;

import com.google.common.collect.ImmutableSet;
import org.onlab.packet.ARP;
import org.onlab.packet.Ethernet;
import org.onlab.packet.IP;
import org.onlab.packet.IpAddress;
import org.onosdmm.api.Locator;
import org.onosdmm.api.MobileNodeId;
import org.onosdmm.api.PinnedFlow;
import org.onosdmm.api.Trigger;
import org.onosdmm.core.compile.Punt;
import org.onosdmm.core.engine.HeldPacket;
import org.onosdmm.core.engine.MobilityEngine;
import org.onosdmm.core.mobility.Evidence;
import org.onosdmm.core.model.Anchor;
import org.onosdmm.core.model.Domain;
import org.onosdmm.core.model.FlowSample;
import org.onosdmm.core.onos.network.NetworkViews;
import org.onosdmm.core.onos.packet.PacketsOut;
import org.onosdmm.core.packet.FlowReader;
import org.onosdmm.core.packet.GatewayAnswers;
import org.onosproject.net.ConnectPoint;
import org.onosproject.net.packet.PacketContext;
import org.onosproject.net.packet.PacketProcessor;
import org.onosproject.net.packet.PacketService;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

import java.util.Locale;
import java.util.Optional;

/**
 * Packets that switches show to the controller: answers ARP and neighbour discovery, and tells the engine what the
 * others mean. It asks for no packets itself; what comes is what the app's own rules send.
 */
@Component(immediate = true, service = PacketWatch.class)
public class PacketWatch {

    /** Packets a second and port that are looked at; a flow needs a handful until its rules are there. */
    private static final int RATE = 2_000;

    @Reference
    protected PacketService packetService;

    @Reference
    protected Engines engines;

    @Reference
    protected NetworkViews networkViews;

    @Reference
    protected PacketsOut packets;

    @Reference
    protected PuntReasons reasons;

    @Reference
    protected Search search;

    private final PacketProcessor processor = this::process;
    private final PuntLimits<ConnectPoint> limits = new PuntLimits<>(System::nanoTime, RATE);
    private ErrorTranslation errors;
    private NeighbourDiscovery neighbours;
    private FragmentTranslation fragments;
    private FabricEntry fabric;
    private GroupTraffic groups;
    private ArpReception arp;
    private FlowStarts flows;

    /** Starts. */
    @Activate
    public void activate() {
        errors = new ErrorTranslation(engines.mobility(), packets);
        Duplicates duplicates = new Duplicates(engines.mobility(), packets, search, this::nanos);
        neighbours = new NeighbourDiscovery(engines.mobility(), networkViews, packets, duplicates);
        arp = new ArpReception(engines.mobility(), networkViews, packets, duplicates);
        fragments = new FragmentTranslation(engines.mobility(), packets);
        fabric = new FabricEntry(engines.mobility(), packets);
        groups = new GroupTraffic(engines.mobility(), packets, this::nanos);
        flows = new FlowStarts(engines.mobility());
        packetService.addProcessor(processor, PacketProcessor.director(0));
    }

    /** Stops. */
    @Deactivate
    public void deactivate() {
        packetService.removeProcessor(processor);
    }

    /** The time by which those are bounded who ask others, ns. */
    protected long nanos() {
        return System.nanoTime();
    }

    private void process(PacketContext context) {
        Optional<Domain> domain = engines.mobility().domain();
        ConnectPoint port = context.inPacket().receivedFrom();
        Optional<Anchor> edge = domain.flatMap(d -> d.anchorAt(port.deviceId()));
        if (!edge.isPresent()) {
            return;
        }
        Punt reason = reasons.of(context.inPacket());
        Ethernet frame = context.inPacket().parsed();
        count(reason, frame);
        if (reason == Punt.FRAGMENT) {
            fragment(context, domain.get(), edge.get());
        } else if (frame != null) {
            Optional<Locator> place = Locator.ofAttachment(frame.getDestinationMAC());
            if (place.isPresent()) {
                onItsWay(context, reason, place.get());
            } else {
                process(context, reason, domain.get(), edge.get());
            }
        }
    }

    /** What no rule of this app has shown, such as probes for links, passes for a packet from an unknown place. */
    private void count(Punt reason, Ethernet frame) {
        boolean other = reason == Punt.UNKNOWN_PLACE && frame != null
                && !(frame.getPayload() instanceof IP || frame.getPayload() instanceof ARP);
        engines.mobility().counters().shown(other ? "other" : reason.name().toLowerCase(Locale.ROOT));
    }

    private void process(PacketContext context, Punt reason, Domain domain, Anchor edge) {
        ConnectPoint port = context.inPacket().receivedFrom();
        Ethernet frame = context.inPacket().parsed();
        if (engines.mobility().network().isFabric(port)) {
            return;
        }
        boolean uplink = edge.uplink().map(u -> u.port().equals(port.port())).orElse(false);
        if (frame.getPayload() instanceof ARP) {
            arp.received(context, reason, domain, edge, uplink);
        } else if (reason == Punt.REVERSE_ARP) {
            announced(context);
        } else if (frame.getPayload() instanceof IP) {
            context.block();
            if (!isAllowed(port)) {
                return;
            }
            if (reason == Punt.GROUP && !uplink) {
                groups.carry(domain, edge, port, FlowReader.fromNode((IP) frame.getPayload()).key().local(), frame,
                        context.inPacket().unparsed(), context.time());
            } else if (reason == Punt.NDP) {
                discovery(context, domain, edge, uplink);
            } else if (uplink) {
                fromOutside(context, reason, (IP) frame.getPayload());
            } else {
                fromNode(context, reason, (IP) frame.getPayload());
            }
        }
    }

    /**
     * By RARP (RFC 903) nobody asks for an address any more. QEMU and others send it in the name of a virtual machine
     * that they have taken over, whose addresses they do not know.
     */
    private void announced(PacketContext context) {
        context.block();
        ConnectPoint port = context.inPacket().receivedFrom();
        if (isAllowed(port)) {
            engines.mobility().seen(Evidence.of(MobileNodeId.of(context.inPacket().parsed().getSourceMAC()),
                    ImmutableSet.of(), port, Trigger.ARP, context.time()), Optional.empty());
        }
    }

    private boolean isAllowed(ConnectPoint port) {
        boolean allowed = limits.allow(port);
        if (!allowed) {
            engines.mobility().counters().refused("packets from " + port);
        }
        return allowed;
    }

    private void discovery(PacketContext context, Domain domain, Anchor edge, boolean uplink) {
        ConnectPoint port = context.inPacket().receivedFrom();
        if (uplink) {
            neighbours.atUplink(domain, edge, port, context.inPacket().parsed());
        } else {
            neighbours.atAccess(domain, edge, port, context.inPacket().parsed(), context.time());
        }
    }

    /** Not looked at with ONOS's packet classes: they take any fragment for a whole packet. */
    private void fragment(PacketContext context, Domain domain, Anchor edge) {
        context.block();
        ConnectPoint port = context.inPacket().receivedFrom();
        if (isAllowed(port)) {
            fragments.translate(domain, edge, port, context.inPacket().unparsed());
        }
    }

    /** The packet had its locator already when it came to a place that cannot deliver it, or that shows it. */
    private void onItsWay(PacketContext context, Punt reason, Locator place) {
        if (!(context.inPacket().parsed().getPayload() instanceof IP)) {
            return;
        }
        context.block();
        ConnectPoint port = context.inPacket().receivedFrom();
        if (reason == Punt.EARLY && !isAllowed(port)) {
            return;
        }
        IP packet = (IP) context.inPacket().parsed().getPayload();
        IpAddress address = FlowReader.destination(packet);
        if (reason == Punt.CONTROL) {
            flows.control(packet, PinnedFlow.Origin.OUTSIDE, context.inPacket().unparsed());
            return;
        }
        fabric.packet(port.deviceId(), address, context.inPacket().unparsed()).ifPresent(held -> {
            if (reason == Punt.EARLY) {
                engines.mobility().arrivedEarly(place, address, held);
            } else if (reason == Punt.NAME) {
                engines.mobility().flows().named(place, address, held);
            } else {
                engines.mobility().arrivedInAbsence(address, held, reason == Punt.BICAST);
            }
        });
    }

    private void fromOutside(PacketContext context, Punt reason, IP packet) {
        if (reason == Punt.ICMP_ERROR) {
            errors.fromOutside(context.inPacket().receivedFrom().deviceId(), context.inPacket().unparsed());
            return;
        }
        IpAddress receiver = FlowReader.destination(packet);
        if (reason == Punt.SEARCH || !engines.mobility().holder(receiver).isPresent()) {
            seek(context, receiver);
            return;
        }
        flows.calledFromOutside(context.inPacket().receivedFrom(), packet, context.inPacket().unparsed());
    }

    private void fromNode(PacketContext context, Punt reason, IP packet) {
        MobilityEngine engine = engines.mobility();
        ConnectPoint port = context.inPacket().receivedFrom();
        MobileNodeId node = MobileNodeId.of(context.inPacket().parsed().getSourceMAC());
        FlowSample sample = FlowReader.fromNode(packet);
        switch (reason) {
            case UNKNOWN_PLACE:
                engine.seen(Evidence.of(node, ImmutableSet.of(sample.key().local()), port, Trigger.DATA_PACKET,
                        context.time()), Optional.of(HeldPacket.of(port, sample.key().local(), Optional.empty(),
                        context.inPacket().unparsed())));
                break;
            case NEW_FLOW:
                flows.begun(node, port, packet, context.inPacket().unparsed());
                break;
            case CONTROL:
                flows.control(packet, PinnedFlow.Origin.NODE, context.inPacket().unparsed());
                break;
            case LOOKUP:
                engine.talk(node, sample.key().remote());
                seek(context, sample.key().remote());
                break;
            case ICMP_ERROR:
                engine.state(node).ifPresent(state ->
                        errors.fromNode(port.deviceId(), state, context.inPacket().unparsed()));
                break;
            case GATEWAY:
                engine.domain().flatMap(d -> GatewayAnswers.answer(d, context.inPacket().unparsed()))
                        .ifPresent(answer -> packets.send(port, answer));
                break;
            default:
                break;
        }
    }

    /** If nobody is known to hold the address, no switch delivers the packet: it waits until somebody is found. */
    private void seek(PacketContext context, IpAddress address) {
        search.lookFor(address);
        engines.mobility().sought(address, HeldPacket.of(context.inPacket().receivedFrom(), address, Optional.empty(),
                context.inPacket().unparsed()));
    }
}
