/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */

/**
 * The engine as a service of ONOS: wired to its stores, switches and packets, woken by its events.
 */
package org.onosdmm.core.onos.mobility;
