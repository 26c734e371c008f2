/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.mobility;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.common.collect.Maps;
import org.junit.jupiter.api.Test;
import org.onosdmm.api.Continuity;
import org.onosdmm.api.MobileNodeId;
import org.onosdmm.api.PinnedFlow;
import org.onosdmm.api.PolicyCheck;
import org.onosdmm.core.emulation.Topology;
import org.onosdmm.core.model.Domain;
import org.onosdmm.core.model.NodeState;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.onosdmm.core.mobility.Samples.DOMAIN;
import static org.onosdmm.core.mobility.Samples.flow;
import static org.onosdmm.core.mobility.Samples.lease;
import static org.onosdmm.core.mobility.Samples.walked;

/** What a dry run says of another configuration. */
class PolicyPreviewTest {

    private static final String OUTSIDE = "198.51.100.130";
    private static final String MAIL = "high-throughput-data";

    private static Domain changed(Consumer<ObjectNode> change) {
        ObjectNode document = Topology.campus().document();
        change.accept(document);
        return Topology.campus().configured(document).domain();
    }

    private static ObjectNode named(ArrayNode entries, String name) {
        for (int i = 0; i < entries.size(); i++) {
            if (entries.get(i).get("name").asText().equals(name)) {
                return (ObjectNode) entries.get(i);
            }
        }
        return entries.addObject().put("name", name);
    }

    private static ObjectNode classOf(ObjectNode document, String name) {
        return named(document.withArray("classes"), name);
    }

    private static NodeState holding(PinnedFlow... flows) {
        return walked(1, 2).withLeases(List.of(lease(3, OUTSIDE)))
                .withFlows(Maps.uniqueIndex(List.of(flows), PinnedFlow::key));
    }

    private static PolicyCheck check(Domain after, NodeState... states) {
        return PolicyPreview.of("1", DOMAIN, after, List.of(states));
    }

    @Test
    void theSameChangesNothingAndHarmsNobody() {
        PolicyCheck check = check(DOMAIN, holding(flow(3, OUTSIDE)));
        assertEquals(List.of(), check.changes());
        assertEquals(1, check.unharmed());
        assertEquals(List.of(), check.broken());
    }

    @Test
    void aClassThatIsKeptFromNowOnIsForNewFlowsAndBreaksNoConnection() {
        Domain after = changed(d -> classOf(d, MAIL).put("continuity", "SESSION_LASTING")
                .put("strategy", "nearest"));
        PolicyCheck check = check(after);
        assertEquals(List.of("class " + MAIL + ": from NON_PERSISTENT, serving to SESSION_LASTING, nearest, for new "
                + "flows; its 0 running flows that are known go on as they are", "connections of class " + MAIL
                + " that run unseen keep the anchor where they leave now"), check.changes());
        assertEquals(List.of(), check.broken());
    }

    @Test
    void aClassThatBecomesFixedBreaksConnectionsThatRunUnseen() {
        Domain after = changed(d -> classOf(d, MAIL).put("continuity", "FIXED").put("strategy", "home"));
        assertEquals(List.of("connections of class " + MAIL + " that run unseen: from their next packet on they leave "
                + "with the node's own address"), check(after).broken());
    }

    @Test
    void flowsThatAreKnownGoOnWhenTheirClassChanges() {
        Domain after = changed(d -> classOf(d, "telephony").put("continuity", "GRACEFUL_REPLACEMENT")
                .put("strategy", "serving").put("rescue", false));
        PolicyCheck check = check(after, holding(flow(3, OUTSIDE)));
        assertEquals(List.of("class telephony: from SESSION_LASTING, nearest, rescued to GRACEFUL_REPLACEMENT, "
                + "serving, for new flows; its 1 running flows that are known go on as they are"), check.changes());
        assertEquals(1, check.unharmed());
        assertEquals(List.of(), check.broken());
    }

