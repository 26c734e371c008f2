/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.cli.completer;

import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.onosdmm.api.MobilityService;

import java.util.stream.Stream;

/**
 * Ids of the flows that are known one by one.
 */
@Service
public class FlowCompleter extends NamesCompleter {

    @Override
    Stream<String> names(MobilityService service) {
        return service.flows().stream().map(info -> info.flow().key().id());
    }
}
