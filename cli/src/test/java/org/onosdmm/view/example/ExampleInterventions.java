/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.view.example;

import org.onosdmm.api.AnchorId;
import org.onosdmm.api.DmmException;
import org.onosdmm.api.FlowKey;
import org.onosdmm.api.InterventionService;
import org.onosdmm.api.MobileNodeId;
import org.onosdmm.api.PinnedFlow;
import org.onosproject.net.DeviceId;

import java.util.ArrayList;
import java.util.List;

/**
 * Notes what it was asked for. The call stays at edge1.
 */
public final class ExampleInterventions implements InterventionService {

    /** What was done. */
    public final List<String> done = new ArrayList<>();

    @Override
    public PinnedFlow move(FlowKey flow, AnchorId anchor) {
        if (!flow.equals(Example.CALL.key())) {
            throw DmmException.notFound("flow", flow.id());
        }
        if (!anchor.equals(Example.EDGE1)) {
            throw new DmmException(DmmException.Kind.CONFLICT, "flow", "'" + flow.id() + "' is SESSION_LASTING");
        }
        done.add("move " + flow.id() + " to " + anchor);
        return Example.CALL;
    }

    @Override
    public int resync() {
        done.add("resync");
        return 100;
    }

    @Override
    public int resync(DeviceId device) {
        if (!device.equals(Example.SWITCH1)) {
            throw DmmException.notFound("device", device);
        }
        done.add("resync " + device);
        return 1;
    }

    @Override
    public int resync(MobileNodeId node) {
        done.add("resync " + node);
        return 12;
    }
}
