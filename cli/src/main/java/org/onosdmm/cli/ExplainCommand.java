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
import org.onosdmm.api.Explanation;
import org.onosdmm.api.ExplanationService;
import org.onosdmm.cli.completer.FlowCompleter;
import org.onosdmm.view.FlowWords;
import org.onosdmm.view.MobilityView;

import java.util.List;
import java.util.function.Supplier;

/**
 * Says what the network does with a flow, and why.
 */
@Service
@Command(scope = "onos", name = "dmm-explain",
         description = "Says what the network does with a flow, and why",
         detailedDescription = "Its class, its anchor, the rules that its packets meet in both directions, and what "
                 + "would happen at the next move. Any flow of a node will do, known or not.\n\n"
                 + "For example:\n"
                 + "  dmm-explain udp,10.1.0.10,5004,203.0.113.10,16384\n"
                 + "  dmm-explain udp 10.1.0.10:5004 203.0.113.10:16384\n"
                 + "  dmm-explain tcp '[2001:db8:0:1::10]:40000' '[2001:db8:f::30]:443'")
public class ExplainCommand extends DmmCommand {

    @Argument(index = 0, name = "flow", description = "The id of a flow (complete it with the tab key), or protocol, "
            + "the node's address:port and the correspondent's; '[IPv6]:port' in quotes",
            required = true, multiValued = true)
    @Completion(FlowCompleter.class)
    List<String> flow;

    // Tests put their own in place.
    Supplier<ExplanationService> explanations = () -> get(ExplanationService.class);

    @Override
    List<String> text(MobilityView view, long now) {
        return new ExplanationText(explain()).lines();
    }

    @Override
    ObjectNode json(MobilityView view) {
        return encode(explain(), Explanation.class);
    }

    private Explanation explain() {
        return explanations.get().explain(FlowWords.parse(flow));
    }
}
