/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */

/**
 * The network configuration in ONOS: where the document comes from, which domain is in force, and what is wrong with
 * a document that is not.
 */
package org.onosdmm.core.onos.config;
