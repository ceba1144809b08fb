package io.gatehouse.web.api.metrics;

import io.gatehouse.contract.metric.Metric;
import io.gatehouse.contract.metric.Metric.Sample;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Writes Prometheus' text format, version 0.0.4. */
final class Exposition {

    private Exposition() {}

    static void write(StringBuilder out, Metric metric) {
        out.append("# HELP ")
                .append(metric.name())
                .append(' ')
                .append(escaped(metric.help()))
                .append('\n');
        out.append("# TYPE ").append(metric.name()).append(metric.grows() ? " counter\n" : " gauge\n");
        for (Sample sample : metric.samples()) {
            out.append(metric.name())
                    .append(labels(sample.labels()))
                    .append(' ')
                    .append(sample.value())
                    .append('\n');
        }
    }

    private static String labels(Map<String, String> labels) {
        return labels.isEmpty()
                ? ""
                : new TreeMap<>(labels)
                        .entrySet().stream()
                                .map(label -> label.getKey() + "=\""
                                        + escaped(label.getValue()).replace("\"", "\\\"") + "\"")
                                .collect(Collectors.joining(",", "{", "}"));
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("\n", "\\n");
    }
}
