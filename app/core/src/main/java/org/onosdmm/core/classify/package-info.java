/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */

/**
 * Tells flows apart by application class, from what an edge can see of them: requests, operator rules, names, first
 * packets and ports. Pure.
 */
package org.onosdmm.core.classify;
