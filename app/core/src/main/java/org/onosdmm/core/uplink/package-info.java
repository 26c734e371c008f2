/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */

/**
 * Whether the uplinks of a domain can be used, and what follows from it: who stands in for whom. Pure.
 */
package org.onosdmm.core.uplink;
