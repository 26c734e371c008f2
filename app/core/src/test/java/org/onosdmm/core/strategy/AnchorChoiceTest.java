/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.strategy;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import org.junit.jupiter.api.Test;
import org.onlab.packet.IpAddress;
import org.onlab.packet.MacAddress;
import org.onlab.packet.UDP;
import org.onosdmm.api.AnchorId;
import org.onosdmm.api.AnchorStrategy;
import org.onosdmm.api.ApplicationClass;
import org.onosdmm.api.Attachment;
import org.onosdmm.api.Binding;
import org.onosdmm.api.Continuity;
import org.onosdmm.api.FlowKey;
import org.onosdmm.api.Locator;
import org.onosdmm.api.MobileNodeId;
import org.onosdmm.api.PinnedFlow;
import org.onosdmm.api.StrategyInput;
import org.onosdmm.api.Trigger;
import org.onosdmm.core.classify.Classifier;
import org.onosdmm.core.classify.FirstPacket;
import org.onosdmm.core.classify.Knowledge;
import org.onosdmm.core.classify.RulesStep;
import org.onosdmm.core.model.FlowSample;
import org.onosdmm.core.model.NodeState;
import org.onosproject.net.ConnectPoint;
import org.onosproject.net.PortNumber;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.onosdmm.core.strategy.Scene.edge;
import static org.onosdmm.core.strategy.Scene.reach;

/** The whole decision about a new outbound flow. The node is at edge 1, its home is edge 3. */
class AnchorChoiceTest {
    private static final IpAddress LOCAL = IpAddress.valueOf("10.3.0.7");
    private static final IpAddress OTHER = IpAddress.valueOf("203.0.113.99");
    private static final int UDP = 17;
    private static final int VOICE = 5000;
    private static final int GAME = 6000;
    private static final int SERVICE = 7000;
    private static final int ODD = 8000;
    private static final int ENTERPRISE = 9000;

    private final Scene scene = new Scene()
            .uplink(1, 0, reach("0.0.0.0/0", 10))
            .uplink(2, 2, reach("0.0.0.0/0", 10), reach("203.0.113.20/32", 1))
            .uplink(3, 2, reach("0.0.0.0/0", 10))
            .udpClass("voice", Continuity.SESSION_LASTING, "nearest", VOICE)
            .udpClass("game", Continuity.GRACEFUL_REPLACEMENT, "serving", GAME)
            .udpClass("service", Continuity.FIXED, "home", SERVICE)
            .udpClass("odd", Continuity.SESSION_LASTING, "closest", ODD)
            .udpClass("enterprise", Continuity.SESSION_LASTING, "home", ENTERPRISE);
    private final Map<FlowKey, PinnedFlow> flows = new HashMap<>();

    @Test
    void theStrategyOfTheClassSelects() {
        assertChoice(2, "nearest: edge2", VOICE);
        assertChoice(1, "serving: edge1", GAME);
        assertChoice(3, "home: edge3", ENTERPRISE);
        assertChoice(1, "serving: edge1", 80);
    }

    @Test
    void aFixedFlowLeavesAtHome() {
        assertChoice(3, "FIXED: edge3 is home", SERVICE);
    }

    @Test
    void aFixedFlowLeavesAtHomeOrNotAtAll() {
        scene.routerUnknown(3);
        assertChoice(3, "FIXED: edge3 is home", SERVICE);
    }

    @Test
    void flowsOfOneUdpEndpointShareAnAnchor() {
        FlowKey first = pin(UDP, 40000, 1, PinnedFlow.Origin.NODE, 100);
        assertChoice(1, "same UDP endpoint as " + first, VOICE);
        assertChoice(1, "same UDP endpoint as " + first, 80);
    }

    @Test
    void theNewestFlowOfTheEndpointGivesTheAnchor() {
        pin(UDP, 40000, 1, PinnedFlow.Origin.NODE, 100);
        FlowKey newest = pin(UDP, 40000, 3, PinnedFlow.Origin.NODE, 300);
        pin(UDP, 40000, 2, PinnedFlow.Origin.NODE, 200);
        assertChoice(3, "same UDP endpoint as " + newest, VOICE);
    }

    @Test
    void aFixedFlowDoesNotFollowItsEndpoint() {
        pin(UDP, 40000, 1, PinnedFlow.Origin.NODE, 100);
        assertChoice(3, "FIXED: edge3 is home", SERVICE);
    }

    @Test
    void otherEndpointsShareNothing() {
        pin(UDP, 40001, 1, PinnedFlow.Origin.NODE, 100);
        pin(6, 40000, 1, PinnedFlow.Origin.NODE, 100);
        pin(UDP, IpAddress.valueOf("10.3.0.8"), 40000, 1, PinnedFlow.Origin.NODE, 100);
        assertChoice(2, "nearest: edge2", VOICE);
    }

