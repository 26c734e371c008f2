/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */

/** Measures how well flows of captures are told apart by application class: {@code ./dmm bench classify}. */
package org.onosdmm.core.bench;
