/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.onosdmm.api.AnchorId;
import org.onosdmm.api.OperationService;
import org.onosdmm.cli.completer.AnchorCompleter;
import org.onosdmm.view.MobilityView;

import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;

/**
 * Has an anchor take no new flows, or take them again.
 */
@Service
@Command(scope = "onos", name = "dmm-drain",
         description = "Has an anchor take no new flows, or take them again",
         detailedDescription = "It is empty once the flows that it has are over.\n\n"
                 + "For example:\n"
                 + "  dmm-drain edge3\n"
                 + "  dmm-drain --off edge3")
public class DrainCommand extends DmmCommand {

    @Argument(index = 0, name = "anchor", description = "Name of the anchor", required = true)
    @Completion(AnchorCompleter.class)
    String anchor;

    @Option(name = "--off", description = "Has it take new flows again")
    boolean off;

    // Tests put their own in place.
    Supplier<OperationService> operations = () -> get(OperationService.class);

    @Override
    List<String> text(MobilityView view, long now) {
        drain();
        return Collections.singletonList(anchor + (off ? " takes new flows" : " takes no new flows"));
    }

    @Override
    ObjectNode json(MobilityView view) {
        drain();
        return mapper().createObjectNode().put("anchor", anchor).put("draining", !off);
    }

    private void drain() {
        operations.get().drain(AnchorId.of(anchor), !off);
    }
}
