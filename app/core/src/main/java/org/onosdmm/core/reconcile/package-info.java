/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */

/**
 * From desired and actual rules to the change between them, and from a handover's states to its steps. Pure.
 */
package org.onosdmm.core.reconcile;
