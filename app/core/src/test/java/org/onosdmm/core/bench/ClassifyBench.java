/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import org.onosdmm.core.bench.FlowTable.LabelledFlow;
import org.onosdmm.core.classify.Classifier;
import org.onosdmm.core.model.Policy;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Replays a folder of captures: {@code -Ddmm.captures=FOLDER}; with {@code -Ddmm.flows=FILE} each flow is written
 * there. Not a test by its name, so it runs only when asked for.
 */
class ClassifyBench {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Set<String> REAL_TIME = Set.of("telephony", "multimedia-conferencing",
            "real-time-interactive");
    private static final Set<String> STREAMING = Set.of("multimedia-streaming", "broadcast-video");

    private final Policy policy = Shown.policy();
    private long frames;
    private long framesShown;

    @Test
    void measure() throws IOException {
        Path folder = Paths.get(System.getProperty("dmm.captures"));
        System.out.println("MEASURED " + MAPPER.writeValueAsString(figures(folder)));
    }

    /** For a quick look. */
    public static void main(String[] arguments) throws IOException {
        System.out.println(MAPPER.writerWithDefaultPrettyPrinter()
                .writeValueAsString(new ClassifyBench().figures(Paths.get(arguments[0]))));
    }

    private ObjectNode figures(Path folder) throws IOException {
        Map<String, List<LabelledFlow>> files = FlowTable.read(folder, Labels.read()).byFile;
        List<String> unread = new ArrayList<>();
        for (Map.Entry<String, List<LabelledFlow>> file : files.entrySet()) {
            replay(folder.resolve(file.getKey()), file.getValue(), unread);
        }
        List<LabelledFlow> all = files.values().stream().flatMap(List::stream).collect(Collectors.toList());
        List<String> absent = all.stream().filter(flow -> flow.seen == 0).map(flow -> flow.file + " " + flow.text)
                .collect(Collectors.toList());
        ObjectNode figures = MAPPER.createObjectNode().put("what", "classify").put("files", files.size())
                .put("flows", all.size()).put("frames", frames).put("frames_shown", framesShown);
        unread.forEach(figures.putArray("files_not_read")::add);
        absent.forEach(figures.putArray("flows_not_found")::add);
        sets(figures.putObject("classifier"), files, flow -> flow.found);
        steps(figures.putObject("steps"), all);
        sets(figures.putObject("first_packet_label"), files, flow -> flow.firstPacket);
        writeFlows(all);
        return figures;
    }

    private void replay(Path file, List<LabelledFlow> flows, List<String> unread) {
        Replay replay = new Replay(Classifier.builtIn(), policy, new Shown(), flows);
        try {
            replay.run(file);
        } catch (IOException e) {
            unread.add(String.valueOf(e.getMessage()));
        }
        frames += replay.frames();
        framesShown += replay.framesShown();
    }

    private static void sets(ObjectNode into, Map<String, List<LabelledFlow>> files,
                             Function<LabelledFlow, String> found) {
        Score.write(into.putObject("real-time"), files, REAL_TIME, found);
        Score.write(into.putObject("streaming"), files, STREAMING, found);
        Set<String> classes = new TreeSet<>();
        files.values().forEach(flows -> flows.forEach(flow -> {
            classes.add(flow.truth);
            classes.add(found.apply(flow));
        }));
        ObjectNode each = into.putObject("classes");
        classes.forEach(name -> Score.write(each.putObject(name), files, Set.of(name), found));
    }

    /** By the step that decided: flows, those that it got right, and those of the classes that matter most. */
    private static void steps(ObjectNode into, List<LabelledFlow> all) {
        Map<String, List<LabelledFlow>> byStep = all.stream()
                .collect(Collectors.groupingBy(flow -> flow.step, LinkedHashMap::new, Collectors.toList()));
        byStep.forEach((step, flows) -> into.putObject(step).put("flows", flows.size())
                .put("right", flows.stream().filter(flow -> flow.found.equals(flow.truth)).count())
                .put("real-time", flows.stream().filter(flow -> REAL_TIME.contains(flow.found)).count())
                .put("real-time_right", flows.stream().filter(flow -> REAL_TIME.contains(flow.found)
                        && REAL_TIME.contains(flow.truth)).count())
                .put("streaming", flows.stream().filter(flow -> STREAMING.contains(flow.found)).count())
                .put("streaming_right", flows.stream().filter(flow -> STREAMING.contains(flow.found)
                        && STREAMING.contains(flow.truth)).count()));
    }

    private static void writeFlows(List<LabelledFlow> all) throws IOException {
        String file = System.getProperty("dmm.flows");
        if (file == null) {
            return;
        }
        try (PrintStream out = new PrintStream(Files.newOutputStream(Paths.get(file)), false, "UTF-8")) {
            out.println("file\tflow\tlabel\ttruth\tfirst_packet\tfound\tstep\tevidence");
            all.forEach(flow -> out.println(String.join("\t", flow.file, flow.text, flow.label, flow.truth,
                    flow.firstPacket, flow.found, flow.step, flow.evidence)));
        }
    }
}
