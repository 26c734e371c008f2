/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */

/**
 * Shortest paths through the switches. Pure.
 */
package org.onosdmm.core.path;
