/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */

/**
 * What is known about ports: which service, hence which class. Pure.
 */
package org.onosdmm.core.classify.port;
