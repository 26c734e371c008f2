/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.classify.payload;

import com.google.auto.value.AutoValue;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * The payload of a packet, and the ports that it goes between. Numbers are unsigned and in network order.
 */
@AutoValue
public abstract class Datagram {

    /** IP protocol number: TCP or UDP. */
    public abstract int protocol();

    /** The port that it comes from. */
    public abstract int source();

    /** The port that it goes to. */
    public abstract int destination();

    abstract ByteBuffer bytes();

    /** A payload by its parts. */
    public static Datagram of(int protocol, int source, int destination, ByteBuffer payload) {
        return new AutoValue_Datagram(protocol, source, destination, payload.slice().asReadOnlyBuffer());
    }

    /** Number of octets. */
    int length() {
        return bytes().limit();
    }

    /** Whether there are this many octets. */
    boolean has(int octets) {
        return octets <= length();
    }

    /** The octet at a place, which has to be there. */
    int u8(int at) {
        return bytes().get(at) & 0xff;
    }

    /** Two octets. */
    int u16(int at) {
        return bytes().getShort(at) & 0xffff;
    }

    /** Four octets. */
    long u32(int at) {
        return bytes().getInt(at) & 0xffff_ffffL;
    }

    /** Two octets, the lower one first. */
    int u16le(int at) {
        return Short.reverseBytes(bytes().getShort(at)) & 0xffff;
    }

    /** Four octets, the lowest one first. */
    long u32le(int at) {
        return Integer.reverseBytes(bytes().getInt(at)) & 0xffff_ffffL;
    }

    /** Octets from a place on. */
    byte[] octets(int at, int count) {
        byte[] octets = new byte[count];
        ByteBuffer view = bytes().duplicate();
        view.position(at);
        view.get(octets);
        return octets;
    }

    /** Whether the octets from a place on are these, given in hexadecimal. */
    boolean matches(int at, String hex) {
        int count = hex.length() / 2;
        if (!has(at + count)) {
            return false;
        }
        for (int i = 0; i < count; i++) {
            int expected = Character.digit(hex.charAt(2 * i), 16) << 4 | Character.digit(hex.charAt(2 * i + 1), 16);
            if (u8(at + i) != expected) {
                return false;
            }
        }
        return true;
    }

    /** Whether the text begins at a place. */
    boolean says(int at, String text) {
        if (!has(at + text.length())) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            if (u8(at + i) != text.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** The beginning as text, an octet a character; at most so many. */
    String text(int most) {
        return new String(octets(0, Math.min(most, length())), StandardCharsets.ISO_8859_1);
    }

    /** Whether all octets from a place on have this value. */
    boolean isAll(int from, int to, int value) {
        for (int i = from; i < to; i++) {
            if (u8(i) != value) {
                return false;
            }
        }
        return true;
    }

    /** Whether one of the ports is this one. */
    boolean touches(int port) {
        return source() == port || destination() == port;
    }

    /** Whether one of the ports lies between these two, both included. */
    boolean touches(int first, int last) {
        return first <= source() && source() <= last || first <= destination() && destination() <= last;
    }
}
