/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.classify;

import com.google.common.collect.ImmutableSet;
import com.google.common.io.BaseEncoding;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.onlab.packet.IpAddress;
import org.onosdmm.api.FlowKey;
import org.onosdmm.api.PinnedFlow.Origin;
import org.onosdmm.core.classify.dns.DnsAnswer;
import org.onosdmm.core.classify.payload.Payloads;
import org.onosdmm.core.classify.signalling.Announcement;
import org.onosdmm.core.classify.signalling.ToldAddress;
import org.onosdmm.core.config.Documents;
import org.onosdmm.core.config.DomainParser;
import org.onosdmm.core.emulation.Measured;
import org.onosdmm.core.model.FlowSample;
import org.onosdmm.core.model.Policy;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Random;
import java.util.function.Function;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.onosdmm.core.classify.payload.Payloads.hex;
import static org.onosdmm.core.classify.payload.Payloads.text;

/**
 * Whatever comes in, no parser throws, hangs or says more than it may. {@code ./dmm bench fuzz} runs the same with more
 * inputs: {@code -Ddmm.fuzz.inputs}, {@code -Ddmm.fuzz.seed}.
 */
class HostileInputTest {
    private static final int INPUTS = Integer.getInteger("dmm.fuzz.inputs", 100_000);
    private static final long SEED = Long.getLong("dmm.fuzz.seed", 4_594);
    private static final int MOST_SAID = 1_200;
    /** Far above what any input takes, so that a busy machine does not fail it; a loop without end would. */
    private static final long LONGEST_NANOS = 5_000_000_000L;
    private static final int LONGEST_INPUT = 1_500;
    private static final Policy POLICY = new DomainParser(ImmutableSet.of("serving", "home", "nearest"))
            .parse(Documents.least()).policy();
    private static final IpAddress NODE = IpAddress.valueOf("10.1.0.7");
    private static final IpAddress PEER = IpAddress.valueOf("203.0.113.9");
    private static final Classifier CLASSIFIER = Classifier.builtIn();
    private static final int[] PORTS = {53, 443, 1935, 2427, 3478, 5060, 5353, 8801, 27015, 40000, 51000};

    private static final byte[][] DNS = {
        hex("1234 8180 0001 0002 0000 0000 046d656574 07 6578616d706c65 03636f6d00 0001 0001"
                + "c00c 0005 0001 0000000a 0008 056564676531c011"
                + "c02e 0001 0001 0000003c 0004 cb007101"),
        hex("1234 8180 0001 0001 0000 0000 0161 00 001c 0001 c00c 001c 0001 0000003c 0010"
                + "20010db8000000000000000000000001")};
    private static final byte[][] CONTROL = {
        text("INVITE sip:bob@example.com SIP/2.0\r\nVia: SIP/2.0/UDP 10.1.0.7\r\n\r\nv=0\r\nc=IN IP4 10.1.0.7\r\n"
                + "m=audio 16384 RTP/AVP 0\r\na=rtcp:16389 IN IP4 10.1.0.8\r\nm=video 5000/2 RTP/AVP 96\r\n"
                + "a=candidate:1 1 UDP 2130706431 2001:db8::1 7000 typ host\r\n"),
        text("SETUP rtsp://cam.example.com/v RTSP/1.0\r\nTransport: RTP/AVP;unicast;client_port=5000-5001\r\n\r\n"),
        text("RTSP/1.0 200 OK\r\nTransport: RTP/AVP;client_port=5000-5001;server_port=6-7;source=192.0.2.4\r\n\r\n"),
        text("CRCX 1204 aaln/1@rgw.example.net MGCP 1.0\r\n\r\nc=IN IP4 10.1.0.7\r\nm=audio 16384 RTP/AVP 0\r\n"),
        text("PORT 10,1,0,7,4,1\r\n"), text("227 Entering Passive Mode (10,1,0,7,200,10).\r\n"),
        text("EPRT |1|10.1.0.7|6275|\r\n")};
    private static final byte[][] PACKETS = {
        Payloads.stun(), Payloads.rtp(0, 160), Payloads.rtcp(), Payloads.dtls("media.example.com", true),
        Payloads.tls("media.example.com"), Payloads.quic("media.example.com"), Payloads.q043("media.example.com"),
        Payloads.q046("media.example.com"), hex("01 0102030405060708 00ffff00fefefefefdfdfdfd12345678 01020304"),
        hex("ffffffff 54536f7572636520456e67696e65205175657279 00"), text("d1:ad2:id20:abcdefghij0123456789e1:q4:ping"),
        hex("01000000 51 00 8000 10000000 00000000 00000000 04000000 01020304"), CONTROL[0], CONTROL[1], CONTROL[3],
        hex("4001 0004 80000001"), hex("80000000 00000000 00000001 00000000 00000004 00000000")};

