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
import org.onosdmm.api.InterventionService;
import org.onosdmm.cli.completer.SwitchOrNodeCompleter;
import org.onosdmm.view.MobilityView;
import org.onosdmm.view.ResyncTarget;

import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;

/**
 * Has switches told again what they should hold.
 */
@Service
@Command(scope = "onos", name = "dmm-resync",
         description = "Has switches told again what they should hold",
         detailedDescription = "All of them, one, or all about one node; no packet is lost by that.\n\n"
                 + "For example:\n"
                 + "  dmm-resync\n"
                 + "  dmm-resync of:0000000000000001\n"
                 + "  dmm-resync 00:00:00:00:01:10")
public class ResyncCommand extends DmmCommand {

    @Argument(index = 0, name = "target", description = "A switch by its id, or a mobile node by its MAC address "
            + "(default: all switches)")
    @Completion(SwitchOrNodeCompleter.class)
    String target;

    // Tests put their own in place.
    Supplier<InterventionService> interventions = () -> get(InterventionService.class);

    @Override
    List<String> text(MobilityView view, long now) {
        ResyncTarget what = ResyncTarget.parse(target);
        return Collections.singletonList(Words.count(what.resync(interventions.get()), "rule") + " sent again "
                + what.words());
    }

    @Override
    ObjectNode json(MobilityView view) {
        return mapper().createObjectNode().put("rules", ResyncTarget.parse(target).resync(interventions.get()));
    }
}
