/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.onosdmm.api.MobilityService;
import org.onosdmm.api.OperationService;
import org.onosdmm.view.MobilityView;
import org.onosdmm.view.Summary;

import java.util.List;
import java.util.function.Supplier;

/**
 * Shows the domain on one screen.
 */
@Service
@Command(scope = "onos", name = "dmm-summary",
         description = "Shows the domain on one screen",
         detailedDescription = "Anchors, nodes, flows by class, handovers of the last minute and hour with their "
                 + "times, packets that the controller was shown, repairs, and what is wrong.\n\n"
                 + "For example:\n"
                 + "  dmm-summary\n"
                 + "  dmm-summary -j")
public class SummaryCommand extends DmmCommand {

    // Tests put their own in place.
    Supplier<OperationService> operations = () -> get(OperationService.class);

    @Override
    List<String> text(MobilityView view, long now) {
        return new SummaryText(summary(now)).lines();
    }

    @Override
    ObjectNode json(MobilityView view) {
        return encode(summary(clock.millis()), Summary.class);
    }

    private Summary summary(long now) {
        MobilityService service = mobility.get();
        return Summary.of(service, operations.get(), now);
    }
}
