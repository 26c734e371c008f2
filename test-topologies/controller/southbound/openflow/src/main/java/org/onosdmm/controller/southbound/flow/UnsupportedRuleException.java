/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.controller.southbound.flow;

/** A rule asks for something that this southbound cannot put into OpenFlow 1.3. */
public final class UnsupportedRuleException extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** Says what is not supported. */
    public UnsupportedRuleException(String message) {
        super(message);
    }
}
