/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */

/**
 * Flow rules, by way of ONOS's flow rule service.
 */
package org.onosdmm.core.onos.rules;
