/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.classify.payload;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Puts together the client's hello of the crypto frames in one packet (RFC 9000, section 19.6). Clients cut it into
 * pieces and shuffle them; what is in the next packet stays unknown.
 */
final class CryptoFrames {

    private static final int PADDING = 0;
    private static final int PING = 1;
    private static final int CRYPTO = 6;
    private static final int GOOGLES_CRYPTO = 8;
    private static final int MOST_FRAMES = 256;
    private static final int LONGEST_HELLO = 16_384;

    private CryptoFrames() {
    }

    /** The server that is asked for. */
    static Optional<String> server(byte[] frames) {
        SortedMap<Integer, byte[]> pieces = pieces(ByteBuffer.wrap(frames));
        byte[] run = pieces.getOrDefault(0, new byte[0]);
        Optional<String> server = run.length > 0 && run[0] == 1 ? ClientHello.read(run, false).server()
                : Optional.empty();
        if (server.isPresent()) {
            return server;
        }
        return pieces.values().stream().map(CryptoFrames::search).filter(Optional::isPresent).findFirst()
                .orElse(Optional.empty());
    }

    /** The pieces by their place, those that touch made one. */
    private static SortedMap<Integer, byte[]> pieces(ByteBuffer in) {
        SortedMap<Integer, byte[]> found = new TreeMap<>();
        try {
            for (int i = 0; i < MOST_FRAMES && in.hasRemaining();) {
                int type = in.get() & 0xff;
                if (type == CRYPTO || type == GOOGLES_CRYPTO) {
                    long at = QuicInitial.variable(in);
                    long length = QuicInitial.variable(in);
                    if (at > LONGEST_HELLO || length > in.remaining()) {
                        break;
                    }
                    byte[] piece = new byte[(int) length];
                    in.get(piece);
                    found.put((int) at, piece);
                    i++;
                } else if (type != PADDING && type != PING) {
                    break;
                }
            }
        } catch (BufferUnderflowException e) {
            return joined(found);
        }
        return joined(found);
    }

    private static SortedMap<Integer, byte[]> joined(SortedMap<Integer, byte[]> pieces) {
        SortedMap<Integer, byte[]> runs = new TreeMap<>();
        ByteBuffer run = ByteBuffer.allocate(2 * LONGEST_HELLO);
        int begin = -1;
        for (SortedMap.Entry<Integer, byte[]> piece : pieces.entrySet()) {
            boolean touches = begin >= 0 && piece.getKey() == begin + run.position();
            if (!touches && begin >= 0) {
                runs.put(begin, copy(run));
                run.clear();
            }
            begin = touches ? begin : piece.getKey();
            run.put(piece.getValue(), 0, Math.min(piece.getValue().length, run.remaining()));
        }
        if (begin >= 0) {
            runs.put(begin, copy(run));
        }
        return runs;
    }

    private static byte[] copy(ByteBuffer run) {
        byte[] copy = new byte[run.position()];
        run.flip();
        run.get(copy);
        run.limit(run.capacity());
        return copy;
    }

    /** The extension with the server's name within a piece: its three lengths have to agree, and the name has a dot. */
    private static Optional<String> search(byte[] piece) {
        ByteBuffer in = ByteBuffer.wrap(piece);
        for (int at = 0; at + 9 < piece.length; at++) {
            int length = in.getShort(at + 7) & 0xffff;
            boolean agrees = in.getShort(at) == 0 && in.get(at + 6) == 0 && (in.getShort(at + 2) & 0xffff) == length + 5
                    && (in.getShort(at + 4) & 0xffff) == length + 3;
            Optional<String> name = agrees ? ClientHello.name(in, at + 9, length) : Optional.empty();
            if (name.filter(n -> n.indexOf('.') > 0).isPresent()) {
                return name;
            }
        }
        return Optional.empty();
    }
}
