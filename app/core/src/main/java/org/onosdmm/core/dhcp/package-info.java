/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
/**
 * DHCPv4 as a pure function (RFC 2131): a client's message, the grants as they are, the configuration and the time
 * make an answer and a change of the grants. Packets are ONOS's own classes.
 */
package org.onosdmm.core.dhcp;