    @Test
    void flowsFromOutsideShareNothingWithOutboundOnes() {
        pin(UDP, 40000, 3, PinnedFlow.Origin.OUTSIDE, 100);
        assertChoice(2, "nearest: edge2", VOICE);
    }

    @Test
    void fixedFlowsShareNothingWithOthers() {
        FlowKey key = pin(UDP, 40000, 3, PinnedFlow.Origin.NODE, 100);
        flows.compute(key, (k, flow) -> PinnedFlow.builder().key(key).origin(flow.origin()).applicationClass("service")
                .continuity(Continuity.FIXED).anchor(flow.anchor()).outside(LOCAL).reason("").since(100).build());
        assertChoice(2, "nearest: edge2", VOICE);
    }

    @Test
    void anEndpointsAnchorThatCannotBeLeftIsNotShared() {
        pin(UDP, 40000, 3, PinnedFlow.Origin.NODE, 100);
        pin(UDP, 40000, 9, PinnedFlow.Origin.NODE, 200);
        scene.disconnected(3);
        assertChoice(2, "nearest: edge2", VOICE);
    }

    @Test
    void fallsBackToTheServingAnchor() {
        scene.routerUnknown(3);
        assertChoice(1, "home: edge3 cannot be left, fell back to serving "
                + "anchor edge1", ENTERPRISE);
    }

    @Test
    void fallsBackToTheHomeAnchor() {
        scene.routerUnknown(1);
        assertChoice(3, "serving: edge1 cannot be left, fell back to home "
                + "anchor edge3", GAME);
    }

    @Test
    void saysThatHomeCannotBeLeftEither() {
        scene.routerUnknown(1).routerUnknown(2).routerUnknown(3);
        assertChoice(3, "nearest found no anchor, fell back to home anchor edge3, "
                + "which cannot be left now", VOICE);
    }

    @Test
    void fallsBackFromAStrategyThatIsNotKnown() {
        assertChoice(1, "strategy closest is not known, fell back to serving anchor "
                + "edge1", ODD);
    }

    @Test
    void fallsBackFromAnAnchorThatDoesNotExist() {
        AnchorStrategy wild = new AnchorStrategy() {
            @Override
            public String id() {
                return "closest";
            }

            @Override
            public Optional<AnchorId> select(StrategyInput input) {
                return Optional.of(edge(99));
            }
        };
        AnchorChoice choice = choose(Strategies.of(ImmutableList.of(wild)), ODD);
        assertEquals(edge(1), choice.anchor());
        assertEquals("closest: edge99 cannot be left, fell back to serving anchor edge1",
                choice.reason());
    }

    private ApplicationClass classOf(FlowKey key) {
        return Classifier.of(ImmutableList.of(new RulesStep())).classify(FirstPacket.of(FlowSample.of(key, 0),
                PinnedFlow.Origin.NODE), Knowledge.NONE, scene.domain().policy()).applicationClass();
    }

    private void assertChoice(int anchor, String reason, int remotePort) {
        AnchorChoice choice = choose(Strategies.builtIn(), remotePort);
        assertEquals(reason, choice.reason());
        assertEquals(edge(anchor), choice.anchor());
    }

    private AnchorChoice choose(Strategies strategies, int remotePort) {
        FlowKey key = FlowKey.of(UDP, LOCAL, 40000, Scene.CORRESPONDENT, remotePort);
        return AnchorChoice.choose(scene.grounds(strategies), node(), key, classOf(key));
    }

    private FlowKey pin(int protocol, int localPort, int anchor, PinnedFlow.Origin origin, long since) {
        return pin(protocol, LOCAL, localPort, anchor, origin, since);
    }

    private FlowKey pin(int protocol, IpAddress local, int localPort, int anchor, PinnedFlow.Origin origin,
                        long since) {
        FlowKey key = FlowKey.of(protocol, local, localPort, OTHER, 1000 + flows.size());
        flows.put(key, PinnedFlow.builder().key(key).origin(origin).applicationClass("voice")
                .continuity(Continuity.SESSION_LASTING).anchor(edge(anchor)).outside(local).reason("").since(since)
                .build());
        return key;
    }

    private NodeState node() {
        Attachment attachment = Attachment.of(1, edge(1), new ConnectPoint(Scene.device(1), PortNumber.portNumber(1)),
                Locator.of(1, Locator.FIRST_ATTACHMENT), 0, Trigger.values()[0]);
        return NodeState.attached(Binding.builder().node(MobileNodeId.of(MacAddress.valueOf("00:00:00:00:00:07")))
                .addresses(ImmutableList.of(LOCAL)).home(edge(3)).attachments(ImmutableList.of(attachment))
                .lastSeen(0).absentSince(Optional.empty()).build()).withFlows(ImmutableMap.copyOf(flows));
    }
}
