/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
/**
 * DHCP between ONOS's packet service, the store of grants and the engine.
 */
package org.onosdmm.core.onos.dhcp;
