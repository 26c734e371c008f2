/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.bench;

import org.onlab.packet.IpAddress;
import org.onosdmm.api.FlowKey;
import org.onosdmm.api.PinnedFlow.Origin;
import org.onosdmm.core.bench.FlowTable.LabelledFlow;
import org.onosdmm.core.classify.Classifier;
import org.onosdmm.core.classify.Decision;
import org.onosdmm.core.classify.FirstPacket;
import org.onosdmm.core.classify.Knowledge;
import org.onosdmm.core.classify.NameStep;
import org.onosdmm.core.classify.dns.DnsAnswer;
import org.onosdmm.core.classify.signalling.Announcement;
import org.onosdmm.core.mobility.HintKeeping;
import org.onosdmm.core.model.FlowSample;
import org.onosdmm.core.model.Policy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Plays one capture through the classifier, which gets what the rules show and nothing else. */
final class Replay {
    private static final int UDP = 17;
    private static final int DNS = 53;
    private static final int MOST_ANNOUNCED = 1_000;

    private final Classifier classifier;
    private final Policy policy;
    private final Shown shown;
    private final Map<String, Deque<LabelledFlow>> expected = new HashMap<>();
    private final Map<String, Conversation> conversations = new HashMap<>();
    private final Map<IpAddress, Map<IpAddress, Named>> names = new HashMap<>();
    private final List<Heard> announced = new ArrayList<>();
    private long frames;
    private long framesShown;

    Replay(Classifier classifier, Policy policy, Shown shown, Collection<LabelledFlow> flows) {
        this.classifier = classifier;
        this.policy = policy;
        this.shown = shown;
        flows.forEach(flow -> expected.computeIfAbsent(flow.ends, ends -> new ArrayDeque<>()).add(flow));
    }

    /** A flow as it comes by. */
    private static final class Conversation {
        private final FlowKey key;
        private final LabelledFlow flow;
        private Decision decision;

        private Conversation(FlowKey key, LabelledFlow flow) {
            this.key = key;
            this.flow = flow;
        }
    }

    /** An announced session. */
    private static final class Heard {
        private final Announcement what;
        private final FlowKey by;

        private Heard(Announcement what, FlowKey by) {
            this.what = what;
            this.by = by;
        }
    }

    /** Names that tell a class, and when this ends. */
    private static final class Named {
        private final Set<String> names;
        private final long until;

        private Named(Set<String> names, long until) {
            this.names = names;
            this.until = until;
        }
    }

    void run(Path file) throws IOException {
        Capture.read(file, this::frame);
    }

    long frames() {
        return frames;
    }

    long framesShown() {
        return framesShown;
    }

    private void frame(int linkType, ByteBuffer bytes, long millis) {
        List<Segment> layers = Decapsulation.innermostFirst(linkType, bytes);
        for (Segment segment : layers) {
            if (expected.containsKey(ends(segment))) {
                frames++;
                packet(segment, millis);
                return;
            }
        }
    }

    private static String ends(Segment segment) {
        return FlowTable.ends(segment.protocol == UDP ? "UDP" : "TCP", segment.from(), segment.to());
    }

    private void packet(Segment segment, long millis) {
        Conversation conversation = conversation(segment);
        conversation.flow.seen++;
        FlowKey key = conversation.key;
        boolean fromNode = key.local().equals(segment.source) && key.localPort() == segment.sourcePort;
        Set<String> known = namesOf(key, millis);
        if (segment.fragment || !shown.shows(key, fromNode, segment.dscp)) {
            return;
        }
        framesShown++;
        learn(segment, key, fromNode, millis);
        if (conversation.decision == null) {
            FirstPacket first = FirstPacket.of(FlowSample.of(key, segment.dscp),
                    fromNode ? Origin.NODE : Origin.OUTSIDE, segment.payload);
            conversation.decision = classifier.classify(first, Knowledge.of(Optional.empty(), known, session(key)),
                    policy);
            conversation.flow.found = conversation.decision.applicationClass().name();
            conversation.flow.step = conversation.decision.step();
            conversation.flow.evidence = conversation.decision.evidence();
            shown.know(key, first.origin(), conversation.decision);
        }
    }

    private Conversation conversation(Segment segment) {
        String ends = ends(segment);
        Conversation present = conversations.get(ends);
        Deque<LabelledFlow> flows = expected.get(ends);
        if (present == null || flows.size() > 1 && present.flow.seen >= present.flow.packets) {
            if (present != null) {
                flows.removeFirst();
            }
            present = new Conversation(key(segment), flows.peekFirst());
            conversations.put(ends, present);
        }
        return present;
    }

    /**
     * The node is who began: who sent the first packet, or who is answered by it; where a capture begins within a
     * connection, the one with the higher port.
     */
    private static FlowKey key(Segment first) {
        boolean within = first.protocol != UDP && !first.isSyn() && first.sourcePort < first.destinationPort;
        return first.isSynAck() || within
                ? FlowKey.of(first.protocol, first.destination, first.destinationPort, first.source, first.sourcePort)
                : FlowKey.of(first.protocol, first.source, first.sourcePort, first.destination, first.destinationPort);
    }

    private Set<String> namesOf(FlowKey key, long millis) {
        Named named = names.getOrDefault(key.local(), Map.of()).get(key.remote());
        return named == null || millis > named.until ? Set.of() : named.names;
    }

    private void learn(Segment segment, FlowKey key, boolean fromNode, long millis) {
        if (!fromNode && segment.protocol == UDP && segment.sourcePort == DNS) {
            DnsAnswer.read(segment.payload).ifPresent(answer -> answer.entries().stream()
                    .filter(entry -> NameStep.decide(entry.names(), policy).isPresent())
                    .forEach(entry -> named(key.local(), entry, millis)));
        }
        if (announced.size() < MOST_ANNOUNCED) {
            Announcement.read(segment.source, segment.payload)
                    .forEach(what -> announced.add(new Heard(what, key)));
        }
    }

    private void named(IpAddress node, DnsAnswer.Entry entry, long millis) {
        names.computeIfAbsent(node, n -> new HashMap<>()).put(entry.address(),
                new Named(entry.names(), millis + HintKeeping.lifetime(entry.ttl())));
        shown.name(node, entry.address(), entry.names());
    }

    private Optional<Knowledge.Announced> session(FlowKey key) {
        return announced.stream().filter(heard -> heard.what.protocol() == key.protocol())
                .filter(heard -> isAt(heard.what, key.local(), key.localPort())
                        || isAt(heard.what, key.remote(), key.remotePort()))
                .reduce((one, later) -> later)
                .map(heard -> Knowledge.Announced.of(heard.what.applicationClass(), heard.by));
    }

    private static boolean isAt(Announcement what, IpAddress address, int port) {
        return what.address().equals(address) && what.ports().contains(port);
    }
}
