/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
/** Hosts, learnt from what they send, as a stock ONOS does with its default settings. */
package org.onosdmm.controller.southbound.host;
