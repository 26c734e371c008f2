/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.classify;

import com.google.common.collect.ImmutableList;

/**
 * The steps that are always there, in their order.
 */
public final class Steps {

    /** The steps. */
    public static final ImmutableList<ClassificationStep> BUILT_IN = ImmutableList.of(
            new RequestStep(), new RulesStep(), new NameStep(), new PayloadStep(), new PortStep(),
            new NetworkStep());

    private Steps() {
    }
}
