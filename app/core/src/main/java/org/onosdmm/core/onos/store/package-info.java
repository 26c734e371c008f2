/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */

/**
 * States, leases and locators in ONOS's distributed stores.
 */
package org.onosdmm.core.onos.store;
