/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.classify.payload;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;
import static org.onosdmm.core.classify.payload.Payloads.hex;
import static org.onosdmm.core.classify.payload.Payloads.join;
import static org.onosdmm.core.classify.payload.Payloads.of;
import static org.onosdmm.core.classify.payload.Payloads.rtp;
import static org.onosdmm.core.classify.payload.Payloads.text;

/** What first payloads are taken for; each is built from the protocol's specification. */
class RecognizersTest {
    private static final int UDP = 17;
    private static final int TCP = 6;
    private static final int ANY = 40_000;
    private static final int OTHER = 41_000;
    private static final byte[] RAKNET = hex("00ffff00fefefefefdfdfdfd12345678");

    @ParameterizedTest(name = "{1}")
    @MethodSource("classes")
    void tells(String applicationClass, String evidence, byte[] payload, int from, int to) {
        Optional<Recognition> found = recognize(UDP, from, to, payload);
        assertEquals(Optional.of(applicationClass), found.flatMap(Recognition::applicationClass));
        assertEquals(evidence, found.get().evidence());
    }

    static Stream<Arguments> classes() {
        return Stream.of(calls(), sessions(), games(), streams()).flatMap(s -> s);
    }

    private static Stream<Arguments> calls() {
        String call = Recognition.CONFERENCING;
        return Stream.of(
                arguments(call, "STUN", Payloads.stun(), ANY, OTHER),
                arguments(call, "STUN", join(hex("0101 000c 2112a442"), of(24, 1)), 443, ANY),
                arguments(call, "STUN as of RFC 3489", join(hex("0001 0008"), of(16, 5), hex("0003 0004 00000006")),
                        ANY,
                        3478),
                arguments(call, "TURN channel", join(hex("4001 00b8"), rtp(111, 172)), ANY, OTHER),
                arguments(call, "DTLS client that asks for SRTP", Payloads.dtls("", true), ANY, OTHER),
                arguments(call, "Discord address discovery", join(hex("0001 0046 00000abc"), of(66, 0)), ANY, OTHER),
                arguments(call, "Discord address discovery", join(hex("00000abc"), of(66, 0)), ANY, OTHER),
                arguments(call, "Telegram call", join(of(16, 5), of(12, 255), hex("feffffff"), of(8, 2)), ANY, OTHER),
                arguments(call, "Zoom", join(hex("010003"), of(60, 9)), ANY, 8801),
                arguments(call, "Zoom between peers", join(hex("1f02 0000000001 2112a442"), of(20, 1)), ANY, OTHER),
                arguments(call, "imo", join(hex("0902"), of(8, 7)), ANY, OTHER),
                arguments(call, "LINE call", join(hex("b607 0004"), of(4, 7)), ANY, OTHER),
                arguments(call, "RTP, H.261", rtp(31, 800), ANY, OTHER),
                arguments(call, "RTP, dynamic type 98, long packet", rtp(98, 1_100), ANY, OTHER),
                arguments(call, "Skype between peers", join(hex("1234 02 a1b2c3d4"), of(20, 0x6b)), ANY, OTHER));
    }

    private static Stream<Arguments> sessions() {
        String phone = Recognition.TELEPHONY;
        return Stream.of(
                arguments(phone, "SIP", text("INVITE sip:bob@example.com SIP/2.0\r\nVia: x\r\n\r\n"), 5060, 5060),
                arguments(phone, "SIP", text("SIP/2.0 200 OK\r\n\r\n"), ANY, OTHER),
                arguments(phone, "MGCP", text("CRCX 1204 aaln/1@rgw.example.net MGCP 1.0\r\n"), ANY, 2427),
                arguments(phone, "MGCP", text("200 1204 OK\r\n"), 2427, 2427),
                arguments(phone, "Megaco", text("MEGACO/1 [192.0.2.1]:2944\r\nTransaction=9"), 2944, 2944),
                arguments(phone, "RTP, sound of type 0", rtp(0, 160), ANY, OTHER),
                arguments(phone, "RTP, sound of type 18", rtp(18, 20), ANY, OTHER),
                arguments(phone, "RTP, dynamic type 111", rtp(111, 80), ANY, OTHER),
                arguments(phone, "RTCP packet of type 200", Payloads.rtcp(), ANY, OTHER),
                arguments(phone, "RTCP packet of type 200", join(Payloads.rtcp(), of(14, 0xaa)), ANY, OTHER),
                arguments(phone, "NOE", hex("0700 62 00 00"), ANY, 32512),
                arguments(phone, "TeamSpeak", join(text("TS3INIT1"), of(26, 1)), ANY, 9987),
                arguments(phone, "Mumble ping", join(hex("00000000"), of(8, 1)), ANY, 64738),
                arguments(phone, "IAX", join(hex("8001 0000 00000000 0000 06 01"), of(20, 1)), 4569, 4569));
    }

