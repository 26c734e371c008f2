/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
/** Links between switches, found with LLDP and, across switches that are not ours, with broadcast probes. */
package org.onosdmm.controller.southbound.link;
