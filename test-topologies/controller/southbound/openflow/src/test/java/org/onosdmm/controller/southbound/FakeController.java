/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.controller.southbound;

import org.onosproject.openflow.controller.DefaultOpenFlowPacketContext;
import org.onosproject.openflow.controller.Dpid;
import org.onosproject.openflow.controller.OpenFlowClassifierListener;
import org.onosproject.openflow.controller.OpenFlowController;
import org.onosproject.openflow.controller.OpenFlowEventListener;
import org.onosproject.openflow.controller.OpenFlowMessageListener;
import org.onosproject.openflow.controller.OpenFlowSwitch;
import org.onosproject.openflow.controller.OpenFlowSwitchListener;
import org.onosproject.openflow.controller.PacketListener;
import org.onosproject.openflow.controller.RoleState;
import org.projectfloodlight.openflow.protocol.OFMessage;
import org.projectfloodlight.openflow.protocol.OFPacketIn;
import org.projectfloodlight.openflow.protocol.OFPortStatus;
import org.projectfloodlight.openflow.protocol.OFType;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** Connects fake switches, and hands their messages to the listeners as the real controller does, on one thread. */
public final class FakeController implements OpenFlowController {

    public final List<OpenFlowSwitchListener> switchListeners = new ArrayList<>();
    public final List<OpenFlowMessageListener> messageListeners = new ArrayList<>();
    public final List<OpenFlowEventListener> eventListeners = new ArrayList<>();
    public final List<PacketListener> packetListeners = new ArrayList<>();
    private final Map<Dpid, FakeSwitch> switches = new LinkedHashMap<>();

    /** A switch connects. */
    public FakeSwitch connect(FakeSwitch sw) {
        switches.put(sw.getDpid(), sw);
        List.copyOf(switchListeners).forEach(listener -> listener.switchAdded(sw.getDpid()));
        return sw;
    }

    /** A switch is lost. */
    public void lose(FakeSwitch sw) {
        sw.connected = false;
        switches.remove(sw.getDpid());
        List.copyOf(switchListeners).forEach(listener -> listener.switchRemoved(sw.getDpid()));
    }

    /** A message comes in from a switch, over the wire. */
    public void receive(FakeSwitch sw, OFMessage sent) {
        OFMessage message = FakeSwitch.overTheWire(sent);
        if (message.getType() == OFType.PORT_STATUS) {
            switchListeners.forEach(listener -> listener.portChanged(sw.getDpid(), (OFPortStatus) message));
        } else if (message.getType() == OFType.PACKET_IN) {
            packetListeners.forEach(listener -> listener.handlePacket(
                    DefaultOpenFlowPacketContext.packetContextFromPacketIn(sw, (OFPacketIn) message)));
        } else {
            eventListeners.forEach(listener -> listener.handleMessage(sw.getDpid(), message));
        }
        messageListeners.forEach(listener -> listener.handleIncomingMessage(sw.getDpid(), message));
    }

    @Override
    public Iterable<OpenFlowSwitch> getSwitches() {
        return List.copyOf(switches.values());
    }

    @Override
    public Iterable<OpenFlowSwitch> getMasterSwitches() {
        return getSwitches();
    }

    @Override
    public Iterable<OpenFlowSwitch> getEqualSwitches() {
        return List.of();
    }

    @Override
    public OpenFlowSwitch getSwitch(Dpid dpid) {
        return switches.get(dpid);
    }

    @Override
    public OpenFlowSwitch getMasterSwitch(Dpid dpid) {
        return switches.get(dpid);
    }

    @Override
    public OpenFlowSwitch getEqualSwitch(Dpid dpid) {
        return null;
    }

    @Override
    public void addListener(OpenFlowSwitchListener listener) {
        switchListeners.add(listener);
    }

    @Override
    public void removeListener(OpenFlowSwitchListener listener) {
        switchListeners.remove(listener);
    }

    @Override
    public void addMessageListener(OpenFlowMessageListener listener) {
        messageListeners.add(listener);
    }

    @Override
    public void removeMessageListener(OpenFlowMessageListener listener) {
        messageListeners.remove(listener);
    }

    @Override
    public void addPacketListener(int priority, PacketListener listener) {
        packetListeners.add(listener);
    }

    @Override
    public void removePacketListener(PacketListener listener) {
        packetListeners.remove(listener);
    }

    @Override
    public void addEventListener(OpenFlowEventListener listener) {
        eventListeners.add(listener);
    }

    @Override
    public void removeEventListener(OpenFlowEventListener listener) {
        eventListeners.remove(listener);
    }

    @Override
    public void write(Dpid dpid, OFMessage message) {
        getSwitch(dpid).sendMsg(message);
    }

    @Override
    public CompletableFuture<OFMessage> writeResponse(Dpid dpid, OFMessage message) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void processPacket(Dpid dpid, OFMessage message) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void setRole(Dpid dpid, RoleState role) {
        getSwitch(dpid).setRole(role);
    }

    @Override
    public void removeClassifierListener(OpenFlowClassifierListener listener) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void addClassifierListener(OpenFlowClassifierListener listener) {
        throw new UnsupportedOperationException();
    }
}
