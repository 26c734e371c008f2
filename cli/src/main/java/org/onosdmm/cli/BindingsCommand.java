/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.onosdmm.api.Binding;
import org.onosdmm.api.NodeInfo;
import org.onosdmm.cli.completer.NodeCompleter;
import org.onosdmm.view.FlowFilter;
import org.onosdmm.view.MobilityView;

import java.util.Collections;
import java.util.List;

/**
 * Lists the mobile nodes, or shows one of them in full.
 */
@Service
@Command(scope = "onos", name = "dmm-bindings",
         description = "Lists the mobile nodes and where they are, or shows one in full",
         detailedDescription = "For example:\n"
                 + "  dmm-bindings\n"
                 + "  dmm-bindings 00:00:00:00:01:10")
public class BindingsCommand extends DmmCommand {

    @Argument(name = "node", description = "MAC address of one mobile node")
    @Completion(NodeCompleter.class)
    String node;

    @Override
    List<String> text(MobilityView view, long now) {
        if (node != null) {
            return new NodeText(view.node(node), now).lines(view.flows(FlowFilter.of(node, null, null)));
        }
        if (view.nodes().isEmpty()) {
            return Collections.singletonList("No mobile nodes.");
        }
        Table table = new Table().left("Node").wrapped("Addresses", 15).wrapped("PoA", 8).left("Locator")
                .right("Seq").wrapped("Home", 6).left("Phase").left("State").right("Flows").right("Rules");
        for (NodeInfo info : view.nodes()) {
            Binding binding = info.binding();
            table.row(binding.node(), Words.list(binding.addresses()), Words.poa(binding.current()),
                      binding.current().locator(), binding.sequence(), binding.home(), binding.phase(),
                      state(binding, now), info.flows().size(), Words.rules(info.rules()));
        }
        return table.lines();
    }

    @Override
    ObjectNode json(MobilityView view) {
        return node == null ? envelope("bindings", NodeInfo.class, view.nodes())
                : encode(view.node(node), NodeInfo.class);
    }

    /** Whether a node is there, and for how long; the time is ms since the epoch. */
    static String state(Binding binding, long now) {
        return binding.absentSince().map(since -> "absent " + Words.age(since, now))
                .orElseGet(() -> "attached " + Words.age(binding.current().since(), now));
    }
}
