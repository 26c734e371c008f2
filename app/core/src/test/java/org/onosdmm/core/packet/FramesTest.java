/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.packet;

import org.junit.jupiter.api.Test;
import org.onlab.packet.MacAddress;
import org.onosdmm.core.emulation.Topology;
import org.onosdmm.core.model.Domain;
import org.onosdmm.dataplane.Frame;
import org.onosdmm.dataplane.Packets;

import java.util.Optional;
import java.util.Random;

import static org.junit.jupiter.api.Assertions.assertTrue;

/** What is sent has right checksums, whatever it carries: ONOS's own fold a carry once only. */
class FramesTest {
    private static final int MANY = 20_000;
    private final Domain domain = Topology.campus().domain();

    @Test
    void answersToPing() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        byte[] payload = new byte[1_000];
        for (int i = 0; i < MANY / 10; i++) {
            random.nextBytes(payload);
            Frame four = Packets.ping().ip("10.3.0.10", "10.1.0.1").payload(payload).build();
            Frame six = Packets.ping6().ip("2001:db8:0:3::10", "2001:db8:0:1::1").payload(payload).build();
            for (Frame question : new Frame[] {four, six}) {
                Frame same = Frame.of(Frames.serialized(question.ethernet()));
                assertTrue(same.checksumsAreValid(), () -> "seed " + seed + ": " + same);
                Frame answer = Frame.of(GatewayAnswers.answer(domain, same.buffer()).get());
                assertTrue(answer.checksumsAreValid(), () -> "seed " + seed + ": " + answer);
            }
        }
    }

    @Test
    void announcementsToEveryMacAddress() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int i = 0; i < MANY; i++) {
            MacAddress mac = MacAddress.valueOf(random.nextLong() & 0xfeff_ffff_ffffL);
            Frame frame = Frame.of(Frames.serialized(RouterAdvertisements.to(domain,
                    Topology.anchor(domain, 1 + i % 4), Optional.empty(), mac, 0)));
            assertTrue(frame.checksumsAreValid(), () -> "seed " + seed + ": " + frame);
        }
    }
}
