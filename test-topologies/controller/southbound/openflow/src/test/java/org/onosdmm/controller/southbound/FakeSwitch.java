/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.controller.southbound;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import org.onosproject.net.Device;
import org.onosproject.openflow.controller.OpenFlowSwitch;
import org.onosproject.openflow.controller.RoleState;
import org.projectfloodlight.openflow.exceptions.OFParseError;
import org.projectfloodlight.openflow.protocol.OFFactories;
import org.projectfloodlight.openflow.protocol.OFFactory;
import org.projectfloodlight.openflow.protocol.OFMessage;
import org.projectfloodlight.openflow.protocol.OFMeterFeatures;
import org.projectfloodlight.openflow.protocol.OFPortDesc;
import org.projectfloodlight.openflow.protocol.OFVersion;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

/** An OpenFlow 1.3 switch that keeps what is sent to it, after a trip over the wire format. */
public final class FakeSwitch implements OpenFlowSwitch {

    public static final OFFactory FACTORY = OFFactories.getFactory(OFVersion.OF_13);

    public final List<List<OFMessage>> sent = new CopyOnWriteArrayList<>();
    public final List<OFPortDesc> ports = new ArrayList<>();
    public RoleState role = RoleState.MASTER;
    public boolean connected = true;
    public int disconnects;
    private final long id;

    public FakeSwitch(long id) {
        this.id = id;
    }

    /** All messages of a kind, in the order in which they were sent. */
    public <T extends OFMessage> List<T> sent(Class<T> kind) {
        return sent.stream().flatMap(List::stream).filter(kind::isInstance).map(kind::cast)
                .collect(Collectors.toList());
    }

    /** The message as the other side reads it. */
    public static OFMessage overTheWire(OFMessage message) {
        ByteBuf buffer = Unpooled.buffer();
        message.writeTo(buffer);
        try {
            return OFFactories.getGenericReader().readFrom(buffer);
        } catch (OFParseError e) {
            throw new AssertionError("cannot be read: " + message, e);
        }
    }

    @Override
    public void sendMsg(OFMessage message) {
        sendMsg(List.of(message));
    }

    @Override
    public void sendMsg(List<OFMessage> messages) {
        sent.add(messages.stream().map(FakeSwitch::overTheWire).collect(Collectors.toList()));
    }

    @Override
    public void handleMessage(OFMessage message) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void setRole(RoleState newRole) {
        role = newRole;
    }

    @Override
    public RoleState getRole() {
        return role;
    }

    @Override
    public List<OFPortDesc> getPorts() {
        return ports;
    }

    @Override
    public OFMeterFeatures getMeterFeatures() {
        return null;
    }

    @Override
    public OFFactory factory() {
        return FACTORY;
    }

    @Override
    public String getStringId() {
        return Long.toHexString(id);
    }

    @Override
    public long getId() {
        return id;
    }

    @Override
    public String manufacturerDescription() {
        return "maker";
    }

    @Override
    public String datapathDescription() {
        return "edge one";
    }

    @Override
    public String hardwareDescription() {
        return "hardware";
    }

    @Override
    public String softwareDescription() {
        return "software";
    }

    @Override
    public String serialNumber() {
        return "serial";
    }

    @Override
    public boolean isConnected() {
        return connected;
    }

    @Override
    public void disconnectSwitch() {
        connected = false;
        disconnects++;
    }

    @Override
    public void returnRoleReply(RoleState requested, RoleState response) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Device.Type deviceType() {
        return Device.Type.SWITCH;
    }

    @Override
    public String channelId() {
        return "127.0.0.1:4711";
    }
}
