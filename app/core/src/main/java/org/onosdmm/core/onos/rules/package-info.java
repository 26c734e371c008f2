/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */

/**
 * Flow rules and groups, by way of ONOS's services for them.
 */
package org.onosdmm.core.onos.rules;
