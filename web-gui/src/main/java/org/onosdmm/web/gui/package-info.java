/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */

/**
 * What this app shows in ONOS's own GUIs, where there is one: a view, a topology overlay, and highlights.
 */
package org.onosdmm.web.gui;
