/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.cli.completer;

import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.onlab.osgi.ServiceNotFoundException;
import org.onosdmm.api.OperationService;
import org.onosdmm.api.PolicyDocument;
import org.onosproject.cli.AbstractChoicesCompleter;
import org.onosproject.cli.AbstractShellCommand;

import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;

/**
 * The version of the configuration that stands.
 */
@Service
public class PolicyVersionCompleter extends AbstractChoicesCompleter {

    // Where the service is found; tests put their own in place.
    Supplier<OperationService> operations = () -> AbstractShellCommand.get(OperationService.class);

    @Override
    protected List<String> choices() {
        try {
            return Collections.singletonList(operations.get().policy().map(PolicyDocument::version)
                    .orElse(PolicyDocument.NONE));
        } catch (ServiceNotFoundException e) {
            return Collections.emptyList();
        }
    }
}
