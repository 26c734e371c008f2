/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.dataplane;

import org.onosproject.net.DeviceId;

import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;

/** What a test can make go wrong between controller and switches, and in the switches. */
public final class Faults {
    private final Object lock;
    private final Function<DeviceId, OpenFlowSwitch> devices;
    private volatile Predicate<FlowMod> rejected = mod -> false;

    /** Faults of these switches, which are changed under this lock only. */
    Faults(Object lock, Function<DeviceId, OpenFlowSwitch> devices) {
        this.lock = lock;
        this.devices = devices;
    }

    private void change(DeviceId device, Consumer<OpenFlowSwitch> change) {
        synchronized (lock) {
            change.accept(devices.apply(device));
        }
    }

    /** Cuts the control channel: flow-mods fail, packet-ins are lost, packets go on by the rules there are. */
    public void disconnect(DeviceId device) {
        change(device, it -> it.setConnected(false));
    }

    /** Restores the control channel. */
    public void reconnect(DeviceId device) {
        change(device, it -> it.setConnected(true));
    }

    /** Switches it off: its links are down, its tables and groups forgotten. */
    public void powerOff(DeviceId device) {
        change(device, it -> it.setUp(false));
    }

    /** Whether it is switched on. */
    public boolean hasPower(DeviceId device) {
        synchronized (lock) {
            return devices.apply(device).isUp();
        }
    }

    /** Switches it on again, with empty tables. */
    public void powerOn(DeviceId device) {
        change(device, it -> it.setUp(true));
    }

    /** Refuses every flow-mod that the predicate holds for; the last predicate counts. */
    public void rejectIf(Predicate<FlowMod> predicate) {
        rejected = predicate;
    }

    /** Refuses no flow-mod any more. */
    public void rejectNothing() {
        rejected = mod -> false;
    }

    boolean isRejected(FlowMod mod) {
        return rejected.test(mod);
    }

    /** From this many rules on the table is full. */
    public void limitTable(DeviceId device, int table, int rules) {
        change(device, it -> it.limit(table, rules));
    }

    /**
     * Flow-mods from now on are acknowledged and told of in statistics, but packets are forwarded as before: a barrier
     * reply is no proof that a rule is in force.
     */
    public void holdCommits(DeviceId device) {
        change(device, OpenFlowSwitch::hold);
    }

    /** What was held back comes into force. */
    public void releaseCommits(DeviceId device) {
        change(device, OpenFlowSwitch::release);
    }
}
