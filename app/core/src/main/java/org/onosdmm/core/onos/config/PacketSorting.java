/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.onos.config;

import com.google.common.collect.ImmutableList;
import org.onosdmm.api.Finding;
import org.onosdmm.core.model.Anchor;
import org.onosdmm.core.model.Domain;
import org.onosproject.net.DeviceId;
import org.onosproject.net.config.Config;
import org.onosproject.net.config.NetworkConfigService;

/**
 * Whether hosts can end the control channels of edges. ONOS's OpenFlow controller (2.5 to 2.7) sorts packets into
 * queues unless a switch is configured to have no classifiers, and leaves the channel of a switch whose packet its
 * parser rejects meanwhile.
 */
final class PacketSorting {

    private static final String SUBJECTS = "devices";
    private static final String KEY = "classifiers";

    private final NetworkConfigService configs;

    PacketSorting(NetworkConfigService configs) {
        this.configs = configs;
    }

    /** A finding for each edge of which packets are sorted; none where no such controller runs. */
    ImmutableList<Finding> findings(Domain domain) {
        Class<? extends Config> type = configs.getConfigClass(SUBJECTS, KEY);
        return type == null ? ImmutableList.of() : domain.anchors().values().stream()
                .filter(anchor -> !isConfigured(anchor.device(), type)).map(PacketSorting::finding)
                .collect(ImmutableList.toImmutableList());
    }

    /** The controller itself configures classifiers for link probes, where there is nothing when a switch connects. */
    @SuppressWarnings({"unchecked", "rawtypes"}) // the class is the OpenFlow controller's, known by its key alone
    private boolean isConfigured(DeviceId device, Class<? extends Config> type) {
        Config<?> config = configs.getConfig(device, (Class) type);
        return config != null && config.node().size() == 0;
    }

    private static Finding finding(Anchor anchor) {
        return Finding.warning(anchor.id().toString(), "a packet that ONOS cannot parse ends the control channel of "
                + anchor.device() + ": put \"classifiers\": [] into the network configuration, at devices/"
                + anchor.device());
    }
}
