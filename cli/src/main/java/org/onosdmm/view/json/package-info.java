/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */

/**
 * JSON of what the mobility service answers: one codec a value, registered with ONOS's codec service, so that the
 * shell's {@code --json} and REST write the same.
 */
package org.onosdmm.view.json;
