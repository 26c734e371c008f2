/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.classify.payload;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Opens a client's initial packet (RFC 9001, sections 5.2 to 5.4).
 */
final class QuicInitial {

    private static final int IDS = 5;
    private static final int LONGEST_ID = 20;
    private static final int SAMPLE = 16;
    private static final int SAMPLE_AT = 4;
    private static final int TAG = 16;
    private static final int KEY = 16;
    private static final int IV = 12;
    private static final int SECRET = 32;

    private QuicInitial() {
    }

    /** The frames of the packet; nothing where it is not a client's or does not stand the test. */
    static Optional<byte[]> open(Datagram datagram, QuicVersion version) {
        byte[] packet = datagram.octets(0, datagram.length());
        try {
            ByteBuffer in = ByteBuffer.wrap(packet);
            in.position(IDS);
            byte[] destination = block(in, in.get() & 0xff, LONGEST_ID);
            block(in, in.get() & 0xff, LONGEST_ID);
            block(in, variable(in), packet.length);
            long length = variable(in);
            int start = in.position();
            boolean fits = length >= SAMPLE_AT + SAMPLE && length <= in.remaining();
            return fits ? Optional.of(open(packet, start, (int) length, destination, version)) : Optional.empty();
        } catch (BufferUnderflowException | GeneralSecurityException e) {
            return Optional.empty();
        }
    }

    private static byte[] block(ByteBuffer in, long length, int most) {
        if (length > most || length > in.remaining()) {
            throw new BufferUnderflowException();
        }
        byte[] block = new byte[(int) length];
        in.get(block);
        return block;
    }

    /** A number of 1, 2, 4 or 8 octets (RFC 9000, section 16). */
    static long variable(ByteBuffer in) {
        long value = in.get() & 0xff;
        int more = (1 << (value >> 6)) - 1;
        value &= 0x3f;
        for (int i = 0; i < more; i++) {
            value = value << 8 | in.get() & 0xff;
        }
        return value;
    }

    private static byte[] open(byte[] packet, int start, int length, byte[] destination, QuicVersion version)
            throws GeneralSecurityException {
        byte[] initial = hmac(version.salt(), destination);
        byte[] secret = expand(initial, "client in", SECRET);
        byte[] key = expand(secret, version.prefix() + " key", KEY);
        byte[] iv = expand(secret, version.prefix() + " iv", IV);
        byte[] mask = mask(expand(secret, version.prefix() + " hp", KEY), packet, start + SAMPLE_AT);
        byte[] header = Arrays.copyOf(packet, start + SAMPLE_AT);
        header[0] ^= mask[0] & 0x0f;
        int numberLength = (header[0] & 3) + 1;
        header = Arrays.copyOf(header, start + numberLength);
        for (int i = 0; i < numberLength; i++) {
            header[start + i] ^= mask[1 + i];
            iv[IV - numberLength + i] ^= header[start + i];
        }
        if (length - numberLength < TAG) {
            throw new BufferUnderflowException();
        }
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(Cipher.DECRYPT_MODE, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG * Byte.SIZE, iv));
        cipher.updateAAD(header);
        return cipher.doFinal(packet, start + numberLength, length - numberLength);
    }

    private static byte[] mask(byte[] key, byte[] packet, int at) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/ECB/NoPadding");
        cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"));
        return cipher.doFinal(packet, at, SAMPLE);
    }

    private static byte[] hmac(byte[] key, byte[]... parts) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        for (byte[] part : parts) {
            mac.update(part);
        }
        return mac.doFinal();
    }

    /** HKDF-Expand-Label of TLS 1.3 (RFC 8446, section 7.1), of one block. */
    private static byte[] expand(byte[] secret, String label, int length) throws GeneralSecurityException {
        byte[] name = ("tls13 " + label).getBytes(StandardCharsets.US_ASCII);
        byte[] info = ByteBuffer.allocate(name.length + 5).putShort((short) length).put((byte) name.length).put(name)
                .put((byte) 0).put((byte) 1).array();
        return Arrays.copyOf(hmac(secret, info), length);
    }
}
