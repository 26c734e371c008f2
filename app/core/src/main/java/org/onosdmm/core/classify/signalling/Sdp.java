/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.classify.signalling;

import com.google.auto.value.AutoValue;
import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import org.onlab.packet.IpAddress;
import org.onosdmm.core.model.PortRange;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The endpoints that a description of a session names (RFC 8866): media and their reports (RFC 3605), and candidates of
 * ICE (RFC 8839).
 */
final class Sdp {

    private static final Splitter WORDS = Splitter.on(' ').omitEmptyStrings().limit(10);
    private static final int MOST = 32;
    private static final int MOST_PAIRS = 8;
    private static final int UDP = 17;
    private static final int TCP = 6;

    private final List<Media> media = new ArrayList<>();
    private Optional<IpAddress> session = Optional.empty();

    private Sdp() {
    }

    /** One endpoint. */
    @AutoValue
    abstract static class Endpoint {

        abstract String kind();

        abstract int protocol();

        abstract IpAddress address();

        abstract PortRange ports();
    }

    /** A section that begins with a line of media. */
    private static final class Media {
        private final String kind;
        private final int protocol;
        private final int port;
        private final int pairs;
        private final List<Endpoint> more = new ArrayList<>();
        private Optional<IpAddress> address;

        private Media(String kind, int protocol, int port, int pairs, Optional<IpAddress> address) {
            this.kind = kind;
            this.protocol = protocol;
            this.port = port;
            this.pairs = pairs;
            this.address = address;
        }
    }

    /** The endpoints of the description within some lines. */
    static ImmutableList<Endpoint> endpoints(List<String> lines) {
        Sdp sdp = new Sdp();
        lines.forEach(sdp::line);
        ImmutableList.Builder<Endpoint> endpoints = ImmutableList.builder();
        for (Media one : sdp.media) {
            if (one.port > 0) {
                boolean pair = one.protocol == UDP && !one.kind.equals("image") && one.port < 65_535;
                int last = pair ? Math.min(one.port + 2 * one.pairs - 1, 65_535) : one.port;
                one.address.map(a -> endpoint(one, one.protocol, a, one.port, last)).ifPresent(endpoints::add);
                endpoints.addAll(one.more);
            }
        }
        return endpoints.build();
    }

    private static Endpoint endpoint(Media one, int protocol, IpAddress address, int first, int last) {
        return new AutoValue_Sdp_Endpoint(one.kind, protocol, address, PortRange.of(first, last));
    }

    private void line(String line) {
        if (line.length() < 4 || line.charAt(1) != '=' || media.size() > MOST) {
            return;
        }
        List<String> words = WORDS.splitToList(line.substring(2));
        if (line.charAt(0) == 'c' && words.size() >= 3) {
            connection(words.get(2));
        } else if (line.charAt(0) == 'm' && words.size() >= 3) {
            media(words);
        } else if (line.charAt(0) == 'a' && !media.isEmpty() && !words.isEmpty()) {
            attribute(media.get(media.size() - 1), words);
        }
    }

    private void connection(String text) {
        int slash = text.indexOf('/');
        Optional<IpAddress> address = Lines.address(slash < 0 ? text : text.substring(0, slash));
        if (media.isEmpty()) {
            session = address;
        } else {
            media.get(media.size() - 1).address = address;
        }
    }

    private void media(List<String> words) {
        int slash = words.get(1).indexOf('/');
        int port = Lines.port(slash < 0 ? words.get(1) : words.get(1).substring(0, slash));
        int pairs = slash < 0 ? 1 : Lines.number(words.get(1).substring(slash + 1), MOST_PAIRS);
        boolean stream = words.get(2).toUpperCase(Locale.ROOT).startsWith("TCP");
        media.add(new Media(words.get(0).toLowerCase(Locale.ROOT), stream ? TCP : UDP, port, Math.max(1, pairs),
                session));
    }

    private static void attribute(Media one, List<String> words) {
        if (one.more.size() >= MOST) {
            return;
        }
        if (words.get(0).startsWith("rtcp:")) {
            int port = Lines.port(words.get(0).substring("rtcp:".length()));
            Optional<IpAddress> address = words.size() >= 4 ? Lines.address(words.get(3)) : one.address;
            address.filter(a -> port > 0).ifPresent(a -> one.more.add(endpoint(one, one.protocol, a, port, port)));
        } else if (words.get(0).startsWith("candidate:") && words.size() >= 6) {
            int port = Lines.port(words.get(5));
            int protocol = words.get(2).equalsIgnoreCase("udp") ? UDP : TCP;
            Lines.address(words.get(4)).filter(a -> port > 0)
                    .ifPresent(a -> one.more.add(endpoint(one, protocol, a, port, port)));
        }
    }
}
