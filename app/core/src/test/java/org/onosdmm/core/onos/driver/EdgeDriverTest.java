/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.onos.driver;

import org.junit.jupiter.api.Test;
import org.onlab.packet.MplsLabel;
import org.onlab.packet.VlanId;
import org.onlab.util.ItemNotFoundException;
import org.onosproject.net.DeviceId;
import org.onosproject.net.PortNumber;
import org.onosproject.net.behaviour.ExtensionTreatmentResolver;
import org.onosproject.net.behaviour.MplsQuery;
import org.onosproject.net.behaviour.VlanQuery;
import org.onosproject.net.driver.AbstractHandlerBehaviour;
import org.onosproject.net.driver.DefaultDriver;
import org.onosproject.net.driver.DefaultDriverData;
import org.onosproject.net.driver.DefaultDriverHandler;
import org.onosproject.net.driver.DefaultDriverProvider;
import org.onosproject.net.driver.Driver;
import org.onosproject.net.driver.DriverAdminServiceAdapter;
import org.onosproject.net.driver.DriverHandler;
import org.onosproject.net.driver.DriverProvider;
import org.onosproject.net.flow.instructions.ExtensionTreatment;
import org.onosproject.net.flow.instructions.ExtensionTreatmentType;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The driver that the app offers, beside drivers as ONOS has them. */
class EdgeDriverTest {

    private static final Driver COMMON = new DefaultDriver("default", List.of(), "", "", "", Map.of(),
            Map.of("supportPacketRequest", "true"));
    private static final Driver OVS = new DefaultDriver("ovs", List.of(COMMON), "Nicira, Inc\\.", "Open vSwitch",
            "2\\..*", Map.of(VlanQuery.class, Everything.class, MplsQuery.class, Everything.class,
                    ExtensionTreatmentResolver.class, Everything.class), Map.of("own", "one"));

    /** Offers all that there is. */
    public static final class Everything extends AbstractHandlerBehaviour
            implements VlanQuery, MplsQuery, ExtensionTreatmentResolver {
        @Override
        public Set<VlanId> queryVlanIds(PortNumber port) {
            return Set.of(VlanId.vlanId((short) 1));
        }

        @Override
        public Set<MplsLabel> queryMplsLabels(PortNumber port) {
            return Set.of(MplsLabel.mplsLabel(16));
        }

        @Override
        public ExtensionTreatment getExtensionInstruction(ExtensionTreatmentType type) {
            throw new UnsupportedOperationException();
        }
    }

    /** Keeps drivers as ONOS does: what has the same name is merged. */
    private static final class Registry extends DriverAdminServiceAdapter {
        private final DefaultDriverProvider kept = new DefaultDriverProvider();

        Registry(Driver... drivers) {
            Stream.of(drivers).forEach(kept::addDriver);
        }

        @Override
        public void registerProvider(DriverProvider provider) {
            provider.getDrivers().forEach(kept::addDriver);
        }

        @Override
        public Set<Driver> getDrivers() {
            return kept.getDrivers();
        }

        @Override
        public Driver getDriver(String name) {
            return getDrivers().stream().filter(driver -> driver.name().equals(name)).findFirst()
                    .orElseThrow(() -> new ItemNotFoundException("Driver not found"));
        }
    }

    private static Registry start(Registry registry) {
        EdgeDriver component = new EdgeDriver();
        component.drivers = registry;
        component.activate();
        return registry;
    }

    private static boolean isFor(Driver driver, String version) {
        return "Nicira, Inc.".matches(driver.manufacturer()) && "Open vSwitch".matches(driver.hwVersion())
                && version.matches(driver.swVersion());
    }

    @Test
    void itDoesWhatOnosOwnDoes() {
        Driver ours = start(new Registry(COMMON, OVS)).getDriver("dmm-ovs");
        DriverHandler handler = new DefaultDriverHandler(new DefaultDriverData(ours, DeviceId.deviceId("of:1")));
        assertInstanceOf(Everything.class, handler.behaviour(ExtensionTreatmentResolver.class));
        assertEquals("true", ours.getProperty("supportPacketRequest"));
        assertEquals("one", ours.getProperty("own"));
    }

    @Test
    void butOffersNoVlansAndLabelsOfPorts() {
        Driver ours = start(new Registry(COMMON, OVS)).getDriver("dmm-ovs");
        assertFalse(ours.hasBehaviour(VlanQuery.class));
        assertFalse(ours.hasBehaviour(MplsQuery.class));
    }

    @Test
    void onosOwnStaysAsItIs() {
        assertEquals(OVS, start(new Registry(COMMON, OVS)).getDriver("ovs"));
        assertTrue(OVS.hasBehaviour(VlanQuery.class));
    }

    @Test
    void itIsForTheVersionsThatOnosHasNoneFor() {
        Driver ours = start(new Registry(COMMON, OVS)).getDriver("dmm-ovs");
        for (String version : List.of("3.0.0", "3.1.0", "4.0.1", "9.9", "10.2.0", "25.03.1")) {
            assertTrue(isFor(ours, version), version);
            assertFalse(isFor(OVS, version), version);
        }
        for (String version : List.of("2.5.0", "2.17.9", "1.11.0", "0.3.1")) {
            assertFalse(isFor(ours, version), version);
        }
    }

    @Test
    void anAppThatComesAgainFindsItsOwn() {
        Registry registry = start(start(new Registry(COMMON, OVS)));
        assertFalse(registry.getDriver("dmm-ovs").hasBehaviour(VlanQuery.class));
        assertTrue(registry.getDriver("dmm-ovs").hasBehaviour(ExtensionTreatmentResolver.class));
        assertEquals("true", registry.getDriver("dmm-ovs").getProperty("supportPacketRequest"));
        assertEquals(3, registry.getDrivers().size());
    }

    @Test
    void whereOnosHasNoneThereIsNone() {
        assertEquals(Set.of(COMMON), start(new Registry(COMMON)).getDrivers());
    }
}
