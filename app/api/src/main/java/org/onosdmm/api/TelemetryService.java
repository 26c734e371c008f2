/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.api;

import com.google.common.collect.ImmutableList;

/**
 * The metrics of mobility management, for those who watch them over time.
 */
public interface TelemetryService {

    /** All metrics as they stand now, always the same ones in the same order; those about nothing have no samples. */
    ImmutableList<Metric> metrics();
}
