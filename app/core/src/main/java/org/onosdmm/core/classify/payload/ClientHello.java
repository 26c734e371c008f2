/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.classify.payload;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * What a client's first message of TLS or DTLS says about its purpose; a message that breaks off says what it can.
 */
final class ClientHello {

    private static final int SERVER_NAME = 0;
    private static final int USE_SRTP = 14;
    private static final int ALPN = 16;
    private static final int HEADER = 4;
    private static final int DTLS_HEADER = 12;
    private static final int RANDOM = 34;
    private static final int LONGEST_NAME = 255;
    private static final int MOST_EXTENSIONS = 64;

    private Optional<String> server = Optional.empty();
    private String protocols = "";
    private boolean srtp;

    private ClientHello() {
    }

    /** Reads a handshake message, header included. */
    static ClientHello read(byte[] message, boolean datagram) {
        ClientHello hello = new ClientHello();
        ByteBuffer in = ByteBuffer.wrap(message);
        try {
            skip(in, (datagram ? DTLS_HEADER : HEADER) + RANDOM);
            skip(in, in.get() & 0xff);
            if (datagram) {
                skip(in, in.get() & 0xff);
            }
            skip(in, in.getShort() & 0xffff);
            skip(in, in.get() & 0xff);
            in.getShort();
            hello.extensions(in);
        } catch (BufferUnderflowException e) {
            return hello;
        }
        return hello;
    }

    private static void skip(ByteBuffer in, int octets) {
        if (octets > in.remaining()) {
            throw new BufferUnderflowException();
        }
        in.position(in.position() + octets);
    }

    private void extensions(ByteBuffer in) {
        for (int i = 0; i < MOST_EXTENSIONS && in.hasRemaining(); i++) {
            int type = in.getShort() & 0xffff;
            int length = in.getShort() & 0xffff;
            ByteBuffer body = in.slice();
            body.limit(Math.min(length, body.limit()));
            extension(type, body);
            skip(in, length);
        }
    }

    private void extension(int type, ByteBuffer body) {
        if (type == USE_SRTP) {
            srtp = true;
        } else if (type == SERVER_NAME && body.remaining() > 5) {
            server = name(body, 5, body.getShort(3) & 0xffff);
        } else if (type == ALPN && body.remaining() > 3) {
            byte[] list = new byte[Math.min(body.remaining() - 2, LONGEST_NAME)];
            body.position(2);
            body.get(list);
            protocols = new String(list, StandardCharsets.ISO_8859_1);
        }
    }

    /** A host name at a place, if it looks like one. */
    static Optional<String> name(ByteBuffer in, int at, int length) {
        if (length < 4 || length > LONGEST_NAME || at + length > in.limit()) {
            return Optional.empty();
        }
        StringBuilder name = new StringBuilder(length);
        for (int i = at; i < at + length; i++) {
            char c = (char) (in.get(i) & 0xff);
            boolean fits = 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || '0' <= c && c <= '9' || c == '-' || c == '.'
                    || c == '_';
            if (!fits) {
                return Optional.empty();
            }
            name.append(c);
        }
        return Optional.of(name.toString());
    }

    /** The server that is asked for. */
    Optional<String> server() {
        return server;
    }

    /** Whether the keys are for media: SRTP (RFC 5764), or WebRTC by name (RFC 8833). */
    boolean isForMedia() {
        return srtp || protocols.contains("webrtc");
    }
}
