/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.classify.payload;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Control protocols in plain text: SIP (RFC 3261), RTSP (RFC 7826), MGCP (RFC 3435), Megaco (RFC 3525).
 */
final class TextProtocols implements Recognizer {

    private static final int BEGINNING = 160;
    private static final Pattern SIP = Pattern.compile("(?:SIP/2\\.0 \\d{3} |(?:INVITE|ACK|BYE|CANCEL|OPTIONS|REGISTER|"
            + "PRACK|SUBSCRIBE|NOTIFY|PUBLISH|INFO|REFER|MESSAGE|UPDATE) (?:sips?|tel|im):).*", Pattern.DOTALL);
    private static final Pattern RTSP = Pattern.compile("(?:RTSP/[12]\\.0 \\d{3}|(?:OPTIONS|DESCRIBE|SETUP|PLAY|PAUSE|"
            + "ANNOUNCE|RECORD|TEARDOWN|GET_PARAMETER|SET_PARAMETER) (?:rtsp[su]?://|\\*)[^\r\n]* RTSP/[12]\\.0).*",
            Pattern.DOTALL);
    private static final Pattern MGCP = Pattern.compile("(?:AUEP|AUCX|CRCX|DLCX|EPCF|MDCX|NTFY|RQNT|RSIP) [0-9]{1,9} "
            + "[^\r\n]*(?:MGCP [01]).*", Pattern.DOTALL);
    private static final Pattern MGCP_ANSWER = Pattern.compile("[0-9]{3} [0-9]{1,9}(?: [^\r\n]*)?[\r\n].*",
            Pattern.DOTALL);
    private static final Pattern MEGACO = Pattern.compile("(?:!/[1-3]|MEGACO/[1-3]) .*", Pattern.DOTALL);

    @Override
    public Optional<Recognition> recognize(Datagram in) {
        if (!in.has(8) || in.u8(0) < '!' || in.u8(0) > 'Z') {
            return Optional.empty();
        }
        String text = in.text(BEGINNING);
        if (SIP.matcher(text).matches()) {
            return Recognition.as(Recognition.TELEPHONY, "SIP");
        }
        if (RTSP.matcher(text).matches()) {
            return Recognition.as(Recognition.STREAMING, "RTSP");
        }
        if (MGCP.matcher(text).matches()
                || (in.touches(2427) || in.touches(2727)) && MGCP_ANSWER.matcher(text).matches()) {
            return Recognition.as(Recognition.TELEPHONY, "MGCP");
        }
        return MEGACO.matcher(text).matches() ? Recognition.as(Recognition.TELEPHONY, "Megaco") : Optional.empty();
    }
}
