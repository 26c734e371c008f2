/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */

/**
 * The network configuration, from its document to the domain: parsing, and checks that need nothing but the document
 * or a few facts about the network. A document is taken whole or refused whole; what refuses it names the field and
 * the value. Pure.
 */
package org.onosdmm.core.config;
