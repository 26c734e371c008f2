/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
/** Switches and their ports, as ONOS devices. */
package org.onosdmm.controller.southbound.device;
