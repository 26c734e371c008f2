/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.dataplane;

import org.onosproject.net.ConnectPoint;
import org.onosproject.net.PortNumber;
import org.onosproject.net.flow.TrafficTreatment;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;

/** Follows one packet, and all copies of it, from port to port through the network. */
final class Forwarder {
    /** A packet that has passed more switches than this is going round. */
    static final int MOST_HOPS = 256;
    /** Copies that multiply beyond this are a broadcast storm. */
    static final int MOST_COPIES = 4096;

    private final Trace trace;
    private final Queue<Arrival> arrivals = new ArrayDeque<>();

    private Forwarder(Trace trace) {
        this.trace = trace;
    }

    /** A frame comes in by a port. */
    static Trace receive(SwitchPort port, Frame frame) {
        Forwarder forwarder = new Forwarder(new Trace(port.location(), frame));
        forwarder.arrivals.add(new Arrival(port, frame, null));
        forwarder.followAll();
        return forwarder.trace;
    }

    /** The controller sends a frame out (OpenFlow 1.3.5 section A.3.7). */
    static Trace packetOut(OpenFlowSwitch device, TrafficTreatment treatment, Frame frame, PortNumber inPort) {
        ConnectPoint in = new ConnectPoint(device.id(), inPort);
        Forwarder forwarder = new Forwarder(new Trace(in, frame));
        Hop hop = new Hop(null, in, frame);
        forwarder.trace.hop(hop);
        new ActionRunner(device, forwarder.trace, hop, frame).run(treatment.allInstructions(), null);
        hop.outputs().forEach(output -> forwarder.send(device, output, hop));
        forwarder.followAll();
        return forwarder.trace;
    }

    private void followAll() {
        while (!arrivals.isEmpty()) {
            follow(arrivals.remove());
        }
    }

    private void follow(Arrival arrival) {
        SwitchPort port = arrival.port;
        OpenFlowSwitch device = port.owner();
        if (!port.isLive()) {
            drop(port.location(), device.isUp() ? Drop.Reason.PORT_DOWN : Drop.Reason.DEVICE_DOWN, arrival);
            return;
        }
        port.received().count(arrival.frame.length());
        Hop hop = new Hop(arrival.previous, port.location(), arrival.frame);
        trace.hop(hop);
        if (hop.depth() > MOST_HOPS || trace.hops().size() > MOST_COPIES || hop.repeats()) {
            trace.loop(hop);
            if (trace.hops().size() > MOST_COPIES) {
                arrivals.clear();
            }
            return;
        }
        new Pipeline(device, trace, hop, arrival.frame).run();
        hop.outputs().forEach(output -> send(device, output, hop));
    }

    private void drop(ConnectPoint at, Drop.Reason reason, Arrival arrival) {
        trace.drop(new Drop(at, reason, "on arrival", arrival.frame, arrival.previous));
    }

    private void send(OpenFlowSwitch device, Hop.Output output, Hop hop) {
        SwitchPort port = device.port(output.port());
        if (port == null || !port.isLive()) {
            Drop.Reason reason = port == null ? Drop.Reason.NO_SUCH_PORT : Drop.Reason.PORT_DOWN;
            ConnectPoint at = new ConnectPoint(device.id(), output.port());
            trace.drop(new Drop(at, reason, "on output", output.frame(), hop));
            return;
        }
        port.sent().count(output.frame().length());
        if (port.peer() != null) {
            arrivals.add(new Arrival(port.peer(), output.frame(), hop));
        } else {
            deliver(port, output.frame(), hop);
        }
    }

    private void deliver(SwitchPort port, Frame frame, Hop hop) {
        List<TestHost> receivers = new ArrayList<>(1);
        for (TestHost host : port.hosts()) {
            if (host.offer(frame)) {
                receivers.add(host);
            }
        }
        trace.delivery(new Delivery(port.location(), frame, receivers, hop));
    }

    /** A frame about to come in by a port. */
    private static final class Arrival {
        private final SwitchPort port;
        private final Frame frame;
        private final Hop previous;

        Arrival(SwitchPort port, Frame frame, Hop previous) {
            this.port = port;
            this.frame = frame;
            this.previous = previous;
        }
    }
}
