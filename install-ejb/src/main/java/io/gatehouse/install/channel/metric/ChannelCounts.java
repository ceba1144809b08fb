package io.gatehouse.install.channel.metric;

import io.gatehouse.contract.metric.Metric;
import io.gatehouse.contract.metric.Metric.Sample;
import io.gatehouse.contract.platform.Platform;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/**
 * Counters of this node since its start. The labels have few values, all of them defined here: none comes from outside.
 */
@ApplicationScoped
public class ChannelCounts {

    private final Map<Key, LongAdder> deliveries = new ConcurrentHashMap<>();
    private final Map<Key, LongAdder> items = new ConcurrentHashMap<>();
    private final Map<Key, LongAdder> processed = new ConcurrentHashMap<>();
    private final Map<Key, LongAdder> sends = new ConcurrentHashMap<>();

    private record Key(String platform, String what) {}

    /** Counts a call of a webhook. */
    public void delivery(Platform platform, String result) {
        add(deliveries, platform, result, 1);
    }

    /** Counts items of one kind in a delivery. */
    public void items(Platform platform, String kind, int count) {
        add(items, platform, kind, count);
    }

    /** Counts a processed message. */
    public void processed(Platform platform, String outcome) {
        add(processed, platform, outcome, 1);
    }

    /** Counts a call that sends a message to a platform. */
    public void sent(Platform platform, String result) {
        add(sends, platform, result, 1);
    }

    List<Metric> read() {
        return List.of(
                metric("gatehouse_webhook_deliveries_total", "Calls of webhooks, by result", deliveries, "result"),
                metric("gatehouse_webhook_items_total", "Items in deliveries, by kind", items, "kind"),
                metric(
                        "gatehouse_inbound_messages_total",
                        "Processed inbound messages, by outcome",
                        processed,
                        "outcome"),
                metric(
                        "gatehouse_outbound_sends_total",
                        "Attempts to send a message to a platform, by result",
                        sends,
                        "result"));
    }

    private static void add(Map<Key, LongAdder> counts, Platform platform, String what, int count) {
        counts.computeIfAbsent(new Key(platform.wireName(), what), key -> new LongAdder())
                .add(count);
    }

    private static Metric metric(String name, String help, Map<Key, LongAdder> counts, String label) {
        return new Metric(
                name,
                help,
                true,
                counts.entrySet().stream()
                        .map(count -> new Sample(
                                Map.of(
                                        "platform",
                                        count.getKey().platform(),
                                        label,
                                        count.getKey().what()),
                                count.getValue().sum()))
                        .toList());
    }
}
