/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.engine;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.onlab.packet.IpAddress;
import org.onosdmm.core.emulation.Canonical;
import org.onosdmm.core.emulation.Emulation;
import org.onosdmm.core.emulation.Outside;
import org.onosdmm.core.emulation.Station;
import org.onosdmm.core.model.Domain;
import org.onosproject.net.DeviceId;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

/** Something is done and undone: the switches hold again what they held, to the last bit. */
class RevertTest {
    private static final IpAddress CONF = Outside.address(20);
    private static final int MEETING = 3478;

    private Emulation net;
    private Station node;
    private String before;

    @BeforeEach
    void attach() {
        net = Emulation.campus();
        node = net.station("mn", 1, "10.1.0.10");
        node.say(CONF, MEETING, MEETING, "hello");
        net.run(50);
        before = net.wires().live().hash();
    }

    private void isDone() {
        net.run(100);
        assertNotEquals(before, net.wires().live().hash(), "something was done");
        net.assertExact();
    }

    private void isUndone() {
        net.settle();
        assertEquals(before, net.wires().live().hash());
        net.assertExact();
    }

    @Test
    void aNodeComesAndIsReleased() {
        Station other = net.station("other", 3, "10.3.0.30");
        other.say(CONF, MEETING, MEETING, "hello");
        isDone();
        net.mobility().remove(other.id());
        isUndone();
    }

    @Test
    void aNodeComesMovesTalksAndIsReleased() {
        Station other = net.station("other", 3, "10.3.0.30");
        other.say(node.address(), 1, 2, "hello");
        node.say(other.address(), 2, 1, "hello");
        net.run(50);
        other.at(net.topology().access(4)).announce();
        isDone();
        net.settle();
        net.mobility().remove(other.id());
        isUndone();
    }

    @Test
    void aFlowBeginsAndEnds() {
        node.say(CONF, MEETING + 1, MEETING + 1, "another");
        isDone();
        for (int second = 0; second < 400; second += 20) {
            node.say(CONF, MEETING, MEETING, "the first one lives");
            net.age(20);
        }
        isUndone();
    }

    @Test
    void aConfigurationIsPutInForceAndTakenBack() {
        Domain first = net.domain();
        Domain other = Domain.of(first.gatewayMac(), first.anchors().values().asList().subList(0, 3), first.policy(),
                first.timers());
        net.configure(other);
        isDone();
        net.configure(first);
        isUndone();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 4})
    void anEdgeLosesItsPowerAndItsRulesAndReturns(int edge) {
        net.setPower(net.topology().edge(edge), false);
        isDone();
        net.setPower(net.topology().edge(edge), true);
        net.settle();
        net.run(net.domain().timers().leaseLinger());
        isUndone();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void aCoreSwitchLosesItsPowerAndReturns(int core) {
        DeviceId device = net.topology().cores().get(core);
        net.setPower(device, false);
        isDone();
        net.setPower(device, true);
        isUndone();
    }

    @Test
    void aLinkIsCutAndMended() {
        net.setLink(net.topology().fabric(1, 1), false);
        isDone();
        net.setLink(net.topology().fabric(1, 1), true);
        isUndone();
    }

    @Test
    void aControllerStartsAgainFromWhatIsStored() {
        net.restart();
        isUndone();
        net.wires().live().rules().forEach(net.wires().live()::remove);
        isNotThere();
        net.restart();
        isUndone();
    }

    private void isNotThere() {
        assertEquals(0, net.wires().live().rules().size());
    }

    /** Locators and priorities are fresh after each move; otherwise the rules are the same. */
    @Test
    void aNodeGoesAndReturns() {
        String canonical = Canonical.of(net);
        node.at(net.topology().access(2)).announce();
        isDone();
        net.settle();
        assertNotEquals(canonical, Canonical.of(net));
        node.at(net.topology().access(1)).announce();
        net.settle();
        node.say(CONF, MEETING, MEETING, "hello again");
        net.age(150);
        assertEquals(canonical, Canonical.of(net));
        net.assertExact();
    }
}
