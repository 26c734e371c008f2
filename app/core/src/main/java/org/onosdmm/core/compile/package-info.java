/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */

/**
 * From state to rules, by pure functions: {@link org.onosdmm.core.compile.FabricCompiler} for what holds for every
 * node, {@link org.onosdmm.core.compile.NodeCompiler} for what one node needs. The tables and their priorities are in
 * {@link org.onosdmm.core.compile.Pipeline}.
 */
package org.onosdmm.core.compile;
