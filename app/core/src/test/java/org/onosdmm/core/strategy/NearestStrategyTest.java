/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.strategy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.onosdmm.api.AnchorId;
import org.onosdmm.core.model.Reach;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.onosdmm.core.strategy.Scene.edge;
import static org.onosdmm.core.strategy.Scene.reach;

/** Where the shortest way to the correspondent leads. */
class NearestStrategyTest {
    private static final Reach ALL = reach("0.0.0.0/0", 10);

    private final NearestStrategy nearest = new NearestStrategy();

    @Test
    void theServingAnchorWhenAllReachItAlike() {
        assertSelects(2, new Scene().uplink(1, 2, ALL).uplink(2, 0, ALL).uplink(3, 1, ALL).serving(2));
    }

    @Test
    void theOneThatTheCorrespondentIsBehind() {
        assertSelects(3, new Scene().uplink(1, 0, ALL).uplink(2, 2, ALL)
                .uplink(3, 2, ALL, reach("203.0.113.20/32", 1)));
    }

    @Test
    void costInsideAndBeyondAddUp() {
        assertSelects(2, new Scene().uplink(1, 0, reach("0.0.0.0/0", 6)).uplink(2, 3, reach("0.0.0.0/0", 2)));
        assertSelects(1, new Scene().uplink(1, 0, reach("0.0.0.0/0", 4)).uplink(2, 3, reach("0.0.0.0/0", 2)));
    }

    @Test
    void theLongestPrefixOfAnAnchorCountsEvenIfItIsDearer() {
        assertSelects(1, new Scene().uplink(1, 0, ALL)
                .uplink(2, 1, reach("0.0.0.0/0", 1), reach("203.0.113.0/24", 20), reach("203.0.0.0/16", 2)));
    }

    @Test
    void equalCostGoesToTheServingAnchor() {
        assertSelects(3, new Scene().uplink(1, 2, reach("0.0.0.0/0", 8)).uplink(3, 0, ALL).serving(3));
    }

    @Test
    void equalCostElsewhereGoesToTheLowestNumber() {
        assertSelects(2, new Scene().plain(1, 0).uplink(4, 1, ALL).uplink(2, 1, ALL).uplink(3, 1, ALL));
    }

    @Test
    void notOneWithoutUplink() {
        assertSelects(2, new Scene().plain(1, 0).uplink(2, 5, ALL));
    }

    @Test
    void notOneWhoseRouterIsUnknown() {
        assertSelects(2, new Scene().uplink(1, 0, ALL).uplink(2, 5, ALL).routerUnknown(1));
    }

    @Test
    void notOneWhoseSwitchIsDisconnected() {
        assertSelects(1, new Scene().uplink(1, 0, ALL).uplink(2, 2, reach("0.0.0.0/0", 1)).disconnected(2));
    }

    @Test
    void notOneThatTheFabricDoesNotReach() {
        assertSelects(1, new Scene().uplink(1, 0, ALL).uplink(2, 2, reach("0.0.0.0/0", 1)).unreachable(2));
    }

    @Test
    void notOneThatDoesNotReachTheCorrespondent() {
        assertSelects(1, new Scene().uplink(1, 0, ALL).uplink(2, 2, reach("198.18.0.0/15", 1)));
    }

    @Test
    void noneIfNoneReachesIt() {
        assertEquals(Optional.empty(), nearest.select(new Scene().uplink(1, 0, reach("198.18.0.0/15", 1)).input(1)));
    }

    @Test
    void noneIfTheServingSwitchHasNeverBeenSeen() {
        assertEquals(Optional.empty(), nearest.select(new Scene().uplink(1, 0, ALL).uplink(2, 1, ALL).unseen(1)
                .input(2)));
    }

    /** Against the definition, worked out the long way, over random networks; the order of anchors is no matter. */
    @ParameterizedTest
    @MethodSource("seeds")
    void isTheCheapestThatWorks(long seed) {
        Random random = new Random(seed);
        List<RandomEdge> edges = new ArrayList<>();
        for (int number = 1; number <= 6; number++) {
            edges.add(new RandomEdge(number, random));
        }
        Optional<AnchorId> expected = cheapest(edges);
        for (int i = 0; i < 4; i++) {
            assertEquals(expected, nearest.select(scene(edges).input(2)), edges.toString());
            Collections.shuffle(edges, random);
        }
    }

    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    private static Scene scene(List<RandomEdge> edges) {
        Scene scene = new Scene();
        edges.forEach(e -> e.addTo(scene));
        return scene;
    }

    private static Optional<AnchorId> cheapest(List<RandomEdge> edges) {
        RandomEdge best = null;
        for (RandomEdge edge : edges) {
            if (edge.works && (best == null || edge.cost() < best.cost())) {
                best = edge;
            }
        }
        return Optional.ofNullable(best).map(e -> edge(e.number));
    }

    private void assertSelects(int expected, Scene scene) {
        assertEquals(Optional.of(edge(expected)), nearest.select(scene.input(1)));
    }

    /** Few different costs, so that ties are frequent. Edge 1 serves; being the first, it wins every tie. */
    private static final class RandomEdge {
        private final int number;
        private final int distance;
        private final int general;
        private final Integer special;
        private final int fault;
        private final boolean works;

        RandomEdge(int number, Random random) {
            this.number = number;
            this.distance = number == 1 ? 0 : 1 + random.nextInt(3);
            this.general = random.nextInt(5);
            this.special = random.nextBoolean() ? random.nextInt(5) : null;
            this.fault = random.nextInt(8);
            this.works = fault > 2 || fault == 2 && number == 1;
        }

        int cost() {
            return distance + (special == null ? general : special);
        }

        void addTo(Scene scene) {
            if (special == null) {
                scene.uplink(number, distance, reach("0.0.0.0/0", general));
            } else {
                scene.uplink(number, distance, reach("0.0.0.0/0", general), reach("203.0.113.0/24", special));
            }
            if (fault == 0) {
                scene.routerUnknown(number);
            } else if (fault == 1) {
                scene.disconnected(number);
            } else if (fault == 2) {
                scene.unreachable(number);
            }
        }

        @Override
        public String toString() {
            return number + ": " + distance + " links, cost " + general + "/" + special + ", fault " + fault;
        }
    }
}
