/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.cli.completer;

import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.onosdmm.api.MobilityService;

import java.util.stream.Stream;

/**
 * MAC addresses of the mobile nodes.
 */
@Service
public class NodeCompleter extends NamesCompleter {

    @Override
    Stream<String> names(MobilityService service) {
        return service.nodes().stream().map(info -> info.binding().node().toString());
    }
}
