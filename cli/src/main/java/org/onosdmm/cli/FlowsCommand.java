/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.common.collect.ImmutableList;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.onosdmm.api.FlowInfo;
import org.onosdmm.cli.completer.AnchorCompleter;
import org.onosdmm.cli.completer.ClassCompleter;
import org.onosdmm.cli.completer.NodeCompleter;
import org.onosdmm.view.FlowFilter;
import org.onosdmm.view.MobilityView;

import java.util.Collections;
import java.util.List;

/**
 * Lists the pinned flows.
 */
@Service
@Command(scope = "onos", name = "dmm-flows",
         description = "Lists the flows that are known one by one, and where they leave",
         detailedDescription = "For example:\n"
                 + "  dmm-flows --class telephony --anchor edge1\n"
                 + "  dmm-flows --node 00:00:00:00:01:10 --why")
public class FlowsCommand extends DmmCommand {

    @Option(name = "--node", description = "MAC address of the flows' node")
    @Completion(NodeCompleter.class)
    String node;

    @Option(name = "--class", description = "Name of the flows' application class")
    @Completion(ClassCompleter.class)
    String applicationClass;

    @Option(name = "--anchor", description = "Name of the flows' anchor")
    @Completion(AnchorCompleter.class)
    String anchor;

    @Option(name = "--why", description = "Says why each flow has its class and its anchor")
    boolean why;

    @Override
    List<String> text(MobilityView view, long now) {
        ImmutableList<FlowInfo> flows = view.flows(filter());
        if (flows.isEmpty()) {
            return Collections.singletonList("No flows that are known one by one.");
        }
        return why ? FlowTable.reasons(flows) : new FlowTable(now).lines(flows);
    }

    @Override
    ObjectNode json(MobilityView view) {
        return envelope("flows", FlowInfo.class, view.flows(filter()));
    }

    private FlowFilter filter() {
        return FlowFilter.of(node, applicationClass, anchor);
    }
}
