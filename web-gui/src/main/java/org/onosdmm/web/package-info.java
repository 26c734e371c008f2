/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */

/**
 * REST of mobility management, {@code /onos/dmm/v1}: all to be read, and notices of the access network.
 */
package org.onosdmm.web;
