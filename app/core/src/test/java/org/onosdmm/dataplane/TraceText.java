/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.dataplane;

import java.util.List;
import java.util.stream.Collectors;

/** The story of a packet, for the person whose test has failed. */
final class TraceText {
    private final Trace trace;
    private final StringBuilder text = new StringBuilder();

    private TraceText(Trace trace) {
        this.trace = trace;
    }

    static String of(Trace trace) {
        TraceText text = new TraceText(trace);
        text.line("packet at " + trace.origin() + ": " + trace.frame());
        trace.hops().forEach(text::hop);
        text.end();
        return text.text.toString().trim();
    }

    private void hop(Hop hop) {
        String from = hop.previous().map(previous -> ", from " + number(previous)).orElse("");
        line(number(hop) + " in " + hop.in() + from + ": " + hop.frame());
        hop.steps().forEach(step -> line("      " + step));
        hop.outputs().forEach(output -> line("      out " + output.port() + ": " + output.frame()));
    }

    private String number(Hop hop) {
        return "#" + (trace.hops().indexOf(hop) + 1);
    }

    private void end() {
        List<Delivery> duplicates = trace.duplicates();
        for (Delivery delivery : trace.deliveries()) {
            line((duplicates.contains(delivery) ? "DUPLICATE delivered at " : "delivered at ") + delivery);
        }
        trace.punts().forEach(punt -> line("to the controller from " + punt));
        trace.drops().forEach(drop -> line("DROPPED at " + drop));
        trace.loops().forEach(hop -> line("LOOP: " + hop.path().stream().map(passed -> passed.in().toString())
                .collect(Collectors.joining(" -> "))));
        if (trace.deliveries().isEmpty() && trace.punts().isEmpty()) {
            line("delivered nowhere");
        }
    }

    private void line(String line) {
        text.append(line).append('\n');
    }
}
