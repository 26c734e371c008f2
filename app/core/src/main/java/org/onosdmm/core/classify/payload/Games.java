/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.classify.payload;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;

import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Games, and the libraries that they are made with.
 */
final class Games implements Recognizer {

    private static final String RAKNET = "00ffff00fefefefefdfdfdfd12345678";
    private static final ImmutableList<String> QUAKE = ImmutableList.of("get", "connect", "challenge", "info", "status",
            "rcon", "print", "ping", "ack", "heartbeat", "master");
    /** What Valve's servers are asked, and what they answer. */
    private static final String SOURCE = "TUVWiIqQgdDAjlmnBkKsS";

    /** Those that have a mark, the surest ones first. */
    private static final ImmutableMap<String, Predicate<Datagram>> MARKED =
            ImmutableMap.<String, Predicate<Datagram>>builder()
                    .put("RakNet", Games::isRakNet)
                    .put("Steam", Games::isSteam)
                    .put("netcode.io", in -> in.says(1, "NETCODE "))
                    .put("ENet connect", Games::isEnet)
                    .put("KCP handshake of a game", Games::isKcpHandshake)
                    .put("KCP", Games::isKcp)
                    .put("Activision", in -> in.matches(0, "0c02") && in.has(18) && in.destination() >= 1_024)
                    .put("Nintendo", in -> in.matches(0, "32ab9864") && in.has(12))
                    .put("CrossFire", in -> in.matches(0, "c7d91999") && in.has(16))
                    .put("Riot Games", in -> in.has(16) && in.matches(in.length() - 8, "aaaaaaaabbbbbbbb"))
                    .put("NetEase", Games::isNetEase)
                    .put("Among Us", in -> in.touches(22_023, 22_923) && in.matches(0, "080001") && in.has(8))
                    .put("ping of a game", in -> in.length() == 12 && in.says(8, "ping"))
                    .put("Unreal Engine", Games::isUnreal).build();

    @Override
    public Optional<Recognition> recognize(Datagram in) {
        String game = in.has(5) && in.u32(0) == 0xffff_ffffL ? connectionless(in)
                : MARKED.entrySet().stream().filter(one -> one.getValue().test(in)).map(Map.Entry::getKey).findFirst()
                .orElse("");
        return game.isEmpty() ? Optional.empty() : Recognition.as(Recognition.INTERACTIVE, game);
    }

    private static boolean isSteam(Datagram in) {
        return in.says(0, "VS01") || in.matches(0, "01007364") && in.says(4, "ping")
                || in.length() == 8 && (in.matches(0, "39180000") || in.matches(0, "3a180000"));
    }

    private static boolean isKcpHandshake(Datagram in) {
        return in.length() == 20 && (in.u32(0) == 0xff && in.u32(16) == 0xffff_ffffL
                || in.u32(0) == 0x145 && in.u32(16) == 0x1451_4545L);
    }

    private static String connectionless(Datagram in) {
        if (in.matches(4, "214c5fa0")) {
            return "Steam";
        }
        if (in.has(5) && in.length() < 6 || in.has(6) && in.u8(5) < ' ' || in.says(4, "TSource")) {
            return SOURCE.indexOf(in.u8(4)) >= 0 ? "Source engine" : "";
        }
        String text = in.text(16).substring(4);
        if (QUAKE.stream().anyMatch(text::startsWith)) {
            return "Quake engine";
        }
        return SOURCE.indexOf(in.u8(4)) >= 0 && in.has(9) && in.touches(26_000, 30_000) ? "Source engine" : "";
    }

    /** The first packet of its handshake: flags, then a cookie that is not there yet. */
    private static boolean isUnreal(Datagram in) {
        return in.has(34) && !in.has(200) && in.isAll(10, 34, 0) && in.u32(0) != 0 && (in.u32(0) & 8) == 0
                && in.u32(4) != 0 && in.source() >= 1_024 && in.destination() >= 1_024;
    }

    private static boolean isNetEase(Datagram in) {
        boolean brief = in.length() == 12 && in.u8(0) == 1 && in.matches(2, "d001") && in.matches(8, "00010101");
        return brief || in.has(30) && (in.matches(0, "b3af8de8") || in.matches(0, "0708080c"));
    }

    /** Whatever comes before, the mark of messages outside of a connection is found nowhere else. */
    private static boolean isRakNet(Datagram in) {
        for (int at = 1; at <= 17; at++) {
            if (in.matches(at, RAKNET)) {
                return true;
            }
        }
        return false;
    }

    /** A peer that has no number yet, its time, and the command to connect, to be acknowledged, on no channel. */
    private static boolean isEnet(Datagram in) {
        boolean here = in.has(44) && (in.u16(0) & 0x8fff) == 0x8fff && in.u8(4) == 0x82 && in.u8(5) == 0xff;
        return here && in.u16(6) == 1 && in.length() <= 56 && in.u16(10) <= 0x0fff;
    }

    /** Conversation, command, fragment, window, time, numbers, and the length of what follows, lowest octet first. */
    private static boolean isKcp(Datagram in) {
        if (!in.has(24) || in.u32le(0) == 0 || in.u8(4) < 0x51 || in.u8(4) > 0x54) {
            return false;
        }
        return in.u32le(20) == in.length() - 24 && in.u16le(6) > 0 && in.u32le(12) < 0x10000;
    }
}
