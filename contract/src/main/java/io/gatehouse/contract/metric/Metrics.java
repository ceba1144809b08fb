package io.gatehouse.contract.metric;

import java.util.List;

/** A source of metrics. */
public interface Metrics {

    /** Reads the current values, each metric under a unique name. */
    List<Metric> read();
}
