package io.gatehouse.contract.metric;

import java.util.List;
import java.util.Map;

/**
 * One thing that is counted.
 *
 * @param name as Prometheus names metrics, as in {@code gatehouse_outbound_messages_total}
 * @param help one line that says what it is
 * @param grows whether it only ever grows, from 0 when the node starts
 */
public record Metric(String name, String help, boolean grows, List<Sample> samples) {

    public Metric {
        samples = List.copyOf(samples);
    }

    /** @param labels by their names */
    public record Sample(Map<String, String> labels, long value) {

        public Sample {
            labels = Map.copyOf(labels);
        }
    }
}
