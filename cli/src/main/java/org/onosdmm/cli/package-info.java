/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */

/**
 * Shell commands of mobility management, one a class, and how they print: tables within 120 columns, ages, durations.
 */
package org.onosdmm.cli;
