/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */

/**
 * What ONOS's own GUIs are told, made of what is now: rows, details and highlights. Values in, values out.
 */
package org.onosdmm.web.gui.model;
