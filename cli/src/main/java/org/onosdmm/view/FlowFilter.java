/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.view;

import com.google.auto.value.AutoValue;
import org.onosdmm.api.FlowInfo;
import org.onosdmm.api.MobileNodeId;

import java.util.Optional;

/**
 * Which pinned flows a user wants to see. What is absent admits every flow.
 */
@AutoValue
public abstract class FlowFilter {

    /** MAC address of the flow's node, as the user wrote it. */
    public abstract Optional<String> node();

    /** Name of the flow's application class. */
    public abstract Optional<String> applicationClass();

    /** Name of the flow's anchor. */
    public abstract Optional<String> anchor();

    /** A filter by its parts, each of which may be null. */
    public static FlowFilter of(String node, String applicationClass, String anchor) {
        return new AutoValue_FlowFilter(Optional.ofNullable(node), Optional.ofNullable(applicationClass),
                                        Optional.ofNullable(anchor));
    }

    /** Whether the flow passes. */
    boolean admits(FlowInfo info) {
        return node().map(text -> MobileNodeId.parse(text).equals(info.node())).orElse(true)
                && applicationClass().map(info.flow().applicationClass()::equals).orElse(true)
                && anchor().map(info.flow().anchor().name()::equals).orElse(true);
    }
}
