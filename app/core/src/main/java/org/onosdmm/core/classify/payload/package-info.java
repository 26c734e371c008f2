/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */

/**
 * Protocols as their first packet tells them. Pure.
 */
package org.onosdmm.core.classify.payload;
