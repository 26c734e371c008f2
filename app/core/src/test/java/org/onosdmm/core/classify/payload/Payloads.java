/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.classify.payload;

import com.google.common.hash.Hashing;
import com.google.common.io.BaseEncoding;
import com.google.common.primitives.Bytes;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** First payloads of protocols, as their specifications have them. */
public final class Payloads {
    private static final byte[] CONNECTION = hex("8394c8f03e515708");

    private Payloads() {
    }

    /** Octets by their digits; spaces do not count. */
    public static byte[] hex(String digits) {
        return BaseEncoding.base16().lowerCase().decode(digits.replace(" ", ""));
    }

    /** Text as octets. */
    public static byte[] text(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** Octets of this value. */
    static byte[] of(int count, int value) {
        byte[] octets = new byte[count];
        Arrays.fill(octets, (byte) value);
        return octets;
    }

    /** Octets one after the other. */
    public static byte[] join(byte[]... parts) {
        return Bytes.concat(parts);
    }

    /** A binding request of RFC 5389 with one attribute of 4 octets. */
    public static byte[] stun() {
        return hex("0001 0008 2112a442 000102030405060708090a0b 0024 0004 6e7f1eff");
    }

    /** RTP with a payload of so many octets. */
    public static byte[] rtp(int type, int octets) {
        return join(hex("80"), new byte[] {(byte) type}, hex("1234 00000aa0 deadbeef"), of(octets, 0x55));
    }

    /** A sender report and the name of the source (RFC 3550, section 6). */
    public static byte[] rtcp() {
        return join(hex("80c8 0006 deadbeef"), of(20, 7), hex("81ca 0002 deadbeef 0102 6162"));
    }

    /** A client's hello of TLS. */
    public static byte[] hello(String server, boolean datagram, boolean srtp) {
        byte[] name = text(server);
        byte[] list = join(new byte[] {0}, u16(name.length), name);
        byte[] extension = join(u16(0), u16(list.length + 2), u16(list.length), list);
        byte[] media = srtp ? hex("000e 0005 0002 0001 00") : new byte[0];
        byte[] extensions = join(hex("0017 0000"), server.isEmpty() ? new byte[0] : extension, media);
        byte[] body = join(datagram ? hex("fefd") : hex("0303"), of(32, 9), hex("00"), datagram ? hex("00") : hex(""),
                hex("0002 1301 0100"), u16(extensions.length), extensions);
        byte[] length = Arrays.copyOfRange(u32(body.length), 1, 4);
        return datagram ? join(hex("01"), length, hex("0000 000000"), length, body) : join(hex("01"), length, body);
    }

    /** A DTLS record with a client's hello. */
    public static byte[] dtls(String server, boolean srtp) {
        byte[] hello = hello(server, true, srtp);
        return join(hex("16 feff 0000 000000000000"), u16(hello.length), hello);
    }

    /** A TLS record with a client's hello. */
    public static byte[] tls(String server) {
        byte[] hello = hello(server, false, false);
        return join(hex("16 0301"), u16(hello.length), hello);
    }

    /** A client's first packet of QUIC; the hello in so many crypto frames, the last first. */
    public static byte[] quic(long version, String salt, String prefix, byte[] hello, int pieces) {
        byte[] frames = frames(hello, pieces);
        frames = Arrays.copyOf(frames, Math.max(frames.length, 1_162));
        try {
            return protect(version, salt, prefix, frames);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** QUIC of RFC 9000. */
    public static byte[] quic(String server) {
        return quic(1, "38762cf7f55934b34d179ae6a4c80cadccbb7f0a", "quic", hello(server, false, false), 3);
    }

    private static byte[] frames(byte[] hello, int pieces) {
        byte[] frames = hex("01");
        int size = (hello.length + pieces - 1) / pieces;
        for (int piece = pieces - 1; piece >= 0; piece--) {
            int from = Math.min(hello.length, piece * size);
            byte[] part = Arrays.copyOfRange(hello, from, Math.min(hello.length, from + size));
            frames = join(frames, hex("06"), u16(0x4000 | from), u16(0x4000 | part.length), part, hex("0000"));
        }
        return frames;
    }

    private static byte[] protect(long version, String salt, String prefix, byte[] frames)
            throws GeneralSecurityException {
        byte[] secret = expand(Hashing.hmacSha256(hex(salt)).hashBytes(CONNECTION).asBytes(), "client in", 32);
        byte[] key = expand(secret, prefix + " key", 16);
        boolean second = prefix.equals("quicv2");
        byte[] start = join(hex(second ? "d3" : "c3"), u32((int) version), hex("08"), CONNECTION, hex("00 00"),
                u16(0x4000 | frames.length + 20));
        byte[] header = join(start, hex("00000002"));
        byte[] iv = expand(secret, prefix + " iv", 12);
        iv[11] ^= 2;
        Cipher gcm = Cipher.getInstance("AES/GCM/NoPadding");
        gcm.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"), new GCMParameterSpec(128, iv));
        gcm.updateAAD(header);
        byte[] packet = join(header, gcm.doFinal(frames));
        Cipher ecb = Cipher.getInstance("AES/ECB/NoPadding");
        ecb.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(expand(secret, prefix + " hp", 16), "AES"));
        byte[] mask = ecb.doFinal(packet, start.length + 4, 16);
        packet[0] ^= mask[0] & 0xf;
        for (int i = 0; i < 4; i++) {
            packet[start.length + i] ^= mask[1 + i];
        }
        return packet;
    }

    /** HKDF-Expand-Label; for the secret of RFC 9001, appendix A.1, it gives the keys that stand there. */
    static byte[] expand(byte[] secret, String label, int length) {
        byte[] name = text("tls13 " + label);
        byte[] info = join(u16(length), new byte[] {(byte) name.length}, name, hex("00 01"));
        return Arrays.copyOf(Hashing.hmacSha256(secret).hashBytes(info).asBytes(), length);
    }

    /** The hello of Google's QUIC. */
    public static byte[] chlo(String server) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] values = join(text("pad"), text(server), text("Q046"));
        out.writeBytes(text("CHLO"));
        out.writeBytes(le16(3));
        out.writeBytes(le16(0));
        out.writeBytes(join(text("PAD\0"), le32(3), text("SNI\0"), le32(3 + server.length()), text("VER\0"),
                le32(values.length)));
        out.writeBytes(values);
        return out.toByteArray();
    }

    /** Google's QUIC before it became a standard: version 43. */
    public static byte[] q043(String server) {
        return join(hex("09 0102030405060708"), text("Q043"), hex("01"), of(12, 3), hex("a0 01 0004"), chlo(server));
    }

    /** Version 46, with a long header. */
    public static byte[] q046(String server) {
        return join(hex("c3"), text("Q046"), hex("50 0102030405060708 00000001"), of(12, 3), hex("a4 0004"),
                chlo(server));
    }

    static byte[] u16(int value) {
        return ByteBuffer.allocate(2).putShort((short) value).array();
    }

    static byte[] u32(int value) {
        return ByteBuffer.allocate(4).putInt(value).array();
    }

    private static byte[] le16(int value) {
        return ByteBuffer.allocate(2).order(ByteOrder.LITTLE_ENDIAN).putShort((short) value).array();
    }

    private static byte[] le32(int value) {
        return ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(value).array();
    }
}
