/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.model;

import com.google.auto.value.AutoValue;
import org.onlab.packet.IpAddress;

/**
 * IPv4 addresses from a first to a last one.
 */
@AutoValue
public abstract class AddressRange {

    private static final long UNSIGNED = 0xffff_ffffL;

    /** The first address. */
    public abstract IpAddress first();

    /** The last address. */
    public abstract IpAddress last();

    /** The range from a first to a last address; they are IPv4, and the last is not below the first. */
    public static AddressRange of(IpAddress first, IpAddress last) {
        return new AutoValue_AddressRange(first, last);
    }

    /** Number of addresses. */
    public long size() {
        return number(last()) - number(first()) + 1;
    }

    /** The address with this number, 0 to size - 1. */
    public IpAddress at(long number) {
        return IpAddress.valueOf((int) (number(first()) + number));
    }

    /** Whether the address is one of these. */
    public boolean contains(IpAddress address) {
        return address.isIp4() && number(address) >= number(first()) && number(address) <= number(last());
    }

    /** Whether the ranges have an address in common. */
    public boolean overlaps(AddressRange other) {
        return contains(other.first()) || other.contains(first());
    }

    private static long number(IpAddress address) {
        return address.getIp4Address().toInt() & UNSIGNED;
    }

    @Override
    public final String toString() {
        return first() + "-" + last();
    }
}
