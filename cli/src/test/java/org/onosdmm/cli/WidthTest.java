/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.cli;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMultiset;
import com.google.common.collect.Ordering;
import org.junit.jupiter.api.Test;
import org.onlab.packet.IPv4;
import org.onlab.packet.IpAddress;
import org.onlab.packet.IpPrefix;
import org.onosdmm.api.AddressGrant;
import org.onosdmm.api.AnchorId;
import org.onosdmm.api.AnchorInfo;
import org.onosdmm.api.Attachment;
import org.onosdmm.api.Continuity;
import org.onosdmm.api.Finding;
import org.onosdmm.api.FlowInfo;
import org.onosdmm.api.FlowKey;
import org.onosdmm.api.Handover;
import org.onosdmm.api.HandoverPhase;
import org.onosdmm.api.NodeInfo;
import org.onosdmm.api.PinnedFlow;
import org.onosdmm.api.RuleStatus;
import org.onosdmm.api.Trigger;
import org.onosdmm.view.example.Example;
import org.onosdmm.view.example.ExampleService;
import org.onosproject.net.ConnectPoint;
import org.onosproject.net.PortNumber;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * Whatever there is to show, a line has at most 120 characters, and nothing of it is lost.
 */
class WidthTest {

    private static final AnchorId LONG = AnchorId.of("access-building-7-floor-2");
    private static final IpAddress LOCAL = IpAddress.valueOf("2001:db8:1234:5678:9abc:def0:1234:5678");
    private static final IpAddress REMOTE = IpAddress.valueOf("2001:db8:ffff:ffff:ffff:ffff:ffff:fff1");

    @Test
    void worstCase() {
        Shell shell = new Shell(worst());
        List<DmmCommand> commands = ImmutableList.of(new AnchorsCommand(), new BindingsCommand(), new FlowsCommand(),
                                                     new HandoversCommand(), new ClassesCommand(), new CheckCommand(),
                                                     new GrantsCommand(), new NodesCommand());
        for (DmmCommand command : commands) {
            check(shell.run(command));
        }
        check(shell.run(new BindingsCommand(), Example.NODE.toString()));
    }

    @Test
    void nothingIsCutOff() {
        String text = new Shell(worst()).run(new FlowsCommand());
        String row = text.substring(text.indexOf('\n', text.indexOf("serving edge"))).replaceAll("\\s", "");
        assertEquals(characters("udp 65535 - [2001:db8:ffff:ffff:ffff:ffff:ffff:fff1]:65535 multimedia-conferencing "
                + "GRACEFUL_REPLACEMENT access-building-7-floor-2, anchor-down 2001:db8:1234:5678:9abc:def0:1234:5678 "
                + Words.age(0, Example.NOW) + " 9999999999 100/100"), characters(row));
    }

    private static ImmutableSortedMultiset<Integer> characters(String text) {
        return text.chars().filter(c -> c != ' ').boxed()
                .collect(ImmutableSortedMultiset.toImmutableSortedMultiset(Ordering.natural()));
    }

    private static void check(String text) {
        List<String> wide = Arrays.stream(text.split("\n")).filter(line -> line.length() > 120)
                .collect(Collectors.toList());
        assertTrue(wide.isEmpty(), () -> String.join("\n", wide));
    }

    private static ExampleService worst() {
        ExampleService service = new ExampleService();
        AnchorInfo anchor = service.anchors.get(0);
        service.anchors = ImmutableList.of(AnchorInfo.builder().id(LONG).number(16_777_215).device(anchor.device())
                .available(true).uplink(AnchorInfo.Uplink.DOWN).fault(Optional.of(AnchorInfo.Fault.ROUTER_SILENT))
                .standIn(Optional.of(LONG)).uplinkPort(Optional.of(PortNumber.portNumber(65000)))
                .prefixes(ImmutableList.of(IpPrefix.valueOf(LOCAL, 64), IpPrefix.valueOf("10.0.0.0/8")))
                .nextHop(anchor.nextHop()).poolSize(65536).leased(65535).nodes(10000).flows(100000)
                .rules(RuleStatus.of(123456, 123456)).build());
        Attachment there = Attachment.of(1_000_000, LONG, new ConnectPoint(Example.SWITCH2,
                PortNumber.portNumber(65000)), Example.CURRENT.locator(), 0, Trigger.DATA_PACKET);
        service.nodes = ImmutableList.of(NodeInfo.of(Example.node().binding().toBuilder().home(LONG)
                .addresses(ImmutableList.of(LOCAL, REMOTE, Example.ADDRESS))
                .attachments(ImmutableList.of(Example.OLD, there)).build(),
                Example.node().leases(), ImmutableList.of(Example.CALL), RuleStatus.of(1000, 1000)));
        service.flows = ImmutableList.of(FlowInfo.of(Example.NODE, PinnedFlow.builder()
                .key(FlowKey.of(IPv4.PROTOCOL_UDP, LOCAL, 65535, REMOTE, 65535)).anchor(LONG).outside(LOCAL)
                .continuity(Continuity.GRACEFUL_REPLACEMENT).applicationClass("multimedia-conferencing")
                .origin(PinnedFlow.Origin.NODE).reason("").since(0).build(),
                LONG, FlowInfo.Status.ANCHOR_DOWN, RuleStatus.of(100, 100), 9_999_999_999L));
        service.grants = ImmutableList.of(service.grants.get(0).toBuilder().name(Optional.of("n".repeat(63)))
                .address(IpAddress.valueOf("255.255.255.255")).port(there.poa())
                .state(AddressGrant.State.DECLINED).build());
        service.handovers = ImmutableList.of(Handover.detected(Example.NODE, there, there, 0)
                .phase(HandoverPhase.ROLLED_BACK).preparedAt(Optional.of(9_000_000L))
                .switchedAt(Optional.of(18_000_000L)).cleanedAt(Optional.of(99_000_000L)).flowMods(10000)
                .switches(ImmutableList.of(Example.SWITCH1)).packetsHeld(10000).build());
        service.findings = ImmutableList.of(Finding.error("apps/org.onosdmm/dmm/anchors[12].uplink.reach[3].prefix",
                                                          "too long a story. ".repeat(20)));
        return service;
    }
}
