/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.classify.signalling;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import org.onlab.packet.IpAddress;
import org.onosdmm.core.model.PortRange;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads SIP, MGCP and Megaco with SDP, and RTSP.
 */
final class AnnouncementReader {

    private static final int SHORTEST = 16;
    private static final int UDP = 17;
    private static final String VOICE = "telephony";
    private static final String VIDEO = "multimedia-conferencing";
    private static final String STREAM = "multimedia-streaming";
    private static final Pattern CALL = Pattern.compile("SIP/2\\.0 .*|[A-Z]{3,10} (?:sips?|tel):.* SIP/2\\.0"
            + "|[A-Z]{4} [0-9]+ .* MGCP 1\\.0.*|[0-9]{3} [0-9]+ .*|(?:!/[1-3]|MEGACO/[1-3]) .*");
    private static final Pattern RTSP = Pattern.compile("RTSP/[12]\\.0 .*|[A-Z_]{4,13} .* RTSP/[12]\\.0");

    private AnnouncementReader() {
    }

    static ImmutableList<Announcement> read(IpAddress source, ByteBuffer payload) {
        if (payload.remaining() < SHORTEST) {
            return ImmutableList.of();
        }
        int first = payload.get(payload.position());
        boolean text = 'A' <= first && first <= 'Z' || '0' <= first && first <= '9' || first == '!';
        List<String> lines = text ? Lines.of(payload) : ImmutableList.of();
        if (lines.isEmpty()) {
            return ImmutableList.of();
        }
        return RTSP.matcher(lines.get(0)).matches() ? transports(source, lines)
                : CALL.matcher(lines.get(0)).matches() ? sessions(lines) : ImmutableList.of();
    }

    private static ImmutableList<Announcement> sessions(List<String> lines) {
        ImmutableList<Sdp.Endpoint> endpoints = Sdp.endpoints(lines);
        boolean video = endpoints.stream().anyMatch(e -> e.kind().equals("video"));
        return endpoints.stream().map(e -> Announcement.of(e.protocol(), e.address(), e.ports(), video ? VIDEO : VOICE))
                .collect(ImmutableList.toImmutableList());
    }

    /** The transports of a request or an answer; what travels within the control connection has no ports. */
    private static ImmutableList<Announcement> transports(IpAddress sender, List<String> lines) {
        ImmutableList.Builder<Announcement> found = ImmutableList.builder();
        boolean answer = lines.get(0).startsWith("RTSP/");
        for (String line : lines) {
            if (line.isEmpty()) {
                break;
            }
            if (line.toLowerCase(Locale.ROOT).startsWith("transport:")) {
                for (String transport : Splitter.on(',').limit(4).split(line)) {
                    transport(transport, answer, sender).ifPresent(found::add);
                }
            }
        }
        return found.build();
    }

    /** A request names the client's ports, an answer repeats them and adds the server's. */
    private static Optional<Announcement> transport(String text, boolean answer, IpAddress sender) {
        String key = answer ? "server_port=" : "client_port=";
        Optional<IpAddress> address = Optional.of(sender);
        Optional<PortRange> ports = Optional.empty();
        for (String part : Splitter.on(';').trimResults().limit(16).split(text)) {
            if (part.startsWith(key)) {
                ports = ports(part.substring(key.length()));
            } else if (answer && part.startsWith("source=")) {
                address = Lines.address(part.substring("source=".length()));
            } else if (part.startsWith("interleaved=") || part.equals("multicast")) {
                return Optional.empty();
            }
        }
        Optional<IpAddress> at = address;
        return ports.flatMap(p -> at.map(a -> Announcement.of(UDP, a, p, STREAM)));
    }

    private static Optional<PortRange> ports(String text) {
        int dash = text.indexOf('-');
        int first = Lines.port(dash < 0 ? text : text.substring(0, dash));
        int last = dash < 0 ? first : Lines.port(text.substring(dash + 1));
        return first > 0 && last >= first && last - first <= 16 ? Optional.of(PortRange.of(first, last))
                : Optional.empty();
    }
}
