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
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

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
    private static final DeviceId THREE = DeviceId.deviceId("of:0000000000000003");
    private static final Connection LINK = Connection.of(END, OTHER);
    private static final Connection ELSEWHERE = Connection.of(ConnectPoint.deviceConnectPoint(ONE + "/2"),
            ConnectPoint.deviceConnectPoint(THREE + "/1"));
    private static final Connection ROUND = Connection.of(ConnectPoint.deviceConnectPoint(TWO + "/2"),
            ConnectPoint.deviceConnectPoint(THREE + "/2"));

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
    void aSwitchThatSendsNoProbesOrShowsNoneKeepsItsLinks() {
        active.addAll(Set.of(LINK.reversed(), ELSEWHERE, ELSEWHERE.reversed()));
        switches.put(THREE, true);
        observe(NOW + 61_000);
        Set<Connection> all = Set.copyOf(active);
        for (Predicate<Connection> fails : List.<Predicate<Connection>>of(link -> link.from().deviceId().equals(ONE),
                link -> link.to().deviceId().equals(ONE))) {
            active.addAll(all);
            active.removeIf(fails);
            assertEquals(2, active.size());
            observe(NOW + 62_000);
            observe(NOW + 100_000);
            assertEquals(all, memory.believed());
        }
        active.clear();
        observe(NOW + 101_000);
        assertEquals(Set.of(), memory.believed(), "nothing says that they are there");
    }

    @Test
    void aDirectionThatFailsAloneIsGone() {
        active.addAll(Set.of(LINK.reversed(), ELSEWHERE, ELSEWHERE.reversed()));
        switches.put(THREE, true);
        observe(NOW + 61_000);
        active.addAll(Set.of(ROUND, ROUND.reversed()));
        observe(NOW + 62_000);
        active.remove(LINK);
        observe(NOW + 63_000);
        assertEquals(Set.copyOf(active), memory.believed());
    }

    @Test
    void aPortThatIsDownSaysMoreThanTheOtherDirection() {
        active.add(LINK.reversed());
        observe(NOW + 61_000);
        active.remove(LINK);
        down.add(END);
        observe(NOW + 62_000);
        assertEquals(Set.of(LINK.reversed()), memory.believed());
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

    @Test
    void aSwitchThatWasDoubtfulStaysSoForAWhileAfterItHasConnected() {
        switches.put(TWO, false);
        observe(NOW + 61_000);
        switches.put(TWO, true);
        switches.put(THREE, true);
        observe(NOW + 62_000);
        for (DeviceId back : List.of(TWO, THREE)) {
            assertTrue(memory.isDoubtful(back, NOW + 62_000 + LinkMemory.FRESH - 1), back + " has no rules yet");
            assertFalse(memory.isDoubtful(back, NOW + 62_000 + LinkMemory.FRESH));
        }
        assertFalse(memory.isDoubtful(ONE, NOW + 62_000));
        assertFalse(memory.isSettled(NOW + 62_000), "time alone will tell");
        observe(NOW + 62_000 + LinkMemory.FRESH);
        assertTrue(memory.isSettled(NOW + 62_000 + LinkMemory.FRESH));
    }

    @Test
    void aSwitchThatIsMetSoonAfterTheStartIsNotDoubtful() {
        memory = new LinkMemory(Set.of(LINK), NOW);
        observe(NOW + 1_000);
        assertFalse(memory.isDoubtful(TWO, NOW + 1_000));
    }
}
