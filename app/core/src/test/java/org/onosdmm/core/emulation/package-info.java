/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */

/**
 * A whole network in a test: the data plane of {@link org.onosdmm.dataplane}, hosts that move, routers outside, and the
 * engines of this app around them, all in virtual time and on one thread. Start at
 * {@link org.onosdmm.core.emulation.Emulation}.
 *
 * <pre>
 * Emulation net = Emulation.campus();
 * Station node = net.station("mn", "10.1.0.10").at(net.topology().access(1));
 * node.announce();
 * net.run(100);
 * Conversation call = net.converse(node, 16384, Outside.address(10), 16384).start(1000);
 * net.run(500);
 * node.at(net.topology().access(2)).announce();
 * net.run(5000);
 * assertEquals(List.of(), call.lostUp());
 * </pre>
 */
package org.onosdmm.core.emulation;
