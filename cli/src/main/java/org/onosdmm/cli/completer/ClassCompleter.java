/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.cli.completer;

import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.onosdmm.api.ApplicationClass;
import org.onosdmm.api.MobilityService;

import java.util.stream.Stream;

/**
 * Names of the application classes.
 */
@Service
public class ClassCompleter extends NamesCompleter {

    @Override
    Stream<String> names(MobilityService service) {
        return service.classes().stream().map(ApplicationClass::name);
    }
}
