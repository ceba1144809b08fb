package io.gatehouse.contract.metric;

import java.util.List;
import java.util.Map;

/**
 * A metric.
 *
 * @param name as Prometheus names metrics, such as {@code gatehouse_outbound_messages_total}
 * @param help one line of description
 * @param grows whether it is a counter, which starts at 0 when the node starts
 */
public record Metric(String name, String help, boolean grows, List<Sample> samples) {

    public Metric {
        samples = List.copyOf(samples);
    }

    /** @param labels label values by name */
    public record Sample(Map<String, String> labels, long value) {

        public Sample {
            labels = Map.copyOf(labels);
        }
    }
}
