/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.controller.southbound.group;

import org.onosproject.net.DeviceId;
import org.onosproject.net.group.GroupOperation;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Operations that were sent, by the number of the message, as long as an error may still come. */
final class PendingGroups {

    /** An operation and where it went. */
    static final class Sent {
        private final DeviceId device;
        private final GroupOperation operation;
        private final long nanos;

        private Sent(DeviceId device, GroupOperation operation, long nanos) {
            this.device = device;
            this.operation = operation;
            this.nanos = nanos;
        }

        DeviceId device() {
            return device;
        }

        GroupOperation operation() {
            return operation;
        }
    }

    private final Map<Long, Sent> byXid = new ConcurrentHashMap<>();

    void add(long xid, DeviceId device, GroupOperation operation, long nanos) {
        byXid.put(xid, new Sent(device, operation, nanos));
    }

    Optional<Sent> take(long xid) {
        return Optional.ofNullable(byXid.remove(xid));
    }

    void forgetBefore(long nanos) {
        byXid.values().removeIf(sent -> sent.nanos - nanos < 0);
    }

    void forget(DeviceId device) {
        byXid.values().removeIf(sent -> sent.device().equals(device));
    }
}
