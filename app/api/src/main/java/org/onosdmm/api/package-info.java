/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */

/**
 * What other apps may use of distributed mobility management: the service, its immutable values, its events and its
 * errors.
 */
package org.onosdmm.api;
