/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.onosdmm.api.Binding;
import org.onosdmm.view.MobilityView;
import org.onosdmm.view.NodeSummary;

import java.util.Collections;
import java.util.List;

/**
 * Lists the mobile nodes in a line each.
 */
@Service
@Command(scope = "onos", name = "dmm-nodes",
         description = "Lists the mobile nodes in a line each",
         detailedDescription = "Where each is, since when, how often it has moved, how many flows of it are kept or "
                 + "known, and how many addresses are lent to it. dmm-bindings shows one in full.\n\n"
                 + "For example:\n"
                 + "  dmm-nodes")
public class NodesCommand extends DmmCommand {

    @Override
    List<String> text(MobilityView view, long now) {
        List<NodeSummary> nodes = view.nodeSummaries();
        if (nodes.isEmpty()) {
            return Collections.singletonList("No mobile nodes.");
        }
        Table table = new Table().left("Node").wrapped("Name", 8).wrapped("Addresses", 15).wrapped("PoA", 8)
                .wrapped("Home", 6).left("State").right("Moves").right("Kept").right("Known").right("Lent")
                .right("Rules");
        for (NodeSummary node : nodes) {
            Binding binding = node.binding();
            table.row(binding.node(), node.name().orElse(Words.NONE), Words.list(binding.addresses()),
                      Words.poa(binding.current()), binding.home(), BindingsCommand.state(binding, now), node.moves(),
                      node.kept(), node.known(), node.leases(), Words.rules(node.rules()));
        }
        return table.lines();
    }

    @Override
    ObjectNode json(MobilityView view) {
        return envelope("nodes", NodeSummary.class, view.nodeSummaries());
    }
}
