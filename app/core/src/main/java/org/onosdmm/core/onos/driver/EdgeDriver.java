/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.onos.driver;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Maps;
import org.onlab.util.ItemNotFoundException;
import org.onosproject.net.behaviour.MplsQuery;
import org.onosproject.net.behaviour.VlanQuery;
import org.onosproject.net.driver.Behaviour;
import org.onosproject.net.driver.DefaultDriver;
import org.onosproject.net.driver.DefaultDriverProvider;
import org.onosproject.net.driver.DefaultDriverProviderService;
import org.onosproject.net.driver.Driver;
import org.onosproject.net.driver.DriverAdminService;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.Set;

/**
 * Offers the driver {@value #NAME}: ONOS's {@value #ORIGINAL} without what makes ONOS keep VLANs and labels of each
 * port. ONOS gives it to each Open vSwitch from version 3 on, for which it has none, and to those that the network
 * configuration says.
 *
 * <p>It stays when the app goes, until ONOS is restarted: what ONOS still has to tell a switch in the words of this
 * driver it could not say without, and would close the channel to the switch instead. The driver is made of ONOS's
 * classes alone, so nothing of the app stays with it.
 */
@Component(immediate = true)
public class EdgeDriver {

    static final String NAME = "dmm-ovs";
    static final String ORIGINAL = "ovs";

    /** As ONOS has them, patterns of what a switch says of itself. ONOS's own driver is for version 2. */
    private static final String MANUFACTURER = "Nicira, Inc\\.";
    private static final String HARDWARE = "Open vSwitch";
    private static final String VERSIONS = "([3-9]|[1-9]\\d+)\\..*";

    private static final Set<Class<? extends Behaviour>> LEFT_OUT = ImmutableSet.of(VlanQuery.class, MplsQuery.class);

    private final Logger log = LoggerFactory.getLogger(getClass());

    @Reference
    protected DriverAdminService drivers;

    /** Is there when ONOS's own drivers are registered. */
    @Reference
    protected DefaultDriverProviderService defaultDrivers;

    /** Starts. */
    @Activate
    public void activate() {
        try {
            DefaultDriverProvider provider = new DefaultDriverProvider();
            provider.addDriver(lean(drivers.getDriver(ORIGINAL)));
            drivers.registerProvider(provider);
        } catch (ItemNotFoundException e) {
            log.warn("ONOS has no driver {} here, so there is none {} either", ORIGINAL, NAME);
        }
    }

    private static Driver lean(Driver original) {
        Set<Class<? extends Behaviour>> kept = original.behaviours().stream()
                .filter(behaviour -> !LEFT_OUT.contains(behaviour)).collect(ImmutableSet.toImmutableSet());
        return new DefaultDriver(NAME, original.parents(), MANUFACTURER, HARDWARE, VERSIONS,
                Maps.asMap(kept, original::implementation), original.properties());
    }
}
