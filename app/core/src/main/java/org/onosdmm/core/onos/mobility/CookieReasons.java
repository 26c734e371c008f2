/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.onos.mobility;

import com.google.common.collect.ImmutableMap;
import org.onosdmm.core.compile.Punt;
import org.onosdmm.core.engine.FabricEngine;
import org.onosdmm.core.model.RuleSet;
import org.onosdmm.core.onos.rules.SwitchRules;
import org.onosproject.net.DeviceId;
import org.onosproject.net.flow.FlowRule;
import org.onosproject.net.packet.InboundPacket;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Knows the reason by the cookie: ONOS uses a rule's flow id as its cookie, and a switch says with each packet which
 * rule has sent it (OpenFlow 1.3.5, section 7.4.1).
 */
@Component(immediate = true, service = PuntReasons.class)
public class CookieReasons implements PuntReasons {

    @Reference
    protected Engines engines;

    @Reference
    protected SwitchRules rules;

    private final Map<DeviceId, ImmutableMap<Long, Punt>> reasons = new ConcurrentHashMap<>();
    private final AtomicInteger generation = new AtomicInteger();

    @Override
    public Punt of(InboundPacket packet) {
        int present = engines.fabric().generation();
        if (generation.getAndSet(present) != present) {
            reasons.clear();
        }
        DeviceId device = packet.receivedFrom().deviceId();
        return packet.cookie().map(cookie -> reasons.computeIfAbsent(device, this::byCookie).get(cookie))
                .orElse(Punt.UNKNOWN_PLACE);
    }

    private ImmutableMap<Long, Punt> byCookie(DeviceId device) {
        FabricEngine fabric = engines.fabric();
        RuleSet punting = fabric.desired(device).where(key -> Punt.of(key).isPresent());
        ImmutableMap.Builder<Long, Punt> byCookie = ImmutableMap.builder();
        punting.rules().forEach((key, treatment) -> {
            FlowRule rule = rules.asFlowRules(RuleSet.of(ImmutableMap.of(key, treatment))).get(0);
            byCookie.put(rule.id().value(), Punt.of(key).get());
        });
        return byCookie.build();
    }
}
