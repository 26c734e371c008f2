/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.cli.completer;

import org.onlab.osgi.ServiceNotFoundException;
import org.onosdmm.api.MobilityService;
import org.onosproject.cli.AbstractChoicesCompleter;
import org.onosproject.cli.AbstractShellCommand;

import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Offers names that the mobility service knows; none while it is not there.
 */
abstract class NamesCompleter extends AbstractChoicesCompleter {

    // Where the service is found; tests put their own in place.
    Supplier<MobilityService> mobility = () -> AbstractShellCommand.get(MobilityService.class);

    /** The names to offer. */
    abstract Stream<String> names(MobilityService service);

    @Override
    protected List<String> choices() {
        try {
            return names(mobility.get()).collect(Collectors.toList());
        } catch (ServiceNotFoundException e) {
            return Collections.emptyList();
        }
    }
}