    /** What is tried. */
    enum Parser {
        DNS_ANSWER(DNS, in -> DnsAnswer.read(in).map(a -> a.entries().size()
                + a.entries().stream().mapToInt(e -> e.names().size()).max().orElse(0)).orElse(-1)),
        ANNOUNCEMENT(CONTROL, in -> Announcement.read(PEER, in).size() - 1),
        TOLD_ADDRESS(CONTROL, in -> ToldAddress.read(in).size() - 1),
        UDP_PAYLOAD(PACKETS, in -> said(17, in)),
        TCP_PAYLOAD(PACKETS, in -> said(6, in));

        private final byte[][] samples;
        private final Function<ByteBuffer, Integer> says;

        /** What a parser says is counted; below zero it has not understood. */
        Parser(byte[][] samples, Function<ByteBuffer, Integer> says) {
            this.samples = samples;
            this.says = says;
        }
    }

    private static int said(int protocol, ByteBuffer in) {
        int length = in.remaining();
        int port = PORTS[length % PORTS.length];
        FlowKey key = FlowKey.of(protocol, NODE, PORTS[(length + 7) % PORTS.length], PEER, port);
        Decision decision = CLASSIFIER.classify(FirstPacket.of(FlowSample.of(key, 0),
                length % 2 == 0 ? Origin.NODE : Origin.OUTSIDE, in), Knowledge.NONE, POLICY);
        return decision.step().equals(PayloadStep.ID) ? decision.evidence().length() : -1;
    }

    @ParameterizedTest
    @EnumSource(Parser.class)
    void neitherThrowsNorHangsNorSaysTooMuch(Parser parser) {
        Random random = new Random(SEED + parser.ordinal());
        int understood = 0;
        long slowest = 0;
        for (int i = 0; i < INPUTS; i++) {
            byte[] input = input(random, parser.samples);
            long begin = System.nanoTime();
            int said = said(parser, input, i);
            slowest = Math.max(slowest, System.nanoTime() - begin);
            understood += said >= 0 ? 1 : 0;
            assertTrue(said <= MOST_SAID, () -> parser + " said " + said);
        }
        Measured.of("fuzz").with("parser", parser.name()).with("seed", SEED).with("inputs", INPUTS)
                .with("understood", understood).with("slowest_us", slowest / 1_000).print();
        assertTrue(understood > INPUTS / 1_000, parser + " understood only " + understood + ": inputs too wild");
        assertTrue(slowest < LONGEST_NANOS, parser + " took " + slowest + " ns");
    }

    private static int said(Parser parser, byte[] input, int number) {
        try {
            return parser.says.apply(ByteBuffer.wrap(input).asReadOnlyBuffer());
        } catch (RuntimeException e) {
            throw new AssertionError(parser + ", seed " + SEED + ", input " + number + ": "
                    + BaseEncoding.base16().encode(input), e);
        }
    }

    /** Chance, or a sample that is changed here and there, cut off, or joined with another. */
    private static byte[] input(Random random, byte[][] samples) {
        int kind = random.nextInt(8);
        if (kind == 0) {
            byte[] chance = new byte[random.nextInt(64)];
            random.nextBytes(chance);
            return chance;
        }
        if (kind == 1) {
            byte[] chance = new byte[random.nextInt(LONGEST_INPUT)];
            random.nextBytes(chance);
            return chance;
        }
        byte[] sample = samples[random.nextInt(samples.length)].clone();
        if (kind == 2) {
            return Arrays.copyOf(sample, random.nextInt(sample.length + 1));
        }
        if (kind == 3) {
            byte[] other = samples[random.nextInt(samples.length)];
            return Payloads.join(Arrays.copyOf(sample, random.nextInt(sample.length + 1)),
                    Arrays.copyOfRange(other, random.nextInt(other.length), other.length));
        }
        for (int change = random.nextInt(6); change >= 0 && sample.length > 0; change--) {
            int at = random.nextInt(kind == 4 ? Math.min(40, sample.length) : sample.length);
            sample[at] = random.nextBoolean() ? (byte) random.nextInt() : (byte) (random.nextBoolean() ? 0xff : 0);
        }
        return sample;
    }
}
