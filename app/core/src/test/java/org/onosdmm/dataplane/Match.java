/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.dataplane;

import java.util.Arrays;

/**
 * A compiled match: for some words of a packet's key a mask and the value that the masked word must have. Words that
 * are not named are wildcards (OpenFlow 1.3.5 section 5.3). Two selectors that mean the same compile to equal matches.
 */
final class Match {
    private final Shape shape;
    private final MaskedKey values;

    private Match(Shape shape, MaskedKey values) {
        this.shape = shape;
        this.values = values;
    }

    /** A match on these words; words with an empty mask are left out. */
    static Match of(long[] values, long[] masks) {
        Shape shape = Shape.of(masks);
        return new Match(shape, shape.mask(values));
    }

    /** Which bits are looked at: rules of one shape are found with one hash look-up. */
    Shape shape() {
        return shape;
    }

    /** What these bits must be. */
    MaskedKey values() {
        return values;
    }

    boolean matches(long[] key) {
        return shape.mask(key).equals(values);
    }

    /** True if any bit of the field is looked at. */
    boolean constrains(Field field) {
        return shape.maskOf(field.slot()) != 0 || field.isWide() && shape.maskOf(field.slot() + 1) != 0;
    }

    /** True if the whole field is looked at and must be this. */
    boolean isExactly(Field field, long value) {
        int index = shape.indexOf(field.slot());
        return index >= 0 && shape.maskOf(field.slot()) == field.exactMask() && values.word(index) == value;
    }

    /** True if the other one matches all that this one does (non-strict flow-mods, OpenFlow 1.3.5 section 6.4). */
    boolean isWithin(Match other) {
        long[] words = new long[Field.WORDS];
        for (int i = 0; i < shape.size(); i++) {
            words[shape.slot(i)] = values.word(i);
        }
        return shape.covers(other.shape) && other.matches(words);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Match && shape.equals(((Match) other).shape) && values.equals(((Match) other).values);
    }

    @Override
    public int hashCode() {
        return 31 * shape.hashCode() + values.hashCode();
    }

    @Override
    public String toString() {
        return shape + "=" + values;
    }

    /** Which bits of a packet's key a match looks at. */
    static final class Shape {
        private final int[] slots;
        private final long[] masks;

        private Shape(int[] slots, long[] masks) {
            this.slots = slots;
            this.masks = masks;
        }

        private static Shape of(long[] masks) {
            int[] slots = new int[masks.length];
            int count = 0;
            for (int slot = 0; slot < masks.length; slot++) {
                if (masks[slot] != 0) {
                    slots[count++] = slot;
                }
            }
            int[] used = Arrays.copyOf(slots, count);
            return new Shape(used, Arrays.stream(used).mapToLong(slot -> masks[slot]).toArray());
        }

        int size() {
            return slots.length;
        }

        int slot(int index) {
            return slots[index];
        }

        int indexOf(int slot) {
            return Arrays.binarySearch(slots, slot);
        }

        long maskOf(int slot) {
            int index = indexOf(slot);
            return index < 0 ? 0 : masks[index];
        }

        boolean covers(Shape other) {
            for (int i = 0; i < other.slots.length; i++) {
                if ((other.masks[i] & ~maskOf(other.slots[i])) != 0) {
                    return false;
                }
            }
            return true;
        }

        /** The bits of a packet's key that this shape looks at. */
        MaskedKey mask(long[] key) {
            long[] masked = new long[slots.length];
            for (int i = 0; i < slots.length; i++) {
                masked[i] = key[slots[i]] & masks[i];
            }
            return new MaskedKey(masked);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Shape && Arrays.equals(slots, ((Shape) other).slots)
                    && Arrays.equals(masks, ((Shape) other).masks);
        }

        @Override
        public int hashCode() {
            return 31 * Arrays.hashCode(slots) + Arrays.hashCode(masks);
        }

        @Override
        public String toString() {
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < slots.length; i++) {
                text.append(i == 0 ? "" : ",").append(slots[i]).append('/').append(Long.toHexString(masks[i]));
            }
            return text.toString();
        }
    }

    /** Masked words of a packet's key, as a key of a hash table. */
    static final class MaskedKey {
        private final long[] words;
        private final int hash;

        MaskedKey(long[] words) {
            this.words = words;
            this.hash = hash(words);
        }

        private static int hash(long[] words) {
            long hash = 0;
            for (long word : words) {
                hash = (hash ^ word) * 0x9e3779b97f4a7c15L;
                hash ^= hash >>> 29;
            }
            return Long.hashCode(hash);
        }

        long word(int index) {
            return words[index];
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof MaskedKey && Arrays.equals(words, ((MaskedKey) other).words);
        }

        @Override
        public int hashCode() {
            return hash;
        }

        @Override
        public String toString() {
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < words.length; i++) {
                text.append(i == 0 ? "" : ",").append(Long.toHexString(words[i]));
            }
            return text.toString();
        }
    }
}
