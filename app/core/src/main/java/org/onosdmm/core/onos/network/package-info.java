/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */

/**
 * The network as ONOS sees it, as one immutable view.
 */
package org.onosdmm.core.onos.network;
