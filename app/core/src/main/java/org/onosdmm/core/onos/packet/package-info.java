/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */

/**
 * Packets in and out, by way of ONOS's packet service, and its host service as a second witness.
 */
package org.onosdmm.core.onos.packet;
