/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.dataplane;

import org.onosproject.net.DeviceId;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Every flow-mod and group-mod that the switches were sent, in order, with what became of it. */
public final class ControlLog {
    private final List<Entry> entries = new ArrayList<>();
    private final List<Consumer<Entry>> listeners = new CopyOnWriteArrayList<>();

    ControlLog() {
    }

    void add(Entry entry) {
        synchronized (this) {
            entries.add(entry);
        }
        listeners.forEach(listener -> listener.accept(entry));
    }

    /** All messages. */
    public List<Entry> entries() {
        return since(0);
    }

    /** How many messages there have been: to ask later for those since. */
    public synchronized int mark() {
        return entries.size();
    }

    /** The messages since a mark. */
    public synchronized List<Entry> since(int mark) {
        return List.copyOf(entries.subList(mark, entries.size()));
    }

    /** The flow-mods since a mark that were carried out. */
    public List<FlowMod> flowModsSince(int mark) {
        return since(mark).stream().filter(entry -> !entry.error().isPresent()).map(Entry::flowMod)
                .filter(Optional::isPresent).map(Optional::get).collect(Collectors.toList());
    }

    /** The switches that were sent anything since a mark, taken or not. */
    public Set<DeviceId> devicesSince(int mark) {
        Set<DeviceId> devices = new TreeSet<>((a, b) -> a.toString().compareTo(b.toString()));
        since(mark).forEach(entry -> devices.add(entry.deviceId()));
        return devices;
    }

    /** Called with every message from now on, after it was carried out or refused. */
    public void onMessage(Consumer<Entry> action) {
        listeners.add(action);
    }

    /** One message. */
    public static final class Entry {
        private final DeviceId deviceId;
        private final FlowMod flowMod;
        private final Object text;
        private final FlowModException.Kind error;

        Entry(DeviceId deviceId, FlowMod flowMod, Object text, FlowModException.Kind error) {
            this.deviceId = deviceId;
            this.flowMod = flowMod;
            this.text = text;
            this.error = error;
        }

        /** To which switch. */
        public DeviceId deviceId() {
            return deviceId;
        }

        /** The flow-mod; nothing for a group-mod. */
        public Optional<FlowMod> flowMod() {
            return Optional.ofNullable(flowMod);
        }

        /** Why it was not carried out; nothing if it was. */
        public Optional<FlowModException.Kind> error() {
            return Optional.ofNullable(error);
        }

        @Override
        public String toString() {
            return text + (error == null ? "" : " REFUSED: " + error);
        }
    }
}
