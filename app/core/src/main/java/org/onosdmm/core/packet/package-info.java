/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */

/**
 * What packets say, and what is answered. Pure.
 */
package org.onosdmm.core.packet;
