package io.gatehouse.install.metric;

import io.gatehouse.contract.metric.Metric;
import io.gatehouse.contract.metric.Metric.Sample;
import io.gatehouse.contract.metric.Metrics;
import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Everything that is counted of chat channels. */
@Stateless
@Local(Metrics.class)
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
        metrics.add(gauge("gatehouse_inbound_backlog", "Messages that wait to be worked off", backlog.toWorkOff()));
        metrics.add(gauge("gatehouse_outbound_backlog", "Messages that wait to be sent", backlog.toSend()));
        metrics.add(gauge("gatehouse_dead_letters", "Messages that are not sent any more", backlog.dead()));
        return metrics;
    }

    private static Metric gauge(String name, String help, long value) {
        return new Metric(name, help, false, List.of(new Sample(Map.of(), value)));
    }
}