    private static Stream<Arguments> games() {
        String game = Recognition.INTERACTIVE;
        return Stream.of(
                arguments(game, "Source engine", join(hex("ffffffff"), text("TSource Engine Query\0")), ANY, OTHER),
                arguments(game, "Quake engine", join(hex("ffffffff"), text("getstatus")), ANY, 27960),
                arguments(game, "RakNet", join(hex("01"), of(8, 1), RAKNET, of(8, 2)), ANY, 19132),
                arguments(game, "RakNet", join(hex("05"), RAKNET, hex("0a"), of(400, 0)), ANY, OTHER),
                arguments(game, "RakNet", join(hex("7b"), RAKNET, of(40, 0)), ANY, OTHER),
                arguments(game, "ENet connect", join(hex("8fff 1234 82ff 0001 0000 00ff"), of(36, 0)), ANY, OTHER),
                arguments(game, "KCP handshake of a game", hex("000000ff 00000000 00000000 499602d2 ffffffff"), ANY,
                        OTHER),
                arguments(game, "KCP", join(hex("01000000 51 00 8000 10000000 00000000 00000000 04000000 01020304")),
                        ANY, OTHER),
                arguments(game, "Steam", join(text("VS01"), of(32, 1)), ANY, 27018),
                arguments(game, "Steam", join(hex("01007364"), text("ping"), of(40, 1)), ANY, 27018),
                arguments(game, "netcode.io", join(hex("00"), text("NETCODE 1.02\0"), of(40, 1)), ANY, OTHER),
                arguments(game, "Unreal Engine", join(hex("17e0 0000 1234 5678 9abc"), of(26, 0)), ANY, 7777),
                arguments(game, "Riot Games", join(of(30, 1), hex("aaaaaaaabbbbbbbb")), ANY, OTHER),
                arguments(game, "Activision", join(hex("0c02"), of(30, 1)), ANY, 3074),
                arguments(game, "CrossFire", join(hex("c7d91999"), of(21, 1)), ANY, OTHER),
                arguments(game, "Among Us", join(hex("08000100"), of(10, 1)), ANY, 22023),
                arguments(game, "NetEase", hex("0100 d001 00000000 00010101"), ANY, OTHER),
                arguments(game, "Nintendo", join(hex("32ab9864"), of(60, 1)), ANY, OTHER));
    }

