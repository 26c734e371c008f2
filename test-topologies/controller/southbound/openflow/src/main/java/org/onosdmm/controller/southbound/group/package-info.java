/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */

/** Groups: group mods to the switches, and their descriptions back to ONOS, which so learns that they are there. */
package org.onosdmm.controller.southbound.group;
