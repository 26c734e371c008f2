/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.cli;

import org.onosdmm.api.Attachment;
import org.onosdmm.api.Binding;
import org.onosdmm.api.FlowInfo;
import org.onosdmm.api.Lease;
import org.onosdmm.api.NodeInfo;

import java.util.ArrayList;
import java.util.List;

/**
 * All about one mobile node, for a person.
 */
final class NodeText {

    private final NodeInfo info;
    private final Binding binding;
    private final long now;

    /** The text about a node at a time, ms since the epoch. */
    NodeText(NodeInfo info, long now) {
        this.info = info;
        this.binding = info.binding();
        this.now = now;
    }

    /** The lines, with these flows at the end. */
    List<String> lines(List<FlowInfo> flows) {
        List<String> lines = new ArrayList<>();
        lines.add("Node       " + binding.node());
        lines.add("Addresses  " + Words.list(binding.addresses()));
        lines.add("Home       " + binding.home());
        lines.add("State      " + BindingsCommand.state(binding, now) + ", last seen "
                          + Words.ago(binding.lastSeen(), now));
        lines.add("Phase      " + binding.phase());
        lines.add("Rules      " + Words.rules(info.rules()) + " on the switches");
        lines.add("");
        lines.addAll(attachments());
        if (!info.leases().isEmpty()) {
            lines.add("");
            lines.addAll(leases());
        }
        if (!flows.isEmpty()) {
            lines.add("");
            lines.addAll(new FlowTable(now).lines(flows));
        }
        return lines;
    }

    private List<String> attachments() {
        Table table = new Table().right("Attachment").wrapped("Edge", 6).left("PoA").left("Locator").left("Trigger")
                .left("Since");
        for (Attachment attachment : binding.attachments()) {
            table.row(attachment.sequence(), attachment.edge(), attachment.poa(), attachment.locator(),
                      attachment.trigger(), Words.ago(attachment.since(), now));
        }
        return table.lines();
    }

    private List<String> leases() {
        Table table = new Table().wrapped("Lease at", 8).left("Own address").left("Outside address").left("Use");
        for (Lease lease : info.leases()) {
            table.row(lease.anchor(), lease.local(), lease.outside(),
                      lease.unusedSince().map(since -> "unused " + Words.age(since, now)).orElse("in use"));
        }
        return table.lines();
    }
}
