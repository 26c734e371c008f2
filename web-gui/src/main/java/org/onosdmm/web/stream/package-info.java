/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */

/**
 * The live stream of events: what changes is found out, and goes to the clients by one servlet.
 */
package org.onosdmm.web.stream;
