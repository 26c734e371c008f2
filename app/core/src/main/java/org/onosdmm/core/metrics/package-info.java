/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */

/**
 * Metrics from what is counted elsewhere: what is observed is put into histograms, and all of it into families.
 */
package org.onosdmm.core.metrics;
