/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */

/**
 * The steps of mobility management: how evidence changes what is known of a node, and what follows from a handover's
 * progress. Pure: immutable values in, immutable values out.
 */
package org.onosdmm.core.mobility;
