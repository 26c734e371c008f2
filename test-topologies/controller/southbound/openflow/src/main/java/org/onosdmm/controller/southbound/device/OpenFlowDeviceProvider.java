/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.controller.southbound.device;

import org.onosdmm.controller.southbound.StatsPoller;
import org.onosdmm.controller.southbound.SwitchIds;
import org.onosproject.net.DeviceId;
import org.onosproject.net.MastershipRole;
import org.onosproject.net.PortNumber;
import org.onosproject.net.device.DeviceProvider;
import org.onosproject.net.device.DeviceProviderRegistry;
import org.onosproject.net.device.DeviceProviderService;
import org.onosproject.net.provider.AbstractProvider;
import org.onosproject.openflow.controller.Dpid;
import org.onosproject.openflow.controller.OpenFlowController;
import org.onosproject.openflow.controller.OpenFlowEventListener;
import org.onosproject.openflow.controller.OpenFlowSwitch;
import org.onosproject.openflow.controller.OpenFlowSwitchListener;
import org.onosproject.openflow.controller.RoleState;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.projectfloodlight.openflow.protocol.OFMessage;
import org.projectfloodlight.openflow.protocol.OFPortConfig;
import org.projectfloodlight.openflow.protocol.OFPortDesc;
import org.projectfloodlight.openflow.protocol.OFPortMod;
import org.projectfloodlight.openflow.protocol.OFPortReason;
import org.projectfloodlight.openflow.protocol.OFPortStatsReply;
import org.projectfloodlight.openflow.protocol.OFPortStatus;
import org.projectfloodlight.openflow.types.OFPort;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.EnumSet;
import java.util.Set;

/** Tells ONOS about switches, their ports and port counters, and carries roles and port states to them. */
@Component(immediate = true)
public class OpenFlowDeviceProvider extends AbstractProvider implements DeviceProvider {

    private static final Logger LOG = LoggerFactory.getLogger(OpenFlowDeviceProvider.class);

    @Reference
    protected DeviceProviderRegistry registry;

    @Reference
    protected OpenFlowController controller;

    private final SwitchEvents switchEvents = new SwitchEvents();
    private final OpenFlowEventListener statistics = this::onMessage;
    private StatsPoller poller;
    private volatile DeviceProviderService service;

    /** Created by the component runtime. */
    public OpenFlowDeviceProvider() {
        super(SwitchIds.PROVIDER);
    }

    @Activate
    protected void activate() {
        poller = new StatsPoller("port-stats",
                sw -> sw.factory().buildPortStatsRequest().setPortNo(OFPort.ANY).build());
        service = registry.register(this);
        controller.addListener(switchEvents);
        controller.addEventListener(statistics);
        controller.getSwitches().forEach(sw -> switchEvents.switchAdded(sw.getDpid()));
        LOG.info("Started");
    }

    @Deactivate
    protected void deactivate() {
        controller.removeListener(switchEvents);
        controller.removeEventListener(statistics);
        poller.shutdown();
        registry.unregister(this);
        service = null;
        LOG.info("Stopped");
    }

    @Override
    public boolean isReachable(DeviceId device) {
        OpenFlowSwitch sw = controller.getSwitch(SwitchIds.dpid(device));
        return sw != null && sw.isConnected();
    }

    @Override
    public void triggerProbe(DeviceId device) {
        OpenFlowSwitch sw = controller.getSwitch(SwitchIds.dpid(device));
        if (sw == null || !sw.isConnected()) {
            service.deviceDisconnected(device);
        } else {
            requestPorts(sw);
        }
    }

    @Override
    public void triggerDisconnect(DeviceId device) {
        OpenFlowSwitch sw = controller.getSwitch(SwitchIds.dpid(device));
        if (sw != null) {
            switchEvents.switchRemoved(sw.getDpid());
            sw.disconnectSwitch();
        }
    }

    @Override
    public void roleChanged(DeviceId device, MastershipRole role) {
        LOG.debug("Role of {} becomes {}", device, role);
        controller.setRole(SwitchIds.dpid(device), Roles.toOpenFlow(role));
    }

    @Override
    public void changePortState(DeviceId device, PortNumber port, boolean enable) {
        OpenFlowSwitch sw = controller.getSwitch(SwitchIds.dpid(device));
        if (sw == null || !sw.isConnected()) {
            LOG.warn("Port {}/{} cannot be changed: the switch is not connected", device, port);
            return;
        }
        OFPort number = SwitchIds.port(port);
        Set<OFPortConfig> down = EnumSet.of(OFPortConfig.PORT_DOWN);
        OFPortMod.Builder change = sw.factory().buildPortMod()
                .setPortNo(number)
                .setConfig(enable ? EnumSet.noneOf(OFPortConfig.class) : down)
                .setMask(down)
                .setAdvertise(0);
        sw.getPorts().stream()
                .filter(known -> known.getPortNo().equals(number))
                .map(OFPortDesc::getHwAddr)
                .findFirst()
                .ifPresent(change::setHwAddr);
        sw.sendMsg(change.build());
    }

    private static void requestPorts(OpenFlowSwitch sw) {
        sw.sendMsg(sw.factory().buildPortDescStatsRequest().build());
    }

    private void onMessage(Dpid dpid, OFMessage message) {
        DeviceProviderService current = service;
        if (current != null && message instanceof OFPortStatsReply) {
            DeviceId device = SwitchIds.device(dpid);
            current.updatePortStatistics(device,
                    Descriptions.statistics(device, ((OFPortStatsReply) message).getEntries()));
        }
    }

    /** What the OpenFlow controller tells about switches. */
    private final class SwitchEvents implements OpenFlowSwitchListener {

        @Override
        public void switchAdded(Dpid dpid) {
            DeviceProviderService current = service;
            OpenFlowSwitch sw = controller.getSwitch(dpid);
            if (current == null || sw == null) {
                return;
            }
            DeviceId device = SwitchIds.device(dpid);
            current.deviceConnected(device, Descriptions.device(sw));
            current.updatePorts(device, Descriptions.ports(sw));
            requestPorts(sw); // a port may have changed while the handshake was going on
            poller.start(dpid, sw);
            if (controller.getSwitch(dpid) == null) { // gone in the meantime, its removal came too early for us
                switchRemoved(dpid);
            }
        }

        @Override
        public void switchRemoved(Dpid dpid) {
            poller.stop(dpid, controller::getSwitch);
            DeviceProviderService current = service;
            if (current != null) {
                current.deviceDisconnected(SwitchIds.device(dpid));
            }
        }

        @Override
        public void switchChanged(Dpid dpid) {
            DeviceProviderService current = service;
            OpenFlowSwitch sw = controller.getSwitch(dpid);
            if (current != null && sw != null) {
                current.updatePorts(SwitchIds.device(dpid), Descriptions.ports(sw));
            }
        }

        @Override
        public void portChanged(Dpid dpid, OFPortStatus status) {
            DeviceProviderService current = service;
            if (current == null) {
                return;
            }
            DeviceId device = SwitchIds.device(dpid);
            if (status.getReason() == OFPortReason.DELETE) {
                current.deletePort(device, Descriptions.port(status));
            } else {
                current.portStatusChanged(device, Descriptions.port(status));
            }
        }

        @Override
        public void receivedRoleReply(Dpid dpid, RoleState requested, RoleState response) {
            DeviceProviderService current = service;
            if (current != null) {
                current.receivedRoleReply(SwitchIds.device(dpid), Roles.toOnos(requested), Roles.toOnos(response));
            }
        }
    }
}
