/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */

/**
 * An example of a domain, for tests of what is shown of one.
 */
package org.onosdmm.view.example;
