/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */

/**
 * Which class a flow is of and which anchor it gets: classification, anchor strategies, and the decision that is made
 * of both. Pure.
 */
package org.onosdmm.core.strategy;
