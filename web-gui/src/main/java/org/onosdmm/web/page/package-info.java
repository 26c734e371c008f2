/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */

/**
 * What the container does with the files of the web page; the page itself is in {@code src/main/webapp}.
 */
package org.onosdmm.web.page;
