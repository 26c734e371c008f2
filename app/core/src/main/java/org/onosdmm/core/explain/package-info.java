/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */

/**
 * What the network does with one flow, and why: a pure function of what the engines know. It sends a packet through the
 * rules that the compiler asks for, as the switches would.
 */
package org.onosdmm.core.explain;
