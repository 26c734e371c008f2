/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.classify.signalling;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import org.onlab.packet.IpAddress;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads what a sender tells of itself by SDP, or by FTP (RFC 959, RFC 2428).
 */
final class ToldReader {

    private static final int SHORTEST = 10;
    private static final int TCP = 6;
    private static final int OCTET = 255;
    private static final Pattern SIX = Pattern.compile("(?:PORT |227 [^(\\d]{0,64}\\(?)"
            + "(\\d{1,3}(?:,\\d{1,3}){5})\\)?.{0,8}", Pattern.CASE_INSENSITIVE);
    private static final Pattern EXTENDED = Pattern.compile("EPRT \\|[12]\\|([0-9a-f.:]{2,45})\\|(\\d{1,5})\\|.{0,8}",
            Pattern.CASE_INSENSITIVE);

    private ToldReader() {
    }

    static ImmutableList<ToldAddress> read(ByteBuffer payload) {
        if (payload.remaining() < SHORTEST || payload.get(payload.position()) < '!') {
            return ImmutableList.of();
        }
        List<String> lines = Lines.of(payload);
        Optional<ToldAddress> file = lines.isEmpty() ? Optional.empty() : file(lines.get(0));
        if (file.isPresent()) {
            return ImmutableList.of(file.get());
        }
        ImmutableList.Builder<ToldAddress> told = ImmutableList.builder();
        for (Sdp.Endpoint endpoint : Sdp.endpoints(lines)) {
            for (int port = endpoint.ports().first(); port <= endpoint.ports().last(); port++) {
                told.add(ToldAddress.of(endpoint.protocol(), endpoint.address(), port));
            }
        }
        return told.build();
    }

    private static Optional<ToldAddress> file(String line) {
        Matcher six = SIX.matcher(line);
        if (six.matches()) {
            return six(Splitter.on(',').splitToList(six.group(1)));
        }
        Matcher extended = EXTENDED.matcher(line.toLowerCase(Locale.ROOT));
        if (!extended.matches()) {
            return Optional.empty();
        }
        int port = Lines.port(extended.group(2));
        return Lines.address(extended.group(1)).filter(a -> port > 0).map(a -> ToldAddress.of(TCP, a, port));
    }

    private static Optional<ToldAddress> six(List<String> numbers) {
        if (numbers.stream().anyMatch(number -> Integer.parseInt(number) > OCTET)) {
            return Optional.empty();
        }
        int port = Integer.parseInt(numbers.get(4)) << Byte.SIZE | Integer.parseInt(numbers.get(5));
        byte[] octets = new byte[4];
        for (int i = 0; i < octets.length; i++) {
            octets[i] = (byte) Integer.parseInt(numbers.get(i));
        }
        IpAddress address = IpAddress.valueOf(IpAddress.Version.INET, octets);
        return port == 0 || address.isZero() ? Optional.empty() : Optional.of(ToldAddress.of(TCP, address, port));
    }
}
