/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.explain;

import com.google.common.collect.ImmutableList;
import org.onosdmm.api.ApplicationClass;
import org.onosdmm.api.Attachment;
import org.onosdmm.api.Binding;
import org.onosdmm.api.Continuity;
import org.onosdmm.api.FlowKey;
import org.onosdmm.api.FlowPath;
import org.onosdmm.api.Handover;
import org.onosdmm.api.PathHop;
import org.onosdmm.api.PinnedFlow;
import org.onosdmm.core.mobility.Departure;
import org.onosdmm.core.model.Anchor;
import org.onosdmm.core.model.Domain;
import org.onosdmm.core.model.NodeState;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * What is said about a flow besides its ways.
 */
final class Sentences {

    private final Situation now;
    private final Domain domain;
    private final FlowKey key;
    private final boolean known;
    private final Optional<PinnedFlow> flow;

    /**
     * Sentences about a flow.
     *
     * @param known the flow as it is known
     * @param flow the same, or the flow as it would be known after its first packet
     */
    Sentences(Situation now, Optional<PinnedFlow> known, Optional<PinnedFlow> flow) {
        this.now = now;
        this.domain = now.domain();
        this.key = now.key();
        this.known = known.isPresent();
        this.flow = flow;
    }

    /** A flow of which nobody knows, as the rules have it leave. */
    static PinnedFlow unknown(Domain domain, NodeState node, FlowKey key) {
        ApplicationClass usual = domain.policy().defaultClass();
        return PinnedFlow.builder().key(key).origin(PinnedFlow.Origin.NODE).applicationClass(usual.name())
                .continuity(Continuity.NON_PERSISTENT).anchor(node.binding().current().edge()).outside(key.local())
                .reason("").since(0).build();
    }

    /** Whether the correspondent is an address of the domain. */
    boolean isInside() {
        return Start.isInside(domain, key.remote());
    }

    String classified() {
        if (flow.isPresent()) {
            PinnedFlow f = flow.get();
            String told = f.applicationClass() + (f.step().isEmpty() ? "" : ", told by the step " + f.step() + ": "
                    + f.evidence());
            return known ? told : "Nobody knows this flow. If it began now its first packet would be shown to the "
                    + "controller; without its payload it would be taken for " + told;
        }
        return isInside() ? "None: between nodes of the domain nothing depends on it"
                : "Nobody knows this flow one by one, and no packet of it is shown to the controller: it leaves by the "
                        + "rules of the switches, as " + domain.policy().defaultClass().name()
                        + " or what a rule says";
    }

    String anchored() {
        if (isInside()) {
            return "None: it does not leave the domain";
        }
        PinnedFlow f = flow.orElseGet(() -> Departure.of(domain, now.node(), unknown(domain, now.node(), key)));
        String chosen = f.strategy().isEmpty() || !f.kept() ? "" : ", chosen by " + f.strategy() + choice(f);
        return f.anchor() + (f.kept() ? chosen : ", where its node leaves the domain now") + "; " + address(f)
                + standing(domain.anchors().get(f.anchor()));
    }

    /** The reason without what is told elsewhere: the evidence, the strategy, and the anchor if there is no more. */
    private static String choice(PinnedFlow f) {
        String reason = without(f.evidence() + "; ", f.reason());
        String choice = without(f.strategy() + ": ", reason);
        return choice.equals(f.anchor().name()) ? "" : ": " + choice;
    }

    private static String without(String prefix, String text) {
        return text.startsWith(prefix) ? text.substring(prefix.length()) : text;
    }

    private String address(PinnedFlow f) {
        if (f.translated()) {
            return "its address outside is " + f.outside() + ", lent by " + f.anchor();
        }
        boolean owned = Start.owner(domain, key.local()).map(Anchor::id).filter(f.anchor()::equals).isPresent();
        return owned || known ? "outside it has the node's own address"
                : "its address outside would be one lent by " + f.anchor();
    }

    private static String standing(Anchor anchor) {
        if (anchor == null || anchor.standing().own()) {
            return "";
        }
        return anchor.standing().standIn().map(way -> "; the uplink of " + anchor.id() + " is dead, " + way.owner()
                + " stands in").orElse("; the uplink of " + anchor.id() + " is dead, and nobody stands in");
    }

    String promised() {
        if (isInside()) {
            return "Goes on wherever the two nodes move, always on a shortest way";
        }
        Continuity continuity = flow.map(PinnedFlow::continuity).orElse(Continuity.NON_PERSISTENT);
        switch (continuity) {
            case FIXED:
                return "FIXED: keeps the node's own address and its anchor wherever the node moves";
            case SESSION_LASTING:
                return "SESSION_LASTING: keeps anchor and address until it ends, wherever the node moves";
            case GRACEFUL_REPLACEMENT:
                return "GRACEFUL_REPLACEMENT: keeps anchor and address for " + seconds(domain.timers().overlap())
                        + " after a move" + flow.flatMap(PinnedFlow::overlapEnds)
                        .map(end -> "; of these " + seconds(Math.max(0, end - now.now())) + " are left").orElse("");
            default:
                return "NON_PERSISTENT: leaves wherever its node is, with the address there";
        }
    }

    private static String seconds(long ms) {
        return TimeUnit.MILLISECONDS.toSeconds(ms) + " s";
    }

    String placed() {
        Binding binding = now.node().binding();
        String where = binding.node() + " is at " + place(binding.current()) + ", attachment "
                + binding.sequence() + ", told by " + binding.current().trigger();
        String away = binding.absentSince().map(since -> "; away for " + seconds(Math.max(0, now.now() - since)))
                .orElse("");
        String expected = binding.expected().map(e -> "; expected at " + place(e.place())).orElse("");
        return where + away + expected + handover(binding);
    }

    private String handover(Binding binding) {
        Optional<Handover> last = now.handover().filter(h -> h.to().sequence() == binding.sequence());
        return last.map(h -> "; the handover from " + place(h.from()) + " is " + h.phase()).orElse("");
    }

    private static String place(Attachment attachment) {
        return attachment.edge() + "/" + attachment.poa().port().toLong();
    }

    /** Such as {@code edge3 > of:0000000000000011 or of:0000000000000012 > edge1: leave the domain ...}. */
    static String of(ImmutableList<FlowPath> paths) {
        List<FlowPath> ways = paths.stream().filter(path -> !path.copy()).collect(Collectors.toList());
        FlowPath first = ways.get(0);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < first.hops().size(); i++) {
            Set<String> names = new LinkedHashSet<>();
            for (FlowPath way : ways) {
                if (i < way.hops().size()) {
                    names.add(name(way.hops().get(i)));
                }
            }
            text.append(i == 0 ? "" : " > ").append(String.join(" or ", names));
        }
        text.append(": ").append(first.end().words());
        paths.stream().filter(FlowPath::copy).findFirst().ifPresent(copy ->
                text.append("; copies ").append(copy.end().words()));
        return text.toString();
    }

    private static String name(PathHop hop) {
        return hop.edge().map(String::valueOf).orElse(hop.device().toString());
    }
}
