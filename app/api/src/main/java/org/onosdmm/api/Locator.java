/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.api;

import com.google.auto.value.AutoValue;
import org.onlab.packet.MacAddress;

import java.util.Optional;

import static com.google.common.base.Preconditions.checkArgument;

/**
 * A destination MAC address that says where in the domain a packet is going: {@code 0a:EE:EE:EE:XX:XX}, the number of
 * an edge (24 bit) and of an attachment at that edge (16 bit). Locally administered, unicast; hosts never see one.
 *
 * <p>The lowest attachment numbers are reserved: {@link #anchor}, {@link #exit} and {@link #exitUntranslated},
 * {@link #standIn} and {@link #standInUntranslated}, and {@link #elsewhere}.
 */
@AutoValue
public abstract class Locator implements Comparable<Locator> {

    /** First attachment number that a node can get. */
    public static final int FIRST_ATTACHMENT = 16;
    /** Number of attachment numbers that nodes can get at one edge. */
    public static final int ATTACHMENTS = (1 << 16) - FIRST_ATTACHMENT;
    /** Highest edge number. */
    public static final int MAX_EDGE = (1 << 24) - 1;
    /** Leading byte of every locator, as a MAC address. */
    public static final MacAddress PREFIX = MacAddress.valueOf(0x0a00_0000_0000L);
    /** Mask of the leading byte. */
    public static final MacAddress PREFIX_MASK = MacAddress.valueOf(0xff00_0000_0000L);
    /** Mask of the leading byte and the edge number. */
    public static final MacAddress EDGE_MASK = MacAddress.valueOf(0xffff_ffff_0000L);
    /** Mask of all but the attachment number of those that no node can get, which are 0 to 15. */
    public static final MacAddress RESERVED_MASK = MacAddress.valueOf(0xffff_ffff_fff0L);

    private static final int LOOKUP = 0;
    private static final int EXIT = 1;
    private static final int EXIT_UNTRANSLATED = 2;
    private static final int STAND_IN = 3;
    private static final int ELSEWHERE = 15;
    /** Number of anchors that one anchor can be the backup of. */
    public static final int STAND_INS = (ELSEWHERE - STAND_IN) / 2;

    /** Number of the edge, 1 to {@link #MAX_EDGE}. */
    public abstract int edge();

    /** Number of the attachment at the edge, 0 to 65535. */
    public abstract int attachment();

    /**
     * A locator by its numbers.
     *
     * @throws IllegalArgumentException if a number is out of range
     */
    public static Locator of(int edge, int attachment) {
        checkArgument(edge > 0 && edge <= MAX_EDGE, "edge number %s is out of range", edge);
        checkArgument(attachment >= 0 && attachment < 1 << 16, "attachment number %s is out of range", attachment);
        return new AutoValue_Locator(edge, attachment);
    }

    /** The locator of a node's attachment that this MAC address carries; empty for any other address. */
    public static Optional<Locator> ofAttachment(MacAddress mac) {
        long value = mac.toLong();
        boolean prefixed = (value & PREFIX_MASK.toLong()) == PREFIX.toLong();
        int edge = (int) (value >> 16 & MAX_EDGE);
        int attachment = (int) (value & 0xffff);
        return prefixed && edge > 0 && attachment >= FIRST_ATTACHMENT
                ? Optional.of(of(edge, attachment)) : Optional.empty();
    }

    /** The anchor locator of an edge: "look the address up here". */
    public static Locator anchor(int edge) {
        return of(edge, LOOKUP);
    }

    /** "Leave the domain here, with the address that this anchor leased to the node." */
    public static Locator exit(int edge) {
        return of(edge, EXIT);
    }

    /** "Leave the domain here, with the node's own address." */
    public static Locator exitUntranslated(int edge) {
        return of(edge, EXIT_UNTRANSLATED);
    }

    /** "Leave the domain here, with the address leased by the anchor that this edge stands in for, of this place." */
    public static Locator standIn(int edge, int slot) {
        return of(edge, STAND_IN + 2 * slot);
    }

    /** "Leave the domain here in place of that anchor, with the node's own address." */
    public static Locator standInUntranslated(int edge, int slot) {
        return of(edge, STAND_IN + 2 * slot + 1);
    }

    /** "Leave the domain wherever this node's flows leave while the edge where it is cannot be left." */
    public static Locator elsewhere(int edge) {
        return of(edge, ELSEWHERE);
    }

    /** The MAC address that carries this locator. */
    public MacAddress mac() {
        return MacAddress.valueOf(PREFIX.toLong() | (long) edge() << 16 | attachment());
    }

    @Override
    public int compareTo(Locator other) {
        return Long.compare(mac().toLong(), other.mac().toLong());
    }

    @Override
    public final String toString() {
        return mac().toString();
    }
}
