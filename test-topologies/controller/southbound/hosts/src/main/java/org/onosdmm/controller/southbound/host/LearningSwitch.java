/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.controller.southbound.host;

import org.onosproject.net.ConnectPoint;
import org.onosproject.net.config.ConfigFactory;
import org.onosproject.net.config.NetworkConfigRegistry;
import org.onosproject.net.config.basics.HostLearningConfig;
import org.onosproject.net.config.basics.SubjectFactories;

/** The part of the network configuration that switches learning off at a port: {@code hostLearning} below its name. */
final class LearningSwitch {

    private final NetworkConfigRegistry configuration;
    private final ConfigFactory<ConnectPoint, HostLearningConfig> factory = new ConfigFactory<>(
            SubjectFactories.CONNECT_POINT_SUBJECT_FACTORY, HostLearningConfig.class, "hostLearning") {
        @Override
        public HostLearningConfig createConfig() {
            return new HostLearningConfig();
        }
    };

    LearningSwitch(NetworkConfigRegistry configuration) {
        this.configuration = configuration;
    }

    void start() {
        configuration.registerConfigFactory(factory);
    }

    void stop() {
        configuration.unregisterConfigFactory(factory);
    }

    /** True if hosts at this port are none of our business. */
    boolean isOff(ConnectPoint port) {
        HostLearningConfig config = configuration.getConfig(port, HostLearningConfig.class);
        return config != null && !config.hostLearningEnabled();
    }
}
