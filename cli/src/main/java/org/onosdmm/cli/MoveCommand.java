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
import org.onosdmm.api.AnchorId;
import org.onosdmm.api.FlowKey;
import org.onosdmm.api.InterventionService;
import org.onosdmm.api.PinnedFlow;
import org.onosdmm.cli.completer.AnchorCompleter;
import org.onosdmm.cli.completer.FlowCompleter;
import org.onosdmm.view.MobilityView;

import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;

/**
 * Moves a flow to another anchor.
 */
@Service
@Command(scope = "onos", name = "dmm-move",
         description = "Moves a flow to another anchor, if what it is promised allows that",
         detailedDescription = "Another anchor means another address outside.\n\n"
                 + "For example:\n"
                 + "  dmm-move udp,10.1.0.10,5004,203.0.113.10,16384 edge2")
public class MoveCommand extends DmmCommand {

    @Argument(index = 0, name = "flow", description = "The flow's id", required = true)
    @Completion(FlowCompleter.class)
    String flow;

    @Argument(index = 1, name = "anchor", description = "Name of the anchor", required = true)
    @Completion(AnchorCompleter.class)
    String anchor;

    // Tests put their own in place.
    Supplier<InterventionService> interventions = () -> get(InterventionService.class);

    @Override
    List<String> text(MobilityView view, long now) {
        PinnedFlow moved = move();
        return Collections.singletonList(moved.key().id() + " is anchored at " + moved.anchor() + " as "
                + moved.outside());
    }

    @Override
    ObjectNode json(MobilityView view) {
        return encode(move(), PinnedFlow.class);
    }

    private PinnedFlow move() {
        return interventions.get().move(FlowKey.parse(flow), AnchorId.of(anchor));
    }
}