    private static Stream<Arguments> streams() {
        String stream = Recognition.STREAMING;
        byte[] packet = join(hex("47"), of(187, 1));
        return Stream.of(
                arguments(stream, "RTSP", text("OPTIONS rtsp://cam.example.com/a RTSP/1.0\r\n"), ANY, 554),
                arguments(stream, "RTP, MPEG transport stream", rtp(33, 1_316), ANY, OTHER),
                arguments(stream, "Spotify", join(text("SpotUdp0"), of(30, 1)), 57621, 57621),
                arguments(stream, "PPStream", join(hex("1000 43"), of(17, 1)), ANY, OTHER),
                arguments(stream, "FLUTE", join(hex("10 00 04 00"), of(16, 1),
                        text("<?xml version=\"1.0\"?><FDT-Instance"), of(60, 1)), ANY, OTHER),
                arguments(stream, "MPEG transport stream", join(packet, packet, packet), ANY, OTHER),
                arguments(stream, "SRT handshake", join(hex("80000000 00000000 00000001 00000000 00000004"), of(16, 0),
                        hex("0001"), of(40, 0)), ANY, OTHER));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("servers")
    void namesTheServer(String evidence, byte[] payload) {
        Optional<Recognition> found = recognize(UDP, ANY, 443, payload);
        assertEquals(evidence, found.get().evidence());
        assertEquals(Optional.of("media.example.com"), found.flatMap(Recognition::server));
        assertEquals(Optional.empty(), found.flatMap(Recognition::applicationClass));
    }

    static Stream<Arguments> servers() {
        String name = "media.example.com";
        byte[] hello = Payloads.hello(name, false, false);
        String v1 = "38762cf7f55934b34d179ae6a4c80cadccbb7f0a";
        return Stream.of(
                arguments("QUIC", Payloads.quic(name)),
                arguments("QUIC", Payloads.quic(1, v1, "quic", hello, 1)),
                arguments("QUIC", Payloads.quic(0x6b3343cfL, "0dede3def700a6db819381be6e269dcbf9bd2ed9", "quicv2",
                        hello, 2)),
                arguments("QUIC", Payloads.quic(0xff00001dL, "afbfec289993d24c9e9786f19c6111e04390a899", "quic",
                        hello, 2)),
                arguments("QUIC", Payloads.quic(0xff00001bL, "c3eef712c72ebb5a11a7d2432bb46365bef9f502", "quic",
                        hello, 2)),
                arguments("QUIC", Payloads.quic(0xff000016L, "7fbcdb0e7c66bbe9193a96cd21519ebd7a02644a", "quic",
                        hello, 2)),
                arguments("QUIC", Payloads.quic(0xff000014L, "ef4fb0abb47470c41befcf8031334fae485e09a0", "quic",
                        hello, 2)),
                arguments("QUIC of Google", Payloads.quic(0x51303530L, "504574efd066fe2f9d945cfcdbd3a7f0d3b56b45",
                        "quic",
                        Payloads.chlo(name), 1)),
                arguments("QUIC of Google", Payloads.q043(name)),
                arguments("QUIC of Google", Payloads.q046(name)),
                arguments("DTLS client hello", Payloads.dtls(name, false)));
    }

    @Test
    void derivesTheKeysOfTheStandard() {
        byte[] secret = hex("c00cf151ca5be075ed0ebfb5c80323c42d6b7db67881289af4008f1f6c357aea");
        assertArrayEquals(hex("1f369613dd76d5467730efcbe3b1a22d"), Payloads.expand(secret, "quic key", 16));
        assertArrayEquals(hex("9f50449e04a0e810283a1e9933adedd2"), Payloads.expand(secret, "quic hp", 16));
    }

    @Test
    void aHelloThatGoesOnInTheNextPacketStillNamesTheServer() {
        byte[] hello = Payloads.hello("media.example.com", false, true);
        byte[] cut = Arrays.copyOf(hello, hello.length - 1);
        byte[] packet = Payloads.quic(1, "38762cf7f55934b34d179ae6a4c80cadccbb7f0a", "quic", cut, 1);
        assertEquals(Optional.of("media.example.com"), recognize(UDP, ANY, 443, packet).flatMap(Recognition::server));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("ofNoClass")
    void takesForNothingElse(String what, byte[] payload, int from, int to) {
        assertEquals(Optional.empty(), recognize(UDP, from, to, payload).flatMap(Recognition::applicationClass));
    }

    static Stream<Arguments> ofNoClass() {
        return Stream.of(
                arguments("a question of DNS that looks like RTP", rtp(96, 30), ANY, 53),
                arguments("CoAP", hex("44 01 1234 deadbeef b474657374"), ANY, 5683),
                arguments("WireGuard", join(hex("01000000"), of(144, 2)), ANY, 51820),
                arguments("OpenVPN", join(hex("38"), of(13, 2)), ANY, 1194),
                arguments("NTP", join(hex("e3"), of(47, 0)), 123, 123),
                arguments("SNMP", hex("3082 0202 0100 0406 7075626c6963 a000"), ANY, 161),
                arguments("RTPS", join(text("RTPS"), of(40, 2)), 7400, 7400),
                arguments("SSDP", text("M-SEARCH * HTTP/1.1\r\nST: ssdp:all\r\n\r\n"), ANY, 1900),
                arguments("DTLS of a thing", Payloads.dtls("", false), ANY, 5684),
                arguments("RTP without a source", join(hex("8000 1234 00000aa0 00000000"), of(160, 1)), ANY, OTHER),
                arguments("RTP of a type that is reserved", rtp(75, 160), ANY, OTHER),
                arguments("PCMU with too little of it", rtp(0, 10), ANY, OTHER),
                arguments("an extension that does not fit", join(hex("9060 1234 00000aa0 deadbeef bede 00ff"), of(90,
                        1)),
                        ANY, OTHER),
                arguments("STUN with a wrong length", join(hex("0001 0fff"), of(16, 5)), ANY, OTHER),
                arguments("one octet", hex("00"), ANY, OTHER));
    }

    @Test
    void bitTorrentIsNobodysConcern() {
        assertEquals(Optional.of(Recognition.LOW_PRIORITY), recognize(UDP, ANY, OTHER,
                text("d1:ad2:id20:abcdefghij0123456789e1:q4:ping1:t2:aa1:y1:qe"))
                .flatMap(Recognition::applicationClass));
    }

    @Test
    void readsTheServerOfTlsWhereAConnectionShowsWithin() {
        assertEquals(Optional.of("media.example.com"), recognize(TCP, ANY, 443, Payloads.tls("media.example.com"))
                .flatMap(Recognition::server));
    }

    /** How often what is nothing at all is taken for traffic of a class; a guard against broad heuristics. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void takesChanceForACallHardlyEver(long seed) {
        Random random = new Random(seed);
        int called = 0;
        for (int i = 0; i < 20_000; i++) {
            byte[] payload = new byte[20 + random.nextInt(200)];
            random.nextBytes(payload);
            Optional<String> found = recognize(UDP, 1_024 + random.nextInt(60_000), 1_024 + random.nextInt(60_000),
                    payload)
                    .flatMap(Recognition::applicationClass);
            called += found.isPresent() ? 1 : 0;
        }
        System.out.println("seed " + seed + ": " + called + " of 20000 packets of chance were taken for something");
        assertTrue(called < 200, called + " of 20000");
    }

    @Test
    void theEvidenceHoldsNoPayload() {
        assertFalse(recognize(UDP, 5060, 5060, text("INVITE sip:alice@example.com SIP/2.0\r\n")).get().toString()
                .contains("alice"));
    }

    private static Optional<Recognition> recognize(int protocol, int from, int to, byte[] payload) {
        return Recognizers.recognize(Datagram.of(protocol, from, to, ByteBuffer.wrap(payload)));
    }
}
