/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
/**
 * The form of the tables that ship with the app.
 */
package org.onosdmm.core.classify.table;
