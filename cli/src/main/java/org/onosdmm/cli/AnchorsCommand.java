/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.onlab.packet.MacAddress;
import org.onosdmm.api.AnchorInfo;
import org.onosdmm.view.AnchorWords;
import org.onosdmm.view.MobilityView;

import java.util.Collections;
import java.util.List;

/**
 * Lists the anchors.
 */
@Service
@Command(scope = "onos", name = "dmm-anchors",
         description = "Lists the anchors, what each serves and the rules on its switch",
         detailedDescription = "For example:\n"
                 + "  dmm-anchors\n"
                 + "  dmm-anchors -j")
public class AnchorsCommand extends DmmCommand {

    static final String NONE = "No anchors: no configuration is in force, see dmm-check.";

    @Override
    List<String> text(MobilityView view, long now) {
        if (view.anchors().isEmpty()) {
            return Collections.singletonList(NONE);
        }
        Table table = new Table().wrapped("Anchor", 8).right("No").left("Switch").left("State").wrapped("Uplink", 14)
                .left("Next hop").right("Leased").right("Nodes").right("Flows").right("Rules")
                .wrapped("Prefixes", 10);
        for (AnchorInfo anchor : view.anchors()) {
            table.row(anchor.id(), anchor.number(), anchor.device(), anchor.available() ? "up" : "down",
                      AnchorWords.uplink(anchor), anchor.nextHop().map(MacAddress::toString).orElse(Words.NONE),
                      anchor.leased() + "/" + anchor.poolSize(), anchor.nodes(), anchor.flows(),
                      Words.rules(anchor.rules()), Words.list(anchor.prefixes()));
        }
        return table.lines();
    }

    @Override
    ObjectNode json(MobilityView view) {
        return envelope("anchors", AnchorInfo.class, view.anchors());
    }
}
