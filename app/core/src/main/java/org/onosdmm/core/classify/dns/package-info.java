/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */

/**
 * Reads DNS answers. Pure.
 */
package org.onosdmm.core.classify.dns;
