/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.cli.completer;

import com.google.common.collect.ImmutableList;
import org.apache.karaf.shell.support.completers.ArgumentCommandLine;
import org.junit.jupiter.api.Test;
import org.onlab.osgi.ServiceNotFoundException;
import org.onosdmm.api.OperationService;
import org.onosdmm.api.PolicyDocument;
import org.onosdmm.view.example.ExampleService;
import org.onosproject.cli.AbstractChoicesCompleter;
import org.onosproject.net.DefaultDevice;
import org.onosproject.net.Device;
import org.onosproject.net.DeviceId;
import org.onosproject.net.provider.ProviderId;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import static org.junit.jupiter.api.Assertions.assertEquals;

class CompletersTest {

    @Test
    void offersAllNames() {
        assertEquals(ImmutableList.of("edge1", "edge2"), offers(new AnchorCompleter(), ""));
        assertEquals(ImmutableList.of("00:00:00:00:01:01", "00:00:00:00:01:02"), offers(new NodeCompleter(), ""));
        assertEquals(ImmutableList.of("multimedia-conferencing", "oam", "standard", "telephony"),
                     offers(new ClassCompleter(), ""));
    }

    @Test
    void offersFlowsByTheirIds() {
        assertEquals(ImmutableList.of("udp,10.1.0.10,40000,203.0.113.10,16384",
                                      "udp,10.1.0.10,40002,203.0.113.20,3478"), offers(new FlowCompleter(), "ud"));
        assertEquals(ImmutableList.of("tcp,10.1.0.10,22,203.0.113.30,51000"), offers(new FlowCompleter(), "tcp,"));
    }

    @Test
    void offersSwitchesAndNodes() {
        SwitchOrNodeCompleter completer = new SwitchOrNodeCompleter();
        completer.devices = () -> ImmutableList.of(device("of:0000000000000011"), device("of:0000000000000001"));
        assertEquals(ImmutableList.of("00:00:00:00:01:01", "00:00:00:00:01:02", "of:0000000000000001",
                                      "of:0000000000000011"), offers(completer, ""));
        assertEquals(ImmutableList.of("00:00:00:00:01:02"), offers(completer, "00:00:00:00:01:02"));
    }

    private static Device device(String id) {
        return new DefaultDevice(ProviderId.NONE, DeviceId.deviceId(id), Device.Type.SWITCH, "", "", "", "", null);
    }

    @Test
    void offersWhatBeginsLikeThis() {
        assertEquals(ImmutableList.of("telephony"), offers(new ClassCompleter(), "te"));
        assertEquals(ImmutableList.of(), offers(new AnchorCompleter(), "core"));
    }

    @Test
    void offersTheVersionOfTheConfiguration() {
        PolicyVersionCompleter completer = new PolicyVersionCompleter();
        completer.operations = () -> (OperationService) Proxy.newProxyInstance(getClass().getClassLoader(),
                new Class<?>[] {OperationService.class}, (self, method, values) ->
                        Optional.of(PolicyDocument.of("3f6f0d2a9c1b4e57", "{}")));
        assertEquals(ImmutableList.of("3f6f0d2a9c1b4e57"), complete(completer, "3f"));
        assertEquals(ImmutableList.of(), complete(completer, "4"));
        completer.operations = () -> {
            throw new ServiceNotFoundException("none");
        };
        assertEquals(ImmutableList.of(), complete(completer, ""));
    }

    @Test
    void offersNothingWhileTheAppIsNotActive() {
        AnchorCompleter completer = new AnchorCompleter();
        completer.mobility = () -> {
            throw new ServiceNotFoundException("none");
        };
        assertEquals(ImmutableList.of(), complete(completer, ""));
    }

    private static List<String> offers(NamesCompleter completer, String typed) {
        completer.mobility = ExampleService::new;
        return complete(completer, typed);
    }

    private static List<String> complete(AbstractChoicesCompleter completer, String typed) {
        List<String> candidates = new ArrayList<>();
        completer.complete(null, new ArgumentCommandLine(typed, typed.length()), candidates);
        candidates.replaceAll(String::trim);
        return candidates;
    }
}
