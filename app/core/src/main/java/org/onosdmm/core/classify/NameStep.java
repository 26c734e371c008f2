/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.classify;

import com.google.common.collect.Streams;
import org.onosdmm.core.classify.names.NameTable;
import org.onosdmm.core.model.Policy;

import java.util.Optional;
import java.util.Set;

/**
 * The names by which the node has looked the correspondent up: the first of them that is known decides. What the
 * operator says of a name comes first.
 */
public final class NameStep implements ClassificationStep {

    /** The name of this step. */
    public static final String ID = "name";

    private static final NameTable TABLE = NameTable.builtIn();

    @Override
    public String id() {
        return ID;
    }

    @Override
    public Optional<Decision> decide(FirstPacket packet, Knowledge known, Policy policy) {
        return decide(known.names(), policy);
    }

    /** The class of flows to an address that was looked up by these names. */
    public static Optional<Decision> decide(Set<String> names, Policy policy) {
        NameTable own = NameTable.of(policy.names());
        return names.stream().map(name -> own.find(name).or(() -> find(name))).flatMap(Streams::stream)
                .map(match -> Decision.of(policy, match.applicationClass(), ID, "name: " + match.suffix()))
                .flatMap(Streams::stream).findFirst();
    }

    static Optional<NameTable.Match> find(String name) {
        return TABLE.find(name);
    }
}
