/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */

/**
 * Reads the sessions that control protocols announce. Pure.
 */
package org.onosdmm.core.classify.signalling;
