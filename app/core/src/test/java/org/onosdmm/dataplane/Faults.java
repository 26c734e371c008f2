/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.dataplane;

import org.onosproject.net.DeviceId;

import java.util.function.Function;
import java.util.function.Predicate;

/** What a test can make go wrong between controller and switches, and in the switches. */
public final class Faults {
    private final Function<DeviceId, OpenFlowSwitch> devices;
    private Predicate<FlowMod> rejected = mod -> false;

    Faults(Function<DeviceId, OpenFlowSwitch> devices) {
        this.devices = devices;
    }

    /** Cuts the control channel: flow-mods fail, packet-ins are lost, packets go on by the rules there are. */
    public void disconnect(DeviceId device) {
        devices.apply(device).setConnected(false);
    }

    /** Restores the control channel. */
    public void reconnect(DeviceId device) {
        devices.apply(device).setConnected(true);
    }

    /** Switches it off: its links are down, its tables and groups forgotten. */
    public void powerOff(DeviceId device) {
        devices.apply(device).setUp(false);
    }

    /** Switches it on again, with empty tables. */
    public void powerOn(DeviceId device) {
        devices.apply(device).setUp(true);
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
        devices.apply(device).limit(table, rules);
    }

    /**
     * Flow-mods from now on are acknowledged and told of in statistics, but packets are forwarded as before: a barrier
     * reply is no proof that a rule is in force.
     */
    public void holdCommits(DeviceId device) {
        devices.apply(device).hold();
    }

    /** What was held back comes into force. */
    public void releaseCommits(DeviceId device) {
        devices.apply(device).release();
    }
}
