/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */

/**
 * REST of mobility management, read-only: {@code /onos/dmm/v1}.
 */
package org.onosdmm.web;
