/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */

/**
 * Metrics of mobility management, as a service and in ONOS's own metrics.
 */
package org.onosdmm.core.onos.metrics;
