/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */

/**
 * Immutable values: the configured domain, the network as it is now, the state of a node, rules. Pure.
 */
package org.onosdmm.core.model;
