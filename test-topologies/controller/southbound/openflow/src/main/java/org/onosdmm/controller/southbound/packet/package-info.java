/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
/** Packets to and from the controller. */
package org.onosdmm.controller.southbound.packet;
