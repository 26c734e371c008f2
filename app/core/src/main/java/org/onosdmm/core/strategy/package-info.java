/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */

/**
 * Which anchor a flow gets: anchor strategies, and the decision that is made of a flow's class and one of them. Pure.
 */
package org.onosdmm.core.strategy;
