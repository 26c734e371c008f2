/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
/**
 * Our own OpenFlow southbound: what a stock ONOS has in its OpenFlow provider suite, on the same protocol bundles.
 */
package org.onosdmm.controller.southbound;