    @Test
    void classesComeAndGo() {
        Domain more = changed(d -> classOf(d, "games").put("continuity", "SESSION_LASTING").put("strategy", "central")
                .put("anchor", "edge3").put("idle", 60_000));
        assertEquals(List.of("class games is new: SESSION_LASTING, central edge3, idle 60000 ms"),
                check(more).changes());
        assertEquals(List.of("class games is gone; its 0 running flows go on as they are"),
                PolicyPreview.of("1", more, DOMAIN, List.of()).changes());
    }

    @Test
    void rulesComeAndGoByTheirPlace() {
        Domain after = changed(d -> {
            ArrayNode rules = d.withArray("rules");
            rules.remove(0);
            rules.addObject().put("class", "standard").put("protocol", "tcp").put("ports", "8000-8009")
                    .put("prefix", "203.0.113.0/25");
        });
        assertEquals(List.of("rule 4 for standard (tcp, ports 8000-8009, prefix 203.0.113.0/25) is new",
                "rule 1 for telephony (udp, ports 16384-16389) is gone"), check(after).changes());
    }

    @Test
    void theOrderOfRulesMatters() {
        Domain after = changed(d -> {
            ArrayNode rules = d.withArray("rules");
            rules.insert(0, rules.remove(1));
        });
        assertEquals(List.of("rules come in another order"), check(after).changes());
    }

    @Test
    void whatIsBesideClassesAndRulesIsSaid() {
        Domain after = changed(d -> {
            d.put("defaultClass", "low-priority-data").put("inboundClass", "voice-in");
            classOf(d, "voice-in").put("continuity", "FIXED");
            d.putObject("classification").putArray("steps").add("rules").add("port");
            d.putObject("limits").put("flowsPerNode", 99);
            d.putObject("timers").put("drain", 2_000);
        });
        List<String> changes = check(after).changes();
        assertEquals("class voice-in is new: FIXED, home", changes.get(0));
        assertEquals("default class: from standard to low-priority-data", changes.get(1));
        assertEquals("class of flows from outside: from oam to voice-in", changes.get(2));
        assertEquals("steps of classification: from [request, rules, name, payload, port, network] to [rules, port]",
                changes.get(3));
        assertEquals(List.of("limits", "timers"), List.of(changes.get(4).split(":")[0], changes.get(5).split(":")[0]));
        assertEquals(6, changes.size());
    }

    @Test
    void aFlowWhoseAnchorOrAddressGoesBreaks() {
        PinnedFlow kept = flow(3, OUTSIDE);
        assertEquals(List.of(), check(pool("edge4", "198.51.100.224/27"), holding(kept)).broken());
        assertEquals(List.of(kept.key() + " of " + Samples.NODE + ": its anchor edge3 or its address outside, "
                + OUTSIDE + ", is not in the configuration any more"),
                check(pool("edge3", "198.51.100.160/27"), holding(kept)).broken());
    }

    private static Domain pool(String anchor, String prefix) {
        return changed(d -> ((ObjectNode) named(d.withArray("anchors"), anchor).get("uplink")).putArray("pool")
                .add(prefix));
    }

    @Test
    void aFlowThatIsNotKeptHasNothingToLose() {
        PinnedFlow fleeting = flow(3, OUTSIDE).toBuilder().applicationClass("standard")
                .continuity(Continuity.NON_PERSISTENT).build();
        Domain after = changed(d -> d.withArray("anchors").remove(2));
        PolicyCheck check = check(after, holding(fleeting));
        assertEquals(1, check.unharmed());
        assertEquals(List.of(), check.broken());
        assertEquals(List.of("anchors: from [edge1, edge2, edge3, edge4] to [edge1, edge2, edge4]"), check.changes());
    }

    @Test
    void flowsOfAllNodesAreCounted() {
        NodeState other = NodeState.attached(walked(1).binding().toBuilder()
                .node(MobileNodeId.parse("02:00:00:00:00:11")).build())
                .withFlows(Map.of(flow(1, "10.1.0.10").key(), flow(1, "10.1.0.10")));
        assertEquals(3, check(DOMAIN, holding(flow(3, OUTSIDE), flow(1, "10.1.0.10")), other).unharmed());
    }
}
