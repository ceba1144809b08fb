package io.gatehouse.install.channel.metric;

import io.gatehouse.contract.metric.Metric;
import io.gatehouse.contract.metric.Metric.Sample;
import io.gatehouse.contract.metric.Metrics;
import io.gatehouse.kernel.transaction.RetriedTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The metrics of chat channels. */
@ApplicationScoped
@RetriedTransaction
public class MetricsBean implements Metrics {

    private ChannelCounts counts;
    private BacklogStore backlog;

    /** For the container. */
    @SuppressWarnings("NullAway.Init")
    public MetricsBean() {}

    @Inject
    public MetricsBean(ChannelCounts counts, BacklogStore backlog) {
        this.counts = counts;
        this.backlog = backlog;
    }

    @Override
    public List<Metric> read() {
        List<Metric> metrics = new ArrayList<>(counts.read());
        metrics.add(
                gauge("gatehouse_inbound_backlog", "Inbound messages waiting to be processed", backlog.toProcess()));
        metrics.add(gauge("gatehouse_outbound_backlog", "Outbound messages waiting to be sent", backlog.toSend()));
        metrics.add(gauge(
                "gatehouse_dead_letters", "Dead letters: outbound messages that are not retried", backlog.dead()));
        return metrics;
    }

    private static Metric gauge(String name, String help, long value) {
        return new Metric(name, help, false, List.of(new Sample(Map.of(), value)));
    }
}
