/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.path;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.onosproject.net.ConnectPoint;
import org.onosproject.net.DeviceId;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Which links are believed in. */
class LinkMemoryTest {
    private static final long NOW = 1_000_000;
    private static final DeviceId ONE = DeviceId.deviceId("of:0000000000000001");
    private static final DeviceId TWO = DeviceId.deviceId("of:0000000000000002");
    private static final ConnectPoint END = ConnectPoint.deviceConnectPoint("of:0000000000000001/1");
    private static final ConnectPoint OTHER = ConnectPoint.deviceConnectPoint("of:0000000000000002/1");
    private static final Connection LINK = Connection.of(END, OTHER);

    private final Map<DeviceId, Boolean> switches = new HashMap<>(Map.of(ONE, true, TWO, true));
    private final Set<Connection> active = new HashSet<>(Set.of(LINK));
    private final Set<ConnectPoint> down = new HashSet<>();
    private LinkMemory memory = new LinkMemory(Set.of(), NOW);

    @BeforeEach
    void bothAreConnected() {
        observe(NOW);
        observe(NOW + 60_000);
        assertEquals(Set.of(LINK), memory.believed());
    }

    private void observe(long now) {
        memory.observe(switches, active, down::contains, now);
    }

    @Test
    void aLinkThatOnosLosesWhileBothEndsAreConnectedIsGone() {
        active.clear();
        observe(NOW + 61_000);
        assertEquals(Set.of(), memory.believed());
    }

    @Test
    void aLinkToASwitchThatIsNotConnectedStays() {
        active.clear();
        switches.put(TWO, false);
        observe(NOW + 61_000);
        observe(NOW + 10_000_000);
        assertEquals(Set.of(LINK), memory.believed());
    }

    @Test
    void unlessTheOtherSwitchSaysThatItsPortIsDown() {
        active.clear();
        switches.put(TWO, false);
        down.add(END);
        observe(NOW + 61_000);
        assertEquals(Set.of(), memory.believed());
    }

    @Test
    void whatASwitchSaidBeforeItLeftDoesNotCount() {
        active.clear();
        switches.put(TWO, false);
        down.add(OTHER);
        observe(NOW + 61_000);
        assertEquals(Set.of(LINK), memory.believed());
    }

    @Test
    void aLinkIsFoundAgainInTimeOrGone() {
        active.clear();
        switches.put(TWO, false);
        observe(NOW + 61_000);
        switches.put(TWO, true);
        observe(NOW + 62_000);
        observe(NOW + 71_000);
        assertEquals(Set.of(LINK), memory.believed());
        assertFalse(memory.isSettled(NOW + 71_000), "time alone will tell");
        observe(NOW + 72_000);
        assertEquals(Set.of(), memory.believed());
        assertTrue(memory.isSettled(NOW + 72_000));
    }

    @Test
    void whatAnEarlierRunKnewIsBelievedUntilSomebodyKnowsBetter() {
        memory = new LinkMemory(Set.of(LINK), NOW);
        active.clear();
        memory.observe(Map.of(), active, down::contains, NOW);
        assertEquals(Set.of(LINK), memory.believed());
        memory.observe(Map.of(ONE, true), active, down::contains, NOW + 1_000);
        assertEquals(Set.of(LINK), memory.believed());
        observe(NOW + 2_000);
        observe(NOW + 12_000);
        assertEquals(Set.of(), memory.believed());
    }

    @Test
    void aSwitchIsDoubtfulOnceItHasLeftAndAtTheStartOnlyAfterAWhile() {
        assertFalse(memory.isDoubtful(TWO, NOW + 61_000));
        switches.put(TWO, false);
        observe(NOW + 61_000);
        assertTrue(memory.isDoubtful(TWO, NOW + 61_000));

        memory = new LinkMemory(Set.of(LINK), NOW);
        observe(NOW + 1_000);
        assertFalse(memory.isDoubtful(TWO, NOW + 1_000));
        assertTrue(memory.isDoubtful(TWO, NOW + 31_000));
    }
}
