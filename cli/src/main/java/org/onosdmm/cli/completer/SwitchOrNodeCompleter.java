/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.cli.completer;

import com.google.common.collect.Streams;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.onosdmm.api.MobilityService;
import org.onosproject.cli.AbstractShellCommand;
import org.onosproject.net.Device;
import org.onosproject.net.device.DeviceService;

import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Ids of the switches, and MAC addresses of the mobile nodes.
 */
@Service
public class SwitchOrNodeCompleter extends NamesCompleter {

    // Where the switches are found; tests put their own in place.
    Supplier<Iterable<Device>> devices = () -> AbstractShellCommand.get(DeviceService.class).getDevices();

    @Override
    Stream<String> names(MobilityService service) {
        return Stream.concat(Streams.stream(devices.get()).map(device -> device.id().toString()).sorted(),
                             service.nodes().stream().map(info -> info.binding().node().toString()));
    }
}
