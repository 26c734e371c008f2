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
import org.apache.karaf.shell.support.completers.StringsCompleter;
import org.onosdmm.api.Handover;
import org.onosdmm.cli.completer.NodeCompleter;
import org.onosdmm.view.MobilityView;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Lists the last handovers with the time that each of their steps took.
 */
@Service
@Command(scope = "onos", name = "dmm-handovers",
         description = "Lists the last handovers and how long each step took",
         detailedDescription = "Newest last. Kept are packets from the node that waited for rules, and packets to it "
                 + "that waited while it was away.\n\n"
                 + "For example:\n"
                 + "  dmm-handovers --last 10\n"
                 + "  dmm-handovers --slow 50\n"
                 + "  dmm-handovers --node 00:00:00:00:01:10")
public class HandoversCommand extends DmmCommand {

    @Option(name = "--node", description = "MAC address of the node")
    @Completion(NodeCompleter.class)
    String node;

    @Option(name = "--last", description = "How many at most (default: all that are remembered)")
    @Completion(value = StringsCompleter.class, values = {"1", "10", "100"})
    String last;

    @Option(name = "--slow", description = "Only those that took this long at least until all steered to the new "
            + "place, ms")
    @Completion(value = StringsCompleter.class, values = {"10", "50", "100"})
    String slow;

    @Override
    List<String> text(MobilityView view, long now) {
        ImmutableList<Handover> handovers = view.handovers(node, last, slow, now);
        if (handovers.isEmpty()) {
            return Collections.singletonList("No handovers.");
        }
        Table table = new Table().left("Node").right("Seq").wrapped("Move", 14).left("Trigger").left("Phase")
                .left("Age").right("Make").right("Switch").right("Break").wrapped("Flow-mods", 7).right("Kept");
        for (Handover handover : handovers) {
            table.row(handover.node(), handover.to().sequence(),
                      Words.poa(handover.from()) + " > " + Words.poa(handover.to()), handover.to().trigger(),
                      handover.phase(), Words.age(TimeUnit.MICROSECONDS.toMillis(handover.detectedAt()), now),
                      Words.duration(Optional.of(handover.detectedAt()), handover.preparedAt()),
                      Words.duration(handover.preparedAt(), handover.switchedAt()),
                      Words.duration(handover.switchedAt(), handover.cleanedAt()),
                      handover.flowMods() + " on " + handover.switches().size(),
                      handover.packetsHeld() + "/" + handover.packetsRescued());
        }
        return table.lines();
    }

    @Override
    ObjectNode json(MobilityView view) {
        return envelope("handovers", Handover.class, view.handovers(node, last, slow, clock.millis()));
    }
}
