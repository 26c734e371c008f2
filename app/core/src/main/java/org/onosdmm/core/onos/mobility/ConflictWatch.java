/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.onos.mobility;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import org.onosdmm.api.Finding;
import org.onosproject.app.ApplicationEvent;
import org.onosproject.app.ApplicationListener;
import org.onosproject.app.ApplicationService;
import org.onosproject.app.ApplicationState;
import org.onosproject.core.ApplicationId;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Warns of apps that write rules for the same packets. This app works beside them as far as it can, but neither
 * depends on them nor repairs what they do.
 */
@Component(immediate = true, service = Conflicts.class)
public class ConflictWatch implements Conflicts {

    private static final ImmutableMap<String, String> KNOWN = ImmutableMap.of(
            "org.onosproject.fwd", "installs a path of its own for every packet that reaches the controller",
            "org.onosproject.mobility", "deletes rules of every app that name the MAC address of a moved host",
            "org.onosproject.proxyarp", "answers ARP with the hosts' own MAC addresses",
            "org.onosproject.ifwd", "installs an intent for every pair of hosts that talk",
            "org.onosproject.segmentrouting", "programs the same tables");

    private final Logger log = LoggerFactory.getLogger(getClass());

    @Reference
    protected ApplicationService applicationService;

    private final ApplicationListener listener = this::heard;

    /** Starts. */
    @Activate
    public void activate() {
        applicationService.addListener(listener);
        findings().forEach(this::warn);
    }

    /** Stops. */
    @Deactivate
    public void deactivate() {
        applicationService.removeListener(listener);
    }

    @Override
    public ImmutableList<Finding> findings() {
        return KNOWN.keySet().stream().filter(this::isActive).sorted().map(ConflictWatch::finding)
                .collect(ImmutableList.toImmutableList());
    }

    private boolean isActive(String app) {
        ApplicationId id = applicationService.getId(app);
        return id != null && applicationService.getState(id) == ApplicationState.ACTIVE;
    }

    private void heard(ApplicationEvent event) {
        String app = event.subject().id().name();
        if (event.type() == ApplicationEvent.Type.APP_ACTIVATED && KNOWN.containsKey(app)) {
            warn(finding(app));
        }
    }

    private static Finding finding(String app) {
        return Finding.warning(app, "is active and " + KNOWN.get(app) + ": deactivate it");
    }

    private void warn(Finding finding) {
        log.warn("{} {}", finding.subject(), finding.message());
    }
}
