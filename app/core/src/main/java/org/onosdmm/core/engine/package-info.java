/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */

/**
 * The engine: one serial task per mobile node that takes evidence, keeps the node's state, and brings the switches to
 * what the state asks for, in the order make, switch, break. It knows the controller only through the ports in this
 * package; {@link org.onosdmm.core.engine.NodeTask} is where a handover happens.
 */
package org.onosdmm.core.engine;
