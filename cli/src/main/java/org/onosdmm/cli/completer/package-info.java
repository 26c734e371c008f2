/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */

/**
 * What the shell offers while a user types an argument.
 */
package org.onosdmm.cli.completer;
