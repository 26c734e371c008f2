/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.api;

import com.google.auto.value.AutoValue;
import org.onosproject.net.DeviceId;

/**
 * A rule that the packets of a flow meet at a switch, in words.
 */
@AutoValue
public abstract class PathRule {

    /** The switch. */
    public abstract DeviceId device();

    /** The table, 0 to 3. */
    public abstract int table();

    /** The table's name: admit, steer, attach or transit. */
    public abstract String tableName();

    /** The priority. */
    public abstract int priority();

    /** The cookie on the switch. */
    public abstract long cookie();

    /** What the rule is for, and what it does. */
    public abstract String words();

    /** Whether the switch has confirmed it. */
    public abstract boolean confirmed();

    /** Starts a rule. */
    public static Builder builder() {
        return new AutoValue_PathRule.Builder();
    }

    /** Builder of rules. */
    @AutoValue.Builder
    public abstract static class Builder {

        /** Sets the switch. */
        public abstract Builder device(DeviceId device);

        /** Sets the table. */
        public abstract Builder table(int table);

        /** Sets the table's name. */
        public abstract Builder tableName(String name);

        /** Sets the priority. */
        public abstract Builder priority(int priority);

        /** Sets the cookie. */
        public abstract Builder cookie(long cookie);

        /** Sets what it is for, and what it does. */
        public abstract Builder words(String words);

        /** Sets whether the switch has confirmed it. */
        public abstract Builder confirmed(boolean confirmed);

        /** Builds the rule. */
        public abstract PathRule build();
    }
}
