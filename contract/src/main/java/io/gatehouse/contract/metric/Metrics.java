package io.gatehouse.contract.metric;

import java.util.List;

/** A part of the application that counts. */
public interface Metrics {

    /** What it counts, each of its own name. */
    List<Metric> read();
}
