/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */

/**
 * The live stream of events, without its connections: what is remembered, who has heard how much of it, and how it is
 * written. Knows neither servlets nor ONOS's services.
 */
package org.onosdmm.web.events;
