/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */

/**
 * A driver for Open vSwitch: what ONOS's own can, without the resources that it has ONOS keep for each port.
 */
package org.onosdmm.core.onos.driver;
