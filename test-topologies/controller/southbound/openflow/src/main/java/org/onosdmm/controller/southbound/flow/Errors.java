/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.controller.southbound.flow;

import org.projectfloodlight.openflow.protocol.OFErrorMsg;
import org.projectfloodlight.openflow.protocol.errormsg.OFBadActionErrorMsg;
import org.projectfloodlight.openflow.protocol.errormsg.OFBadInstructionErrorMsg;
import org.projectfloodlight.openflow.protocol.errormsg.OFBadMatchErrorMsg;
import org.projectfloodlight.openflow.protocol.errormsg.OFBadRequestErrorMsg;
import org.projectfloodlight.openflow.protocol.errormsg.OFFlowModFailedErrorMsg;

/** Names what a switch did not like. */
final class Errors {

    private Errors() {
    }

    /** Type and code of an error, for people. */
    static String describe(OFErrorMsg error) {
        return "the switch refused it: " + error.getErrType() + code(error);
    }

    private static String code(OFErrorMsg error) {
        if (error instanceof OFBadActionErrorMsg) {
            return " " + ((OFBadActionErrorMsg) error).getCode();
        } else if (error instanceof OFBadInstructionErrorMsg) {
            return " " + ((OFBadInstructionErrorMsg) error).getCode();
        } else if (error instanceof OFBadMatchErrorMsg) {
            return " " + ((OFBadMatchErrorMsg) error).getCode();
        } else if (error instanceof OFFlowModFailedErrorMsg) {
            return " " + ((OFFlowModFailedErrorMsg) error).getCode();
        } else if (error instanceof OFBadRequestErrorMsg) {
            return " " + ((OFBadRequestErrorMsg) error).getCode();
        }
        return "";
    }
}
