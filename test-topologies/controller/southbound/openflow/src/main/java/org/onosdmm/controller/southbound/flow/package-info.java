/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
/**
 * Flow rules: encoding, batches with their outcome, and the comparison of what a switch has with what it should have.
 *
 * <p>A rule that cannot be encoded completely fails; nothing of a rule is ever left out.
 */
package org.onosdmm.controller.southbound.flow;
