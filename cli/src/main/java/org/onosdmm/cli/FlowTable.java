/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.cli;

import org.onlab.packet.IpAddress;
import org.onosdmm.api.FlowInfo;
import org.onosdmm.api.FlowKey;
import org.onosdmm.api.PinnedFlow;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Pinned flows for a person, under a line for each address of each node: a full key a row would not fit.
 */
final class FlowTable {

    private final long now;

    /** The table at a time, ms since the epoch. */
    FlowTable(long now) {
        this.now = now;
    }

    /** The lines of these flows, which are sorted by node and key. */
    List<String> lines(Iterable<FlowInfo> flows) {
        Table table = new Table().wrapped("Flow", 24).wrapped("Class", 12).wrapped("Continuity", 12)
                .wrapped("Anchor", 6).wrapped("Outside", 15).left("Age").right("Packets").right("Rules");
        String group = "";
        for (FlowInfo info : flows) {
            String next = "Node " + info.node() + ", address " + info.flow().key().local() + ", serving edge "
                    + info.serving();
            if (!next.equals(group)) {
                table.heading(next);
                group = next;
            }
            PinnedFlow flow = info.flow();
            table.row(ends(flow.key()), flow.applicationClass(), flow.continuity(), anchor(info), flow.outside(),
                      Words.age(flow.since(), now), info.packets(), Words.rules(info.rules()));
        }
        return table.lines();
    }

    /** Why each flow has its class and its anchor: three lines each. */
    static List<String> reasons(Iterable<FlowInfo> flows) {
        List<String> lines = new ArrayList<>();
        for (FlowInfo info : flows) {
            PinnedFlow flow = info.flow();
            lines.add(info.node() + "  " + flow.key());
            lines.add("  " + flow.applicationClass() + ", " + flow.continuity()
                    + (flow.step().isEmpty() ? "" : ", by " + flow.step() + ": " + flow.evidence()));
            lines.add("  " + anchor(info) + (flow.strategy().isEmpty() ? "" : ", by " + flow.strategy()) + ": "
                    + flow.reason());
        }
        return lines;
    }

    /** Such as {@code edge1}, or {@code edge1, anchor-down} if the flow does not leave there as it should. */
    private static String anchor(FlowInfo info) {
        String anchor = info.flow().anchor().name();
        return info.status() == FlowInfo.Status.ACTIVE ? anchor
                : anchor + ", " + info.status().name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Protocol, the node's port and the correspondent, such as {@code udp 16384 - 203.0.113.10:5004}. */
    private static String ends(FlowKey key) {
        String protocol = FlowKey.protocolName(key.protocol());
        return key.hasPorts()
                ? protocol + " " + key.localPort() + " - " + bracketed(key.remote()) + ":" + key.remotePort()
                : protocol + " - " + key.remote();
    }

    private static String bracketed(IpAddress address) {
        return address.isIp6() ? "[" + address + "]" : address.toString();
    }
}
