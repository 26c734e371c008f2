/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
/**
 * A plain OpenFlow 1.3 network for tests: switches that are given rules as ONOS values, links, and hosts. A packet that
 * is pushed in is followed through tables, groups and links, and the {@link org.onosdmm.dataplane.Trace} says where and
 * how it left, or where and why it did not. It knows nothing of mobility.
 *
 * <pre>
 * DataPlane net = new DataPlane().link(s1port2, s2port1).attach(a, s1port1).attach(b, s2port2);
 * net.add(rule, other);                              // FlowRule; FlowModException where a switch would say no
 * Trace trace = net.send(a, Packets.udp().eth(macA, macB).ip("10.0.0.1", "10.0.1.1").ports(1000, 2000).build());
 * assertTrue(trace.isDeliveredTo(b), trace::toString);
 * </pre>
 *
 * <p>Where the specification leaves a choice it does as Open vSwitch 3.1 does. Section numbers are those of the
 * OpenFlow Switch Specification 1.3.5. Start at {@link org.onosdmm.dataplane.DataPlane}.
 */
package org.onosdmm.dataplane;
