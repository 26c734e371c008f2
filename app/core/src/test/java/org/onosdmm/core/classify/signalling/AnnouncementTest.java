/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.classify.signalling;

import com.google.common.collect.ImmutableList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.onlab.packet.IpAddress;
import org.onosdmm.core.model.PortRange;

import java.nio.ByteBuffer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.onosdmm.core.classify.payload.Payloads.text;

/** Which endpoints control messages announce, and what a sender tells of itself. */
class AnnouncementTest {
    private static final IpAddress SENDER = IpAddress.valueOf("10.1.0.7");
    private static final String INVITE = "INVITE sip:bob@example.com SIP/2.0\r\nContent-Type: application/sdp\r\n\r\n"
            + "v=0\r\no=a 1 1 IN IP4 10.1.0.7\r\ns=-\r\n";

    @Test
    void aCallAnnouncesItsSoundAndTheReportsOnIt() {
        assertEquals(ImmutableList.of(udp("10.1.0.7", 16384, 16385, "telephony")),
                read(INVITE + "c=IN IP4 10.1.0.7\r\nt=0 0\r\nm=audio 16384 RTP/AVP 0 101\r\na=sendrecv\r\n"));
    }

    @Test
    void aCallWithPicturesIsAConference() {
        String conference = "multimedia-conferencing";
        assertEquals(ImmutableList.of(udp("10.1.0.7", 5000, 5001, conference), udp("10.1.0.7", 5009, 5009, conference),
                udp("10.1.0.9", 6000, 6003, conference), udp("2001:db8::1", 7000, 7000, conference)),
                read(INVITE + "c=IN IP4 10.1.0.7\r\nm=audio 5000 RTP/SAVPF 111\r\na=rtcp:5009\r\n"
                        + "m=video 6000/2 RTP/AVP 96\r\nc=IN IP4 10.1.0.9\r\n"
                        + "a=candidate:1 1 UDP 2130706431 2001:db8::1 7000 typ host\r\nm=audio 0 RTP/AVP 0\r\n"));
    }

    @Test
    void anAnswerWithOnlyLineFeedsCounts() {
        assertEquals(ImmutableList.of(udp("192.0.2.9", 4000, 4001, "telephony")),
                read("SIP/2.0 200 OK\n\nv=0\nc=IN IP4 192.0.2.9\nm=audio 4000 RTP/AVP 8\n"));
    }

    @Test
    void rtspAnnouncesTheClientsPortsAndThenTheServers() {
        assertEquals(ImmutableList.of(udp("10.1.0.7", 5000, 5001, "multimedia-streaming")),
                read("SETUP rtsp://cam.example.com/v RTSP/1.0\r\nCSeq: 3\r\n"
                        + "Transport: RTP/AVP;unicast;client_port=5000-5001\r\n\r\n"));
        assertEquals(ImmutableList.of(udp("192.0.2.4", 6970, 6971, "multimedia-streaming")),
                read("RTSP/1.0 200 OK\r\nTransport: RTP/AVP;unicast;client_port=5000-5001;server_port=6970-6971;"
                        + "source=192.0.2.4\r\n\r\n"));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "SETUP rtsp://cam.example.com/v RTSP/1.0\r\nTransport: RTP/AVP/TCP;unicast;interleaved=0-1\r\n\r\n",
        "SETUP rtsp://cam.example.com/v RTSP/1.0\r\nTransport: RTP/AVP;unicast;client_port=70000\r\n\r\n",
        "SETUP rtsp://cam.example.com/v RTSP/1.0\r\nTransport: RTP/AVP;unicast;client_port=5001-5000\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: example.com\r\n\r\nc=IN IP4 10.1.0.7\r\nm=audio 5000 RTP/AVP 0\r\n",
        "INVITE sip:bob@example.com SIP/2.0\r\n\r\nm=audio 5000 RTP/AVP 0\r\n",
        "INVITE sip:bob@example.com SIP/2.0\r\n\r\nc=IN IP4 host.example\r\nm=audio 5000 RTP/AVP 0\r\n",
        "INVITE sip:bob@example.com SIP/2.0\r\n\r\nc=IN IP4 0.0.0.0\r\nm=audio 5000 RTP/AVP 0\r\n",
        "INVITE sip:bob@example.com SIP/2.0\r\n\r\nc=IN IP4 10.1.0.7\r\nm=audio 99999 RTP/AVP 0\r\n"})
    void announcesNothing(String message) {
        assertEquals(ImmutableList.of(), read(message));
    }

    @Test
    void aFloodOfMediaIsCutOff() {
        assertTrue(read(INVITE + "c=IN IP4 10.1.0.7\r\n" + "m=audio 4000 RTP/AVP 0\r\n".repeat(1_000)).size() <= 64);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "PORT 10,1,0,7,4,1                               | 10.1.0.7:1025",
        "227 Entering Passive Mode (10,1,0,7,200,10).    | 10.1.0.7:51210",
        "EPRT !1!10.1.0.7!6275!                      | 10.1.0.7:6275",
        "EPRT !2!2001:db8::7!6275!                   | 2001:db8::7:6275",
        "PORT 10,1,0,700,4,1                             | ''",
        "PORT 10,1,0,7,0,0                               | ''",
        "229 Entering Extended Passive Mode (!!!6446!) | ''",
        "USER anonymous                                  | ''"})
    void tellsAddressesByFtp(String line, String told) {
        assertEquals(told, ToldAddress.read(ByteBuffer.wrap(text(line.replace('!', '|') + "\r\n"))).stream()
                .map(t -> t.address() + ":" + t.port()).reduce("", String::concat));
    }

    @Test
    void tellsAddressesBySdp() {
        assertEquals(ImmutableList.of(ToldAddress.of(17, SENDER, 16384), ToldAddress.of(17, SENDER, 16385)),
                ToldAddress.read(ByteBuffer.wrap(text(INVITE + "c=IN IP4 10.1.0.7\r\nm=audio 16384 RTP/AVP 0\r\n"))));
    }

    private static Announcement udp(String address, int first, int last, String applicationClass) {
        return Announcement.of(17, IpAddress.valueOf(address), PortRange.of(first, last), applicationClass);
    }

    private static ImmutableList<Announcement> read(String message) {
        return Announcement.read(SENDER, ByteBuffer.wrap(text(message)));
    }
}
