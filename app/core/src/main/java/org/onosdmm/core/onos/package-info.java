/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */

/**
 * The rim: everything that touches a service of ONOS. What is decided, is decided elsewhere.
 */
package org.onosdmm.core.onos;
