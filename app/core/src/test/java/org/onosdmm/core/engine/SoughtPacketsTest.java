/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.engine;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.onlab.packet.IpAddress;
import org.onosdmm.core.emulation.Emulation;
import org.onosdmm.core.emulation.Heard;
import org.onosdmm.core.emulation.Outside;
import org.onosdmm.core.emulation.Station;

import java.util.List;
import java.util.stream.Collectors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Packets for hosts of which nothing has been heard yet: the hosts are asked for, and get them. */
class SoughtPacketsTest {

    private Emulation net;
    private Station node;
    private Station quiet;

    @BeforeEach
    void start() {
        net = Emulation.campus();
        node = net.station("mn", "10.1.0.10").at(net.topology().access(1)).announce();
        net.run(20);
        quiet = net.station("quiet", "10.4.0.20").at(net.topology().access(4));
    }

    private static List<String> texts(Station station) {
        return station.heard().stream().map(Heard::text).collect(Collectors.toList());
    }

    @Test
    void theFirstPacketsToAHostAtAnotherEdgeArriveInTheirOrder() {
        node.say(quiet.address(), 5000, 5001, "one");
        node.say(quiet.address(), 5000, 5001, "two");
        net.run(50);
        assertEquals(List.of("one", "two"), texts(quiet));
        node.say(quiet.address(), 5000, 5001, "three");
        net.run(50);
        assertEquals(List.of("one", "two", "three"), texts(quiet));
    }

    @Test
    void theFirstPacketToAHostAtTheSameEdgeArrives() {
        Station neighbour = net.station("neighbour", "10.1.0.11").at(net.topology().second(1));
        node.say(neighbour.address(), 5000, 5001, "one");
        net.run(50);
        assertEquals(List.of("one"), texts(neighbour));
    }

    @Test
    void theFirstPacketToAHostThatIsAwayFromHomeArrives() {
        quiet.at(net.topology().access(2));
        node.say(quiet.address(), 5000, 5001, "one");
        net.run(50);
        assertEquals(List.of("one"), texts(quiet));
    }

    @Test
    void theFirstPacketFromOutsideArrives() {
        net.outside().say(Outside.address(30), 80, quiet.address(), 5000, "one");
        net.run(50);
        assertEquals(List.of("one"), texts(quiet));
    }

    @Test
    void packetsForNobodyAreFewAndDoNotLast() {
        IpAddress nobody = IpAddress.valueOf("10.4.0.99");
        for (int i = 0; i < 3 * SoughtPackets.PACKETS; i++) {
            node.say(nobody, 5000, 5001, "p" + i);
        }
        net.run(SoughtPackets.PATIENCE + 1);
        Station late = net.station("late", "10.4.0.99").at(net.topology().access(4)).announce();
        net.run(50);
        assertEquals(List.of(), texts(late), "whoever sent them has given up");

        Station soon = net.station("soon", "10.4.0.98").silent().at(net.topology().access(4));
        for (int i = 0; i < 3 * SoughtPackets.PACKETS; i++) {
            node.say(soon.address(), 5000, 5001, "p" + i);
        }
        net.run(100);
        soon.announce();
        net.run(50);
        assertTrue(texts(soon).size() <= SoughtPackets.PACKETS, "at most so many: " + texts(soon));
        assertTrue(texts(soon).contains("p" + (3 * SoughtPackets.PACKETS - 1)), "the newest ones: " + texts(soon));
    }
}
